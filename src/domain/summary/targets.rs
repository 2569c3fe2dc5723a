//! Where each measurable target starts and what it aims at, each on its own scale: its goal is a full bar.
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
    let extras = ["Type d’objectif", "Page"].map(str::to_owned).to_vec();
    let source = "Source\u{a0}: objectifs mesurables du texte adopté, à la page dite dans le tableau. Chaque barre est à l’échelle de sa cible. Sans valeur mesurée, pas de barre.";
    Some(Summary {
        title,
        head: "Objectif".to_owned(),
        source: source.to_owned(),
        shape: Shape::Bars(Bars { series: series.to_vec(), extras, rows, ..Bars::default() }),
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
        (None, Some((point, page))) => Some((point, format!(", rapproché par nous (panorama, page\u{a0}{page})"))),
        (None, None) => None,
    };
    let full = target.goal.as_ref().map(|goal| goal.value).filter(|goal| *goal > 0.0);
    // A rise of 50 % or a tripling is no length: only two quantities of one unit are drawn beside one another.
    let drawn = target.kind == TargetKind::Valeur && start.is_some() && full.is_some();
    let value = |point: &Point, note: &str| drawn.then(|| Value { number: point.value, text: said(point) + note });
    let values = vec![
        start.as_ref().and_then(|(point, note)| value(point, note)),
        target.goal.as_ref().and_then(|point| value(point, "")),
    ];
    let in_words = match (&target.goal, &target.baseline) {
        _ if drawn => String::new(),
        (Some(goal), None) => format!("cible\u{a0}: {}, sans point de départ", said(goal)),
        (Some(goal), Some(start)) => format!("de {} à {}", said(start), said(goal)),
        (None, Some(start)) => format!("départ\u{a0}: {}, sans cible chiffrée", said(start)),
        (None, None) => "sans chiffre".to_owned(),
    };
    // Said in words too: the drawing only fades it.
    let served = asked.selection.hits.iter().any(|hit| target.measures.contains(hit));
    let kept = asked.query.is_empty() || served;
    let aside = if kept { "" } else { "hors de votre sélection" };
    let detail: Vec<&str> = [in_words.as_str(), aside].into_iter().filter(|part| !part.is_empty()).collect();
    let mark = Mark {
        label: target.text.clone(),
        detail: detail.join("\u{202f}; "),
        group: group(asked.corpus, target.section),
        kept,
        intent: Intent::default(),
    };
    BarRow {
        mark,
        values,
        full,
        total: String::new(),
        extras: vec![target.kind.label().to_owned(), target.page.to_string()],
    }
}
