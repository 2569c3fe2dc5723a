//! A moment of a workshop: local date and time, to the second. Deliberately absent: time zones, and the clock itself.

use crate::editing::day::Day;
use std::fmt;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    day: Day,
    /// Since midnight.
    seconds: u32,
}

/// Seconds of a day.
const DAY: u32 = 24 * 3_600;

impl Moment {
    /// Reads `2026-11-23T14:05:09`, and nothing else.
    pub fn parse(text: &str) -> Option<Moment> {
        let (day, time) = text.split_once('T')?;
        let mut parts = time.split(':').map(|part| {
            let plain = part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
            plain.then(|| part.parse::<u32>().ok()).flatten()
        });
        let (hour, minute, second) = (parts.next()??, parts.next()??, parts.next()??);
        let exists = hour < 24 && minute < 60 && second < 60 && parts.next().is_none();
        let seconds = (hour * 60 + minute) * 60 + second;
        Day::parse(day).filter(|_| exists).map(|day| Moment { day, seconds })
    }

    pub fn day(self) -> Day {
        self.day
    }

    /// « 14 h 05 ».
    pub fn time(self) -> String {
        format!("{}\u{a0}h\u{a0}{:02}", self.seconds / 3_600, self.seconds / 60 % 60)
    }

    /// « 23 novembre 2026 à 14 h 05 ».
    pub fn label(self) -> String {
        format!("{} à {}", self.day.label(), self.time())
    }

    /// Seconds gone by since an earlier moment; none where it is a later one (a clock that was put back).
    pub fn since(self, earlier: Moment) -> Option<u32> {
        let days = self.day.count().checked_sub(earlier.day.count())?;
        (days.checked_mul(DAY)?.checked_add(self.seconds)?).checked_sub(earlier.seconds)
    }
}

/// ISO 8601.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Moment { day, seconds } = self;
        write!(f, "{day}T{:02}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60)
    }
}
