//! The pages: the only readers of the store. Each gives the components what they show and turns their events into edits.

pub mod local;
pub mod links;
pub mod filters;
pub mod results;
pub mod misses;
pub mod named;
pub mod tools;
pub mod status;

pub mod explore;
#[cfg(feature = "pages")]
pub mod measure;
#[cfg(feature = "pages")]
pub mod term;
#[cfg(feature = "pages")]
pub mod terms;
#[cfg(feature = "pages")]
pub mod charted;
#[cfg(feature = "pages")]
pub mod crossing;
#[cfg(feature = "pages")]
pub mod charts;
#[cfg(feature = "pages")]
pub mod targets;
#[cfg(feature = "pages")]
pub mod compare;
#[cfg(feature = "pages")]
pub mod compared;
#[cfg(feature = "pages")]
pub mod compared_rows;
#[cfg(feature = "pages")]
pub mod citation;
#[cfg(feature = "pages")]
pub mod described;
#[cfg(feature = "pages")]
pub mod meanings;
#[cfg(feature = "pages")]
pub mod published;
#[cfg(feature = "pages")]
pub mod data;
#[cfg(feature = "pages")]
pub mod embed;
#[cfg(feature = "pages")]
mod embed_form;
#[cfg(feature = "pages")]
pub mod about;
#[cfg(feature = "pages")]
pub mod plan;

/// What the program shows for a view other than the list: its page, or the wait for the suite that has it.
#[cfg_attr(not(feature = "pages"), path = "waiting.rs")]
pub mod beside;
