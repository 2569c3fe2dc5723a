//! The address bar and its history.
//!
//! Each entry remembers where the page was scrolled and what had the focus, so that Back gives both back. Refused in
//! some sandboxed frames and when called too often: the view still changes, only the address bar stays behind.

use super::{Listeners, PlatformError, refused, window};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Reflect};
use std::cell::{Cell, RefCell};
use wasm_bindgen::{JsCast, JsValue};

/// Fragment of the page's address, `#` included; empty when there is none, or when it names a place in the page.
pub fn fragment() -> String {
    let hash = window().ok().and_then(|w| w.location().hash().ok()).unwrap_or_default();
    let place = hash.strip_prefix('#').filter(|name| !name.starts_with('/'));
    if place.is_some_and(super::page::has) { String::new() } else { hash }
}

/// Fragment of the view on the page, as its own link out of a frame gives it: the program before may have been refused the
/// address bar, which then is behind.
#[cfg(feature = "pages")]
pub fn shown() -> Option<String> {
    let link = super::document().ok()?.query_selector(WHOLE).ok()??;
    link.get_attribute("href")?.strip_prefix("./").map(str::to_owned)
}

/// The link to the view on the page, out of a frame.
#[cfg(feature = "pages")]
const WHOLE: &str = ".xp-footer__whole";

/// Query of the page's address, `?` included; empty when there is none.
pub fn query() -> String {
    window().ok().and_then(|w| w.location().search().ok()).unwrap_or_default()
}

/// The page's whole address with this fragment, to be shared: without what the host of a frame asked for.
pub fn href_with(fragment: &str) -> String {
    let href = window().ok().and_then(|w| w.location().href().ok()).unwrap_or_default();
    format!("{}{fragment}", href.split(['#', '?']).next().unwrap_or_default())
}

/// Whether the page is shown inside another one.
pub fn framed() -> bool {
    window().is_ok_and(|w| w.parent().ok().flatten().is_none_or(|parent| parent != w))
}

/// Writes a fragment as a new entry; inside a frame over the current one, so that the host's history stays its own.
pub fn push(fragment: &str) -> Result<(), PlatformError> {
    if framed() {
        return replace(fragment);
    }
    let _ = try_remember();
    let history = window()?.history().map_err(refused("historique"))?;
    history.push_state_with_url(&JsValue::NULL, "", Some(fragment)).map_err(refused("historique"))
}

/// Writes a fragment over the current entry.
pub fn replace(fragment: &str) -> Result<(), PlatformError> {
    let history = window()?.history().map_err(refused("historique"))?;
    let state = history.state().unwrap_or(JsValue::NULL);
    history.replace_state_with_url(&state, "", Some(fragment)).map_err(refused("historique"))
}

/// Least time between two notes, in milliseconds: browsers refuse an address bar that changes too often (Safari allows
/// 100 changes in 30 seconds).
const PAUSE: u32 = 400;

thread_local! {
    /// Runs while notes must wait.
    static PENDING: RefCell<Option<Timeout>> = const { RefCell::new(None) };
    /// Whether something is to be noted once the pause ends.
    static LATER: Cell<bool> = const { Cell::new(false) };
}

/// Notes scroll and focus in the current entry, at once or when the pause ends: once the browser goes back it is too late.
fn note() {
    if PENDING.with(|pending| pending.borrow().is_some()) {
        LATER.set(true);
        return;
    }
    // A refusal only costs the return to the same place.
    let _ = try_remember();
    let after = Timeout::new(PAUSE, || {
        forget_pending();
        if LATER.take() {
            note();
        }
    });
    PENDING.with(|pending| drop(pending.replace(Some(after))));
}

fn forget_pending() {
    PENDING.with(|pending| drop(pending.take()));
}

/// Notes nothing of what was about to be: it belongs to another entry, or to another program from now on.
pub fn forget() {
    forget_pending();
    LATER.set(false);
}

fn try_remember() -> Result<(), PlatformError> {
    let window = window()?;
    let history = window.history().map_err(refused("historique"))?;
    let state = Array::of2(&window.scroll_y().unwrap_or(0.0).into(), &super::page::focused().into());
    history.replace_state(&state, "").map_err(refused("historique"))
}

/// Scroll and focus noted in the current entry.
pub struct Place {
    pub scroll: f64,
    /// Selector of the element that had the focus; empty when it had none.
    pub focus: String,
}

/// Whether the current entry remembers a place: it was seen before.
pub fn remembers() -> bool {
    place().is_some()
}

fn place() -> Option<Place> {
    let state = window().ok()?.history().ok()?.state().ok()?;
    let scroll = Reflect::get_u32(&state, 0).ok()?.as_f64()?;
    let focus = Reflect::get_u32(&state, 1).ok()?.as_string()?;
    Some(Place { scroll, focus })
}

/// Puts the page back where the current entry left it, or at its top, once the view has been drawn.
pub fn restore() {
    // What was about to be noted belongs to the entry just left.
    forget();
    let place = place();
    super::page::after_paint(move || {
        if let Some(place) = &place {
            super::page::focus_first(&[&place.focus, "#titre"]);
        }
        if let Ok(window) = window() {
            window.scroll_to_with_x_and_y(0.0, place.map_or(0.0, |p| p.scroll));
        }
    });
}

/// Calls back when the visitor goes back or forward, or types another fragment.
pub fn on_change(call: impl Fn(String) + 'static) -> Listeners {
    let Ok(window) = window() else { return Vec::new() };
    if let Ok(history) = window.history() {
        // We restore the scroll ourselves, after the view is drawn.
        let _ = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
    }
    let moves = ["scroll", "focusin"].map(|event| EventListener::new(window.unchecked_ref(), event, |_| note()));
    let steps = EventListener::new(window.unchecked_ref(), "popstate", move |_| call(fragment()));
    moves.into_iter().chain([steps]).collect()
}
