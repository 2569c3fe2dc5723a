//! The page as data: a tree of elements that one piece of code prints, adopts and updates.
//!
//! Why not Leptos' own view types: each shape of markup compiles to its own code for building, rebuilding and
//! hydrating. The same pages weighed 346 kB of brotli that way; see ARCHITECTURE.md. Signals stay Leptos'.

pub mod html;
pub mod node;

/// Children of an element, of any kind that can be one: text, elements, options and lists of them.
#[macro_export]
macro_rules! kids {
    ($($child:expr),* $(,)?) => {{
        #[allow(unused_mut)]
        let mut list: Vec<$crate::view::node::Node> = Vec::new();
        $($crate::view::node::Kid::add_to($child, &mut list);)*
        list
    }};
}
