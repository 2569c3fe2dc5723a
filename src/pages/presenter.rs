//! What who leads sees: the slide on the wall, the next one, their notes, the time.

use super::ballots::ballots;
use super::draft::count_draft;
use super::hall::Hall;
use super::hall_keys::{on_stage, reveal};
use super::local::Local;
use super::shelf::Keeping;
use super::slide::{On, slide, slide_number};
use super::stage_panel::card_name;
use super::timer::{elapsed, left, ticking};
use super::vote::masks;
use super::vote_entry::entry;
use crate::components::prose::{fold, subtitle, title};
use crate::domain::stage::{Scene, Slide, slide_key};
use crate::kids;
use crate::reactive::*;
use crate::view::node::{Element, a, button, each, el};
use crate::workshop::edit::Edit;
use crate::workshop::session::MOST_MINUTES;
use crate::workshop::{Workshop, deck};

pub fn presenter(hall: Hall, local: Local, at: Slide) -> Element {
    let cards = hall.deck.get();
    let place = deck::at(&cards, at);
    let Some(card) = cards.get(place) else { return el("div", "xp-page", kids![]) };
    let next = cards.get(place + 1);
    let here = kids![
        subtitle(format!("Au mur\u{a0}: {} sur {}", place + 1, cards.len())),
        slide(hall, local, card, On::Presenter).key(1),
        keys(hall, card.slide),
        entering(hall, card.slide),
    ];
    let then = kids![
        subtitle("Ensuite".to_owned()),
        match next {
            Some(next) => kids![
                slide(hall, local, next, On::Next).key(2),
                el("p", "xp-page__source", kids![card_name(hall, next)])
            ],
            None => kids![el("p", "", kids!["C’est la dernière diapositive."])],
        },
        clocks(hall, card.slide),
        notes(hall, card.slide),
    ];
    let inside = kids![
        title(None, "Animateur".to_owned()),
        el("p", "xp-page__source", kids![kept(hall)]),
        el(
            "div",
            "xp-presenter",
            kids![el("section", "xp-presenter__now", here), el("section", "xp-presenter__next", then)]
        ),
        agenda(hall, place),
    ];
    let key = slide_key(card.slide, hall.store.corpus);
    el("div", "xp-page xp-page--wide", inside).attr("data-animateur", key)
}

fn kept(hall: Hall) -> &'static str {
    match hall.shelf.keeping.get() {
        Keeping::Kept => {
            "Votes et notes sont gardés sur cet appareil à chaque saisie\u{a0}; le compte rendu permet de tout effacer."
        }
        Keeping::Unasked => "L’atelier n’est pas commencé\u{a0}: rien n’est gardé si cette page se ferme.",
        Keeping::Refused => "Le navigateur refuse de garder\u{a0}: enregistrez le compte rendu avant de fermer.",
    }
}

fn keys(hall: Hall, at: Slide) -> Element {
    let act = |id: &'static str, text: &'static str, run: fn(Hall)| {
        button("xp-button", kids![text], move || run(hall)).attr("id", id)
    };
    let reveal = match at {
        Slide::Vote(at) if masks(hall, at) => {
            Some(button("xp-button", kids!["Révéler ou masquer"], move || reveal(hall, at)).attr("id", "reveler"))
        }
        _ => None,
    };
    let stage = a("xp-button", hall.store.link(on_stage(hall)), kids!["Fenêtre de projection (nouvelle fenêtre)"]);
    let inside = kids![
        act("precedente", "← Précédente", |hall| hall.step(-1)),
        " ",
        act("suivante", "Suivante →", |hall| hall.step(1)),
        " ",
        act("noir", if hall.wall.get().blank { "Rallumer le mur" } else { "Écran noir" }, |hall| hall
            .blank(!hall.wall.with_untracked(|w| w.blank))),
        " ",
        act("minuterie", "Minuteur au mur", |hall| hall.set_wall(|w| w.timed = !w.timed)),
        " ",
        reveal,
        " ",
        stage.attr("id", "projeter-fenetre").attr("target", "_blank").attr("rel", "opener"),
        " ",
        a("xp-button", hall.store.link(hall.at(|_| Scene::Minutes)), kids!["Compte rendu"])
            .attr("id", "vers-compte-rendu"),
    ];
    let wall = hall.wall.get();
    let dark = wall.blank.then(|| el("span", "xp-told--wrong", kids![" Le mur est noir."]));
    el("p", "xp-ways", kids![inside, dark])
}

/// What the room says of the vote on the wall, and each ballot to be taken away.
fn entering(hall: Hall, at: Slide) -> Option<Element> {
    let Slide::Vote(at) = at else { return None };
    let poll = hall.read(|w| w.polls.get(usize::from(at).saturating_sub(1)).cloned())?;
    let name = format!("Corriger un bulletin ({})", poll.ballots.len());
    let corrections = (!poll.ballots.is_empty()).then(|| fold(name, kids![ballots(hall, &poll)]));
    let inside = kids![subtitle("Saisir".to_owned()), entry(hall, &poll), corrections];
    Some(el("section", "xp-presenter__entry", inside).key(u64::from(poll.id)))
}

fn clocks(hall: Hall, at: Slide) -> Element {
    let key = slide_key(at, hall.store.corpus);
    let planned = hall.read(|w| w.agenda.get(&key).copied());
    let write =
        move |text: &str| hall.number(text, MOST_MINUTES.into(), |minutes| Some(Edit::Minutes(key.clone(), minutes)));
    let field = count_draft("minutes".to_owned(), planned.map(u32::from), MOST_MINUTES.into(), write);
    el(
        "p",
        "xp-presenter__clock",
        kids![
            "Depuis le début\u{a0}: ",
            ticking(hall, "ecoule", elapsed),
            ". ",
            el("label", "", kids!["Minutes prévues ici "]).attr("for", "minutes"),
            field,
            " ",
            ticking(hall, "reste", left),
        ],
    )
}

fn notes(hall: Hall, at: Slide) -> Element {
    let key = slide_key(at, hall.store.corpus);
    let text = hall.read(|w| w.notes.get(&key).cloned().unwrap_or_default());
    let name = key.clone();
    let write = hall.typing(move |text| Edit::Note(name.clone(), text));
    let field = el("textarea", "xp-presenter__notes", kids![])
        .attr("id", format!("notes-{key}"))
        .attr("rows", "8")
        .typed(text)
        .on("input", write);
    let label = el("label", "", kids!["Notes sur cette diapositive"]).attr("for", format!("notes-{key}"));
    // Another slide, another field: its undoing is its own.
    el("p", "xp-field", kids![label, field]).key(slide_number(at, hall))
}

/// Every slide with its minutes.
fn agenda(hall: Hall, place: usize) -> Element {
    let cards = hall.deck.get();
    let minutes = hall.read(|w| w.agenda.clone());
    let total = hall.read(Workshop::planned);
    let items = cards.iter().enumerate().map(|(at, card)| {
        let slide = card.slide;
        let planned = minutes.get(&slide_key(slide, hall.store.corpus)).map(|m| format!(" ({m}\u{a0}min)"));
        let link = button("xp-link-button", kids![card_name(hall, card), planned], move || hall.go(slide));
        let link = link.attr("id", format!("diapo-{}", at + 1));
        let link = if at == place { link.attr("aria-current", "true") } else { link };
        el("li", "", kids![link])
    });
    let name = if total > 0 { format!("Déroulé ({total}\u{a0}min prévues)") } else { "Déroulé".to_owned() };
    el("section", "", kids![subtitle(name), el("ol", "xp-presenter__agenda", each(items))])
}
