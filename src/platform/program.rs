//! The program on the page: its view, kept in step with the signals it reads, and what it hears.

use super::page::{after_frame, broken, focus_first, focus_without_scroll, focused, later};
use super::tree::{Extent, Live};
use super::{Listeners, document, window};
use crate::reactive::{Owner, RenderEffect};
use crate::view::node::{Element, Node};
use any_spawner::Executor;
use gloo::events::EventListener;
use std::cell::{Cell, RefCell};

/// The prerendered view: the whole of it, as the tree prints it.
const ROOT: &str = ".xp-app";

/// What a program finds when it starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    /// The prerendered default view, which it adopts.
    First,
    /// The page of another program at the current address, which it replaces.
    Second,
}

/// What keeps the program alive; dropping it leaves the page as it stands, and answers nothing any more.
struct Program {
    _listeners: Listeners,
    _drawn: RenderEffect<()>,
    _owner: Owner,
}

thread_local! {
    static PROGRAM: RefCell<Option<Program>> = const { RefCell::new(None) };
    /// The tree on the page, and how many times it was drawn.
    static DRAWN: RefCell<Option<Live>> = const { RefCell::new(None) };
    static TIMES: Cell<u32> = const { Cell::new(0) };
}

/// Ends this program: another one answers from now on.
pub fn let_go() {
    super::history::forget();
    PROGRAM.with(|program| drop(program.take()));
    drop(DRAWN.take());
}

/// Starts the program: puts its view on the page, keeps it up to date with the signals it reads, then wires the rest.
pub fn start<V, L>(arrival: Arrival, make: impl FnOnce() -> (V, L))
where
    V: Fn() -> Element + 'static,
    L: FnOnce() -> Listeners + 'static,
{
    let root = document().ok().and_then(|d| Some((d.clone(), d.query_selector(ROOT).ok()??)));
    let Some((document, root)) = root else { return broken("page incomplète") };
    // Fails only when already done.
    let _ = Executor::init_wasm_bindgen();
    let owner = Owner::new();
    let (drawn, mut listeners) = owner.with(|| {
        let (view, listen) = make();
        let drawn = RenderEffect::new(move |_| draw(&document, view(), arrival, &root));
        (drawn, listen())
    });
    listeners.extend(window().map(|window| EventListener::new(&window, "beforeprint", |_| complete())));
    PROGRAM.with(|program| program.replace(Some(Program { _listeners: listeners, _drawn: drawn, _owner: owner })));
}

/// Puts a tree on the page; what is out of sight follows once the frame is made.
fn draw(document: &web_sys::Document, tree: Element, arrival: Arrival, root: &web_sys::Element) {
    let (live, late) = match (DRAWN.take(), arrival) {
        (None, Arrival::First) => (Live::adopt(document, Node::Element(tree), root.clone().into()), true),
        (None, Arrival::Second) => (in_place(|| Live::replace(document, Node::Element(tree), root)), true),
        (Some(mut live), _) => {
            let late = keeping_focus(document, || live.show(document, tree));
            (live, late)
        }
    };
    DRAWN.set(Some(live));
    let time = TIMES.get() + 1;
    TIMES.set(time);
    if late {
        after_frame(move || follow_up(time));
    }
}

/// Longest time for which what is out of sight keeps the page from answering, in milliseconds.
const SLICE: f64 = 8.0;

/// Brings what waits up to date, a slice at a time; a later drawing has a follow-up of its own.
fn follow_up(time: u32) {
    let end = js_sys::Date::now() + SLICE;
    let extent = Extent { absent: true, enough: &|| js_sys::Date::now() > end };
    if TIMES.get() == time && catch_up(&extent) {
        later(0, Box::new(move || follow_up(time)));
    }
}

/// Tells whether something still waits.
fn catch_up(extent: &Extent) -> bool {
    let (Some(mut live), Ok(document)) = (DRAWN.take(), document()) else { return false };
    let waits = live.catch_up(&document, extent);
    DRAWN.set(Some(live));
    waits
}

/// Brings what is on the page up to date, now.
pub fn settle() {
    catch_up(&Extent { absent: false, enough: &|| false });
}

/// Likewise, with the rest of a long list.
pub fn complete() {
    catch_up(&Extent { absent: true, enough: &|| false });
}

/// What can have the focus in the main region and may go with a change: not the fields one is filling in.
#[cfg(feature = "pages")]
const PASSING: &str = "main a[href], main button:enabled";

/// Gives the focus, when what had it is gone, to what stands in its place now.
#[cfg(feature = "pages")]
fn keeping_focus<T>(document: &web_sys::Document, change: impl FnOnce() -> T) -> T {
    let all = || document.query_selector_all(PASSING).ok();
    let active = document.active_element().filter(|e| e.matches(PASSING).unwrap_or(false));
    let place = active.as_ref().and_then(|active| {
        let all = all()?;
        (0..all.length()).find(|&at| all.get(at).is_some_and(|one| one.is_same_node(Some(active))))
    });
    let changed = change();
    if let (Some(active), Some(place)) = (active, place)
        && !active.is_connected()
        && let Some(all) = all()
        && let Some(next) = all.get(place.min(all.length().saturating_sub(1)))
    {
        super::page::focus_element(&next);
    }
    changed
}

/// The list loses nothing that has the focus.
#[cfg(not(feature = "pages"))]
fn keeping_focus<T>(_: &web_sys::Document, change: impl FnOnce() -> T) -> T {
    change()
}

/// Gives the focus back to what had it before a change, or to the heading when that is gone.
fn in_place<T>(change: impl FnOnce() -> T) -> T {
    let active = document().ok().and_then(|d| d.active_element());
    let held = active.is_some_and(|e| e.tag_name() != "BODY").then(focused);
    let changed = change();
    match held.as_deref() {
        None => {}
        Some("") => focus_without_scroll("titre"),
        Some(held) => focus_first(&[held, "#titre"]),
    }
    changed
}
