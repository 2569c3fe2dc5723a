//! `mesures.csv`: one row an action, for a spreadsheet; names where the JSON has ids. Headers are stable.

use super::cell::neutral;
use super::measures::{links, sections_by_level, text};
use crate::domain::corpus::{Corpus, Measure, OptionIdx};
use crate::domain::facet::Facet;
use crate::domain::label;
use crate::domain::passage::{Passage, Role};
use crate::domain::schema_terms::Link;

/// Between the items of a list, in one cell.
pub const SEPARATOR: &str = " | ";

/// Without it a spreadsheet reads UTF-8 as Windows-1252.
pub const BOM: &str = "\u{feff}";

/// Columns before those of the levels, after them, and those of the whole measure, the same on each of its rows. A new one
/// goes last: other programs count them.
pub(super) const FIRST: [&str; 2] = ["Mesure", "Titre"];
pub(super) const REST: [&str; 11] = [
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
pub(super) const WHOLE: [&str; 7] = [
    "Publics visés par la mesure",
    "Publics associés à la mesure",
    "Partenaires de la mesure",
    "Dispositifs de la mesure",
    "Territoires de la mesure",
    "Mise en œuvre",
    "Complément",
];

/// Every action of the measures given, in their order, under the published header.
pub fn measures_csv<'a>(
    corpus: &Corpus,
    measures: impl IntoIterator<Item = &'a Measure>,
) -> Result<String, csv::Error> {
    csv(rows(corpus, measures))
}

/// Rows as a spreadsheet opens them by a double click: `;`, UTF-8 with its mark, no cell that it would run.
pub fn csv(rows: impl IntoIterator<Item = Vec<String>>) -> Result<String, csv::Error> {
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(BOM.as_bytes().to_vec());
    for row in rows {
        writer.write_record(row.iter().map(|cell| neutral(cell).into_owned()))?;
    }
    let bytes = writer.into_inner().map_err(|e| csv::Error::from(e.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The header, then one row an action; the cells before they are made harmless.
pub fn rows<'a>(corpus: &Corpus, measures: impl IntoIterator<Item = &'a Measure>) -> Vec<Vec<String>> {
    let actions = measures.into_iter().flat_map(|m| m.actions().map(move |action| row(corpus, m, action)));
    std::iter::once(header(corpus)).chain(actions).collect()
}

fn header(corpus: &Corpus) -> Vec<String> {
    let levels = corpus.levels.iter().flat_map(|l| [l.name.clone(), format!("{} (titre)", l.name)]);
    let own = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    own(&FIRST).into_iter().chain(levels).chain(own(&REST)).chain(own(&WHOLE)).collect()
}

fn row(corpus: &Corpus, measure: &Measure, action: &Passage) -> Vec<String> {
    let mut row = vec![measure.number.to_string(), measure.title().to_owned()];
    for at in sections_by_level(corpus, measure.section) {
        let section = at.and_then(|at| corpus.section(at));
        row.push(section.map_or(String::new(), |s| s.number.to_string()));
        row.push(section.map_or(String::new(), |s| s.title.clone()));
    }
    let Role::Action(n) = action.role else { return row };
    let tagged = |facet: Facet| names(corpus, facet, action.mentions_of(facet).map(|m| m.option));
    let [targets, associates] = audiences(corpus, std::slice::from_ref(action));
    row.extend([
        measure.page.to_string(),
        text(measure, Role::Objective).unwrap_or_default(),
        format!("{}.{n}", measure.number),
        action.text().to_owned(),
        action.blocks.get(1..).unwrap_or_default().join(SEPARATOR),
        tagged(Facet::Kind),
        targets,
        associates,
        tagged(Facet::Actor),
        tagged(Facet::Scheme),
        tagged(Facet::Place),
    ]);
    row.extend(whole(corpus, measure));
    row
}

/// What any passage of the measure names, its title included: what the page counts and `mesures.json` lists.
fn whole(corpus: &Corpus, measure: &Measure) -> [String; WHOLE.len()] {
    let tagged = |facet: Facet| names(corpus, facet, measure.tags[facet.slot()].iter().copied());
    let [targets, associates] = audiences(corpus, &measure.passages);
    let said = |role: Role| text(measure, role).unwrap_or_default();
    [
        targets,
        associates,
        tagged(Facet::Actor),
        tagged(Facet::Scheme),
        tagged(Facet::Place),
        said(Role::Lead),
        said(Role::Closing),
    ]
}

/// Audiences the passages act for, then those they call on.
fn audiences(corpus: &Corpus, passages: &[Passage]) -> [String; 2] {
    let links = links(passages);
    [Link::Target, Link::Associate].map(|link| {
        names(corpus, Facet::Audience, links.iter().filter(|(_, kept)| **kept == link).map(|(option, _)| *option))
    })
}

fn names(corpus: &Corpus, facet: Facet, options: impl Iterator<Item = OptionIdx>) -> String {
    options.map(|o| label::option(corpus, facet, o)).collect::<Vec<_>>().join(SEPARATOR)
}
