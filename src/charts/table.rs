//! The table twin: the values of a drawing as rows of text, each row and cell with what following it does.

use crate::domain::french::count;
use crate::domain::summary::{Bars, Flow, Grid, Intent, Network, Node, Shape, Summary, Timeline};

#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Heads of the columns, the rows' own first.
    pub heads: Vec<String>,
    pub rows: Vec<Row>,
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
    match &summary.shape {
        Shape::Bars(bars) => self::bars(&summary.head, bars),
        Shape::Tree(nodes) => Table { heads: head(&["Actions", "Actions en tout", "Mesures"]), rows: tree(nodes) },
        Shape::Grid(grid) => self::grid(&summary.head, grid),
        Shape::Network(network) => Table { heads: head(&["Mesures en commun"]), rows: self::network(network) },
        Shape::Flow(flow) => Table { heads: head(&["Vers", "Actions"]), rows: self::flow(flow) },
        Shape::Timeline(timeline) => {
            Table { heads: head(&["Événement", "Nature", "Page"]), rows: self::timeline(timeline) }
        }
    }
}

fn bars(head: &str, bars: &Bars) -> Table {
    let heads = bars.series.iter().map(|s| s.name.clone()).chain(bars.extras.iter().cloned());
    let rows = bars.rows.iter().map(|row| {
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
    });
    Table { heads: [head.to_owned()].into_iter().chain(heads).collect(), rows: rows.collect() }
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

fn grid(head: &str, grid: &Grid) -> Table {
    let heads = [head.to_owned()].into_iter().chain(grid.columns.iter().map(|m| m.label.clone())).collect();
    let rows = grid.rows.iter().enumerate().map(|(at, mark)| {
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
    });
    Table { heads, rows: rows.collect() }
}

fn network(network: &Network) -> Vec<Row> {
    let row = |link: &crate::domain::summary::Link| {
        let ((one, _), (other, _)) = (network.nodes.get(link.from)?, network.nodes.get(link.to)?);
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
    let row = |link: &crate::domain::summary::Link| {
        let ((from, _), (to, _)) = (flow.nodes.get(link.from)?, flow.nodes.get(link.to)?);
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
    let row = |event: &crate::domain::summary::Event| Row {
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

/// The table as it goes to a spreadsheet: its heads, then its rows.
pub fn rows(table: &Table) -> Vec<Vec<String>> {
    let row = |row: &Row| {
        let cells = row.cells.iter().map(|cell| cell.text.clone());
        [row.head.clone(), row.detail.clone()].into_iter().chain(cells).collect()
    };
    let mut heads = table.heads.clone();
    heads.insert(1.min(heads.len()), "Précision".to_owned());
    [heads].into_iter().chain(table.rows.iter().map(row)).collect()
}

/// « 12 lignes sur 72 », for what is left out of a long table; empty when nothing is.
pub fn rest(summary: &Summary) -> Option<(usize, usize)> {
    match &summary.shape {
        Shape::Bars(Bars { rows, all: Some(all), .. }) => Some((rows.len(), *all)),
        Shape::Grid(Grid { rows, all: Some(all), .. }) => Some((rows.len(), *all)),
        _ => None,
    }
}

/// « Voir les 72 lignes (12 sont montrées) ».
pub fn more(shown: usize, all: usize) -> String {
    format!("Voir les {} ({shown}\u{a0}sont montrées)", count(all, "ligne", "lignes"))
}
