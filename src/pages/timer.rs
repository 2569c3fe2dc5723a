//! Time: since the workshop began, and what is left of what was planned for a slide. A clock writes itself: the page around
//! it, where one may be typing, is not drawn again each second.

use super::hall::Hall;
use crate::domain::stage::slide_key;
use crate::kids;
use crate::platform::{clock, page};
use crate::reactive::*;
use crate::view::node::{Element, el};
use crate::workshop::Moment;
use std::sync::Arc;

pub fn ticking(hall: Hall, id: &'static str, time: fn(Hall) -> String) -> Element {
    let place = el("strong", "xp-stage__timer", kids![]).attr("id", id).attr("role", "timer");
    place.hosted(Arc::new(move |place| {
        // Its own root: the page's owner forgets its children at each update.
        let owner = Owner::new_root(None);
        let writing = page::writer(place).map(|write| owner.with(|| RenderEffect::new(move |_| write(&time(hall)))));
        Box::new((writing, owner))
    }))
}

/// « 12:05 », « 1:02:05 », « −0:30 ».
fn clock_text(seconds: i64) -> String {
    let (sign, seconds) = if seconds < 0 { ("−", -seconds) } else { ("", seconds) };
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{sign}{minutes}:{seconds:02}"),
        _ => format!("{sign}{hours}:{minutes:02}:{seconds:02}"),
    }
}

/// From a moment to now, or to the end where there was one; nothing where a clock was put back.
fn passed(hall: Hall, since: Moment) -> i64 {
    hall.now.track();
    let until = hall.read(|w| w.ended).or_else(|| Moment::parse(&clock::moment()));
    until.and_then(|until| until.since(since)).map_or(0, i64::from)
}

/// Since the workshop started.
pub fn elapsed(hall: Hall) -> String {
    match hall.read(|w| w.started) {
        Some(start) => clock_text(passed(hall, start)),
        None => "pas commencé".to_owned(),
    }
}

/// What is left of the minutes planned for the slide on the wall; nothing where none were.
pub fn left(hall: Hall) -> String {
    let Some((_, slide)) = hall.slide() else { return String::new() };
    let key = slide_key(slide, hall.store.corpus);
    let (minutes, shown) = hall.read(|w| {
        let shown = w.shown.iter().find(|(name, _)| *name == key).map(|(_, when)| *when);
        (w.agenda.get(&key).copied(), shown)
    });
    let passed = shown.map_or(0, |shown| passed(hall, shown));
    minutes.map_or_else(String::new, |minutes| format!("reste {}", clock_text(i64::from(minutes) * 60 - passed)))
}
