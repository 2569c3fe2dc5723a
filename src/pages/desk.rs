//! The desk: the roadmap being written, what was opened beside it, and what is kept on the device. Lives as long as the page.
//!
//! Once kept, every change is written at once, on top of what another window may have written meanwhile.

use super::desk_inputs::dropped;
use super::desk_kept::NAMES;
use super::shelf::Shelf;
use crate::domain::address::View;
use crate::domain::corpus::MeasureIdx;
use crate::domain::french::integer;
use crate::platform::{Listeners, clock, double, drag, leaving, page, storage};
use crate::reactive::*;
use crate::roadmap::Roadmap;
use crate::roadmap::edit::{Edit, LONGEST, Past};
use crate::roadmap::merge::Source;
use crate::roadmap::{Subject, file, start};
use crate::store::Store;

/// How long another window may not have seen what this one wrote, in milliseconds: browsers pass it on when they can.
pub(super) const UNSEEN: f64 = 3_000.0;

#[derive(Clone, Copy)]
pub struct Desk {
    pub store: Store,
    pub past: RwSignal<Past>,
    pub shelf: Shelf<Roadmap>,
    /// What came of the last thing asked for.
    told: RwSignal<Option<Told>>,
    pub sources: RwSignal<Vec<Source>>,
    /// The line whose due day is being chosen.
    pub dated: RwSignal<Option<Subject>>,
    /// Whether something would go with the page.
    pub(super) unsaved: RwSignal<bool>,
    /// What the roadmap was before each change that another window may not have seen, with its time.
    pub(super) recent: RwSignal<Vec<(f64, Roadmap)>>,
    /// The selection kept on the device, where it is not the one in the address.
    pub other: RwSignal<Option<String>>,
}

/// A sentence, and whether it is bad news.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    pub text: String,
    pub wrong: bool,
    /// Where it was asked for: elsewhere it means nothing.
    view: View,
}

impl Desk {
    pub fn new(store: Store) -> Self {
        Desk {
            store,
            past: RwSignal::default(),
            shelf: Shelf::new(NAMES, file::read),
            told: RwSignal::new(None),
            sources: RwSignal::default(),
            dated: RwSignal::new(None),
            unsaved: RwSignal::new(false),
            recent: RwSignal::default(),
            other: RwSignal::new(None),
        }
    }

    /// A part of the roadmap, tracked.
    pub fn read<T>(self, part: impl FnOnce(&Roadmap) -> T) -> T {
        self.past.with(|past| part(past.now()))
    }

    /// Makes a change, on top of what another window made; tells when the browser cannot keep it.
    pub fn edit(self, edit: Edit) {
        self.take_theirs();
        if edit.is_cut() {
            self.tell(
                format!("Texte limité à {} caractères\u{a0}: la suite est laissée de côté.", integer(LONGEST as u64)),
                true,
            );
        }
        if let Edit::Replace(_) = edit {
            self.shelf.spare();
            self.dated.set(None);
        }
        let mut changed = false;
        self.note();
        self.past.update(|past| changed = past.edit(edit));
        if changed {
            self.save();
        }
    }

    /// Remembers what the roadmap is before a change.
    fn note(self) {
        let (time, now) = (clock::milliseconds(), self.past.with_untracked(|past| past.now().clone()));
        self.recent.update(|recent| {
            recent.retain(|(when, _)| time - when < UNSEEN);
            recent.push((time, now));
        });
    }

    /// Takes lines out, and says how to have them back.
    pub fn remove(self, edit: Edit, told: String) {
        self.edit(edit);
        self.tell(told, false);
        page::after_paint(|| page::focus_first(&["#annuler"]));
    }

    pub fn undo(self) {
        self.take_theirs();
        self.note();
        self.dated.set(None);
        self.past.update(|past| _ = past.undo());
        self.save();
    }

    pub fn redo(self) {
        self.take_theirs();
        self.note();
        self.dated.set(None);
        self.past.update(|past| _ = past.redo());
        self.save();
    }

    pub fn tell(self, text: String, wrong: bool) {
        // Taken away first: the same words again would be no change to a screen reader.
        self.told.set(None);
        let view = untrack(|| self.store.view());
        page::after_paint(move || drop(self.told.try_set(Some(Told { text, wrong, view }))));
    }

    /// What came of the last thing asked for here, tracked.
    pub fn told_here(self) -> Option<Told> {
        let view = self.store.view();
        self.told.get().filter(|told| told.view == view)
    }

    /// The file of the roadmap was handed over: nothing would be lost now.
    pub fn handed_over(self) {
        self.unsaved.set(false);
    }

    /// Wires the desk to the browser.
    pub fn watch(self) -> Listeners {
        self.recall();
        Effect::new(move |_| self.keep_selection());
        let elsewhere = storage::on_change(move || self.take_theirs());
        let dragged = drag::on_drop(move |item, place| dropped(self, item, place));
        let leaving = leaving::on_leave(move || self.unsaved.try_get_untracked().unwrap_or(false));
        let double = double::ignored();
        elsewhere.into_iter().chain(dragged).chain(leaving).chain(double).collect()
    }

    /// Puts measures in the roadmap, one line each.
    pub fn add(self, selection: &[MeasureIdx]) {
        self.edit(Edit::Add(start::rows(self.store.corpus, selection)));
    }
}
