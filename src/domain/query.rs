//! What the visitor asks for: words, and options chosen in each facet.
//!
//! Canonical by construction: options stay sorted and unique, so two equal questions are equal values.

use super::corpus::OptionIdx;
use super::facet::Facet;
use super::order::by_key;

/// Whether a measure must bear one of the chosen options, or all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    #[default]
    Any,
    All,
}

/// The options chosen in one facet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    options: Vec<OptionIdx>,
    mode: Mode,
}

impl Choice {
    pub fn new(options: Vec<OptionIdx>, mode: Mode) -> Self {
        let mut options = by_key(&options, |o| *o);
        options.dedup();
        let mode = if options.is_empty() { Mode::Any } else { mode };
        Choice { options, mode }
    }

    pub fn options(&self) -> &[OptionIdx] {
        &self.options
    }

    pub fn mode(&self) -> Mode {
        self.mode
    }

    pub fn is_empty(&self) -> bool {
        self.options.is_empty()
    }

    pub fn contains(&self, option: OptionIdx) -> bool {
        self.options.binary_search(&option).is_ok()
    }

    /// Whether something bearing `tags` passes; nothing chosen lets everything pass.
    pub fn accepts(&self, tags: &[OptionIdx]) -> bool {
        let bears = |o: &OptionIdx| tags.contains(o);
        match self.mode {
            _ if self.is_empty() => true,
            Mode::Any => self.options.iter().any(bears),
            Mode::All => self.options.iter().all(bears),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// As typed; folded only for matching.
    pub text: String,
    choices: [Choice; Facet::COUNT],
}

/// One thing a query asks for, that the visitor can take back by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Criterion {
    Text,
    Facet(Facet),
}

impl Criterion {
    const fn bit(self) -> u16 {
        match self {
            Criterion::Text => 1,
            Criterion::Facet(facet) => 2 << facet.slot(),
        }
    }
}

/// A set of criteria: one number, as each measure left out keeps its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Criteria(u16);

impl Criteria {
    /// No criterion at all.
    pub const NONE: Criteria = Criteria(0);

    pub const fn only(criterion: Criterion) -> Self {
        Criteria(criterion.bit())
    }

    pub fn insert(&mut self, criterion: Criterion) {
        self.0 |= criterion.bit();
    }

    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Words first, then in the order of the facets.
    pub fn iter(self) -> impl Iterator<Item = Criterion> {
        let all = [Criterion::Text].into_iter().chain(Facet::ALL.map(Criterion::Facet));
        all.filter(move |c| self.0 & c.bit() != 0)
    }
}

impl Query {
    pub fn choice(&self, facet: Facet) -> &Choice {
        &self.choices[facet.slot()]
    }

    pub fn set(&mut self, facet: Facet, choice: Choice) {
        self.choices[facet.slot()] = choice;
    }

    /// Adds the option, or takes it back.
    pub fn toggle(&mut self, facet: Facet, option: OptionIdx) {
        let choice = self.choice(facet);
        let mut options = choice.options.clone();
        match options.binary_search(&option) {
            Ok(at) => drop(options.remove(at)),
            Err(at) => options.insert(at, option),
        }
        let mode = choice.mode;
        self.set(facet, Choice::new(options, mode));
    }

    pub fn set_mode(&mut self, facet: Facet, mode: Mode) {
        let options = self.choice(facet).options.clone();
        self.set(facet, Choice::new(options, mode));
    }

    pub fn clear(&mut self, criterion: Criterion) {
        match criterion {
            Criterion::Text => self.text.clear(),
            Criterion::Facet(facet) => self.set(facet, Choice::default()),
        }
    }

    pub fn has_text(&self) -> bool {
        !self.text.trim().is_empty()
    }

    /// The facets in which something is chosen.
    pub fn active(&self) -> impl Iterator<Item = Facet> + '_ {
        Facet::ALL.into_iter().filter(|&f| !self.choice(f).is_empty())
    }

    /// Everything asked for, words first.
    pub fn criteria(&self) -> Vec<Criterion> {
        let text = self.has_text().then_some(Criterion::Text);
        text.into_iter().chain(self.active().map(Criterion::Facet)).collect()
    }

    pub fn is_empty(&self) -> bool {
        !self.has_text() && self.active().next().is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn toggling_twice_gives_the_question_back() {
        let mut query = Query::default();
        query.toggle(Facet::Actor, OptionIdx(3));
        query.toggle(Facet::Actor, OptionIdx(1));
        assert_eq!(query.choice(Facet::Actor).options(), [OptionIdx(1), OptionIdx(3)]);
        query.toggle(Facet::Actor, OptionIdx(3));
        query.toggle(Facet::Actor, OptionIdx(1));
        assert_eq!(query, Query::default());
    }

    #[test]
    fn all_together_is_forgotten_with_the_last_option() {
        let mut query = Query::default();
        query.toggle(Facet::Actor, OptionIdx(1));
        query.set_mode(Facet::Actor, Mode::All);
        query.toggle(Facet::Actor, OptionIdx(1));
        assert!(query.is_empty());
        assert_eq!(query, Query::default());
    }

    #[test]
    fn any_accepts_one_and_all_wants_every_one() {
        let chosen = vec![OptionIdx(1), OptionIdx(2)];
        let tags = [OptionIdx(2), OptionIdx(5)];
        assert!(Choice::new(chosen.clone(), Mode::Any).accepts(&tags));
        assert!(!Choice::new(chosen, Mode::All).accepts(&tags));
        assert!(Choice::default().accepts(&[]));
    }
}
