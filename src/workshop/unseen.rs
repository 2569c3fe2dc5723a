//! What this window entered and another one had not seen when it spoke: two windows that enter at once lose no ballot.
//!
//! Each window numbers what it enters, and says up to which number it has heard each other one.

use super::edit::Edit;
use super::poll::Entry;
use super::session::Workshop;
use std::collections::BTreeMap;

/// Entries remembered, at most: a window that is further behind is not there any more.
const MOST: usize = 500;

#[derive(Debug, Clone, Default)]
pub struct Unseen {
    /// This window's name among those that talk.
    pub me: u32,
    /// How many were entered here.
    pub rank: u32,
    /// Of each other window, up to which of its own this one knows.
    pub heard: BTreeMap<u32, u32>,
    casts: Vec<Cast>,
}

#[derive(Debug, Clone)]
struct Cast {
    rank: u32,
    poll: u32,
    entry: Entry,
    /// Ids under which it may be found: another window may have given its first one to a ballot of its own.
    ids: Vec<u32>,
}

impl Cast {
    fn is_in(&self, workshop: &Workshop) -> bool {
        let poll = workshop.poll(self.poll);
        poll.is_some_and(|poll| poll.ballots.iter().any(|b| self.ids.contains(&b.id) && b.entry == self.entry))
    }
}

impl Unseen {
    /// Remembers the last ballot of a poll, entered here just now.
    pub fn note(&mut self, workshop: &Workshop, poll: u32) {
        let Some(ballot) = workshop.poll(poll).and_then(|poll| poll.ballots.last()) else { return };
        self.rank += 1;
        if self.casts.len() == MOST {
            self.casts.remove(0);
        }
        self.casts.push(Cast { rank: self.rank, poll, entry: ballot.entry.clone(), ids: vec![ballot.id] });
    }

    /// Adds to the state of a window that knows of the first `seen` entries what it lacks of this one's, which were not
    /// taken back; tells whether it lacked any.
    pub fn join(&mut self, seen: u32, mine: &Workshop, theirs: &mut Workshop) -> bool {
        let mut lacked = false;
        for cast in self.casts.iter_mut().filter(|cast| cast.rank > seen && cast.is_in(mine)) {
            if !cast.is_in(theirs) && Edit::Cast(cast.poll, cast.entry.clone()).apply(theirs) {
                let last = theirs.poll(cast.poll).and_then(|poll| poll.ballots.last());
                cast.ids.extend(last.map(|ballot| ballot.id));
                lacked = true;
            }
        }
        lacked
    }
}
