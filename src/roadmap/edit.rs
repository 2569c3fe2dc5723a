//! What one does to a roadmap, as values: applied to whatever the roadmap has become meanwhile, so that two windows on the
//! same one do not undo each other's work.

use super::due::{Day, Due};
use super::row::{Roadmap, Row, Subject};
use super::terms::{Field, Priority, Status};
pub use crate::editing::field::LONGEST;
use crate::editing::field::{cut, is_cut};
use crate::editing::past::{self, Change};

#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    Title(String),
    Holder(String),
    Date(Option<Day>),
    Text(Subject, Field, String),
    Status(Subject, Status),
    Priority(Subject, Option<Priority>),
    Due(Subject, Option<Due>),
    /// Those whose subject is there already are left as they are.
    Add(Vec<Row>),
    Remove(Subject),
    RemoveMeasure(u16),
    /// Puts a measure at a place among the measures.
    Move(u16, usize),
    Replace(Box<Roadmap>),
}

/// A roadmap with all that was done to it.
pub type Past = past::Past<Edit>;

impl Change for Edit {
    type Value = Roadmap;

    fn apply(self, roadmap: &mut Roadmap) -> bool {
        self.apply(roadmap)
    }

    fn continues(&self, before: &Edit) -> bool {
        self.continues(before)
    }

    fn replaces(&self) -> bool {
        matches!(self, Edit::Replace(_))
    }
}

impl Edit {
    /// Whether typing on goes on with the same step: one undoes a phrase, not a letter.
    pub fn continues(&self, before: &Edit) -> bool {
        match (self, before) {
            (Edit::Title(_), Edit::Title(_)) | (Edit::Holder(_), Edit::Holder(_)) => true,
            (Edit::Text(subject, field, _), Edit::Text(other, same, _)) => (subject, field) == (other, same),
            _ => false,
        }
    }

    /// Whether a text is longer than what is kept of it.
    pub fn is_cut(&self) -> bool {
        match self {
            Edit::Title(text) | Edit::Holder(text) | Edit::Text(_, _, text) => is_cut(text),
            Edit::Date(_) | Edit::Status(..) | Edit::Priority(..) | Edit::Due(..) | Edit::Add(_) => false,
            Edit::Remove(_) | Edit::RemoveMeasure(_) | Edit::Move(..) | Edit::Replace(_) => false,
        }
    }

    /// Does it; tells whether anything changed. A line that is gone is not brought back.
    pub fn apply(self, roadmap: &mut Roadmap) -> bool {
        let before = roadmap.clone();
        let row = |roadmap: &mut Roadmap, subject, change: &dyn Fn(&mut Row)| {
            if let Some(row) = roadmap.rows.iter_mut().find(|row| row.subject == subject) {
                change(row);
            }
        };
        match self {
            Edit::Title(text) => roadmap.title = cut(&text),
            Edit::Holder(text) => roadmap.holder = cut(&text),
            Edit::Date(date) => roadmap.date = date,
            Edit::Text(subject, field, text) => row(roadmap, subject, &|row| row.texts[field as usize] = cut(&text)),
            Edit::Status(subject, status) => row(roadmap, subject, &|row| row.status = status),
            Edit::Priority(subject, priority) => row(roadmap, subject, &|row| row.priority = priority),
            Edit::Due(subject, due) => row(roadmap, subject, &|row| row.due = due),
            Edit::Add(rows) => {
                for row in rows {
                    if roadmap.row(row.subject).is_none() {
                        roadmap.rows.push(row);
                    }
                }
                roadmap.settle();
            }
            Edit::Remove(subject) => roadmap.rows.retain(|row| row.subject != subject),
            Edit::RemoveMeasure(measure) => roadmap.rows.retain(|row| row.subject.measure != measure),
            Edit::Move(measure, to) => {
                let (moved, mut rows): (Vec<Row>, Vec<Row>) =
                    std::mem::take(&mut roadmap.rows).into_iter().partition(|row| row.subject.measure == measure);
                let mut others: Vec<u16> = rows.iter().map(|row| row.subject.measure).collect();
                others.dedup();
                let after = others.get(to).and_then(|next| rows.iter().position(|r| r.subject.measure == *next));
                rows.splice(after.unwrap_or(rows.len())..after.unwrap_or(rows.len()), moved);
                roadmap.rows = rows;
            }
            Edit::Replace(other) => *roadmap = *other,
        }
        *roadmap != before
    }
}
