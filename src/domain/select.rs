//! Which measures answer a query, which do not and why, and how many each option would leave.
//!
//! One walk over the measures that bear each option gives hits, misses and every count; no measure is opened. Knows
//! neither address nor screen.

use super::corpus::{Corpus, MeasureIdx, OptionIdx};
use super::facet::Facet;
use super::needle::Search;
use super::query::{Criteria, Criterion, Mode, Query};
use super::search::Index;

/// A measure left out, and everything that leaves it out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Miss {
    pub measure: MeasureIdx,
    pub failed: Criteria,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// In the document's order.
    pub hits: Vec<MeasureIdx>,
    /// In the document's order; hits and misses together are the whole strategy.
    pub misses: Vec<Miss>,
    counts: [Counts; Facet::COUNT],
}

/// Counts of one facet: measures shown whatever option is added, and those each option brings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Counts {
    base: u16,
    own: Vec<u16>,
}

impl Selection {
    /// Number of measures shown if the option were (also) chosen, everything else unchanged.
    pub fn count(&self, facet: Facet, option: OptionIdx) -> usize {
        let counts = &self.counts[facet.slot()];
        (counts.base + counts.own.get(option.0 as usize).copied().unwrap_or(0)) as usize
    }

    /// Measures that this one criterion alone leaves out: what dropping it brings back.
    pub fn left_out_by(&self, criterion: Criterion) -> impl Iterator<Item = MeasureIdx> + '_ {
        self.misses.iter().filter(move |m| m.failed == Criteria::only(criterion)).map(|m| m.measure)
    }

    pub fn total(&self) -> usize {
        self.hits.len() + self.misses.len()
    }
}

/// Reads the query against the corpus.
pub fn select(corpus: &Corpus, index: &Index, query: &Query, search: &Search) -> Selection {
    let mut failed = vec![Criteria::NONE; corpus.measures.len()];
    if let Some(answers) = index.matching(search) {
        leave_out(&mut failed, Criterion::Text, |at| answers[at]);
    }
    for facet in query.active() {
        let choice = query.choice(facet);
        let wanted = if choice.mode() == Mode::Any { 1 } else { choice.options().len() };
        let mut borne = vec![0_u16; failed.len()];
        for &option in choice.options() {
            index.bearing(facet, option).iter().for_each(|&at| borne[at as usize] += 1);
        }
        leave_out(&mut failed, Criterion::Facet(facet), |at| borne[at] as usize >= wanted);
    }
    let (mut hits, mut misses) = (Vec::new(), Vec::new());
    for (at, &failed) in failed.iter().enumerate() {
        let measure = MeasureIdx(at as u16);
        if failed.is_empty() { hits.push(measure) } else { misses.push(Miss { measure, failed }) }
    }
    let counts = Facet::ALL.map(|facet| {
        let choice = query.choice(facet);
        // An option added to « au moins un » brings back what this facet alone leaves out, and loses nothing shown; in
        // every other case a measure shown must bear the option to stay.
        let widens = !choice.is_empty() && choice.mode() == Mode::Any;
        let (base, counted) = match widens {
            true => (hits.len() as u16, Criteria::only(Criterion::Facet(facet))),
            false => (0, Criteria::NONE),
        };
        let own = |option| {
            let bearing = index.bearing(facet, OptionIdx(option));
            bearing.iter().filter(|&&at| failed[at as usize] == counted).count() as u16
        };
        Counts { base, own: (0..corpus.width(facet) as u16).map(own).collect() }
    });
    Selection { hits, misses, counts }
}

fn leave_out(failed: &mut [Criteria], criterion: Criterion, passes: impl Fn(usize) -> bool) {
    for (at, failed) in failed.iter_mut().enumerate() {
        if !passes(at) {
            failed.insert(criterion);
        }
    }
}
