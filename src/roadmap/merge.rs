//! Several structures' roadmaps in one: who does what, how many for each measure, and where two files of one structure differ.

use super::row::{Roadmap, Row, Subject};
use super::terms::{Field, Status};
use crate::domain::text::fold;

/// A file that was opened.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// Name of the file.
    pub file: String,
    pub roadmap: Roadmap,
}

impl Source {
    /// Whose it is: the structure, or else the title, or else the file.
    pub fn name(&self) -> &str {
        let named = [self.roadmap.holder.trim(), self.roadmap.title.trim()];
        named.into_iter().find(|name| !name.is_empty()).unwrap_or(&self.file)
    }
}

/// What is said about one subject, by whom: places among the sources, in their order.
#[derive(Debug, Clone, PartialEq)]
pub struct Line<'a> {
    pub subject: Subject,
    pub said: Vec<(usize, &'a Row)>,
}

/// What two files of one structure say differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    pub subject: Subject,
    /// « Statut », « Pilote »; none where only one of them has the line.
    pub field: Option<&'static str>,
    /// Places among the sources, and what each says.
    pub said: [(usize, String); 2],
}

/// How many structures work on a measure, and how far they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    pub measure: u16,
    pub structures: usize,
    /// Lines, by `Status`.
    pub lines: [usize; Status::ALL.len()],
}

/// Every subject that somebody has, by its numbers.
pub fn lines(sources: &[Source]) -> Vec<Line<'_>> {
    let mut subjects: Vec<Subject> = sources.iter().flat_map(|s| s.roadmap.rows.iter().map(|r| r.subject)).collect();
    subjects.sort();
    subjects.dedup();
    let said = |subject| {
        sources.iter().enumerate().filter_map(move |(at, source)| Some((at, source.roadmap.row(subject)?))).collect()
    };
    subjects.into_iter().map(|subject| Line { subject, said: said(subject) }).collect()
}

/// Structures are counted once, whatever the number of their files.
pub fn tallies(sources: &[Source]) -> Vec<Tally> {
    let mut tallies: Vec<Tally> = Vec::new();
    let mut counted: Vec<(u16, String)> = Vec::new();
    for line in lines(sources) {
        let measure = line.subject.measure;
        if tallies.last().is_none_or(|last| last.measure != measure) {
            tallies.push(Tally { measure, structures: 0, lines: Default::default() });
        }
        let Some(tally) = tallies.last_mut() else { continue };
        for (at, row) in line.said {
            tally.lines[row.status as usize] += 1;
            let who = (measure, owner(sources, at));
            if !counted.contains(&who) {
                counted.push(who);
                tally.structures += 1;
            }
        }
    }
    tallies
}

/// Where files of one structure differ, two by two.
pub fn conflicts(sources: &[Source]) -> Vec<Conflict> {
    let mut found = Vec::new();
    let pairs = (0..sources.len()).flat_map(|one| (one + 1..sources.len()).map(move |other| (one, other)));
    for (one, other) in pairs.filter(|&(one, other)| owner(sources, one) == owner(sources, other)) {
        let both = [one, other];
        for Line { subject, said } in lines(sources) {
            let rows = both.map(|at| said.iter().find(|(place, _)| *place == at).map(|(_, row)| *row));
            match rows {
                [Some(a), Some(b)] => {
                    let pairs = values(a).into_iter().zip(values(b)).filter(|(a, b)| a.1 != b.1);
                    found.extend(pairs.map(|((field, a), (_, b))| Conflict {
                        subject,
                        field: Some(field),
                        said: [(one, a), (other, b)],
                    }));
                }
                [None, None] => {}
                [a, b] => {
                    let word =
                        |row: Option<&Row>| if row.is_some() { "la ligne y est" } else { "la ligne n’y est pas" };
                    let said = [(one, word(a).to_owned()), (other, word(b).to_owned())];
                    found.push(Conflict { subject, field: None, said });
                }
            }
        }
    }
    found
}

/// Structures are told apart by their names, however they are written.
fn owner(sources: &[Source], at: usize) -> String {
    sources.get(at).map_or(String::new(), |source| fold(source.name()))
}

/// Every field of a line as it is read.
pub fn values(row: &Row) -> Vec<(&'static str, String)> {
    let fixed = [
        ("Statut", row.status.label().to_owned()),
        ("Priorité", row.priority.map_or(String::new(), |p| p.label().to_owned())),
        ("Échéance", row.due.map_or(String::new(), |d| d.label())),
    ];
    let texts = Field::ALL.iter().map(|&field| (field.label(), row.text(field).to_owned()));
    fixed.into_iter().chain(texts).collect()
}
