//! The whole screen, kept awake, without a pointer in the way. Each may be refused: the slides are the same without.

use super::{Listeners, document, window};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Function, Promise, Reflect};
use std::cell::{Cell, RefCell};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Marks the page while nothing moves (`stage.css` hides the pointer).
const STILL: &str = "data-immobile";

/// Time after which a pointer that does not move is hidden, in milliseconds.
const IDLE: u32 = 3_000;

thread_local! {
    /// What keeps the screen awake, while it is.
    static AWAKE: RefCell<Option<JsValue>> = const { RefCell::new(None) };
    /// Whether it is to be kept awake: browsers let go when the window is hidden.
    static WANTED: Cell<bool> = const { Cell::new(false) };
    static POINTER: RefCell<Option<Timeout>> = const { RefCell::new(None) };
}

/// Marks the page as a stage, of a theme of its own: `stage.css` leaves nothing else of it.
pub fn set_stage(theme: Option<&str>) {
    let Some(root) = document().ok().and_then(|d| d.document_element()) else { return };
    let was = root.has_attribute("data-scene");
    let _ = match theme {
        Some(theme) => root.set_attribute("data-scene", "").and(root.set_attribute("data-theme", theme)),
        None if was => root.remove_attribute("data-scene").and(root.remove_attribute("data-theme")),
        None => Ok(()),
    };
}

pub fn is_full() -> bool {
    document().ok().is_some_and(|d| d.fullscreen_element().is_some())
}

/// Takes the whole screen, or gives it back; tells whether the browser agreed.
pub async fn set_full(on: bool) -> bool {
    let Ok(document) = document() else { return false };
    let Some(root) = document.document_element() else { return false };
    // Called by name: what a refusal looks like depends on the browser.
    let (target, name): (&JsValue, &str) =
        if on { (&root, "requestFullscreen") } else { (&document, "exitFullscreen") };
    promised(target, name, None).await.is_some()
}

async fn promised(target: &JsValue, name: &str, argument: Option<&str>) -> Option<JsValue> {
    let function: Function = Reflect::get(target, &name.into()).ok()?.dyn_into().ok()?;
    let called = match argument {
        Some(argument) => function.call1(target, &argument.into()),
        None => function.call0(target),
    };
    let promise: Promise = called.ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}

/// Keeps the screen awake, or no longer.
pub fn set_awake(on: bool) {
    if WANTED.replace(on) == on {
        return;
    }
    spawn_local(hold());
}

async fn hold() {
    let lock = || Reflect::get(&window().ok()?.navigator(), &"wakeLock".into()).ok().filter(|l| !l.is_undefined());
    if let Some(held) = AWAKE.take() {
        promised(&held, "release", None).await;
    }
    if WANTED.get()
        && let Some(lock) = lock()
    {
        let held = promised(&lock, "request", Some("screen")).await;
        // Meanwhile it may be wanted no more, or another may have come.
        let spare = if WANTED.get() { AWAKE.replace(held) } else { held };
        if let Some(spare) = spare {
            promised(&spare, "release", None).await;
        }
    }
}

/// Takes the screen's wakefulness again when the window comes back, and hides a pointer that does not move.
pub fn watch() -> Listeners {
    let Ok(document) = document() else { return Vec::new() };
    let back = EventListener::new(&document, "visibilitychange", |_| {
        let seen = super::document().is_ok_and(|d| !d.hidden());
        if seen && WANTED.get() {
            spawn_local(hold());
        }
    });
    let moves = EventListener::new(&document, "pointermove", |_| {
        still(false);
        POINTER.set(Some(Timeout::new(IDLE, || still(true))));
    });
    vec![back, moves]
}

fn still(on: bool) {
    let Some(root) = document().ok().and_then(|d| d.document_element()) else { return };
    let _ = if on { root.set_attribute(STILL, "") } else { root.remove_attribute(STILL) };
}
