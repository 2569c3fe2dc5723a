//! Rows of horizontal bars: side by side with one pattern a series, or one after the other with one colour a series; values
//! are written beside.

use super::frame::{base, fill, finish, letters, names, set, short, values};
use super::look::Style;
use super::request::Request;
use crate::domain::summary::{BarRow, Bars};
use charming::component::{Grid, Legend};
use charming::datatype::DataPointItem;
use charming::element::{ItemStyle, Label, LabelPosition, TextStyle};
use charming::series::Bar;
use serde_json::{Value, json};

/// Most letters beside a bar: the table says the rest.
const MOST: usize = 36;

/// Part of the width for the names of the rows.
const NAMES: f64 = 0.34;

pub fn option(request: &Request, bars: &Bars) -> Option<Value> {
    let style = request.look.style();
    let most = letters(request, NAMES);
    // A row where nothing was measured is in the table only. It comes after the others there, so that a place in the
    // drawing is a place in the table.
    let drawn: Vec<&BarRow> = bars.rows.iter().filter(|row| row.values.iter().any(Option::is_some)).collect();
    let rows: Vec<String> = drawn.iter().map(|row| short(&row.mark.label, most)).collect();
    // Room for the longest name and the longest value, by letters: the browser that will draw is not known here.
    let room = |letters: usize| style.text * (0.6 * letters as f64 + 1.0);
    let left = room(rows.iter().map(|name| name.chars().count()).max().unwrap_or(0));
    let narrow = f64::from(request.width) < style.text * 40.0;
    let legend = style.text * 2.0;
    let top = if bars.stacked { legend } else { 8.0 };
    let said = drawn.iter().map(|row| row.values.iter().flatten().map(|v| v.text.chars().count()).max().unwrap_or(0));
    let longest = match (bars.stacked, narrow) {
        (true, true) => 12,
        (true, false) => 24,
        (false, true) => said.max().unwrap_or(0).min(letters(request, 0.3)),
        (false, false) => said.max().unwrap_or(0).min(MOST),
    };
    let right = room(longest);
    let grid = Grid::new().left(left).top(top).bottom(8).right(right);
    let mut chart = base(request).grid(grid).x_axis(values()).y_axis(names(&style, rows).inverse(true));
    for (at, one) in bars.series.iter().enumerate() {
        let last = at + 1 == bars.series.len();
        let items = drawn.iter().map(|row| item(row, at, &style, one.group, longest)).collect::<Vec<_>>();
        let label = Label::new().color(style.ink).font_size(style.text).position(LabelPosition::Right).formatter("{b}");
        let mut series = Bar::new().name(one.name.clone()).bar_gap("10%").data(items).label(label.show(!bars.stacked));
        if let Some(group) = one.group {
            // The legend takes the colour of the series.
            series = series.stack("tout").item_style(ItemStyle::new().color(style.group(group)));
        }
        chart = chart.series(series);
        if last && bars.stacked {
            chart = chart.series(totals(&drawn, &style, narrow));
        }
    }
    if bars.stacked {
        let names: Vec<String> = bars.series.iter().map(|s| s.name.clone()).collect();
        let text = TextStyle::new().color(style.ink).font_size(style.text);
        chart = chart.legend(Legend::new().data(names).left(0).top(0).text_style(text));
    }
    let mut option = finish(&chart, request)?;
    if let Some(legend) = option.get_mut("legend").and_then(|l| if l.is_array() { l.get_mut(0) } else { Some(l) }) {
        // A series put away would leave the table alone to tell it.
        set(legend, "selectedMode", json!(false));
    }
    Some(option)
}

fn item(row: &BarRow, at: usize, style: &Style, group: Option<usize>, most: usize) -> DataPointItem {
    let colour = style.group(group.unwrap_or(row.mark.group));
    let shape = fill(style, colour, row.mark.kept).border_radius(2.0);
    match row.values.get(at).and_then(Option::as_ref) {
        // The label and the tooltip print the item's name: agreement in number is ours to make.
        Some(value) => DataPointItem::new(value.number).name(short(&value.text, most)).item_style(shape),
        None => DataPointItem::new("-").name("").item_style(shape),
    }
}

/// Stacked bars have one label, after the last of them: a bar of no length bears it.
fn totals(rows: &[&BarRow], style: &Style, narrow: bool) -> Bar {
    // In a narrow window the first of « 8 mesures, 9 actions »: the table has both.
    let said = |row: &BarRow| row.total.split(',').next().filter(|_| narrow).unwrap_or(&row.total).to_owned();
    let items = rows.iter().map(|row| DataPointItem::new(0.0).name(said(row))).collect::<Vec<_>>();
    let label = Label::new().show(true).color(style.ink).font_size(style.text);
    let label = label.position(LabelPosition::Right).formatter("{b}");
    Bar::new().stack("tout").data(items).label(label)
}
