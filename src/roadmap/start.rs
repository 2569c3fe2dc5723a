//! From a selection to the first lines of a roadmap: what the adopted text names is filled in.

use super::row::{Row, Subject};
use super::terms::Field;
use crate::domain::corpus::{Corpus, Measure, MeasureIdx};
use crate::domain::facet::Facet;
use crate::domain::passage::{Passage, Role};

/// Between names in a field.
const BETWEEN: &str = ", ";

/// One line for each measure as a whole.
pub fn rows(corpus: &Corpus, selection: &[MeasureIdx]) -> Vec<Row> {
    selection.iter().filter_map(|&at| corpus.measure(at)).map(|m| whole(corpus, m)).collect()
}

/// The line of a measure as a whole.
pub fn whole(corpus: &Corpus, measure: &Measure) -> Row {
    let passages: Vec<&Passage> = measure.passages.iter().collect();
    filled(corpus, Subject { measure: measure.number, action: None }, &passages)
}

/// The line of one of its actions.
pub fn action(corpus: &Corpus, measure: &Measure, number: u8) -> Option<Row> {
    let passage = measure.passage(Role::Action(number))?;
    Some(filled(corpus, Subject { measure: measure.number, action: Some(number) }, &[passage]))
}

fn filled(corpus: &Corpus, subject: Subject, passages: &[&Passage]) -> Row {
    let mut row = Row::new(subject);
    row.texts[Field::Partners as usize] = named(corpus, Facet::Actor, passages);
    row.texts[Field::Schemes as usize] = named(corpus, Facet::Scheme, passages);
    row
}

/// Named organisations only: a generic group is nobody to call.
fn named(corpus: &Corpus, facet: Facet, passages: &[&Passage]) -> String {
    let mut names: Vec<&str> = Vec::new();
    for mention in passages.iter().flat_map(|p| p.mentions_of(facet)) {
        if let Some(term) = corpus.term(facet, mention.option).filter(|term| !term.generic)
            && !names.contains(&term.name.as_str())
        {
            names.push(&term.name);
        }
    }
    names.join(BETWEEN)
}
