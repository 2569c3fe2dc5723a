//! What crosses from the suite to the charts' own wasm: what to draw, and in which look.

use super::draw;
use super::look::Look;
use super::room::Room;
use crate::domain::binary::{self, binary};
use crate::domain::summary::Summary;

#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    pub summary: Summary,
    pub look: Look,
    /// Width of the figure in pixels: labels are cut for it.
    pub width: u32,
    /// Whether the visitor asked for less motion.
    pub still: bool,
}

binary! {
    struct Request { summary, look, width, still }
}

impl Request {
    pub fn room(&self) -> Room {
        Room { style: self.look.style_at(self.width), width: f64::from(self.width) }
    }

    pub fn to_bytes(&self) -> Vec<u8> {
        binary::to_bytes(self)
    }

    /// The option ECharts reads, as JSON text; `None` when the bytes are not a request of this version.
    pub fn option(bytes: &[u8]) -> Option<String> {
        binary::from_bytes::<Request>(bytes)?.json()
    }

    pub fn json(&self) -> Option<String> {
        serde_json::to_string(&draw::option(self)?).ok()
    }
}
