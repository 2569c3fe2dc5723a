//! Pieces of the interface: values in, events out. None reads the store; only the chart figure knows the browser.

pub mod prose;
pub mod segments;
pub mod reports;
#[cfg(feature = "pages")]
pub mod term_links;

pub mod search_box;
pub mod facet_group;
pub mod chips;

pub mod official;
pub mod card;
pub mod target;
#[cfg(feature = "pages")]
pub mod value_table;
#[cfg(feature = "pages")]
pub mod drawing;
#[cfg(feature = "pages")]
pub mod comparison;
#[cfg(feature = "pages")]
pub mod sheet;
#[cfg(feature = "pages")]
pub mod plain_table;
#[cfg(feature = "pages")]
pub mod paper;
#[cfg(feature = "pages")]
pub mod figure;
#[cfg(feature = "pages")]
pub mod field;
