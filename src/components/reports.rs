//! Known inconsistencies of the adopted text: what we noticed, with the quotes.

use super::prose::{ours, quote, with_quotes};
use crate::domain::corpus::{Quote, Report};
use crate::kids;
use crate::view::node::{Element, Node, each, el};

/// A quote kept in the data.
pub fn kept_quote(kept: &Quote) -> Element {
    quote(kids![kept.text.clone()], kept.context.as_deref().unwrap_or("texte adopté"), kept.page)
}

pub fn reports<'a>(reports: impl Iterator<Item = &'a Report>) -> Vec<Node> {
    each(reports.map(|report| {
        let quotes = each(report.quotes.iter().map(kept_quote));
        let title = el("summary", "", with_quotes(&report.title));
        el("details", "xp-report", kids![title, ours("Notre lecture", with_quotes(&report.explanation)), quotes])
    }))
}
