//! Word from one window of the explorer to another, on this device only. Where the browser has no such channel nothing is
//! heard: each window then lives alone.

use super::Listeners;
use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

const NAME: &str = "explorateur-sress";

thread_local! {
    static CHANNEL: Option<BroadcastChannel> = open();
}

fn open() -> Option<BroadcastChannel> {
    // The constructor is missing in some browsers, and refuses in some frames.
    let known = js_sys::Reflect::has(&js_sys::global(), &"BroadcastChannel".into()).unwrap_or(false);
    known.then(|| BroadcastChannel::new(NAME).ok()).flatten()
}

/// Whether what is said is heard.
pub fn is_open() -> bool {
    CHANNEL.with(Option::is_some)
}

pub fn say(text: &str) {
    CHANNEL.with(|channel| {
        if let Some(channel) = channel {
            let _ = channel.post_message(&JsValue::from_str(text));
        }
    });
}

/// Calls with what another window says.
pub fn on_word(call: impl Fn(&str) + 'static) -> Listeners {
    let heard = move |event: &web_sys::Event| {
        if let Some(text) = event.dyn_ref::<MessageEvent>().and_then(|m| m.data().as_string()) {
            call(&text);
        }
    };
    CHANNEL.with(|c| c.as_ref().map(|channel| EventListener::new(channel, "message", heard)).into_iter().collect())
}
