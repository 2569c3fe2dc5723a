//! The life of a drawing: made when its place comes near the window, updated with what it shows, its look and its width,
//! disposed of with its place.

use super::figure::{Figure, State};
use crate::charts::draw;
use crate::charts::look::Look;
use crate::charts::request::Request;
use crate::domain::chart::Chart;
use crate::domain::summary::{Intent, Pick};
use crate::platform::echarts::{self, Click, Drawing, Place};
use crate::platform::{files, media, near};
use crate::reactive::*;
use crate::view::node::Host;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

/// Form of a picture one takes away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picture {
    Svg,
    Png,
}

/// Said when nothing could be taken away.
pub const REFUSED: &str = "Votre navigateur refuse ce téléchargement\u{a0}: le tableau peut être copié.";

/// Name of what is taken away.
pub fn file_name(chart: Chart, extension: &str) -> String {
    format!("graphique-{}.{extension}", chart.key())
}

/// What keeps a drawing going.
struct Life {
    figure: Figure,
    place: Place,
    drawing: RefCell<Option<Drawing>>,
    /// Width it was last drawn for.
    width: Cell<u32>,
}

impl Life {
    fn look(&self) -> Look {
        match (media::print(), self.figure.projected.get_untracked(), media::dark()) {
            (true, ..) => Look::Print,
            (_, true, false) => Look::Projected,
            (_, true, true) => Look::ProjectedDark,
            (_, false, false) => Look::Light,
            (_, false, true) => Look::Dark,
        }
    }

    /// Draws what is to be seen now. The summary may be gone: then so is the figure, soon.
    fn refresh(&self) {
        let Some(summary) = self.figure.summary.try_get_untracked().flatten() else { return };
        let (look, width) = (self.look(), self.place.width());
        self.width.set(width);
        self.place.set_height(draw::height(&summary, look, width));
        let request = Request { summary, look, width, still: media::reduced_motion() };
        if let Some(drawing) = self.drawing.borrow().as_ref() {
            let drawn = drawing.update(&request.to_bytes());
            let state = if drawn.is_ok() { State::Drawn } else { State::TableOnly };
            self.figure.own.state.try_set(state);
        }
    }

    /// The labels are cut for a width: another one wants them anew.
    fn resized(&self) {
        if self.place.width() != self.width.get() {
            self.refresh();
        }
    }

    fn save(&self, picture: Picture) {
        let drawing = self.drawing.borrow();
        let Some(drawing) = drawing.as_ref() else { return };
        let (chart, told) = (self.figure.chart, self.figure.own.told);
        let tell = move |saved: Result<(), _>| {
            told.try_set(saved.is_err().then(|| REFUSED.to_owned()));
        };
        match picture {
            Picture::Svg => {
                let saved = drawing.svg().and_then(|svg| files::save(&file_name(chart, "svg"), "image/svg+xml", &svg));
                tell(saved);
            }
            Picture::Png => {
                let drawn = drawing.png();
                spawn_local(async move {
                    tell(drawn.await.and_then(|png| files::save(&file_name(chart, "png"), "image/png", &png)));
                });
            }
        }
    }
}

/// What it returns holds all of it; dropping that disposes of it.
pub fn host(figure: Figure, follow: impl Fn(Intent) + Copy + Send + Sync + 'static) -> Host {
    Arc::new(move |element: &dyn Any| {
        // Its own root: the page's owner forgets its children at each update.
        let owner = Owner::new_root(None);
        let Some(place) = Place::new(element) else { return Box::new(owner) };
        figure.own.state.set(State::Waiting);
        let life = Rc::new(Life { figure, place, drawing: RefCell::default(), width: Cell::new(0) });
        if let Some(summary) = figure.summary.get_untracked() {
            // Room for the drawing from the start: nothing jumps when it comes.
            life.place.set_height(draw::height(&summary, life.look(), life.place.width()));
        }
        let weak = Rc::downgrade(&life);
        let refresh = {
            let weak = weak.clone();
            move || {
                if let Some(life) = weak.upgrade() {
                    life.refresh();
                }
            }
        };
        let listeners = media::on_change(refresh.clone());
        let (follow_summary, asked) = (refresh.clone(), weak.clone());
        owner.with(|| {
            Effect::new(move |_| {
                figure.summary.track();
                figure.projected.track();
                follow_summary();
            });
            Effect::new(move |before: Option<u32>| {
                let (times, picture) = figure.own.picture.get();
                if let (true, Some(life)) = (before.is_some_and(|before| before != times), asked.upgrade()) {
                    life.save(picture);
                }
                times
            });
        });
        let near = near::when_near(element, move || {
            spawn_local(async move {
                let opened = echarts::open().await;
                // The page may have been left meanwhile: then nobody holds the life any more.
                let Some(life) = weak.upgrade() else { return };
                let picked = move |click: Click| {
                    let pick = Pick { item: click.item, link: click.link };
                    let shape = figure.summary.try_get_untracked().flatten().map(|s| s.shape);
                    if let Some(intent) = shape.map(|shape| shape.intent(pick)).filter(|i| !i.is_empty()) {
                        follow(intent);
                    }
                };
                let resized = {
                    let weak = weak.clone();
                    move || {
                        if let Some(life) = weak.upgrade() {
                            life.resized();
                        }
                    }
                };
                match opened.and_then(|charts| charts.draw(&life.place, picked, resized)) {
                    Ok(made) => {
                        *life.drawing.borrow_mut() = Some(made);
                        life.refresh();
                    }
                    Err(_) => drop(figure.own.state.try_set(State::TableOnly)),
                }
            });
        });
        Box::new((owner, life, listeners, near))
    })
}
