//! The page itself: readiness, title, focus. Nothing here is ever refused; a missing element is left alone.

use super::program::{complete, settle};
use super::{document, window};
use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// Says that the page answers: controls wake up, `<html data-etat="pret">`.
pub fn ready() {
    settle();
    let Ok(document) = document() else { return };
    // The starter script made the controls inert until somebody answers them.
    if let Ok(waiting) = document.query_selector_all(".xp-needs-js[inert]") {
        for node in (0..waiting.length()).filter_map(|i| waiting.get(i)) {
            let _ = node.unchecked_into::<web_sys::Element>().remove_attribute("inert");
        }
    }
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("data-etat", "pret");
    }
}

/// Longest time for which the controls sleep while a page is fetched, in milliseconds: they work without it.
const PATIENCE: i32 = 3_000;

/// Shows a page that waits for its content, and wakes the controls up should it be long in coming.
pub fn waiting() {
    if let Some(root) = document().ok().and_then(|d| d.document_element()) {
        // Set by the starter, to hide the prerendered view of another address.
        let _ = root.remove_attribute("data-adresse");
    }
    later(PATIENCE, Box::new(ready));
}

/// Marks the page as projected: `projection.css` does the rest.
pub fn set_projected(on: bool) {
    if let Some(root) = document().ok().and_then(|d| d.document_element()) {
        let _ =
            if on { root.set_attribute("data-affichage", "projete") } else { root.remove_attribute("data-affichage") };
    }
}

/// The theme the host of a frame asked for: `cadre.mjs` writes it.
pub fn theme() -> Option<String> {
    document().ok()?.document_element()?.get_attribute("data-theme")
}

/// Sets the title once the address is written: a frame tells both to its host.
pub fn set_title(title: String) {
    after_frame(move || {
        if let Ok(document) = document() {
            document.set_title(&title);
        }
    });
}

/// Asks for paper; a frame that may not is left as it is.
#[cfg(feature = "pages")]
pub fn print() {
    if let Ok(window) = window() {
        let _ = window.print();
    }
}

/// Content of a `<meta name=…>`: what the build wrote into the page.
pub fn meta(name: &str) -> Option<String> {
    let element = document().ok()?.query_selector(&format!("meta[name=\"{name}\"]")).ok()??;
    element.get_attribute("content").filter(|c| !c.is_empty())
}

/// The text of each element a selector finds, in the order of the page.
pub fn texts(selector: &str) -> Vec<String> {
    let Some(found) = document().ok().and_then(|d| d.query_selector_all(selector).ok()) else { return Vec::new() };
    (0..found.length()).filter_map(|i| found.get(i)?.text_content()).collect()
}

/// Moves the focus to an element by id, and the page to its top.
pub fn focus_top(id: &str) {
    scroll_to_top();
    focus_without_scroll(id);
}

pub fn focus_without_scroll(id: &str) {
    focus_first(&[&format!("#{id}")]);
}

/// Moves the focus to the first element one of the selectors finds, and nothing else.
pub fn focus_first(selectors: &[&str]) {
    let found = |selector: &&str| document().ok()?.query_selector(selector).ok().flatten();
    let sought = || selectors.iter().find_map(found);
    if let Some(element) = sought().or_else(|| whole(sought)) {
        focus_element(&element);
    }
}

/// Moves the focus to an element, and nothing else.
pub(super) fn focus_element(element: &web_sys::Node) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Moves the focus to a field, its text chosen: what is typed next takes its place.
#[cfg(feature = "pages")]
pub fn select(id: &str) {
    focus_without_scroll(id);
    let field = document().ok().and_then(|d| d.get_element_by_id(id));
    if let Some(field) = field.and_then(|field| field.dyn_into::<web_sys::HtmlInputElement>().ok()) {
        field.select();
    }
}

/// Empties a field. One that had the focus has it again: a browser then hears the same text typed twice as two entries.
#[cfg(feature = "pages")]
pub fn empty(id: &str) {
    let field = document().ok().and_then(|d| d.get_element_by_id(id));
    let Some(field) = field.and_then(|field| field.dyn_into::<web_sys::HtmlInputElement>().ok()) else { return };
    let held = has_focus(id);
    let _ = field.blur();
    field.set_value("");
    if held {
        focus_element(&field);
    }
}

#[cfg(feature = "pages")]
pub fn has_focus(id: &str) -> bool {
    document().ok().and_then(|d| d.active_element()).is_some_and(|active| active.id() == id)
}

/// What writes the text of the element a host was given.
#[cfg(feature = "pages")]
pub fn writer(place: &dyn std::any::Any) -> Option<impl Fn(&str) + Clone + 'static> {
    let place = place.downcast_ref::<web_sys::Element>()?.clone();
    Some(move |text: &str| place.set_text_content(Some(text)))
}

/// Selector of the element that has the focus: its id, or where it leads; empty when neither tells it.
pub fn focused() -> String {
    let Some(element) = document().ok().and_then(|d| d.active_element()) else { return String::new() };
    match (element.id(), element.get_attribute("href")) {
        (id, _) if !id.is_empty() => format!("[id=\"{id}\"]"),
        // Fragments hold no quote: `address` escapes them.
        (_, Some(href)) if href.starts_with("#/") => format!("a[href=\"{href}\"]"),
        _ => String::new(),
    }
}

/// Where in the window the element that has the focus is.
pub fn focused_top() -> f64 {
    document().ok().and_then(|d| d.active_element()).map_or(0.0, |element| top_of(&element))
}

/// Whether the page has an element with this id.
pub fn has(id: &str) -> bool {
    let here = || document().ok()?.get_element_by_id(id);
    here().or_else(|| whole(here)).is_some()
}

/// Looks again once the rest of a long list is there.
fn whole<T>(look: impl FnOnce() -> T) -> T {
    complete();
    look()
}

/// Moves the focus to an element by id, wherever it is.
pub fn focus(id: &str) {
    if let Some(element) = document().ok().and_then(|d| d.get_element_by_id(id)) {
        laid_out(|| element.scroll_into_view());
    }
    focus_without_scroll(id);
}

pub fn scroll_to_top() {
    scroll_to(0.0);
}

fn scroll_to(height: f64) {
    if let Ok(window) = window() {
        window.scroll_to_with_x_and_y(0.0, height);
    }
}

/// How far the page is scrolled.
pub fn scroll() -> f64 {
    window().ok().and_then(|w| w.scroll_y().ok()).unwrap_or(0.0)
}

/// Scrolls so that what the selector finds is at this height of the window; to that scroll when it finds nothing.
pub fn scroll_back(height: f64, selector: &str, top: f64) {
    if height <= 0.0 {
        return scroll_to_top();
    }
    laid_out(|| {
        let found = document().ok().and_then(|d| d.query_selector(selector).ok().flatten());
        scroll_to(found.map_or(height, |element| scroll() + top_of(&element) - top));
    });
}

fn top_of(element: &web_sys::Element) -> f64 {
    element.get_bounding_client_rect().top()
}

/// Time in which a browser notes the heights of what it lays out, in milliseconds.
const NOTED: u32 = 200;

thread_local! {
    /// While the whole page is laid out.
    static NOTING: RefCell<Option<Timeout>> = const { RefCell::new(None) };
}

/// Scrolls with the whole page laid out (`results.css`): the heights of cards not seen yet are only guessed.
fn laid_out(scroll: impl FnOnce()) {
    complete();
    let Some(root) = document().ok().and_then(|d| d.document_element()) else { return };
    let _ = root.set_attribute("data-entier", "");
    scroll();
    // Dropped by the next one, which takes its own time.
    NOTING.set(Some(Timeout::new(NOTED, move || drop(root.remove_attribute("data-entier")))));
}

/// Runs once the pending view has been drawn.
pub fn after_paint(call: impl FnOnce() + 'static) {
    later(0, Box::new(call));
}

/// Runs after a time in milliseconds, whatever happens. A timer of gloo that is let go keeps its function for ever.
pub fn later(time: i32, call: Box<dyn FnOnce()>) {
    if let Ok(window) = window() {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(once(call).unchecked_ref(), time);
    }
}

/// A function of the browser that runs once and is then let go.
#[inline(never)]
fn once(call: Box<dyn FnOnce()>) -> JsValue {
    Closure::once_into_js(call)
}

/// Runs once the frame that shows the pending view is made: what the visitor does not look at must not delay it. At once
/// in a page nobody sees, which makes no frames, and soon in one that makes none for another reason (a frame out of sight).
pub fn after_frame(call: impl FnOnce() + 'static) {
    let seen = document().ok().is_some_and(|d| !d.hidden());
    let Some(window) = window().ok().filter(|_| seen) else { return call() };
    let first = Rc::new(Cell::new(Some(call)));
    let run = move || {
        if let Some(call) = first.take() {
            call();
        }
    };
    later(FRAMELESS, Box::new(run.clone()));
    let _ = window.request_animation_frame(once(Box::new(move || after_paint(run))).unchecked_ref());
}

/// Longest wait for a frame, in milliseconds.
const FRAMELESS: i32 = 250;

/// Id of the message shown when nothing answers any more.
const BROKEN: &str = "xp-panne";

/// Shows, in plain DOM, that the page no longer answers; what is on screen stays readable.
pub fn broken(cause: &str) {
    web_sys::console::error_1(&cause.into());
    let Ok(document) = document() else { return };
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("data-etat", "erreur");
    }
    if let Some(message) = document.get_element_by_id(BROKEN) {
        let _ = message.remove_attribute("hidden");
    }
}

/// A panic shows the message instead of a page that silently stops answering.
pub fn on_panic() {
    std::panic::set_hook(Box::new(|info| broken(&info.to_string())));
}
