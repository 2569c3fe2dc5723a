//! The roadmap: whose it is, what is planned for each measure, and the ways out and in.

use super::desk::Desk;
use super::keeping::{keeping, short};
use super::local::Local;
use super::roadmap_board::board;
use super::roadmap_files::files_of;
use super::roadmap_merged::merged;
use super::roadmap_table::table;
use super::selection::told;
use crate::components::field::text_field;
use crate::components::prose::{subtitle, title};
use crate::domain::address::View;
use crate::domain::corpus::MeasureIdx;
use crate::domain::french::{count, plural};
use crate::domain::views::Layout;
use crate::kids;
use crate::platform::clock;
use crate::reactive::*;
use crate::roadmap::due::Day;
use crate::roadmap::edit::Edit;
use crate::store::Store;
use crate::view::node::{Element, a, button, each, el};

const LEAD: &str = "Un brouillon à compléter, puis à emporter dans Word ou un tableur. Les partenaires et dispositifs que le texte nomme sont déjà remplis\u{202f}; tout se change.";

pub fn roadmap_page(store: Store, local: Local, layout: Layout) -> Element {
    let desk = local.desk;
    if layout == Layout::Merged {
        let inside = kids![title(None, "Feuilles de route réunies".to_owned()), layouts(store), merged(store, desk)];
        return el("div", "xp-page", inside);
    }
    let empty = desk.read(|r| r.rows.is_empty());
    let body = match (empty, layout) {
        (true, _) => nothing(store),
        (false, Layout::Board) => board(store, desk),
        (false, Layout::Table | Layout::Merged) => table(store, desk),
    };
    let inside = kids![
        title(None, desk.read(crate::roadmap::takeaway::title)),
        layouts(store),
        el("p", "xp-page__lead xp-screen", kids![LEAD]),
        head(desk),
        whose(desk),
        missing(store, desk),
        el("div", "xp-roadmap__bar xp-screen", kids![steps(desk), told(desk)]),
        body,
        files_of(store, desk),
        keeping(desk),
    ];
    el("div", "xp-page xp-roadmap", inside)
}

/// The three ways to look at it.
fn layouts(store: Store) -> Element {
    let names =
        [(Layout::Table, "Tableau"), (Layout::Board, "Par statut"), (Layout::Merged, "Réunir plusieurs feuilles")];
    let items = names.into_iter().enumerate().map(|(at, (layout, name))| {
        let view = View::Roadmap(layout);
        let link = a("xp-tab", store.link(view), kids![name]).attr("id", format!("vue-{at}"));
        let link = if store.view() == view { link.attr("aria-current", "page") } else { link };
        el("li", "", kids![link])
    });
    el("nav", "", kids![el("ul", "xp-tabs", each(items))]).attr("aria-label", "Vues de la feuille de route")
}

/// Title, structure, date.
fn head(desk: Desk) -> Element {
    let (name, holder, date) = desk.read(|r| (r.title.clone(), r.holder.clone(), r.date));
    let named = move |text: &str| desk.edit(Edit::Title(text.to_owned()));
    let held = move |text: &str| desk.edit(Edit::Holder(text.to_owned()));
    let dated = move |text: &str| {
        // A day half typed is no day yet.
        if text.is_empty() || Day::parse(text).is_some() {
            desk.edit(Edit::Date(Day::parse(text)));
        }
    };
    let day = el("input", "xp-field__input", kids![])
        .attr("id", "feuille-date")
        .attr("type", "date")
        .typed(date.map(|d| d.to_string()).unwrap_or_default())
        .on("change", dated);
    let today = move || desk.edit(Edit::Date(Day::parse(&clock::today())));
    let today = date.is_none().then(|| button("xp-link-button", kids!["Aujourd’hui"], today).attr("id", "aujourdhui"));
    let day = el("p", "xp-field", kids![el("label", "", kids!["Date"]).attr("for", "feuille-date"), day, today]);
    let inside = kids![
        text_field("feuille-titre", "Titre", "par exemple\u{a0}: Feuille de route ESS 2026-2028", name, None, named),
        text_field(
            "feuille-structure",
            "Collectivité ou structure",
            "son nom, comme il doit paraître",
            holder,
            None,
            held
        ),
        day,
    ];
    el("div", "xp-roadmap__head xp-screen", inside)
}

/// The same on paper.
fn whose(desk: Desk) -> Element {
    let words = desk.read(|r| [r.holder.clone(), r.date.map(Day::label).unwrap_or_default()]);
    let words = words.into_iter().filter(|w| !w.is_empty()).collect::<Vec<_>>().join(", ");
    el("p", "xp-roadmap__whose", kids![words])
}

fn nothing(store: Store) -> Element {
    let text = "Aucune mesure pour l’instant. Choisissez-en dans la liste ou par «\u{a0}Ce qui me concerne\u{a0}», puis revenez ici\u{202f}; ou ouvrez un fichier .json enregistré avant.";
    let inside = kids![
        el("p", "xp-empty__text", kids![text]),
        el(
            "ul",
            "xp-empty__ways",
            kids![
                el(
                    "li",
                    "",
                    kids![
                        a("xp-button", store.link(View::Measures), kids!["Liste des mesures"]).attr("id", "voir-liste")
                    ]
                ),
                el(
                    "li",
                    "",
                    kids![
                        a("xp-button", store.link(View::Profile), kids!["Ce qui me concerne"])
                            .attr("id", "vers-parcours")
                    ]
                ),
                el(
                    "li",
                    "",
                    kids![
                        a("xp-button", store.link(View::Selection), kids!["Ma sélection"]).attr("id", "vers-selection")
                    ]
                ),
            ]
        ),
    ];
    el("div", "xp-empty", inside)
}

/// Measures of the selection that the roadmap has not.
fn missing(store: Store, desk: Desk) -> Option<Element> {
    let there = desk.read(|r| r.measures());
    let number = |m: &MeasureIdx| store.corpus.measure(*m).map(|m| m.number);
    let missing: Vec<MeasureIdx> =
        store.read(|a| a.basket.iter().copied().filter(|m| number(m).is_some_and(|n| !there.contains(&n))).collect());
    let said = format!(
        "{} de votre sélection {} pas ici. ",
        count(missing.len(), "mesure", "mesures"),
        plural(missing.len(), "n’est", "ne sont")
    );
    let add = {
        let missing = missing.clone();
        move || desk.add(&missing)
    };
    let add = button("xp-button", kids![plural(missing.len(), "L’ajouter", "Les ajouter").to_owned()], add);
    (!missing.is_empty()).then(|| el("p", "xp-notice", kids![said, add.attr("id", "ajouter-selection")]))
}

/// Undo, redo.
fn steps(desk: Desk) -> Element {
    let (back, forth) = desk.past.with(|past| (past.can_undo(), past.can_redo()));
    let previous = desk.shelf.previous.get().then(|| {
        button("xp-button", kids!["Reprendre la précédente"], move || desk.take_back())
            .attr("id", "reprendre-precedente")
    });
    let inside = kids![
        subtitle(desk.read(|r| count(r.rows.len(), "ligne", "lignes"))),
        " ",
        button("xp-button", kids!["Annuler"], move || desk.undo())
            .attr("id", "annuler")
            .attr("aria-disabled", (!back).to_string()),
        " ",
        button("xp-button", kids!["Rétablir"], move || desk.redo())
            .attr("id", "retablir")
            .attr("aria-disabled", (!forth).to_string()),
        " ",
        previous,
        " ",
        short(desk),
    ];
    el("div", "xp-ways", inside)
}
