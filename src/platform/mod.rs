//! The browser: the only code that touches `web_sys`, `js_sys` or gloo. One capability, one file, one purpose.
//!
//! Each file says what it is for, when a browser refuses it, and what the visitor gets instead.

pub mod announce;
#[cfg(feature = "pages")]
pub mod channel;
pub mod clipboard;
#[cfg(feature = "pages")]
pub mod clock;
pub mod connection;
#[cfg(feature = "pages")]
pub mod documents;
#[cfg(feature = "pages")]
pub mod double;
#[cfg(feature = "pages")]
pub mod drag;
#[cfg(feature = "pages")]
pub mod echarts;
pub mod fetch;
#[cfg(feature = "pages")]
pub mod files;
#[cfg(feature = "pages")]
pub mod frame;
pub mod history;
#[cfg(feature = "pages")]
pub mod json;
#[cfg(feature = "pages")]
pub mod keys;
#[cfg(feature = "pages")]
pub mod leaving;
pub mod links;
pub mod media;
#[cfg(feature = "pages")]
pub mod near;
#[cfg(feature = "pages")]
pub mod offline;
#[cfg(feature = "pages")]
pub mod opening;
pub mod page;
pub mod program;
#[cfg(feature = "pages")]
pub mod screen;
mod script;
#[cfg(feature = "pages")]
pub mod storage;
#[cfg(not(feature = "pages"))]
pub mod suite;
#[cfg(feature = "pages")]
pub mod swipe;
pub mod tree;

use gloo::events::EventListener;
use std::fmt;
use wasm_bindgen::JsValue;

/// The step that failed; the caller degrades, and shows or logs it once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlatformError {
    /// No window or document: not in a page.
    NoPage,
    /// The browser, the frame or a policy refused.
    Refused(&'static str),
    /// A file could not be fetched or run.
    Unavailable(&'static str),
}

impl fmt::Display for PlatformError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PlatformError::NoPage => write!(f, "aucune page"),
            PlatformError::Refused(what) => write!(f, "refusé par le navigateur : {what}"),
            PlatformError::Unavailable(what) => write!(f, "indisponible : {what}"),
        }
    }
}

/// What the program hears from the page, for as long as this is held.
pub type Listeners = Vec<EventListener>;

fn refused(what: &'static str) -> impl FnOnce(JsValue) -> PlatformError {
    move |_| PlatformError::Refused(what)
}

fn window() -> Result<web_sys::Window, PlatformError> {
    web_sys::window().ok_or(PlatformError::NoPage)
}

fn document() -> Result<web_sys::Document, PlatformError> {
    window()?.document().ok_or(PlatformError::NoPage)
}
