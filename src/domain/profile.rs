//! What a visitor answered: a set of answers, and its two-way form as a list of ids.
//!
//! Canonical by construction, in the order of the questions: two equal profiles are equal values. Deliberately absent: the
//! address that carries the list.

use super::order::by_key;
use super::paths::{AnswerIdx, Ask, Paths};

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Profile {
    /// Sorted, unique, one at most for a question that takes one.
    answers: Vec<AnswerIdx>,
}

impl Profile {
    /// Reads `commune,foncier`. Total: gives back what it leaves aside, unknown ids and a second answer where only one is
    /// taken, each once.
    pub fn parse(list: &str, paths: &Paths) -> (Profile, Vec<String>) {
        let mut profile = Profile::default();
        let mut aside: Vec<String> = Vec::new();
        for id in list.split(',').map(str::trim).filter(|id| !id.is_empty()) {
            let known = paths.by_id(id).filter(|&at| profile.contains(at) || !profile.is_taken(at, paths));
            match known {
                Some(at) => profile.insert(at, paths),
                None if aside.iter().any(|other| other == id) => {}
                None => aside.push(id.to_owned()),
            }
        }
        (profile, aside)
    }

    /// The list that `parse` reads back to the same value; empty when nothing is answered.
    pub fn print(&self, paths: &Paths) -> String {
        let ids: Vec<&str> = self.answers.iter().filter_map(|&at| paths.answer(at)).map(|a| a.id.as_str()).collect();
        ids.join(",")
    }

    /// In the order of the questions.
    pub fn answers(&self) -> &[AnswerIdx] {
        &self.answers
    }

    pub fn is_empty(&self) -> bool {
        self.answers.is_empty()
    }

    pub fn contains(&self, at: AnswerIdx) -> bool {
        self.answers.contains(&at)
    }

    /// Whether the question has an answer.
    pub fn asks(&self, ask: Ask, paths: &Paths) -> bool {
        self.answers.iter().any(|&at| paths.answer(at).is_some_and(|a| a.ask == ask))
    }

    /// Gives the answer, instead of another where only one is taken; or takes it back.
    pub fn toggle(&mut self, at: AnswerIdx, paths: &Paths) {
        if self.contains(at) {
            self.answers.retain(|&other| other != at);
        } else {
            self.insert(at, paths);
        }
    }

    /// Gives the answer, instead of another where only one is taken.
    pub fn insert(&mut self, at: AnswerIdx, paths: &Paths) {
        let Some(answer) = paths.answer(at) else { return };
        let replaced = |other: &AnswerIdx| {
            *other == at || answer.ask.is_single() && paths.answer(*other).is_some_and(|a| a.ask == answer.ask)
        };
        self.answers.retain(|other| !replaced(other));
        self.answers.push(at);
        self.answers = by_key(&self.answers, |at| *at);
    }

    /// Whether the question of an answer has its only one already.
    fn is_taken(&self, at: AnswerIdx, paths: &Paths) -> bool {
        paths.answer(at).is_some_and(|a| a.ask.is_single() && self.asks(a.ask, paths))
    }
}
