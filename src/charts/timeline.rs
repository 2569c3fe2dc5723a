//! Dated events on one line a kind: a disc each, and one more where a period ends.

use super::frame::{base, fill, finish, letters, names, set_series, short};
use super::request::Request;
use crate::domain::summary::Timeline;
use charming::component::{Axis, Grid};
use charming::element::{AxisLabel, AxisType, LineStyle, SplitLine};
use charming::series::Scatter;
use serde_json::{Value, json};

pub fn option(request: &Request, timeline: &Timeline) -> Option<Value> {
    let style = request.look.style();
    let most = letters(request, 0.3);
    let genres = timeline.genres.iter().map(|genre| short(genre, most)).collect();
    let years = Axis::new()
        .type_(AxisType::Value)
        .min_interval(1.0)
        // Years bear no thousands separator.
        .axis_label(AxisLabel::new().color(style.ink).font_size(style.text).formatter("{value}"))
        .split_line(SplitLine::new().line_style(LineStyle::new().color(style.line)));
    let chart = base(request)
        .grid(Grid::new().left(0).top(8).right(style.text * 2.0).bottom(8).contain_label(true))
        .x_axis(years)
        .y_axis(names(&style, genres).inverse(true))
        .series(Scatter::new());
    let mut option = finish(&chart, request)?;
    if let Some(axis) = option.get_mut("xAxis").and_then(|a| if a.is_array() { a.get_mut(0) } else { Some(a) }) {
        let first = timeline.events.iter().map(|e| e.start).reduce(f64::min)?.floor();
        super::frame::set(axis, "min", json!(first));
        super::frame::set(
            axis,
            "max",
            json!(timeline.events.iter().map(|e| e.end.unwrap_or(e.start)).reduce(f64::max)?.ceil()),
        );
    }
    let mut items: Vec<Value> = Vec::new();
    for event in &timeline.events {
        let said = format!("{}\u{a0}: {}", event.when, event.title);
        for at in [Some(event.start), event.end].into_iter().flatten() {
            items.push(json!({
                "value": [at, event.genre],
                "name": said,
                "symbolSize": style.text,
                "itemStyle": fill(&style, style.group(event.genre), true),
            }));
        }
    }
    set_series(&mut option, "data", json!(items));
    Some(option)
}
