//! Tables of a document: columns as wide as what they hold, within the page, and a header that comes again on each page.

use super::super::legal::one_line;
use super::xml::Xml;
use crate::domain::document::{Block, Document, Table};
use std::io;

/// Between the margins of `body::paper`, in twentieths of a point.
const WIDTH: usize = 9638;
/// Columns that Word shows (Microsoft, « Operating parameter limitations in Word »).
const COLUMNS: usize = 63;
/// Characters of a column's longest line that count for its width: a longer one goes on below.
const COUNTED: usize = 60;
/// And no column is narrower than these.
const LEAST: usize = 7;

/// Fails on what Word would not open.
pub fn check(document: &Document) -> Result<(), String> {
    let wide = document.blocks.iter().find_map(|block| match block {
        Block::Table(table) => (columns(table) > COLUMNS).then_some(table),
        Block::Heading(..) | Block::Official { .. } | Block::Text(_) | Block::List(_) => None,
    });
    match wide {
        Some(table) => Err(format!("tableau de plus de {COLUMNS} colonnes : {}", table.caption)),
        None => Ok(()),
    }
}

/// Rows may have more cells than the header, or fewer.
fn columns(table: &Table) -> usize {
    table.rows.iter().map(Vec::len).chain([table.header.len()]).max().unwrap_or(0)
}

pub fn write(xml: &mut Xml, table: &Table) -> io::Result<()> {
    xml.paragraph("Lgende", |xml| xml.run(&table.caption))?;
    if columns(table) == 0 {
        return Ok(());
    }
    let widths: Vec<String> = widths(table).iter().map(usize::to_string).collect();
    xml.within("w:tbl", &[], |xml| {
        xml.within("w:tblPr", &[], |xml| {
            xml.empty("w:tblStyle", &[("w:val", "Grilledutableau")])?;
            xml.empty("w:tblW", &[("w:w", &WIDTH.to_string()), ("w:type", "dxa")])?;
            xml.empty("w:tblLayout", &[("w:type", "fixed")])?;
            // The first row and the first column name the others.
            xml.empty("w:tblLook", &[("w:val", "00A0"), ("w:firstRow", "1"), ("w:firstColumn", "1")])?;
            xml.empty("w:tblCaption", &[("w:val", &one_line(&table.caption))])
        })?;
        xml.within("w:tblGrid", &[], |xml| {
            widths.iter().try_for_each(|width| xml.empty("w:gridCol", &[("w:w", width)]))
        })?;
        row(xml, &table.header, &widths, true)?;
        table.rows.iter().try_for_each(|cells| row(xml, cells, &widths, false))
    })?;
    // Two tables in a row would become one.
    xml.paragraph("Note", |_| Ok(()))
}

fn row(xml: &mut Xml, cells: &[String], widths: &[String], header: bool) -> io::Result<()> {
    xml.within("w:tr", &[], |xml| {
        xml.within("w:trPr", &[], |xml| if header { xml.empty("w:tblHeader", &[]) } else { Ok(()) })?;
        for (at, width) in widths.iter().enumerate() {
            let style = if header || at == 0 { "Enttedetableau" } else { "Textedetableau" };
            xml.within("w:tc", &[], |xml| {
                xml.within("w:tcPr", &[], |xml| xml.empty("w:tcW", &[("w:w", width), ("w:type", "dxa")]))?;
                xml.paragraph(style, |xml| xml.run(cells.get(at).map_or("", String::as_str)))
            })?;
        }
        Ok(())
    })
}

/// In proportion to the longest line of each column; they add up to the width of the page.
fn widths(table: &Table) -> Vec<usize> {
    let lines = |at: usize| {
        let cells = table.rows.iter().chain([&table.header]).filter_map(move |row| row.get(at));
        cells.flat_map(|cell| cell.lines()).map(|line| line.chars().count()).max().unwrap_or(0)
    };
    let weights: Vec<usize> = (0..columns(table)).map(|at| lines(at).clamp(LEAST, COUNTED)).collect();
    let total: usize = weights.iter().sum();
    let mut widths: Vec<usize> = weights.iter().map(|weight| WIDTH * weight / total.max(1)).collect();
    let left = WIDTH - widths.iter().sum::<usize>();
    if let Some(last) = widths.last_mut() {
        *last += left;
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_fill_the_page_and_none_is_too_narrow_to_read() {
        let table = |cells: &[&str]| Table {
            caption: String::new(),
            header: cells.iter().map(|c| (*c).to_owned()).collect(),
            rows: Vec::new(),
        };
        assert_eq!(widths(&table(&["a", "b"])), [4819, 4819]);
        let long = "x".repeat(5000);
        for cells in [&["a", &long][..], &["a"; 63], &[&long, &long, "b"]] {
            let widths = widths(&table(cells));
            assert_eq!(widths.iter().sum::<usize>(), WIDTH);
            assert!(widths.iter().all(|&width| width >= 150), "{widths:?}");
        }
    }
}
