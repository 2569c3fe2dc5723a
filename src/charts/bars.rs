//! Measures and actions by section, as horizontal bars: one colour a group, one pattern a series, values written beside.

use super::look::Style;
use super::request::Request;
use crate::domain::french::count;
use crate::domain::summary::SectionCount;
use charming::Chart;
use charming::component::{Aria, Axis, Decal, DecalItem, Grid};
use charming::datatype::DataPointItem;
use charming::element::{AxisLabel, AxisLine, AxisTick, AxisType, ItemStyle, Label, LabelPosition, SplitLine};
use charming::series::Bar;

/// Opacity of a bar of a section the visitor did not choose.
const FADED: f64 = 0.35;

/// Width under which the name of the outer section does not fit before the bars, in pixels.
const NARROW: u32 = 560;

pub fn sections(request: &Request) -> Chart {
    let style = request.look.style();
    let rows = &request.summary.sections;
    let names: Vec<String> = rows.iter().map(|s| name(s, request.width)).collect();
    let quiet = || (AxisLine::new().show(false), AxisTick::new().show(false));
    let (line, tick) = quiet();
    let categories = Axis::new()
        .type_(AxisType::Category)
        .inverse(true)
        .data(names)
        .axis_line(line)
        .axis_tick(tick)
        .axis_label(AxisLabel::new().color(style.ink).font_size(style.text).interval(0.0));
    let (line, tick) = quiet();
    let values = Axis::new()
        .type_(AxisType::Value)
        .min_interval(1.0)
        .axis_line(line)
        .axis_tick(tick)
        .axis_label(AxisLabel::new().show(false))
        .split_line(SplitLine::new().show(false));
    Chart::new()
        .animation(!request.still)
        // The pattern tells the series apart without colour; an empty list of decals makes ECharts fail.
        .aria(Aria::new().enabled(true).decal(Decal::new().show(true).decals(decals(&style))))
        .grid(Grid::new().left(0).top(8).bottom(8).right(96).contain_label(true))
        .x_axis(values)
        .y_axis(categories)
        .series(series(rows, &style, |s| s.measures, ("mesure", "mesures")))
        .series(series(rows, &style, |s| s.actions, ("action", "actions")))
}

/// One pattern a series: plain, then slanted stripes of the background.
fn decals(style: &Style) -> Vec<DecalItem> {
    let stripes = DecalItem::new()
        .color(style.surface)
        .dash_array_x(vec![1, 0])
        .dash_array_y(vec![2, 5])
        .rotation(-std::f64::consts::FRAC_PI_4);
    vec![DecalItem::new().color("transparent"), stripes]
}

/// « Orientation 3 », and the section that holds it where there is room.
fn name(section: &SectionCount, width: u32) -> String {
    match section.parent.as_str() {
        "" => section.label.clone(),
        _ if width < NARROW => section.label.clone(),
        parent => format!("{} ({parent})", section.label),
    }
}

fn series(rows: &[SectionCount], style: &Style, value: fn(&SectionCount) -> usize, noun: (&str, &str)) -> Bar {
    let items: Vec<DataPointItem> = rows
        .iter()
        .map(|row| {
            let colour = style.groups[row.group % style.groups.len()];
            let opacity = if row.kept { 1.0 } else { FADED };
            let number = value(row);
            // The label prints the item's name: agreement in number is ours to make.
            DataPointItem::new(number as f64).name(count(number, noun.0, noun.1)).item_style(
                ItemStyle::new().color(colour).border_color(style.surface).border_radius(2.0).opacity(opacity),
            )
        })
        .collect();
    let label =
        Label::new().show(true).position(LabelPosition::Right).formatter("{b}").color(style.ink).font_size(style.text);
    Bar::new().name(noun.1).bar_gap("10%").label(label).data(items)
}
