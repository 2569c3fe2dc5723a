//! Charts as pure functions: a `Summary` and a `Look` give charming's chart, whose JSON is what the browser draws.
//!
//! Deliberately absent: the corpus, the screen, JavaScript functions (the CSP refuses them).

pub mod bars;
pub mod draw;
pub mod flow;
pub mod frame;
pub mod grid;
pub mod look;
pub mod network;
pub mod request;
pub mod room;
pub mod table;
pub mod timeline;
pub mod tree;
