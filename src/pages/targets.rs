//! The measurable targets by section: the adopted sentences, what they start from, the measures that serve them.

use super::local::Local;
use super::named::missing;
use crate::components::prose::{subtitle, title};
use crate::components::reports::reports;
use crate::components::target::target_item;
use crate::domain::address::View;
use crate::domain::corpus::{OptionIdx, Target};
use crate::domain::french::count;
use crate::domain::label;
use crate::kids;
use crate::store::Store;
use crate::view::node::{Element, Node, a, each, el};

pub fn targets_page(store: Store, local: Local) -> Element {
    let corpus = store.corpus;
    let with_start = corpus.targets.iter().filter(|t| t.baseline.is_some()).count();
    let total = count(corpus.targets.len(), "objectif", "objectifs");
    let lead = format!("{total}, dont {with_start} avec un point de départ chiffré dans la même phrase.");
    let groups = each((0..corpus.sections.len() as u16).map(OptionIdx).map(|at| group(store, local, at)));
    el(
        "div",
        "xp-page",
        kids![
            title(None, "Objectifs mesurables".to_owned()),
            el("p", "xp-page__lead", kids![lead]),
            missing(local.annex(), "Les remarques sur le texte"),
            groups
        ],
    )
}

fn group(store: Store, local: Local, at: OptionIdx) -> Option<Element> {
    let corpus = store.corpus;
    let targets: Vec<_> = corpus.targets.iter().filter(|t| t.section == at).collect();
    let section = corpus.section(at).filter(|_| !targets.is_empty())?;
    let heading = subtitle(format!("{} · {}", label::section(corpus, at), section.title));
    let items = each(targets.into_iter().map(|t| target_item(t, beside(store, local, t))));
    Some(el("section", "xp-group", kids![heading, el("ul", "xp-targets", items)]))
}

/// The measures that serve the target (our reading) and what does not add up about it.
fn beside(store: Store, local: Local, target: &Target) -> Vec<Node> {
    let corpus = store.corpus;
    let links = each(target.measures.iter().map(|&m| {
        let title = corpus.measure(m).map_or("", |m| m.title());
        let name = format!("{}. {title}", label::measure(corpus, m));
        el("li", "", kids![a("", store.link(View::Measure(m)), kids![name])])
    }));
    let measures = (!target.measures.is_empty()).then(|| {
        let lead = "Mesures qui y contribuent, selon notre lecture\u{a0}:";
        kids![el("p", "xp-target__measures", kids![lead]), el("ul", "xp-target__list", links)]
    });
    let annex = local.annex().annex();
    let doubts = annex.map(|annex| reports(annex.reports.iter().filter(|r| r.targets.contains(&target.id))));
    kids![measures, doubts]
}
