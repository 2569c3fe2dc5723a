//! The explorer without a network: kept by the browser once a visitor asks (`web/registre.mjs`), or read from a single file.
//!
//! Refused in frames, in private windows, without https, and from a disk: each is told apart, since what to do differs.

use super::{PlatformError, document, refused};
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// `web/suite.mjs` brings it with the suite.
    #[wasm_bindgen(catch, js_namespace = xpHorsLigne, js_name = watch)]
    fn follow(call: &JsValue) -> Result<(), JsValue>;
    #[wasm_bindgen(catch, js_namespace = xpHorsLigne, js_name = take)]
    fn prepare() -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = xpHorsLigne, js_name = leave)]
    fn give_back() -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = xpHorsLigne, js_name = pass)]
    fn let_in() -> Result<(), JsValue>;
}

/// What this browser keeps of the explorer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Offline {
    /// The browser has not answered yet.
    #[default]
    Unknown,
    /// Nothing can be kept here.
    Nowhere(Obstacle),
    /// Nothing is kept, and something can be.
    Free,
    /// So many files of so many are here.
    Coming {
        here: u32,
        of: u32,
    },
    Ready,
    /// A newer version, complete, waits for its turn.
    Newer,
    /// Nothing was kept.
    Failed(Failure),
}

/// Why nothing can be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// This page is the single file, which needs nothing.
    Kit,
    Framed,
    /// Neither https nor this very machine.
    Plain,
    /// The browser cannot, or will not in this window.
    Absent,
}

/// Why a preparation came to nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The browser refused, before any file.
    Refused,
    /// No room is left.
    Full,
    /// This file did not come, or is another version's; its path, where it is known.
    Missing(String),
}

impl Offline {
    fn read(state: &str, here: f64, of: f64, path: String) -> Offline {
        match state {
            "kit" => Offline::Nowhere(Obstacle::Kit),
            "cadre" => Offline::Nowhere(Obstacle::Framed),
            "clair" => Offline::Nowhere(Obstacle::Plain),
            "libre" => Offline::Free,
            "prepare" => Offline::Coming { here: here as u32, of: of as u32 },
            "pret" => Offline::Ready,
            "nouvelle" => Offline::Newer,
            "refus" => Offline::Failed(Failure::Refused),
            "place" => Offline::Failed(Failure::Full),
            "manque" => Offline::Failed(Failure::Missing(path)),
            _ => Offline::Nowhere(Obstacle::Absent),
        }
    }
}

/// Whether this page is the single file: it has no site around it.
pub fn kit() -> bool {
    let root = || document().ok()?.document_element();
    root().is_some_and(|root| root.has_attribute("data-kit"))
}

/// Tells what is kept, now and at each change, for the life of the page.
pub fn watch(call: impl Fn(Offline) + 'static) {
    let told = move |state: String, here: f64, of: f64, path: String| call(Offline::read(&state, here, of, path));
    let told = Closure::<dyn Fn(String, f64, f64, String)>::new(told);
    // Without it there is nothing to tell of: the page says nothing.
    let _ = follow(&told.into_js_value());
}

/// Asks for everything; what comes of it is told to who watches.
pub fn take() {
    let _ = prepare();
}

/// Gives everything back; how many versions were kept.
pub async fn leave() -> Result<u32, PlatformError> {
    let left = JsFuture::from(give_back().map_err(refused("hors ligne"))?).await;
    Ok(left.map_err(refused("hors ligne"))?.as_f64().unwrap_or_default() as u32)
}

/// Lets the newer version in: the page starts anew, at the same address.
pub fn pass() {
    let _ = let_in();
}
