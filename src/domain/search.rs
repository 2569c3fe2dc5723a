//! Which measures hold the words of a question, where, and how well.
//!
//! One index a corpus, built once: folded words in order, each with the measures that hold it, options likewise, and the
//! texts as numbers of words. Order of results and counts are elsewhere (`select`); highlights are ranges of the original
//! text.

use super::corpus::{Corpus, Measure, MeasureIdx, OptionIdx};
use super::facet::Facet;
use super::lexicon::Lexicon;
use super::needle::{Needle, Search, WordTest};
use super::order::by_key;
use super::passage::Role;
use super::text::words;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

/// Weight of a match by where it stands: titles first, then what is to be done, then the rest.
const TITLE: u32 = 12;
const ACTION: u32 = 4;
const ELSEWHERE: u32 = 3;
const SUMMARY: u32 = 1;

#[derive(Debug, Default)]
pub struct Index {
    /// Folded, sorted.
    words: Vec<(String, Known)>,
    /// The words of every text, one after the other, by `Known::id`; `GAP` ends each text.
    running: Vec<u32>,
    /// Where each measure ends in `running`.
    ends: Vec<u32>,
    /// Measures that bear each option, in order, by `Facet::slot`.
    bearing: [Vec<Vec<u16>>; Facet::COUNT],
    lexicon: Lexicon,
}

/// A word of the strategy.
#[derive(Debug)]
struct Known {
    id: u32,
    /// In order.
    measures: Vec<u16>,
    /// In `running`, in order.
    places: Vec<u32>,
}

/// Between two texts: no word follows the last one of a text.
const GAP: u32 = u32::MAX;

/// Where words were found in a piece of text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    /// Bytes of the original text, in order, not overlapping.
    pub ranges: Vec<Range<usize>>,
    /// How many needles were found.
    pub found: usize,
    /// Whether every needle was.
    pub all: bool,
}

/// The texts of a measure a question is held against, the number first.
fn fields(measure: &Measure) -> impl Iterator<Item = (Option<Role>, &str)> {
    let passages = measure.passages.iter().flat_map(|p| p.blocks.iter().map(move |b| (Some(p.role), b.as_str())));
    passages.chain([(None, measure.summary.as_str())])
}

fn heading(measure: &Measure) -> String {
    format!("Mesure {}", measure.number)
}

impl Index {
    pub fn of(corpus: &Corpus) -> Self {
        let mut known: BTreeMap<String, Known> = BTreeMap::new();
        let (mut running, mut ends) = (Vec::new(), Vec::with_capacity(corpus.measures.len()));
        let mut bearing = Facet::ALL.map(|facet| vec![Vec::new(); corpus.width(facet)]);
        for (at, measure) in corpus.measures.iter().enumerate() {
            let at = at as u16;
            let mut add = |text: &str| {
                for word in words(text) {
                    let id = known.len() as u32;
                    let new = Known { id, measures: Vec::new(), places: Vec::new() };
                    let known = known.entry(word.folded).or_insert(new);
                    known.places.push(running.len() as u32);
                    running.push(known.id);
                    if known.measures.last() != Some(&at) {
                        known.measures.push(at);
                    }
                }
                running.push(GAP);
            };
            add(&heading(measure));
            fields(measure).for_each(|(_, text)| add(text));
            ends.push(running.len() as u32);
            for (options, tags) in bearing.iter_mut().zip(&measure.tags) {
                for tag in tags {
                    if let Some(measures) = options.get_mut(tag.0 as usize) {
                        measures.push(at);
                    }
                }
            }
        }
        Index { words: known.into_iter().collect(), running, ends, bearing, lexicon: Lexicon::of(corpus) }
    }

    /// Every folded word, sorted.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|(word, _)| word.as_str())
    }

    /// Places of the measures that bear an option, in order.
    pub fn bearing(&self, facet: Facet, option: OptionIdx) -> &[u16] {
        self.bearing[facet.slot()].get(option.0 as usize).map_or(&[], Vec::as_slice)
    }

    pub fn parse(&self, text: &str) -> Search {
        Search::parse(text, &self.lexicon)
    }

    /// For each measure, whether it answers; `None` when nothing is asked.
    pub fn matching(&self, search: &Search) -> Option<Vec<bool>> {
        if search.is_empty() {
            return None;
        }
        let mut answers = vec![true; self.ends.len()];
        for needle in &search.needles {
            let held = self.holding(needle);
            answers.iter_mut().zip(held).for_each(|(answer, held)| *answer &= held);
        }
        Some(answers)
    }

    /// For each measure, whether it holds one form of the needle.
    fn holding(&self, needle: &Needle) -> Vec<bool> {
        let mut held = vec![false; self.ends.len()];
        for pattern in &needle.0 {
            let pattern: Vec<Vec<&Known>> = pattern.iter().map(|test| self.passing(test)).collect();
            if let [known] = pattern.as_slice() {
                known.iter().flat_map(|k| &k.measures).for_each(|&at| held[at as usize] = true);
            } else {
                self.mark_runs(&pattern, &mut held);
            }
        }
        held
    }

    /// Marks the measures where words pass each test of a pattern, one after the other: looked for around the rarest.
    fn mark_runs(&self, pattern: &[Vec<&Known>], held: &mut [bool]) {
        let often = |known: &Vec<&Known>| known.iter().map(|k| k.places.len()).sum::<usize>();
        let rarest = pattern.iter().enumerate().min_by_key(|(_, known)| often(known));
        let Some((before, rarest)) = rarest else { return };
        for &place in rarest.iter().flat_map(|k| &k.places) {
            let start = (place as usize).checked_sub(before);
            let run = start.and_then(|start| self.running.get(start..start + pattern.len()));
            let fits = |(id, known): (&u32, &Vec<&Known>)| known.iter().any(|k| k.id == *id);
            if run.is_some_and(|run| run.iter().zip(pattern).all(fits)) {
                held[self.ends.partition_point(|&end| end <= place)] = true;
            }
        }
    }

    /// The words that pass a test.
    fn passing(&self, test: &WordTest) -> Vec<&Known> {
        let start = test.start();
        let first = self.words.partition_point(|(word, _)| word.as_str() < start);
        let near = self.words[first..].iter().take_while(|(word, _)| word.starts_with(start));
        near.filter(|(word, _)| test.accepts(word)).map(|(_, known)| known).collect()
    }
}

/// Whether some measure holds what a text asks for; a text that asks for nothing is held.
pub fn holds(index: &Index, text: &str) -> bool {
    index.matching(&index.parse(text)).is_none_or(|held| held.contains(&true))
}

/// Where the words of a question stand in one text.
pub fn find(search: &Search, text: &str) -> Marks {
    if search.is_empty() {
        return Marks::default();
    }
    let cut = words(text);
    let places = search.places(&cut);
    let found = places.iter().filter(|p| !p.is_empty()).count();
    let all = found == places.len();
    let bytes = |p: Range<usize>| cut[p.start].range.start..cut[p.end - 1].range.end;
    let ranges: Vec<Range<usize>> = places.into_iter().flatten().map(bytes).collect();
    let mut ranges = by_key(&ranges, |r| (r.start, r.end));
    ranges.dedup_by(|next, kept| {
        let overlap = next.start < kept.end;
        if overlap {
            kept.end = kept.end.max(next.end);
        }
        overlap
    });
    Marks { ranges, found, all }
}

/// How well a measure answers: needles found, weighed by where they stand, whole answers counting most.
pub fn score(search: &Search, measure: &Measure) -> u32 {
    let number = find(search, &heading(measure));
    let exact_number = if number.all { 10 * TITLE } else { 0 };
    let weigh = |(role, text): (Option<Role>, &str)| {
        let weight = match role {
            Some(Role::Title) => TITLE,
            Some(Role::Action(_)) => ACTION,
            Some(Role::Objective | Role::Lead | Role::Closing) => ELSEWHERE,
            None => SUMMARY,
        };
        let marks = find(search, text);
        let needles = search.needles.len() as u32;
        weight * marks.found as u32 + if marks.all { weight * needles * needles } else { 0 }
    };
    exact_number + fields(measure).map(weigh).sum::<u32>()
}

/// The measures of a set, best answer first; equals keep the document's order.
pub fn by_relevance(corpus: &Corpus, search: &Search, hits: &[MeasureIdx]) -> Vec<MeasureIdx> {
    let best_first = |at: &MeasureIdx| Reverse(corpus.measure(*at).map_or(0, |m| score(search, m)));
    by_key(hits, best_first)
}

/// The terms of which one form (name, expansion, alias) holds every word asked: their pages may answer where no measure
/// does.
pub fn named_terms(corpus: &Corpus, search: &Search) -> Vec<(Facet, OptionIdx)> {
    let mut named = Vec::new();
    if search.is_empty() {
        return named;
    }
    for facet in [Facet::Actor, Facet::Scheme, Facet::Place] {
        for (at, term) in corpus.terms(facet).iter().enumerate() {
            let forms = term.alias.iter().chain([&term.name]).chain(&term.expansion);
            if forms.into_iter().any(|form| find(search, form).all) {
                named.push((facet, OptionIdx(at as u16)));
            }
        }
    }
    named
}
