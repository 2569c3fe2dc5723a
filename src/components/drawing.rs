//! The life of a drawing: made when its place comes near the window, updated with what it shows, its look and its width,
//! disposed of with its place.

use super::figure::{Figure, State, again_id};
use crate::charts::draw;
use crate::charts::look::Look;
use crate::charts::request::Request;
use crate::domain::chart::Chart;
use crate::domain::summary::{Intent, Pick};
use crate::platform::echarts::{self, Click, Drawing, Place};
use crate::platform::{connection, files, media, near, page};
use crate::reactive::*;
use crate::view::node::Host;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use std::sync::Arc;

/// Form of a picture one takes away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picture {
    Svg,
    Png,
}

/// Said when nothing could be taken away.
pub const REFUSED: &str = "Votre navigateur refuse ce téléchargement\u{a0}: le tableau peut être copié.";

/// Said when the drawing was asked for again, in vain.
const IN_VAIN: &str = "Le graphique ne peut toujours pas être affiché.";

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
    /// Between « beforeprint » and « afterprint »: what changes size then is counted in sheets already.
    printing: Cell<bool>,
}

/// Width of a drawing on an A4 sheet, in pixels; another sheet shrinks it whole.
const PAPER: u32 = 680;

impl Life {
    fn look(&self) -> Look {
        match (self.printing.get() || media::print(), self.figure.projected.get_untracked(), media::dark()) {
            (true, ..) => Look::Print,
            (_, true, false) => Look::Projected,
            (_, true, true) => Look::ProjectedDark,
            (_, false, false) => Look::Light,
            (_, false, true) => Look::Dark,
        }
    }

    /// Makes room for what is to be seen now, and draws it. The summary may be gone: then so is the figure, soon.
    fn refresh(&self) {
        let Some(summary) = self.figure.summary.try_get_untracked().flatten() else { return };
        let (look, width) = (self.look(), if self.printing.get() { PAPER } else { self.place.width() });
        // Paper shows the first instant of what moves.
        let request = Request { summary, look, width, still: look == Look::Print || media::reduced_motion() };
        let height = draw::height(&request);
        self.width.set(width);
        self.place.set_height(height);
        let drawn = self.drawing.borrow().as_ref().map(|drawing| drawing.update(&request.to_bytes(), width, height));
        match drawn {
            None => {}
            Some(Ok(())) => self.set(State::Drawn),
            Some(Err(_)) => {
                // What failed is not drawn with again: another one takes its place when asked for.
                self.drawing.take();
                self.set(State::TableOnly);
            }
        }
    }

    /// Telling what is known already would draw the page again.
    fn set(&self, state: State) {
        if self.figure.own.state.try_get_untracked().is_some_and(|now| now != state) {
            self.figure.own.state.set(state);
        }
    }

    /// The labels are cut for a width: another one wants them anew.
    fn resized(&self) {
        if !self.printing.get() && self.place.width() != self.width.get() {
            self.refresh();
        }
    }

    /// What came of asking again; the button goes with what it was for.
    fn answer(&self) {
        let Figure { own, chart, .. } = self.figure;
        match own.state.try_get_untracked() {
            Some(State::TableOnly) => own.say(IN_VAIN.to_owned()),
            Some(_) if page::focused() == format!("[id=\"{}\"]", again_id(chart)) => {
                page::after_paint(move || page::focus_first(&[&format!("#graphique-{} summary", chart.key())]));
            }
            _ => {}
        }
    }

    fn save(&self, picture: Picture) {
        let drawing = self.drawing.borrow();
        let Some(drawing) = drawing.as_ref() else { return };
        let (chart, own) = (self.figure.chart, self.figure.own);
        match picture {
            Picture::Svg => {
                let name = file_name(chart, "svg");
                let saved = drawing.svg().and_then(|svg| files::save(&name, "image/svg+xml", &svg));
                own.tell(&name, saved.is_ok());
            }
            Picture::Png => {
                let drawn = drawing.png();
                spawn_local(async move {
                    let name = file_name(chart, "png");
                    let saved = drawn.await.and_then(|png| files::save(&name, "image/png", &png));
                    own.tell(&name, saved.is_ok());
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
        let life = Rc::new(Life {
            figure,
            place,
            drawing: RefCell::default(),
            width: Cell::new(0),
            printing: Cell::new(false),
        });
        // Room for the drawing from the start: nothing jumps when it comes.
        life.refresh();
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
        let print = |printing| {
            let weak = weak.clone();
            move || {
                if let Some(life) = weak.upgrade() {
                    life.printing.set(printing);
                    life.refresh();
                }
            }
        };
        let printed = media::on_print(print(true), print(false));
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
            let again = weak.clone();
            Effect::new(move |before: Option<u32>| {
                let times = figure.own.again.get();
                if before.is_some_and(|before| before != times) {
                    spawn_local(open(again.clone(), follow, true));
                }
                times
            });
        });
        let near = {
            let weak = weak.clone();
            near::when_near(element, move || spawn_local(open(weak, follow, false)))
        };
        let back = connection::on_back(move || {
            if figure.own.state.try_get_untracked() == Some(State::TableOnly) {
                spawn_local(open(weak.clone(), follow, false));
            }
        });
        Box::new((owner, life, listeners, printed, near, back))
    })
}

/// Fetches the chunk and draws. The table stands alone when it cannot be had, until the network is back or the visitor
/// asks again.
async fn open(life: Weak<Life>, follow: impl Fn(Intent) + Copy + 'static, asked: bool) {
    let opened = echarts::open().await;
    // The page may have been left meanwhile: then nobody holds the life any more.
    let Some(held) = life.upgrade().filter(|held| held.drawing.borrow().is_none()) else { return };
    let summary = held.figure.summary;
    let picked = move |click: Click| {
        let pick = Pick { item: click.item, link: click.link };
        let shape = summary.try_get_untracked().flatten().map(|s| s.shape);
        if let Some(intent) = shape.map(|shape| shape.intent(pick)).filter(|i| !i.is_empty()) {
            follow(intent);
        }
    };
    let resized = move || {
        if let Some(life) = life.upgrade() {
            life.resized();
        }
    };
    match opened.and_then(|charts| charts.draw(&held.place, picked, resized)) {
        Ok(made) => {
            *held.drawing.borrow_mut() = Some(made);
            held.refresh();
        }
        Err(_) => held.set(State::TableOnly),
    }
    if asked {
        held.answer();
    }
}
