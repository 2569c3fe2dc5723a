//! The interface without a browser: what an edit of the store writes and says, and the default view as it is printed.

#[path = "../support/mod.rs"]
mod support;

mod default_view;
mod edits;
