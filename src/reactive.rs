//! Leptos' reactive core: signals, memos, effects, owners. Its views are not used (see `view`).

pub use reactive_graph::computed::Memo;
pub use reactive_graph::effect::{Effect, RenderEffect};
pub use reactive_graph::graph::untrack;
pub use reactive_graph::owner::Owner;
pub use reactive_graph::prelude::*;
pub use reactive_graph::signal::RwSignal;
pub use wasm_bindgen_futures::spawn_local;
