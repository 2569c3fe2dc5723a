//! The reactive spine: one writable signal, the address; everything else is derived from it.
//!
//! Deliberately absent: the browser. Whoever builds the store hands it the function that writes the history.

use crate::domain::address::{Address, LONGEST_TEXT, Notice, View};
use crate::domain::corpus::{Corpus, OptionIdx};
use crate::domain::facet::Facet;
use crate::domain::frame::Frame;
use crate::domain::needle::Search;
use crate::domain::query::Query;
use crate::domain::search::{Index, named_terms};
use crate::domain::select::{Selection, select};
use crate::domain::suggest::{self, Suggestion};
use crate::domain::text::clip;
use crate::reactive::*;

/// Whether a change makes a step the visitor can go back from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A discrete choice.
    Push,
    /// Typing, or anything one would not want to undo letter by letter.
    Replace,
}

/// An address as it was read: what was understood, and what was not.
#[derive(Debug, Clone, PartialEq, Default)]
struct Located {
    address: Address,
    notices: Vec<Notice>,
}

#[derive(Clone, Copy)]
pub struct Store {
    pub corpus: &'static Corpus,
    /// What the page around this one asks for.
    pub frame: &'static Frame,
    located: RwSignal<Located>,
    write: fn(&str, Step),
    pub view: Memo<View>,
    /// Whether the page is shown to a room.
    pub projected: Memo<bool>,
    /// Whether the view is made ready for another page rather than shown.
    pub embed: Memo<bool>,
    pub notices: Memo<Vec<Notice>>,
    pub query: Memo<Query>,
    pub search: Memo<Search>,
    pub selection: Memo<Selection>,
    /// Terms of which one name holds every word asked.
    pub named: Memo<Vec<(Facet, OptionIdx)>>,
    /// What to ask instead of words that find nothing.
    pub suggestions: Memo<Vec<Suggestion>>,
}

impl Store {
    /// A store at the default address. `write` puts a fragment into the history.
    pub fn new(corpus: &'static Corpus, index: &'static Index, frame: &'static Frame, write: fn(&str, Step)) -> Self {
        let located = RwSignal::new(Located::default());
        let view = Memo::new(move |_| located.with(|l| l.address.view));
        let projected = Memo::new(move |_| located.with(|l| l.address.projected));
        let embed = Memo::new(move |_| located.with(|l| l.address.embed));
        let notices = Memo::new(move |_| located.with(|l| l.notices.clone()));
        let query = Memo::new(move |_| located.with(|l| l.address.query.clone()));
        let search = Memo::new(move |_| query.with(|q| index.parse(&q.text)));
        let selection = Memo::new(move |_| query.with(|q| search.with(|s| select(corpus, index, q, s))));
        let named = Memo::new(move |_| search.with(|s| named_terms(corpus, s)));
        let suggestions = Memo::new(move |_| {
            let asked = selection.with(|s| s.hits.is_empty()) && query.with(Query::has_text);
            if asked { query.with(|q| suggest::suggestions(corpus, index, q)) } else { Vec::new() }
        });
        Store {
            corpus,
            frame,
            located,
            write,
            view,
            projected,
            embed,
            notices,
            query,
            search,
            selection,
            named,
            suggestions,
        }
    }

    /// Changes the address: once in the history, once in the signal. Nothing happens when nothing changes.
    pub fn edit(&self, step: Step, change: impl FnOnce(&mut Address)) {
        let before = self.located.with_untracked(|l| l.address.clone());
        let mut address = before.clone();
        change(&mut address);
        let (text, cut) = clip(&address.query.text, LONGEST_TEXT);
        if cut {
            address.query.text = text.to_owned();
        }
        self.frame.hold(&mut address);
        if address != before {
            (self.write)(&address.fragment(self.corpus), step);
            let notices = if cut { vec![Notice::TextCut] } else { Vec::new() };
            self.located.set(Located { address, notices });
        }
    }

    /// Takes over the address the browser shows, without writing it back.
    pub fn adopt(&self, fragment: &str) {
        let (mut address, notices) = Address::parse(fragment, self.corpus);
        self.frame.hold(&mut address);
        let located = Located { address, notices };
        if self.located.with_untracked(|l| *l != located) {
            self.located.set(located);
        }
    }

    /// Goes where an internal link leads, as one step of the history.
    pub fn follow(&self, fragment: &str) {
        let (address, notices) = Address::parse(fragment, self.corpus);
        self.edit(Step::Push, |here| *here = address);
        self.located.update(|l| l.notices = notices);
    }

    /// Whether the list is all that is shown: what the first program has. Tracked.
    pub fn lists(&self) -> bool {
        self.view.get() == View::Measures && !self.embed.get()
    }

    /// A part of the address, tracked.
    pub fn read<T>(&self, part: impl FnOnce(&Address) -> T) -> T {
        self.located.with(|l| part(&l.address))
    }

    /// Fragment of the same question seen from another view, tracked.
    pub fn link(&self, view: View) -> String {
        self.read(|a| a.at(view).fragment(self.corpus))
    }

    /// Fragment of the address as it is, for an event.
    pub fn fragment_untracked(&self) -> String {
        self.located.with_untracked(|l| l.address.fragment(self.corpus))
    }

    /// Fragment of the address once changed, tracked: a link to what a control would do.
    pub fn link_to(&self, change: impl FnOnce(&mut Address)) -> String {
        self.read(|a| {
            let mut address = a.clone();
            change(&mut address);
            address.fragment(self.corpus)
        })
    }
}
