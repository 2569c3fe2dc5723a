//! Explorateur SRESS: the regional strategy for the social and solidarity economy, filtered in the browser.
//!
//! Modules in reading order; each sees only those above it. `tests/tidy` holds the walls.

pub mod domain;
pub mod embedded;
#[cfg(any(feature = "pages", not(target_arch = "wasm32")))]
pub mod contract;
#[cfg(any(feature = "pages", not(target_arch = "wasm32")))]
pub mod editing;
#[cfg(any(feature = "pages", not(target_arch = "wasm32")))]
pub mod roadmap;
#[cfg(any(feature = "pages", not(target_arch = "wasm32")))]
pub mod workshop;
#[cfg(any(feature = "pages", feature = "documents", not(target_arch = "wasm32")))]
pub mod documents;

pub mod charts;
pub mod view;

#[cfg(feature = "ui")]
pub mod reactive;
#[cfg(feature = "ui")]
pub mod store;
#[cfg(feature = "ui")]
pub mod platform;

#[cfg(feature = "ui")]
pub mod components;
#[cfg(feature = "ui")]
pub mod pages;
#[cfg(feature = "ui")]
pub mod app;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
