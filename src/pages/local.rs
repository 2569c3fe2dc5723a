//! What a link must not carry: half-typed text, unfolded lists, answers of the browser and of the network. Lives as
//! long as the page.

#[cfg(not(feature = "pages"))]
use super::beside::Suite;
#[cfg(feature = "pages")]
use super::charted::Charted;
#[cfg(feature = "pages")]
use super::embed::Embedding;
use super::filters::{Offered, offered};
#[cfg(feature = "pages")]
use crate::contract::index::Index;
use crate::domain::annex::Annex;
#[cfg(feature = "pages")]
use crate::domain::chart::Chart;
use crate::domain::facet::Facet;
#[cfg(feature = "pages")]
use crate::domain::views::Comparing;
use crate::reactive::*;
use crate::store::Store;

#[derive(Clone, Copy)]
pub struct Local {
    pub offered: &'static [Offered],
    /// By `Facet::slot`: what is typed to find an option, and whether the whole list is shown.
    pub wanted: [RwSignal<String>; Facet::COUNT],
    pub unfolded: [RwSignal<bool>; Facet::COUNT],
    /// Whether the screen is too narrow for filters beside results: they start folded then.
    pub narrow: RwSignal<bool>,
    /// Whether the program answers: until then the page is the prerendered one, to the letter.
    pub settled: RwSignal<bool>,
    /// What came of « copier le lien », for the fragment it was asked for.
    pub copied: RwSignal<Option<Copied>>,
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
    /// Whether the citation could be copied.
    #[cfg(feature = "pages")]
    pub cited: RwSignal<Option<bool>>,
    #[cfg(not(feature = "pages"))]
    pub suite: RwSignal<Suite>,
    /// The annex, once fetched; pages show what they have without it.
    pub annex: RwSignal<Fetched>,
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
#[derive(Clone, Copy, PartialEq, Default)]
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

impl Local {
    pub fn new(store: Store) -> Self {
        let annex = RwSignal::new(Fetched::default());
        Local {
            offered: Box::leak(offered(store.corpus).into_boxed_slice()),
            wanted: std::array::from_fn(|_| RwSignal::new(String::new())),
            unfolded: std::array::from_fn(|_| RwSignal::new(false)),
            narrow: RwSignal::new(false),
            settled: RwSignal::new(false),
            copied: RwSignal::new(None),
            erased: RwSignal::new(None),
            #[cfg(feature = "pages")]
            charts: Chart::ALL.map(|chart| Charted::new(store, annex, chart)),
            #[cfg(feature = "pages")]
            compared: RwSignal::new(Vec::new()),
            #[cfg(feature = "pages")]
            published: RwSignal::new(Published::default()),
            #[cfg(feature = "pages")]
            saved: RwSignal::new(None),
            #[cfg(feature = "pages")]
            embedding: Embedding::default(),
            #[cfg(feature = "pages")]
            cited: RwSignal::new(None),
            #[cfg(not(feature = "pages"))]
            suite: RwSignal::new(Suite::default()),
            annex,
        }
    }
}
