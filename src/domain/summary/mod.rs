//! What charts see of a selection: counts and names in one of a few shapes, and nothing else of the corpus.
//!
//! A chart of one or two facets ignores their own choice, as the counts of their options do: the other marks stay, to be
//! chosen. The tree and the flow show the selection as it is. Deliberately absent: colours, sizes.

mod counting;
mod crossing;
mod facts;
mod flow;
mod partners;
mod sections;
mod shape;
mod structure;
mod targets;
mod together;

pub use counting::{ROWS, leaf_facet};
pub use crossing::default_crossing;
pub use shape::{
    BarRow, Bars, Event, Flow, Grid, Intent, Link, Mark, Network, Node, Pick, Series, Shape, Timeline, Value, Vertex,
};

use super::annex::Annex;
use super::binary::binary;
use super::chart::{Chart, Crossing};
use super::corpus::Corpus;
use super::needle::Search;
use super::query::Query;
use super::select::Selection;

/// One chart's content.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// What is seen, in a sentence.
    pub title: String,
    /// What the rows of the table are: « Orientation ».
    pub head: String,
    /// Where the numbers come from, with the page.
    pub source: String,
    pub shape: Shape,
}

binary! {
    struct Summary { title, head, source, shape }
}

/// What a summary is made from.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    pub corpus: &'a Corpus,
    /// Absent while it is fetched, or when it could not be.
    pub annex: Option<&'a Annex>,
    pub query: &'a Query,
    pub search: &'a Search,
    pub selection: &'a Selection,
    /// What the crossing counts by.
    pub crossing: Option<Crossing>,
    /// Whether long charts show every row.
    pub whole: bool,
}

/// `None` when the corpus, or the annex not yet there, has nothing for this chart.
pub fn summarise(chart: Chart, asked: &Asked) -> Option<Summary> {
    match chart {
        Chart::Sections => sections::sections(asked),
        Chart::Structure => structure::structure(asked),
        Chart::Partners => partners::partners(asked),
        Chart::Crossing => crossing::crossing(asked),
        Chart::Together => together::together(asked),
        Chart::Flow => flow::flow(asked),
        Chart::Targets => targets::targets(asked),
        Chart::Panorama => facts::panorama(asked),
        Chart::Record => facts::record(asked),
        Chart::Vote => facts::vote(asked),
        Chart::Timeline => facts::timeline(asked),
    }
}
