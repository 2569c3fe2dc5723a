//! Which measures answer a query, which do not and why, and how many each option would leave.
//!
//! One walk over the measures gives hits, misses and every count. Knows neither address nor screen.

use super::corpus::{Corpus, MeasureIdx, OptionIdx};
use super::facet::Facet;
use super::needle::Search;
use super::query::{Criterion, Mode, Query};
use super::search::Index;

/// A measure left out, and everything that leaves it out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Miss {
    pub measure: MeasureIdx,
    pub failed: Vec<Criterion>,
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

impl Counts {
    fn add(&mut self, tags: &[OptionIdx]) {
        for tag in tags {
            if let Some(count) = self.own.get_mut(tag.0 as usize) {
                *count += 1;
            }
        }
    }
}

impl Selection {
    /// Number of measures shown if the option were (also) chosen, everything else unchanged.
    pub fn count(&self, facet: Facet, option: OptionIdx) -> usize {
        let counts = &self.counts[facet.slot()];
        (counts.base + counts.own.get(option.0 as usize).copied().unwrap_or(0)) as usize
    }

    /// Measures that this one criterion alone leaves out: what dropping it brings back.
    pub fn left_out_by(&self, criterion: Criterion) -> impl Iterator<Item = MeasureIdx> + '_ {
        self.misses.iter().filter(move |m| m.failed == [criterion]).map(|m| m.measure)
    }

    pub fn total(&self) -> usize {
        self.hits.len() + self.misses.len()
    }
}

/// Reads the query against the corpus.
pub fn select(corpus: &Corpus, index: &Index, query: &Query, search: &Search) -> Selection {
    let answers = index.matching(corpus, search);
    let mut counts: [Counts; Facet::COUNT] = Default::default();
    for facet in Facet::ALL {
        counts[facet.slot()].own = vec![0; corpus.width(facet)];
    }
    let mut hits = Vec::new();
    let mut misses = Vec::new();
    for (at, measure) in corpus.measures.iter().enumerate() {
        let here = MeasureIdx(at as u16);
        let found = answers.as_ref().is_none_or(|a| a[at]);
        let mut failed: Vec<Criterion> = query
            .active()
            .filter(|f| !query.choice(*f).accepts(&measure.tags[f.slot()]))
            .map(Criterion::Facet)
            .collect();
        if !found {
            failed.insert(0, Criterion::Text);
        }
        match failed.as_slice() {
            [] => {
                for facet in Facet::ALL {
                    count_hit(&mut counts[facet.slot()], query, facet, &measure.tags[facet.slot()]);
                }
                hits.push(here);
                continue;
            }
            // An option added to « au moins un » brings the measure back; « tous ensemble » only asks for more.
            [Criterion::Facet(facet)] if query.choice(*facet).mode() == Mode::Any => {
                counts[facet.slot()].add(&measure.tags[facet.slot()]);
            }
            _ => {}
        }
        misses.push(Miss { measure: here, failed });
    }
    Selection { hits, misses, counts }
}

/// A measure shown stays shown when an alternative is added; it must bear the option in every other case.
fn count_hit(counts: &mut Counts, query: &Query, facet: Facet, tags: &[OptionIdx]) {
    let choice = query.choice(facet);
    if !choice.is_empty() && choice.mode() == Mode::Any {
        counts.base += 1;
    } else {
        counts.add(tags);
    }
}
