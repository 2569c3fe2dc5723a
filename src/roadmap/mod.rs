//! A draft *feuille de route*: what a structure intends to do with the measures it chose. Pure: no screen, no storage, no
//! clock; sees the domain and `editing` only. Read in the order of the modules.
//!
//! A roadmap names measures and actions by their numbers, so that its file outlives a version of the data.

pub mod due;
pub mod terms;
pub mod row;
pub mod edit;
pub mod reconcile;

pub mod start;
pub mod file;
pub mod merge;
pub mod takeaway;
pub mod merged;

pub use row::{Roadmap, Row, Subject};
