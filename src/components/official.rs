//! The adopted text of a measure, passage by passage: names lead to their pages, evidence and found words are marked.

use super::segments::{Leads, linked};
use crate::domain::corpus::Measure;
use crate::domain::markup::passage_block;
use crate::domain::needle::Search;
use crate::domain::passage::{Passage, Role};
use crate::kids;
use crate::view::node::{Element, Node, each, el};

/// Prints the whole adopted text of a measure but its title; `tag` is the heading of its parts.
pub fn official(measure: &Measure, tag: &'static str, search: &Search, leads: Leads) -> Element {
    let name = |name: &'static str| el(tag, "xp-official__name", kids![name]);
    let part = |role: Role, title: &'static str| {
        let passage = measure.passage(role)?;
        Some(el("div", "xp-official__part", kids![name(title), blocks(passage, search, leads)]))
    };
    let actions = each(measure.actions().map(|p| action(measure.number, p, search, leads)));
    let inside = kids![
        part(Role::Objective, "Objectif"),
        part(Role::Lead, "Mise en œuvre"),
        name("Actions"),
        el("ol", "xp-actions", actions),
        part(Role::Closing, "Complément"),
    ];
    el("div", "xp-official", inside)
}

/// One action, with its number in the strategy.
pub fn action(number: u16, passage: &Passage, search: &Search, leads: Leads) -> Element {
    let (rank, key) = match passage.role {
        Role::Action(n) => (format!("{number}.{n}"), u64::from(n)),
        _ => (String::new(), 0),
    };
    let text = el("div", "xp-action__text", blocks(passage, search, leads));
    el("li", "xp-action", kids![el("span", "xp-action__rank", kids![rank, " "]), text]).key(key)
}

fn blocks(passage: &Passage, search: &Search, leads: Leads) -> Vec<Node> {
    each((0..passage.blocks.len()).map(|at| el("p", "", linked(passage_block(passage, at, search), leads))))
}
