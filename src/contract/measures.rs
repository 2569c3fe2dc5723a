//! `mesures.json`: one object a measure, in the document's order. Keys are stable; the levels' keys come from the data.

use crate::domain::corpus::{Corpus, Measure, OptionIdx};
use crate::domain::facet::Facet;
use crate::domain::passage::{Passage, Role};
use crate::domain::schema_terms::Link;
use serde::ser::{Serialize, Serializer};
use std::collections::BTreeMap;

/// The measures given, each with all its actions.
pub fn measures_json<'a>(
    corpus: &Corpus,
    measures: impl IntoIterator<Item = &'a Measure>,
) -> serde_json::Result<String> {
    let rows: Vec<_> = measures.into_iter().map(|m| measure_row(corpus, m)).collect();
    Ok(serde_json::to_string_pretty(&rows)? + "\n")
}

#[derive(serde::Serialize)]
struct MeasureRow<'a> {
    numero: u16,
    titre: &'a str,
    #[serde(flatten)]
    levels: LevelNumbers<'a>,
    page: u16,
    objectif: String,
    amorce: Option<String>,
    actions: Vec<ActionRow<'a>>,
    cloture: Option<String>,
    /// The last four hold what any passage of the measure names, the title included.
    acteurs: Vec<&'a str>,
    publics: Vec<AudienceRow<'a>>,
    dispositifs: Vec<&'a str>,
    territoires: Vec<&'a str>,
}

#[derive(serde::Serialize)]
struct ActionRow<'a> {
    id: String,
    texte: &'a str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    paragraphes: &'a [String],
    nature: Option<&'a str>,
    acteurs: Vec<&'a str>,
    publics: Vec<AudienceRow<'a>>,
    dispositifs: Vec<&'a str>,
    territoires: Vec<&'a str>,
}

#[derive(serde::Serialize)]
struct AudienceRow<'a> {
    id: &'a str,
    lien: Link,
}

/// Number of the section at each level, outermost first; null below the level a thing hangs from.
pub(super) struct LevelNumbers<'a>(Vec<(&'a str, Option<u16>)>);

impl<'a> LevelNumbers<'a> {
    pub(super) fn of(corpus: &'a Corpus, section: OptionIdx) -> Self {
        let chain = sections_by_level(corpus, section);
        let number = |at: Option<OptionIdx>| at.and_then(|at| corpus.section(at)).map(|s| s.number);
        LevelNumbers(corpus.levels.iter().zip(chain).map(|(level, at)| (level.key.as_str(), number(at))).collect())
    }
}

impl Serialize for LevelNumbers<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().copied())
    }
}

/// The section a thing hangs from and those above it, one place a level.
pub(super) fn sections_by_level(corpus: &Corpus, section: OptionIdx) -> Vec<Option<OptionIdx>> {
    let chain = corpus.ancestry(section);
    (0..corpus.levels.len()).map(|depth| chain.get(depth).copied()).collect()
}

fn measure_row<'a>(corpus: &'a Corpus, measure: &'a Measure) -> MeasureRow<'a> {
    let ids = |facet: Facet| ids(corpus, facet, measure.tags[facet.slot()].iter().copied());
    MeasureRow {
        numero: measure.number,
        titre: measure.title(),
        levels: LevelNumbers::of(corpus, measure.section),
        page: measure.page,
        objectif: text(measure, Role::Objective).unwrap_or_default(),
        amorce: text(measure, Role::Lead),
        actions: measure.actions().filter_map(|p| action_row(corpus, measure, p)).collect(),
        cloture: text(measure, Role::Closing),
        acteurs: ids(Facet::Actor),
        publics: audiences(corpus, &measure.passages),
        dispositifs: ids(Facet::Scheme),
        territoires: ids(Facet::Place),
    }
}

/// A passage's paragraphs, one a line; `None` where the measure has no such passage.
pub(super) fn text(measure: &Measure, role: Role) -> Option<String> {
    measure.passage(role).map(|p| p.blocks.join("\n"))
}

fn action_row<'a>(corpus: &'a Corpus, measure: &Measure, passage: &'a Passage) -> Option<ActionRow<'a>> {
    let Role::Action(n) = passage.role else { return None };
    let ids = |facet: Facet| ids(corpus, facet, passage.mentions_of(facet).map(|m| m.option));
    Some(ActionRow {
        id: format!("{}.{n}", measure.number),
        texte: passage.text(),
        paragraphes: passage.blocks.get(1..).unwrap_or_default(),
        nature: ids(Facet::Kind).first().copied(),
        acteurs: ids(Facet::Actor),
        publics: audiences(corpus, std::slice::from_ref(passage)),
        dispositifs: ids(Facet::Scheme),
        territoires: ids(Facet::Place),
    })
}

fn ids(corpus: &Corpus, facet: Facet, options: impl Iterator<Item = OptionIdx>) -> Vec<&str> {
    options.filter_map(|o| corpus.term(facet, o)).map(|t| t.id.as_str()).collect()
}

/// Each audience once: one the measure acts for is not also said to be called on.
pub(super) fn links(passages: &[Passage]) -> BTreeMap<OptionIdx, Link> {
    let mut links = BTreeMap::new();
    for mention in passages.iter().flat_map(|p| p.mentions_of(Facet::Audience)) {
        let Some(link) = mention.link else { continue };
        links.entry(mention.option).and_modify(|kept: &mut Link| *kept = link.min(*kept)).or_insert(link);
    }
    links
}

fn audiences<'a>(corpus: &'a Corpus, passages: &[Passage]) -> Vec<AudienceRow<'a>> {
    let named = |(option, lien)| corpus.term(Facet::Audience, option).map(|t| AudienceRow { id: &t.id, lien });
    links(passages).into_iter().filter_map(named).collect()
}
