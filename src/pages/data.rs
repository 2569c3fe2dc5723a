//! Données.

use super::local::Local;
use crate::components::prose::title;
use crate::kids;
use crate::store::Store;
use crate::view::node::{Element, el};

pub fn data_page(_: Store, _: Local) -> Element {
    el("div", "xp-page", kids![title(None, "Données".to_owned())])
}
