//! When something is to be done: a day, or a quarter of a year.

pub use crate::editing::day::Day;
use std::fmt;

/// A quarter from 1 to 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quarter {
    pub year: u16,
    quarter: u8,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    Quarter(Quarter),
    Day(Day),
}

impl Quarter {
    /// Reads `2027-T2`.
    pub fn parse(text: &str) -> Option<Quarter> {
        let (year, quarter) = text.split_once("-T")?;
        let number = |text: &str, length: usize| {
            let plain = text.len() == length && text.bytes().all(|b| b.is_ascii_digit());
            plain.then(|| text.parse::<u16>().ok()).flatten()
        };
        let (year, quarter) = (number(year, 4)?, number(quarter, 1)?);
        let exists = (1900..=2999).contains(&year) && (1..=4).contains(&quarter);
        exists.then_some(Quarter { year, quarter: quarter as u8 })
    }

    /// Every quarter of the years given, in order.
    pub fn all((first, last): (u16, u16)) -> impl Iterator<Item = Quarter> {
        (first..=last).flat_map(|year| (1..=4).map(move |quarter| Quarter { year, quarter }))
    }
}

/// `2027-T2`.
impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-T{}", self.year, self.quarter)
    }
}

impl Due {
    pub fn parse(text: &str) -> Option<Due> {
        Quarter::parse(text).map(Due::Quarter).or_else(|| Day::parse(text).map(Due::Day))
    }

    pub fn year(self) -> u16 {
        match self {
            Due::Quarter(quarter) => quarter.year,
            Due::Day(day) => day.year(),
        }
    }

    /// « 2e trimestre 2027 », « 15 mars 2027 ».
    pub fn label(self) -> String {
        match self {
            Due::Quarter(Quarter { year, quarter: 1 }) => format!("1er trimestre\u{a0}{year}"),
            Due::Quarter(Quarter { year, quarter }) => format!("{quarter}e trimestre\u{a0}{year}"),
            Due::Day(day) => day.label(),
        }
    }
}

/// As in the file.
impl fmt::Display for Due {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Due::Quarter(quarter) => quarter.fmt(f),
            Due::Day(day) => day.fmt(f),
        }
    }
}
