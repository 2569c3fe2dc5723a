//! A document as a page shows it: the same blocks that are written to a file.

use super::plain_table::plain_table;
use crate::domain::document::{Block, Table};
use crate::kids;
use crate::view::node::{Element, Node, each, el};

pub fn paper(blocks: &[Block]) -> Vec<Node> {
    each(blocks.iter().map(block))
}

fn block(block: &Block) -> Element {
    match block {
        Block::Heading(1, text) => el("h2", "xp-subtitle", kids![text.clone()]),
        Block::Heading(_, text) => el("h3", "", kids![text.clone()]),
        Block::Official { text, page } => {
            let place = el("figcaption", "", kids![format!("page\u{a0}{page}")]);
            el("figure", "xp-quote", kids![el("blockquote", "", kids![text.clone()]), place])
        }
        Block::Text(text) => el("p", "", kids![text.clone()]),
        Block::List(items) => el("ul", "", each(items.iter().map(|item| el("li", "", kids![item.clone()])))),
        Block::Table(Table { caption, header, rows }) => {
            let heads: Vec<&str> = header.iter().map(String::as_str).collect();
            let cell = |text: &String| -> Vec<Node> { kids![text.clone()] };
            let rows = rows.iter().map(|row| row.iter().map(cell).collect()).collect();
            plain_table("xp-table__paper", caption.clone(), &heads, rows)
        }
    }
}
