//! Dated events on one line a kind: a disc each, and one more where a period ends.

use super::frame::{base, fill, finish, letters, names, set_axis, set_series, short};
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
        .type_(AxisType::Time)
        .axis_label(AxisLabel::new().color(style.ink).font_size(style.text).formatter("{yyyy}"))
        .split_line(SplitLine::new().line_style(LineStyle::new().color(style.line)));
    let chart = base(request)
        .grid(Grid::new().left(0).top(8).right(style.text * 2.0).bottom(8).contain_label(true))
        .x_axis(years)
        .y_axis(names(&style, genres).inverse(true))
        .series(Scatter::new());
    let mut option = finish(&chart, request)?;
    // A year at least between two marks of the axis.
    set_axis(&mut option, "xAxis", "minInterval", json!(365_u64 * 24 * 3_600_000));
    let mut items: Vec<Value> = Vec::new();
    for event in &timeline.events {
        let said = format!("{}\u{a0}: {}", event.when, event.title);
        for at in [Some(&event.start), event.end.as_ref()].into_iter().flatten() {
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
