//! What a link must not carry: half-typed text, unfolded lists, answers of the browser and of the network. Lives as
//! long as the page.

#[cfg(not(feature = "pages"))]
use super::beside::Suite;
#[cfg(feature = "pages")]
use super::compare::Half;
#[cfg(feature = "pages")]
use crate::components::figure::State;
use crate::domain::annex::Annex;
use crate::domain::facet::Facet;
use crate::reactive::*;

#[derive(Clone, Copy)]
pub struct Local {
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
    #[cfg(feature = "pages")]
    pub chart: RwSignal<State>,
    /// What is chosen to be compared, as long as it is not two things.
    #[cfg(feature = "pages")]
    pub half: RwSignal<Half>,
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
    pub fn new() -> Self {
        Local {
            wanted: std::array::from_fn(|_| RwSignal::new(String::new())),
            unfolded: std::array::from_fn(|_| RwSignal::new(false)),
            narrow: RwSignal::new(false),
            settled: RwSignal::new(false),
            copied: RwSignal::new(None),
            erased: RwSignal::new(None),
            #[cfg(feature = "pages")]
            chart: RwSignal::new(State::default()),
            #[cfg(feature = "pages")]
            half: RwSignal::new(Half::default()),
            #[cfg(not(feature = "pages"))]
            suite: RwSignal::new(Suite::default()),
            annex: RwSignal::new(Fetched::default()),
        }
    }
}

impl Default for Local {
    fn default() -> Self {
        Local::new()
    }
}
