//! What can be put side by side: kinds of things, the things of each, what is nearest to one, how far a choice is.

use super::corpus::{Corpus, MeasureIdx};
use super::facet::Facet;
use super::label;
use super::markup::borne_by;
use super::order::by_key;
use super::summary::leaf_facet;
use super::text::fold;
pub use super::views::{Comparing, Family, Pair, Thing};
use std::cmp::Reverse;

/// What shares most with a thing, to be offered beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Near {
    /// With how much each shares, most first.
    pub offered: Vec<(usize, Thing)>,
    /// How many others share as much as one another, and too many to be offered: with how much, how many.
    pub rest: Option<(usize, usize)>,
}

/// Things offered beside one that is chosen alone, and how many may be when they share as much as one another.
const FEW: usize = 3;
const HANDFUL: usize = 6;

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
            Facet::TAGS.into_iter().map(|f| common(tags(one, f), tags(other, f))).sum()
        }
        (Thing::Measure(_) | Thing::Option(..), _) => common(&own, &other.measures(corpus)),
    };
    let others = things(corpus, thing.family()).into_iter().filter(|&other| other != thing);
    let others: Vec<(usize, Thing)> = others.map(|other| (shared(other), other)).collect();
    by_key(&others, |&(shared, _)| Reverse(shared))
}

fn common<T: PartialEq>(one: &[T], other: &[T]) -> usize {
    one.iter().filter(|t| other.contains(t)).count()
}

/// The first few of the nearest. Those that share as much as one another are offered together, or counted: all of them
/// when there is something nearer, the rest when nothing is.
pub fn near(corpus: &Corpus, thing: Thing) -> Near {
    let all = nearest(corpus, thing);
    let last = all.iter().take(FEW).next_back().map_or(0, |(shared, _)| *shared);
    let nearer = all.iter().filter(|(shared, _)| *shared > last).count();
    let tied = all.iter().filter(|(shared, _)| *shared == last).count();
    let shown = match nearer + tied {
        few if few <= HANDFUL => few,
        _ if nearer > 0 => nearer,
        _ => HANDFUL,
    };
    let rest = nearer + tied - shown;
    // Beside what shares something, what shares nothing is not near.
    let rest = (rest > 0 && (last > 0 || nearer == 0)).then_some((last, rest));
    Near { offered: all.into_iter().take(shown).collect(), rest }
}

impl Comparing {
    /// What is compared, once something is chosen.
    pub fn family(self) -> Option<Family> {
        match self {
            Comparing::Nothing => None,
            Comparing::Among(family) => Some(family),
            Comparing::One(one) => Some(one.family()),
            Comparing::Two(pair) => Some(pair.sides()[0].family()),
        }
    }

    /// Two different things: what there is to compare.
    pub fn both(self) -> Option<Pair> {
        match self {
            Comparing::Two(pair) => Some(pair).filter(|pair| !pair.same()),
            Comparing::Nothing | Comparing::Among(_) | Comparing::One(_) => None,
        }
    }

    /// Each side, as far as it is chosen; the same thing twice fills one side.
    pub fn sides(self) -> [Option<Thing>; 2] {
        match self {
            Comparing::Nothing | Comparing::Among(_) => [None; 2],
            Comparing::One(one) => [Some(one), None],
            Comparing::Two(pair) => {
                let [one, other] = pair.sides();
                [Some(one), Some(other).filter(|_| !pair.same())]
            }
        }
    }
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

    /// Both, as far as they can be compared: this one alone when they are not of one family.
    pub fn beside(self, other: Thing) -> Comparing {
        self.with(other).map_or(Comparing::One(self), Comparing::Two)
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
    pub fn measures(self, corpus: &Corpus) -> Vec<MeasureIdx> {
        let is = |at: &MeasureIdx| match self {
            Thing::Measure(this) => this == *at,
            Thing::Option(facet, option) => corpus.measure(*at).is_some_and(|m| m.bears(facet, option)),
        };
        corpus.measure_indices().filter(is).collect()
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

#[cfg(test)]
mod tests {
    use super::super::corpus::OptionIdx;
    use super::*;

    #[test]
    fn things_of_two_families_make_no_pair() {
        let (measure, option) = (Thing::Measure(MeasureIdx(0)), Thing::Option(Facet::Actor, OptionIdx(0)));
        assert_eq!(measure.with(option), None);
        assert_eq!(option.with(Thing::Option(Facet::Place, OptionIdx(0))), None);
        assert_eq!(option.with(option).map(Pair::same), Some(true));
    }
}
