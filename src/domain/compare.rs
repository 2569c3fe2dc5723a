//! Two things of one kind side by side: what they share, and what each has alone.
//!
//! Over the whole strategy: a comparison never depends on the question asked. Deliberately absent: sentences (`synthesis`).

use super::corpus::{Corpus, Measure, MeasureIdx, OptionIdx};
use super::facet::Facet;
use super::label;
use super::markup::{borne_by, namings};
use super::order::by_key;
use super::schema_terms::Link;
use super::summary::leaf_facet;
use super::text::fold;
use super::views::Pair;
use std::cmp::Reverse;

/// Things that can be compared with one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    Measures,
    Options(Facet),
}

/// One side of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    Measure(MeasureIdx),
    Option(Facet, OptionIdx),
}

/// Two lists cut in three, each keeping its order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split<T> {
    pub both: Vec<T>,
    pub left: Vec<T>,
    pub right: Vec<T>,
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
    /// What the measures of each side bear, facet by facet; facets that neither side bears are left out, and so are the
    /// two things compared, which name each other at most.
    pub facets: Vec<(Facet, Split<OptionIdx>)>,
}

/// Every kind of thing there are two of: the innermost sections, partners and measures first.
pub fn families(corpus: &Corpus) -> Vec<Family> {
    let leaf = leaf_facet(corpus);
    let first = leaf.into_iter().chain([Facet::Actor]).map(Family::Options).chain([Family::Measures]);
    let others = Facet::TAGS.into_iter().filter(|&f| f != Facet::Actor);
    let outer = corpus.facets().filter(|&f| !f.is_tag() && Some(f) != leaf);
    let all = first.chain(others.chain(outer).map(Family::Options));
    all.filter(|&family| things(corpus, family).len() > 1).collect()
}

/// What can be chosen in a family: measures and sections in the document's order, terms by name, without those that no
/// measure bears.
pub fn things(corpus: &Corpus, family: Family) -> Vec<Thing> {
    let Family::Options(facet) = family else {
        return corpus.measure_indices().map(Thing::Measure).collect();
    };
    let borne = borne_by(corpus, facet);
    let mut options: Vec<_> = corpus.options(facet).into_iter().filter(|o| borne[o.0 as usize] > 0).collect();
    if facet.is_tag() {
        options = by_key(&options, |&o| fold(&label::option(corpus, facet, o)));
    }
    options.into_iter().map(|o| Thing::Option(facet, o)).collect()
}

/// The other things of the family with what each shares, most first: measures for an option, tags for a measure.
pub fn nearest(corpus: &Corpus, thing: Thing) -> Vec<(usize, Thing)> {
    let tags = |at: MeasureIdx, facet: Facet| corpus.measure(at).map_or(&[][..], |m| &m.tags[facet.slot()]);
    let own = thing.measures(corpus);
    let shared = |other: Thing| match (thing, other) {
        (Thing::Measure(one), Thing::Measure(other)) => {
            Facet::TAGS.into_iter().map(|f| split(tags(one, f), tags(other, f)).both.len()).sum()
        }
        (Thing::Measure(_) | Thing::Option(..), _) => split(&own, &other.measures(corpus)).both.len(),
    };
    let others = things(corpus, thing.family()).into_iter().filter(|&other| other != thing);
    let others: Vec<(usize, Thing)> = others.map(|other| (shared(other), other)).collect();
    by_key(&others, |&(shared, _)| Reverse(shared))
}

impl Thing {
    pub fn family(self) -> Family {
        match self {
            Thing::Measure(_) => Family::Measures,
            Thing::Option(facet, _) => Family::Options(facet),
        }
    }

    /// Both things, when they are of one family.
    pub fn with(self, other: Thing) -> Option<Pair> {
        match (self, other) {
            (Thing::Measure(one), Thing::Measure(other)) => Some(Pair::Measures(one, other)),
            (Thing::Option(facet, one), Thing::Option(same, other)) if facet == same => {
                Some(Pair::Options(facet, one, other))
            }
            (Thing::Measure(_) | Thing::Option(..), _) => None,
        }
    }

    /// Key in the address, without its family's.
    pub fn key(self, corpus: &Corpus) -> String {
        match self {
            Thing::Measure(at) => corpus.measure(at).map_or(String::new(), |m| m.number.to_string()),
            Thing::Option(facet, option) => corpus.option_key(facet, option),
        }
    }

    /// « Mesure 8 », « Orientation 3 », a term's name.
    pub fn name(self, corpus: &Corpus) -> String {
        match self {
            Thing::Measure(at) => label::measure(corpus, at),
            Thing::Option(facet, option) => label::option(corpus, facet, option),
        }
    }

    /// The measures this thing is, or that bear it.
    fn measures(self, corpus: &Corpus) -> Vec<MeasureIdx> {
        let is = |at: &MeasureIdx| match self {
            Thing::Measure(this) => this == *at,
            Thing::Option(facet, option) => corpus.measure(*at).is_some_and(|m| m.bears(facet, option)),
        };
        corpus.measure_indices().filter(is).collect()
    }

    fn totals(self, corpus: &Corpus) -> Totals {
        let own = |measures: &[MeasureIdx]| match self {
            Thing::Option(facet, option) if facet.is_tag() => Some(earning(corpus, measures, facet, option)),
            Thing::Measure(_) | Thing::Option(..) => None,
        };
        let measures = self.measures(corpus);
        let actions = measures.iter().filter_map(|&m| corpus.measure(m)).map(|m| m.actions().count()).sum();
        Totals { measures: measures.len(), actions, own: own(&measures) }
    }
}

impl Pair {
    pub fn sides(self) -> [Thing; 2] {
        match self {
            Pair::Measures(one, other) => [Thing::Measure(one), Thing::Measure(other)],
            Pair::Options(facet, one, other) => [Thing::Option(facet, one), Thing::Option(facet, other)],
        }
    }

    /// Whether one thing was chosen twice.
    pub fn same(self) -> bool {
        let [one, other] = self.sides();
        one == other
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
        let borne = |measures: &[MeasureIdx]| -> Vec<OptionIdx> {
            let bears = |o: &OptionIdx| {
                measures.iter().filter_map(|&m| corpus.measure(m)).any(|m| m.bears(facet, *o)) && !compared(facet, *o)
            };
            corpus.options(facet).into_iter().filter(bears).collect()
        };
        (facet, split(&borne(&left), &borne(&right)))
    });
    let facets =
        rows.filter(|(_, row)| !(row.both.is_empty() && row.left.is_empty() && row.right.is_empty())).collect();
    Comparison { totals: sides.map(|side| side.totals(corpus)), measures: split(&left, &right), facets }
}

/// How many actions of these measures earn an option by their own words.
pub fn earning(corpus: &Corpus, measures: &[MeasureIdx], facet: Facet, option: OptionIdx) -> usize {
    let all = measures.iter().filter_map(|&m| corpus.measure(m));
    all.flat_map(Measure::actions).filter(|p| p.mention(facet, option).is_some()).count()
}

/// How many actions of the measures of each side are of a kind.
pub fn of_kind(corpus: &Corpus, pair: Pair, kind: OptionIdx) -> [usize; 2] {
    pair.sides().map(|side| earning(corpus, &side.measures(corpus), Facet::Kind, kind))
}

/// Whether the measure acts for an audience, rather than calling on it to act.
pub fn acts_for(measure: &Measure, audience: OptionIdx) -> bool {
    namings(measure, Facet::Audience, audience).iter().any(|n| n.mention.link == Some(Link::Target))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_lists_are_cut_in_three_and_keep_their_order() {
        let Split { both, left, right } = split(&[5, 1, 2], &[4, 2, 5, 3]);
        assert_eq!((both, left, right), (vec![5, 2], vec![1], vec![4, 3]));
    }

    #[test]
    fn things_of_two_families_make_no_pair() {
        let (measure, option) = (Thing::Measure(MeasureIdx(0)), Thing::Option(Facet::Actor, OptionIdx(0)));
        assert_eq!(measure.with(option), None);
        assert_eq!(option.with(Thing::Option(Facet::Place, OptionIdx(0))), None);
        assert_eq!(option.with(option).map(Pair::same), Some(true));
    }
}
