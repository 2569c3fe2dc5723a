//! What the charts see of a selection: counts by section, and nothing else of the corpus.
//!
//! A chart of a facet ignores that facet's own choice, as the counts of its options do: its other bars stay, to be chosen.

use super::answer::answer;
use super::binary::binary;
use super::corpus::{Corpus, MeasureIdx, OptionIdx};
use super::facet::Facet;
use super::label;
use super::needle::Search;
use super::query::{Criterion, Query};
use super::select::Selection;

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Summary {
    /// Measures shown, and in the whole strategy.
    pub shown: usize,
    pub total: usize,
    /// Name of the sections counted: « Orientation ».
    pub level: String,
    /// « Orientations ».
    pub levels: String,
    pub sections: Vec<SectionCount>,
}

/// Measures and actions of one section that answer, beside those it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionCount {
    /// Option of the level's facet.
    pub option: OptionIdx,
    /// « Orientation 3 ».
    pub label: String,
    pub title: String,
    /// The section that holds it: « Axe II »; empty at the outermost level.
    pub parent: String,
    /// Place of that section among its own level, from 0: the colour of the group.
    pub group: usize,
    pub measures: usize,
    pub measures_total: usize,
    pub actions: usize,
    pub actions_total: usize,
    /// False when the visitor chose other sections.
    pub kept: bool,
}

binary! {
    struct Summary { shown, total, level, levels, sections }
    struct SectionCount {
        option, label, title, parent, group, measures, measures_total, actions, actions_total, kept,
    }
}

/// The innermost level: the one charts count by.
pub fn leaf_facet(corpus: &Corpus) -> Option<Facet> {
    corpus.levels.len().checked_sub(1).map(|depth| Facet::Level(depth as u8))
}

pub fn summarise(corpus: &Corpus, query: &Query, search: &Search, selection: &Selection) -> Summary {
    let Some(facet) = leaf_facet(corpus) else { return Summary::default() };
    let choice = query.choice(facet);
    let mut sections: Vec<SectionCount> = corpus
        .options(facet)
        .into_iter()
        .filter_map(|option| {
            let section = corpus.section(option)?;
            let outer = corpus.ancestry(option).first().copied();
            let outermost = corpus.options(Facet::Level(0));
            Some(SectionCount {
                option,
                label: label::section(corpus, option),
                title: section.title.clone(),
                parent: section.parent.map(|p| label::section(corpus, p)).unwrap_or_default(),
                group: outermost.iter().position(|&o| Some(o) == outer).unwrap_or(0),
                measures: 0,
                measures_total: 0,
                actions: 0,
                actions_total: 0,
                kept: choice.is_empty() || choice.contains(option),
            })
        })
        .collect();
    let mut row = |at: MeasureIdx, fill: &mut dyn FnMut(&mut SectionCount)| {
        let tags = corpus.measure(at).map_or(&[][..], |m| &m.tags[facet.slot()]);
        sections.iter_mut().filter(|s| tags.contains(&s.option)).for_each(fill);
    };
    for at in corpus.measure_indices() {
        let actions = corpus.measure(at).map_or(0, |m| m.actions().count());
        row(at, &mut |s| {
            s.measures_total += 1;
            s.actions_total += actions;
        });
    }
    let beside = selection.left_out_by(Criterion::Facet(facet));
    for at in selection.hits.iter().copied().chain(beside) {
        let Some(measure) = corpus.measure(at) else { continue };
        let answer = answer(measure, query, search);
        let actions = if answer.asked { answer.whole.len() } else { measure.actions().count() };
        row(at, &mut |s| {
            s.measures += 1;
            s.actions += actions;
        });
    }
    Summary {
        shown: selection.hits.len(),
        total: selection.total(),
        level: corpus.facet_label(facet).to_owned(),
        levels: corpus.levels.last().map(|l| l.plural.clone()).unwrap_or_default(),
        sections,
    }
}
