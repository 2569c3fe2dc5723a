//! The table twin: the values of a chart as rows of text and numbers, and the sentence that says what is seen.

use crate::domain::corpus::OptionIdx;
use crate::domain::french::{count, lower};
use crate::domain::summary::{SectionCount, Summary};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Twin {
    /// What is seen, computed.
    pub title: String,
    /// Heads of the numeric columns.
    pub columns: Vec<String>,
    pub rows: Vec<Row>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What choosing the row filters by.
    pub option: OptionIdx,
    pub head: String,
    pub detail: String,
    pub cells: Vec<usize>,
    /// The most each cell can be.
    pub totals: Vec<usize>,
    pub kept: bool,
}

pub fn twin(summary: &Summary) -> Twin {
    sections(summary)
}

fn sections(summary: &Summary) -> Twin {
    let rows = summary.sections.iter().map(|s| Row {
        option: s.option,
        head: s.label.clone(),
        detail: s.title.clone(),
        cells: vec![s.measures, s.actions],
        totals: vec![s.measures_total, s.actions_total],
        kept: s.kept,
    });
    let kept = || summary.sections.iter().filter(|s| s.kept);
    let measures: usize = kept().map(|s| s.measures).sum();
    let actions: usize = kept().map(|s| s.actions).sum();
    let held = kept().filter(|s| s.measures > 0).count();
    let level = lower(&summary.level);
    let places = count(held, &level, &lower(&summary.levels));
    let all =
        format!("{} et {} dans {places}", count(measures, "mesure", "mesures"), count(actions, "action", "actions"));
    let most = kept().map(|s| s.actions).max().filter(|&most| held > 1 && most > 0);
    let first: Vec<&SectionCount> = kept().filter(|s| Some(s.actions) == most).collect();
    let title = match (held, first.as_slice()) {
        (0, _) => "Aucune mesure ne répond aux critères choisis".to_owned(),
        // Several ahead together: none has the most.
        (_, [one]) => {
            format!("{all}\u{a0}: {} en porte le plus ({})", one.label, count(one.actions, "action", "actions"))
        }
        _ => all,
    };
    Twin { title, columns: vec!["Mesures".into(), "Actions".into()], rows: rows.collect() }
}
