//! Where each measurable target starts and what it aims at, each on its own scale: its goal is 100.
//!
//! No bar without a measured value: a target without a starting point has its goal in words only.

use super::counting::group;
use super::shape::{BarRow, Bars, Intent, Mark, Series, Shape, Value};
use super::{Asked, Summary};
use crate::domain::corpus::{Point, Target};
use crate::domain::facts::Figure;
use crate::domain::french::{count, plural, quantity};
use crate::domain::order::by_key;
use crate::domain::schema::TargetKind;

pub fn targets(asked: &Asked) -> Option<Summary> {
    let corpus = asked.corpus;
    let facts = &asked.annex?.facts;
    let rows: Vec<BarRow> = corpus
        .targets
        .iter()
        .map(|target| row(asked, target, target.near.as_deref().and_then(|id| facts.figure(id))))
        .collect();
    // What is drawn first: a place in the drawing is a place in the table.
    let rows = by_key(&rows, |row| row.values.iter().all(Option::is_none));
    let measured = corpus.targets.iter().filter(|t| t.baseline.is_some()).count();
    let title = format!(
        "{} sur\u{a0}{} {} un point de départ chiffré dans {} phrase",
        count(measured, "objectif", "objectifs"),
        corpus.targets.len(),
        plural(measured, "a", "ont"),
        plural(measured, "sa", "leur"),
    );
    let series = ["Départ", "Cible"].map(|name| Series { name: name.to_owned(), group: None });
    let extras = ["Nature", "Page"].map(str::to_owned).to_vec();
    let source = "Source\u{a0}: objectifs mesurables du texte adopté, à la page dite dans le tableau. Chaque barre est à l’échelle de sa cible. Sans valeur mesurée, pas de barre.";
    Some(Summary {
        title,
        head: "Objectif".to_owned(),
        source: source.to_owned(),
        shape: Shape::Bars(Bars { series: series.to_vec(), stacked: false, extras, rows, all: None }),
    })
}

fn row(asked: &Asked, target: &Target, near: Option<&Figure>) -> BarRow {
    let unit = target.unit.as_deref().unwrap_or_default();
    let said = |point: &Point| {
        let year = point.year.map(|year| format!(" ({year})")).unwrap_or_default();
        format!("{}{year}", quantity(point.value, unit))
    };
    // The start the sentence gives; else a near figure of the panorama, and then the link is ours.
    let near = near.map(|f| (Point { value: f.value, year: f.year }, f.page));
    let start = match (&target.baseline, &near) {
        (Some(point), _) => Some((point, String::new())),
        (None, Some((point, page))) => {
            Some((point, format!(", chiffre du panorama page\u{a0}{page}, rapproché par nous")))
        }
        (None, None) => None,
    };
    let scale = target.goal.as_ref().map(|goal| goal.value).filter(|goal| *goal > 0.0);
    // A rise of 50 % or a tripling is no length: only two quantities of one unit are drawn beside one another.
    let drawn = target.kind == TargetKind::Valeur && start.is_some();
    let length = |point: &Point| scale.filter(|_| drawn).map(|goal| 100.0 * point.value / goal);
    let value = |point: &Point, note: &str| length(point).map(|number| Value { number, text: said(point) + note });
    let values = vec![
        start.as_ref().and_then(|(point, note)| value(point, note)),
        target.goal.as_ref().and_then(|point| value(point, "")),
    ];
    let in_words = match (&target.goal, drawn) {
        (Some(goal), false) => format!("cible\u{a0}: {}, sans point de départ", said(goal)),
        (None, _) => "sans chiffre".to_owned(),
        (Some(_), true) => String::new(),
    };
    let served = asked.selection.hits.iter().any(|hit| target.measures.contains(hit));
    let mark = Mark {
        label: target.text.clone(),
        detail: in_words,
        group: group(asked.corpus, target.section),
        kept: asked.query.is_empty() || served,
        intent: Intent::default(),
    };
    BarRow { mark, values, total: String::new(), extras: vec![target.kind.label().to_owned(), target.page.to_string()] }
}
