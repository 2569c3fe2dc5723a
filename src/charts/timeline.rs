//! Dated events, one a row: its date, a sign of its kind on the line of years, its title beside it; one more sign where a
//! period ends.

use super::frame::{base, fill, finish, first_of, legend, set, set_axis, set_axis_label};
use super::request::Request;
use super::room::{EDGE, Room, Rows, wrap};
use crate::domain::summary::{Event, Timeline};
use charming::component::Axis;
use charming::element::{AxisLabel, AxisType, ItemStyle, LineStyle, SplitLine};
use charming::series::Scatter;
use serde_json::{Value, json};

/// In milliseconds, which a time axis counts in.
const YEAR: f64 = 365.0 * 24.0 * 3_600_000.0;

/// One sign a kind, besides its colour.
const SIGNS: [&str; 4] = ["circle", "rect", "triangle", "diamond"];

/// Where everything goes.
struct Plan {
    room: Room,
    rows: Rows,
    /// Of the legend, and of the years under the last row.
    top: f64,
    bottom: f64,
    /// First and last year shown, the last whole.
    years: (f64, f64),
}

impl Plan {
    fn new(room: Room, timeline: &Timeline) -> Plan {
        let narrow = room.narrow();
        // In a narrow window the title is with the date, above the line.
        let name =
            |event: &Event| if narrow { format!("{}\u{a0}: {}", event.when, event.title) } else { event.when.clone() };
        let names: Vec<String> = timeline.events.iter().map(name).collect();
        let rows = Rows::new(&room, names.iter().map(String::as_str), room.style.text);
        let ends = timeline.events.iter().flat_map(|event| [Some(&event.start), event.end.as_ref()]).flatten();
        let (mut first, mut last) = (f64::INFINITY, f64::NEG_INFINITY);
        for year in ends.map(|date| time(date).floor()) {
            (first, last) = (first.min(year), last.max(year + 1.0));
        }
        let top = room.legend(timeline.genres.iter().map(String::as_str));
        let bottom = room.line() + 1.5 * EDGE;
        Plan { room, rows, top, bottom, years: (first, last) }
    }

    /// Width of the line of years.
    fn line(&self) -> f64 {
        self.room.width - self.rows.left() - 3.0 * EDGE
    }
}

/// A date as years: `2024-07` is 2024.5.
fn time(date: &str) -> f64 {
    let mut parts = date.split('-').map(|part| part.parse::<u16>().map_or(1.0, f64::from));
    let mut next = || parts.next().unwrap_or(1.0);
    next() + (next() - 1.0) / 12.0 + (next() - 1.0) / 365.0
}

pub fn height(room: Room, timeline: &Timeline) -> f64 {
    let plan = Plan::new(room, timeline);
    plan.top + plan.rows.height() + plan.bottom
}

pub fn option(request: &Request, timeline: &Timeline) -> Option<Value> {
    let plan = Plan::new(request.room(), timeline);
    let style = &plan.room.style;
    let years = Axis::new()
        .type_(AxisType::Time)
        .axis_label(AxisLabel::new().color(style.ink).font_size(style.text).formatter("{yyyy}"))
        .split_line(SplitLine::new().line_style(LineStyle::new().color(style.line)));
    let mut chart = base(request)
        .legend(legend(style, timeline.genres.clone()))
        .grid(plan.rows.grid(plan.top, 3.0 * EDGE).bottom(plan.bottom))
        .x_axis(years)
        .y_axis(plan.rows.axis(style));
    for (genre, name) in timeline.genres.iter().enumerate() {
        let colour = ItemStyle::new().color(style.group(genre)).opacity(1.0);
        chart = chart.series(Scatter::new().name(name.clone()).item_style(colour));
    }
    let mut option = finish(&chart, request)?;
    plan.rows.place(&mut option, style);
    let (first, last) = plan.years;
    // Years apart enough for their labels.
    let apart = ((last - first) * plan.room.pixels(6) / plan.line()).ceil().max(1.0);
    let axis =
        [("min", json!(first.to_string())), ("max", json!(last.to_string())), ("minInterval", json!(apart * YEAR))];
    for (key, value) in axis {
        set_axis(&mut option, "xAxis", key, value);
    }
    set_axis_label(&mut option, "xAxis", &[("hideOverlap", json!(true))]);
    // Signs tell the kinds apart: no patterns over them.
    if let Some(legend) = first_of(&mut option, "legend") {
        set(legend, "itemStyle", json!({ "decal": { "symbol": "none" } }));
    }
    let all = option.get_mut("series").and_then(Value::as_array_mut);
    for (genre, series) in all.into_iter().flatten().enumerate() {
        let rows = timeline.events.iter().enumerate().filter(|(_, event)| event.genre == genre);
        let items: Vec<Value> = rows.flat_map(|(row, event)| signs(&plan, event, row)).collect();
        set(series, "data", json!(items));
        set(series, "symbol", json!(SIGNS[genre % SIGNS.len()]));
    }
    Some(option)
}

/// An event's signs: where it starts and, for a period, where it ends.
fn signs(plan: &Plan, event: &Event, row: usize) -> Vec<Value> {
    let style = &plan.room.style;
    let part = |date: &str| (time(date) - plan.years.0) / (plan.years.1 - plan.years.0);
    let (start, end) = (part(&event.start), part(event.end.as_ref().unwrap_or(&event.start)));
    // The title goes where there is more room: after the last sign, or before the first.
    let after = 1.0 - end >= start;
    let letters = plan.room.letters((if after { 1.0 - end } else { start }) * plan.line() - 2.0 * EDGE);
    let title = json!({
        "show": !plan.rows.is_above(),
        "formatter": wrap(&event.title, letters, 1),
        "position": if after { "right" } else { "left" },
        "color": style.ink,
        "fontSize": style.text,
    });
    let said = format!("{}\u{a0}: {}", event.when, event.title);
    let ends: Vec<&String> = [Some(&event.start), event.end.as_ref()].into_iter().flatten().collect();
    let titled = if after { ends.len() - 1 } else { 0 };
    let sign = |(at, date): (usize, &String)| {
        json!({
            "value": [date, row],
            "name": said,
            "symbolSize": style.text,
            "itemStyle": fill(style, style.group(event.genre), true),
            "label": if at == titled { title.clone() } else { json!({ "show": false }) },
        })
    };
    ends.into_iter().enumerate().map(sign).collect()
}
