//! What no compiler checks: sizes, layers, names of classes, and words that must not appear.

#[path = "../support/mod.rs"]
mod support;

mod files;
mod layers;
mod rgaa;
mod styles;
mod words;
