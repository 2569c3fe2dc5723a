//! The pages there are, and how their paths are written: the first half of the address.

use super::chart::Chart;
use super::corpus::{Corpus, MeasureIdx, OptionIdx};
use super::facet::Facet;
#[cfg(any(not(target_arch = "wasm32"), feature = "pages"))]
use super::stage::{Scene, Source, print_workshop};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum View {
    #[default]
    Measures,
    Measure(MeasureIdx),
    /// A measure on one sheet, for elected members.
    Brief(MeasureIdx),
    /// Three questions, and what concerns who answers.
    Profile,
    /// The measures the visitor put aside.
    Selection,
    Roadmap(Layout),
    /// Every term of a facet.
    Terms(Facet),
    Term(Facet, OptionIdx),
    /// Every chart.
    Charts,
    Chart(Chart),
    Targets,
    Compare(Comparing),
    Data,
    About,
    /// The site in one page.
    Plan,
    /// Measures looked at together, in a room.
    #[cfg(any(not(target_arch = "wasm32"), feature = "pages"))]
    Workshop(Source, Scene),
    /// A page that the first program has not, by its path: the suite reads it. Each path it could read itself would weigh
    /// before the first click.
    #[cfg(all(target_arch = "wasm32", not(feature = "pages")))]
    Elsewhere(&'static str),
}

impl View {
    /// Where a workshop is made ready: one name for the program that has this page and the one that has not.
    #[cfg(any(not(target_arch = "wasm32"), feature = "pages"))]
    pub const WORKSHOP: View = View::Workshop(Source::List, Scene::Prepare);
    #[cfg(all(target_arch = "wasm32", not(feature = "pages")))]
    pub const WORKSHOP: View = View::Elsewhere(WORKSHOP);
}

/// How a roadmap is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Layout {
    #[default]
    Table,
    /// A column for each status.
    Board,
    /// Several structures' roadmaps in one.
    Merged,
}

impl Layout {
    pub const ALL: [Layout; 3] = [Layout::Table, Layout::Board, Layout::Merged];

    /// End of its path.
    const fn path(self) -> &'static str {
        match self {
            Layout::Table => "",
            Layout::Board => "/statuts",
            Layout::Merged => "/reunion",
        }
    }
}

/// Things that can be compared with one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    Measures,
    Options(Facet),
}

/// One side of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    Measure(MeasureIdx),
    Option(Facet, OptionIdx),
}

/// What is to be compared, as far as it is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Comparing {
    #[default]
    Nothing,
    Among(Family),
    One(Thing),
    Two(Pair),
}

/// Two things of one kind, side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pair {
    Measures(MeasureIdx, MeasureIdx),
    Options(Facet, OptionIdx, OptionIdx),
}

/// Path of the page that lists the terms of a facet; kinds of action have no page.
pub(super) fn terms_path(facet: Facet) -> Option<&'static str> {
    match facet {
        Facet::Actor => Some("acteurs"),
        Facet::Scheme => Some("dispositifs"),
        Facet::Place => Some("territoires"),
        Facet::Audience => Some("publics"),
        Facet::Kind | Facet::Level(_) => None,
    }
}

/// End of the path of a measure's sheet, and starts of the paths of the roadmap and of the workshop.
const BRIEF: &str = "/fiche";
const ROADMAP: &str = "/feuille-de-route";
const WORKSHOP: &str = "/atelier";

pub fn print_view(view: View, corpus: &Corpus) -> String {
    match view {
        View::Measures => "/mesures".into(),
        View::Measure(at) => format!("/mesures/{}", corpus.measure(at).map_or(0, |m| m.number)),
        View::Brief(at) => print_view(View::Measure(at), corpus) + BRIEF,
        View::Profile => "/parcours".into(),
        View::Selection => "/selection".into(),
        View::Roadmap(layout) => ROADMAP.to_owned() + layout.path(),
        View::Terms(facet) => format!("/{}", terms_path(facet).unwrap_or("mesures")),
        View::Term(facet, at) => {
            format!("/{}/{}", terms_path(facet).unwrap_or("mesures"), corpus.option_key(facet, at))
        }
        View::Charts => "/graphiques".into(),
        View::Chart(chart) => format!("/graphiques/{}", chart.key()),
        View::Targets => "/objectifs".into(),
        View::Compare(comparing) => "/comparer".to_owned() + &print_comparing(comparing, corpus),
        View::Data => "/donnees".into(),
        View::About => "/a-propos".into(),
        View::Plan => "/plan".into(),
        #[cfg(any(not(target_arch = "wasm32"), feature = "pages"))]
        View::Workshop(source, scene) => WORKSHOP.to_owned() + &print_workshop(source, scene, corpus),
        #[cfg(all(target_arch = "wasm32", not(feature = "pages")))]
        View::Elsewhere(path) => path.into(),
    }
}

/// Key of the measures in the address of a comparison, beside those of the facets.
pub(super) const MEASURE: &str = "mesure";

/// `/acteur`, `/mesure/3`, `/acteur/cress/urscop`.
fn print_comparing(comparing: Comparing, corpus: &Corpus) -> String {
    let (before, key) = match comparing {
        Comparing::Nothing => return String::new(),
        Comparing::Among(Family::Measures) => (Comparing::Nothing, MEASURE.to_owned()),
        Comparing::Among(Family::Options(facet)) => (Comparing::Nothing, corpus.facet_key(facet).to_owned()),
        Comparing::One(one) => (Comparing::Among(one.family()), one.key(corpus)),
        Comparing::Two(pair) => {
            let [one, other] = pair.sides();
            (Comparing::One(one), other.key(corpus))
        }
    };
    format!("{}/{key}", print_comparing(before, corpus))
}
