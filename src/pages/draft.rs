//! A field whose text counts once it is entered (Enter, or leaving it). What is being typed stays there, whatever is drawn
//! around it meanwhile: a clock, a word from another window.

use crate::domain::binary::digest;
use crate::kids;
use crate::platform::page;
use crate::view::node::{Element, el};

/// Empty again after each entry, ready for the next.
pub fn draft(id: String, enter: impl Fn(&str) -> bool + Send + Sync + 'static) -> Element {
    let own = id.clone();
    let enter = move |text: &str| {
        let taken = enter(text);
        if taken {
            page::empty(&own);
        }
        taken
    };
    field(id, String::new(), enter).attr("type", "text")
}

/// Of a whole number.
pub fn count_draft(
    id: String,
    value: Option<u32>,
    most: u32,
    enter: impl Fn(&str) -> bool + Send + Sync + 'static,
) -> Element {
    let value = value.map(|number| number.to_string()).unwrap_or_default();
    field(id, value, enter)
        .attr("type", "number")
        .attr("min", "0")
        .attr("max", most.to_string())
        .attr("inputmode", "numeric")
}

/// The field stays the same element, so that no key pressed meanwhile is lost. What is refused stays too, to be typed over.
fn field(id: String, value: String, enter: impl Fn(&str) -> bool + Send + Sync + 'static) -> Element {
    let key = digest(id.as_bytes());
    let own = id.clone();
    let entered = move |text: &str| {
        if !enter(text) {
            page::select(&own);
            // Leaving the field took the focus elsewhere since.
            let own = own.clone();
            page::after_paint(move || {
                if !page::has_focus(&own) {
                    page::select(&own);
                }
            });
        }
    };
    el("input", "xp-vote__count", kids![])
        .attr("id", id)
        .attr("autocomplete", "off")
        .attr("value", value)
        .on("change", entered)
        .key(key)
}
