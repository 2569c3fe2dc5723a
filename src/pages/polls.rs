//! The questions that will be put to the room: each is a slide.

use super::draft::count_draft;
use super::hall::{Hall, measures};
use super::hall_told::{said, steps};
use crate::components::prose::subtitle;
use crate::domain::french::count;
use crate::kids;
use crate::platform::page;
use crate::reactive::*;
use crate::view::node::{Element, Node, button, each, el, spoken};
use crate::workshop::edit::Edit;
use crate::workshop::minutes::{WORTH, way};
use crate::workshop::poll::{Kind, MOST_DOTS, Method, Poll, Voter};

/// What is offered: name, question, kind, method.
const MODELS: [(&str, &str, Kind, Method); 5] = [
    ("Priorités, à main levée", "Quelles mesures d’abord\u{a0}?", Kind::Priority, Method::Hands),
    (
        "Priorités, 3 gommettes par personne",
        "Où mettez-vous vos gommettes\u{a0}?",
        Kind::Priority,
        Method::Dots { each: 3, by: Voter::Person },
    ),
    (
        "Priorités, 5 gommettes par table",
        "Où votre table met-elle ses gommettes\u{a0}?",
        Kind::Priority,
        Method::Dots { each: 5, by: Voter::Table },
    ),
    ("Impact et effort", "Quel effet, pour quel effort\u{a0}?", Kind::Matrix, Method::Hands),
    ("Texte libre", "Que faudrait-il d’autre\u{a0}?", Kind::Ideas, Method::Hands),
];

pub fn polls(hall: Hall) -> Element {
    let all = hall.read(|w| w.polls.clone());
    let items = all.iter().enumerate().map(|(at, poll)| item(hall, at, poll));
    let list = (!all.is_empty()).then(|| el("ol", "xp-polls", each(items)));
    let ways = MODELS.iter().enumerate().map(|(at, (name, ..))| {
        let add = move || add(hall, at);
        kids![button("xp-button", kids!["Ajouter\u{a0}: ", *name], add).attr("id", format!("vote-modele-{at}")), " "]
    });
    let note = "Chaque vote est une diapositive, après les mesures. Les résultats restent masqués jusqu’à ce que vous les révéliez. ";
    let inside: Vec<Node> = kids![
        subtitle("Votes".to_owned()),
        el("p", "", kids![note, WORTH]),
        list,
        el("p", "xp-ways", kids![steps(hall), said(hall)]),
        el("p", "xp-ways", each(ways)),
    ];
    el("section", "", inside)
}

/// Adds a question about the measures projected.
fn add(hall: Hall, at: usize) {
    let Some((_, question, kind, method)) = MODELS.get(at) else { return };
    let corpus = hall.store.corpus;
    let subjects = untrack(|| measures(hall.store)).into_iter().filter_map(|at| corpus.measure(at)).map(|m| m.number);
    let poll = Poll {
        id: 0,
        question: (*question).to_owned(),
        kind: *kind,
        method: *method,
        subjects: if *kind == Kind::Ideas { Vec::new() } else { subjects.collect() },
        ballots: Vec::new(),
        revealed: false,
    };
    hall.edit(Edit::AddPoll(poll));
    let number = hall.past.with_untracked(|past| past.now().polls.len());
    page::after_paint(move || page::focus_first(&[&format!("#question-{number}")]));
}

fn item(hall: Hall, at: usize, poll: &Poll) -> Element {
    let id = poll.id;
    let own = format!("question-{}", at + 1);
    let write = hall.typing(move |text| Edit::Question(id, text));
    let field = el("input", "xp-field__input", kids![])
        .attr("id", own.clone())
        .attr("type", "text")
        .attr("autocomplete", "off")
        .typed(poll.question.clone())
        .on("input", write);
    let label = el("label", "", kids![format!("Question du vote {}", at + 1)]).attr("for", own);
    let about = match poll.subjects.len() {
        0 => String::new(),
        n => format!(", sur {}", count(n, "mesure", "mesures")),
    };
    let now = move || {
        let corpus = hall.store.corpus;
        let all = untrack(|| measures(hall.store));
        let numbers = all.into_iter().filter_map(|at| corpus.measure(at)).map(|m| m.number).collect();
        hall.edit(Edit::Subjects(id, numbers));
    };
    let remove = move || {
        hall.edit(Edit::RemovePoll(id));
        page::after_paint(|| page::focus_first(&["#annuler"]));
    };
    let again = (poll.ballots.is_empty() && poll.kind != Kind::Ideas).then(|| {
        button("xp-link-button", kids!["Prendre les mesures projetées maintenant"], now)
            .attr("id", format!("sujets-{}", at + 1))
    });
    let name = spoken(format!(" {}", at + 1));
    let remove =
        button("xp-link-button", kids!["Retirer ce vote", name], remove).attr("id", format!("retirer-vote-{}", at + 1));
    let inside = kids![
        el("p", "xp-field", kids![label, field]),
        (poll.kind == Kind::Priority).then(|| method(hall, at, poll)),
        el("p", "xp-page__source", kids![way(poll), about, ". ", again, " ", remove]),
    ];
    el("li", "", inside).key(u64::from(id))
}

/// How a priority is voted, and how many dots each has; settled by the first ballot.
fn method(hall: Hall, at: usize, poll: &Poll) -> Element {
    let (id, now) = (poll.id, poll.method);
    let each_has = match now {
        Method::Dots { each, .. } => each,
        Method::Hands => 3,
    };
    let fixed = !poll.ballots.is_empty();
    let (way, number) = (format!("methode-{}", at + 1), format!("gommettes-{}", at + 1));
    let hands = el("option", "", kids!["à main levée"]).attr("value", "").flag("selected", now == Method::Hands);
    let dots = Voter::ALL.iter().map(|&by| {
        let selected = matches!(now, Method::Dots { by: same, .. } if same == by);
        el("option", "", kids![format!("gommettes {}", by.label())]).attr("value", by.key()).flag("selected", selected)
    });
    let choose = move |key: &str| {
        let method = Voter::by_key(key).map_or(Method::Hands, |by| Method::Dots { each: each_has, by });
        hall.edit(Edit::Method(id, method));
    };
    let select = el("select", "xp-select", kids![hands, each(dots)])
        .attr("id", way.clone())
        .flag("disabled", fixed)
        .on("change", choose);
    let label =
        el("label", "", kids!["Comment vote-t-on\u{a0}? ", spoken(format!("Vote {}", at + 1))]).attr("for", way);
    let count = match now {
        Method::Hands => None,
        Method::Dots { by, .. } => Some(dots_of_each(hall, id, number, each_has, by, fixed)),
    };
    let settled =
        fixed.then(|| el("p", "xp-field__help", kids!["Des bulletins sont saisis\u{a0}: la méthode ne change plus."]));
    el("div", "xp-polls__way", kids![el("p", "xp-field", kids![label, select]), count, settled])
}

/// Out of bounds, it is said and the number stays what it was.
fn dots_of_each(hall: Hall, id: u32, own: String, each: u8, by: Voter, fixed: bool) -> Element {
    let write = move |text: &str| {
        hall.number(text, MOST_DOTS.into(), |each| {
            Some(Edit::Method(id, Method::Dots { each: each.unwrap_or_default(), by }))
        })
    };
    let field = count_draft(own.clone(), Some(each.into()), MOST_DOTS.into(), write).flag("disabled", fixed);
    let label = el("label", "", kids![format!("Gommettes {}", by.label())]).attr("for", own);
    el("p", "xp-field", kids![label, field])
}
