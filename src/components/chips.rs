//! What is asked, one removable chip a choice, and a way to clear everything.

use crate::kids;
use crate::view::node::{Element, button, each, el, spoken};

/// A choice that can be taken back.
#[derive(Clone, PartialEq)]
pub struct Chip<K> {
    pub key: K,
    /// Tells chips apart across updates.
    pub rank: u64,
    /// Chosen by the page around this one, for good.
    pub fixed: bool,
    /// « Partenaire ».
    pub kind: String,
    pub label: String,
}

/// Id of the chips: where the focus goes when one has gone.
pub const CHIPS: &str = "criteres";

pub fn chips<K: Copy + Send + Sync + 'static>(
    chips: Vec<Chip<K>>,
    remove: impl Fn(K) + Copy + Send + Sync + 'static,
    clear: impl Fn() + Send + Sync + 'static,
) -> Element {
    let none = chips.is_empty();
    let items = each(chips.into_iter().map(|Chip { key, rank, fixed, kind, label }| {
        let kind = el("span", "xp-chip__kind", kids![kind, "\u{a0}: "]);
        if fixed {
            return el("li", "", kids![el("span", "xp-chip", kids![kind, label])]).key(rank);
        }
        let cross = el("span", "xp-chip__cross", kids!["×"]).attr("aria-hidden", "true");
        let text = kids![spoken("Retirer le critère "), kind, label, cross];
        el("li", "", kids![button("xp-chip", text, move || remove(key))]).key(rank)
    }));
    let inside = kids![
        el("h2", "xp-hidden", kids!["Critères choisis"]).attr("id", CHIPS).attr("tabindex", "-1"),
        el("ul", "xp-chips__list", items),
        button("xp-link-button", kids!["Tout effacer"], clear).attr("id", "tout-effacer"),
    ];
    el("div", "xp-chips xp-needs-js", inside).flag("hidden", none)
}
