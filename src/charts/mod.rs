//! Charts as pure functions: a `Summary` and a `Look` give charming's chart, whose JSON is what the browser draws.
//!
//! Deliberately absent: the corpus, the screen, JavaScript functions (the CSP refuses them).

pub mod bars;
pub mod look;
pub mod request;
pub mod twin;
