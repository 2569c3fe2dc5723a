//! Figures, dated events and votes the adopted text gives: what charts show that no filter changes.

use super::binary::binary;
use super::schema::VoteSide;
use super::schema_terms::FigureGroup;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Facts {
    pub figures: Vec<Figure>,
    pub events: Vec<Event>,
    pub votes: Vec<Vote>,
    /// Number of the deliberation, where the votes are read.
    pub deliberation: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    pub id: String,
    pub group: FigureGroup,
    /// Ours.
    pub label: String,
    pub value: f64,
    pub unit: String,
    pub year: Option<u16>,
    pub page: u16,
    pub quote: String,
    /// What is measured more than once, years apart.
    pub series: Option<String>,
    /// Legal form the figure is about, in the split by status.
    pub status: Option<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// `2024-04-26`, `2024-05` or `2024`.
    pub date: String,
    pub end: Option<String>,
    /// Ours.
    pub title: String,
    pub genre: String,
    pub page: u16,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Vote {
    pub group: String,
    pub side: VoteSide,
    pub votes: u16,
}

binary! {
    struct Facts { figures, events, votes, deliberation }
    struct Figure { id, group, label, value, unit, year, page, quote, series, status }
    struct Event { date, end, title, genre, page }
    struct Vote { group, side, votes }
}

binary! {
    enum VoteSide { Pour, Contre, Abstention }
    enum FigureGroup { Panorama, Bilan, Mesures }
}

impl Facts {
    pub fn figure(&self, id: &str) -> Option<&Figure> {
        self.figures.iter().find(|f| f.id == id)
    }

    /// Figures of a group, in the order of the data.
    pub fn of(&self, group: FigureGroup) -> impl Iterator<Item = &Figure> {
        self.figures.iter().filter(move |f| f.group == group)
    }
}
