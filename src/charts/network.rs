//! Names on a line, joined by arcs as thick as what they have in common: every name is read, at any width.

use super::frame::{base, fill, finish, on_mark, set_axis, set_axis_label, set_series, told, values};
use super::request::Request;
use super::room::{EDGE, Room, Rows};
use crate::domain::french::count;
use crate::domain::summary::{Network, Vertex};
use charming::element::CoordinateSystem;
use charming::series::Graph;
use serde_json::{Value, json};

/// Where everything goes.
struct Plan {
    room: Room,
    rows: Rows,
    /// Of a name.
    disc: f64,
}

impl Plan {
    fn new(room: Room, network: &Network) -> Plan {
        let disc = 1.9 * room.style.text;
        let rows = Rows::new(&room, network.nodes.iter().map(|node| node.mark.label.as_str()), disc);
        Plan { room, rows, disc }
    }
}

pub fn height(room: Room, network: &Network) -> f64 {
    Plan::new(room, network).rows.height() + EDGE
}

pub fn option(request: &Request, network: &Network) -> Option<Value> {
    let plan = Plan::new(request.room(), network);
    let style = &plan.room.style;
    let half = plan.disc / 2.0;
    let grid = plan.rows.grid(0.0, EDGE).left(plan.rows.left() + half);
    let series = Graph::new().coordinate_system(CoordinateSystem::Cartesian2d);
    let chart = base(request).grid(grid).x_axis(values()).y_axis(plan.rows.axis(style)).series(series);
    let mut option = finish(&chart, request)?;
    plan.rows.place(&mut option, style);
    set_axis(&mut option, "xAxis", "min", json!(0));
    set_axis(&mut option, "xAxis", "max", json!(1));
    // Names keep off the discs, which stand over the edge of the grid.
    if !plan.rows.is_above() {
        set_axis_label(&mut option, "yAxis", &[("margin", json!(half + EDGE))]);
    }
    let nodes: Vec<Value> = network
        .nodes
        .iter()
        .enumerate()
        .map(|(at, Vertex { mark, number })| {
            json!({
                "name": format!("{}\u{a0}: {}", mark.label, count(*number, "mesure", "mesures")),
                "value": [0, at],
                "symbolSize": plan.disc,
                "itemStyle": fill(style, style.group(mark.group), mark.kept),
                "label": {
                    "show": true, "formatter": number.to_string(), "fontSize": style.text,
                    "color": on_mark(style, mark.kept), "opacity": 1,
                },
            })
        })
        .collect();
    let name = |at: usize| network.nodes.get(at).map_or("", |node| node.mark.label.as_str());
    // An arc is nearly as wide as it is long, or less where the longest would leave the figure.
    let longest = network.links.iter().map(|link| link.from.abs_diff(link.to)).max().unwrap_or(1) as f64;
    let room = plan.room.width - plan.rows.left() - plan.disc - EDGE;
    let bend = (2.0 * room / (longest * plan.rows.pitch())).min(1.8);
    let links: Vec<Value> = network
        .links
        .iter()
        .map(|link| {
            let said =
                format!("{} et {}\u{a0}: {}", name(link.from), name(link.to), count(link.number, "mesure", "mesures"));
            // Always to the right, whichever end comes first.
            let bend = if link.from < link.to { bend } else { -bend };
            let line =
                json!({ "width": 1.5 * link.number as f64, "color": style.muted, "opacity": 0.55, "curveness": bend });
            json!({
                "source": link.from,
                "target": link.to,
                "value": link.number,
                "tooltip": told(&said),
                "lineStyle": line,
            })
        })
        .collect();
    set_series(&mut option, "data", json!(nodes));
    set_series(&mut option, "links", json!(links));
    // Pointing at a name leaves those it works with.
    set_series(&mut option, "emphasis", json!({ "focus": "adjacency" }));
    Some(option)
}
