//! Two things side by side: the fields that choose them, and what comparing them gives.
//!
//! The whole strategy is compared whatever the question asked, which stays in the address and is said to change nothing.

use super::compared::{compared, dense, facts};
use super::links::{asked, plural_label};
use super::local::Local;
use crate::components::comparison::{Choice, chooser};
use crate::components::prose::title;
use crate::domain::address::View;
use crate::domain::compare::{Family, Thing, compare, families, nearest, things};
use crate::domain::corpus::Corpus;
use crate::domain::facet::Facet;
use crate::domain::french::count;
use crate::domain::label;
use crate::domain::query::Query;
use crate::domain::synthesis::synthesis;
use crate::domain::views::Pair;
use crate::kids;
use crate::reactive::*;
use crate::store::{Step, Store};
use crate::view::node::{Element, a, button, each, el, spoken};

/// What is chosen as long as two things are not: a link carries only both.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Half {
    pub family: Option<Family>,
    pub sides: [Option<Thing>; 2],
}

/// Most things offered beside one that is chosen alone.
const OFFERED: usize = 3;

pub fn compare_page(store: Store, local: Local, pair: Option<Pair>) -> Element {
    let corpus = store.corpus;
    let half = match pair {
        Some(pair) => {
            let sides = pair.sides();
            Half { family: Some(sides[0].family()), sides: sides.map(Some) }
        }
        None => local.half.get(),
    };
    let family = half.family.or_else(|| families(corpus).first().copied());
    let different = pair.filter(|pair| !pair.same());
    let compared_ones = different.map(|pair| (pair, compare(corpus, pair)));
    let told = match (&compared_ones, half.sides) {
        (Some((pair, result)), _) => synthesis(corpus, *pair, result),
        (None, [Some(one), Some(_)]) => {
            format!(
                "{} est des deux côtés\u{a0}: il n’y a rien à comparer. Changez l’un des deux choix.",
                one.name(corpus)
            )
        }
        (None, [None, None]) => {
            "Choisissez deux noms de la même liste\u{a0}: la page montre ce qu’ils partagent et ce que chacun a seul."
                .into()
        }
        (None, _) => "Choisissez aussi l’autre côté.".into(),
    };
    let heading = match different {
        Some(pair) => title(Some("Comparer".to_owned()), label::pair(corpus, pair)),
        None => title(None, "Comparer".to_owned()),
    };
    let dense = compared_ones.as_ref().is_some_and(|(_, result)| dense(corpus, result));
    let alone = if different.is_some() { None } else { half.sides.into_iter().flatten().next() };
    let inside = kids![
        heading,
        family.map(|family| choosers(store, local, family, half.sides, pair)),
        scope(store),
        el("p", "xp-page__lead xp-compare__told", kids![told]).attr("id", "synthese").attr("role", "status"),
        alone.map(|one| near(store, one)),
        compared_ones.map(|(pair, result)| kids![facts(store, pair, &result), compared(store, pair, &result)]),
    ];
    el("div", "xp-page xp-compare", inside).class_if("xp-compare--dense", dense)
}

/// « Orientations », « Partenaires », « Mesures ».
fn family_name(corpus: &Corpus, family: Family) -> String {
    match family {
        Family::Measures => "Mesures".to_owned(),
        Family::Options(Facet::Level(depth)) => {
            corpus.levels.get(depth as usize).map_or(String::new(), |l| l.plural.clone())
        }
        Family::Options(facet) => plural_label(facet).to_owned(),
    }
}

/// A thing as a list of choices shows it: sections and measures with their titles.
fn in_full(corpus: &Corpus, thing: Thing) -> String {
    let title = match thing {
        Thing::Measure(at) => corpus.measure(at).map(|m| m.title()),
        Thing::Option(Facet::Level(_), at) => corpus.section(at).map(|s| s.title.as_str()),
        Thing::Option(..) => None,
    };
    let name = thing.name(corpus);
    title.map_or(name.clone(), |title| format!("{name}. {title}"))
}

/// The kind of things, the two sides, and the button that swaps them.
fn choosers(store: Store, local: Local, family: Family, sides: [Option<Thing>; 2], pair: Option<Pair>) -> Element {
    let corpus = store.corpus;
    let all = families(corpus);
    let kinds = all.iter().enumerate().map(|(at, &other)| Choice {
        value: at.to_string(),
        text: family_name(corpus, other),
        chosen: other == family,
    });
    let kinds = kinds.collect();
    let kind = chooser("comparer-quoi", "Comparer deux", None, kinds, move |value| {
        let chosen = value.parse().ok().and_then(|at: usize| families(corpus).get(at).copied());
        local.half.set(Half { family: chosen, sides: [None; 2] });
        store.edit(Step::Push, |a| a.view = View::Compare(None));
    });
    let side = |place: usize, id: &'static str, label: &'static str| {
        // A link may name what no measure bears: it is not offered otherwise.
        let offered = things(corpus, family);
        let beside = sides[place].filter(|own| !offered.contains(own));
        let choices = offered.into_iter().chain(beside).map(|thing| Choice {
            value: thing.key(corpus),
            text: in_full(corpus, thing),
            chosen: sides[place] == Some(thing),
        });
        let choose = move |value: &str| choose(store, local, family, sides, place, value);
        chooser(id, label, Some("Choisir…"), choices.collect(), choose)
    };
    let swap = pair.map(|pair| {
        let [one, other] = pair.sides();
        let swapped = move || store.edit(Step::Push, |a| a.view = View::Compare(other.with(one)));
        button("xp-button", kids!["Échanger les deux côtés"], swapped).attr("id", "echanger")
    });
    let inside = kids![
        el("legend", "xp-hidden", kids!["Quoi comparer"]),
        kind,
        side(0, "comparer-un", "Premier côté"),
        side(1, "comparer-autre", "Second côté"),
        swap,
    ];
    el("fieldset", "xp-compare__chooser", inside)
}

/// Both sides chosen go to the address; one alone waits here.
fn choose(store: Store, local: Local, family: Family, mut sides: [Option<Thing>; 2], place: usize, value: &str) {
    let corpus = store.corpus;
    sides[place] = things(corpus, family).into_iter().find(|thing| thing.key(corpus) == value).or(sides[place]);
    match sides {
        [Some(one), Some(other)] => {
            local.half.set(Half { family: Some(family), sides: [None; 2] });
            store.edit(Step::Push, |a| a.view = View::Compare(one.with(other)));
        }
        _ => local.half.set(Half { family: Some(family), sides }),
    }
}

/// Said when a question is asked: it changes nothing here.
fn scope(store: Store) -> Option<Element> {
    let asked = store.query.with(|q| asked(store.corpus, q));
    let names: Vec<String> = asked.into_iter().map(|chip| format!("{}\u{a0}: {}", chip.kind, chip.label)).collect();
    let list = a("", store.link(View::Measures), kids!["revenir à la liste filtrée"]).attr("id", "voir-liste");
    let question = store.query.with(Query::is_empty);
    let text = format!(
        "La comparaison porte sur toute la stratégie. Vos critères ({}) restent dans l’adresse, sans la changer\u{a0}: ",
        names.join(", ")
    );
    (!question).then(|| el("p", "xp-page__source", kids![text, list, "."]).key(1))
}

/// What shares most with a thing chosen alone, or twice.
fn near(store: Store, one: Thing) -> Option<Element> {
    let corpus = store.corpus;
    let offered = nearest(corpus, one);
    let some = offered.first().is_some_and(|(shared, _)| *shared > 0);
    let links = offered.into_iter().take(OFFERED).filter_map(|(shared, other)| {
        let note = match one {
            _ if shared == 0 => String::new(),
            Thing::Measure(_) => format!(" ({})", count(shared, "étiquette commune", "étiquettes communes")),
            Thing::Option(..) => format!(" ({})", count(shared, "mesure commune", "mesures communes")),
        };
        let href = store.link(View::Compare(Some(one.with(other)?)));
        let name = kids![spoken(format!("Comparer {} avec ", one.name(corpus))), other.name(corpus), note];
        Some(el("li", "", kids![a("xp-button", href, name).attr("id", format!("proche-{}", other.key(corpus)))]))
    });
    let links = each(links);
    // Sections share no measure: then these are only the first ones.
    let lead = if some { "partage le plus avec" } else { "peut se comparer avec" };
    let lead = format!("{} {lead}\u{a0}:", one.name(corpus));
    let list = el("ul", "xp-empty__ways", links.clone());
    (!links.is_empty()).then(|| el("div", "xp-compare__near", kids![el("p", "", kids![lead]), list]).key(2))
}

/// Where « Comparer avec… » leads from a thing: beside what shares most with it.
pub fn compare_link(store: Store, one: Thing) -> Option<Element> {
    let (_, other) = nearest(store.corpus, one).into_iter().next()?;
    let href = store.link(View::Compare(Some(one.with(other)?)));
    let what = format!("\u{a0}: {}", family_name(store.corpus, one.family()));
    Some(a("xp-button", href, kids!["Comparer avec…", spoken(what)]).attr("id", "comparer"))
}
