//! What every chart counts with: the measures it sees, their actions that answer, and names.

use super::Asked;
use super::shape::{Intent, Mark};
use crate::domain::answer::answer;
use crate::domain::corpus::{Corpus, Measure, MeasureIdx, OptionIdx};
use crate::domain::facet::Facet;
use crate::domain::label;
use crate::domain::passage::Passage;
use crate::domain::query::Criterion;

/// Rows of a long chart before « voir tous »: what fits a laptop's screen.
pub const ROWS: usize = 12;

/// What a long chart shows: the first rows, those chosen, and all of them when asked for.
pub fn shown<T>(asked: &Asked, ranked: Vec<T>, chosen: impl Fn(&T) -> bool) -> Vec<T> {
    let most = if asked.whole { ranked.len() } else { ROWS };
    ranked.into_iter().enumerate().filter(|(rank, one)| *rank < most || chosen(one)).map(|(_, one)| one).collect()
}

/// The innermost level: the one charts count by.
pub fn leaf_facet(corpus: &Corpus) -> Option<Facet> {
    corpus.levels.len().checked_sub(1).map(|depth| Facet::Level(depth as u8))
}

/// A measure the chart counts, and those of its actions that answer by themselves.
pub struct Seen<'a> {
    pub at: MeasureIdx,
    pub measure: &'a Measure,
    pub actions: Vec<&'a Passage>,
}

/// The measures left once the choices in the chart's own facets are forgotten, in the document's order.
pub fn seen<'a>(asked: &Asked<'a>, own: &[Facet]) -> Vec<Seen<'a>> {
    let forgiven = |c: Criterion| matches!(c, Criterion::Facet(facet) if own.contains(&facet));
    let missed = asked.selection.misses.iter().filter(|miss| miss.failed.iter().all(forgiven)).map(|miss| miss.measure);
    let mut all: Vec<MeasureIdx> = asked.selection.hits.iter().copied().chain(missed).collect();
    all.sort_unstable();
    let mut query = asked.query.clone();
    own.iter().for_each(|&facet| query.clear(Criterion::Facet(facet)));
    let answering = |at| {
        let measure = asked.corpus.measure(at)?;
        let answer = answer(measure, &query, asked.search);
        let whole = |place: &usize| !answer.asked || answer.whole.contains(place);
        let actions = measure.actions().enumerate().filter(|(place, _)| whole(place)).map(|(_, p)| p).collect();
        Some(Seen { at, measure, actions })
    };
    all.into_iter().filter_map(answering).collect()
}

/// Place of the outermost section that holds this one, from 0: the colour of the group.
pub fn group(corpus: &Corpus, section: OptionIdx) -> usize {
    let outer = corpus.ancestry(section).first().copied();
    corpus.options(Facet::Level(0)).iter().position(|&o| Some(o) == outer).unwrap_or(0)
}

/// Colour of what belongs to no section: the last there is.
pub const NO_GROUP: usize = 3;

/// An option as a mark that chooses it.
pub fn mark(asked: &Asked, facet: Facet, option: OptionIdx) -> Mark {
    let corpus = asked.corpus;
    let choice = asked.query.choice(facet);
    let detail = match corpus.term(facet, option) {
        Some(term) => term.expansion.clone().unwrap_or_default(),
        None => corpus.section(option).map(|s| s.title.clone()).unwrap_or_default(),
    };
    Mark {
        label: label::option(corpus, facet, option),
        detail,
        group: if facet.is_tag() { NO_GROUP } else { group(corpus, option) },
        kept: choice.is_empty() || choice.contains(option),
        intent: Intent::choose(facet, option),
    }
}

/// The only one that has the most, if it has any.
pub fn leader<T>(items: &[T], number: impl Fn(&T) -> usize) -> Option<&T> {
    let most = items.iter().map(&number).max().filter(|&most| most > 0)?;
    let mut ahead = items.iter().filter(|item| number(item) == most);
    // Several ahead together: none leads.
    ahead.next().filter(|_| ahead.next().is_none())
}

/// « Texte adopté ».
pub fn counted(what: &str) -> String {
    format!("Source\u{a0}: décompte de {what} dans le texte adopté.")
}
