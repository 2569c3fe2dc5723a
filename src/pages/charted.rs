//! What each chart shows and remembers, for the life of the page; and the figure made of it, wherever it stands.

use super::local::Fetched;
use crate::charts::table::{rows, table};
use crate::components::drawing::file_name;
use crate::components::figure::{Around, Figure, FigureDeeds, Own, figure};
use crate::components::prose::fold;
use crate::components::reports::reports;
use crate::contract::sheet::csv;
use crate::domain::address::View;
use crate::domain::annex::Annex;
use crate::domain::chart::{Chart, Crossing};
use crate::domain::french::count;
use crate::domain::schema_terms::FigureGroup;
use crate::domain::stage::Scene;
use crate::domain::summary::{Asked, Intent, Summary, summarise};
use crate::kids;
use crate::platform::files;
use crate::reactive::*;
use crate::store::{Step, Store};
use crate::view::node::{Element, Node};

#[derive(Clone, Copy)]
pub struct Charted {
    pub chart: Chart,
    store: Store,
    annex: Memo<Fetched>,
    summary: Memo<Option<Summary>>,
    projected: Memo<bool>,
    own: Own,
}

impl Charted {
    pub fn new(store: Store, annex: Memo<Fetched>, chart: Chart) -> Self {
        let rows = Memo::new(move |_| store.read(|a| (a.crossing, a.whole)));
        let summary = Memo::new(move |_| {
            let (crossing, whole) = rows.get();
            summary(store, annex, chart, crossing, whole)
        });
        let staged = move || matches!(store.view(), View::Workshop(_, Scene::Stage(_)));
        let projected = Memo::new(move |_| store.projected() || staged());
        Charted { chart, store, annex, summary, projected, own: Own::new() }
    }

    /// The figure; `None` while what it shows is not there.
    pub fn figure(self) -> Option<Element> {
        let Charted { chart, store, annex, summary, projected, own } = self;
        let elsewhere = store.view() != View::Chart(chart);
        let around = Around {
            own_page: elsewhere.then(|| store.link(View::Chart(chart))),
            folded: store.link_to(|a| a.whole = !a.whole),
            whole: store.read(|a| a.whole),
            doubts: annex.get().annex().map(|annex| doubts(chart, annex)).unwrap_or_default(),
        };
        let shown = Figure { chart, summary, projected, own };
        let chosen = |intent: &Intent| {
            let choose = &intent.choose;
            !choose.is_empty() && store.query.with(|q| choose.iter().all(|&(f, o)| q.choice(f).contains(o)))
        };
        let deeds = FigureDeeds { follow: move |intent| follow(store, intent), csv: move || self.save() };
        figure(shown, around, &chosen, deeds)
    }

    /// The values of the table, every row of it, as a file.
    fn save(self) {
        let Charted { chart, store, annex, .. } = self;
        let whole = untrack(|| summary(store, annex, chart, store.read(|a| a.crossing), true));
        let Some(rows) = whole.map(|summary| rows(&table(&summary))) else { return };
        let name = file_name(chart, "csv");
        let saved = csv(rows).is_ok_and(|text| files::save(&name, "text/csv;charset=utf-8", text.as_bytes()).is_ok());
        self.own.tell(&name, saved);
    }
}

/// What a chart says of the question asked.
fn summary(
    store: Store,
    annex: Memo<Fetched>,
    chart: Chart,
    crossing: Option<Crossing>,
    whole: bool,
) -> Option<Summary> {
    let (corpus, annex) = (store.corpus, annex.get().annex());
    store.query.with(|query| {
        store.search(|search| {
            store.selection(|selection| {
                summarise(chart, &Asked { corpus, annex, query, search, selection, crossing, whole })
            })
        })
    })
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

/// The part of the figures a chart is about.
pub fn figures_of(chart: Chart) -> Option<FigureGroup> {
    match chart {
        Chart::Panorama => Some(FigureGroup::Panorama),
        Chart::Record => Some(FigureGroup::Bilan),
        Chart::Targets => Some(FigureGroup::Mesures),
        Chart::Sections
        | Chart::Structure
        | Chart::Partners
        | Chart::Crossing
        | Chart::Together
        | Chart::Flow
        | Chart::Vote
        | Chart::Timeline => None,
    }
}

/// Known inconsistencies of the figures and targets a chart shows.
fn doubts(chart: Chart, annex: &Annex) -> Vec<Node> {
    let group = figures_of(chart);
    let figure = |id: &String| group.is_some_and(|g| annex.facts.figure(id).is_some_and(|f| f.group == g));
    let target = |_: &_| chart == Chart::Targets;
    let about = annex.reports.iter().filter(|r| r.targets.iter().any(target) || r.figures.iter().any(figure));
    let list = reports(about);
    let told = count(list.len(), "remarque sur ces valeurs", "remarques sur ces valeurs");
    if list.is_empty() {
        list
    } else {
        kids![fold(format!("⚠\u{a0}{told}"), list).class_if("xp-figure__doubts", true)]
    }
}
