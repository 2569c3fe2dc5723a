//! A chart on the page: its sentence, its table first, its drawing when the browser can.
//!
//! `data-etat` says which: `attente` while the chunk loads, `pret` once drawn, `table` when the table stands alone.

use super::twin_table::twin_table;
use crate::charts::look::Look;
use crate::charts::request::Request;
use crate::charts::twin::twin;
use crate::domain::chart::Chart;
use crate::domain::corpus::OptionIdx;
use crate::domain::summary::Summary;
use crate::kids;
use crate::platform::echarts::{self, Drawing, Place};
use crate::platform::media;
use crate::reactive::*;
use crate::view::node::{Element, Host, el};
use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// Whether the drawing is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum State {
    #[default]
    Waiting,
    Drawn,
    TableOnly,
}

impl State {
    const fn key(self) -> &'static str {
        match self {
            State::Waiting => "attente",
            State::Drawn => "pret",
            State::TableOnly => "table",
        }
    }
}

/// What a figure shows and where it notes how its drawing went.
#[derive(Clone, Copy)]
pub struct Figure {
    pub chart: Chart,
    pub summary: Memo<Summary>,
    pub state: RwSignal<State>,
}

pub fn figure(
    figure: Figure,
    chosen: &dyn Fn(OptionIdx) -> bool,
    choose: impl Fn(OptionIdx) + Copy + Send + Sync + 'static,
) -> Element {
    let state = figure.state.get();
    let alone = state == State::TableOnly;
    let (twin, level) = figure.summary.with(|s| (twin(s), s.level.clone()));
    let picked = move |place: usize| {
        if let Some(option) = figure.summary.with_untracked(|s| s.sections.get(place).map(|r| r.option)) {
            choose(option);
        }
    };
    let table =
        kids![el("summary", "", kids!["Voir les valeurs en tableau"]), twin_table(&twin, &level, chosen, choose),];
    let spoken = format!("Graphique en barres. {}. Les mêmes valeurs sont dans le tableau qui précède.", twin.title);
    let canvas = el("div", "xp-figure__canvas", kids![]).attr("aria-hidden", "true").hosted(host(figure, picked));
    let wait = el("p", "xp-figure__wait", kids!["Le graphique se charge…"]).flag("hidden", state != State::Waiting);
    let drawing = el("div", "xp-figure__drawing", kids![canvas, wait]).attr("role", "img").attr("aria-label", spoken);
    let note = "Le graphique n’a pas pu être affiché\u{a0}: le tableau donne les mêmes valeurs.";
    let name = twin.title.clone();
    let inside = kids![
        el("figcaption", "xp-figure__title", kids![twin.title]),
        alone.then(|| el("p", "xp-figure__note", kids![note])),
        el("details", "xp-fold", table).flag("open", alone),
        drawing.flag("hidden", alone),
    ];
    // A picture with a caption bears its name twice (RGAA 1.9).
    let figured = el("figure", "xp-figure", inside).attr("role", "figure").attr("aria-label", name);
    figured.attr("data-graphique", figure.chart.key()).attr("data-etat", state.key())
}

/// Makes the drawing once its place is on the page, updates it with the summary and the look; what it returns holds
/// all of it, and dropping that disposes of it.
fn host(figure: Figure, picked: impl Fn(usize) + Copy + Send + Sync + 'static) -> Host {
    Arc::new(move |place: &dyn Any| {
        // Its own root: the page's owner forgets its children at each update.
        let owner = Owner::new_root(None);
        let Some(place) = Place::new(place) else { return Box::new(owner) };
        let drawing: Rc<RefCell<Option<Drawing>>> = Rc::default();
        let refresh = {
            let (place, drawing) = (place.clone(), Rc::downgrade(&drawing));
            move |summary: Summary| {
                let Some(held) = drawing.upgrade() else { return };
                let width = place.width();
                let look = if media::dark() { Look::Dark } else { Look::Light };
                let request = Request { summary, look, width, still: media::reduced_motion() };
                if let Some(drawing) = held.borrow().as_ref() {
                    let outcome = drawing.update(&request.to_bytes());
                    figure.state.set(if outcome.is_ok() { State::Drawn } else { State::TableOnly });
                }
            }
        };
        figure.state.set(State::Waiting);
        let redraw = refresh.clone();
        let on_look = media::on_dark_change(move || redraw(figure.summary.get_untracked()));
        let follow = refresh.clone();
        owner.with(|| Effect::new(move |_| follow(figure.summary.get())));
        let target = Rc::downgrade(&drawing);
        spawn_local(async move {
            let drawn = match echarts::open().await {
                Ok(charts) => charts.draw(&place, picked),
                Err(error) => Err(error),
            };
            // The page may have been left meanwhile: then nobody holds the drawing, and it is dropped here.
            let Some(target) = target.upgrade() else { return };
            match drawn {
                Ok(made) => {
                    *target.borrow_mut() = Some(made);
                    refresh(figure.summary.get_untracked());
                }
                Err(_) => figure.state.set(State::TableOnly),
            }
        });
        Box::new((owner, drawing, on_look))
    })
}
