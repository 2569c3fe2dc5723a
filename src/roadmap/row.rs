//! The roadmap: whose it is, and its lines, each about a measure as a whole or about one of its actions.

use super::due::{Day, Due};
use super::terms::{Field, Priority, Status};

/// What a line is about, by its numbers in the adopted text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Subject {
    pub measure: u16,
    /// Within the measure; none for the measure as a whole.
    pub action: Option<u8>,
}

impl Subject {
    /// « 8 », « 8.2 »: in the file and in the page.
    pub fn key(self) -> String {
        match self.action {
            None => self.measure.to_string(),
            Some(action) => format!("{}.{action}", self.measure),
        }
    }

    pub fn by_key(key: &str) -> Option<Subject> {
        let (measure, action) = match key.split_once('.') {
            Some((measure, action)) => (measure, Some(action.parse().ok()?)),
            None => (key, None),
        };
        Some(Subject { measure: measure.parse().ok()?, action })
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub subject: Subject,
    pub status: Status,
    pub priority: Option<Priority>,
    pub due: Option<Due>,
    /// By `Field`.
    pub texts: [String; Field::COUNT],
}

impl Row {
    pub fn new(subject: Subject) -> Row {
        Row { subject, status: Status::ToStudy, priority: None, due: None, texts: Default::default() }
    }

    pub fn text(&self, field: Field) -> &str {
        &self.texts[field as usize]
    }
}

/// Lines of one measure stand together: the measure as a whole first, then its actions by number.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Roadmap {
    pub title: String,
    /// The structure whose roadmap it is.
    pub holder: String,
    pub date: Option<Day>,
    pub rows: Vec<Row>,
}

impl Roadmap {
    pub fn row(&self, subject: Subject) -> Option<&Row> {
        self.rows.iter().find(|row| row.subject == subject)
    }

    /// Numbers of the measures, in their order here.
    pub fn measures(&self) -> Vec<u16> {
        let mut measures: Vec<u16> = self.rows.iter().map(|row| row.subject.measure).collect();
        measures.dedup();
        measures
    }

    pub fn of_measure(&self, measure: u16) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(move |row| row.subject.measure == measure)
    }

    pub fn is_empty(&self) -> bool {
        *self == Roadmap::default()
    }

    /// Brings the lines in order: measures as they first come, each subject once.
    pub(super) fn settle(&mut self) {
        let mut order: Vec<u16> = Vec::new();
        for row in &self.rows {
            if !order.contains(&row.subject.measure) {
                order.push(row.subject.measure);
            }
        }
        let place = |row: &Row| (order.iter().position(|&m| m == row.subject.measure), row.subject.action);
        self.rows.sort_by_key(place);
        self.rows.dedup_by_key(|row| row.subject);
    }
}
