//! The published contract: the strategy as other programs read it (`mesures.json`, `mesures.csv`, `objectifs.json`).
//!
//! Keys and headers are stable; the levels' keys come from the data. Writes to memory, never to a disk, and never runs in
//! the page: native only.

use crate::domain::corpus::{Corpus, Measure, MeasureIdx, OptionIdx, Point, Target};
use crate::domain::facet::Facet;
use crate::domain::label;
use crate::domain::passage::{Passage, Role};
use crate::domain::schema::TargetKind;
use crate::domain::schema_terms::Link;
use serde::ser::{Serialize, Serializer};
use std::collections::BTreeMap;

/// Between the items of a list, in one cell.
const SEPARATOR: &str = " | ";

/// Without it a spreadsheet reads UTF-8 as Windows-1252.
const BOM: &str = "\u{feff}";

/// `mesures.json`: one object a measure, in the document's order.
pub fn measures_json(corpus: &Corpus) -> serde_json::Result<String> {
    serde_json::to_string_pretty(&corpus.measures.iter().map(|m| measure_row(corpus, m)).collect::<Vec<_>>())
}

/// `objectifs.json`: one object a measurable target, in the document's order.
pub fn targets_json(corpus: &Corpus) -> serde_json::Result<String> {
    serde_json::to_string_pretty(&corpus.targets.iter().map(|t| target_row(corpus, t)).collect::<Vec<_>>())
}

#[derive(serde::Serialize)]
struct MeasureRow<'a> {
    numero: u16,
    titre: &'a str,
    #[serde(flatten)]
    levels: LevelNumbers<'a>,
    page: u16,
    objectif: String,
    actions: Vec<ActionRow<'a>>,
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

#[derive(serde::Serialize)]
struct TargetRow<'a> {
    id: &'a str,
    section: &'a str,
    #[serde(flatten)]
    levels: LevelNumbers<'a>,
    texte: &'a str,
    page: u16,
    #[serde(rename = "type")]
    kind: TargetKind,
    unite: Option<&'a str>,
    depart: Option<PointRow>,
    cible: Option<PointRow>,
    precision: Option<&'a str>,
    mesures_liees: Vec<u16>,
}

#[derive(serde::Serialize)]
struct PointRow {
    valeur: f64,
    annee: Option<u16>,
}

/// Number of the section at each level, outermost first; null below the level a thing hangs from.
struct LevelNumbers<'a>(Vec<(&'a str, Option<u16>)>);

impl<'a> LevelNumbers<'a> {
    fn of(corpus: &'a Corpus, section: OptionIdx) -> Self {
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
fn sections_by_level(corpus: &Corpus, section: OptionIdx) -> Vec<Option<OptionIdx>> {
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
        objectif: objective(measure),
        actions: measure.actions().filter_map(|p| action_row(corpus, measure, p)).collect(),
        acteurs: ids(Facet::Actor),
        publics: audiences(corpus, &measure.passages),
        dispositifs: ids(Facet::Scheme),
        territoires: ids(Facet::Place),
    }
}

fn objective(measure: &Measure) -> String {
    measure.passage(Role::Objective).map_or(String::new(), |p| p.blocks.join("\n"))
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
fn links(passages: &[Passage]) -> BTreeMap<OptionIdx, Link> {
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

fn target_row<'a>(corpus: &'a Corpus, target: &'a Target) -> TargetRow<'a> {
    let point = |p: &Point| PointRow { valeur: p.value, annee: p.year };
    let number = |&at: &MeasureIdx| corpus.measure(at).map(|m| m.number);
    TargetRow {
        id: &target.id,
        section: corpus.section(target.section).map_or("", |s| &s.id),
        levels: LevelNumbers::of(corpus, target.section),
        texte: &target.text,
        page: target.page,
        kind: target.kind,
        unite: target.unit.as_deref(),
        depart: target.baseline.as_ref().map(point),
        cible: target.goal.as_ref().map(point),
        precision: target.remark.as_deref(),
        mesures_liees: target.measures.iter().filter_map(number).collect(),
    }
}

/// `mesures.csv`: one row an action, for a spreadsheet; names where the JSON has ids.
pub fn measures_csv(corpus: &Corpus) -> Result<String, csv::Error> {
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    writer.write_record(header(corpus).iter().map(|c| cell(c)))?;
    for measure in &corpus.measures {
        for action in measure.actions() {
            writer.write_record(csv_row(corpus, measure, action).iter().map(|c| cell(c)))?;
        }
    }
    let bytes = writer.into_inner().map_err(|e| csv::Error::from(e.into_error()))?;
    Ok(format!("{BOM}{}", String::from_utf8_lossy(&bytes)))
}

fn header(corpus: &Corpus) -> Vec<String> {
    let levels = corpus.levels.iter().flat_map(|l| [l.name.clone(), format!("{} (titre)", l.name)]);
    let start = ["Mesure", "Titre"].map(String::from).into_iter();
    let rest = [
        "Page",
        "Objectif",
        "Action",
        "Texte de l’action",
        "Paragraphes",
        "Nature",
        "Publics visés",
        "Publics associés",
        "Partenaires",
        "Dispositifs",
        "Territoires",
    ];
    start.chain(levels).chain(rest.map(String::from)).collect()
}

fn csv_row(corpus: &Corpus, measure: &Measure, action: &Passage) -> Vec<String> {
    let mut row = vec![measure.number.to_string(), measure.title().to_owned()];
    for at in sections_by_level(corpus, measure.section) {
        let section = at.and_then(|at| corpus.section(at));
        row.push(section.map_or(String::new(), |s| s.number.to_string()));
        row.push(section.map_or(String::new(), |s| s.title.clone()));
    }
    let names = |facet: Facet, options: &mut dyn Iterator<Item = OptionIdx>| {
        options.map(|o| label::option(corpus, facet, o)).collect::<Vec<_>>().join(SEPARATOR)
    };
    let tagged = |facet: Facet| names(facet, &mut action.mentions_of(facet).map(|m| m.option));
    let links = links(std::slice::from_ref(action));
    let linked = |link: Link| {
        names(Facet::Audience, &mut links.iter().filter(|(_, kept)| **kept == link).map(|(option, _)| *option))
    };
    let Role::Action(n) = action.role else { return row };
    row.extend([
        measure.page.to_string(),
        objective(measure),
        format!("{}.{n}", measure.number),
        action.text().to_owned(),
        action.blocks.get(1..).unwrap_or_default().join(SEPARATOR),
        tagged(Facet::Kind),
        linked(Link::Target),
        linked(Link::Associate),
        tagged(Facet::Actor),
        tagged(Facet::Scheme),
        tagged(Facet::Place),
    ]);
    row
}

/// A cell that a spreadsheet would run as a formula is shown as text instead.
fn cell(text: &str) -> String {
    match text.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r') => format!("'{text}"),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn a_cell_that_would_run_is_shown_as_text() {
        for text in ["=1+1", "+33 2", "-5", "@x", "\tx", "\rx"] {
            assert_eq!(cell(text), format!("'{text}"));
        }
        for text in ["", "'x", "Tours", " =1", "1 = 1"] {
            assert_eq!(cell(text), text);
        }
    }
}
