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

/// Which page is shown and how, whatever is asked on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place {
    view: View,
    projected: bool,
    embed: bool,
}

/// What the strategy answers to a query.
#[derive(Debug, PartialEq)]
struct Answers {
    search: Search,
    selection: Selection,
    named: Vec<(Facet, OptionIdx)>,
    suggestions: Vec<Suggestion>,
}

impl Answers {
    fn of(corpus: &Corpus, index: &Index, query: &Query) -> Self {
        let search = index.parse(&query.text);
        let selection = select(corpus, index, query, &search);
        let asked_in_vain = selection.hits.is_empty() && query.has_text();
        Answers {
            named: named_terms(corpus, &search),
            suggestions: if asked_in_vain { suggest::suggestions(corpus, index, query) } else { Vec::new() },
            search,
            selection,
        }
    }
}

// Each type of memo is a kilobyte of program: what changes together is one.
#[derive(Clone, Copy)]
pub struct Store {
    pub corpus: &'static Corpus,
    /// What the page around this one asks for.
    pub frame: &'static Frame,
    located: RwSignal<Located>,
    write: fn(&str, Step),
    place: Memo<Place>,
    pub query: Memo<Query>,
    answers: Memo<Answers>,
}

impl Store {
    /// A store at the default address. `write` puts a fragment into the history.
    pub fn new(corpus: &'static Corpus, index: &'static Index, frame: &'static Frame, write: fn(&str, Step)) -> Self {
        let located = RwSignal::new(Located::default());
        let place = Memo::new(move |_| {
            located.with(|Located { address: a, .. }| Place { view: a.view, projected: a.projected, embed: a.embed })
        });
        let query = Memo::new(move |_| located.with(|l| l.address.query.clone()));
        let answers = Memo::new(move |_| query.with(|query| Answers::of(corpus, index, query)));
        Store { corpus, frame, located, write, place, query, answers }
    }

    pub fn view(&self) -> View {
        self.place.get().view
    }

    /// Whether the page is shown to a room.
    pub fn projected(&self) -> bool {
        self.place.get().projected
    }

    /// Whether the view is made ready for another page rather than shown.
    pub fn embed(&self) -> bool {
        self.place.get().embed
    }

    pub fn notices(&self) -> Vec<Notice> {
        self.located.with(|l| l.notices.clone())
    }

    pub fn search<T>(&self, read: impl FnOnce(&Search) -> T) -> T {
        self.answers.with(|a| read(&a.search))
    }

    pub fn selection<T>(&self, read: impl FnOnce(&Selection) -> T) -> T {
        self.answers.with(|a| read(&a.selection))
    }

    /// Terms of which one name holds every word asked.
    pub fn named(&self) -> Vec<(Facet, OptionIdx)> {
        self.answers.with(|a| a.named.clone())
    }

    /// What to ask instead of words that find nothing.
    pub fn suggestions(&self) -> Vec<Suggestion> {
        self.answers.with(|a| a.suggestions.clone())
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

    /// Whether a fragment is another way to write the address as it is, for an event.
    #[cfg(feature = "pages")]
    pub fn is_at(&self, fragment: &str) -> bool {
        let (address, _) = Address::parse(fragment, self.corpus);
        self.located.with_untracked(|l| l.address == address)
    }

    /// Goes where an internal link leads, as one step of the history.
    pub fn follow(&self, fragment: &str) {
        let (address, notices) = Address::parse(fragment, self.corpus);
        self.edit(Step::Push, |here| *here = address);
        self.located.update(|l| l.notices = notices);
    }

    /// Whether the list is all that is shown: what the first program has. Tracked.
    pub fn lists(&self) -> bool {
        self.view() == View::Measures && !self.embed()
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
