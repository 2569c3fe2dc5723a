//! How a comparison is laid on one sheet of paper: columns as long as they hold there, smaller before giving them up.
//!
//! A sheet of style cannot choose by the height of what it lays out, and a page cannot measure what is to be printed: the
//! height is reckoned from the texts, in the widths of Arial, which `print.css` asks for. `tests/e2e/compare.spec.ts`
//! counts the pages that come out.

use super::comparison::Row;
use crate::view::node::{Element, Node};

/// From what reads best to what always holds: the class, the size of a letter in points, whether in columns.
const LAYOUTS: [(Option<&str>, f64, bool); 5] = [
    (None, 8.0, true),
    (Some("xp-compare--close"), 7.5, true),
    (Some("xp-compare--closer"), 7.0, true),
    (Some("xp-compare--dense"), 7.5, false),
    (Some("xp-compare--dense xp-compare--densest"), 7.0, false),
];

/// Inside of the page `comparison` of `print.css`, in points; what is reckoned may be that much too little.
const WIDTH: f64 = 527.0;
const HEIGHT: f64 = 785.0;
const MARGIN: f64 = 16.0;

/// In letters' sizes: a line; what the header, the title, the footer and the spaces between take; the column of the heads.
const LINE: f64 = 1.3;
const AROUND: f64 = 16.0;
const HEAD: f64 = 8.0;

/// The class of a comparison on paper. `told` stands above the two `sides`, and `rows` below.
pub fn sheet(told: &str, sides: &Element, names: &[String; 2], rows: &[Row]) -> Option<&'static str> {
    let holds = |size: f64, columns: bool| {
        let width = WIDTH / size;
        let table = if columns { in_columns(width, names, rows) } else { in_lines(width, names, rows) };
        (AROUND + lines(em(told), width) * LINE + beside(sides, width) + table) * size <= HEIGHT - MARGIN
    };
    LAYOUTS.into_iter().find(|&(_, size, columns)| holds(size, columns)).or(LAYOUTS.last().copied())?.0
}

/// Height of the two sides, each in half the width, from their blocks of text.
fn beside(sides: &Element, width: f64) -> f64 {
    let block = |node: &Node| lines(em(&text(node)), width / 2.0 - 2.0) * LINE + 0.5;
    let height = |side: &Node| match side {
        Node::Element(side) => side.0.children.iter().map(block).sum(),
        Node::Text(_) | Node::Later(_) => 0.0,
    };
    sides.0.children.iter().map(height).fold(0.0, f64::max)
}

/// Height of the table, whose columns share the width as browsers do: the longest line asks for most.
fn in_columns(width: f64, names: &[String; 2], rows: &[Row]) -> f64 {
    let head = |at: usize| names.get(at.wrapping_sub(1)).map_or(6.0, |name| em(name) * 1.1 + 6.0);
    let longest = |at: usize| {
        let cell = |row: &Row| match row.names {
            true => joined(&row.cells[at]),
            false => row.cells[at].iter().map(item).fold(0.0, f64::max),
        };
        rows.iter().map(cell).fold(head(at), f64::max)
    };
    // The longest word that is not cut.
    const LEAST: f64 = 8.0;
    let most = [0, 1, 2].map(|at| longest(at).max(LEAST));
    let (all, room) = (most.iter().sum::<f64>(), width - HEAD - 3.0);
    let share = |most: f64| match all <= room {
        true => most * room / all,
        false => LEAST + (room - 3.0 * LEAST) * (most - LEAST) / (all - 3.0 * LEAST).max(1.0),
    };
    let widths = most.map(share);
    let heads = [0, 1, 2].map(|at| lines(head(at), widths[at])).into_iter().fold(1.0, f64::max) * LINE + 0.6;
    let cell = |row: &Row, at: usize| match row.names {
        true => lines(joined(&row.cells[at]), widths[at]),
        false => row.cells[at].iter().map(|i| lines(item(i), widths[at])).sum(),
    };
    let row = |row: &Row| {
        let cells = [0, 1, 2].map(|at| cell(row, at));
        cells.into_iter().fold(title(row, HEAD - 1.0), f64::max) * LINE + 0.6
    };
    heads + rows.iter().map(row).sum::<f64>()
}

/// Height of the table in full lines: one part after the other.
fn in_lines(width: f64, names: &[String; 2], rows: &[Row]) -> f64 {
    let room = width - 8.0;
    let label = |at: usize| names.get(at.wrapping_sub(1)).map_or(7.0, |name| em(name) * 1.1 + 7.0);
    let row = |row: &Row| {
        let parts = [0, 1, 2].map(|at| lines(label(at) + joined(&row.cells[at]), room));
        parts.into_iter().sum::<f64>().max(title(row, 7.0)) * LINE + 0.2
    };
    rows.iter().map(row).sum()
}

/// Lines of the head of a row: bold, its detail smaller.
fn title(row: &Row, width: f64) -> f64 {
    lines(em(&row.head) * 1.1, width) + row.detail.map_or(0.0, |detail| lines(em(detail) * 0.875, width) * 0.875)
}

/// Lines that a text takes: a word that does not fit leaves white behind it.
fn lines(text: f64, width: f64) -> f64 {
    if text <= width { 1.0 } else { (text / (width - 1.3).max(1.0)).ceil() }
}

fn item(item: &Element) -> f64 {
    em(&inside(item))
}

/// Items that follow one another on a line, a point between them.
fn joined(items: &[Element]) -> f64 {
    items.iter().map(item).sum::<f64>() + 0.9 * items.len().saturating_sub(1) as f64
}

/// Width of a text in letters' sizes.
fn em(text: &str) -> f64 {
    let letter = |c: char| match c {
        'i' | 'j' | 'l' | 'î' | 'ï' | '\'' | '’' => 0.22,
        ' ' | '\u{a0}' | '\u{202f}' | 'f' | 't' | 'r' | 'I' | '.' | ',' | ':' | ';' | '-' | '(' | ')' | '/' | '·' => {
            0.3
        }
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' => 0.5,
        'm' | 'w' | 'M' | 'W' | 'œ' | '%' => 0.86,
        'A'..='Z' | 'À'..='Ý' => 0.68,
        _ => 0.556,
    };
    text.chars().map(letter).sum()
}

fn inside(element: &Element) -> String {
    element.0.children.iter().map(text).collect()
}

fn text(node: &Node) -> String {
    match node {
        Node::Text(text) => text.to_string(),
        Node::Element(element) => inside(element),
        Node::Later(later) => inside(&later.now()),
    }
}
