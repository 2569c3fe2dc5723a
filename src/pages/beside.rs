//! Every page beside the list, by its view: what the suite has and the first program has not.

use super::about::about_page;
use super::charts::charts_page;
use super::compare::compare_page;
use super::data::data_page;
use super::embed::embed_page;
use super::local::Local;
use super::measure::measure_page;
use super::plan::plan_page;
use super::targets::targets_page;
use super::term::term_page;
use super::terms::terms_page;
use crate::domain::address::View;
use crate::domain::chart::Chart;
use crate::platform::Listeners;
use crate::store::Store;
use crate::view::node::Element;

pub fn beside(store: Store, local: Local, view: View) -> Option<Element> {
    if store.embed() {
        return Some(embed_page(store, local));
    }
    match view {
        View::Measures => None,
        View::Measure(at) => measure_page(store, local, at),
        View::Terms(facet) => Some(terms_page(store, facet)),
        View::Term(facet, option) => term_page(store, local, facet, option),
        View::Charts => Some(charts_page(store, local, None)),
        View::Chart(chart) => Some(charts_page(store, local, Some(chart))),
        View::Data => Some(data_page(store, local)),
        View::Compare(comparing) => Some(compare_page(store, local, comparing)),
        View::Targets => Some(targets_page(store, local)),
        View::About => Some(about_page(store, local)),
        View::Plan => Some(plan_page(store)),
    }
}

/// The chart beside the list.
pub fn beside_list(local: Local, chart: Chart) -> Option<Element> {
    local.charts.iter().find(|c| c.chart == chart)?.figure()
}

/// Every page is here: drawing one fetches nothing.
pub fn drawing(_: Store, _: Local) {}

/// Every page is here; only that of the data fetches what it describes.
pub fn watch(store: Store, local: Local) -> Listeners {
    super::published::watch(store, local)
}
