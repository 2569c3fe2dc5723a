//! A question put to the room, and what was entered of its answers.

use crate::editing::closed::closed;

closed! {
    /// What is asked.
    Kind {
        /// Which measures come first.
        Priority: "priorite", "Priorité";
        /// What each measure would bring, and what it would take.
        Matrix: "matrice", "Impact et effort";
        /// Whatever people have to say.
        Ideas: "idees", "Idées";
    }
}

closed! {
    /// Whose dots are entered together.
    Voter {
        Person: "personne", "par personne";
        Table: "table", "par table";
    }
}

/// How a priority is voted. The other kinds have one way each, whatever this says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Raised hands, counted measure by measure.
    Hands,
    /// Sticky dots, shared out among the measures.
    Dots { each: u8, by: Voter },
}

#[derive(Debug, Clone, PartialEq)]
pub struct Poll {
    /// One of its own in the workshop.
    pub id: u32,
    pub question: String,
    pub kind: Kind,
    pub method: Method,
    /// Numbers of the measures it is about, each once.
    pub subjects: Vec<u16>,
    /// In the order they were entered.
    pub ballots: Vec<Ballot>,
    /// Whether the room sees what came of it.
    pub revealed: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Ballot {
    /// One of its own in the poll.
    pub id: u32,
    pub entry: Entry,
}

/// What was entered at once.
#[derive(Debug, Clone, PartialEq)]
pub enum Entry {
    /// A later one for the same measure corrects the former.
    Hands {
        subject: u16,
        hands: u32,
    },
    /// One person's or one table's dots, each measure once; none at all is a blank vote, by a voter all the same.
    Dots(Vec<(u16, u8)>),
    /// From 1 to `STEPS` each.
    Place {
        subject: u16,
        impact: u8,
        effort: u8,
    },
    Idea(String),
}

/// Steps of an axis of the matrix.
pub const STEPS: u8 = 5;

/// Dots of one voter, at most.
pub const MOST_DOTS: u8 = 20;

/// Hands or people, at most.
pub const MOST_PEOPLE: u32 = 100_000;

/// Ballots of a poll, at most.
pub const MOST_BALLOTS: usize = 2_000;

/// Measures of a poll, at most.
pub const MOST_SUBJECTS: usize = 500;

impl Entry {
    /// The measures it speaks of.
    pub fn subjects(&self) -> Vec<u16> {
        match self {
            Entry::Hands { subject, .. } | Entry::Place { subject, .. } => vec![*subject],
            Entry::Dots(dots) => dots.iter().map(|(subject, _)| *subject).collect(),
            Entry::Idea(_) => Vec::new(),
        }
    }
}

impl Poll {
    pub fn new(id: u32, kind: Kind, method: Method, subjects: Vec<u16>) -> Poll {
        Poll { id, question: String::new(), kind, method, subjects, ballots: Vec::new(), revealed: false }
    }

    /// The id of the next ballot.
    pub fn next_ballot(&self) -> u32 {
        next_id(self.ballots.iter().map(|b| b.id))
    }

    /// Whether the room may see its results: ideas are said aloud, there is nothing to reveal.
    pub fn is_open(&self) -> bool {
        self.revealed || self.kind == Kind::Ideas
    }

    /// Whether a ballot speaks of a measure.
    pub fn is_voted(&self, subject: u16) -> bool {
        self.ballots.iter().any(|ballot| ballot.entry.subjects().contains(&subject))
    }
}

/// One more than the greatest, so that an id does not come back while others do; the least that is free beyond all numbers.
pub(super) fn next_id(ids: impl Iterator<Item = u32> + Clone) -> u32 {
    match ids.clone().max().map_or(Some(1), |greatest| greatest.checked_add(1)) {
        Some(next) => next,
        None => (1..=u32::MAX).find(|id| !ids.clone().any(|taken| taken == *id)).unwrap_or_default(),
    }
}
