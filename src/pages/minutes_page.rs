//! What came of a workshop: who, when, then the document one takes away, as it is; what was entered, to correct it.

use super::ballots::ballots;
use super::hall::Hall;
use super::hall_files::{files_of, keeping, reopen};
use super::hall_told::{said, steps};
use super::local::Local;
use super::selection::told;
use super::workshop::head;
use crate::components::paper::paper;
use crate::components::prose::{fold, subtitle, title};
use crate::domain::address::View;
use crate::domain::french::plural;
use crate::domain::stage::Scene;
use crate::domain::views::Layout;
use crate::kids;
use crate::platform::{clock, page};
use crate::store::{Step, Store};
use crate::view::node::{Element, a, button, each, el};
use crate::workshop::Moment;
use crate::workshop::count::top;
use crate::workshop::edit::Edit;
use crate::workshop::minutes;

/// Measures that a roadmap starts from.
const FIRST: usize = 5;

pub fn minutes_page(store: Store, local: Local) -> Element {
    let hall = local.hall;
    let document = hall.read(|w| minutes::document(store.corpus, w));
    let named = hall.read(|w| !w.title.trim().is_empty());
    let printed = named.then(|| el("h2", "xp-minutes__printed", kids![document.title]));
    let lines = each(document.lines.into_iter().map(|line| el("p", "xp-minutes__printed", kids![line])));
    let inside = kids![
        title(None, "Compte rendu d’atelier".to_owned()),
        times(hall),
        told(local.desk),
        head(hall),
        el("p", "xp-screen", kids![said(hall)]),
        printed,
        lines,
        paper(&document.blocks),
        entered(hall),
        roadmap(store, local),
        files_of(hall),
        reopen(),
        keeping(hall),
    ];
    el("div", "xp-page xp-minutes", inside)
}

/// When it was, and what can be done about it.
fn times(hall: Hall) -> Element {
    let (started, ended) = hall.read(|w| (w.started, w.ended));
    let said = match (started, ended) {
        (None, _) => "L’atelier n’a pas commencé.".to_owned(),
        (Some(start), None) => format!("Commencé le {}, en cours.", start.label()),
        (Some(start), Some(end)) => format!("Du {} au {}.", start.label(), end.label()),
    };
    let finish = move || {
        if let Some(now) = Moment::parse(&clock::moment()) {
            hall.edit(Edit::End(now));
            page::after_paint(|| page::focus_first(&["#rouvrir"]));
        }
    };
    let resume = move || {
        hall.edit(Edit::Resume);
        page::after_paint(|| page::focus_first(&["#terminer"]));
    };
    let going = started.is_some() && ended.is_none();
    let end = going.then(|| button("xp-button", kids!["Terminer l’atelier"], finish).attr("id", "terminer"));
    let again = ended.is_some().then(|| button("xp-button", kids!["Le rouvrir"], resume).attr("id", "rouvrir"));
    let back = a("xp-button", hall.store.link(hall.at(|_| Scene::Prepare)), kids!["Préparation"]).attr("id", "retour");
    let inside = kids![
        el("p", "xp-page__lead", kids![said]),
        el("p", "xp-ways", kids![end, again, " ", steps(hall), " ", back]),
    ];
    el("div", "xp-screen", inside)
}

/// Each poll's ballots, folded.
fn entered(hall: Hall) -> Option<Element> {
    let polls = hall.read(|w| w.polls.clone());
    let folds = polls.iter().enumerate().filter(|(_, poll)| !poll.ballots.is_empty()).map(|(at, poll)| {
        let name = format!("{} ({})", minutes::question(poll, at), poll.ballots.len());
        fold(name, kids![ballots(hall, poll)]).key(u64::from(poll.id))
    });
    let folds = each(folds);
    (!folds.is_empty())
        .then(|| el("section", "xp-screen", kids![subtitle("Corriger ce qui a été saisi".to_owned()), folds]))
}

/// The measures the room put first, as the start of a roadmap.
fn roadmap(store: Store, local: Local) -> Option<Element> {
    let hall = local.hall;
    let polls = hall.read(|w| w.polls.clone());
    let first = polls.iter().find(|poll| !top(poll, FIRST).is_empty())?;
    let chosen: Vec<_> = top(first, FIRST).into_iter().filter_map(|n| store.corpus.by_number(n)).collect();
    let number = chosen.len();
    let start = move || {
        local.desk.add(&chosen);
        store.edit(Step::Push, |a| a.view = View::Roadmap(Layout::Table));
        page::after_paint(|| page::focus_top("titre"));
    };
    let text = format!(
        "Faire une feuille de route {}",
        match number {
            1 => "de la mesure arrivée en tête".to_owned(),
            n => format!("des {n} {} arrivées en tête", plural(n, "mesure", "mesures")),
        }
    );
    let start = button("xp-button xp-button--main", kids![text], start).attr("id", "faire-feuille");
    Some(el("p", "xp-ways xp-screen", kids![start]))
}
