//! The table twin: the values of a drawing as rows of text, each row and cell with what following it does.

use crate::domain::french::{count, decimal, list};
use crate::domain::summary::{
    BarRow, Bars, Event, Flow, Grid, Intent, Link, Mark, Network, Node, ROWS, Shape, Summary, Timeline,
};

#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Heads of the columns, the rows' own first.
    pub heads: Vec<String>,
    pub rows: Vec<Row>,
    /// Whether the rows stand in the order of their heads already: that of the document, or of time.
    pub ordered: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub head: String,
    pub detail: String,
    pub cells: Vec<Cell>,
    pub intent: Intent,
    pub kept: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// As it is read; empty where there is no value.
    pub text: String,
    /// What sorting compares; absent for words.
    pub number: Option<f64>,
    pub intent: Intent,
}

impl Cell {
    fn number(number: usize) -> Cell {
        Cell { text: number.to_string(), number: Some(number as f64), intent: Intent::default() }
    }

    fn text(text: &str) -> Cell {
        // A column of whole numbers sorts as such.
        Cell { text: text.to_owned(), number: text.parse().ok(), intent: Intent::default() }
    }
}

pub fn table(summary: &Summary) -> Table {
    let head = |others: &[&str]| [summary.head.as_str()].iter().chain(others).map(|h| (*h).to_owned()).collect();
    let (heads, rows, ordered) = match &summary.shape {
        Shape::Bars(bars) => {
            let series = bars.series.iter().map(|series| series.name.as_str());
            let heads: Vec<&str> = series.chain(bars.extras.iter().map(String::as_str)).collect();
            (head(&heads), self::bars(bars), bars.ordered)
        }
        Shape::Tree(nodes) => (head(&["Actions", "Actions en tout", "Mesures"]), tree(nodes), true),
        Shape::Grid(grid) => {
            let across: Vec<&str> = grid.columns.iter().map(|mark| mark.label.as_str()).collect();
            (head(&across), self::grid(grid), false)
        }
        Shape::Network(network) => (head(&["Mesures en commun"]), self::network(network), false),
        Shape::Flow(flow) => (head(&["Vers", "Actions"]), self::flow(flow), false),
        Shape::Timeline(timeline) => (head(&["Événement", "Genre", "Page"]), self::timeline(timeline), true),
    };
    Table { heads, rows, ordered }
}

fn bars(bars: &Bars) -> Vec<Row> {
    let row = |row: &BarRow| {
        let values = row.values.iter().map(|value| match value {
            Some(value) => Cell { text: value.text.clone(), number: Some(value.number), intent: Intent::default() },
            None => Cell::text(""),
        });
        Row {
            head: row.mark.label.clone(),
            detail: row.mark.detail.clone(),
            cells: values.chain(row.extras.iter().map(|extra| Cell::text(extra))).collect(),
            intent: row.mark.intent.clone(),
            kept: row.mark.kept,
        }
    };
    bars.rows.iter().map(row).collect()
}

fn tree(nodes: &[Node]) -> Vec<Row> {
    let row = |node: &Node| Row {
        head: node.mark.label.clone(),
        detail: node.mark.detail.clone(),
        cells: vec![Cell::number(node.actions), Cell::number(node.actions_total), Cell::number(node.measures)],
        intent: node.mark.intent.clone(),
        kept: node.mark.kept,
    };
    nodes.iter().map(row).collect()
}

fn grid(grid: &Grid) -> Vec<Row> {
    let row = |(at, mark): (usize, &Mark)| {
        let cells = grid.columns.iter().enumerate().map(|(column, across)| {
            let number = grid.cell(at, column);
            let intent = if number > 0 { mark.intent.and(&across.intent) } else { Intent::default() };
            Cell { intent, ..Cell::number(number) }
        });
        Row {
            head: mark.label.clone(),
            detail: mark.detail.clone(),
            cells: cells.collect(),
            intent: mark.intent.clone(),
            kept: mark.kept,
        }
    };
    grid.rows.iter().enumerate().map(row).collect()
}

fn network(network: &Network) -> Vec<Row> {
    let row = |link: &Link| {
        let (one, other) = (&network.nodes.get(link.from)?.mark, &network.nodes.get(link.to)?.mark);
        Some(Row {
            head: format!("{} et {}", one.label, other.label),
            detail: String::new(),
            cells: vec![Cell::number(link.number)],
            intent: one.intent.and(&other.intent),
            kept: one.kept || other.kept,
        })
    };
    network.links.iter().filter_map(row).collect()
}

fn flow(flow: &Flow) -> Vec<Row> {
    let row = |link: &Link| {
        let (from, to) = (&flow.nodes.get(link.from)?.mark, &flow.nodes.get(link.to)?.mark);
        Some(Row {
            head: from.label.clone(),
            detail: String::new(),
            cells: vec![Cell::text(&to.label), Cell::number(link.number)],
            intent: from.intent.and(&to.intent),
            kept: from.kept && to.kept,
        })
    };
    flow.links.iter().filter_map(row).collect()
}

fn timeline(timeline: &Timeline) -> Vec<Row> {
    let row = |event: &Event| Row {
        head: event.when.clone(),
        detail: String::new(),
        cells: vec![
            Cell::text(&event.title),
            Cell::text(timeline.genres.get(event.genre).map_or("", String::as_str)),
            Cell::text(&event.page.to_string()),
        ],
        intent: Intent::default(),
        kept: true,
    };
    timeline.events.iter().map(row).collect()
}

/// The table as it goes to a spreadsheet: its heads, then its rows. Where a cell says its number in words (« 1 400 salariés
/// (2023) »), the words have a column of their own.
pub fn rows(table: &Table) -> Vec<Vec<String>> {
    let worded: Vec<bool> = (0..table.heads.len().saturating_sub(1))
        .map(|column| table.rows.iter().filter_map(|row| row.cells.get(column)).any(in_words))
        .collect();
    let mut first: Vec<String> = table.heads.first().cloned().into_iter().collect();
    first.push("Précision".to_owned());
    let heads = table.heads.iter().skip(1).zip(&worded).flat_map(|(head, worded)| {
        [Some(head.clone()), worded.then(|| format!("{head} (en toutes lettres)"))].into_iter().flatten()
    });
    let row = |row: &Row| {
        let cells = row.cells.iter().zip(&worded).flat_map(|(cell, worded)| {
            [Some(cell.number.map_or_else(|| cell.text.clone(), bare)), worded.then(|| cell.text.clone())]
                .into_iter()
                .flatten()
        });
        [row.head.clone(), row.detail.clone()].into_iter().chain(cells).collect()
    };
    [first.into_iter().chain(heads).collect()].into_iter().chain(table.rows.iter().map(row)).collect()
}

fn in_words(cell: &Cell) -> bool {
    cell.number.is_some_and(|number| bare(number) != cell.text)
}

/// A number as a spreadsheet in French reads it: no space, a comma.
fn bare(number: f64) -> String {
    decimal(number).replace('\u{202f}', "").replace('−', "-")
}

/// What the link under a long table offers: every row, or the first ones again.
pub fn unfold(summary: &Summary, whole: bool) -> Option<String> {
    let (rows, columns, all) = match &summary.shape {
        Shape::Bars(bars) => (bars.rows.len(), 0, bars.all.map(|all| (all, 0))),
        Shape::Grid(grid) => (grid.rows.len(), grid.columns.len(), grid.all),
        _ => return None,
    };
    match all {
        Some((down, across)) => {
            let left_out = [(rows, down, "ligne", "lignes"), (columns, across, "colonne", "colonnes")];
            let left_out = || left_out.iter().filter(|(shown, all, ..)| shown < all);
            let all: Vec<String> = left_out().map(|(_, all, one, many)| count(*all, one, many)).collect();
            let shown: Vec<String> = left_out().map(|(shown, ..)| shown.to_string()).collect();
            Some(format!("Voir les {} ({}\u{a0}sont montrées)", list(&all, "et les"), list(&shown, "et")))
        }
        None if whole && rows.max(columns) > ROWS => Some(format!("Ne montrer que les {ROWS}\u{a0}premières")),
        None => None,
    }
}
