//! The slides of a workshop, in order, each no longer than the room: what is shown is never scrolled.

use super::parts::{Passage, groups, parts};
use super::room::Room;
use crate::domain::chart::Chart;
use crate::domain::corpus::{Corpus, MeasureIdx};
use crate::domain::passage::Role;
use crate::domain::stage::Slide;

/// What is to be projected.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Plan {
    pub measures: Vec<MeasureIdx>,
    pub chart: Option<Chart>,
    /// Polls.
    pub votes: u8,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    pub slide: Slide,
    /// How many parts the measure or the agenda has; 1 for the others.
    pub of: u8,
    pub body: Body,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    Cover,
    Agenda(Vec<MeasureIdx>),
    Measure(Vec<Piece>),
    Chart(Chart),
    Vote(u8),
    End,
}

/// What a piece of a measure's slide is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PieceRole {
    /// Ours, in plain language.
    Summary,
    /// A passage of the adopted text.
    Passage(Role),
}

#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    pub role: PieceRole,
    /// Paragraphs are lines of it.
    pub text: String,
    /// Whether it goes on from the slide before.
    pub continued: bool,
    /// Whether these are words of the adopted text.
    pub official: bool,
}

/// Cover, agenda, chart, measures part by part, polls, end. One measure needs no agenda.
pub fn deck(corpus: &Corpus, plan: &Plan, room: Room) -> Vec<Card> {
    let one = |slide, body| Card { slide, of: 1, body };
    let mut deck = vec![one(Slide::Cover, Body::Cover)];
    if plan.measures.len() > 1 {
        deck.extend(agenda(corpus, &plan.measures, room));
    }
    deck.extend(plan.chart.map(|chart| one(Slide::Chart(chart), Body::Chart(chart))));
    deck.extend(plan.measures.iter().flat_map(|&at| measure(corpus, at, room)));
    deck.extend((1..=plan.votes).map(|at| one(Slide::Vote(at), Body::Vote(at))));
    deck.push(one(Slide::End, Body::End));
    deck
}

/// As it is reckoned, and to be drawn: the number goes before the title.
pub fn agenda_line(corpus: &Corpus, at: MeasureIdx) -> String {
    corpus.measure(at).map_or(String::new(), |m| format!("{}.\u{a0}{}", m.number, m.title()))
}

fn agenda(corpus: &Corpus, measures: &[MeasureIdx], room: Room) -> Vec<Card> {
    let costs: Vec<usize> = measures.iter().map(|&at| room.title_lines(&agenda_line(corpus, at))).collect();
    let groups = groups(&costs, usize::from(room.lines.max(1)));
    let bodies = groups.into_iter().map(|group| Body::Agenda(measures.get(group).unwrap_or_default().to_vec()));
    numbered(bodies.collect(), Slide::Agenda)
}

fn measure(corpus: &Corpus, at: MeasureIdx, room: Room) -> Vec<Card> {
    let Some(measure) = corpus.measure(at) else { return Vec::new() };
    let passage = |role, text: String, official| Passage { role, need: room.piece_lines(&text), text, official };
    let summary = passage(PieceRole::Summary, measure.summary.clone(), false);
    let official = measure.passages.iter().filter(|passage| passage.role != Role::Title);
    let official = official.map(|p| passage(PieceRole::Passage(p.role), p.blocks.join("\n"), true));
    let passages: Vec<Passage> = std::iter::once(summary).chain(official).collect();
    let parts = parts(&passages, room.title_lines(measure.title()), room);
    numbered(parts.into_iter().map(Body::Measure).collect(), |part| Slide::Measure(at, part))
}

/// Parts are numbered from 1 by a byte: of an agenda longer than that (hundreds of measures) the end is left out.
fn numbered(bodies: Vec<Body>, slide: impl Fn(u8) -> Slide) -> Vec<Card> {
    let of = u8::try_from(bodies.len()).unwrap_or(u8::MAX);
    (1..=of).zip(bodies).map(|(part, body)| Card { slide: slide(part), of, body }).collect()
}

/// The place of the card that shows a slide. Where its part is gone: the last part there is; where the measure or whatever
/// else is gone: the agenda if there is one, else the cover.
pub fn at(deck: &[Card], slide: Slide) -> usize {
    let place = |wanted: &dyn Fn(Slide) -> bool| deck.iter().position(|card| wanted(card.slide));
    let last = |wanted: &dyn Fn(Slide) -> bool| deck.iter().rposition(|card| wanted(card.slide));
    let near = match slide {
        Slide::Measure(at, _) => last(&|other| matches!(other, Slide::Measure(same, _) if same == at)),
        Slide::Agenda(_) => last(&|other| matches!(other, Slide::Agenda(_))),
        Slide::Cover | Slide::Chart(_) | Slide::Vote(_) | Slide::End => None,
    };
    let agenda = || place(&|other| matches!(other, Slide::Agenda(_)));
    place(&|other| other == slide).or(near).or_else(agenda).unwrap_or(0)
}
