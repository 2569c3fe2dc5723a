//! A question put to the room: hands that are counted, dots that are placed, ideas that are said; what came of it, masked
//! until it is revealed.

use super::hall::Hall;
use super::slide::{On, heading};
use super::vote_entry::entry;
use crate::domain::french::{count, decimal};
use crate::kids;
use crate::view::node::{Element, Node, each, el, spoken};
use crate::workshop::count::{Results, Spot, results, top};
use crate::workshop::deck::agenda_line;
use crate::workshop::minutes::{WORTH, turnout, way};
use crate::workshop::poll::{Kind, Method, Poll, STEPS};

pub fn vote(hall: Hall, at: u8, on: On) -> Vec<Node> {
    let poll = hall.read(|w| w.polls.get(usize::from(at).saturating_sub(1)).cloned());
    let Some(poll) = poll else { return kids![heading(on, "Vote".to_owned())] };
    let come = count(poll.ballots.len(), "bulletin saisi", "bulletins saisis");
    let counted = poll.subjects.iter().filter(|subject| poll.is_voted(**subject)).count();
    let state = match (poll.revealed, poll.kind, poll.method) {
        (_, Kind::Ideas, _) => format!("{}.", count(poll.ballots.len(), "idée", "idées")),
        (true, ..) => format!("{}.", turnout(&poll)),
        (false, Kind::Priority, Method::Hands) => {
            format!("{} sur {}.", count(counted, "mesure comptée", "mesures comptées"), poll.subjects.len())
        }
        (false, ..) => format!("{come}. Résultats masqués."),
    };
    let open = poll.is_open();
    // On the wall, results have the whole slide; who leads enters beside it.
    let enters = on == On::Stage && (!poll.revealed || poll.kind == Kind::Ideas);
    kids![
        heading(on, if poll.question.trim().is_empty() { "Vote".to_owned() } else { poll.question.clone() }),
        el("p", "xp-slide__note", kids![way(&poll), ". ", WORTH]),
        el("p", "xp-vote__state", kids![state]).told(),
        el("div", "xp-vote", kids![enters.then(|| entry(hall, &poll)), open.then(|| shown(hall, &poll, on))]),
    ]
}

/// Few are read from the back; more have columns.
const FEW: usize = 8;

/// Whether there is anything to reveal: ideas are said aloud.
pub fn masks(hall: Hall, at: u8) -> bool {
    hall.read(|w| w.polls.get(usize::from(at).saturating_sub(1)).is_some_and(|poll| poll.kind != Kind::Ideas))
}

/// « 8. Titre ».
pub fn subject_name(hall: Hall, number: u16) -> String {
    let corpus = hall.store.corpus;
    corpus.by_number(number).map_or_else(|| format!("{number}."), |at| agenda_line(corpus, at))
}

fn shown(hall: Hall, poll: &Poll, on: On) -> Element {
    let inside = match results(poll) {
        Results::Ranking(scores) => {
            let most = scores.iter().map(|s| s.votes).max().unwrap_or(0).max(1);
            let items = scores.iter().map(|score| {
                let bar = el("progress", "xp-vote__bar", kids![])
                    .attr("max", most.to_string())
                    .attr("value", score.votes.to_string())
                    .attr("aria-hidden", "true");
                let inside = kids![
                    el("span", "xp-vote__rank", kids![score.rank.to_string(), spoken(": ")]),
                    el("span", "", kids![subject_name(hall, score.subject)]),
                    spoken("\u{a0}: "),
                    el("strong", "xp-vote__number", kids![score.votes.to_string()]),
                    spoken("\u{a0}voix"),
                    bar,
                ];
                el("li", "xp-vote__score", inside).attr("data-resultat", score.subject.to_string())
            });
            el("ul", "xp-vote__ranking", each(items)).class_if("xp-vote__many", scores.len() > FEW)
        }
        Results::Matrix(spots) => matrix(hall, poll, &spots),
        Results::Ideas(ideas) => {
            let items = ideas.iter().map(|idea| {
                let times = (idea.times > 1).then(|| format!(" ({} fois)", idea.times));
                el("li", "", kids![idea.text.clone(), times])
            });
            el("ul", "xp-vote__ideas", each(items)).class_if("xp-vote__many", ideas.len() > FEW)
        }
    };
    let results = el("div", "xp-vote__results", kids![inside]);
    if on == On::Next { results } else { results.attr("id", "resultats") }
}

/// Steps of an axis as they are drawn: halves.
const DRAWN: u8 = 2 * STEPS - 1;

/// Impact upwards, effort to the right: what is worth doing first is at the top on the left. The drawing is for the eye; the
/// list says it all, what gives most for least first.
fn matrix(hall: Hall, poll: &Poll, spots: &[Spot]) -> Element {
    let few = spots.len() <= FEW;
    let place = |mean: f64| (mean * 2.0).round() as u8 - 1;
    let cells = (1..=DRAWN).rev().flat_map(|impact| (1..=DRAWN).map(move |effort| (impact, effort)));
    let cells = cells.map(|(impact, effort)| {
        let here = spots.iter().filter(|s| place(s.impact) == impact && place(s.effort) == effort);
        let here: Vec<String> = here.map(|s| s.subject.to_string()).collect();
        el("span", "xp-vote__spot", kids![here.join(" ")]).attr("data-case", format!("{impact}-{effort}"))
    });
    let grid = kids![
        el("span", "xp-vote__axis", kids!["↑ Impact, de 1 à 5"]),
        el("div", "xp-vote__grid", each(cells)),
        el("span", "xp-vote__axis xp-vote__axis--end", kids!["Effort, de 1 à 5 →"]),
    ];
    let grid = el("div", "xp-vote__matrix", grid).attr("aria-hidden", "true");
    let items = top(poll, spots.len()).into_iter().filter_map(|subject| spots.iter().find(|s| s.subject == subject));
    let items = items.map(|s| {
        let (impact, effort) = (decimal(s.impact), decimal(s.effort));
        let times = count(s.ballots as usize, "bulletin", "bulletins");
        let name = if few { subject_name(hall, s.subject) } else { format!("Mesure\u{a0}{}", s.subject) };
        let text = format!("{name}\u{a0}: impact {impact}, effort {effort} ({times})");
        el("li", "", kids![text]).attr("data-place", s.subject.to_string())
    });
    el("div", "xp-vote__plot", kids![grid, el("ul", "xp-vote__means", each(items)).class_if("xp-vote__many", !few)])
}

/// In a sentence, for the conclusion.
pub fn results_of(hall: Hall, poll: &Poll) -> String {
    match results(poll) {
        Results::Ranking(scores) => {
            let first = scores.iter().filter(|s| s.rank == 1 && s.votes > 0);
            let names: Vec<String> = first.map(|s| subject_name(hall, s.subject)).collect();
            first_of(&names, "aucune voix")
        }
        Results::Matrix(_) => {
            let first: Vec<String> = top(poll, 1).into_iter().map(|s| subject_name(hall, s)).collect();
            first_of(&first, "rien de placé")
        }
        Results::Ideas(ideas) => count(ideas.len(), "idée", "idées"),
    }
}

/// The first ones, as many as a line holds.
fn first_of(names: &[String], none: &str) -> String {
    match names {
        [] => none.to_owned(),
        [one] => one.clone(),
        [one, others @ ..] => format!("{one} (et {} à égalité)", count(others.len(), "autre", "autres")),
    }
}
