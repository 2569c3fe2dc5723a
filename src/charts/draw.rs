//! From a summary to the option of its chart, and the room it takes.

use super::look::Look;
use super::request::Request;
use super::{bars, flow, grid, network, timeline, tree};
use crate::domain::summary::{Shape, Summary};
use serde_json::Value;

/// The option ECharts reads.
pub fn option(request: &Request) -> Option<Value> {
    match &request.summary.shape {
        Shape::Bars(bars) => bars::option(request, bars),
        Shape::Tree(nodes) => tree::option(request, nodes),
        Shape::Grid(grid) => grid::option(request, grid),
        Shape::Network(network) => network::option(request, network),
        Shape::Flow(flow) => flow::option(request, flow),
        Shape::Timeline(timeline) => timeline::option(request, timeline),
    }
}

/// Height of the drawing, in pixels: a row keeps its room however many there are.
pub fn height(summary: &Summary, look: Look, width: u32) -> u32 {
    let line = (look.style().text * 1.6) as u32;
    match &summary.shape {
        Shape::Bars(bars) => {
            let rows = bars.rows.iter().filter(|row| row.values.iter().any(Option::is_some)).count() as u32;
            if bars.stacked { 2 * line + 2 * line * rows } else { line + rows * line * (1 + bars.series.len() as u32) }
        }
        Shape::Tree(_) => width.clamp(280, 640),
        Shape::Grid(grid) => 5 * line + 2 * line * grid.rows.len() as u32,
        Shape::Network(_) => width.clamp(320, 640),
        Shape::Flow(flow) => {
            let tallest = (0..3).map(|layer| flow.nodes.iter().filter(|n| n.1 == layer).count()).max().unwrap_or(0);
            (2 * line * tallest as u32).max(12 * line)
        }
        Shape::Timeline(timeline) => 3 * line + 3 * line * timeline.genres.len() as u32,
    }
}
