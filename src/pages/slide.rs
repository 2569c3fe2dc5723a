//! A slide: one thing to look at, whole, at the size of whatever frame it is in.

use super::hall::{Hall, asked};
use super::local::Local;
use super::vote::{results_of, vote};
use crate::components::official::role_name;
use crate::domain::binary::digest;
use crate::domain::corpus::{Measure, MeasureIdx};
use crate::domain::french::{count, list};
use crate::domain::label;
use crate::domain::passage::Role;
use crate::domain::stage::{Slide, slide_key};
use crate::kids;
use crate::reactive::*;
use crate::view::node::{Element, Node, button, each, el};
use crate::workshop::deck::{Body, Card, Piece, PieceRole};

/// Where a slide is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    /// On the wall: its heading is the page's.
    Stage,
    /// Small, beside the notes.
    Presenter,
    /// Smaller, before its turn: nothing on it answers.
    Next,
}

pub fn slide(hall: Hall, local: Local, card: &Card, on: On) -> Element {
    let inside = match &card.body {
        Body::Cover => cover(hall, on),
        Body::Agenda(measures) => agenda(hall, card, measures, on),
        Body::Measure(pieces) => measure(hall, card, pieces, on),
        Body::Chart(chart) => {
            let name = heading(on, label::chart(hall.store.corpus, *chart));
            let figure = local.charts.iter().find(|c| c.chart == *chart && on != On::Next);
            kids![name, figure.and_then(|c| c.figure())]
        }
        Body::Vote(at) => vote(hall, *at, on),
        Body::End => end(hall, on),
    };
    let key = slide_key(card.slide, hall.store.corpus);
    let alone = matches!(card.body, Body::Cover | Body::End);
    let frame = el("article", "xp-slide", inside).attr("data-diapo", key);
    let frame = frame.class_if("xp-slide--next", on == On::Next).class_if("xp-slide--alone", alone);
    let frame = el("div", "xp-stage__frame", kids![frame]);
    // On the wall, whoever lays something over it says so: an attribute is given once.
    if on == On::Next { frame.flag("inert", true) } else { frame }
}

/// Another slide is another element: nothing of the one before it stays scrolled or half typed.
pub fn slide_number(slide: Slide, hall: Hall) -> u64 {
    digest(slide_key(slide, hall.store.corpus).as_bytes())
}

/// The page's own on the wall, which takes the focus; elsewhere one of its parts.
pub fn heading(on: On, text: String) -> Element {
    match on {
        On::Stage => el("h1", "xp-slide__title", kids![text]).attr("id", "titre").attr("tabindex", "-1"),
        On::Presenter | On::Next => el("h3", "xp-slide__title", kids![text]),
    }
}

/// Characters of a title beyond which its letters are smaller.
const LONG: usize = 120;

fn cover(hall: Hall, on: On) -> Vec<Node> {
    let corpus = hall.store.corpus;
    let (title, place, started) = hall.read(|w| (w.title.clone(), w.place.clone(), w.started));
    let title = if title.trim().is_empty() { corpus.title.clone() } else { title };
    let long = title.chars().count() > LONG;
    let when = started.map(|moment| moment.day().label());
    let line = [Some(place).filter(|p| !p.is_empty()), when].into_iter().flatten().collect::<Vec<_>>().join(", ");
    kids![
        heading(on, title).class_if("xp-slide__title--long", long),
        el("p", "xp-slide__lead", kids![line]),
        el("p", "xp-slide__note", kids![format!("{}, {}.", corpus.title, corpus.author)]),
    ]
}

fn agenda(hall: Hall, card: &Card, measures: &[MeasureIdx], on: On) -> Vec<Node> {
    let corpus = hall.store.corpus;
    let items = measures.iter().filter_map(|&at| {
        let measure = corpus.measure(at)?;
        let go = move || hall.go(Slide::Measure(at, 1));
        let name = kids![
            el("span", "xp-slide__number", kids![format!("{}.\u{a0}", measure.number)]),
            measure.title().to_owned()
        ];
        Some(el("li", "", kids![button("xp-slide__go", name, go).attr("id", format!("vers-{}", measure.number))]))
    });
    let all = super::hall::measures(hall.store).len();
    let part = (card.of > 1).then(|| format!(" ({} sur {})", part_of(card.slide), card.of));
    let filtered = asked(hall.store).then(|| el("p", "xp-slide__note", kids![hall_question(hall)]));
    kids![
        heading(
            on,
            format!("Ce qu’on va regarder\u{a0}: {}{}", count(all, "mesure", "mesures"), part.unwrap_or_default())
        ),
        filtered,
        el("ol", "xp-slide__agenda", each(items)),
    ]
}

/// What was asked for, in words.
fn hall_question(hall: Hall) -> String {
    let corpus = hall.store.corpus;
    let names: Vec<String> = hall
        .store
        .query
        .with(|query| query.criteria().into_iter().map(|c| super::links::criterion_name(corpus, query, c)).collect());
    list(&names, "et")
}

fn part_of(slide: Slide) -> u8 {
    match slide {
        Slide::Agenda(part) | Slide::Measure(_, part) => part,
        Slide::Cover | Slide::Chart(_) | Slide::Vote(_) | Slide::End => 1,
    }
}

fn measure(hall: Hall, card: &Card, pieces: &[Piece], on: On) -> Vec<Node> {
    let corpus = hall.store.corpus;
    let Slide::Measure(at, part) = card.slide else { return Vec::new() };
    let Some(measure) = corpus.measure(at) else { return Vec::new() };
    let sections: Vec<_> = corpus.ancestry(measure.section).into_iter().map(|s| label::section(corpus, s)).collect();
    let going_on = if card.of > 1 { format!(" · {part} sur {}", card.of) } else { String::new() };
    let over = format!("{} · page\u{a0}{}{going_on}", sections.join(", "), measure.page);
    let number = label::measure(corpus, at);
    let name = if part > 1 { format!("{number} (suite)") } else { format!("{number}. {}", measure.title()) };
    let title = heading(on, name);
    kids![el("p", "xp-slide__over", kids![over]), title, each(pieces.iter().map(|p| piece(measure, p)))]
}

fn piece(measure: &Measure, piece: &Piece) -> Element {
    let name = match piece.role {
        PieceRole::Summary => "Notre résumé, hors texte adopté".to_owned(),
        PieceRole::Passage(Role::Action(number)) => format!("Action\u{a0}{}.{number}", measure.number),
        PieceRole::Passage(role) => role_name(role).to_owned(),
    };
    let again = if piece.continued { " (suite)" } else { "" };
    let words = el(if piece.official { "blockquote" } else { "p" }, "xp-slide__words", kids![piece.text.clone()]);
    let name = el("p", "xp-slide__role", kids![format!("{name}{again}")]);
    el("div", "xp-slide__piece", kids![name, words]).class_if("xp-slide__piece--ours", !piece.official)
}

/// What was decided, vote by vote, where the room may see it.
fn end(hall: Hall, on: On) -> Vec<Node> {
    let polls = hall.read(|w| w.polls.clone());
    let seen = hall.read(|w| w.shown.len());
    let votes = each(polls.iter().enumerate().map(|(at, poll)| {
        let first = if poll.is_open() { results_of(hall, poll) } else { "résultats masqués".to_owned() };
        el("li", "", kids![el("strong", "", kids![poll.question.clone()]), format!("\u{a0}: {first}"), ""])
            .key(at as u64)
    }));
    let lead = match seen {
        0 => "Ce qu’on retient\u{a0}: à dire ensemble.".to_owned(),
        _ => "Ce qu’on retient".to_owned(),
    };
    let minutes = hall.at(|_| crate::domain::stage::Scene::Minutes);
    let link = crate::view::node::a("xp-button", hall.store.link(minutes), kids!["Compte rendu"])
        .attr("id", "vers-compte-rendu");
    kids![
        heading(on, "Conclusion".to_owned()),
        el("p", "xp-slide__lead", kids![lead]),
        (!polls.is_empty()).then(|| el("ul", "xp-slide__votes", votes)),
        (on == On::Stage).then(|| el("p", "", kids![link])),
    ]
}
