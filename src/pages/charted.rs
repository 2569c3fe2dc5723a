//! What each chart shows and remembers, for the life of the page; and the figure made of it, wherever it stands.

use super::local::Fetched;
use crate::charts::table::{rows, table};
use crate::components::drawing::{REFUSED, file_name};
use crate::components::figure::{Around, Figure, FigureDeeds, Own, figure};
use crate::components::prose::fold;
use crate::components::reports::reports;
use crate::contract::sheet::csv;
use crate::domain::address::View;
use crate::domain::annex::Annex;
use crate::domain::chart::Chart;
use crate::domain::french::count;
use crate::domain::schema_terms::FigureGroup;
use crate::domain::summary::{Asked, Intent, Summary, summarise};
use crate::kids;
use crate::platform::files;
use crate::reactive::*;
use crate::store::{Step, Store};
use crate::view::node::{Element, Node};

#[derive(Clone, Copy)]
pub struct Charted {
    pub chart: Chart,
    pub summary: Memo<Option<Summary>>,
    own: Own,
}

impl Charted {
    pub fn new(store: Store, annex: RwSignal<Fetched>, chart: Chart) -> Self {
        let summary = Memo::new(move |_| {
            let (crossing, whole) = store.read(|a| (a.crossing, a.whole));
            let annex = annex.get().annex();
            store.query.with(|query| {
                store.search.with(|search| {
                    store.selection.with(|selection| {
                        let corpus = store.corpus;
                        summarise(chart, &Asked { corpus, annex, query, search, selection, crossing, whole })
                    })
                })
            })
        });
        Charted { chart, summary, own: Own::new() }
    }

    /// The figure; `None` while what it shows is not there.
    pub fn figure(&self, store: Store, annex: RwSignal<Fetched>) -> Option<Element> {
        let chart = self.chart;
        let alone = store.view.get() != View::Chart(chart);
        let around = Around {
            alone: alone.then(|| store.link(View::Chart(chart))),
            whole: store.link_to(|a| a.whole = true),
            doubts: annex.get().annex().map(|annex| doubts(chart, annex)).unwrap_or_default(),
        };
        let (summary, own) = (self.summary, self.own);
        let shown = Figure { chart, summary: self.summary, projected: store.projected, own: self.own };
        let chosen = |intent: &Intent| {
            let choose = &intent.choose;
            !choose.is_empty() && store.query.with(|q| choose.iter().all(|&(f, o)| q.choice(f).contains(o)))
        };
        figure(
            shown,
            around,
            &chosen,
            FigureDeeds { follow: move |intent| follow(store, intent), csv: move || save(summary, chart, own) },
        )
    }
}

/// Chooses what a mark stands for, takes it back when it was chosen whole, or opens the measure.
fn follow(store: Store, intent: Intent) {
    if let Some(at) = intent.open {
        return store.edit(Step::Push, |a| a.view = View::Measure(at));
    }
    store.edit(Step::Push, |a| {
        let all = intent.choose.iter().all(|&(facet, option)| a.query.choice(facet).contains(option));
        for (facet, option) in intent.choose {
            if a.query.choice(facet).contains(option) == all {
                a.query.toggle(facet, option);
            }
        }
    });
}

/// The values of the table, as a file.
fn save(summary: Memo<Option<Summary>>, chart: Chart, own: Own) {
    let Some(rows) = summary.with_untracked(|s| s.as_ref().map(|s| rows(&table(s)))) else { return };
    let text = csv(rows).ok();
    let name = file_name(chart, "csv");
    let saved = text.is_some_and(|text| files::save(&name, "text/csv;charset=utf-8", text.as_bytes()).is_ok());
    own.told.set((!saved).then(|| REFUSED.to_owned()));
}

/// Known inconsistencies of the figures and targets a chart shows.
fn doubts(chart: Chart, annex: &Annex) -> Vec<Node> {
    let group = match chart {
        Chart::Panorama => Some(FigureGroup::Panorama),
        Chart::Record => Some(FigureGroup::Bilan),
        _ => None,
    };
    let shown = |id: &String| group.is_some_and(|g| annex.facts.figure(id).is_some_and(|f| f.group == g));
    let about = annex.reports.iter().filter(|report| match chart {
        Chart::Targets => !report.targets.is_empty(),
        _ => report.figures.iter().any(shown),
    });
    let list = reports(about);
    let told = count(list.len(), "remarque sur ces valeurs", "remarques sur ces valeurs");
    if list.is_empty() {
        list
    } else {
        kids![fold(format!("⚠\u{a0}{told}"), list).class_if("xp-figure__doubts", true)]
    }
}
