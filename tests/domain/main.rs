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
mod profile;
mod publication;
mod random;
mod roadmap;
mod scale;
mod searching;
mod sheet;
mod sides;
mod tables;
mod takeaway;
mod workshop;
mod workshop_deck;
mod workshop_file;
mod workshop_minutes;
mod workshop_polls;
