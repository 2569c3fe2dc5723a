//! The table twin of a chart: same values, one button a row that does what a click on the drawing does.

use crate::charts::twin::{Row, Twin};
use crate::domain::corpus::OptionIdx;
use crate::kids;
use crate::view::node::{Element, button, each, el, spoken};

/// `level` names what the rows are; `chosen` says which the visitor chose.
pub fn twin_table(
    twin: &Twin,
    level: &str,
    chosen: &dyn Fn(OptionIdx) -> bool,
    choose: impl Fn(OptionIdx) + Copy + Send + Sync + 'static,
) -> Element {
    let heads = each(twin.columns.iter().map(|c| el("th", "xp-table__number", kids![c.clone()]).attr("scope", "col")));
    let first = el("th", "", kids![level.to_owned()]).attr("scope", "col");
    let last = el("th", "xp-table__choose", kids!["Filtrer"]).attr("scope", "col");
    let rows = each(twin.rows.iter().map(|row| line(row, chosen(row.option), choose)));
    let inside = kids![
        el("caption", "xp-hidden", kids![twin.title.clone()]),
        el("thead", "", kids![el("tr", "", kids![first, heads, last])]),
        el("tbody", "", rows),
    ];
    let scroll = el("div", "xp-table", kids![el("table", "", inside)]);
    scroll.attr("tabindex", "0").attr("role", "region").attr("aria-label", "Tableau des valeurs")
}

fn line(row: &Row, chosen: bool, choose: impl Fn(OptionIdx) + Copy + Send + Sync + 'static) -> Element {
    let option = row.option;
    let detail = el("span", "xp-table__detail", kids![row.detail.clone()]);
    let head = el("th", "", kids![row.head.clone(), " ", detail]).attr("scope", "row");
    let cells = row.cells.iter().zip(&row.totals);
    let cells =
        each(cells.map(|(value, total)| el("td", "xp-table__number", kids![format!("{value} sur\u{a0}{total}")])));
    let filter =
        button("xp-button xp-button--small", kids!["Filtrer", spoken(format!(" par {}", row.head))], move || {
            choose(option)
        })
        .attr("aria-pressed", chosen.to_string());
    let inside = kids![head, cells, el("td", "xp-table__choose", kids![filter])];
    el("tr", "", inside).key(u64::from(option.0)).class_if("xp-table__faded", !row.kept)
}
