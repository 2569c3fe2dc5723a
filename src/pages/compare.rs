//! Comparer.

use super::local::Local;
use crate::components::prose::title;
use crate::domain::views::Pair;
use crate::kids;
use crate::store::Store;
use crate::view::node::{Element, el};

pub fn compare_page(_: Store, _: Local, _: Option<Pair>) -> Element {
    el("div", "xp-page", kids![title(None, "Comparer".to_owned())])
}
