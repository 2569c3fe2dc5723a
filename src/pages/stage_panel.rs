//! What is laid over a slide: all of them at once, a number to go to, other filters, the code of the view, the keys.

use super::draft::draft;
use super::filters::filters;
use super::hall::{Hall, Panel, measures};
use super::hall_keys::HELP;
use super::hall_told::said;
use super::local::Local;
use super::status::{sentence, status};
use crate::domain::address::View;
use crate::domain::french::quoted;
use crate::domain::stage::{Slide, Source, slide_key};
use crate::kids;
use crate::platform::{history, page};
use crate::reactive::*;
use crate::store::Step;
use crate::view::node::{Element, Node, button, each, el};
use crate::workshop::deck::Card;
use crate::workshop::{minutes, qr};

pub fn panel(hall: Hall, local: Local, panel: Panel, place: usize) -> Element {
    let (name, inside) = match panel {
        Panel::Overview => ("Vue d’ensemble", overview(hall, place)),
        Panel::Go => ("Aller à une mesure", go(hall)),
        Panel::Filter => ("Choisir d’autres mesures", filter(hall, local)),
        Panel::Code => ("Cette vue sur un téléphone", code(hall)),
        Panel::Help => ("Touches", help(hall)),
    };
    let title = el("h2", "xp-volet__title", kids![name]).attr("id", "volet-titre").attr("tabindex", "-1");
    let close = button("xp-button", kids!["Fermer"], move || hall.toggle(panel)).attr("id", "fermer");
    let head = el("div", "xp-volet__head", kids![title, close]);
    el("div", "xp-volet", kids![head, inside])
        .attr("role", "dialog")
        .attr("aria-modal", "true")
        .attr("aria-labelledby", "volet-titre")
        .class_if("xp-volet--wide", panel == Panel::Overview)
        .key(100 + panel as u64)
}

fn overview(hall: Hall, place: usize) -> Vec<Node> {
    let cards = hall.deck.get();
    let items = cards.iter().enumerate().map(|(at, card)| {
        let slide = card.slide;
        let go = move || {
            hall.panel.set(None);
            hall.go(slide);
        };
        let name = kids![el("span", "xp-slide__number", kids![(at + 1).to_string()]), " ", card_name(hall, card)];
        let link = button("xp-volet__slide", name, go).attr("id", format!("diapo-{}", at + 1));
        let link = if at == place { link.attr("aria-current", "true") } else { link };
        el("li", "", kids![link])
    });
    kids![el("ol", "xp-volet__grid", each(items))]
}

/// What a slide is called, in a list of all.
pub fn card_name(hall: Hall, card: &Card) -> String {
    let corpus = hall.store.corpus;
    hall.read(|workshop| minutes::slide(corpus, workshop, &slide_key(card.slide, corpus)))
}

fn go(hall: Hall) -> Vec<Node> {
    let numbers: Vec<String> = measures(hall.store)
        .into_iter()
        .filter_map(|at| hall.store.corpus.measure(at))
        .map(|m| m.number.to_string())
        .collect();
    // At the change, which Enter makes: a number half typed is another number.
    let typed = move |text: &str| {
        let found = text.trim().parse().ok().and_then(|n| hall.store.corpus.by_number(n));
        match found.filter(|at| untrack(|| measures(hall.store)).contains(at)) {
            Some(at) => {
                hall.panel.set(None);
                hall.go(Slide::Measure(at, 1));
                true
            }
            None if text.trim().is_empty() => true,
            None => hall.refuse(format!("Pas de mesure {} dans cette suite.", quoted(text.trim()))),
        }
    };
    let field = draft("aller".to_owned(), typed).attr("inputmode", "numeric");
    let field = field.attr("aria-describedby", "aller-aide");
    let help = format!("Puis Entrée. Dans cette suite\u{a0}: {}.", numbers.join(", "));
    kids![el(
        "p",
        "xp-field",
        kids![
            el("label", "", kids!["Numéro de la mesure"]).attr("for", "aller"),
            field,
            el("span", "xp-field__help", kids![help]).attr("id", "aller-aide"),
            said(hall),
        ]
    )]
}

fn filter(hall: Hall, local: Local) -> Vec<Node> {
    let (shown, total) = hall.store.selection(|s| (s.hits.len(), s.total()));
    let change = move || {
        let view = untrack(|| hall.slide()).map(|(scene, _)| View::Workshop(Source::List, scene));
        hall.store.edit(Step::Replace, |a| a.view = view.unwrap_or(a.view));
        page::after_paint(|| page::focus_first(&["#volet-titre"]));
    };
    let follows = matches!(hall.store.view(), View::Workshop(Source::List, _));
    let change = (!follows).then(|| {
        let button =
            button("xp-button", kids!["Projeter plutôt la liste filtrée"], change).attr("id", "suivre-filtres");
        el(
            "p",
            "",
            kids!["La suite projetée est votre choix de mesures\u{a0}: les filtres ne la changent pas. ", button],
        )
    });
    let told = if follows { " La suite des diapositives change aussitôt." } else { "" };
    kids![
        status(hall.store),
        change,
        el("p", "", kids![format!("{}.{told}", sentence(shown, total))]),
        filters(hall.store, local),
    ]
}

fn code(hall: Hall) -> Vec<Node> {
    let Some((_, slide)) = hall.slide() else { return Vec::new() };
    let fragment = hall.store.link(hall.elsewhere(slide));
    let address = history::href_with(&fragment);
    let picture = qr::image(&address).map(|source| {
        let said = "Code QR de l’adresse de cette vue, écrite ci-dessous";
        el("img", "xp-volet__code", kids![]).attr("src", source).attr("alt", said).attr("id", "qr")
    });
    let text = match (picture.is_some(), address.starts_with("file:")) {
        (_, true) => "Cette adresse est celle d’un fichier\u{a0}: elle ne s’ouvre que sur cette machine.",
        (false, _) => "L’adresse est trop longue pour un code\u{a0}: enlevez des filtres, ou copiez-la.",
        (true, false) => "À viser avec un téléphone\u{a0}: la même vue s’y ouvre, filtres compris.",
    };
    kids![picture, el("p", "", kids![text]), el("p", "xp-volet__address", kids![address])]
}

fn help(hall: Hall) -> Vec<Node> {
    let rows = HELP.into_iter().map(|(keys, does)| {
        el("tr", "", kids![el("th", "", kids![keys]).attr("scope", "row"), el("td", "", kids![does])])
    });
    let caption = el("caption", "xp-hidden", kids!["Touches de la scène"]);
    let table = el("table", "xp-volet__keys", kids![caption, el("tbody", "", each(rows))]);
    kids![letters(hall), table]
}

/// Letters alone can be switched off: a room may dictate them, a cat may walk on them (RGAA 12.10).
pub fn letters(hall: Hall) -> Element {
    let input = el("input", "", kids![])
        .attr("id", "lettres")
        .attr("type", "checkbox")
        .flag("checked", hall.letters.get())
        .on("change", move |_| {
            hall.letters.update(|on| *on = !*on);
            page::after_paint(|| page::focus_without_scroll("lettres"));
        });
    let label = el("label", "", kids!["Raccourcis d’une seule lettre sur la scène"]).attr("for", "lettres");
    el("p", "xp-field__choice", kids![input, " ", label])
}
