//! Figures, votes and dates of the adopted text: charts that no filter changes, and that say so.

use super::shape::{BarRow, Bars, Event, Mark, Series, Shape, Timeline, Value};
use super::{Asked, Summary};
use crate::domain::facts::Figure;
use crate::domain::french::{count, date, plural, quantity};
use crate::domain::schema::VoteSide;
use crate::domain::schema_terms::FigureGroup;

/// Kinds of event shown: how the strategy was made, and what comes next.
const GENRES: [(&str, &str); 4] = [
    ("concertation", "Concertation"),
    ("adoption", "Adoption"),
    ("gouvernance", "Gouvernance"),
    ("horizon", "Échéances"),
];

const UNFILTERED: &str = " Ces chiffres ne dépendent pas des filtres.";

fn mark(label: &str) -> Mark {
    Mark { label: label.to_owned(), kept: true, ..Mark::default() }
}

fn value(figure: &Figure) -> Value {
    Value { number: figure.value, text: quantity(figure.value, &figure.unit) }
}

fn pages<'a>(figures: impl Iterator<Item = &'a Figure>) -> String {
    let mut pages: Vec<u16> = figures.map(|f| f.page).collect();
    pages.sort_unstable();
    pages.dedup();
    let pages: Vec<String> = pages.iter().map(u16::to_string).collect();
    format!("Source\u{a0}: texte adopté, page\u{a0}{}.", pages.join(", "))
}

/// Shares of jobs and of establishments by legal form: the figures in per cent that bear a form.
pub fn panorama(asked: &Asked) -> Option<Summary> {
    let facts = &asked.annex?.facts;
    let shares: Vec<&Figure> =
        facts.of(FigureGroup::Panorama).filter(|f| f.status.is_some() && f.unit.starts_with('%')).collect();
    let mut units: Vec<&str> = Vec::new();
    let mut forms: Vec<&str> = Vec::new();
    for figure in &shares {
        let form = figure.status.as_deref()?;
        if !units.contains(&figure.unit.as_str()) {
            units.push(&figure.unit);
        }
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
    let share = |form: &str, unit: &str| {
        shares.iter().find(|f| f.status.as_deref() == Some(form) && f.unit == unit).map(|f| value(f))
    };
    let rows: Vec<BarRow> = forms
        .iter()
        .map(|form| BarRow {
            mark: mark(form),
            values: units.iter().map(|unit| share(form, unit)).collect(),
            full: None,
            total: String::new(),
            extras: Vec::new(),
        })
        .collect();
    let first = rows.first()?;
    let said: Vec<&str> = first.values.iter().flatten().map(|v| v.text.as_str()).collect();
    let title = format!("{}\u{a0}: {}", first.mark.label, said.join(", "));
    let series = units.iter().map(|unit| Series { name: (*unit).to_owned(), group: None });
    let bars = Bars { series: series.collect(), rows, ..Bars::default() };
    Some(Summary {
        title,
        head: "Statut".to_owned(),
        source: pages(shares.iter().copied()) + UNFILTERED,
        shape: Shape::Bars(bars),
    })
}

/// What the record measures twice, years apart: what grew.
pub fn record(asked: &Asked) -> Option<Summary> {
    let facts = &asked.annex?.facts;
    let dated = || facts.of(FigureGroup::Bilan).filter(|f| f.series.is_some() && f.year.is_some());
    let series = &dated().next()?.series;
    let mut pair: Vec<&Figure> = dated().filter(|f| f.series == *series).collect();
    pair.sort_by_key(|f| f.year);
    let rows = pair.iter().map(|figure| BarRow {
        mark: mark(&figure.year.map(|y| y.to_string()).unwrap_or_default()),
        values: vec![Some(value(figure))],
        full: None,
        total: String::new(),
        extras: vec![figure.label.clone()],
    });
    let [first, .., last] = pair.as_slice() else { return None };
    let title = format!(
        "{} en {}, {} en {}",
        quantity(first.value, &first.unit),
        first.year?,
        quantity(last.value, &last.unit),
        last.year?
    );
    let series = vec![Series { name: first.unit.clone(), group: None }];
    let bars = Bars {
        series,
        ordered: true,
        extras: vec!["Ce qui est compté".to_owned()],
        rows: rows.collect(),
        ..Bars::default()
    };
    Some(Summary {
        title,
        head: "Année".to_owned(),
        source: pages(pair.iter().copied()) + UNFILTERED,
        shape: Shape::Bars(bars),
    })
}

pub fn vote(asked: &Asked) -> Option<Summary> {
    let facts = &asked.annex?.facts;
    let sides = [VoteSide::Pour, VoteSide::Contre, VoteSide::Abstention];
    let total = |side| facts.votes.iter().filter(|v| v.side == side).map(|v| usize::from(v.votes)).sum::<usize>();
    let rows = facts.votes.iter().map(|vote| BarRow {
        mark: mark(&vote.group),
        values: sides
            .iter()
            .map(|side| {
                let votes = usize::from(vote.votes);
                (vote.side == *side).then(|| Value { number: votes as f64, text: count(votes, "voix", "voix") })
            })
            .collect(),
        full: None,
        total: count(usize::from(vote.votes), "voix", "voix"),
        extras: Vec::new(),
    });
    let rows: Vec<BarRow> = rows.collect();
    let title = format!(
        "{} pour, {} contre, {}",
        count(total(VoteSide::Pour), "voix", "voix"),
        total(VoteSide::Contre),
        count(total(VoteSide::Abstention), "abstention", "abstentions")
    );
    let series =
        sides.iter().enumerate().map(|(group, side)| Series { name: side.label().to_owned(), group: Some(group) });
    let bars = Bars { series: series.collect(), stacked: true, rows, ..Bars::default() };
    let source = format!("Source\u{a0}: délibération {}.{UNFILTERED}", facts.deliberation);
    let found = !facts.votes.is_empty();
    found.then_some(Summary { title, head: "Groupe".to_owned(), source, shape: Shape::Bars(bars) })
}

pub fn timeline(asked: &Asked) -> Option<Summary> {
    let facts = &asked.annex?.facts;
    let place = |genre: &str| GENRES.iter().position(|(key, _)| *key == genre);
    let mut events: Vec<Event> = facts
        .events
        .iter()
        .filter_map(|event| {
            let end = event.end.as_deref();
            let when = match end {
                Some(end) => format!("{} – {}", date(&event.date), date(end)),
                None => date(&event.date),
            };
            Some(Event {
                title: event.title.clone(),
                when,
                genre: place(&event.genre)?,
                start: event.date.clone(),
                end: event.end.clone(),
                page: event.page,
            })
        })
        .collect();
    // The dates sort as text, the vaguer first.
    events.sort_by(|a, b| a.start.cmp(&b.start));
    let year = |iso: &str| iso.split('-').next().unwrap_or_default().to_owned();
    let last = events.iter().map(|e| e.end.as_ref().unwrap_or(&e.start)).max()?;
    let title =
        format!("{} de {} à {}", count(events.len(), "date", "dates"), year(&events.first()?.start), year(last));
    let genres = GENRES.iter().map(|(_, name)| (*name).to_owned()).collect();
    let others = facts.events.len() - events.len();
    let left_out = match others {
        0 => String::new(),
        _ => format!(
            " {} du contexte et du bilan {} dans les données (chronologie.json), pas ici.",
            count(others, "date", "dates"),
            plural(others, "est", "sont")
        ),
    };
    Some(Summary {
        title,
        head: "Date".to_owned(),
        source: format!("Source\u{a0}: texte adopté, à la page dite dans le tableau.{left_out}{UNFILTERED}"),
        shape: Shape::Timeline(Timeline { genres, events }),
    })
}
