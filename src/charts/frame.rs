//! What every drawing has: patterns besides colours, tooltips the CSP allows, quiet axes; and what charming has no name
//! for, added to its JSON.

use super::look::Style;
use super::request::Request;
use charming::Chart;
use charming::component::{Aria, Axis, Decal, DecalItem, Legend};
use charming::element::{AxisLabel, AxisLine, AxisTick, AxisType, ItemStyle, SplitLine, TextStyle};
use serde_json::{Value, json};

/// Opacity of what the visitor did not choose.
pub const FADED: f64 = 0.35;

/// The base of a chart; an empty list of patterns makes ECharts fail.
pub fn base(request: &Request) -> Chart {
    let style = request.room().style;
    let decal = Decal::new().show(true).decals(decals(&style));
    Chart::new().animation(!request.still).aria(Aria::new().enabled(true).decal(decal))
}

/// One pattern a series, drawn in the colour of the background: plain, stripes one way, dots, stripes the other way.
/// Sparse, so that names written over them are read.
fn decals(style: &Style) -> Vec<DecalItem> {
    let stripes = |angle: f64| {
        let item = DecalItem::new().color(style.surface).dash_array_x(vec![1, 0]);
        item.dash_array_y(vec![2, 7]).rotation(angle)
    };
    let dots = DecalItem::new().color(style.surface).dash_array_x(vec![3, 7]).dash_array_y(vec![3, 7]);
    let quarter = std::f64::consts::FRAC_PI_4;
    vec![DecalItem::new().color("transparent"), stripes(-quarter), dots, stripes(quarter)]
}

/// What a mark says under the pointer, when its name does not: ECharts takes it for markup.
pub fn told(sentence: &str) -> Value {
    let plain = sentence.replace('&', "&amp;").replace('<', "&lt;").replace('{', "&#123;");
    json!({ "formatter": plain })
}

/// The chart's JSON, with tooltips that can be pointed at (RGAA 10.13): HTML, which `style-src 'self'` allows as long as
/// they have neither an arrow nor marks of their own. The name of each item is the whole sentence to show.
pub fn finish(chart: &Chart, request: &Request) -> Option<Value> {
    let style = request.room().style;
    let mut option = serde_json::to_value(chart).ok()?;
    let text = json!({ "color": style.ink, "fontSize": style.text });
    // A picture taken away keeps the ground it was drawn for.
    set(&mut option, "backgroundColor", json!(style.surface));
    set(
        &mut option,
        "tooltip",
        json!({
            "show": true, "renderMode": "html", "className": "xp-tip", "confine": true, "enterable": true, "transitionDuration": 0,
            "formatter": "{b}", "backgroundColor": style.surface, "borderColor": style.line, "textStyle": text,
        }),
    );
    if let Some(legend) = first_of(&mut option, "legend") {
        // A series put away would leave the table alone to tell it.
        set(legend, "selectedMode", json!(false));
    }
    set(&mut option, "textStyle", json!({ "fontFamily": "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif" }));
    Some(option)
}

/// Sets a field of an object.
pub fn set(object: &mut Value, key: &str, value: Value) {
    if let Some(fields) = object.as_object_mut() {
        fields.insert(key.to_owned(), value);
    }
}

/// What each colour or sign stands for; the room keeps its height (`Room::legend`).
pub fn legend(style: &Style, names: Vec<String>) -> Legend {
    let text = TextStyle::new().color(style.ink).font_size(style.text);
    Legend::new().data(names).left(0).top(0).item_gap(10.0).text_style(text)
}

/// Sets a field of the first series.
pub fn set_series(option: &mut Value, key: &str, value: Value) {
    if let Some(series) = option.get_mut("series").and_then(|s| s.get_mut(0)) {
        set(series, key, value);
    }
}

/// Sets a field of the first axis of its kind.
pub fn set_axis(option: &mut Value, axis: &str, key: &str, value: Value) {
    if let Some(axis) = first_of(option, axis) {
        set(axis, key, value);
    }
}

/// Sets fields of the labels of the first axis of its kind.
pub fn set_axis_label(option: &mut Value, axis: &str, fields: &[(&str, Value)]) {
    if let Some(label) = first_of(option, axis).and_then(|axis| axis.get_mut("axisLabel")) {
        for (key, value) in fields {
            set(label, key, value.clone());
        }
    }
}

/// The first component of a kind: charming writes one as it is, or in a list.
pub fn first_of<'a>(option: &'a mut Value, kind: &str) -> Option<&'a mut Value> {
    let found = option.get_mut(kind)?;
    if found.is_array() { found.get_mut(0) } else { Some(found) }
}

/// An axis of names.
pub fn names(style: &Style, names: Vec<String>) -> Axis {
    quiet(Axis::new().type_(AxisType::Category).data(names))
        .axis_label(AxisLabel::new().color(style.ink).font_size(style.text).interval(0.0))
}

/// An axis of values that nobody reads: each mark says its own.
pub fn values() -> Axis {
    quiet(Axis::new().type_(AxisType::Value))
        .axis_label(AxisLabel::new().show(false))
        .split_line(SplitLine::new().show(false))
}

fn quiet(axis: Axis) -> Axis {
    axis.axis_line(AxisLine::new().show(false)).axis_tick(AxisTick::new().show(false))
}

/// Colour of what is written on a mark: the ground's, or ink where the mark fades. Text itself never fades.
pub fn on_mark(style: &Style, kept: bool) -> &'static str {
    if kept { style.surface } else { style.ink }
}

/// A filled shape with an edge of the background, so that neighbours stay apart without colour.
pub fn fill(style: &Style, colour: &'static str, kept: bool) -> ItemStyle {
    let opacity = if kept { 1.0 } else { FADED };
    ItemStyle::new().color(colour).border_color(style.surface).opacity(opacity)
}
