//! A text printed segment by segment: found words, evidence and names each get their own mark.

use crate::domain::corpus::OptionIdx;
use crate::domain::facet::Facet;
use crate::domain::markup::Segment;
use crate::kids;
use crate::view::node::{Kid, Node, a, el};

/// Where a name in the text leads; `None` leaves it as plain text.
pub type Leads<'a> = &'a dyn Fn(Facet, OptionIdx) -> Option<String>;

/// Leads nowhere: names are plain text.
pub fn nowhere(_: Facet, _: OptionIdx) -> Option<String> {
    None
}

pub fn marked(segments: Vec<Segment>) -> Vec<Node> {
    linked(segments, &nowhere)
}

/// Prints segments; names lead where `leads` says.
pub fn linked(segments: Vec<Segment>, leads: Leads) -> Vec<Node> {
    let mut list = Vec::new();
    for Segment { text, found, evidence, name } in segments {
        let href = name.and_then(|(facet, option)| leads(facet, option));
        let inner = match (found, evidence) {
            (true, _) => kids![el("mark", "xp-found", kids![text])],
            (false, true) => kids![el("span", "xp-evidence", kids![text])],
            (false, false) => kids![text],
        };
        match href {
            Some(href) => a("xp-name", href, inner).add_to(&mut list),
            None => inner.add_to(&mut list),
        }
    }
    list
}
