//! The stage: one slide on the whole screen, a discreet bar, and what is laid over it when asked for.

use super::hall::{Beam, Hall, Panel};
use super::hall_keys::{fill, reveal};
use super::local::Local;
use super::slide::{On, slide, slide_number};
use super::stage_panel::panel;
use super::timer::{elapsed, left, ticking};
use super::vote::masks;
use crate::domain::stage::{Scene, Slide, slide_key};
use crate::kids;
use crate::reactive::*;
use crate::view::node::{Element, Node, a, button, el, spoken};
use crate::workshop::deck;

pub fn stage(hall: Hall, local: Local, at: Slide) -> Element {
    let wall = hall.wall.get();
    let cards = hall.deck.get();
    let place = deck::at(&cards, at);
    let Some(card) = cards.get(place) else { return el("div", "xp-stage", kids![]) };
    let over = hall.panel.get();
    // While something lies over it the slide is out of reach, for the keyboard and for a screen reader.
    let shown =
        slide(hall, local, card, On::Stage).flag("inert", over.is_some() || wall.blank).flag("hidden", wall.blank);
    let blank = wall.blank.then(|| {
        let back = move || hall.blank(false);
        el(
            "div",
            "xp-stage__blank",
            kids![button("xp-stage__key", kids!["Rallumer l’écran"], back).attr("id", "rallumer")],
        )
    });
    let inside = kids![
        // Another ground is another slide too: a chart is drawn for one.
        shown.key(slide_number(card.slide, hall) ^ u64::from(wall.beam == Beam::Dark)),
        blank,
        over.map(|over| panel(hall, local, over, place)),
        bar(hall, place, cards.len(), card.slide).flag("inert", over.is_some()).flag("hidden", wall.blank),
    ];
    el("section", "xp-stage", inside)
        .attr("aria-label", "Scène")
        .attr("data-diapo", slide_key(card.slide, hall.store.corpus))
        .attr("data-taille", wall.size.to_string())
        .attr("data-fond", if wall.beam == Beam::Dark { "sombre" } else { "clair" })
}

fn bar(hall: Hall, place: usize, all: usize, at: Slide) -> Element {
    let wall = hall.wall.get();
    let key = |id: &'static str, sign: &'static str, name: &'static str, act: Act| {
        let inside = kids![el("span", "", kids![sign]).attr("aria-hidden", "true"), spoken(name)];
        button("xp-stage__key", inside, move || act.run(hall)).attr("id", id).attr("title", name)
    };
    let timer = wall.timed.then(|| kids![ticking(hall, "minuteur", elapsed), ticking(hall, "minuteur-reste", left)]);
    let reveal = match at {
        Slide::Vote(at) if masks(hall, at) => {
            Some(key("reveler", "Révéler", "Révéler ou masquer les résultats", Act::Reveal(at)))
        }
        _ => None,
    };
    let presenter = hall.store.link(hall.at(|_| Scene::Presenter(at)));
    let window = a("xp-stage__key", presenter, kids!["Animateur", spoken(" (nouvelle fenêtre)")])
        .attr("id", "fenetre")
        .attr("target", "_blank")
        .attr("rel", "opener");
    let quit = a("xp-stage__key", hall.store.link(hall.at(|_| Scene::Prepare)), kids!["Quitter"]).attr("id", "quitter");
    let told = match (hall.leaving.get(), hall.unfilled.get()) {
        (true, _) => "Échap encore une fois pour quitter la scène.",
        (false, true) => "Plein écran refusé\u{a0}: touche F11, ou menu du navigateur.",
        (false, false) => "",
    };
    let told = el("span", "xp-stage__told", kids![told]).told();
    let inside: Vec<Node> = kids![
        key("precedente", "←", "Diapositive précédente", Act::Step(-1)),
        el("span", "xp-stage__place", kids![format!("{} / {all}", place + 1), spoken(" diapositives")]),
        key("suivante", "→", "Diapositive suivante", Act::Step(1)),
        timer,
        reveal,
        told,
        el("span", "xp-stage__gap", kids![]),
        key("ensemble", "Ensemble", "Vue d’ensemble", Act::Panel(Panel::Overview)),
        key("filtrer", "Filtrer", "Filtrer\u{a0}: choisir d’autres mesures", Act::Panel(Panel::Filter)),
        key("code", "QR", "Code QR de cette vue", Act::Panel(Panel::Code)),
        key("fond", "◐", "Fond clair ou sombre", Act::Beam),
        key("moins", "−", "Texte plus petit", Act::Size(-1)),
        key("plus", "+", "Texte plus grand", Act::Size(1)),
        key("plein-ecran", "Plein écran", "Plein écran", Act::Full),
        key("aide", "?", "Touches et aide", Act::Panel(Panel::Help)),
        window,
        quit,
    ];
    el("nav", "xp-stage__bar", inside).attr("aria-label", "Diapositives")
}

/// What a button of the bar does.
#[derive(Clone, Copy)]
enum Act {
    Step(isize),
    Size(isize),
    Panel(Panel),
    Reveal(u8),
    Beam,
    Full,
}

impl Act {
    fn run(self, hall: Hall) {
        match self {
            Act::Step(by) => hall.step(by),
            Act::Size(by) => hall.resize(by),
            Act::Panel(panel) => hall.toggle(panel),
            Act::Reveal(at) => reveal(hall, at),
            Act::Beam => hall.turn_beam(),
            Act::Full => fill(hall),
        }
    }
}
