//! A measure on one sheet, for elected members: what it is, why them, what the Région does, with whom, a first step.

use super::local::Local;
use super::profile::{profile, reasons};
use crate::components::prose::{ours, quote, subtitle, title};
use crate::domain::address::View;
use crate::domain::corpus::{Measure, MeasureIdx};
use crate::domain::facet::Facet;
use crate::domain::french::{count, date, list, typeset};
use crate::domain::label;
use crate::domain::passage::Role;
use crate::domain::ranking::{Group, rank};
use crate::kids;
use crate::platform::page;
use crate::store::Store;
use crate::view::node::{Element, Node, a, button, each, el};

/// Reasons on the sheet.
const REASONS: usize = 2;

/// Actions written whole on the sheet; of longer ones the others are counted.
const ACTIONS: usize = 6;

pub fn brief_page(store: Store, local: Local, at: MeasureIdx) -> Option<Element> {
    let corpus = store.corpus;
    let measure = corpus.measure(at)?;
    let steps = kids![
        a("xp-button", store.link(View::Measure(at)), kids!["Toute la mesure"]).attr("id", "retour"),
        button("xp-button", kids!["Imprimer la fiche"], page::print).attr("id", "imprimer"),
    ];
    let sections: Vec<String> =
        corpus.ancestry(measure.section).into_iter().map(|s| label::section(corpus, s)).collect();
    let source = format!(
        "Source\u{a0}: {}, {}, page\u{a0}{}. Données du {}. Les passages en caractères à empattements sont du texte adopté, mot pour mot\u{202f}; le reste est de nous.",
        corpus.title,
        corpus.author,
        measure.page,
        date(&corpus.version),
    );
    let inside = kids![
        el("nav", "xp-steps", steps).attr("aria-label", "Fiche"),
        title(Some(format!("{}, {}", label::measure(corpus, at), sections.join(", "))), measure.title().to_owned()),
        part("De quoi s’agit-il\u{202f}?", what(measure)),
        part("Pourquoi vous\u{202f}?", why(store, local, at, measure)),
        part("Ce que fait la Région", actions(measure)),
        part("Avec qui, avec quoi", names(store, measure)),
        part(
            "Un premier pas",
            local
                .paths
                .step(at)
                .map(|step| ours("Selon nous", kids![typeset(step)]))
                .into_iter()
                .map(Node::Element)
                .collect()
        ),
        el("p", "xp-page__source", kids![source]),
    ];
    Some(el("article", "xp-page xp-brief", inside).attr("data-fiche", measure.number.to_string()))
}

fn part(name: &'static str, inside: Vec<Node>) -> Option<Element> {
    (!inside.is_empty()).then(|| el("section", "xp-brief__part", kids![subtitle(name.to_owned()), inside]))
}

fn what(measure: &Measure) -> Vec<Node> {
    let objective = measure.passage(Role::Objective);
    kids![
        ours("Notre résumé", kids![measure.summary.clone()]),
        objective.map(|o| quote(kids![o.text().to_owned()], "objectif", measure.page)),
    ]
}

/// By the answers given, or else the audiences the text names.
fn why(store: Store, local: Local, at: MeasureIdx, measure: &Measure) -> Vec<Node> {
    let (profile, _) = profile(store, local.paths);
    let ranking = rank(store.corpus, local.paths, &profile);
    let mine = Group::ALL.into_iter().find_map(|group| {
        let ranked = ranking.group(group).iter().find(|one| one.measure == at)?;
        Some((group, ranked))
    });
    if let Some((group, ranked)) = mine
        && ranking.asked
        && !ranked.reasons.is_empty()
    {
        let head = if group == Group::Rest { "D’après vos réponses\u{a0}:" } else { group.label() };
        let reasons = reasons(local.paths, measure, &ranked.reasons).into_iter().take(REASONS);
        return kids![el("p", "", kids![head]), el("ul", "xp-brief__list", reasons.collect())];
    }
    let names: Vec<String> = measure.tags[Facet::Audience.slot()]
        .iter()
        .map(|&option| label::option(store.corpus, Facet::Audience, option))
        .collect();
    let ask = a("xp-screen", store.link(View::Profile), kids!["Dites qui vous êtes"]).attr("id", "vers-parcours");
    let said = format!("Elle concerne\u{a0}: {}. ", list(&names, "et"));
    let more = el("span", "xp-screen", kids![ask, ", et la fiche dira pourquoi vous."]);
    kids![el("p", "", kids![said, more])]
}

fn actions(measure: &Measure) -> Vec<Node> {
    let all: Vec<_> = measure.actions().collect();
    let shown = each(all.iter().take(ACTIONS).map(|p| el("li", "", kids![p.text().to_owned()])));
    let more = all.len().saturating_sub(ACTIONS);
    let more = (more > 0)
        .then(|| el("p", "", kids![format!("Et {}, dans la mesure entière.", count(more, "autre", "autres"))]));
    kids![el("ul", "xp-brief__list xp-brief__official", shown), more]
}

/// The organisations and the schemes that the text names.
fn names(store: Store, measure: &Measure) -> Vec<Node> {
    each([Facet::Actor, Facet::Scheme].into_iter().map(|facet| {
        let named =
            measure.tags[facet.slot()].iter().filter(|o| store.corpus.term(facet, **o).is_some_and(|t| !t.generic));
        let names: Vec<String> = named.map(|&option| label::option(store.corpus, facet, option)).collect();
        let text = format!("{}\u{a0}: {}.", label::plural(store.corpus, facet), list(&names, "et"));
        (!names.is_empty()).then(|| el("p", "", kids![text]))
    }))
}
