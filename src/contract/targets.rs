//! `objectifs.json`: one object a measurable target, in the document's order.

use super::measures::LevelNumbers;
use crate::domain::corpus::{Corpus, MeasureIdx, Point, Target};
use crate::domain::schema::TargetKind;

pub fn targets_json(corpus: &Corpus) -> serde_json::Result<String> {
    let rows: Vec<_> = corpus.targets.iter().map(|t| target_row(corpus, t)).collect();
    Ok(serde_json::to_string_pretty(&rows)? + "\n")
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
