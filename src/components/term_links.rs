//! Names of terms as links to their pages, in one line that wraps.

use crate::kids;
use crate::view::node::{Element, a, each, el};

/// A term to print: its name, and where it leads.
pub struct TermLink {
    pub name: String,
    pub href: String,
    /// A word after the name: a count, a role.
    pub note: Option<String>,
}

pub fn term_links(links: Vec<TermLink>) -> Element {
    let items = each(links.into_iter().map(|TermLink { name, href, note }| {
        let note = note.map(|note| el("span", "xp-tags__note", kids![format!(" {note}")]));
        el("li", "", kids![a("xp-tag", href, kids![name]), note])
    }));
    el("ul", "xp-tags", items)
}
