//! Two things of one kind side by side: what they share, and what each has alone.
//!
//! Over the whole strategy: a comparison never depends on the question asked. Deliberately absent: sentences (`synthesis`).

use super::corpus::{Corpus, Measure, MeasureIdx, OptionIdx};
use super::facet::Facet;
use super::passage::Passage;
use super::schema_terms::Link;
use super::sides::{Pair, Thing};

/// Two lists cut in three, each keeping its order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split<T> {
    pub both: Vec<T>,
    pub left: Vec<T>,
    pub right: Vec<T>,
}

impl<T> Split<T> {
    pub fn is_empty(&self) -> bool {
        self.both.is_empty() && self.left.is_empty() && self.right.is_empty()
    }
}

/// What one side has in the whole strategy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Totals {
    pub measures: usize,
    /// Every action of these measures.
    pub actions: usize,
    /// Those whose own words earn the option; `None` where words earn nothing: a section, a measure.
    pub own: Option<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    pub totals: [Totals; 2],
    pub measures: Split<MeasureIdx>,
    /// What each side has, facet by facet, as far as `Pair::extent` says; facets of which neither side has anything are
    /// left out, and so are the two things compared, which name each other at most.
    pub facets: Vec<(Facet, Split<OptionIdx>)>,
    /// Measurable targets that the measures of a side serve, or that stand in its section: places in `Corpus::targets`.
    pub targets: Split<usize>,
}

/// What a line of a comparison speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// What the side itself holds: a measure, the measures of a section.
    Own,
    /// All that the measures bearing the side hold, whatever they hold it for.
    Measures,
    /// The actions whose own words earn the side, and no other.
    Actions,
}

impl Thing {
    /// The actions a side is known by: those whose words earn it where words do, else all those of its measures. An
    /// action has one kind: beside a kind the others are those of the whole measures.
    fn actions(self, corpus: &Corpus) -> Vec<&Passage> {
        let known = |p: &&Passage| match self {
            Thing::Option(facet, option) if facet.is_tag() && facet != Facet::Kind => {
                p.mention(facet, option).is_some()
            }
            Thing::Measure(_) | Thing::Option(..) => true,
        };
        let measures = self.measures(corpus).into_iter().filter_map(|m| corpus.measure(m));
        measures.flat_map(Measure::actions).filter(known).collect()
    }

    fn has(self, corpus: &Corpus, facet: Facet) -> Vec<OptionIdx> {
        let (measures, actions) = (self.measures(corpus), self.actions(corpus));
        let has = |o: &OptionIdx| match facet {
            Facet::Kind => actions.iter().any(|p| p.mention(facet, *o).is_some()),
            _ => measures.iter().filter_map(|&m| corpus.measure(m)).any(|m| m.bears(facet, *o)),
        };
        corpus.options(facet).into_iter().filter(has).collect()
    }

    fn targets(self, corpus: &Corpus) -> Vec<usize> {
        let measures = self.measures(corpus);
        let inside =
            |section| matches!(self, Thing::Option(Facet::Level(_), own) if corpus.ancestry(section).contains(&own));
        let targets = corpus.targets.iter().enumerate();
        let own = targets.filter(|(_, t)| inside(t.section) || t.measures.iter().any(|m| measures.contains(m)));
        own.map(|(at, _)| at).collect()
    }

    fn totals(self, corpus: &Corpus) -> Totals {
        let earning = |facet, option| {
            let all = self.actions(corpus).into_iter();
            all.filter(|p| p.mention(facet, option).is_some()).count()
        };
        let own = match self {
            Thing::Option(facet, option) if facet.is_tag() => Some(earning(facet, option)),
            Thing::Measure(_) | Thing::Option(..) => None,
        };
        let measures = self.measures(corpus);
        let actions = measures.iter().filter_map(|&m| corpus.measure(m)).map(|m| m.actions().count()).sum();
        Totals { measures: measures.len(), actions, own }
    }
}

impl Pair {
    /// What the line of a facet speaks of.
    pub fn extent(self, facet: Facet) -> Extent {
        match (self, facet) {
            (Pair::Options(Facet::Kind, ..), _) => Extent::Measures,
            (Pair::Options(own, ..), Facet::Kind) if own.is_tag() => Extent::Actions,
            (Pair::Options(own, ..), _) if own.is_tag() => Extent::Measures,
            (Pair::Options(..) | Pair::Measures(..), _) => Extent::Own,
        }
    }
}

/// Cuts two lists without doubles into what both hold, what the first holds alone, what the second does.
pub fn split<T: Copy + PartialEq>(left: &[T], right: &[T]) -> Split<T> {
    let (both, alone) = left.iter().copied().partition(|t| right.contains(t));
    Split { both, left: alone, right: right.iter().copied().filter(|t| !left.contains(t)).collect() }
}

pub fn compare(corpus: &Corpus, pair: Pair) -> Comparison {
    let sides = pair.sides();
    let [left, right] = sides.map(|side| side.measures(corpus));
    let compared = |facet, option: OptionIdx| sides.contains(&Thing::Option(facet, option));
    let rows = corpus.facets().map(|facet| {
        let other = |option: &OptionIdx| !compared(facet, *option);
        let [one, two] = sides.map(|side| side.has(corpus, facet).into_iter().filter(other).collect::<Vec<_>>());
        (facet, split(&one, &two))
    });
    let facets = rows.filter(|(_, row)| !row.is_empty()).collect();
    let [one, two] = sides.map(|side| side.targets(corpus));
    Comparison {
        totals: sides.map(|side| side.totals(corpus)),
        measures: split(&left, &right),
        facets,
        targets: split(&one, &two),
    }
}

/// How many of the actions each side is known by are of a kind.
pub fn of_kind(corpus: &Corpus, pair: Pair, kind: OptionIdx) -> [usize; 2] {
    let is = |p: &&Passage| p.mention(Facet::Kind, kind).is_some();
    pair.sides().map(|side| side.actions(corpus).into_iter().filter(is).count())
}

/// Whether the measure acts for an audience, rather than calling on it to act: one mention that says so is enough.
pub fn acts_for(measure: &Measure, audience: OptionIdx) -> bool {
    let all = measure.passages.iter().flat_map(|p| p.mentions_of(Facet::Audience));
    all.filter(|m| m.option == audience).any(|m| m.link == Some(Link::Target))
}

#[cfg(test)]
mod tests {
    use super::super::passage::{Mention, Role};
    use super::*;

    /// A passage may first call an audience on, then say that it is acted for.
    #[test]
    fn one_mention_is_enough_to_act_for_an_audience_wherever_it_stands() {
        let mention = |option, link| {
            let (facet, option) = (Facet::Audience, OptionIdx(option));
            Mention { facet, option, link: Some(link), block: 0, start: 0, end: 1 }
        };
        let mentions = vec![mention(0, Link::Associate), mention(1, Link::Associate), mention(0, Link::Target)];
        let passage = Passage { role: Role::Objective, blocks: vec![], source: None, mentions };
        let tags = std::array::from_fn(|_| Vec::new());
        let (section, summary) = (OptionIdx(0), String::new());
        let measure = Measure { number: 1, section, page: 1, summary, passages: vec![passage], tags };
        assert!(acts_for(&measure, OptionIdx(0)));
        assert!(!acts_for(&measure, OptionIdx(1)));
    }

    #[test]
    fn two_lists_are_cut_in_three_and_keep_their_order() {
        let Split { both, left, right } = split(&[5, 1, 2], &[4, 2, 5, 3]);
        assert_eq!((both, left, right), (vec![5, 2], vec![1], vec![4, 3]));
    }
}
