//! The shelf: where a work is kept on the device once that is asked for. Every change is put there at once; what another
//! window put there is seen; what was there and cannot be read is never written over.

use crate::editing::refusal::Refusal;
use crate::platform::{PlatformError, storage};
use crate::reactive::*;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Keeping {
    /// In this page alone: nobody asked for more.
    #[default]
    Unasked,
    Kept,
    /// The browser refuses, or has no room left; what it kept last stays there.
    Refused,
}

/// Names under which a work is kept.
#[derive(Clone, Copy)]
pub struct Names {
    pub work: &'static str,
    /// What an opened file took the place of.
    pub before: &'static str,
    /// What was kept and could not be read, by this version at least.
    pub unread: &'static str,
}

pub struct Shelf<V: 'static> {
    names: Names,
    read: fn(&[u8]) -> Result<V, Refusal>,
    pub keeping: RwSignal<Keeping>,
    /// The text kept, as this window last read or wrote it.
    known: RwSignal<Option<String>>,
    /// Why what the device kept could not be read.
    pub unread: RwSignal<Option<String>>,
    /// Whether the device keeps what another work took the place of.
    pub previous: RwSignal<bool>,
}

impl<V> Clone for Shelf<V> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<V> Copy for Shelf<V> {}

/// What another window did to the work.
pub enum News<V> {
    Written(V),
    /// It cannot be read here: it is left to whoever can, and this window keeps nothing more.
    Unreadable,
    Erased,
}

impl<V> Shelf<V> {
    pub fn new(names: Names, read: fn(&[u8]) -> Result<V, Refusal>) -> Self {
        Shelf {
            names,
            read,
            keeping: RwSignal::default(),
            known: RwSignal::new(None),
            unread: RwSignal::new(None),
            previous: RwSignal::new(false),
        }
    }

    pub fn keeps(self) -> bool {
        self.keeping.try_get_untracked() == Some(Keeping::Kept)
    }

    /// What the device kept, once, as the page starts.
    pub fn recall(self) -> Option<V> {
        let Names { work, before, unread } = self.names;
        self.previous.set(matches!(storage::get(before), Ok(Some(_))));
        if let Ok(Some(text)) = storage::get(unread) {
            self.unread.set((self.read)(text.as_bytes()).err().map(|refusal| refusal.message()));
        }
        let text = storage::get(work).ok().flatten()?;
        match (self.read)(text.as_bytes()) {
            Ok(value) => {
                self.join(text);
                Some(value)
            }
            // Left as it is: another version may read it.
            Err(refusal) => {
                self.unread.set(Some(refusal.message()));
                None
            }
        }
    }

    fn join(self, text: String) {
        self.keeping.set(Keeping::Kept);
        self.known.set(Some(text));
    }

    /// Keeps from now on; tells whether it can. What was there already is not lost.
    pub fn begin(self) -> bool {
        if self.keeps() {
            return true;
        }
        let Names { work, unread, .. } = self.names;
        if let Ok(Some(other)) = storage::get(work)
            && Some(&other) != self.known.get_untracked().as_ref()
        {
            let aside = match (self.read)(other.as_bytes()) {
                Ok(_) => self.put_aside(&other),
                // Moved, not copied: there may be no room for both.
                Err(_) if matches!(storage::get(unread), Ok(None)) => storage::rename(work, unread),
                // Another one is there already.
                Err(_) => Err(PlatformError::Refused("stockage")),
            };
            if aside.is_err() {
                self.keeping.set(Keeping::Refused);
                return false;
            }
        }
        self.keeping.set(Keeping::Kept);
        true
    }

    /// Puts a text there, where that was asked for; tells whether it is kept.
    pub fn put(self, text: String) -> bool {
        let keeping = self.keeping.get_untracked();
        // What somebody else keeps there, and could not be put aside, is not ours to write over.
        let work = self.names.work;
        let theirs = || storage::get(work).is_ok_and(|kept| kept.is_some() && kept != self.known.get_untracked());
        if keeping == Keeping::Unasked || keeping == Keeping::Refused && theirs() {
            return false;
        }
        let kept = storage::put(work, &text).is_ok();
        self.keeping.set(if kept { Keeping::Kept } else { Keeping::Refused });
        if kept {
            self.known.set(Some(text));
        }
        kept
    }

    /// Nothing is kept any more.
    pub fn forget(self) {
        let Names { work, before, unread } = self.names;
        let _ = [work, before, unread].map(storage::remove);
        self.unread.set(None);
        self.leave();
    }

    fn leave(self) {
        self.keeping.set(Keeping::Unasked);
        self.known.set(None);
        self.previous.set(false);
    }

    /// Puts what is kept aside, before another work takes its place. Without room for it, undoing still brings it back.
    pub fn spare(self) {
        if self.keeps()
            && let Some(now) = self.known.get_untracked()
        {
            let _ = self.put_aside(&now);
        }
    }

    fn put_aside(self, text: &str) -> Result<(), PlatformError> {
        storage::put(self.names.before, text).inspect(|()| self.previous.set(true))
    }

    /// What another work took the place of, if it is still there.
    pub fn spared(self) -> Option<Result<V, Refusal>> {
        let text = storage::get(self.names.before).ok().flatten();
        self.previous.set(text.is_some());
        text.map(|text| (self.read)(text.as_bytes()))
    }

    /// What another window did since this one last looked, while it keeps.
    pub fn news(self) -> Option<News<V>> {
        let stored = storage::get(self.names.work).ok().filter(|_| self.keeps())?;
        if stored == self.known.get_untracked() {
            return None;
        }
        match stored.as_deref().map(|text| (self.read)(text.as_bytes())) {
            Some(Ok(value)) => {
                self.known.set(stored);
                Some(News::Written(value))
            }
            Some(Err(refusal)) => {
                self.unread.set(Some(refusal.message()));
                self.keeping.set(Keeping::Unasked);
                Some(News::Unreadable)
            }
            None => {
                self.leave();
                Some(News::Erased)
            }
        }
    }

    /// Whether another window erased what this one keeps: it is kept no more.
    pub fn erased(self) -> bool {
        let written = self.keeps() && self.known.with_untracked(Option::is_some);
        let erased = written && matches!(storage::get(self.names.work), Ok(None));
        if erased {
            self.leave();
        }
        erased
    }

    /// Keeps with another window that began to, and gives what it put there.
    pub fn follow(self) -> Option<V> {
        let unasked = self.keeping.get_untracked() == Keeping::Unasked;
        let text = storage::get(self.names.work).ok().flatten().filter(|_| unasked)?;
        let value = (self.read)(text.as_bytes()).ok()?;
        self.join(text);
        Some(value)
    }
}
