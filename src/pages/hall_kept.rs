//! What the hall keeps on the device once the workshop has started: every change at once, on top of what another window may
//! have kept.

use super::hall::Hall;
use super::shelf::{Names, News};
use crate::platform::{channel, clock};
use crate::reactive::*;
use crate::workshop::edit::{Edit, Past};
use crate::workshop::{Moment, Workshop, file};

pub(super) const NAMES: Names = Names { work: "atelier", before: "atelier-precedent", unread: "atelier-illisible" };

impl Hall {
    /// From now on everything is kept on this device, where the browser lets it. A workshop that goes on goes on.
    pub fn start(self) {
        self.shelf.begin();
        let started = self.past.with_untracked(|past| past.now().started.is_some() && past.now().ended.is_none());
        match Moment::parse(&clock::moment()) {
            Some(now) if !started => _ = self.edit(Edit::Start(now)),
            Some(_) | None => {}
        }
        self.save();
        self.say(true);
    }

    /// Nothing is kept any more; what is on the page stays there.
    pub fn forget(self) {
        self.shelf.forget();
    }

    /// Brings back what another workshop took the place of, which takes its place.
    pub fn take_back(self) {
        match self.shelf.spared() {
            Some(Ok(workshop)) => _ = self.edit(Edit::Replace(Box::new(workshop))),
            Some(Err(refusal)) => {
                _ = self.refuse(format!("Le précédent n’a pas pu être relu\u{a0}: {}", refusal.message()))
            }
            None => {}
        }
    }

    pub(super) fn save(self) {
        self.shelf.put(self.text());
    }

    /// The workshop as its file.
    pub fn text(self) -> String {
        self.past.with_untracked(|past| file::write(past.now(), &self.store.corpus.title))
    }

    /// Joins what another window keeps, or learns that it erased it. What it changes meanwhile is heard from it, in order:
    /// browsers pass on what is kept when they can. Only where windows cannot talk is it read from there.
    pub(super) fn take_theirs(self) {
        if !channel::is_open()
            && let Some(News::Written(theirs)) = self.shelf.news()
        {
            return self.adopt(theirs);
        }
        if !self.shelf.erased()
            && let Some(theirs) = self.shelf.follow()
        {
            self.adopt(theirs);
        }
    }

    /// Takes over another window's state, with what it had not seen of this one's: all but the first `seen` entries.
    pub(super) fn join(self, seen: u32, mut theirs: Workshop) {
        let mine = self.past.with_untracked(|past| past.now().clone());
        let mut lacked = false;
        self.unseen.update(|unseen| lacked = unseen.join(seen, &mine, &mut theirs));
        self.adopt(theirs);
        // The other window adds what it had not heard of by itself.
        if lacked {
            self.save();
        }
    }

    fn adopt(self, theirs: Workshop) {
        if self.past.with_untracked(|past| *past.now() != theirs) {
            self.past.update(|past| past.adopt(theirs));
        }
    }

    /// What the device kept, once, as the page starts.
    pub(super) fn recall(self) {
        if let Some(workshop) = self.shelf.recall() {
            self.past.set(Past::new(workshop));
        }
    }
}
