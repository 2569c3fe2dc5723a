//! Every developer task of the explorer, without a single dependency outside its tests.
//!
//! In reading order: the command line, what a task needs of the machine (`tools`), how `dist/` is made (`build`), what of it
//! others wrote (`supply`), how it is served (`serve`), what must hold before a change lands (`checks`), and what is measured
//! (`bench`). What the visitor reads is French; so is what the developer reads here.

pub mod cli;

pub mod json;
pub mod report;

pub mod digest;
pub mod process;
pub mod workspace;

pub mod tools;

pub mod build;

pub mod supply;

pub mod serve;

pub mod checks;

pub mod bench;
