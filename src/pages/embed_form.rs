//! The choices of « Intégrer »: what is shown, in which colours, with which filters, how high.

use super::embed::Embedding;
use crate::components::field::{Choices, choices, text_field};
use crate::domain::address::View;
use crate::domain::embed::{HEIGHT, HEIGHTS, Offer, Theme};
use crate::domain::facet::Facet;
use crate::domain::french::decimal;
use crate::kids;
use crate::platform::frame;
use crate::reactive::*;
use crate::store::Store;
use crate::view::node::{Element, each, el};

/// Least contrast of an accent with what it is written on (RGAA 3.2).
const LEAST: f64 = 4.5;

pub fn form(store: Store, own: Embedding) -> Element {
    let inside = kids![extent(own), colours(own), facets(store, own), height(own)];
    el("div", "xp-embed__form", inside)
}

fn extent(own: Embedding) -> Element {
    let alone = own.wish.with(|w| w.alone);
    choices(Choices {
        id: "etendue",
        legend: "Étendue",
        options: vec![
            ("seul", "Cette vue seule\u{a0}: ce qui mène ailleurs s’ouvre dans un autre onglet"),
            ("tout", "Tout l’explorateur, ouvert sur cette vue"),
        ],
        chosen: if alone { "seul" } else { "tout" },
        choose: move |key: &str| own.wish.update(|w| w.alone = key == "seul"),
    })
}

fn colours(own: Embedding) -> Element {
    let theme = own.wish.with(|w| w.theme);
    let themes = choices(Choices {
        id: "theme",
        legend: "Thème",
        options: vec![("auto", "celui du système du visiteur"), ("clair", "clair"), ("sombre", "sombre")],
        chosen: theme.key(),
        choose: move |key: &str| own.wish.update(|w| w.theme = Theme::by_key(key)),
    });
    let accents = [
        ("accent-clair", "Couleur d’accent, thème clair", "clair"),
        ("accent-sombre", "Couleur d’accent, thème sombre", "sombre"),
    ];
    let accents = accents.into_iter().enumerate().map(|(at, (id, label, mode))| {
        let refused = refusal(own, at);
        let type_in = move |text: &str| {
            own.typed[at].set(text.to_owned());
            judge(own, at, mode);
        };
        text_field(
            id,
            label,
            "par exemple #1f6b5c ; laisser vide pour celle de l’explorateur",
            own.typed[at].get(),
            refused,
            type_in,
        )
    });
    el("div", "xp-embed__part", kids![themes, each(accents)])
}

/// Why an accent is not taken.
fn refusal(own: Embedding, at: usize) -> Option<String> {
    let typed = own.typed[at].get();
    match own.contrast[at].get() {
        _ if typed.trim().is_empty() => None,
        Some(contrast) if contrast >= LEAST => None,
        Some(contrast) if contrast > 0.0 => {
            let said = decimal((contrast * 100.0).floor() / 100.0);
            Some(format!("Contraste de {said} avec le fond\u{a0}: il en faut 4,5 pour être lisible. Couleur refusée."))
        }
        _ => Some("Une couleur s’écrit # puis six chiffres ou lettres de a à f.".to_owned()),
    }
}

/// Asks the very script of the frame, so that both always agree.
fn judge(own: Embedding, at: usize, mode: &'static str) {
    let typed = colour(&own.typed[at].get_untracked());
    own.contrast[at].set(None);
    own.wish.update(|w| w.accents[at].clear());
    if typed.is_empty() {
        return;
    }
    spawn_local(async move {
        let contrast = frame::lowest_contrast(&typed, mode).await.unwrap_or(0.0);
        // Typed on meanwhile: the answer is about something else.
        if own.typed[at].try_get_untracked().is_some_and(|now| colour(&now) == typed) {
            own.contrast[at].set(Some(contrast));
            if contrast >= LEAST {
                own.wish.update(|w| w.accents[at] = typed);
            }
        }
    });
}

/// A colour as it is written in a style, from what is typed: the sign in front may be left out.
fn colour(typed: &str) -> String {
    let typed = typed.trim().to_lowercase();
    let digits = typed.len() == 6 && typed.bytes().all(|b| b.is_ascii_hexdigit());
    if digits { format!("#{typed}") } else { typed }
}

/// Only where there are facets: the list.
fn facets(store: Store, own: Embedding) -> Option<Element> {
    if store.view() != View::Measures {
        return None;
    }
    let rows = each(store.corpus.facets().map(|facet| offer(store, own, facet)));
    Some(el("fieldset", "xp-embed__part", kids![el("legend", "", kids!["Filtres proposés"]), rows]))
}

fn offer(store: Store, own: Embedding, facet: Facet) -> Element {
    let now = own.wish.with(|w| w.offers[facet.slot()]);
    let chosen = store.query.with(|q| !q.choice(facet).is_empty());
    let id = format!("filtre-{}", store.corpus.facet_key(facet));
    let option = |value: &'static str, text: &'static str, this: Offer| {
        el("option", "", kids![text]).attr("value", value).flag("selected", now == this)
    };
    let options = kids![
        option("propose", "proposé", Offer::Shown),
        option("cache", "caché", Offer::Hidden),
        chosen.then(|| option("fige", "fixé au choix actuel", Offer::Fixed)),
    ];
    let choose = move |key: &str| {
        let offer = match key {
            "cache" => Offer::Hidden,
            "fige" => Offer::Fixed,
            _ => Offer::Shown,
        };
        own.wish.update(|w| w.offers[facet.slot()] = offer);
    };
    let select = el("select", "xp-select", options).attr("id", id.clone()).on("change", choose);
    let label = el("label", "", kids![store.corpus.facet_label(facet).to_owned()]).attr("for", id);
    el("p", "xp-embed__row", kids![label, " ", select])
}

fn height(own: Embedding) -> Element {
    let fixed = own.wish.with(|w| w.height);
    let way = choices(Choices {
        id: "hauteur",
        legend: "Hauteur",
        options: vec![("auto", "celle du contenu (avec le script)"), ("fixe", "fixe")],
        chosen: if fixed.is_some() { "fixe" } else { "auto" },
        choose: move |key: &str| {
            own.height.set(HEIGHT.to_string());
            own.wish.update(|w| w.height = (key == "fixe").then_some(HEIGHT));
        },
    });
    let pixels = fixed.map(|_| {
        let asked = |text: &str| text.trim().parse().ok().filter(|height| HEIGHTS.contains(height));
        let typed = own.height.get();
        let write = move |text: &str| {
            own.height.set(text.to_owned());
            if let Some(height) = asked(text) {
                own.wish.update(|w| w.height = Some(height));
            }
        };
        let kept = format!("Un nombre entier, de 200 à 4\u{202f}000. L’extrait garde {}.", fixed.unwrap_or(HEIGHT));
        let refused = asked(&typed).is_none().then_some(kept);
        text_field("pixels", "Hauteur en pixels", "de 200 à 4\u{202f}000", typed, refused, write)
    });
    el("div", "xp-embed__part", kids![way, pixels])
}
