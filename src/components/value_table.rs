//! The table twin of a chart: same values, sortable, with one button a row (or a cell) that does what a click on the
//! drawing does.

use crate::charts::table::{Cell, Row, Table};
use crate::domain::order::by_key;
use crate::domain::summary::Intent;
use crate::domain::text::fold;
use crate::kids;
use crate::view::node::{Element, Node, button, each, el, spoken};
use std::cmp::Reverse;

/// By which column, and which way; the order of the chart when absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    /// 0 is the heads of the rows.
    pub column: usize,
    pub descending: bool,
}

/// What the visitor does with the table, and what is chosen.
pub struct TableDeeds<'a, F, S> {
    pub follow: F,
    pub sort: S,
    pub chosen: &'a dyn Fn(&Intent) -> bool,
}

pub fn value_table<F, S>(name: &str, id: &str, table: &Table, sorted: Option<Sort>, deeds: TableDeeds<F, S>) -> Element
where
    F: Fn(Intent) + Copy + Send + Sync + 'static,
    S: Fn(usize) + Copy + Send + Sync + 'static,
{
    let heads = each(table.heads.iter().enumerate().map(|(column, text)| head(id, column, text, sorted, deeds.sort)));
    let follows = table.rows.iter().any(|row| !row.intent.is_empty());
    let last = follows.then(|| el("th", "xp-table__choose", kids!["Suivre"]).attr("scope", "col"));
    let rows = each(order(table, sorted).into_iter().map(|(at, row)| line(at, row, &table.heads, follows, &deeds)));
    let inside = kids![
        el("caption", "xp-hidden", kids![name.to_owned()]),
        el("thead", "", kids![el("tr", "", kids![heads, last])]),
        el("tbody", "", rows),
    ];
    let scroll = el("div", "xp-table", kids![el("table", "", inside)]);
    scroll.attr("tabindex", "0").attr("role", "region").attr("aria-label", format!("Tableau\u{a0}: {name}"))
}

/// A heading that sorts; which way is told to everyone.
fn head(
    id: &str,
    column: usize,
    text: &str,
    sorted: Option<Sort>,
    sort: impl Fn(usize) + Send + Sync + 'static,
) -> Element {
    let here = sorted.filter(|s| s.column == column);
    let (told, arrow) = match here {
        None => ("none", ""),
        Some(Sort { descending: false, .. }) => ("ascending", " ▲"),
        Some(Sort { descending: true, .. }) => ("descending", " ▼"),
    };
    let arrow = el("span", "", kids![arrow]).attr("aria-hidden", "true");
    let button = button("xp-table__sort", kids![spoken("Trier par "), text.to_owned(), arrow], move || sort(column));
    el("th", "", kids![button.attr("id", format!("tri-{id}-{column}"))]).attr("scope", "col").attr("aria-sort", told)
}

/// Rows with their place in the chart's own order.
fn order(table: &Table, sorted: Option<Sort>) -> Vec<(usize, &Row)> {
    let rows: Vec<(usize, &Row)> = table.rows.iter().enumerate().collect();
    let Some(Sort { column, descending }) = sorted else { return rows };
    let key = |&(at, row): &(usize, &Row)| {
        let cell = column.checked_sub(1).and_then(|at| row.cells.get(at));
        let number = match cell {
            // « Mesure 10 » after « Mesure 9 », « 10 mars 2025 » after « 2016 ».
            None if table.ordered => Some(at as i64),
            None => None,
            Some(cell) => cell.number.map(|n| (n * 1000.0) as i64),
        };
        (number, fold(cell.map_or(&row.head, |c| &c.text)))
    };
    if descending { by_key(&rows, |row| Reverse(key(row))) } else { by_key(&rows, key) }
}

fn line<F, S>(at: usize, row: &Row, heads: &[String], follows: bool, deeds: &TableDeeds<F, S>) -> Element
where
    F: Fn(Intent) + Copy + Send + Sync + 'static,
{
    let detail = el("span", "xp-table__detail", kids![row.detail.clone()]);
    let head = el("th", "", kids![row.head.clone(), " ", detail]).attr("scope", "row");
    let columns = heads.iter().skip(1);
    let cells = each(row.cells.iter().zip(columns).map(|(one, column)| cell(&row.head, column, one, deeds)));
    let last = follows.then(|| el("td", "xp-table__choose", kids![choose(&row.head, &row.intent, deeds)]));
    el("tr", "", kids![head, cells, last]).key(at as u64).class_if("xp-table__faded", !row.kept)
}

fn cell<F, S>(row: &str, column: &str, cell: &Cell, deeds: &TableDeeds<F, S>) -> Element
where
    F: Fn(Intent) + Copy + Send + Sync + 'static,
{
    let class = if cell.number.is_some() { "xp-table__number" } else { "" };
    if cell.intent.is_empty() {
        return el("td", class, kids![cell.text.clone()]);
    }
    let (intent, follow) = (cell.intent.clone(), deeds.follow);
    let pressed = (deeds.chosen)(&intent);
    let text = kids![cell.text.clone(), spoken(format!("\u{a0}: filtrer par {row} et {column}"))];
    let inside = button("xp-button xp-button--small", text, move || follow(intent.clone()));
    el("td", class, kids![inside.attr("aria-pressed", pressed.to_string())])
}

/// The button of a row: it filters, or opens.
fn choose<F, S>(name: &str, intent: &Intent, deeds: &TableDeeds<F, S>) -> Option<Node>
where
    F: Fn(Intent) + Copy + Send + Sync + 'static,
{
    if intent.is_empty() {
        return None;
    }
    let opens = intent.open.is_some();
    let text = if opens {
        kids!["Ouvrir", spoken(format!(" {name}"))]
    } else {
        kids!["Filtrer", spoken(format!(" par {name}"))]
    };
    let (kept, follow) = (intent.clone(), deeds.follow);
    let inside = button("xp-button xp-button--small", text, move || follow(kept.clone()));
    let pressed = (deeds.chosen)(intent);
    Some(Node::Element(if opens { inside } else { inside.attr("aria-pressed", pressed.to_string()) }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(head: &str, number: usize) -> Row {
        let cell = Cell { text: number.to_string(), number: Some(number as f64), intent: Intent::default() };
        Row { head: head.to_owned(), detail: String::new(), cells: vec![cell], intent: Intent::default(), kept: true }
    }

    #[test]
    fn rows_are_sorted_by_names_without_accents_and_by_numbers() {
        let rows = vec![row("Zoé", 9), row("Éric", 10), row("Fanny", 2)];
        let table =
            |ordered| Table { heads: vec!["Qui".to_owned(), "Combien".to_owned()], rows: rows.clone(), ordered };
        let heads =
            |table: &Table, sort| order(table, sort).into_iter().map(|(_, r)| r.head.clone()).collect::<Vec<_>>();
        let by = |column, descending| Some(Sort { column, descending });
        assert_eq!(heads(&table(false), None), ["Zoé", "Éric", "Fanny"]);
        assert_eq!(heads(&table(false), by(0, false)), ["Éric", "Fanny", "Zoé"]);
        assert_eq!(heads(&table(false), by(1, true)), ["Éric", "Zoé", "Fanny"]);
        assert_eq!(heads(&table(true), by(0, true)), ["Fanny", "Éric", "Zoé"], "in the document's order");
    }
}
