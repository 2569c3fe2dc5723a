//! A table to read: a caption, a header a column, a header a row. Too wide for its place, it scrolls alone.

use crate::kids;
use crate::view::node::{Element, Node, each, el};

/// The first cell of each row names it; `class` says how wide the columns are.
pub fn plain_table(class: &'static str, caption: String, heads: &[&str], rows: Vec<Vec<Vec<Node>>>) -> Element {
    let heads = each(heads.iter().map(|head| el("th", "", kids![(*head).to_owned()]).attr("scope", "col")));
    let rows = each(rows.into_iter().map(row));
    let inside = kids![
        el("caption", "xp-hidden", kids![caption.clone()]),
        el("thead", "", kids![el("tr", "", heads)]),
        el("tbody", "", rows),
    ];
    let scroll = el("div", "xp-table", kids![el("table", class, inside)]);
    scroll.attr("tabindex", "0").attr("role", "region").attr("aria-label", caption)
}

fn row(cells: Vec<Vec<Node>>) -> Element {
    let cells = cells.into_iter().enumerate().map(|(at, cell)| match at {
        0 => el("th", "", cell).attr("scope", "row"),
        _ => el("td", "", cell),
    });
    el("tr", "", each(cells))
}
