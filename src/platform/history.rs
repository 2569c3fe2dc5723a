//! The address bar and its history.
//!
//! Each entry remembers where the page was scrolled and what had the focus, so that Back gives both back. Refused in
//! some sandboxed frames and when called too often: the view still changes, only the address bar stays behind.

use super::{PlatformError, refused, window};
use gloo::events::EventListener;
use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Fragment of the page's address, `#` included; empty when there is none.
pub fn fragment() -> String {
    window().ok().and_then(|w| w.location().hash().ok()).unwrap_or_default()
}

/// The page's whole address with this fragment, to be shared.
pub fn href_with(fragment: &str) -> String {
    let href = window().ok().and_then(|w| w.location().href().ok()).unwrap_or_default();
    format!("{}{fragment}", href.split('#').next().unwrap_or_default())
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
    remember();
    let history = window()?.history().map_err(refused("historique"))?;
    history.push_state_with_url(&JsValue::NULL, "", Some(fragment)).map_err(refused("historique"))
}

/// Writes a fragment over the current entry.
pub fn replace(fragment: &str) -> Result<(), PlatformError> {
    let history = window()?.history().map_err(refused("historique"))?;
    let state = history.state().unwrap_or(JsValue::NULL);
    history.replace_state_with_url(&state, "", Some(fragment)).map_err(refused("historique"))
}

/// Notes scroll and focus in the current entry.
pub fn remember() {
    let _ = try_remember();
}

fn try_remember() -> Result<(), PlatformError> {
    let window = window()?;
    let history = window.history().map_err(refused("historique"))?;
    let focused = window.document().and_then(|d| d.active_element()).map(|e| e.id()).unwrap_or_default();
    let scroll = window.scroll_y().unwrap_or(0.0);
    let state = Array::of2(&scroll.into(), &focused.into());
    history.replace_state(&state, "").map_err(refused("historique"))
}

/// Scroll and focus noted in the current entry.
pub struct Place {
    pub scroll: f64,
    /// Id of the element that had the focus; empty when it had none.
    pub focus: String,
}

fn place() -> Option<Place> {
    let state = window().ok()?.history().ok()?.state().ok()?;
    let scroll = Reflect::get_u32(&state, 0).ok()?.as_f64()?;
    let focus = Reflect::get_u32(&state, 1).ok()?.as_string()?;
    Some(Place { scroll, focus })
}

/// Puts the page back where the current entry left it, once the view has been drawn.
pub fn restore() {
    if let Some(place) = place() {
        super::page::after_paint(move || {
            super::page::focus_without_scroll(&place.focus);
            if let Ok(window) = window() {
                window.scroll_to_with_x_and_y(0.0, place.scroll);
            }
        });
    }
}

/// Calls back when the visitor goes back or forward, or types another fragment. Listens as long as the page lives.
pub fn on_change(call: impl Fn(String) + 'static) {
    let Ok(window) = window() else { return };
    if let Ok(history) = window.history() {
        // We restore the scroll ourselves, after the view is drawn.
        let _ = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
    }
    EventListener::new(window.unchecked_ref(), "popstate", move |_| call(fragment())).forget();
}
