//! The *compte rendu*: what was looked at, what the room answered, what was noted. What the adopted text says stands with its
//! page, apart from what the room said.

use super::count::{Results, results, unplaced, voters};
use super::poll::{Kind, Method, Poll, STEPS, Voter};
use super::session::Workshop;
use crate::domain::chart::Chart;
use crate::domain::corpus::{Corpus, MeasureIdx};
use crate::domain::document::{Block, Document, Table};
use crate::domain::french::{self, date, decimal, integer, quoted};
use crate::domain::label;
use crate::domain::stage::{Slide, slide_by_key};

/// What a vote by raised hands or by dots is worth.
pub const WORTH: &str = "Aide à la discussion\u{a0}: ni vote secret, ni consultation.";

const UNTITLED: &str = "Compte rendu d’atelier";

/// « Compte rendu d’atelier » where no title is given.
pub fn title(workshop: &Workshop) -> String {
    Some(workshop.title.trim()).filter(|t| !t.is_empty()).unwrap_or(UNTITLED).to_owned()
}

pub fn document(corpus: &Corpus, workshop: &Workshop) -> Document {
    let mut blocks = looked_at(corpus, workshop);
    if !workshop.polls.is_empty() {
        blocks.push(Block::Heading(1, "Votes".to_owned()));
        blocks.push(Block::Text(WORTH.to_owned()));
    }
    for (at, poll) in workshop.polls.iter().enumerate() {
        blocks.push(Block::Heading(2, question(poll, at)));
        blocks.push(Block::Text(method(poll)));
        blocks.extend(answer(corpus, poll, at));
    }
    blocks.extend(notes(corpus, workshop));
    let source =
        format!("Texte officiel\u{a0}: {}, {}. Données du {}.", corpus.title, corpus.author, date(&corpus.version));
    Document { title: title(workshop), lines: lines(workshop), blocks, source }
}

/// Where, when, how long, how many.
fn lines(workshop: &Workshop) -> Vec<String> {
    let place = Some(workshop.place.trim()).filter(|p| !p.is_empty()).map(str::to_owned);
    let when = match (workshop.started, workshop.ended) {
        (Some(start), Some(end)) if start.day() == end.day() => {
            Some(format!("Le {}, de {} à {}", start.day().label(), start.time(), end.time()))
        }
        (Some(start), Some(end)) => Some(format!("Du {} au {}", start.label(), end.label())),
        (Some(start), None) => Some(format!("Le {}", start.label())),
        (None, Some(end)) => Some(format!("Jusqu’au {}", end.label())),
        (None, None) => None,
    };
    let long = workshop.duration().map(|seconds| format!("Durée\u{a0}: {}", duration(seconds)));
    let people = workshop.attendance.map(|people| count(people, "personne présente", "personnes présentes"));
    place.into_iter().chain(when).chain(long).chain(people).collect()
}

/// « 1 h 25 min », « 40 min ».
pub fn duration(seconds: u32) -> String {
    match (seconds / 3_600, seconds / 60 % 60) {
        (0, minutes) => format!("{minutes}\u{a0}min"),
        (hours, 0) => format!("{hours}\u{a0}h"),
        (hours, minutes) => format!("{hours}\u{a0}h\u{a0}{minutes:02}\u{a0}min"),
    }
}

fn count(count: u32, one: &str, many: &str) -> String {
    french::count(count as usize, one, many)
}

/// Measures and charts in the order they were first shown.
fn looked_at(corpus: &Corpus, workshop: &Workshop) -> Vec<Block> {
    let mut measures: Vec<MeasureIdx> = Vec::new();
    let mut charts: Vec<Chart> = Vec::new();
    let mut rows = Vec::new();
    for (key, at) in &workshop.shown {
        match slide_by_key(key, corpus) {
            Some(Slide::Measure(measure, _)) if !measures.contains(&measure) => {
                measures.push(measure);
                rows.extend(corpus.measure(measure).map(|m| {
                    vec![label::measure(corpus, measure), m.title().to_owned(), m.page.to_string(), at.time()]
                }));
            }
            Some(Slide::Chart(chart)) if !charts.contains(&chart) => charts.push(chart),
            Some(_) | None => {}
        }
    }
    let mut blocks = Vec::new();
    if !rows.is_empty() || !charts.is_empty() {
        blocks.push(Block::Heading(1, "Ce qui a été regardé".to_owned()));
    }
    if !rows.is_empty() {
        let header = ["Mesure", "Titre officiel", "Page", "Montrée à"].map(str::to_owned).to_vec();
        blocks.push(Block::Table(Table { caption: "Mesures regardées".to_owned(), header, rows }));
    }
    if !charts.is_empty() {
        let names = charts.iter().map(|&chart| format!("Graphique\u{a0}: {}", label::chart(corpus, chart)));
        blocks.push(Block::List(names.collect()));
    }
    blocks
}

/// « Vote 2. Par quoi commencer ? »; the place is from 0.
pub fn question(poll: &Poll, at: usize) -> String {
    let asked = poll.question.trim();
    let asked = if asked.is_empty() { poll.kind.label() } else { asked };
    format!("Vote\u{a0}{}. {asked}", at + 1)
}

/// How it is asked: « Priorité, à main levée ».
pub fn way(poll: &Poll) -> String {
    let kind = poll.kind.label();
    match (poll.kind, poll.method) {
        (Kind::Priority, Method::Hands) => format!("{kind}, à main levée"),
        (Kind::Priority, Method::Dots { each, by }) => {
            format!("{kind}, avec {} {}", count(each.into(), "gommette", "gommettes"), by.label())
        }
        (Kind::Matrix, _) => format!("{kind}, de\u{a0}1 (faible) à\u{a0}{STEPS} (fort)"),
        (Kind::Ideas, _) => format!("{kind}, en texte libre"),
    }
}

/// By how many, as far as what was entered tells.
pub fn turnout(poll: &Poll) -> String {
    let voters = voters(poll);
    match (poll.kind, poll.method) {
        (Kind::Priority, Method::Hands) => format!("Au plus {} à la fois", count(voters, "main", "mains")),
        (Kind::Priority, Method::Dots { by: Voter::Person, .. }) => {
            count(voters, "personne a voté", "personnes ont voté")
        }
        (Kind::Priority, Method::Dots { by: Voter::Table, .. }) => count(voters, "table a voté", "tables ont voté"),
        (Kind::Matrix, _) => format!("Au plus {} par mesure", count(voters, "bulletin", "bulletins")),
        (Kind::Ideas, _) => count(voters, "contribution", "contributions"),
    }
}

/// How it was done, and by how many.
pub fn method(poll: &Poll) -> String {
    format!("{}. {}.", way(poll), turnout(poll))
}

fn answer(corpus: &Corpus, poll: &Poll, at: usize) -> Vec<Block> {
    let none = || vec![Block::Text("Rien n’a été saisi.".to_owned())];
    let (header, rows): (&[&str], Vec<Vec<String>>) = match results(poll) {
        Results::Ranking(scores) => {
            let row =
                |s: &super::count::Score| vec![named(corpus, s.subject), s.rank.to_string(), integer(s.votes.into())];
            (&["Mesure", "Rang", "Voix"], scores.iter().map(row).collect())
        }
        Results::Matrix(spots) => {
            let row = |s: &super::count::Spot| {
                let numbers = [decimal(s.impact), decimal(s.effort), integer(s.ballots.into())];
                [vec![named(corpus, s.subject)], numbers.to_vec()].concat()
            };
            let placed = spots.iter().map(row);
            let dash = || "—".to_owned();
            let absent = unplaced(poll).into_iter().map(|s| vec![named(corpus, s), dash(), dash(), integer(0)]);
            (&["Mesure", "Impact", "Effort", "Bulletins"], placed.chain(absent).collect())
        }
        Results::Ideas(ideas) => {
            let row = |idea: &super::count::Idea| vec![idea.text.clone(), integer(idea.times.into())];
            (&["Idée", "Fois"], ideas.iter().map(row).collect())
        }
    };
    if poll.ballots.is_empty() || rows.is_empty() {
        return none();
    }
    let header = header.iter().map(|&name| name.to_owned()).collect();
    vec![Block::Table(Table { caption: format!("Résultats du vote\u{a0}{}", at + 1), header, rows })]
}

/// « Mesure 8. Titre »; the number alone where this strategy has no such measure.
pub fn named(corpus: &Corpus, number: u16) -> String {
    match corpus.by_number(number).and_then(|at| corpus.measure(at)) {
        Some(measure) => format!("Mesure\u{a0}{number}. {}", measure.title()),
        None => format!("Mesure\u{a0}{number}"),
    }
}

/// What a slide shows, from its key; the key itself where this strategy has no such slide.
pub fn slide(corpus: &Corpus, workshop: &Workshop, key: &str) -> String {
    let part = |part: u8| if part > 1 { format!(", partie\u{a0}{part}") } else { String::new() };
    match slide_by_key(key, corpus) {
        Some(Slide::Cover) => "Couverture".to_owned(),
        Some(Slide::Agenda(at)) => format!("Ce qu’on va regarder{}", part(at)),
        Some(Slide::Measure(measure, 1)) => corpus.measure(measure).map_or(String::new(), |m| named(corpus, m.number)),
        // Its title was read on the first part.
        Some(Slide::Measure(measure, at)) => format!("{}{}", label::measure(corpus, measure), part(at)),
        Some(Slide::Chart(chart)) => format!("Graphique\u{a0}: {}", label::chart(corpus, chart)),
        Some(Slide::Vote(at)) => {
            let place = usize::from(at).saturating_sub(1);
            workshop.polls.get(place).map_or_else(|| format!("Vote\u{a0}{at}"), |poll| question(poll, place))
        }
        Some(Slide::End) => "Conclusion".to_owned(),
        None => quoted(key),
    }
}

/// Slides that bear a note, in the order they were shown, then the others.
pub fn noted(workshop: &Workshop) -> Vec<(&str, &str)> {
    let shown = workshop.shown.iter().map(|(key, _)| key);
    let hidden = workshop.notes.keys().filter(|key| !workshop.shown.iter().any(|(shown, _)| shown == *key));
    let notes = shown.chain(hidden).map(|key| (key.as_str(), workshop.note(key)));
    notes.filter(|(_, text)| !text.trim().is_empty()).collect()
}

fn notes(corpus: &Corpus, workshop: &Workshop) -> Vec<Block> {
    let noted = noted(workshop);
    let title = (!noted.is_empty()).then(|| Block::Heading(1, "Notes".to_owned()));
    let each = noted.into_iter().flat_map(|(key, text)| {
        let paragraphs = text.lines().filter(|line| !line.trim().is_empty());
        let texts = paragraphs.map(|line| Block::Text(line.to_owned()));
        std::iter::once(Block::Heading(2, slide(corpus, workshop, key))).chain(texts).collect::<Vec<_>>()
    });
    title.into_iter().chain(each).collect()
}

/// « Titre — lieu — jour »: what a file is called.
pub fn name(workshop: &Workshop) -> String {
    let day = workshop.started.or(workshop.ended).map(|at| at.day().label());
    let parts = [title(workshop), workshop.place.trim().to_owned(), day.unwrap_or_default()];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" — ")
}
