//! From a summary to the option of its chart, and the room it takes.

use super::request::Request;
use super::{bars, flow, grid, network, timeline, tree};
use crate::domain::summary::Shape;
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
pub fn height(request: &Request) -> u32 {
    let room = request.room();
    let height = match &request.summary.shape {
        Shape::Bars(bars) => bars::height(room, bars),
        Shape::Tree(_) => room.width.clamp(280.0, 640.0),
        Shape::Grid(grid) => grid::height(room, grid),
        Shape::Network(network) => network::height(room, network),
        Shape::Flow(flow) => flow::height(room, flow),
        Shape::Timeline(timeline) => timeline::height(room, timeline),
    };
    height.ceil() as u32
}
