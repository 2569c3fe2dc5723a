//! Every page beside the list, by its view: what the suite has and the first program has not.

use super::about::about_page;
use super::brief::brief_page;
use super::charts::charts_page;
use super::compare::compare_page;
use super::data::data_page;
use super::desk_inputs;
use super::embed::embed_page;
use super::hall::Beam;
use super::hall_files;
use super::local::Local;
use super::measure::measure_page;
use super::plan::plan_page;
use super::profile::profile_page;
use super::roadmap::roadmap_page;
use super::selection::selection_page;
use super::targets::targets_page;
use super::term::term_page;
use super::terms::terms_page;
use super::workshop::workshop_page;
use crate::domain::address::View;
use crate::domain::chart::Chart;
use crate::domain::stage::Scene;
use crate::editing::refusal::LARGEST;
use crate::platform::{Listeners, opening, page, screen};
use crate::reactive::*;
use crate::store::Store;
use crate::view::node::Element;

pub fn beside(store: Store, local: Local, view: View) -> Option<Element> {
    if store.embed() {
        return Some(embed_page(store, local));
    }
    match view {
        View::Measures => None,
        View::Measure(at) => measure_page(store, local, at),
        View::Brief(at) => brief_page(store, local, at),
        View::Profile => Some(profile_page(store, local)),
        View::Selection => Some(selection_page(store, local)),
        View::Roadmap(layout) => Some(roadmap_page(store, local, layout)),
        View::Terms(facet) => Some(terms_page(store, facet)),
        View::Term(facet, option) => term_page(store, local, facet, option),
        View::Charts => Some(charts_page(store, local, None)),
        View::Chart(chart) => Some(charts_page(store, local, Some(chart))),
        View::Data => Some(data_page(store, local)),
        View::Compare(comparing) => Some(compare_page(store, local, comparing)),
        View::Targets => Some(targets_page(store, local)),
        View::About => Some(about_page(store, local)),
        View::Plan => Some(plan_page(store)),
        View::Workshop(_, scene) => Some(workshop_page(store, local, scene)),
    }
}

/// The chart beside the list.
pub fn beside_list(local: Local, chart: Chart) -> Option<Element> {
    local.charts.iter().find(|c| c.chart == chart)?.figure()
}

/// Every page is here: drawing one fetches nothing. A stage takes the whole window, and keeps the screen awake.
pub fn drawing(store: Store, local: Local) {
    let on = matches!(store.view(), View::Workshop(_, Scene::Stage(_))) && !store.embed();
    let dark = local.hall.wall.with(|wall| wall.beam == Beam::Dark);
    screen::set_stage(on.then_some(if dark { "sombre" } else { "clair" }));
    screen::set_awake(on);
    if on {
        page::set_projected(true);
    }
}

/// Every page is here: the data's fetches what it describes, the browser tells what it keeps, the desk and the hall hear what
/// is opened, dragged, pressed, kept elsewhere.
pub fn watch(store: Store, local: Local) -> Listeners {
    super::offline::watch(store, local);
    let published = super::published::watch(store, local);
    // One ear for every field: whoever hears a choice takes it out of its field.
    let opened = opening::on_open(LARGEST, move |id, files| match id.as_str() {
        hall_files::OPEN => hall_files::open(local.hall, files),
        _ => desk_inputs::open(local.desk, &id, files),
    });
    let published = published.into_iter().chain(opened);
    published.chain(local.desk.watch()).chain(local.hall.watch()).collect()
}
