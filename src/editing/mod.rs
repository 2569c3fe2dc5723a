//! What the things a visitor writes have in common: a past that can be undone, texts of a bounded length, a file that opens
//! again or says why not. Pure: no screen, no storage, no clock; knows neither roadmap nor workshop.

pub mod closed;
pub mod day;
pub mod past;
pub mod field;
pub mod refusal;
pub mod open;
