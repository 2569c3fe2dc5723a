//! The questions put to a visitor, the answers they may give, and where in the official text each answer is found.
//!
//! Made by `assemble_paths` at build time, so that a page searches nothing; travels apart from the corpus, because the
//! first view asks none of this. Deliberately absent: what a visitor answered (`profile`) and what follows (`ranking`).

use super::binary::binary;
use super::corpus::{Measure, MeasureIdx};
use super::passage::Passage;
use std::ops::Range;

/// Place of an answer among all of them, in the order of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AnswerIdx(pub u16);

/// What a question is about, in the order they are put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// Who the visitor is: one answer at most.
    Structure,
    /// What to act on: any number of answers.
    Theme,
    /// What is expected: any number of answers.
    Wish,
}

impl Ask {
    pub const ALL: [Ask; 3] = [Ask::Structure, Ask::Theme, Ask::Wish];

    /// Whether a second answer replaces the first.
    pub const fn is_single(self) -> bool {
        match self {
            Ask::Structure => true,
            Ask::Theme | Ask::Wish => false,
        }
    }
}

/// Empty for a strategy that puts no question.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Paths {
    /// Who wrote all this: it is not the adopted text.
    pub origin: String,
    /// In the order of `Ask::ALL`.
    pub questions: Vec<Question>,
    /// In the order of the questions, then of the file.
    pub answers: Vec<Answer>,
    /// A first step for each measure, by its place; ours.
    pub steps: Vec<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    pub ask: Ask,
    pub label: String,
    pub help: Option<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    pub ask: Ask,
    /// In the address.
    pub id: String,
    pub label: String,
    pub help: Option<String>,
    /// Where the official text holds it: in the document's order, one for each passage and reason.
    pub finds: Vec<Find>,
}

/// Words of the official text that answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Find {
    pub measure: MeasureIdx,
    pub why: Why,
    /// Place in `Measure::passages`.
    passage: u16,
    /// Which of the passage's blocks.
    block: u16,
    /// Bytes of that block.
    start: u32,
    end: u32,
}

/// What these words do for the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The measure acts for the structure.
    Target,
    /// It calls on the structure to act.
    Associate,
    /// It names the structure as an actor.
    Named,
    /// It speaks of the theme.
    Subject,
    /// An action is of the kind that is wished.
    Kind,
}

impl Why {
    /// The reason in words, to stand before the quote.
    pub const fn label(self) -> &'static str {
        match self {
            Why::Target => "La mesure agit pour vous",
            Why::Associate => "La mesure vous appelle à agir",
            Why::Named => "La mesure vous nomme",
            Why::Subject => "La mesure en parle",
            Why::Kind => "Une action est de ce type",
        }
    }
}

impl Find {
    pub fn new(measure: MeasureIdx, why: Why, [passage, block]: [usize; 2], range: Range<usize>) -> Find {
        let (start, end) = (range.start as u32, range.end as u32);
        Find { measure, why, passage: passage as u16, block: block as u16, start, end }
    }

    /// Where it stands in its passage.
    pub fn order(&self) -> (u16, u32) {
        (self.block, self.start)
    }

    /// Whether both say the same of one passage.
    pub fn same_reason(&self, other: &Find) -> bool {
        (self.measure, self.passage, self.why) == (other.measure, other.passage, other.why)
    }

    /// The passage of its measure that answers: it says its role.
    pub fn passage(self, measure: &Measure) -> Option<&Passage> {
        measure.passages.get(self.passage as usize)
    }

    /// The whole paragraph, to show the words in their place.
    pub fn block(self, measure: &Measure) -> &str {
        self.passage(measure).and_then(|p| p.blocks.get(self.block as usize)).map_or("", String::as_str)
    }

    /// Bytes of that paragraph.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The words themselves, to the letter.
    pub fn evidence(self, measure: &Measure) -> &str {
        self.block(measure).get(self.range()).unwrap_or_default()
    }
}

impl Paths {
    pub fn answer(&self, at: AnswerIdx) -> Option<&Answer> {
        self.answers.get(at.0 as usize)
    }

    /// Every answer with its place.
    pub fn indexed(&self) -> impl Iterator<Item = (AnswerIdx, &Answer)> {
        self.answers.iter().enumerate().map(|(at, answer)| (AnswerIdx(at as u16), answer))
    }

    /// The answers a question offers.
    pub fn answers_to(&self, ask: Ask) -> impl Iterator<Item = (AnswerIdx, &Answer)> {
        self.indexed().filter(move |(_, answer)| answer.ask == ask)
    }

    pub fn by_id(&self, id: &str) -> Option<AnswerIdx> {
        self.indexed().find(|(_, answer)| answer.id == id).map(|(at, _)| at)
    }

    /// What one may do first about a measure, in our words.
    pub fn step(&self, measure: MeasureIdx) -> Option<&str> {
        self.steps.get(measure.0 as usize).map(String::as_str)
    }
}

binary! {
    enum Ask { Structure, Theme, Wish }
    enum Why { Target, Associate, Named, Subject, Kind }
}

binary! {
    struct Paths { origin, questions, answers, steps }
    struct Question { ask, label, help }
    struct Answer { ask, id, label, help, finds }
    struct Find { measure, why, passage, block, start, end }
}
