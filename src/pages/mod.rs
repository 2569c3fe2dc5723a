//! The pages: the only readers of the store. Each gives the components what they show and turns their events into edits.

pub mod local;
pub mod links;
pub mod filters;
pub mod results;
pub mod misses;
pub mod named;
pub mod tools;
pub mod status;

pub mod pick;

pub mod explore;
#[cfg(feature = "pages")]
pub mod view_name;
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
mod basket;
#[cfg(feature = "pages")]
pub mod brief;
#[cfg(feature = "pages")]
pub mod desk;
#[cfg(feature = "pages")]
mod desk_inputs;
#[cfg(feature = "pages")]
mod desk_kept;
#[cfg(feature = "pages")]
mod keeping;
#[cfg(feature = "pages")]
mod forms;
#[cfg(feature = "pages")]
pub mod profile;
#[cfg(feature = "pages")]
pub mod selection;
#[cfg(feature = "pages")]
pub mod roadmap;
#[cfg(feature = "pages")]
mod roadmap_table;
#[cfg(feature = "pages")]
mod roadmap_board;
#[cfg(feature = "pages")]
mod roadmap_files;
#[cfg(feature = "pages")]
mod roadmap_merged;
#[cfg(feature = "pages")]
pub mod hall;
#[cfg(feature = "pages")]
mod hall_kept;
#[cfg(feature = "pages")]
mod hall_lead;
#[cfg(feature = "pages")]
mod hall_words;
#[cfg(feature = "pages")]
mod hall_keys;
#[cfg(feature = "pages")]
mod hall_files;
#[cfg(feature = "pages")]
mod shelf;
#[cfg(feature = "pages")]
mod hall_told;
#[cfg(feature = "pages")]
mod draft;
#[cfg(feature = "pages")]
mod timer;
#[cfg(feature = "pages")]
mod slide;
#[cfg(feature = "pages")]
mod vote;
#[cfg(feature = "pages")]
mod vote_entry;
#[cfg(feature = "pages")]
mod ballots;
#[cfg(feature = "pages")]
mod stage;
#[cfg(feature = "pages")]
mod stage_panel;
#[cfg(feature = "pages")]
mod polls;
#[cfg(feature = "pages")]
mod presenter;
#[cfg(feature = "pages")]
mod minutes_page;
#[cfg(feature = "pages")]
mod workshop;
#[cfg(feature = "pages")]
pub mod offline;
#[cfg(feature = "pages")]
pub mod about;
#[cfg(feature = "pages")]
pub mod plan;

/// What the program shows for a view other than the list: its page, or the wait for the suite that has it.
#[cfg_attr(not(feature = "pages"), path = "waiting.rs")]
pub mod beside;
