//! Two things side by side: the fields that choose them, and what comparing them gives.
//!
//! The whole strategy is compared whatever the question asked, which stays in the address and is said to change nothing.
//! The address holds the choice as far as it is made; a field writes over it, so that Back leaves the comparison.

use super::compared::{compared, facts};
use super::compared_rows::rows;
use super::links::asked;
use super::local::Local;
use crate::components::comparison::{self, Choice, chooser};
use crate::components::prose::title;
use crate::components::sheet::sheet;
use crate::domain::address::View;
use crate::domain::compare::compare;
use crate::domain::corpus::Corpus;
use crate::domain::facet::Facet;
use crate::domain::french::count;
use crate::domain::label;
use crate::domain::query::Query;
use crate::domain::sides::{Comparing, Family, Near, Thing, families, near, things};
use crate::domain::synthesis::synthesis;
use crate::kids;
use crate::reactive::*;
use crate::store::{Step, Store};
use crate::view::node::{Element, a, button, el, spoken};

pub fn compare_page(store: Store, local: Local, comparing: Comparing) -> Element {
    let corpus = store.corpus;
    let result = comparing.both().map(|pair| (pair, compare(corpus, pair)));
    let told = match (&result, comparing) {
        (Some((pair, result)), _) => synthesis(corpus, *pair, result),
        (None, Comparing::Two(pair)) => {
            let name = pair.sides()[0].name(corpus);
            format!("{name} est des deux côtés\u{a0}: il n’y a rien à comparer. Choisissez un autre second côté.")
        }
        (None, Comparing::One(_)) => "Choisissez aussi le second côté.".into(),
        (None, Comparing::Nothing | Comparing::Among(_)) => {
            "Choisissez deux noms de la même liste\u{a0}: la page montre ce qu’ils partagent et ce que chacun a seul."
                .into()
        }
    };
    let alone = comparing.sides()[0].filter(|_| result.is_none());
    let heading = match (comparing.both(), alone) {
        (Some(pair), _) => title(Some("Comparer".to_owned()), label::pair(corpus, pair)),
        (None, Some(one)) => title(Some("Comparer".to_owned()), format!("{} avec…", one.name(corpus))),
        (None, None) => title(None, "Comparer".to_owned()),
    };
    let laid = result.map(|(pair, result)| {
        let (sides, lines) = (facts(store, pair, &result), rows(store, pair, &result));
        let class = sheet(&told, &sides, &pair.sides().map(|side| side.name(corpus)), &lines);
        (class, kids![sides, compared(store, pair, lines)])
    });
    let (class, laid) = laid.unwrap_or_default();
    let inside = kids![
        heading,
        choosers(store, local, comparing),
        scope(store),
        // Not a status: its numbers are not that of the measures listed.
        el("p", "xp-page__lead xp-compare__told", kids![told]).attr("id", "synthese").attr("aria-live", "polite"),
        alone.and_then(|one| nearest(store, one)),
        laid,
    ];
    el("div", "xp-page xp-compare", inside).class_if(class.unwrap_or_default(), class.is_some())
}

/// « Orientations », « Partenaires », « Mesures ».
fn family_name(corpus: &Corpus, family: Family) -> String {
    match family {
        Family::Measures => "Mesures".to_owned(),
        Family::Options(facet) => label::plural(corpus, facet).to_owned(),
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

/// The kind of things, the two sides, the second once the first is chosen, and the button that swaps them.
fn choosers(store: Store, local: Local, comparing: Comparing) -> Option<Element> {
    let corpus = store.corpus;
    let all = families(corpus);
    let family = comparing.family().or_else(|| all.first().copied())?;
    let kinds = all.iter().enumerate().map(|(at, &other)| Choice {
        value: at.to_string(),
        text: family_name(corpus, other),
        chosen: other == family,
        taken: false,
    });
    let kind = chooser("comparer-quoi", "Comparer deux", None, kinds.collect(), move |value| {
        if let Some(&chosen) = value.parse().ok().and_then(|at: usize| all.get(at)) {
            leave_for(store, local, comparing, chosen);
        }
    });
    let sides = comparing.sides();
    let side = |place: usize, id: &'static str, label: &'static str| {
        // A link may name what no measure bears: it is not offered otherwise.
        let offered = things(corpus, family);
        let beside = sides[place].filter(|own| !offered.contains(own));
        let choices = offered.into_iter().chain(beside).map(|thing| Choice {
            value: thing.key(corpus),
            text: in_full(corpus, thing),
            chosen: sides[place] == Some(thing),
            taken: sides[1 - place] == Some(thing),
        });
        let choose = move |value: &str| choose(store, family, sides, place, value);
        chooser(id, label, Some("Choisir…"), choices.collect(), choose)
    };
    let swap = comparing.both().map(|pair| {
        let [one, other] = pair.sides();
        button("xp-button", kids!["Échanger les deux côtés"], move || set(store, other.beside(one)))
            .attr("id", "echanger")
    });
    let inside = kids![
        el("legend", "xp-hidden", kids!["Quoi comparer"]),
        kind,
        side(0, "comparer-un", "Premier côté"),
        sides[0].map(|_| side(1, "comparer-autre", "Second côté")),
        swap,
    ];
    Some(el("fieldset", "xp-compare__chooser", inside))
}

/// Writes over the current step: one goes through a list with the arrows, and Back must not go through it again.
fn set(store: Store, comparing: Comparing) {
    store.edit(Step::Replace, |a| a.view = View::Compare(comparing));
}

/// Goes to another family, where what was compared last comes back.
fn leave_for(store: Store, local: Local, left: Comparing, family: Family) {
    let kept = local.compared.with_untracked(|all| all.iter().find(|c| c.family() == Some(family)).copied());
    local.compared.update(|all| {
        all.retain(|c| c.family() != left.family());
        all.push(left);
    });
    set(store, kept.unwrap_or(Comparing::Among(family)));
}

fn choose(store: Store, family: Family, mut sides: [Option<Thing>; 2], place: usize, value: &str) {
    let corpus = store.corpus;
    sides[place] = things(corpus, family).into_iter().find(|thing| thing.key(corpus) == value).or(sides[place]);
    match sides {
        [Some(one), Some(other)] => set(store, one.beside(other)),
        [Some(one), None] | [None, Some(one)] => set(store, Comparing::One(one)),
        [None, None] => {}
    }
}

/// Said when a question is asked: it changes nothing here.
fn scope(store: Store) -> Option<Element> {
    let asked = store.query.with(|q| asked(store, q));
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
fn nearest(store: Store, one: Thing) -> Option<Element> {
    let corpus = store.corpus;
    let Near { offered, rest } = near(corpus, one);
    let name = one.name(corpus);
    let (most, least) = (offered.first()?.0, offered.last()?.0);
    let how_much = |shared| match one {
        _ if shared == 0 => String::new(),
        Thing::Measure(_) => format!(" ({})", count(shared, "étiquette commune", "étiquettes communes")),
        Thing::Option(..) => format!(" ({})", count(shared, "mesure commune", "mesures communes")),
    };
    let ways = offered.into_iter().map(|(shared, other)| {
        let text = kids![spoken(format!("Comparer {name} avec ")), other.name(corpus), how_much(shared)];
        let href = store.link(View::Compare(one.beside(other)));
        a("xp-button", href, text).attr("id", format!("proche-{}", other.key(corpus)))
    });
    let ways: Vec<Element> = ways.collect();
    // Sections share no measure: then these are only the first ones, and nothing is said of what they share.
    let lead = match most {
        0 => format!("{name} peut se comparer avec\u{a0}:"),
        _ if most == least && ways.len() > 1 => format!("{name} partage autant avec chacun de ces noms\u{a0}:"),
        _ => format!("{name} partage le plus avec\u{a0}:"),
    };
    let rest = rest.map(|(shared, more)| {
        let tied = if shared > 0 { " à égalité" } else { "" };
        let more = count(more, "autre", "autres");
        format!("et {more}{tied}{}, dans la liste du second côté", how_much(shared))
    });
    Some(comparison::near(lead, ways, rest).key(2))
}

/// Where « Comparer avec… » leads from a thing: to the choice of what it is compared with.
pub fn compare_link(store: Store, one: Thing) -> Option<Element> {
    let href = store.link(View::Compare(Comparing::One(one)));
    let what = format!("\u{a0}: {}", family_name(store.corpus, one.family()));
    let link = a("xp-button", href, kids!["Comparer avec…", spoken(what)]).attr("id", "comparer");
    families(store.corpus).contains(&one.family()).then_some(link)
}
