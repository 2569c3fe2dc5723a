//! The data against the adopted text: every quote verbatim, nothing left out, each tag earned and each name tagged.

#[path = "../support/mod.rs"]
mod support;

mod audiences;
mod completeness;
mod quotes;
mod schemas;
mod tags;
