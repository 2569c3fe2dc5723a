//! The few shapes a chart may have, with what following each of its marks does.

use crate::domain::binary::{Binary, Reader, Stream, Writer, binary};
use crate::domain::corpus::{MeasureIdx, OptionIdx};
use crate::domain::facet::Facet;

/// What following a mark does: nothing when both are empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Intent {
    /// Options to choose together, or to take back when all are chosen already.
    pub choose: Vec<(Facet, OptionIdx)>,
    pub open: Option<MeasureIdx>,
}

impl Intent {
    pub fn choose(facet: Facet, option: OptionIdx) -> Intent {
        Intent { choose: vec![(facet, option)], open: None }
    }

    /// Chooses what both choose.
    pub fn and(&self, other: &Intent) -> Intent {
        Intent { choose: self.choose.iter().chain(&other.choose).copied().collect(), open: None }
    }

    pub fn is_empty(&self) -> bool {
        self.choose.is_empty() && self.open.is_none()
    }
}

/// Something a chart names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mark {
    pub label: String,
    pub detail: String,
    /// Colour and pattern: the place of the outermost section, from 0.
    pub group: usize,
    /// False when the visitor chose others.
    pub kept: bool,
    pub intent: Intent,
}

/// What a click on the drawing fell on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pick {
    pub item: usize,
    /// A link between two nodes rather than a node.
    pub link: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    Bars(Bars),
    Tree(Vec<Node>),
    Grid(Grid),
    Network(Network),
    Flow(Flow),
    Timeline(Timeline),
}

/// Horizontal bars: a row a mark, a bar a series.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Bars {
    pub series: Vec<Series>,
    /// One after the other rather than one under the other.
    pub stacked: bool,
    /// Whether the rows stand in the document's order, or in that of time.
    pub ordered: bool,
    /// Heads of what only the table says.
    pub extras: Vec<String>,
    pub rows: Vec<BarRow>,
    /// Rows there would be with « voir tous », when some are left out.
    pub all: Option<usize>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    pub name: String,
    /// Its colour; the rows' own when absent.
    pub group: Option<usize>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct BarRow {
    pub mark: Mark,
    /// One a series; absent where nothing was measured: no bar then.
    pub values: Vec<Option<Value>>,
    /// The number that makes a full bar, where each row has its own.
    pub full: Option<f64>,
    /// Beside the last bar of stacked series.
    pub total: String,
    pub extras: Vec<String>,
}

/// A number, and how it is said.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    pub number: f64,
    pub text: String,
}

/// A node of the tree, in the order a reader meets them: parents first.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    pub mark: Mark,
    /// From 0, outermost.
    pub depth: u8,
    pub actions: usize,
    pub actions_total: usize,
    /// Measures under it; 1 for a measure.
    pub measures: usize,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Grid {
    pub rows: Vec<Mark>,
    pub columns: Vec<Mark>,
    /// Measures, row by row.
    pub cells: Vec<usize>,
    /// Rows and columns there would be with « voir tous », when some are left out.
    pub all: Option<(usize, usize)>,
}

/// A mark that others are joined to.
#[derive(Debug, Clone, PartialEq)]
pub struct Vertex {
    pub mark: Mark,
    /// Measures or actions that bear it.
    pub number: usize,
}

/// Marks joined two by two.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Network {
    pub nodes: Vec<Vertex>,
    pub links: Vec<Link>,
}

/// Layers of nodes, and what goes from one layer to the next.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Flow {
    pub nodes: Vec<Vertex>,
    /// Layer of each node, from 0.
    pub depths: Vec<usize>,
    pub layers: Vec<String>,
    pub links: Vec<Link>,
}

/// By places among the nodes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    pub from: usize,
    pub to: usize,
    pub number: usize,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Timeline {
    /// Kinds of event, in the order of display.
    pub genres: Vec<String>,
    pub events: Vec<Event>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    pub title: String,
    /// As it is read: « 26 avril 2024 ».
    pub when: String,
    /// Place among the genres.
    pub genre: usize,
    /// `2024-04-26`, `2024-05` or `2024`.
    pub start: String,
    pub end: Option<String>,
    pub page: u16,
}

impl Grid {
    pub fn cell(&self, row: usize, column: usize) -> usize {
        self.cells.get(row * self.columns.len() + column).copied().unwrap_or(0)
    }

    /// The cells that are drawn, in the order they are: `(row, column, measures)`.
    pub fn filled(&self) -> Vec<(usize, usize, usize)> {
        let width = self.columns.len().max(1);
        let cells = self.cells.iter().enumerate().filter(|(_, n)| **n > 0);
        cells.map(|(at, n)| (at / width, at % width, *n)).collect()
    }
}

impl Shape {
    /// What following a mark of the drawing does.
    pub fn intent(&self, pick: Pick) -> Intent {
        let at = pick.item;
        let both = |nodes: &[Vertex], links: &[Link]| {
            let link = links.get(at)?;
            Some(nodes.get(link.from)?.mark.intent.and(&nodes.get(link.to)?.mark.intent))
        };
        let found = match self {
            Shape::Bars(bars) => bars.rows.get(at).map(|row| row.mark.intent.clone()),
            // The drawing has a root of its own before the first node.
            Shape::Tree(nodes) => at.checked_sub(1).and_then(|at| nodes.get(at)).map(|n| n.mark.intent.clone()),
            Shape::Grid(grid) => grid
                .filled()
                .get(at)
                .and_then(|&(row, column, _)| Some(grid.rows.get(row)?.intent.and(&grid.columns.get(column)?.intent))),
            Shape::Network(Network { nodes, links }) | Shape::Flow(Flow { nodes, links, .. }) if pick.link => {
                both(nodes, links)
            }
            Shape::Network(Network { nodes, .. }) | Shape::Flow(Flow { nodes, .. }) => {
                nodes.get(at).map(|node| node.mark.intent.clone())
            }
            Shape::Timeline(_) => None,
        };
        found.unwrap_or_default()
    }
}

binary! {
    struct Intent { choose, open }
    struct Mark { label, detail, group, kept, intent }
    struct Bars { series, stacked, ordered, extras, rows, all }
    struct Series { name, group }
    struct BarRow { mark, values, full, total, extras }
    struct Value { number, text }
    struct Node { mark, depth, actions, actions_total, measures }
    struct Grid { rows, columns, cells, all }
    struct Vertex { mark, number }
    struct Network { nodes, links }
    struct Flow { nodes, depths, layers, links }
    struct Link { from, to, number }
    struct Timeline { genres, events }
    struct Event { title, when, genre, start, end, page }
}

impl Binary for Shape {
    fn write(&self, to: &mut Writer) {
        let mut kind = |number| to.number(Stream::Choice, number);
        match self {
            Shape::Bars(_) => kind(0),
            Shape::Tree(_) => kind(1),
            Shape::Grid(_) => kind(2),
            Shape::Network(_) => kind(3),
            Shape::Flow(_) => kind(4),
            Shape::Timeline(_) => kind(5),
        }
        match self {
            Shape::Bars(bars) => bars.write(to),
            Shape::Tree(nodes) => nodes.write(to),
            Shape::Grid(grid) => grid.write(to),
            Shape::Network(network) => network.write(to),
            Shape::Flow(flow) => flow.write(to),
            Shape::Timeline(timeline) => timeline.write(to),
        }
    }

    fn read(from: &mut Reader) -> Shape {
        match from.number(Stream::Choice, 5) {
            0 => Shape::Bars(Bars::read(from)),
            1 => Shape::Tree(Vec::read(from)),
            2 => Shape::Grid(Grid::read(from)),
            3 => Shape::Network(Network::read(from)),
            4 => Shape::Flow(Flow::read(from)),
            _ => Shape::Timeline(Timeline::read(from)),
        }
    }
}
