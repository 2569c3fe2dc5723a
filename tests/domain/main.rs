//! The domain on the real strategy and on another one: counts, addresses, search, answers, the published contract.

#[path = "../support/mod.rs"]
mod support;

mod addresses;
mod answers;
mod bytes;
mod cells;
mod charts;
mod compare;
mod contract;
mod contrast;
mod counts;
mod dictionary;
mod embed;
mod looks;
mod other;
mod publication;
mod random;
mod scale;
mod searching;
mod sheet;
mod sides;
mod tables;
