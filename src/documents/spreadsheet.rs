//! A `Workbook` as .xlsx: a worksheet a sheet, then one that says what each column holds.
//!
//! Text is never read as a formula, a link or markup, whatever it begins with. Deliberately absent: formulas, macros, charts.

use super::legal::{legal, one_line};
use super::tabs::tabs;
use crate::domain::document::{Cell, Column, Sheet, Workbook};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

/// Of the last sheet.
const READ_ME: &str = "Lisez-moi";
/// UTF-16 units a cell may hold (Microsoft, « Excel specifications and limits »).
const LONGEST: usize = 32_767;
/// Ends what was cut to that.
const CUT: &str = " […] (texte coupé : une cellule ne peut en contenir davantage)";
/// In characters: beyond it a column no longer fits a screen.
const WIDEST: u16 = 80;
/// In the international form that Excel shows as the reader's country writes dates.
const DATE: &str = "yyyy-mm-dd";
/// A4, as Excel numbers papers.
const PAPER: u8 = 9;

/// The bytes of the file. Fails, in French, on more rows or columns than a worksheet holds.
pub fn write(workbook: &Workbook) -> Result<Vec<u8>, String> {
    file(workbook).map_err(|error| format!("classeur refusé : {error}"))
}

fn file(workbook: &Workbook) -> Result<Vec<u8>, XlsxError> {
    let mut book = rust_xlsxwriter::Workbook::new();
    // The day that archives give when they know none: the same content is the same bytes, and tells nobody's hour.
    let made = ExcelDateTime::from_ymd(1980, 1, 1)?;
    book.set_properties(&DocProperties::new().set_title(one_line(&workbook.title)).set_creation_datetime(&made));
    let looks = Looks::new();
    let names = workbook.sheets.iter().map(|sheet| sheet.name.as_str()).chain([READ_ME]);
    let names = tabs(names);
    for (sheet, name) in workbook.sheets.iter().zip(&names) {
        book.push_worksheet(worksheet(sheet, name, &looks)?);
    }
    let read_me = names.last().map_or(READ_ME, String::as_str);
    book.push_worksheet(about(workbook, &names, read_me, &looks)?);
    book.save_to_buffer()
}

struct Looks {
    header: Format,
    text: Format,
    number: Format,
    date: Format,
    title: Format,
}

impl Looks {
    fn new() -> Looks {
        let top = Format::new().set_align(FormatAlign::Top);
        let bold = top.clone().set_bold();
        Looks {
            header: bold.clone().set_text_wrap().set_border_bottom(FormatBorder::Thin),
            text: top.clone().set_text_wrap(),
            number: top.clone(),
            date: top.set_num_format(DATE).set_align(FormatAlign::Left),
            title: bold.set_font_size(14),
        }
    }
}

fn worksheet(sheet: &Sheet, name: &str, looks: &Looks) -> Result<Worksheet, XlsxError> {
    let mut page = page(name)?;
    for (at, column) in (0..).zip(&sheet.columns) {
        page.set_column_width(at, f64::from(column.width.clamp(1, WIDEST)))?;
        text(&mut page, 0, at, &column.name, &looks.header)?;
    }
    for (row, cells) in (1..).zip(&sheet.rows) {
        for (at, cell) in (0..).zip(cells) {
            put(&mut page, row, at, cell, looks)?;
        }
        page.set_row_height(row, height(cells, &sheet.columns))?;
    }
    heading(&mut page, sheet.rows.len(), sheet.columns.len())?;
    Ok(page)
}

/// Height of a line of text and of the highest row there is, in points.
const LINE: f64 = 15.0;
const HIGHEST: f64 = 405.0;

/// High enough for the longest of its cells, which not every reader reckons by itself; in points.
fn height(cells: &[Cell], columns: &[Column]) -> f64 {
    let lines = |(cell, column): (&Cell, &Column)| match cell {
        // Letters are narrower than the digit that widths are counted in, but words are not cut.
        Cell::Text(text) => {
            text.lines().map(|l| l.chars().count().div_ceil(usize::from(column.width.max(4)))).map(|n| n.max(1)).sum()
        }
        Cell::Number(_) | Cell::Date(_) => 1,
    };
    let lines: usize = cells.iter().zip(columns).map(lines).max().unwrap_or(1).max(1);
    (lines as f64 * LINE).min(HIGHEST)
}

fn page(name: &str) -> Result<Worksheet, XlsxError> {
    let mut page = Worksheet::new();
    page.set_name(name)?.set_paper_size(PAPER).set_landscape().set_print_fit_to_pages(1, 0);
    page.set_footer("&L&A&RPage &P sur &N");
    Ok(page)
}

/// The first row stays in sight, above the rows it filters, and comes again on each sheet of paper.
fn heading(page: &mut Worksheet, rows: usize, columns: usize) -> Result<(), XlsxError> {
    let Some(last) = columns.checked_sub(1) else { return Ok(()) };
    let rows = u32::try_from(rows).map_err(|_| XlsxError::RowColumnLimitError)?;
    let last = u16::try_from(last).map_err(|_| XlsxError::RowColumnLimitError)?;
    page.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?.autofilter(0, 0, rows, last)?;
    Ok(())
}

fn put(page: &mut Worksheet, row: u32, at: u16, cell: &Cell, looks: &Looks) -> Result<(), XlsxError> {
    match cell {
        Cell::Text(written) => text(page, row, at, written, &looks.text)?,
        Cell::Number(number) if number.is_finite() => {
            page.write_number_with_format(row, at, *number, &looks.number)?;
        }
        Cell::Number(number) => text(page, row, at, &number.to_string(), &looks.text)?,
        Cell::Date(written) => match date(written) {
            Some(date) => {
                page.write_datetime_with_format(row, at, &date, &looks.date)?;
            }
            // Before 1900, or no date: as it was written.
            None => text(page, row, at, written, &looks.text)?,
        },
    }
    Ok(())
}

/// `2026-11-23`, and nothing else: the library would take half a date for another.
fn date(text: &str) -> Option<ExcelDateTime> {
    let [year, month, day] = text.split('-').collect::<Vec<_>>().try_into().ok()?;
    let digits = |part: &str, long: usize| part.len() == long && part.bytes().all(|b| b.is_ascii_digit());
    let whole = digits(year, 4) && digits(month, 2) && digits(day, 2);
    if !whole {
        return None;
    }
    ExcelDateTime::from_ymd(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

fn text(page: &mut Worksheet, row: u32, at: u16, text: &str, look: &Format) -> Result<(), XlsxError> {
    let mut text = legal(text);
    // The library takes what stands between these marks for markup of its own: a blank after them makes it text again.
    if text.starts_with("<r>") && text.ends_with("</r>") {
        text.push(' ');
    }
    page.write_string_with_format(row, at, short(text), look)?;
    Ok(())
}

/// As much as a cell holds, and a word that says so when it is not all.
fn short(text: String) -> String {
    let units = |c: char| c.len_utf16();
    if text.len() <= LONGEST || text.chars().map(units).sum::<usize>() <= LONGEST {
        return text;
    }
    let mut room = LONGEST - CUT.encode_utf16().count();
    let kept = text.chars().take_while(|&c| {
        let fits = units(c) <= room;
        room = room.saturating_sub(units(c));
        fits
    });
    kept.chain(CUT.chars()).collect()
}

/// What each column of each sheet holds.
fn about(workbook: &Workbook, names: &[String], name: &str, looks: &Looks) -> Result<Worksheet, XlsxError> {
    let mut page = page(name)?;
    page.set_column_width(0, 26)?.set_column_width(1, 32)?.set_column_width(2, WIDEST)?;
    text(&mut page, 0, 0, &one_line(&workbook.title), &looks.title)?;
    for (at, header) in (0..).zip(["Feuille", "Colonne", "Ce qu’elle contient"]) {
        text(&mut page, 2, at, header, &looks.header)?;
    }
    let columns =
        workbook.sheets.iter().zip(names).flat_map(|(sheet, name)| sheet.columns.iter().map(move |c| (name, c)));
    for (row, (sheet, column)) in (3..).zip(columns) {
        for (at, cell) in (0..).zip([sheet, &column.name, &column.about]) {
            text(&mut page, row, at, cell, &looks.text)?;
        }
    }
    Ok(page)
}
