//! One measure: the adopted text with its evidence, whom it concerns and why, with whom, and where to go next.

use super::compare::compare_link;
use super::links::{term_href, term_link};
use super::local::Local;
use super::named::missing;
use super::pick::pick;
use crate::components::official::{Reading, official};
use crate::components::prose::{ours, quote, subtitle, title};
use crate::components::reports::reports;
use crate::components::segments::marked;
use crate::components::term_links::term_links;
use crate::domain::address::View;
use crate::domain::compare::acts_for;
use crate::domain::corpus::{Measure, MeasureIdx, OptionIdx};
use crate::domain::facet::Facet;
use crate::domain::label;
use crate::domain::markup::{self, namings};
use crate::domain::order::by_key;
use crate::domain::passage::Role;
use crate::domain::query::Query;
use crate::domain::sides::Thing;
use crate::domain::stage::{Scene, Source};
use crate::kids;
use crate::reactive::*;
use crate::store::Store;
use crate::view::node::{Element, Node, a, each, el, spoken};

/// Names listed beside the text.
const NAMES: [Facet; 3] = [Facet::Actor, Facet::Scheme, Facet::Place];

pub fn measure_page(store: Store, local: Local, at: MeasureIdx) -> Option<Element> {
    let corpus = store.corpus;
    let measure = corpus.measure(at)?;
    let source = measure.passages.first().and_then(|p| p.source.clone());
    let source =
        source.map(|s| el("p", "xp-page__source", kids![format!("Le texte adopté écrit\u{a0}: «\u{a0}{s}\u{a0}».")]));
    let legend = kids![
        el("span", "xp-name", kids!["souligné"]),
        "\u{a0}: partenaire, dispositif ou lieu, avec sa page\u{202f}; ",
        el("span", "xp-evidence", kids!["pointillé"]),
        "\u{a0}: mots qui désignent un public ou un type d’action.",
    ];
    let leads = |facet, option| term_href(store, facet, option);
    let text = store
        .query
        .with(|query| store.search(|search| official(measure, "h3", Reading { query, search, leads: &leads })));
    let heading = subtitle(format!("Texte adopté, page\u{a0}{}", measure.page)).attr("id", "texte");
    let main = el("section", "xp-page__main", kids![heading, el("p", "xp-legend", legend), text]);
    let side = kids![
        audiences(store, measure),
        each(NAMES.into_iter().map(|facet| names(store, measure, facet))),
        doubts(local, at),
    ];
    let columns = kids![main.attr("aria-labelledby", "texte"), el("div", "xp-page__side", side)];
    let inside = kids![
        steps(store, at),
        trail(store, measure.section),
        title(Some(label::measure(corpus, at)), measure.title().to_owned()),
        source,
        ours("Notre résumé", kids![measure.summary.clone()]),
        ways(store, at, measure),
        el("div", "xp-page__columns", columns),
    ];
    Some(el("article", "xp-page", inside).attr("data-mesure", measure.number.to_string()).key(u64::from(at.0)))
}

/// What one may do with it.
fn ways(store: Store, at: MeasureIdx, measure: &Measure) -> Element {
    let brief = a("xp-button", store.link(View::Brief(at)), kids!["Fiche d’une page"]).attr("id", "vers-fiche");
    let workshop = View::Workshop(Source::Measure(at), Scene::Prepare);
    let show = a("xp-button", store.link(workshop), kids!["Projeter en atelier"]).attr("id", "vers-atelier");
    let compare = compare_link(store, Thing::Measure(at));
    el("p", "xp-ways", kids![pick(store, at, measure), " ", brief, " ", compare, " ", show])
}

/// Back to the list, previous and next: within what is shown, or in the whole strategy for a measure left out.
fn steps(store: Store, at: MeasureIdx) -> Element {
    let (all, chosen) = store.selection(|s| match s.hits.contains(&at) {
        true => (s.hits.clone(), !s.misses.is_empty()),
        false => (store.corpus.measure_indices().collect::<Vec<_>>(), false),
    });
    let place = all.iter().position(|&m| m == at).unwrap_or(0);
    let step = |to: Option<&MeasureIdx>, id: &'static str, word: &'static str| {
        to.map(|&to| {
            let name = label::measure(store.corpus, to);
            let name = if id == "precedente" { format!("←\u{a0}{name}") } else { format!("{name}\u{a0}→") };
            a("xp-button", store.link(View::Measure(to)), kids![spoken(word), name]).attr("id", id)
        })
    };
    let mine = if chosen { " dans votre sélection" } else { "" };
    let inside = kids![
        a("xp-button", store.link(View::Measures), kids!["Retour à la liste"]).attr("id", "retour"),
        el("span", "xp-steps__place", kids![format!("{}\u{a0}sur\u{a0}{}{mine}", place + 1, all.len())]),
        step(place.checked_sub(1).and_then(|i| all.get(i)), "precedente", "Précédente\u{a0}: "),
        step(all.get(place + 1), "suivante", "Suivante\u{a0}: "),
    ];
    el("nav", "xp-steps", inside).attr("aria-label", "Parcourir les mesures")
}

/// « Axe I, Orientation 2 », each leading to its measures.
fn trail(store: Store, section: OptionIdx) -> Element {
    let corpus = store.corpus;
    let items = corpus.ancestry(section).into_iter().enumerate().map(|(depth, at)| {
        let href = store.link_to(|a| {
            a.view = View::Measures;
            a.query = Query::default();
            a.query.toggle(Facet::Level(depth as u8), at);
        });
        let title = corpus.section(at).map(|s| s.title.clone());
        let link = a("", href, kids![label::section(corpus, at)]);
        el("li", "", kids![link, " ", el("span", "xp-trail__title", kids![title])])
    });
    el("ol", "xp-trail", each(items)).attr("aria-label", "Place dans la stratégie")
}

/// « action 8.1 », « objectif ».
pub fn place(number: u16, role: Role) -> String {
    match role {
        Role::Title => "titre".into(),
        Role::Objective => "objectif".into(),
        Role::Lead => "mise en œuvre".into(),
        Role::Action(n) => format!("action {number}.{n}"),
        Role::Closing => "complément".into(),
    }
}

/// The words of a measure that name a term or earn a tag, quote by quote.
pub fn proofs(measure: &Measure, facet: Facet, option: OptionIdx) -> Vec<Node> {
    each(namings(measure, facet, option).into_iter().map(|naming| {
        let text = marked(markup::quote(naming.passage, naming.mention));
        quote(text, &place(measure.number, naming.passage.role), measure.page)
    }))
}

/// How a measure concerns an audience.
pub fn audience_role(acts_for: bool) -> &'static str {
    if acts_for { "la mesure agit pour ce public" } else { "la mesure appelle ce public à agir" }
}

/// Whom the measure concerns, in which way, and the words that say so.
fn audiences(store: Store, measure: &Measure) -> Element {
    let options = by_key(&measure.tags[Facet::Audience.slot()], |&o| !acts_for(measure, o));
    let items = options.into_iter().map(|option| {
        let role = audience_role(acts_for(measure, option));
        let link = term_link(store, Facet::Audience, option, Some(role.into()));
        let name = link.name.clone();
        let why = el("summary", "", kids!["Pourquoi\u{202f}?", spoken(format!(" {name}"))]);
        let asked = store.query.with(|q| q.choice(Facet::Audience).contains(option));
        let why = el("details", "xp-fold", kids![why, proofs(measure, Facet::Audience, option)]).flag("open", asked);
        el("li", "", kids![term_links(vec![link]), why])
    });
    let list = el("ul", "xp-side__list", each(items));
    el("section", "xp-side", kids![subtitle("Publics concernés".into()), list])
}

/// Named organisations first, then generic groups.
fn names(store: Store, measure: &Measure, facet: Facet) -> Option<Element> {
    let generic = |o: &&OptionIdx| store.corpus.term(facet, **o).is_some_and(|t| t.generic);
    let (groups, named): (Vec<_>, Vec<_>) = measure.tags[facet.slot()].iter().partition(generic);
    let links: Vec<_> = named.into_iter().chain(groups).map(|&o| term_link(store, facet, o, None)).collect();
    let heading = label::plural(store.corpus, facet).to_owned();
    (!links.is_empty()).then(|| el("section", "xp-side", kids![subtitle(heading), term_links(links)]))
}

/// What does not add up in the adopted text about this measure.
fn doubts(local: Local, at: MeasureIdx) -> Option<Element> {
    let fetched = local.annex();
    let Some(annex) = fetched.annex() else { return missing(fetched, "Les remarques sur le texte") };
    let list = reports(annex.reports.iter().filter(|r| r.measures.contains(&at)));
    let title = format!("Remarques sur le texte ({})", list.len());
    (!list.is_empty()).then(|| el("section", "xp-side", kids![subtitle(title), el("div", "xp-reports", list)]))
}
