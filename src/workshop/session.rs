//! The workshop as it is kept: what is prepared, what was shown and when, what the room answered.

use super::moment::Moment;
use super::poll::{Poll, next_id};
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Workshop {
    pub title: String,
    pub place: String,
    /// People in the room.
    pub attendance: Option<u32>,
    pub started: Option<Moment>,
    pub ended: Option<Moment>,
    /// Fragment of the address of what was projected last: where one resumes.
    pub view: String,
    /// Slides in the order they were first shown, each once, by their keys (`domain::stage::slide_key`).
    pub shown: Vec<(String, Moment)>,
    /// The facilitator's notes by key of slide; no empty ones.
    pub notes: BTreeMap<String, String>,
    /// Minutes planned, by key of slide.
    pub agenda: BTreeMap<String, u16>,
    pub polls: Vec<Poll>,
}

/// Polls of a workshop, at most: each is a slide with a number.
pub const MOST_POLLS: usize = 99;

/// Slides that are noted, timed or listed as shown, at most.
pub const MOST_SLIDES: usize = 2_000;

/// Minutes planned for a slide, at most: a day.
pub const MOST_MINUTES: u16 = 1_440;

/// Whether a text may be the key of a slide, of any strategy.
pub fn is_key(text: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    (1..=60).contains(&text.len()) && text.bytes().all(plain)
}

impl Workshop {
    pub fn poll(&self, id: u32) -> Option<&Poll> {
        self.polls.iter().find(|poll| poll.id == id)
    }

    /// The id of the next poll.
    pub fn next_poll(&self) -> u32 {
        next_id(self.polls.iter().map(|p| p.id))
    }

    pub fn note(&self, slide: &str) -> &str {
        self.notes.get(slide).map_or("", String::as_str)
    }

    /// Seconds from start to end; none where one of them is not known.
    pub fn duration(&self) -> Option<u32> {
        self.ended?.since(self.started?)
    }

    /// Minutes planned altogether.
    pub fn planned(&self) -> u32 {
        self.agenda.values().map(|&minutes| u32::from(minutes)).sum()
    }

    pub fn is_empty(&self) -> bool {
        *self == Workshop::default()
    }
}
