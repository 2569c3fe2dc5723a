//! A grid of discs, as wide as their number, which is written in them.

use super::frame::{base, fill, finish, letters, names, set_axis, set_series, short};
use super::request::Request;
use crate::domain::french::count;
use crate::domain::summary::Grid;
use charming::component;
use charming::element::{AxisLabel, Label};
use charming::series::Scatter;
use serde_json::{Value, json};

pub fn option(request: &Request, grid: &Grid) -> Option<Value> {
    let style = request.look.style();
    let down = grid.rows.iter().map(|m| short(&m.label, letters(request, 0.3))).collect();
    let room = 0.6 / grid.columns.len().max(1) as f64;
    let across = grid.columns.iter().map(|m| short(&m.label, letters(request, room))).collect();
    let filled = grid.filled();
    let most = filled.iter().map(|cell| cell.2).max().unwrap_or(1) as f64;
    let label = Label::new().show(true).color(style.surface).font_size(style.text).formatter("{@[2]}");
    let top = names(&style, across);
    // Names side by side would run into one another in a narrow window.
    let crowded = grid.columns.len() as f64 * style.text * 6.0 > f64::from(request.width) * 0.6;
    let slant = AxisLabel::new().color(style.ink).font_size(style.text).interval(0.0);
    let top = top.axis_label(if crowded { slant.rotate(50.0) } else { slant });
    let chart = base(request)
        .grid(component::Grid::new().left(0).top(8).right(8).bottom(8).contain_label(true))
        .x_axis(top)
        .y_axis(names(&style, down).inverse(true))
        .series(Scatter::new().label(label));
    let mut option = finish(&chart, request)?;
    set_axis(&mut option, "xAxis", "position", json!("top"));
    let items: Vec<Value> = filled
        .iter()
        .map(|&(row, column, number)| {
            let (across, down) = (&grid.columns[column], &grid.rows[row]);
            let said = format!("{} × {}\u{a0}: {}", down.label, across.label, count(number, "mesure", "mesures"));
            // The colour of the section, whichever way it stands.
            let group = across.group.min(down.group);
            let shape = fill(&style, style.group(group), down.kept && across.kept);
            json!({
                "value": [column, row, number],
                "name": said,
                "symbolSize": style.text * (1.5 + 1.3 * (number as f64 / most).sqrt()),
                "itemStyle": shape,
            })
        })
        .collect();
    set_series(&mut option, "data", json!(items));
    Some(option)
}
