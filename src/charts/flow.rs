//! Three layers of nodes and the ribbons between them.

use super::frame::{base, fill, finish, on_mark, set_series, told};
use super::request::Request;
use super::room::{EDGE, Room, wrap};
use crate::domain::french::count;
use crate::domain::summary::{Flow, Mark, Vertex};
use charming::element::LineStyle;
use charming::series::{Sankey, SankeyNodeAlign};
use serde_json::{Value, json};

/// Width of a node that bears its name, in a narrow window, and of one that has it beside.
const WIDE: f64 = 18.0;
const THIN: f64 = 16.0;

pub fn height(room: Room, flow: &Flow) -> f64 {
    let layer = |layer: usize| flow.depths.iter().filter(|depth| **depth == layer).count();
    let tallest = (0..flow.layers.len()).map(layer).max().unwrap_or(0);
    // Two lines of a name, and what parts it from the next.
    2.0 * EDGE + 2.6 * room.line() * tallest.max(5) as f64
}

pub fn option(request: &Request, flow: &Flow) -> Option<Value> {
    let room = request.room();
    let style = &room.style;
    // The first and the last layer have their names outside; in a narrow window everything is over the ribbons.
    let aside = if room.narrow() { 1.0 } else { 0.2 * room.width };
    let series = Sankey::new()
        .left(aside)
        .right(aside)
        .top(EDGE)
        .bottom(EDGE)
        .node_align(SankeyNodeAlign::Left)
        .layout_iterations(32_u64)
        .line_style(LineStyle::new().color(style.muted).opacity(0.3).curveness(0.5));
    let mut option = finish(&base(request).series(series), request)?;
    let nodes: Vec<Value> = flow
        .nodes
        .iter()
        .zip(&flow.depths)
        .map(|(Vertex { mark, number }, layer)| {
            let said = format!("{}\u{a0}: {}", mark.label, count(*number, "action", "actions"));
            // ECharts joins nodes by their names: the layer keeps two of the same name apart.
            json!({
                "name": format!("{said}\u{200b}{layer}"),
                "depth": layer,
                "itemStyle": fill(style, style.group(mark.group), mark.kept),
                "label": name(&room, mark, *layer, flow.layers.len()),
                "tooltip": told(&said),
            })
        })
        .collect();
    let key = |at: usize| nodes.get(at).map_or(Value::Null, |node| node["name"].clone());
    let label = |at: usize| flow.nodes.get(at).map_or("", |node| node.mark.label.as_str());
    let links: Vec<Value> = flow
        .links
        .iter()
        .map(|link| {
            let said =
                format!("{} → {}\u{a0}: {}", label(link.from), label(link.to), count(link.number, "action", "actions"));
            json!({ "source": key(link.from), "target": key(link.to), "value": link.number, "tooltip": told(&said) })
        })
        .collect();
    set_series(&mut option, "nodeWidth", json!(if room.narrow() { WIDE } else { THIN }));
    set_series(&mut option, "draggable", json!(false));
    set_series(&mut option, "data", json!(nodes));
    set_series(&mut option, "links", json!(links));
    set_series(&mut option, "emphasis", json!({ "focus": "adjacency" }));
    Some(option)
}

/// The name of a node: outside the drawing at its two ends, over the ribbons elsewhere, with a halo.
fn name(room: &Room, mark: &Mark, layer: usize, layers: usize) -> Value {
    let style = &room.style;
    let (first, last) = (layer == 0, layer + 1 == layers);
    let halo = |text: String, side: &str| {
        json!({
            "show": true, "formatter": text, "position": side, "color": style.ink, "fontSize": style.text,
            "textBorderColor": style.surface, "textBorderWidth": 3, "lineHeight": room.line(), "opacity": 1,
        })
    };
    if !room.narrow() {
        let letters = room.letters(0.2 * room.width - EDGE);
        return halo(wrap(&mark.label, letters, 2), if first { "left" } else { "right" });
    }
    if !first && !last {
        // By its number alone, in the node.
        let number = mark.label.rsplit(['\u{a0}', ' ']).next().unwrap_or(&mark.label);
        return json!({
            "show": true, "formatter": wrap(number, 3, 1), "position": "inside", "fontSize": style.text,
            "color": on_mark(style, mark.kept), "opacity": 1,
        });
    }
    let letters = room.letters((room.width - 3.0 * WIDE - 2.0 * EDGE) / 2.0);
    halo(wrap(&mark.label, letters, 2), if first { "right" } else { "left" })
}
