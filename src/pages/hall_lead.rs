//! Leading the slides: going on, what is on the wall, what is laid over it; told to the other window each time.

use super::hall::{Beam, Hall, Panel, SIZES, Wall};
use super::hall_words::Word;
use crate::domain::stage::{Scene, Slide, slide_key};
use crate::platform::{channel, clock, page};
use crate::reactive::*;
use crate::store::Step;
use crate::workshop::Moment;
use crate::workshop::deck;
use crate::workshop::edit::Edit;

impl Hall {
    /// Shows another slide, here and in the other window.
    pub fn go(self, slide: Slide) {
        let view = self.at(|scene| match scene {
            Scene::Presenter(_) => Scene::Presenter(slide),
            Scene::Stage(_) | Scene::Prepare | Scene::Minutes => Scene::Stage(slide),
        });
        self.store.edit(Step::Replace, |a| a.view = view);
        self.dots.set(Vec::new());
        self.told.set(None);
        self.leaving.set(false);
        self.wall.update(|w| w.blank = false);
        self.shown();
        self.say(false);
        // Whoever leads stays on the button they press.
        if matches!(untrack(|| self.slide()), Some((Scene::Stage(_), _))) {
            page::after_paint(|| page::focus_top("titre"));
        }
    }

    /// Notes what is on the wall: where one would resume, and what was looked at.
    pub fn shown(self) {
        let Some((_, slide)) = untrack(|| self.slide()) else { return };
        let started = self.past.with_untracked(|past| past.now().started.is_some() && past.now().ended.is_none());
        if !started {
            return;
        }
        let view = untrack(|| self.at(|_| Scene::Stage(slide)));
        let fragment = untrack(|| self.store.link(view));
        self.edit(Edit::View(fragment));
        if let Some(now) = Moment::parse(&clock::moment()) {
            self.edit(Edit::Shown(slide_key(slide, self.store.corpus), now));
        }
    }

    /// Goes forward or back in the deck.
    pub fn step(self, by: isize) {
        let Some((_, slide)) = untrack(|| self.slide()) else { return };
        let next = self.deck.with_untracked(|cards| {
            let at = deck::at(cards, slide).saturating_add_signed(by).min(cards.len().saturating_sub(1));
            cards.get(at).map(|card| card.slide)
        });
        if let Some(next) = next.filter(|next| *next != slide) {
            self.go(next);
        }
    }

    pub fn ends(self, last: bool) {
        let at =
            self.deck.with_untracked(|cards| if last { cards.last() } else { cards.first() }.map(|card| card.slide));
        if let Some(slide) = at {
            self.go(slide);
        }
    }

    /// Changes what is on the wall, in both windows.
    pub fn set_wall(self, change: impl FnOnce(&mut Wall)) {
        self.wall.update(change);
        self.say(false);
    }

    /// A black wall, or no longer; what wakes it has the focus.
    pub fn blank(self, on: bool) {
        self.set_wall(|wall| wall.blank = on);
        page::after_paint(move || page::focus_first(&[if on { "#rallumer" } else { ".xp-stage #titre" }]));
    }

    pub fn turn_beam(self) {
        self.set_wall(|wall| wall.beam = if wall.beam == Beam::Dark { Beam::Light } else { Beam::Dark });
    }

    pub fn resize(self, by: isize) {
        self.set_wall(|wall| {
            let at = SIZES.iter().position(|s| *s == wall.size).unwrap_or(1);
            wall.size = SIZES[at.saturating_add_signed(by).min(SIZES.len() - 1)];
        });
    }

    /// Shows or hides what is laid over the slide.
    pub fn toggle(self, panel: Panel) {
        let open = self.panel.with_untracked(|p| *p != Some(panel));
        if open && self.panel.get_untracked().is_none() {
            self.opener.set(page::focused());
        }
        self.panel.set(open.then_some(panel));
        let opener = self.opener.get_untracked();
        page::after_paint(move || match open {
            true => page::focus_first(&["#aller", ".xp-volet [aria-current]", "#volet-titre"]),
            false if opener.is_empty() => page::focus_first(&["#titre"]),
            false => page::focus_first(&[&opener, "#titre"]),
        });
    }

    /// Tells the other window what this one shows; the workshop too when it changed.
    pub(super) fn say(self, changed: bool) {
        let work = changed.then(|| self.text());
        let word = match untrack(|| self.slide()) {
            Some((_, slide)) => {
                let fragment = untrack(|| self.store.link(self.at(|_| Scene::Stage(slide))));
                Word::of(self, work).showing(fragment, self.wall.get_untracked())
            }
            None if changed => Word::of(self, work),
            None => return,
        };
        channel::say(&word.text());
    }
}
