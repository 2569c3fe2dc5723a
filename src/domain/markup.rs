//! A text cut into the segments a page prints: found words, evidence of tags, names that lead to a page.
//!
//! Marks overlap freely (a name inside an audience's evidence, a found word inside both); segments never do.

use super::corpus::{Corpus, OptionIdx};
use super::facet::Facet;
use super::needle::Search;
use super::order::by_key;
use super::passage::{Mention, Passage};
use super::query::Query;
use super::search::find;
use std::ops::Range;

/// A stretch of text that bears the same marks from end to end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    pub text: String,
    /// Among the words looked for, or earns an option that was chosen.
    pub found: bool,
    /// Earns an audience or a kind of action.
    pub evidence: bool,
    /// Names an actor, a scheme or a place.
    pub name: Option<(Facet, OptionIdx)>,
}

/// One block of a passage with all its marks: what was found of the question, words and chosen options, and every tag.
pub fn passage_block(passage: &Passage, block: usize, query: &Query, search: &Search) -> Vec<Segment> {
    let Some(text) = passage.blocks.get(block) else { return Vec::new() };
    let mentions: Vec<&Mention> = passage.mentions.iter().filter(|m| m.block as usize == block).collect();
    let chosen = mentions.iter().filter(|m| m.facet.is_tag() && query.choice(m.facet).contains(m.option));
    let mut found = find(search, text).ranges;
    found.extend(chosen.map(|m| m.range()));
    cut(text, &found, &mentions)
}

/// Any text with the found words marked.
pub fn found(text: &str, search: &Search) -> Vec<Segment> {
    cut(text, &find(search, text).ranges, &[])
}

/// A quote with one mention marked as evidence, whatever its facet.
pub fn quote(passage: &Passage, mention: &Mention) -> Vec<Segment> {
    words_in(passage.block_of(mention), mention.range())
}

/// A text with some of its bytes marked as evidence.
pub fn words_in(text: &str, range: Range<usize>) -> Vec<Segment> {
    let mut segments = cut(text, &[range], &[]);
    for segment in &mut segments {
        segment.evidence = std::mem::take(&mut segment.found);
    }
    segments
}

fn cut(text: &str, found: &[Range<usize>], mentions: &[&Mention]) -> Vec<Segment> {
    let ranges = found.iter().cloned().chain(mentions.iter().map(|m| m.range()));
    let edges: Vec<usize> = ranges.flat_map(|r| [r.start, r.end]).chain([0, text.len()]).collect();
    let mut edges = by_key(&edges, |edge| *edge);
    edges.dedup();
    let mut segments = Vec::new();
    for pair in edges.windows(2) {
        let range = pair[0]..pair[1];
        let Some(piece) = text.get(range.clone()) else { continue };
        let covers = |r: &Range<usize>| r.start <= range.start && range.end <= r.end;
        let around = || mentions.iter().filter(|m| covers(&m.range()));
        segments.push(Segment {
            text: piece.to_owned(),
            found: found.iter().any(covers),
            evidence: around().any(|m| matches!(m.facet, Facet::Audience | Facet::Kind)),
            name: around().find(|m| is_name(m.facet)).map(|m| (m.facet, m.option)),
        });
    }
    segments
}

fn is_name(facet: Facet) -> bool {
    matches!(facet, Facet::Actor | Facet::Scheme | Facet::Place)
}

/// A passage of a measure that names a term, and the words that do.
#[derive(Debug, Clone, Copy)]
pub struct Naming<'a> {
    pub passage: &'a Passage,
    pub mention: &'a Mention,
}

/// Every passage of a measure that bears the term, in the document's order.
pub fn namings(measure: &super::corpus::Measure, facet: Facet, option: OptionIdx) -> Vec<Naming<'_>> {
    let bearing = |p: &'_ Passage| p.mentions.iter().position(|m| m.facet == facet && m.option == option);
    measure
        .passages
        .iter()
        .filter_map(|passage| Some(Naming { passage, mention: &passage.mentions[bearing(passage)?] }))
        .collect()
}

/// How many measures bear each option of a facet, in the whole strategy.
pub fn borne_by(corpus: &Corpus, facet: Facet) -> Vec<usize> {
    let mut counts = vec![0; corpus.width(facet)];
    for option in corpus.measures.iter().flat_map(|m| &m.tags[facet.slot()]) {
        counts[option.0 as usize] += 1;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::passage::Role;

    fn mention(facet: Facet, start: u32, end: u32) -> Mention {
        Mention { facet, option: OptionIdx(0), link: None, block: 0, start, end }
    }

    #[test]
    fn segments_cover_the_text_once_and_bear_every_mark() {
        let passage = Passage {
            role: Role::Objective,
            blocks: vec!["les élus et la CRESS".into()],
            source: None,
            mentions: vec![mention(Facet::Audience, 0, 9), mention(Facet::Actor, 16, 21)],
        };
        let search = Search::default();
        let segments = passage_block(&passage, 0, &Query::default(), &search);
        let whole: String = segments.iter().map(|s| s.text.as_str()).collect();
        assert_eq!(whole, passage.blocks[0]);
        assert_eq!(segments.iter().filter(|s| s.evidence).map(|s| s.text.as_str()).collect::<Vec<_>>(), ["les élus"]);
        let names: Vec<_> = segments.iter().filter(|s| s.name.is_some()).map(|s| s.text.as_str()).collect();
        assert_eq!(names, ["CRESS"]);
    }

    #[test]
    fn the_words_that_earn_a_chosen_option_are_found() {
        let passage = Passage {
            role: Role::Objective,
            blocks: vec!["les élus et la CRESS".into()],
            source: None,
            mentions: vec![mention(Facet::Audience, 0, 9), mention(Facet::Actor, 16, 21)],
        };
        let mut query = Query::default();
        query.toggle(Facet::Actor, OptionIdx(0));
        let segments = passage_block(&passage, 0, &query, &Search::default());
        assert_eq!(segments.iter().filter(|s| s.found).map(|s| s.text.as_str()).collect::<Vec<_>>(), ["CRESS"]);
    }
}
