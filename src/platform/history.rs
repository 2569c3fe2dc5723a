//! The address bar and its history.
//!
//! Each entry remembers where the page was scrolled and what had the focus, so that Back gives both back. Refused in
//! some sandboxed frames and when called too often: the view still changes, only the address bar stays behind.

use super::{Listeners, PlatformError, page, refused, window};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Reflect};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};

/// Fragment of the page's address, `#` included; empty when there is none, or when it names a place in the page.
pub fn fragment() -> String {
    let hash = window().ok().and_then(|w| w.location().hash().ok()).unwrap_or_default();
    let place = hash.strip_prefix('#').filter(|name| !name.starts_with('/'));
    if place.is_some_and(page::has) { String::new() } else { hash }
}

/// Fragment of the view on the page, as its own link out of a frame gives it: the program before may have been refused the
/// address bar, which then is behind.
#[cfg(feature = "pages")]
pub fn shown() -> Option<String> {
    let link = super::document().ok()?.query_selector(&format!(".{}", super::links::WHOLE)).ok()??;
    link.get_attribute("href")?.strip_prefix("./").map(str::to_owned)
}

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

/// An address about to be written: after the frame that shows it, which it would delay.
struct Entry {
    fragment: String,
    /// The place of the entry it follows; `None` when it is written over the current one.
    left: Option<Array>,
}

thread_local! {
    static WAITING: RefCell<Option<Entry>> = const { RefCell::new(None) };
}

/// Writes a fragment as a new entry; inside a frame over the current one, so that the host's history stays its own.
pub fn push(fragment: &str) {
    if framed() {
        return replace(fragment);
    }
    flush();
    forget();
    wait(Entry { fragment: fragment.to_owned(), left: Some(here()) });
}

/// Writes a fragment over the current entry.
pub fn replace(fragment: &str) {
    let left = WAITING.take().and_then(|entry| entry.left);
    wait(Entry { fragment: fragment.to_owned(), left });
}

fn wait(entry: Entry) {
    WAITING.set(Some(entry));
    page::after_frame(flush);
}

/// Writes what waits, now.
pub fn flush() {
    let Some(entry) = WAITING.take() else { return };
    let Ok(history) = window().and_then(|w| w.history().map_err(refused("historique"))) else { return };
    let url = Some(entry.fragment.as_str());
    // A refusal leaves the bar behind, and costs the return to the same place.
    let _ = match entry.left {
        Some(place) => {
            let _ = history.replace_state(&place, "");
            history.push_state_with_url(&JsValue::NULL, "", url)
        }
        None => history.replace_state_with_url(&history.state().unwrap_or(JsValue::NULL), "", url),
    };
}

/// Time after which a scroll or a new focus is noted, in milliseconds: browsers refuse an address bar that changes too
/// often (Safari allows 100 changes in 30 seconds), and a click has no time to lose on it.
const PAUSE: u32 = 400;

thread_local! {
    /// The note about to be taken.
    static PENDING: RefCell<Option<Timeout>> = const { RefCell::new(None) };
}

/// Notes scroll and focus in the current entry after a pause: once the browser goes back it is too late.
fn note() {
    PENDING.with_borrow_mut(|pending| {
        pending.get_or_insert_with(|| {
            Timeout::new(PAUSE, || {
                forget();
                // A refusal only costs the return to the same place.
                let _ = try_remember();
            })
        });
    });
}

/// Notes nothing of what was about to be: it belongs to another entry, or to another program from now on.
pub fn forget() {
    PENDING.with(|pending| drop(pending.take()));
}

fn try_remember() -> Result<(), PlatformError> {
    flush();
    let history = window()?.history().map_err(refused("historique"))?;
    history.replace_state(&here(), "").map_err(refused("historique"))
}

/// What an entry remembers: scroll, focus, and where in the window what has the focus is.
fn here() -> Array {
    Array::of3(&page::scroll().into(), &page::focused().into(), &page::focused_top().into())
}

/// The place noted in the current entry.
struct Place {
    scroll: f64,
    /// Selector of the element that had the focus; empty when it had none.
    focus: String,
    /// Top of that element in the window: the scroll alone counts cards never seen, whose heights are guessed.
    top: f64,
}

/// Whether the current entry remembers a place: it was seen before.
pub fn remembers() -> bool {
    place().is_some()
}

fn place() -> Option<Place> {
    let state = window().ok()?.history().ok()?.state().ok()?;
    let scroll = Reflect::get_u32(&state, 0).ok()?.as_f64()?;
    let focus = Reflect::get_u32(&state, 1).ok()?.as_string()?;
    let top = Reflect::get_u32(&state, 2).ok()?.as_f64()?;
    Some(Place { scroll, focus, top })
}

/// Puts the page back where the current entry left it, or at its top, once the view has been drawn.
pub fn restore() {
    // What was about to be noted belongs to the entry just left.
    forget();
    let place = place();
    if place.is_none() {
        // At once too: the browser may have gone to the card of that address, and a shorter page would show its foot.
        page::scroll_to_top();
    }
    page::after_paint(move || {
        let Some(place) = place else { return page::scroll_to_top() };
        page::focus_first(&[&place.focus, "#titre"]);
        page::scroll_back(place.scroll, &place.focus, place.top);
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
    let steps = EventListener::new(window.unchecked_ref(), "popstate", move |_| {
        // Left for another entry before it was written.
        WAITING.take();
        call(fragment());
    });
    // Reloaded or left within a frame: the address goes along.
    let leaves = EventListener::new(window.unchecked_ref(), "pagehide", |_| flush());
    moves.into_iter().chain([steps, leaves]).collect()
}
