//! A workshop before it starts: what will be shown, what will be asked, and how it is led; then its stage, the leader's own
//! page and what came of it.

use super::draft::count_draft;
use super::hall::{Hall, measures};
use super::hall_files::{keeping, reopen};
use super::hall_keys::on_stage;
use super::hall_told::said;
use super::local::Local;
use super::minutes_page::minutes_page;
use super::polls::polls;
use super::presenter::presenter;
use super::selection::told;
use super::stage::stage;
use super::stage_panel::{card_name, letters};
use super::status::sentence;
use crate::components::field::text_field;
use crate::components::prose::{fold, subtitle, title};
use crate::domain::address::{Address, View};
use crate::domain::binary::digest;
use crate::domain::chart::Chart;
use crate::domain::french::count;
use crate::domain::label;
use crate::domain::stage::{Scene, Slide, Source, slide_key};
use crate::kids;
use crate::platform::page;
use crate::reactive::*;
use crate::store::{Step, Store};
use crate::view::node::{Element, Node, a, button, each, el};
use crate::workshop::edit::Edit;
use crate::workshop::poll::MOST_PEOPLE;
use crate::workshop::session::MOST_MINUTES;

const AHEAD: &str = "Préparé d’avance\u{a0}? Le compte rendu s’enregistre dès maintenant en un fichier .json, votes, notes et minutes compris\u{a0}: rouvrez-le ici le jour venu.";
const LEAD: &str = "Projetez des mesures à un groupe, sans réseau\u{a0}: une diapositive par mesure, le texte adopté lisible du fond de la salle, des votes comptés ici même, un compte rendu à emporter.";

pub fn workshop_page(store: Store, local: Local, scene: Scene) -> Element {
    let hall = local.hall;
    match scene {
        Scene::Prepare => prepare(store, local, hall),
        Scene::Stage(at) => stage(hall, local, at),
        Scene::Presenter(at) => presenter(hall, local, at),
        Scene::Minutes => minutes_page(store, local),
    }
}

fn prepare(store: Store, local: Local, hall: Hall) -> Element {
    let inside = kids![
        title(None, "Atelier".to_owned()),
        el("p", "xp-page__lead", kids![LEAD]),
        resume(hall),
        told(local.desk),
        sources(store),
        chart(store, hall),
        head(hall),
        polls(hall),
        plan(hall),
        go(hall),
        subtitle("Sur scène".to_owned()),
        letters(hall),
        reopen(),
        keeping(hall),
        super::offline::offline(store, local),
    ];
    el("div", "xp-page", inside)
}

/// Where one was when the page went.
fn resume(hall: Hall) -> Option<Element> {
    let (view, started, ended) = hall.read(|w| (w.view.clone(), w.started, w.ended));
    let started = started.filter(|_| ended.is_none() && !view.is_empty())?;
    // Read and written again: a file may say anything.
    let view = Address::parse(&view, hall.store.corpus).0.fragment(hall.store.corpus);
    // Going on keeps again, as starting did.
    let link = a("xp-button xp-button--main", view, kids!["Reprendre où l’on en était"])
        .attr("id", "reprendre-atelier")
        .on("click", move |_| hall.start());
    let text = format!("Un atelier est en cours, commencé le {}. ", started.label());
    Some(el("p", "xp-notice", kids![text, link]))
}

/// Which measures: those of the filters, those put aside, or one.
fn sources(store: Store) -> Element {
    let (shown, total) = store.selection(|s| (s.hits.len(), s.total()));
    let picked = store.read(|a| a.basket.len());
    let now = match store.view() {
        View::Workshop(source, _) => source,
        _ => Source::List,
    };
    let mut all = vec![
        (Source::List, format!("La liste\u{a0}: {}", sentence(shown, total))),
        (Source::Basket, format!("Ma sélection\u{a0}: {}, dans votre ordre", count(picked, "mesure", "mesures"))),
    ];
    if let Source::Measure(at) = now {
        all.push((now, label::measure(store.corpus, at)));
    }
    let options = all.into_iter().enumerate().map(|(at, (source, text))| {
        let own = format!("source-{at}");
        let choose = move |_: &str| store.edit(Step::Push, |a| a.view = View::Workshop(source, Scene::Prepare));
        let input = el("input", "", kids![])
            .attr("type", "radio")
            .attr("name", "source")
            .attr("id", own.clone())
            .flag("checked", source == now)
            .flag("disabled", source == Source::Basket && picked == 0)
            .on("change", choose);
        el("p", "xp-field__choice", kids![input, " ", el("label", "", kids![text]).attr("for", own)])
    });
    let ways = kids![
        a("xp-button", store.link(View::Measures), kids!["Changer les filtres"]).attr("id", "voir-liste"),
        " ",
        a("xp-button", store.link(View::Selection), kids!["Ma sélection"]).attr("id", "vers-selection"),
    ];
    let set = el("fieldset", "xp-field", kids![el("legend", "", kids!["Ce qu’on projette"]), each(options)]);
    el("div", "", kids![set, el("p", "xp-ways", ways)])
}

fn chart(store: Store, hall: Hall) -> Element {
    let now = store.read(|a| a.beside);
    let none = el("option", "", kids!["aucun"]).attr("value", "").flag("selected", now.is_none());
    let options = Chart::ALL.into_iter().map(|chart| {
        el("option", "", kids![label::chart(store.corpus, chart)])
            .attr("value", chart.key())
            .flag("selected", now == Some(chart))
    });
    let choose = move |key: &str| {
        let chart = Chart::by_key(key);
        store.edit(Step::Push, |a| a.beside = chart);
    };
    let field =
        el("select", "xp-select", kids![none, each(options)]).attr("id", "atelier-graphique").on("change", choose);
    let label = el("label", "", kids!["Un graphique, avant les mesures"]).attr("for", "atelier-graphique");
    let number = hall.deck.with(Vec::len);
    let said = el("p", "", kids![format!("En tout\u{a0}: {}.", count(number, "diapositive", "diapositives"))]).told();
    el("div", "", kids![el("p", "xp-field", kids![label, field]), said.attr("id", "diapositives")])
}

/// Title, place, how many people.
pub fn head(hall: Hall) -> Element {
    let (name, place, people) = hall.read(|w| (w.title.clone(), w.place.clone(), w.attendance));
    let (named, placed) = (hall.typing(Edit::Title), hall.typing(Edit::Place));
    let counted = move |text: &str| {
        hall.number(text, MOST_PEOPLE.into(), |people| Some(Edit::Attendance(people)));
    };
    let people = people.map(|n| n.to_string()).unwrap_or_default();
    let inside = kids![
        text_field("atelier-titre", "Titre de l’atelier", "il paraît sur la couverture", name, None, named),
        text_field("atelier-lieu", "Lieu", "facultatif", place, None, placed),
        text_field("atelier-presents", "Personnes présentes", "un nombre, facultatif", people, None, counted),
    ];
    el("section", "xp-screen", kids![subtitle("Cet atelier".to_owned()), inside, el("p", "", kids![said(hall)])])
}

/// How long each slide is to take, folded.
fn plan(hall: Hall) -> Element {
    let corpus = hall.store.corpus;
    let (planned, agenda) = hall.read(|w| (w.planned(), w.agenda.clone()));
    let cards = hall.deck.get();
    let rows = cards.iter().map(|card| {
        let key = slide_key(card.slide, corpus);
        let own = format!("minutes-{key}");
        let name = key.clone();
        let write = move |text: &str| {
            hall.number(text, MOST_MINUTES.into(), |minutes| Some(Edit::Minutes(name.clone(), minutes)))
        };
        let field = count_draft(own.clone(), agenda.get(&key).map(|&m| m.into()), MOST_MINUTES.into(), write);
        let label = el("label", "", kids![card_name(hall, card)]).attr("for", own);
        el("li", "xp-vote__line", kids![label, field]).key(digest(key.as_bytes()))
    });
    let name = match planned {
        0 => "Minutes prévues, diapositive par diapositive".to_owned(),
        planned => format!("Minutes prévues, diapositive par diapositive\u{a0}: {planned} en tout"),
    };
    fold(name, kids![el("ol", "xp-plan-minutes", each(rows))]).attr("id", "minutage")
}

fn go(hall: Hall) -> Element {
    let empty = measures(hall.store).is_empty();
    let started = hall.read(|w| w.started.is_some() && w.ended.is_none());
    let begin = move || {
        hall.start();
        let view = untrack(|| on_stage(hall));
        hall.store.edit(Step::Push, |a| a.view = view);
        hall.panel.set(None);
        hall.shown();
        page::after_paint(|| page::focus_top("titre"));
    };
    let stage =
        a("xp-button", hall.store.link(on_stage(hall)), kids!["Projeter sans rien garder"]).attr("id", "projeter-seul");
    let presenter = hall.store.link(hall.at(|_| Scene::Presenter(Slide::Cover)));
    let window = a("xp-button", presenter, kids!["Fenêtre de l’animateur (nouvelle fenêtre)"])
        .attr("id", "fenetre-animateur")
        .attr("target", "_blank")
        .attr("rel", "opener");
    let minutes = a("xp-button", hall.store.link(hall.at(|_| Scene::Minutes)), kids!["Compte rendu"]);
    let text = if started { "Projeter depuis le début" } else { "Commencer l’atelier" };
    let start = button("xp-button xp-button--main", kids![text], begin).attr("id", "commencer").flag("disabled", empty);
    let note = "Dès que vous commencez, votes, notes et place dans la suite sont gardés sur cet appareil à chaque changement, et s’effacent d’un bouton. Rien ne quitte l’appareil.";
    let nothing = "Aucune mesure à projeter\u{a0}: élargissez les filtres, ou choisissez des mesures.";
    let inside: Vec<Node> = kids![
        el("p", "xp-page__source", kids![if empty { nothing } else { note }]),
        el("p", "xp-page__source", kids![AHEAD]),
        el(
            "p",
            "xp-ways",
            kids![start, " ", (!started).then_some(stage), " ", window, " ", minutes.attr("id", "vers-compte-rendu")]
        ),
    ];
    el("section", "", inside)
}
