//! A `Document` as Markdown (CommonMark, and GitHub's tables): for wikis, forums, notes.
//!
//! Every text is escaped so that it shows as it was typed. Deliberately absent: HTML, even in cells, whose lines are joined.

use super::legal::{legal, one_line};
use crate::domain::document::{Block, Document, Table};

/// Between the lines of a cell, which has one.
const JOINED: &str = " ; ";
/// Markdown has six, and the first is the title's.
const DEEPEST: usize = 6;

pub fn markdown(document: &Document) -> String {
    let mut parts = vec![format!("# {}", inline(&document.title))];
    if !document.lines.is_empty() {
        parts.push(document.lines.iter().map(|line| inline(line)).collect::<Vec<_>>().join("\\\n"));
    }
    parts.extend(document.blocks.iter().map(block));
    parts.extend(["---".to_owned(), inline(&document.source)]);
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n") + "\n"
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading(level, text) => {
            let depth = (usize::from(*level).max(1) + 1).min(DEEPEST);
            format!("{} {}", "#".repeat(depth), inline(text))
        }
        Block::Official { text, page } => {
            let quote = paragraphs(&format!("«\u{a0}{}\u{a0}» p.\u{a0}{page}", text.trim()));
            prefixed(&quote, "> ", "> ")
        }
        Block::Text(text) => paragraphs(text),
        Block::List(items) => {
            let item = |item: &String| prefixed(&paragraphs(item), "- ", "  ");
            items.iter().map(item).collect::<Vec<_>>().join("\n")
        }
        Block::Table(one) => table(one),
    }
}

/// Blank lines part paragraphs; within one, each line stays a line.
fn paragraphs(text: &str) -> String {
    let text = legal(text);
    let mut parts: Vec<Vec<String>> = vec![Vec::new()];
    for line in text.lines().map(inline) {
        match parts.last_mut() {
            Some(part) if !line.is_empty() => part.push(line),
            _ => parts.push(Vec::new()),
        }
    }
    parts.retain(|part| !part.is_empty());
    parts.iter().map(|lines| lines.join("\\\n")).collect::<Vec<_>>().join("\n\n")
}

/// Each line after a mark: the first one's, then the others'.
fn prefixed(text: &str, first: &str, next: &str) -> String {
    let line =
        |(at, line): (usize, &str)| format!("{}{line}", if at == 0 { first } else { next }).trim_end().to_owned();
    text.split('\n').enumerate().map(line).collect::<Vec<_>>().join("\n")
}

fn table(table: &Table) -> String {
    let columns = table.rows.iter().map(Vec::len).chain([table.header.len()]).max().unwrap_or(0);
    let caption = inline(&table.caption);
    if columns == 0 {
        return caption;
    }
    let row = |cells: &[String]| {
        let cells: Vec<String> =
            (0..columns).map(|at| cells.get(at).map_or(String::new(), |text| cell(text))).collect();
        format!("| {} |", cells.join(" | "))
    };
    let rule = format!("|{}", " --- |".repeat(columns));
    let rows = [row(&table.header), rule].into_iter().chain(table.rows.iter().map(|cells| row(cells)));
    format!("{caption}\n\n{}", rows.collect::<Vec<_>>().join("\n")).trim_start().to_owned()
}

fn cell(text: &str) -> String {
    let text = legal(text);
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    inline(&lines.collect::<Vec<_>>().join(JOINED))
}

/// A text on one line, where nothing is a mark.
fn inline(text: &str) -> String {
    let text = one_line(text);
    let mut written = String::with_capacity(text.len() + 16);
    // What would open a list, a title or a rule at the start of a line: `- `, `+ `, `1. `, `1) `, `===`.
    let number = text.bytes().take_while(u8::is_ascii_digit).count();
    for (at, c) in text.char_indices() {
        let opens = at == 0 && matches!(c, '-' | '+' | '=' | '#') || at == number && matches!(c, '.' | ')');
        // Anywhere: emphasis, code, links, HTML, entities, tables, strikes, formulas.
        if opens || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '$' | '#') {
            written.push('\\');
        }
        written.push(c);
    }
    written
}
