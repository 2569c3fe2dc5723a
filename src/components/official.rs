//! The adopted text of a measure, passage by passage: names lead to their pages, evidence and found words are marked.

use super::segments::{Leads, linked};
use crate::domain::corpus::Measure;
use crate::domain::markup::passage_block;
use crate::domain::needle::Search;
use crate::domain::passage::{Passage, Role};
use crate::domain::query::Query;
use crate::kids;
use crate::view::node::{Element, Node, each, el};

/// With what a text is read: the question, whose finds are marked, and where names lead.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    pub query: &'a Query,
    pub search: &'a Search,
    pub leads: Leads<'a>,
}

/// Prints the whole adopted text of a measure but its title; `tag` is the heading of its parts.
pub fn official(measure: &Measure, tag: &'static str, reading: Reading) -> Element {
    let name = |name: &'static str| el(tag, "xp-official__name", kids![name]);
    let part = |role: Role| {
        let passage = measure.passage(role)?;
        Some(el("div", "xp-official__part", kids![name(role_name(role)), blocks(passage, reading)]))
    };
    let actions = each(measure.actions().map(|p| action(measure.number, p, reading)));
    let inside = kids![
        part(Role::Objective),
        part(Role::Lead),
        name("Actions"),
        el("ol", "xp-actions", actions),
        part(Role::Closing),
    ];
    el("div", "xp-official", inside)
}

/// What a part of a measure is called.
pub fn role_name(role: Role) -> &'static str {
    match role {
        Role::Title => "Titre",
        Role::Objective => "Objectif",
        Role::Lead => "Mise en œuvre",
        Role::Action(_) => "Action",
        Role::Closing => "Complément",
    }
}

/// One action, with its number in the strategy.
pub fn action(number: u16, passage: &Passage, reading: Reading) -> Element {
    let (rank, key) = match passage.role {
        Role::Action(n) => (format!("{number}.{n}"), u64::from(n)),
        _ => (String::new(), 0),
    };
    let text = el("div", "xp-action__text", blocks(passage, reading));
    el("li", "xp-action", kids![el("span", "xp-action__rank", kids![rank, " "]), text]).key(key)
}

pub fn blocks(passage: &Passage, reading: Reading) -> Vec<Node> {
    let Reading { query, search, leads } = reading;
    each((0..passage.blocks.len()).map(|at| el("p", "", linked(passage_block(passage, at, query, search), leads))))
}
