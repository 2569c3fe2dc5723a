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
pub mod measure;
pub mod term;
pub mod terms;
pub mod charts;
pub mod targets;
pub mod about;
