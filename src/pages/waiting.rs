//! In the place of every page beside the list, while the suite that has them is fetched, or when it cannot be.

use super::local::Local;
use crate::components::prose::title;
use crate::domain::address::View;
use crate::domain::chart::Chart;
use crate::kids;
use crate::platform::{Listeners, connection, history, page, program, suite};
use crate::reactive::*;
use crate::store::Store;
use crate::view::node::{Element, a, button, el};
use std::cell::RefCell;

const MISSING: &str = "Cette page n’a pas pu être chargée. Si la connexion est coupée, elle se chargera à son retour\u{202f}; si le site vient de changer, réessayez dans quelques minutes. La liste des mesures, elle, reste utilisable.";

/// How far the suite is. It is never « here »: once started it has taken this program's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Suite {
    #[default]
    Unasked,
    Coming,
    Missing,
}

/// The wait, or why it ended.
pub fn beside(store: Store, local: Local, _: View) -> Option<Element> {
    let page = match local.read(|s| s.suite) {
        Suite::Unasked | Suite::Coming => {
            let lead = el("p", "xp-page__lead", kids!["Chargement de la page…"]);
            el("article", "xp-page", kids![title(None, "Chargement…".to_owned()), lead]).attr("aria-busy", "true")
        }
        Suite::Missing => {
            let lead = el("p", "xp-page__lead", kids![MISSING]).attr("role", "alert");
            let again = move || {
                bring(store, local);
                page::after_paint(|| page::focus_without_scroll("titre"));
            };
            let again = button("xp-button", kids!["Réessayer"], again).attr("id", "reessayer");
            let list = a("", store.link(View::Measures), kids!["Voir la liste des mesures"]).attr("id", "voir-liste");
            let ways = el("p", "", kids![again, " ", list]);
            el("article", "xp-page", kids![title(None, "Page indisponible".to_owned()), lead, ways])
        }
    };
    Some(page)
}

thread_local! {
    /// The address the suite was last asked for; another one asks again.
    static ASKED: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Fetches the suite when the address that is drawn asks for what it has.
pub fn drawing(store: Store, local: Local) {
    // The charts too are the suite's, and what is kept on the device.
    let needed = !store.lists() || store.read(|a| a.beside.is_some() || !a.basket.is_empty());
    let address = if needed { store.link_to(|_| {}) } else { String::new() };
    if ASKED.replace(address.clone()) != address && needed {
        // A drawing changes no signal.
        spawn_local(async move { bring(store, local) });
    }
}

/// Fetches it again once the line is back.
pub fn watch(store: Store, local: Local) -> Listeners {
    connection::on_back(move || {
        if untrack(|| local.read(|s| s.suite)) == Suite::Missing {
            bring(store, local);
        }
    })
}

fn on_the_list(store: Store) -> bool {
    untrack(|| store.lists() && store.read(|a| a.beside.is_none() && a.basket.is_empty()))
}

/// In the place of the chart beside the list.
pub fn beside_list(local: Local, _: Chart) -> Option<Element> {
    let text = match local.read(|s| s.suite) {
        Suite::Unasked | Suite::Coming => "Le graphique se charge…",
        Suite::Missing => "Le graphique n’a pas pu être chargé.",
    };
    Some(el("p", "xp-page__source", kids![text]))
}

fn bring(store: Store, local: Local) {
    if untrack(|| local.read(|s| s.suite)) == Suite::Coming {
        return;
    }
    local.edit(|session| session.suite = Suite::Coming);
    spawn_local(async move {
        let started = match suite::fetch().await {
            // Back on the list meanwhile: nothing there is to be disturbed.
            Ok(_) if on_the_list(store) => return local.edit(|session| session.suite = Suite::Unasked),
            Ok(suite) => {
                // The suite reads the address.
                history::flush();
                suite.start().await
            }
            Err(error) => Err(error),
        };
        match started {
            Ok(()) => program::let_go(),
            Err(_) => {
                local.edit(|session| session.suite = Suite::Missing);
                page::ready();
            }
        }
    });
}
