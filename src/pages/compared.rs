//! What comparing two things gives: each side's own facts, the table of what is shared and what is not, and for two
//! measures the official text of their actions.

use super::compared_rows::href;
use super::measure::place;
use crate::components::comparison::{Row, comparison};
use crate::components::official::{Reading, action, blocks};
use crate::components::prose::{ours, quote, subtitle};
use crate::components::segments::nowhere;
use crate::domain::address::View;
use crate::domain::compare::{Comparison, Totals};
use crate::domain::corpus::{MeasureIdx, OptionIdx};
use crate::domain::facet::Facet;
use crate::domain::french::{count, plural};
use crate::domain::label;
use crate::domain::passage::Role;
use crate::domain::sides::{Pair, Thing};
use crate::kids;
use crate::reactive::With;
use crate::store::Store;
use crate::view::node::{Element, Node, a, each, el};

/// The two sides, each under its own heading.
pub fn facts(store: Store, pair: Pair, compared: &Comparison) -> Element {
    let sides = pair.sides().into_iter().zip(compared.totals).zip(["cote-un", "cote-autre"]);
    let sides = sides.map(|((side, totals), id)| match side {
        Thing::Measure(at) => of_measure(store, at, id),
        Thing::Option(facet, option) => Some(of_option(store, facet, option, totals, id)),
    });
    el("div", "xp-compare__sides", each(sides))
}

fn of_measure(store: Store, at: MeasureIdx, id: &'static str) -> Option<Element> {
    let measure = store.corpus.measure(at)?;
    let name = format!("{}. {}", label::measure(store.corpus, at), measure.title());
    let link = a("", store.link(View::Measure(at)), kids![name]).attr("id", id);
    let section = label::section(store.corpus, measure.section);
    let actions = count(measure.actions().count(), "action", "actions");
    let objective = measure.passage(Role::Objective).map(|passage| {
        let text = reading(store, |reading| blocks(passage, reading));
        quote(text, &place(measure.number, Role::Objective), measure.page)
    });
    let inside = kids![
        el("h2", "xp-subtitle", kids![link]),
        el("p", "xp-compare__facts", kids![format!("{section} · page\u{a0}{} · {actions}", measure.page)]),
        ours("Notre résumé", kids![measure.summary.clone()]),
        objective,
    ];
    Some(el("section", "xp-compare__side", inside))
}

fn of_option(store: Store, facet: Facet, option: OptionIdx, totals: Totals, id: &'static str) -> Element {
    let corpus = store.corpus;
    let link = a("", href(store, facet, option), kids![label::option(corpus, facet, option)]).attr("id", id);
    let detail = match facet {
        Facet::Level(_) => corpus.section(option).map(|s| s.title.clone()),
        _ => corpus.term(facet, option).and_then(|t| t.expansion.clone()),
    };
    let inside = kids![
        el("h2", "xp-subtitle", kids![link]),
        detail.map(|detail| el("p", "", kids![detail])),
        el("p", "xp-compare__facts", kids![totals_sentence(facet, totals)]),
    ];
    el("section", "xp-compare__side", inside)
}

/// « 8 mesures, 31 actions dont 14 le nomment ».
fn totals_sentence(facet: Facet, totals: Totals) -> String {
    let measures = count(totals.measures, "mesure", "mesures");
    let actions = count(totals.actions, "action", "actions");
    let own = |one: &'static str, many: &'static str| match totals.own {
        None | Some(0) if totals.actions == 0 => String::new(),
        None => String::new(),
        Some(0) => format!(" dont aucune ne {one}"),
        Some(n) => format!(" dont {n}\u{a0}{}", plural(n, one, many)),
    };
    let own = match facet {
        Facet::Level(_) => String::new(),
        Facet::Actor | Facet::Scheme | Facet::Place => own("le nomme", "le nomment"),
        Facet::Audience => own("le concerne", "le concernent"),
        Facet::Kind => own("est de ce type", "sont de ce type"),
    };
    format!("{measures}, {actions}{own}")
}

/// With what official text is read here: found words marked, names left plain.
fn reading<T>(store: Store, read: impl FnOnce(Reading) -> T) -> T {
    store.query.with(|query| store.search(|search| read(Reading { query, search, leads: &nowhere })))
}

pub fn compared(store: Store, pair: Pair, rows: Vec<Row>) -> Vec<Node> {
    let names = pair.sides().map(|side| side.name(store.corpus));
    let caption = format!("{}\u{a0}: ce qui est commun, ce que chaque côté a seul", label::pair(store.corpus, pair));
    kids![
        subtitle("Ce qui est commun, ce qui ne l’est pas".into()),
        comparison(caption, &names, rows),
        actions(store, pair),
    ]
}

/// The official text of the actions of two measures; the paper does without.
fn actions(store: Store, pair: Pair) -> Option<Element> {
    let Pair::Measures(one, other) = pair else { return None };
    let list = |at: MeasureIdx| {
        let measure = store.corpus.measure(at)?;
        let items = reading(store, |reading| each(measure.actions().map(|p| action(measure.number, p, reading))));
        let title = format!("Actions de la mesure\u{a0}{}, texte adopté", measure.number);
        Some(el("section", "xp-compare__side", kids![subtitle(title), el("ol", "xp-actions", items)]))
    };
    Some(el("div", "xp-compare__sides xp-compare__actions", kids![list(one), list(other)]))
}
