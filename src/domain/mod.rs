//! The strategy and the questions asked of it. Pure: no screen, no browser, no clock; native tests in milliseconds.
//!
//! Address → `Query` → `Selection` (hits + counts, one walk) → `Summary`. Files in reading order.

pub mod binary;
mod binary_types;

pub mod embed;
pub mod facet;
pub mod chart;
pub mod schema;
pub mod schema_terms;
pub mod schema_paths;

pub mod corpus;
mod corpus_bytes;
pub mod passage;
pub mod facts;
pub mod annex;

pub mod order;
pub mod text;
pub mod lexicon;
pub mod needle;
pub mod search;

pub mod query;
pub mod select;
pub mod suggest;
pub mod answer;
pub mod markup;
pub mod summary;

pub mod paths;
pub mod profile;
pub mod ranking;

/// The first program has none of its pages.
#[cfg(any(not(target_arch = "wasm32"), feature = "pages"))]
pub mod stage;
pub mod views;
pub mod notice;
/// The first program leaves all paths but the list's to the suite.
#[cfg_attr(all(target_arch = "wasm32", not(feature = "pages")), path = "elsewhere.rs")]
pub mod routes;
pub mod address;

pub mod frame;
pub mod french;
pub mod label;
pub mod sides;
pub mod compare;
pub mod synthesis;
pub mod document;

pub mod files;
pub mod faults;
pub mod check;
pub mod check_measures;
pub mod check_paths;
pub mod assemble;
pub mod assemble_paths;
