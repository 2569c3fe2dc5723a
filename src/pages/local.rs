//! What a link must not carry: half-typed text, unfolded lists, answers of the browser and of the network. Lives as
//! long as the page.

#[cfg(not(feature = "pages"))]
use super::beside::Suite;
#[cfg(feature = "pages")]
use super::charted::Charted;
#[cfg(feature = "pages")]
use super::desk::Desk;
#[cfg(feature = "pages")]
use super::embed::Embedding;
use super::filters::{Offered, offered};
#[cfg(feature = "pages")]
use super::hall::Hall;
#[cfg(feature = "pages")]
use super::offline::Keeping;
#[cfg(feature = "pages")]
use crate::contract::index::Index;
use crate::domain::annex::Annex;
#[cfg(feature = "pages")]
use crate::domain::chart::Chart;
use crate::domain::corpus::OptionIdx;
use crate::domain::facet::Facet;
#[cfg(feature = "pages")]
use crate::domain::paths::Paths;
#[cfg(feature = "pages")]
use crate::domain::views::Comparing;
#[cfg(feature = "pages")]
use crate::embedded;
use crate::reactive::*;
use crate::store::Store;

#[derive(Clone, Copy)]
pub struct Local {
    pub offered: &'static [Offered],
    // Each type of signal is a kilobyte of program: what the first program keeps is one.
    session: RwSignal<Session>,
    /// The annex alone, for what must not be made again when something else changes.
    #[cfg(feature = "pages")]
    pub annexed: Memo<Fetched>,
    #[cfg(feature = "pages")]
    pub erased: RwSignal<Option<String>>,
    /// In the order of `Chart::ALL`.
    #[cfg(feature = "pages")]
    pub charts: [Charted; Chart::ALL.len()],
    /// What was last compared in each family that was left for another: given back when the visitor comes back to it.
    #[cfg(feature = "pages")]
    pub compared: RwSignal<Vec<Comparing>>,
    /// The index of the published files, once the page of the data opened.
    #[cfg(feature = "pages")]
    pub published: RwSignal<Published>,
    /// What came of the last file asked for.
    #[cfg(feature = "pages")]
    pub saved: RwSignal<Option<Saved>>,
    /// What one wants of a view made ready for another page.
    #[cfg(feature = "pages")]
    pub embedding: Embedding,
    /// The questions put to a visitor.
    #[cfg(feature = "pages")]
    pub paths: &'static Paths,
    /// The roadmap, and what is kept on the device.
    #[cfg(feature = "pages")]
    pub desk: Desk,
    /// The workshop being led.
    #[cfg(feature = "pages")]
    pub hall: Hall,
    /// What the browser keeps of the explorer itself.
    #[cfg(feature = "pages")]
    pub offline: Keeping,
    /// Whether the citation could be copied.
    #[cfg(feature = "pages")]
    pub cited: RwSignal<Option<bool>>,
}

/// What the list and its filters keep.
#[derive(Clone, Default)]
pub struct Session {
    /// By `Facet::slot`.
    sought: [Sought; Facet::COUNT],
    /// Whether the screen is too narrow for filters beside results: they start folded then.
    pub narrow: bool,
    /// Whether the program answers: until then the page is the prerendered one, to the letter.
    pub settled: bool,
    /// What came of « copier le lien », for the fragment it was asked for.
    pub copied: Option<Copied>,
    #[cfg(not(feature = "pages"))]
    pub suite: Suite,
    /// The annex, once fetched; pages show what they have without it.
    pub annex: Fetched,
}

impl Session {
    pub fn sought(&self, facet: Facet) -> &Sought {
        &self.sought[facet.slot()]
    }

    pub fn sought_mut(&mut self, facet: Facet) -> &mut Sought {
        &mut self.sought[facet.slot()]
    }
}

/// How the list of a facet is looked through.
#[derive(Clone, Default)]
pub struct Sought {
    /// What is typed to find an option.
    pub text: String,
    /// Whether the whole list is shown.
    pub unfolded: bool,
    /// Chosen here once: shown still, as whoever takes it back has the focus on it.
    pub kept: Vec<OptionIdx>,
}

impl Sought {
    pub fn keep(&mut self, option: OptionIdx) {
        if !self.kept.contains(&option) {
            self.kept.push(option);
        }
    }
}

/// A link that was to be copied.
#[derive(Clone, PartialEq)]
pub struct Copied {
    pub fragment: String,
    /// Whether the browser refused.
    pub refused: bool,
}

/// A file made of the selection.
#[cfg(feature = "pages")]
#[derive(Clone, PartialEq)]
pub struct Saved {
    /// The view it was made of.
    pub fragment: String,
    pub name: String,
    /// Whether the browser refused.
    pub refused: bool,
    /// Whether the text is shown, to be copied.
    pub shown: bool,
    pub text: String,
}

/// How far the index of the published files is.
#[cfg(feature = "pages")]
#[derive(Clone, Copy, PartialEq, Default)]
pub enum Published {
    #[default]
    Unasked,
    Coming,
    Here(&'static Index),
    Missing,
}

/// How far the annex is.
#[derive(Clone, Copy, Default)]
pub enum Fetched {
    #[default]
    Waiting,
    Here(&'static Annex),
    Missing,
}

impl Fetched {
    pub fn annex(self) -> Option<&'static Annex> {
        match self {
            Fetched::Here(annex) => Some(annex),
            Fetched::Waiting | Fetched::Missing => None,
        }
    }
}

impl PartialEq for Fetched {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Fetched::Here(one), Fetched::Here(other)) => std::ptr::eq(*one, *other),
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
}

impl Local {
    pub fn new(store: Store) -> Self {
        let session = RwSignal::new(Session::default());
        #[cfg(feature = "pages")]
        let annexed = Memo::new(move |_| session.with(|s| s.annex));
        #[cfg(feature = "pages")]
        let desk = Desk::new(store);
        Local {
            offered: Box::leak(offered(store.corpus).into_boxed_slice()),
            session,
            #[cfg(feature = "pages")]
            annexed,
            #[cfg(feature = "pages")]
            erased: RwSignal::new(None),
            #[cfg(feature = "pages")]
            charts: Chart::ALL.map(|chart| Charted::new(store, annexed, chart)),
            #[cfg(feature = "pages")]
            compared: RwSignal::new(Vec::new()),
            #[cfg(feature = "pages")]
            published: RwSignal::new(Published::default()),
            #[cfg(feature = "pages")]
            saved: RwSignal::new(None),
            #[cfg(feature = "pages")]
            embedding: Embedding::default(),
            #[cfg(feature = "pages")]
            paths: Box::leak(Box::new(embedded::paths().unwrap_or_default())),
            #[cfg(feature = "pages")]
            desk,
            #[cfg(feature = "pages")]
            hall: Hall::new(store, desk),
            #[cfg(feature = "pages")]
            offline: Keeping::default(),
            #[cfg(feature = "pages")]
            cited: RwSignal::new(None),
        }
    }

    /// A part of the session, tracked.
    pub fn read<T>(&self, part: impl FnOnce(&Session) -> T) -> T {
        self.session.with(part)
    }

    /// Changes the session; nothing once the program has ended.
    pub fn edit(&self, change: impl FnOnce(&mut Session)) {
        self.session.try_update(change);
    }

    pub fn annex(&self) -> Fetched {
        self.read(|s| s.annex)
    }
}
