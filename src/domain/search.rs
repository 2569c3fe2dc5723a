//! Which measures hold the words of a question, where, and how well.
//!
//! One index a corpus, built once: folded words in order, each with the measures that hold it. Order of results and
//! facets are elsewhere (`select`); highlights are ranges of the original text.

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
    /// Folded words, sorted, each with the measures that hold it.
    words: Vec<(String, Vec<u16>)>,
    lexicon: Lexicon,
    measures: usize,
}

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
        let mut postings: BTreeMap<String, Vec<u16>> = BTreeMap::new();
        for (at, measure) in corpus.measures.iter().enumerate() {
            let mut add = |text: &str| {
                for word in words(text) {
                    let list = postings.entry(word.folded).or_default();
                    if list.last() != Some(&(at as u16)) {
                        list.push(at as u16);
                    }
                }
            };
            add(&heading(measure));
            fields(measure).for_each(|(_, text)| add(text));
        }
        Index { words: postings.into_iter().collect(), lexicon: Lexicon::of(corpus), measures: corpus.measures.len() }
    }

    /// Every folded word, sorted.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|(word, _)| word.as_str())
    }

    pub fn parse(&self, text: &str) -> Search {
        Search::parse(text, &self.lexicon)
    }

    /// For each measure, whether it answers; `None` when nothing is asked.
    pub fn matching(&self, corpus: &Corpus, search: &Search) -> Option<Vec<bool>> {
        if search.is_empty() {
            return None;
        }
        let mut answers = vec![true; self.measures];
        for needle in &search.needles {
            let holds = self.holding(corpus, needle);
            answers.iter_mut().zip(holds).for_each(|(answer, held)| *answer &= held);
        }
        Some(answers)
    }

    /// For each measure, whether it holds one form of the needle.
    fn holding(&self, corpus: &Corpus, needle: &Needle) -> Vec<bool> {
        let mut held = vec![false; self.measures];
        for pattern in &needle.0 {
            let candidates = pattern.iter().map(|test| self.with_word(test)).reduce(|mut a, b| {
                a.iter_mut().zip(b).for_each(|(a, b)| *a &= b);
                a
            });
            let alone = Search { needles: vec![Needle(vec![pattern.clone()])] };
            for (at, _) in candidates.unwrap_or_default().into_iter().enumerate().filter(|(_, c)| *c) {
                held[at] = held[at] || pattern.len() == 1 || in_measure(&corpus.measures[at], &alone);
            }
        }
        held
    }

    /// For each measure, whether it holds a word that passes the test.
    fn with_word(&self, test: &WordTest) -> Vec<bool> {
        let start = test.start();
        let first = self.words.partition_point(|(word, _)| word.as_str() < start);
        let mut held = vec![false; self.measures];
        let near = self.words[first..].iter().take_while(|(word, _)| word.starts_with(start));
        for (_, list) in near.filter(|(word, _)| test.accepts(word)) {
            list.iter().for_each(|&at| held[at as usize] = true);
        }
        held
    }
}

/// Whether some measure holds what a text asks for; a text that asks for nothing is held.
pub fn holds(corpus: &Corpus, index: &Index, text: &str) -> bool {
    index.matching(corpus, &index.parse(text)).is_none_or(|held| held.contains(&true))
}

fn in_measure(measure: &Measure, search: &Search) -> bool {
    find(search, &heading(measure)).all || fields(measure).any(|(_, text)| find(search, text).all)
}

/// Where the words of a question stand in one text.
pub fn find(search: &Search, text: &str) -> Marks {
    let cut = words(text);
    let places = search.places(&cut);
    let found = places.iter().filter(|p| !p.is_empty()).count();
    let all = found == places.len() && !search.is_empty();
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
