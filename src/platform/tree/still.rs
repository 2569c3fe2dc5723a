//! What only shows something: built, and let go. Nothing of it is kept to be changed, so that thousands cost no memory of
//! ours and are thrown away at once; a listener would be lost.

use super::Live;
use crate::view::node::Node;
use std::any::Any;
use web_sys::Element;

/// Fills the element of a host, unless it was printed with its inside.
pub fn fill(place: &dyn Any, inside: impl FnOnce() -> Vec<Node>) {
    let place = place.downcast_ref::<Element>().filter(|place| !place.has_child_nodes());
    let Some((place, document)) = place.and_then(|place| Some((place, place.owner_document()?))) else { return };
    for node in inside() {
        let _ = place.append_child(&Live::build(&document, node).dom);
    }
}
