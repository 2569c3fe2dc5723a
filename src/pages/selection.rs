//! The measures put aside, in the visitor's order: from here to a roadmap.

use super::basket::{move_to, selection_of};
use super::desk::Desk;
use super::keeping::keeping;
use super::links::asked_chips;
use super::local::Local;
use super::pick::{pick, pick_all};
use crate::components::prose::{subtitle, title};
use crate::domain::address::View;
use crate::domain::corpus::MeasureIdx;
use crate::domain::french::{count, plural};
use crate::domain::label;
use crate::domain::query::Query;
use crate::domain::stage::{Scene, Source};
use crate::domain::views::Layout;
use crate::kids;
use crate::platform::drag::{DRAG, DROP};
use crate::platform::page;
use crate::reactive::*;
use crate::store::{Step, Store};
use crate::view::node::{Element, Node, a, button, each, el, spoken};

pub fn selection_page(store: Store, local: Local) -> Element {
    let basket = store.read(|a| a.basket.clone());
    let lead = match basket.len() {
        0 => "Votre sélection est vide. Sur chaque mesure, le bouton «\u{a0}Ma sélection\u{a0}» l’y met\u{202f}; elle tient dans l’adresse de la page, que vous pouvez envoyer.".to_owned(),
        n => format!("{}, dans votre ordre. La sélection tient dans l’adresse de la page\u{a0}: le lien copié l’emporte.", count(n, "mesure", "mesures")),
    };
    let inside = kids![
        title(None, "Ma sélection".to_owned()),
        el("p", "xp-page__lead", kids![lead]),
        other(store, local.desk),
        (!basket.is_empty()).then(|| list(store, local.desk, &basket)),
        ways(store, local.desk, &basket),
        told(local.desk),
        all_shown(store),
        keeping(local.desk),
    ];
    el("div", "xp-page", inside)
}

/// What came of the last thing asked for.
pub fn told(desk: Desk) -> Element {
    let told = desk.told_here();
    let wrong = told.as_ref().is_some_and(|t| t.wrong);
    let text = told.map(|t| t.text);
    el("p", "xp-told", kids![text]).class_if("xp-told--wrong", wrong).told()
}

fn list(store: Store, desk: Desk, basket: &[MeasureIdx]) -> Element {
    let items = basket.iter().enumerate().filter_map(|(at, &measure)| item(store, desk, basket.len(), at, measure));
    el("ol", "xp-chosen", each(items)).attr("id", "selection")
}

fn item(store: Store, desk: Desk, all: usize, at: usize, measure: MeasureIdx) -> Option<Element> {
    let found = store.corpus.measure(measure)?;
    let number = found.number;
    let name = label::measure(store.corpus, measure);
    let to = move |to: usize, id: String| {
        move || {
            store.edit(Step::Push, |a| move_to(&mut a.basket, measure, to));
            let place = untrack(|| store.read(|a| a.basket.iter().position(|&m| m == measure)));
            page::after_paint({
                let id = id.clone();
                // At an end its button sleeps: the focus goes to the other one.
                move || page::focus_first(&[&format!("#{id}:enabled"), &format!("#place-{number} button:enabled")])
            });
            if let Some(at) = place {
                desk.tell(format!("Mesure\u{a0}{number}\u{a0}: place\u{a0}{} sur\u{a0}{all}.", at + 1), false);
            }
        }
    };
    let step = |id: &str, sign: &'static str, word: &str, place: Option<usize>| {
        let id = format!("{id}-{number}");
        let inside = kids![el("span", "", kids![sign]).attr("aria-hidden", "true"), spoken(format!("{word} {name}"))];
        let step = button("xp-button xp-button--small", inside, to(place.unwrap_or(at), id.clone()));
        step.attr("id", id).flag("disabled", place.is_none())
    };
    let link = a("", store.link(View::Measure(measure)), kids![format!("{name}. {}", found.title())]);
    let moves = kids![
        step("monter", "↑", "Monter", at.checked_sub(1)),
        " ",
        step("descendre", "↓", "Descendre", (at + 1 < all).then_some(at + 1)),
        " ",
        pick(store, measure, found),
    ];
    let item = el(
        "li",
        "xp-chosen__item",
        kids![
            el("p", "", kids![link.attr("draggable", "false")]),
            el("p", "xp-chosen__ways", moves).attr("id", format!("place-{number}"))
        ],
    );
    let key = format!("mesure:{number}");
    Some(item.attr("draggable", "true").attr(DRAG, key.clone()).attr(DROP, key).key(u64::from(number)))
}

fn ways(store: Store, desk: Desk, basket: &[MeasureIdx]) -> Element {
    let roadmap = store.link(View::Roadmap(Layout::Table));
    let workshop = View::Workshop(Source::Basket, Scene::Prepare);
    let inside = match basket.is_empty() {
        true => kids![
            a("xp-button", store.link(View::Measures), kids!["Choisir dans la liste"]).attr("id", "voir-liste"),
            " ",
            a("xp-button", store.link(View::Profile), kids!["Ce qui me concerne"]).attr("id", "vers-parcours"),
            " ",
            a("xp-button", roadmap, kids!["Feuille de route"]).attr("id", "vers-feuille"),
        ],
        false => {
            let (mine, number) = (basket.to_vec(), basket.len());
            let start = move || {
                desk.add(&mine);
                store.follow(&untrack(|| store.link(View::Roadmap(Layout::Table))));
                page::after_paint(|| page::focus_top("titre"));
            };
            let text = format!("Faire une feuille de route de {}", plural(number, "cette mesure", "ces mesures"));
            let clear = move || {
                store.edit(Step::Push, |a| a.basket.clear());
                page::after_paint(|| page::focus_without_scroll("titre"));
            };
            kids![
                button("xp-button xp-button--main", kids![text], start).attr("id", "faire-feuille"),
                " ",
                button("xp-button", kids!["Vider la sélection"], clear).attr("id", "vider"),
                " ",
                a("xp-button", store.link(View::Measures), kids!["Retour à la liste"]).attr("id", "voir-liste"),
                " ",
                a("xp-button", store.link(workshop), kids!["Projeter en atelier"]).attr("id", "vers-atelier"),
            ]
        }
    };
    el("p", "xp-ways", inside)
}

/// Everything the filters show, in one go.
fn all_shown(store: Store) -> Option<Element> {
    if store.query.with(Query::is_empty) {
        return None;
    }
    let add = pick_all(store, store.selection(|s| s.hits.clone()));
    let said = if add.is_some() {
        "Vos filtres montrent des mesures qui n’y sont pas."
    } else {
        "Tout ce que montrent vos filtres y est déjà."
    };
    let inside: Vec<Node> = kids![
        subtitle("Ce que montrent vos filtres".to_owned()),
        asked_chips(store, "titre"),
        el("p", "", kids![said, " ", add]),
    ];
    Some(el("section", "xp-page", inside))
}

/// Another selection that the device keeps.
fn other(store: Store, desk: Desk) -> Option<Element> {
    let text = desk.other.get()?;
    let kept = selection_of(store, &text);
    let here = store.read(|a| a.basket.is_empty());
    let number = count(kept.len(), "mesure", "mesures");
    let done = move || {
        desk.other.set(None);
        desk.keep_selection();
        page::after_paint(|| page::focus_without_scroll("titre"));
    };
    let add = move || {
        let kept = kept.clone();
        store.edit(Step::Push, |a| {
            kept.iter().for_each(|m| {
                if !a.basket.contains(m) {
                    a.basket.push(*m)
                }
            })
        });
        done();
    };
    let words = if here { "La reprendre" } else { "L’ajouter à celle-ci" };
    let inside = kids![
        format!("Cet appareil garde une autre sélection ({number}). "),
        button("xp-button", kids![words], add).attr("id", "reprendre-selection"),
        " ",
        button("xp-button", kids!["L’oublier"], done).attr("id", "oublier-selection"),
    ];
    Some(el("p", "xp-notice", inside))
}
