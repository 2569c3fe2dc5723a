//! Internal links: a plain click on `href="#/…"` becomes one step of the address, without the browser's own jump.
//!
//! A click meant for a new tab or window is left to the browser, as are links to other pages.

use super::{Listeners, document, page, program};
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent};

/// Id of the main region: where « aller au contenu » leads.
pub const MAIN: &str = "contenu";

/// Class of the link to the view on the page, out of a frame.
pub const WHOLE: &str = "xp-footer__whole";

/// Attribute of a button that puts a measure in the selection: its number.
pub const PICK: &str = "data-choisir";

/// Calls back with the fragment of each internal link followed, and with the number of each measure picked.
pub fn on_follow(call: impl Fn(&str) + 'static, pick: impl Fn(u16) + 'static) -> Listeners {
    let Ok(document) = document() else { return Vec::new() };
    let options = EventListenerOptions::enable_prevent_default();
    let clicks = EventListener::new_with_options(document.unchecked_ref(), "click", options, move |event| {
        let Some(click) = event.dyn_ref::<MouseEvent>() else { return };
        let plain =
            click.button() == 0 && !(click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key());
        if !plain || click.default_prevented() {
            return;
        }
        // Where a link leads may be late.
        program::settle();
        let within = click.target().and_then(|t| t.dyn_into::<Element>().ok());
        let link = within.and_then(|e| e.closest("a[href]:not([target]),[data-choisir]").ok()?);
        if let Some(number) = link.as_ref().and_then(|l| l.get_attribute(PICK)?.parse().ok()) {
            return pick(number);
        }
        match link.and_then(|l| l.get_attribute("href")).as_deref() {
            Some(href) if href.starts_with("#/") => {
                click.prevent_default();
                call(href);
            }
            Some(href) => {
                // Another anchor of the page must not take the place of the address.
                if let Some(id) = href.strip_prefix('#') {
                    click.prevent_default();
                    page::focus(id);
                }
            }
            None => {}
        }
    });
    vec![clicks]
}
