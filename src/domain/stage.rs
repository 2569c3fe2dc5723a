//! The pages of a workshop, and how their paths are written: what is projected, and what only who leads it sees.

use super::chart::Chart;
use super::corpus::{Corpus, MeasureIdx};

/// Which measures are shown in turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Source {
    /// Those that the question finds.
    #[default]
    List,
    /// The visitor's selection, in their order.
    Basket,
    Measure(MeasureIdx),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scene {
    /// What there will be, before anybody looks.
    #[default]
    Prepare,
    /// What the room sees.
    Stage(Slide),
    /// What who leads sees: this slide, the next one, notes, time.
    Presenter(Slide),
    /// What came of it.
    Minutes,
}

/// A slide, by what it shows: it keeps its name when others come or go before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Slide {
    #[default]
    Cover,
    /// What is going to be looked at, one part after the other, from 1.
    Agenda(u8),
    /// A part of a measure, from 1.
    Measure(MeasureIdx, u8),
    Chart(Chart),
    /// A question put to the room, from 1.
    Vote(u8),
    End,
}

const SELECTION: &str = "selection";
const MEASURE: &str = "mesure";
const STAGE: &str = "scene";
const PRESENTER: &str = "animateur";
const MINUTES: &str = "compte-rendu";

const AGENDA: &str = "programme";
const CHART: &str = "graphique-";
const VOTE: &str = "vote";
const END: &str = "fin";

/// The path after `/atelier`.
pub(super) fn print_workshop(source: Source, scene: Scene, corpus: &Corpus) -> String {
    let source = match source {
        Source::List => String::new(),
        Source::Basket => format!("/{SELECTION}"),
        Source::Measure(at) => format!("/{MEASURE}/{}", number(at, corpus)),
    };
    let slide = |name: &str, slide: Slide| match slide {
        Slide::Cover => format!("/{name}"),
        other => format!("/{name}/{}", slide_key(other, corpus)),
    };
    let scene = match scene {
        Scene::Prepare => String::new(),
        Scene::Stage(at) => slide(STAGE, at),
        Scene::Presenter(at) => slide(PRESENTER, at),
        Scene::Minutes => format!("/{MINUTES}"),
    };
    source + &scene
}

/// Reads the segments after `atelier`.
pub(super) fn read_workshop(segments: &[&str], corpus: &Corpus) -> Option<(Source, Scene)> {
    let (source, scene) = match segments {
        [name, rest @ ..] if *name == SELECTION => (Source::Basket, rest),
        [name, number, rest @ ..] if *name == MEASURE => (Source::Measure(measure(number, corpus)?), rest),
        rest => (Source::List, rest),
    };
    let scene = match scene {
        [] => Scene::Prepare,
        [name] if *name == STAGE => Scene::Stage(Slide::Cover),
        [name, slide] if *name == STAGE => Scene::Stage(slide_by_key(slide, corpus)?),
        [name] if *name == PRESENTER => Scene::Presenter(Slide::Cover),
        [name, slide] if *name == PRESENTER => Scene::Presenter(slide_by_key(slide, corpus)?),
        [name] if *name == MINUTES => Scene::Minutes,
        _ => return None,
    };
    Some((source, scene))
}

/// Name of a slide in the address, in the notes and in the file: `couverture`, `mesure-8`, `mesure-8-2`, `vote-1`.
pub fn slide_key(slide: Slide, corpus: &Corpus) -> String {
    let part = |name: &str, part: u8| if part > 1 { format!("{name}-{part}") } else { name.to_owned() };
    match slide {
        Slide::Cover => "couverture".to_owned(),
        Slide::Agenda(at) => part(AGENDA, at),
        Slide::Measure(measure, at) => part(&format!("{MEASURE}-{}", number(measure, corpus)), at),
        Slide::Chart(chart) => format!("{CHART}{}", chart.key()),
        Slide::Vote(at) => vote_key(usize::from(at)),
        Slide::End => END.to_owned(),
    }
}

pub fn is_vote_key(key: &str) -> bool {
    key.strip_prefix(VOTE).is_some_and(|place| place.starts_with('-'))
}

/// Of the slide of a vote, by its place from 1.
pub fn vote_key(at: usize) -> String {
    format!("{VOTE}-{at}")
}

pub fn slide_by_key(key: &str, corpus: &Corpus) -> Option<Slide> {
    let part = |text: Option<&str>| match text {
        None => Some(1),
        Some(text) => text.parse().ok().filter(|&part: &u8| part > 0),
    };
    if let Some(chart) = key.strip_prefix(CHART) {
        return Chart::by_key(chart).map(Slide::Chart);
    }
    let mut words = key.split('-');
    let slide = match (words.next()?, words.next(), words.next()) {
        ("couverture", None, None) => Slide::Cover,
        (END, None, None) => Slide::End,
        (AGENDA, at, None) => Slide::Agenda(part(at)?),
        (VOTE, Some(at), None) => Slide::Vote(part(Some(at))?),
        (MEASURE, Some(number), at) => Slide::Measure(measure(number, corpus)?, part(at)?),
        _ => return None,
    };
    words.next().is_none().then_some(slide)
}

fn number(at: MeasureIdx, corpus: &Corpus) -> u16 {
    corpus.measure(at).map_or(0, |m| m.number)
}

fn measure(number: &str, corpus: &Corpus) -> Option<MeasureIdx> {
    corpus.by_number(number.parse().ok()?)
}
