//! What the desk keeps on the device, once asked: the roadmap at each change, on top of what another window may have written,
//! and the selection beside it.

use super::basket::selection_text;
use super::desk::{Desk, UNSEEN};
use super::shelf::{Names, News};
use crate::platform::{clock, storage};
use crate::reactive::*;
use crate::roadmap::Roadmap;
use crate::roadmap::edit::{Edit, Past};
use crate::roadmap::file;
use crate::roadmap::reconcile::reconcile;

pub(super) const NAMES: Names =
    Names { work: "feuille-de-route", before: "feuille-de-route-precedente", unread: "feuille-de-route-illisible" };
const SELECTION: &str = "selection";

impl Desk {
    /// Brings back what another roadmap took the place of, which takes its place.
    pub fn take_back(self) {
        match self.shelf.spared() {
            Some(Ok(roadmap)) => self.edit(Edit::Replace(Box::new(roadmap))),
            Some(Err(refusal)) => {
                self.tell(format!("La précédente n’a pas pu être relue\u{a0}: {}", refusal.message()), true)
            }
            None => {}
        }
    }

    /// From now on, every change is kept on this device. What was kept there already is not lost.
    pub fn keep(self) {
        if !self.shelf.begin() {
            return;
        }
        self.save();
        self.keep_selection();
        if self.shelf.keeps() {
            self.tell("C’est gardé sur cet appareil, et le sera à chaque changement.".to_owned(), false);
        }
    }

    /// Nothing is kept any more; what is on the page stays there.
    pub fn forget(self) {
        self.shelf.forget();
        let _ = storage::remove(SELECTION);
        self.other.set(None);
        self.unsaved.set(!self.past.with_untracked(|past| past.now().is_empty()));
    }

    pub(super) fn save(self) {
        let text = self.past.with_untracked(|past| file::write(past.now(), &self.store.corpus.title));
        let kept = self.shelf.put(text);
        self.unsaved.set(!kept && !self.past.with_untracked(|past| past.now().is_empty()));
    }

    /// Adopts what another window wrote since, or learns that it erased everything.
    pub(super) fn take_theirs(self) {
        match self.shelf.news() {
            None => {}
            Some(News::Written(theirs)) => self.join(theirs),
            Some(News::Unreadable) => self.unsaved.set(true),
            Some(News::Erased) => {
                self.other.set(None);
                self.unsaved.set(!self.past.with_untracked(|past| past.now().is_empty()));
                self.tell(
                    "Effacée depuis une autre fenêtre\u{a0}: elle n’est plus gardée, mais reste ici.".to_owned(),
                    true,
                );
            }
        }
    }

    /// Puts what another window wrote together with what it may not have seen.
    fn join(self, theirs: Roadmap) {
        self.dated.set(None);
        let mine = self.past.with_untracked(|past| past.now().clone());
        let since = clock::milliseconds() - UNSEEN;
        let unseen = self.recent.with_untracked(|r| r.iter().find(|(when, _)| *when > since).cloned());
        let base = unseen.map_or_else(|| mine.clone(), |(_, before)| before);
        let both = reconcile(&base, &mine, &theirs);
        self.past.update(|past| past.adopt(both.clone()));
        // From here on, what they have not seen is only what they lack.
        self.recent.update(|recent| match recent.last().map(|(when, _)| *when) {
            Some(when) if both != theirs => *recent = vec![(when, theirs.clone())],
            Some(_) | None => recent.clear(),
        });
        if both != theirs {
            self.save();
        }
    }

    /// What the device kept, once, as the page starts.
    pub(super) fn recall(self) {
        if let Some(roadmap) = self.shelf.recall() {
            self.past.set(Past::new(roadmap));
        }
        let here = selection_text(self.store, &untrack(|| self.store.read(|a| a.basket.clone())));
        self.other.set(storage::get(SELECTION).ok().flatten().filter(|kept| *kept != here && !kept.is_empty()));
    }

    /// Puts the selection beside the roadmap, where it is kept and no other one would be lost.
    pub fn keep_selection(self) {
        let basket = self.store.read(|a| a.basket.clone());
        if self.shelf.keeps() && self.other.get_untracked().is_none() {
            let _ = storage::put(SELECTION, &selection_text(self.store, &basket));
        }
    }
}
