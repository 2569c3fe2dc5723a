//! Elements that only show something, read by the browser as it reads a page: faster to make and to throw away than a tree
//! that could change. Nothing else in the program turns a string into markup, and this one escapes all it is given.

use crate::view::html::markup;
use crate::view::node::Node;
use std::any::Any;
use web_sys::Element;

/// Fills the element of a host, unless it was printed with its inside.
pub fn fill(place: &dyn Any, inside: impl FnOnce() -> Vec<Node>) {
    if let Some(place) = place.downcast_ref::<Element>().filter(|place| !place.has_child_nodes()) {
        place.set_inner_html(&markup(&inside()));
    }
}
