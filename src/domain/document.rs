//! What is taken away, before it has a format: a text in blocks, and a workbook of tables. Whoever writes a format (Word,
//! Markdown, a spreadsheet) knows these and nothing of the strategy.

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Document {
    pub title: String,
    /// Under the title, one a line: whose it is, its date.
    pub lines: Vec<String>,
    pub blocks: Vec<Block>,
    /// At the foot of each page, before its number: where the official text comes from.
    pub source: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Block {
    /// Of a level from 1, under the title.
    Heading(u8, String),
    /// Words of the adopted text, to the letter, and their page.
    Official {
        text: String,
        page: u16,
    },
    /// Our words, or the visitor's.
    Text(String),
    List(Vec<String>),
    Table(Table),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// What it holds, for who cannot see it.
    pub caption: String,
    pub header: Vec<String>,
    /// As many cells as the header; the first one names its row. Cells may hold lines.
    pub rows: Vec<Vec<String>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Workbook {
    pub title: String,
    pub sheets: Vec<Sheet>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// Short enough for a tab.
    pub name: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Column {
    pub name: String,
    /// What it holds, in a sentence: a sheet of its own lists them.
    pub about: String,
    /// In characters.
    pub width: u16,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Cell {
    Text(String),
    Number(f64),
    /// ISO 8601.
    Date(String),
}

impl Sheet {
    /// As lines of text, for CSV: dates as ISO 8601, numbers as digits.
    pub fn lines(&self) -> Vec<Vec<String>> {
        let cell = |cell: &Cell| match cell {
            Cell::Text(text) | Cell::Date(text) => text.clone(),
            // As French spreadsheets read it.
            Cell::Number(number) => number.to_string().replace('.', ","),
        };
        let header = self.columns.iter().map(|c| c.name.clone()).collect();
        std::iter::once(header).chain(self.rows.iter().map(|row| row.iter().map(cell).collect())).collect()
    }
}
