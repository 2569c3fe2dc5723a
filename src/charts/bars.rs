//! Rows of horizontal bars: side by side with one pattern a series, or one after the other with one colour a series; values
//! are written beside.

use super::frame::{base, fill, finish, legend, set, values};
use super::look::Style;
use super::request::Request;
use super::room::{EDGE, Room, Rows, longest, wrap};
use crate::domain::summary::{BarRow, Bars};
use charming::datatype::DataPointItem;
use charming::element::{ItemStyle, Label, LabelPosition};
use charming::series::Bar;
use serde_json::{Value, json};

/// Most lines of a value beside its bar.
const LINES: usize = 3;

/// Bars of one stack have the same word.
const STACK: &str = "tout";

/// Where everything goes.
struct Plan<'a> {
    room: Room,
    rows: Rows,
    drawn: Vec<&'a BarRow>,
    /// Height of the legend.
    top: f64,
    /// What is written beside the bars: letters of a line, and room for the longest.
    letters: usize,
    right: f64,
    /// Of a bar, and between two bars of one row.
    thick: f64,
    apart: f64,
}

impl<'a> Plan<'a> {
    fn new(room: Room, bars: &'a Bars) -> Plan<'a> {
        // A row where nothing was measured is in the table only. It comes after the others there, so that a place in the
        // drawing is a place in the table.
        let drawn: Vec<&BarRow> = bars.rows.iter().filter(|row| row.values.iter().any(Option::is_some)).collect();
        let letters = room.letters(if room.narrow() { 0.64 } else { 0.36 } * room.width);
        let said = drawn.iter().flat_map(|row| (0..=bars.series.len()).filter_map(|at| said(row, at, bars)));
        let texts: Vec<String> = said.map(|text| wrap(text, letters, LINES)).collect();
        let lines = texts.iter().map(|text| text.lines().count()).max().unwrap_or(1) as f64;
        let thick = 1.15 * room.style.text;
        let step = (1.25 * thick).max(lines * room.line());
        let bars_of_a_row = if bars.stacked { 1.0 } else { bars.series.len() as f64 };
        let rows = Rows::new(&room, drawn.iter().map(|row| row.mark.label.as_str()), step * bars_of_a_row);
        let top = if bars.stacked { room.legend(bars.series.iter().map(|one| one.name.as_str())) } else { 0.0 };
        let right = room.pixels(longest(&texts)) + EDGE;
        Plan { room, rows, drawn, top, letters, right, thick, apart: step - thick }
    }
}

/// What is written after a bar: its value, or after the last of stacked ones what they make together.
fn said<'a>(row: &'a BarRow, series: usize, bars: &Bars) -> Option<&'a str> {
    match bars.stacked {
        true => (series == bars.series.len()).then_some(row.total.as_str()),
        false => Some(row.values.get(series)?.as_ref()?.text.as_str()),
    }
}

pub fn height(room: Room, bars: &Bars) -> f64 {
    let plan = Plan::new(room, bars);
    plan.top + plan.rows.height() + EDGE
}

pub fn option(request: &Request, bars: &Bars) -> Option<Value> {
    let plan = Plan::new(request.room(), bars);
    let style = &plan.room.style;
    let grid = plan.rows.grid(plan.top, plan.right);
    let mut chart = base(request).grid(grid).x_axis(values()).y_axis(plan.rows.axis(style));
    let gap = format!("{}%", (100.0 * plan.apart / plan.thick).round());
    for (at, one) in bars.series.iter().enumerate() {
        let items = plan.drawn.iter().map(|row| item(row, at, style, one.group)).collect::<Vec<_>>();
        let series = Bar::new().name(one.name.clone()).bar_gap(gap.clone()).bar_width(plan.thick).data(items);
        chart = chart.series(match one.group {
            // The legend takes the colour of the series.
            Some(group) if bars.stacked => series.stack(STACK).item_style(ItemStyle::new().color(style.group(group))),
            _ => series.label(beside(style)),
        });
    }
    if bars.stacked {
        let names = bars.series.iter().map(|one| one.name.clone()).collect();
        chart = chart.series(totals(&plan)).legend(legend(style, names));
    }
    let mut option = finish(&chart, request)?;
    plan.rows.place(&mut option, style);
    write_beside(&mut option, &plan, bars);
    Some(option)
}

fn beside(style: &Style) -> Label {
    Label::new().show(true).color(style.ink).font_size(style.text).position(LabelPosition::Right)
}

fn item(row: &BarRow, at: usize, style: &Style, group: Option<usize>) -> DataPointItem {
    let colour = style.group(group.unwrap_or(row.mark.group));
    let shape = fill(style, colour, row.mark.kept).border_radius(2.0);
    match row.values.get(at).and_then(Option::as_ref) {
        // The tooltip prints the item's name: agreement in number is ours to make.
        Some(value) => {
            let text = if row.total.is_empty() { &value.text } else { &row.total };
            DataPointItem::new(length(value.number, row.full))
                .name(format!("{}\u{a0}: {text}", row.mark.label))
                .item_style(shape)
        }
        None => DataPointItem::new("-").name("").item_style(shape),
    }
}

/// Of a bar: the number itself, or its part of a full one.
fn length(number: f64, full: Option<f64>) -> f64 {
    full.map_or(number, |full| 100.0 * number / full)
}

/// Stacked bars have one label, after the last of them: a bar of no length bears it.
fn totals(plan: &Plan) -> Bar {
    let items = plan.drawn.iter().map(|row| DataPointItem::new(0.0).name(row.total.clone())).collect::<Vec<_>>();
    Bar::new().stack(STACK).data(items).label(beside(&plan.room.style))
}

/// Writes each value on the lines it needs: charming's items have no label of their own.
fn write_beside(option: &mut Value, plan: &Plan, bars: &Bars) {
    let all = option.get_mut("series").and_then(Value::as_array_mut);
    for (at, series) in all.into_iter().flatten().enumerate() {
        let items = series.get_mut("data").and_then(Value::as_array_mut);
        for (item, row) in items.into_iter().flatten().zip(&plan.drawn) {
            if let Some(text) = said(row, at, bars) {
                let lines = wrap(text, plan.letters, LINES);
                let written = json!({ "formatter": lines, "lineHeight": plan.room.line(), "opacity": 1 });
                set(item, "label", written);
            }
        }
    }
}
