//! The hall: the workshop being led, what is on the wall, and the windows that show it. Lives as long as the page.
//!
//! Nothing is kept before the workshop starts; from then on every change is, at once, and another window follows.

use super::desk::Desk;
use super::hall_kept::NAMES;
use super::hall_words::{Word, heard};
use super::shelf::Shelf;
use crate::domain::address::{Address, View};
use crate::domain::corpus::MeasureIdx;
use crate::domain::french::integer;
use crate::domain::query::Query;
use crate::domain::stage::{Scene, Slide, Source};
use crate::editing::field::LONGEST;
use crate::platform::{Listeners, channel, clock, history, keys, leaving, page, screen, storage, swipe};
use crate::reactive::*;
use crate::store::{Step, Store};
use crate::workshop::deck::{self, Card, Plan};
use crate::workshop::edit::{Edit, Past};
use crate::workshop::room::Room;
use crate::workshop::unseen::Unseen;
use crate::workshop::{Workshop, file};

/// Sizes of the text, in percent.
pub const SIZES: [u16; 5] = [80, 100, 125, 150, 200];

/// What is laid over the slide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Panel {
    Overview,
    Go,
    Filter,
    Code,
    Help,
}

/// Light or dark, whatever the machine prefers: a beamer has its own needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Beam {
    #[default]
    Light,
    Dark,
}

/// What is on the wall beside the slide itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wall {
    pub blank: bool,
    pub size: u16,
    pub beam: Beam,
    pub timed: bool,
}

impl Default for Wall {
    fn default() -> Self {
        Wall { blank: false, size: 100, beam: Beam::default(), timed: false }
    }
}

#[derive(Clone, Copy)]
pub struct Hall {
    pub store: Store,
    /// Where what came of things is told, and what a roadmap starts from.
    pub desk: Desk,
    pub past: RwSignal<Past>,
    pub(super) unseen: RwSignal<Unseen>,
    pub shelf: Shelf<Workshop>,
    pub wall: RwSignal<Wall>,
    pub panel: RwSignal<Option<Panel>>,
    /// Selector of what had the focus before it.
    pub(super) opener: RwSignal<String>,
    pub deck: Memo<Vec<Card>>,
    /// Whether letters alone are heard, on the stage.
    pub letters: RwSignal<bool>,
    /// Another value each second.
    pub now: RwSignal<u32>,
    /// The dots of the ballot being filled.
    pub dots: RwSignal<Vec<(u16, u8)>>,
    /// Whether Escape was pressed once, with nothing left to close.
    pub leaving: RwSignal<bool>,
    /// Whether the screen could not be taken whole.
    pub unfilled: RwSignal<bool>,
    /// What is to be said of the last thing entered, and whether it was refused.
    pub told: RwSignal<Option<(String, bool)>>,
}

impl Hall {
    pub fn new(store: Store, desk: Desk) -> Self {
        let past: RwSignal<Past> = RwSignal::default();
        let wall = RwSignal::new(Wall::default());
        let size = Memo::new(move |_| wall.with(|w| w.size));
        let votes = Memo::new(move |_| past.with(|p| p.now().polls.len()));
        let deck = Memo::new(move |_| {
            let plan = Plan {
                measures: measures(store),
                chart: store.read(|a| a.beside),
                votes: u8::try_from(votes.get()).unwrap_or(u8::MAX),
            };
            deck::deck(store.corpus, &plan, Room::at(size.get()))
        });
        Hall {
            store,
            desk,
            past,
            unseen: RwSignal::default(),
            shelf: Shelf::new(NAMES, file::read),
            wall,
            panel: RwSignal::new(None),
            opener: RwSignal::default(),
            deck,
            // In a frame they would be taken from the page around it.
            letters: RwSignal::new(!history::framed()),
            now: RwSignal::new(0),
            dots: RwSignal::default(),
            leaving: RwSignal::new(false),
            unfilled: RwSignal::new(false),
            told: RwSignal::new(None),
        }
    }

    /// A part of the workshop, tracked.
    pub fn read<T>(self, part: impl FnOnce(&Workshop) -> T) -> T {
        self.past.with(|past| part(past.now()))
    }

    /// The slide shown, and which window this is; `None` on the other pages.
    pub fn slide(self) -> Option<(Scene, Slide)> {
        match self.store.view() {
            View::Workshop(_, scene @ (Scene::Stage(slide) | Scene::Presenter(slide))) => Some((scene, slide)),
            _ => None,
        }
    }

    /// Another scene of the same workshop, tracked.
    pub fn at(self, change: impl FnOnce(Scene) -> Scene) -> View {
        match self.store.view() {
            View::Workshop(source, scene) => View::Workshop(source, change(scene)),
            _ => View::Workshop(Source::List, change(Scene::Prepare)),
        }
    }

    /// What a telephone is to show of a slide: the measure or the chart itself, else the list of what is looked at.
    pub fn elsewhere(self, slide: Slide) -> View {
        match (slide, self.store.view()) {
            (Slide::Measure(at, _), _) => View::Measure(at),
            (Slide::Chart(chart), _) => View::Chart(chart),
            (_, View::Workshop(Source::Basket, _)) => View::Selection,
            (_, View::Workshop(Source::Measure(at), _)) => View::Measure(at),
            _ => View::Measures,
        }
    }

    /// Makes a change, on top of what another window made of it; tells whether it was taken.
    pub fn edit(self, edit: Edit) -> bool {
        self.take_theirs();
        let (refused, doubt) = self.past.with_untracked(|past| (edit.refused(past.now()), edit.warning(past.now())));
        let cut = edit.is_cut().then(|| format!("Texte limité à {} caractères.", integer(LONGEST as u64)));
        let taken = refused.is_none();
        let wrong = !taken || cut.is_some();
        if let Some(told) = refused.or(cut).or(doubt) {
            self.told.set(Some((told, wrong)));
        } else if !edit.is_navigation() {
            self.told.set(None);
        }
        if let Edit::Replace(_) = edit {
            self.shelf.spare();
        }
        let cast = if let Edit::Cast(poll, _) = &edit { Some(*poll) } else { None };
        let mut changed = false;
        self.past.update(|past| changed = past.edit(edit));
        if changed {
            if let Some(poll) = cast {
                self.unseen.update(|unseen| self.past.with_untracked(|past| unseen.note(past.now(), poll)));
            }
            self.save();
            self.say(true);
        }
        taken
    }

    /// What a field typed in letter by letter does.
    pub fn typing(self, edit: impl Fn(String) -> Edit) -> impl Fn(&str) {
        move |text| _ = self.edit(edit(text.to_owned()))
    }

    pub fn undo(self) {
        self.take_theirs();
        self.past.update(|past| _ = past.undo());
        self.save();
        self.say(true);
    }

    pub fn redo(self) {
        self.take_theirs();
        self.past.update(|past| _ = past.redo());
        self.save();
        self.say(true);
    }

    /// Wires the hall to the browser.
    pub fn watch(self) -> Listeners {
        self.recall();
        self.unseen.update(|unseen| unseen.me = clock::lot());
        let words = channel::on_word(move |text| heard(self, text));
        channel::say(&Word::hello().text());
        let elsewhere = storage::on_change(move || self.take_theirs());
        let pressed = keys::on_key(move |key, typing| super::hall_keys::pressed(self, key, typing));
        let swiped = swipe::on_swipe(move |left| {
            let covered = self.panel.try_get_untracked().is_none_or(|panel| panel.is_some());
            if !covered && matches!(untrack(|| self.slide()), Some((Scene::Stage(_), _))) {
                self.step(if left { 1 } else { -1 });
            }
        });
        let entered = keys::on_enter();
        let screened = screen::watch();
        // By a key, a link, the browser's Back or another window: what is on the wall is noted.
        Effect::new(move |_| {
            if self.slide().is_some() {
                page::after_paint(move || self.shown());
            }
        });
        let leaving = leaving::on_leave(move || {
            let begun = self.past.try_with_untracked(|past| past.now().started.is_some()).unwrap_or(false);
            begun && !self.shelf.keeps()
        });
        clock::each_second(move || {
            self.now.try_update(|seconds| *seconds += 1);
        });
        let all = [words, elsewhere, pressed, entered, swiped, screened, leaving];
        all.into_iter().flatten().collect()
    }
}

/// The measures the deck shows, in order.
pub fn measures(store: Store) -> Vec<MeasureIdx> {
    match store.view() {
        View::Workshop(Source::Basket, _) => store.read(|a| a.basket.clone()),
        View::Workshop(Source::Measure(at), _) => vec![at],
        _ => store.selection(|s| s.hits.clone()),
    }
}

/// Whether the question leaves something out of what is projected.
pub fn asked(store: Store) -> bool {
    matches!(store.view(), View::Workshop(Source::List, _)) && !store.query.with(Query::is_empty)
}

/// Takes over what another window shows, in this one's own scene.
pub(super) fn follow(hall: Hall, address: Address) {
    let View::Workshop(source, Scene::Stage(slide)) = address.view else { return };
    let Some((scene, _)) = untrack(|| hall.slide()) else { return };
    let scene = match scene {
        Scene::Presenter(_) => Scene::Presenter(slide),
        _ => Scene::Stage(slide),
    };
    if untrack(|| hall.slide()).is_none_or(|(_, shown)| shown != slide) {
        hall.dots.set(Vec::new());
        hall.told.set(None);
    }
    hall.store.edit(Step::Replace, |a| *a = Address { view: View::Workshop(source, scene), ..address });
}
