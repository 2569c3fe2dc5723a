//! A day of the calendar that exists.

use crate::domain::french::date;
use std::fmt;

/// A day of the calendar that exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

impl Day {
    /// Reads ISO 8601, `2027-03-15`; nothing else, and no day that does not exist.
    pub fn parse(text: &str) -> Option<Day> {
        let digits = |from: usize, to: usize| {
            let part = text.get(from..to).filter(|p| p.bytes().all(|b| b.is_ascii_digit()))?;
            part.parse::<u16>().ok()
        };
        if text.len() != 10 || text.get(4..5) != Some("-") || text.get(7..8) != Some("-") {
            return None;
        }
        let (year, month, day) = (digits(0, 4)?, digits(5, 7)?, digits(8, 10)?);
        let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        let length = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        let exists = (1900..=2999).contains(&year) && (1..=length).contains(&day);
        exists.then_some(Day { year, month: month as u8, day: day as u8 })
    }

    pub fn year(self) -> u16 {
        self.year
    }

    /// Days since the first of January of the year 1, in this calendar.
    pub fn count(self) -> u32 {
        // Counted from March, so that the leap day ends its year.
        let (year, month) = match self.month {
            1 | 2 => (u32::from(self.year) - 1, u32::from(self.month) + 9),
            _ => (u32::from(self.year), u32::from(self.month) - 3),
        };
        365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + u32::from(self.day) - 307
    }

    /// « 15 mars 2027 ».
    pub fn label(self) -> String {
        date(&self.to_string())
    }
}

/// ISO 8601.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}
