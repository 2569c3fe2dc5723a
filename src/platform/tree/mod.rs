//! The tree on the page: adopts printed markup, builds what is new, changes only what differs.
//!
//! Elements that stay keep their focus, scroll and unfolded state; so do those of a list that leave and come back. Any
//! other removed one takes its listeners and guests along. What is out of sight (`Node::Later`) stays as it was, or is
//! not there yet, until `catch_up`.

mod attribute;
mod element;
mod listener;
mod still;

use crate::view::node::{Element, Later, Node};
use attribute::differs;
use element::LiveElement;
pub use still::fill;
use web_sys::{Document, Node as Dom};

/// A node on the page and what it was made from.
pub struct Live {
    dom: Dom,
    shape: Shape,
    /// Whether it came as `Later::absent`: much at once, made once.
    lasts: bool,
}

/// Where an element on the page comes from: printed ones have their attributes already.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Origin {
    Printed,
    Built,
}

enum Shape {
    Text(String),
    Element(Box<LiveElement>),
    /// An element to come; an empty text keeps its place.
    Awaited(Later),
}

/// What is to be brought up to date.
pub struct Extent<'a> {
    /// Whether what is not there yet comes too.
    pub absent: bool,
    pub enough: &'a dyn Fn() -> bool,
}

impl Live {
    /// Takes over printed markup; whatever differs from `node` is built anew, and said in the console.
    pub fn adopt(document: &Document, node: Node, dom: Dom) -> Live {
        match node {
            Node::Text(text) if dom.node_type() == Dom::TEXT_NODE => {
                if dom.text_content().as_deref() != Some(&text) {
                    differs(&text);
                    dom.set_node_value(Some(&text));
                }
                Live { dom, shape: Shape::Text(text.into_owned()), lasts: false }
            }
            Node::Element(element) if dom.node_name().eq_ignore_ascii_case(element.0.tag) => {
                let mut element = *element.0;
                let mut next = dom.first_child();
                let mut children = Vec::with_capacity(element.children.len());
                for child in std::mem::take(&mut element.children) {
                    let live = match next {
                        Some(here) => {
                            next = here.next_sibling();
                            Live::adopt(document, child, here)
                        }
                        None => {
                            differs(element.tag);
                            let built = Live::build(document, child);
                            let _ = dom.append_child(&built.dom);
                            built
                        }
                    };
                    children.push(live);
                }
                while let (Some(extra), None) = (next.take(), &element.host) {
                    next = extra.next_sibling();
                    differs(element.tag);
                    let _ = dom.remove_child(&extra);
                }
                LiveElement::dress(element, children, dom, Origin::Printed)
            }
            Node::Later(later) => {
                let mut live = Live::adopt(document, Node::Element(later.now()), dom);
                live.lasts = later.lasts;
                live
            }
            other => {
                differs("nœud");
                let mut live = Live { dom, shape: Shape::Text(String::new()), lasts: false };
                live.give_way(document, other);
                live
            }
        }
    }

    /// Builds `node` in the place of an element.
    pub fn replace(document: &Document, node: Node, former: &web_sys::Element) -> Live {
        let mut live = Live { dom: former.clone().into(), shape: Shape::Text(String::new()), lasts: false };
        live.give_way(document, node);
        live
    }

    /// Builds `node` in its own place.
    fn give_way(&mut self, document: &Document, node: Node) {
        let built = Live::build(document, node);
        if let Some(parent) = self.dom.parent_node() {
            let _ = parent.replace_child(&built.dom, &self.dom);
        }
        *self = built;
    }

    fn build(document: &Document, node: Node) -> Live {
        match node {
            Node::Text(text) => Live {
                dom: document.create_text_node(&text).into(),
                shape: Shape::Text(text.into_owned()),
                lasts: false,
            },
            Node::Element(element) => {
                let mut element = *element.0;
                // Tags are ours and valid: a refusal would be a fault of this program, shown as missing content.
                let Ok(dom) = document.create_element(element.tag) else {
                    return Live::build(document, Node::Text("".into()));
                };
                let children = std::mem::take(&mut element.children);
                let children: Vec<Live> = children.into_iter().map(|c| Live::build(document, c)).collect();
                for child in &children {
                    let _ = dom.append_child(&child.dom);
                }
                LiveElement::dress(element, children, dom.into(), Origin::Built)
            }
            Node::Later(later) if later.lasts => {
                Live { dom: document.create_text_node("").into(), shape: Shape::Awaited(later), lasts: false }
            }
            Node::Later(later) => Live::build(document, Node::Element(later.now())),
        }
    }

    /// Whether it waits, or something inside does.
    fn late(&self) -> bool {
        match &self.shape {
            Shape::Text(_) => false,
            Shape::Element(live) => live.late(),
            Shape::Awaited(_) => true,
        }
    }

    /// Becomes `node`, which must be of the same kind; tells whether something waits.
    fn update(&mut self, document: &Document, node: Node) -> bool {
        match (&mut self.shape, node) {
            (Shape::Text(text), Node::Text(new)) => {
                if *text != new {
                    self.dom.set_node_value(Some(&new));
                    *text = new.into_owned();
                }
                false
            }
            (Shape::Element(live), Node::Element(element)) => live.update(document, &self.dom, *element.0),
            (Shape::Element(live), Node::Later(later)) => live.wait(later),
            (Shape::Awaited(_), Node::Later(_)) => true,
            (_, node) => {
                self.give_way(document, node);
                self.late()
            }
        }
    }

    /// Brings the whole page to a new tree, but for what is out of sight; tells whether that waits.
    pub fn show(&mut self, document: &Document, element: Element) -> bool {
        self.update(document, Node::Element(element))
    }

    /// Brings what waits up to date; tells whether something still waits.
    pub fn catch_up(&mut self, document: &Document, extent: &Extent) -> bool {
        if let Shape::Awaited(later) = &self.shape
            && extent.absent
        {
            let element = later.now();
            self.give_way(document, Node::Element(element));
            self.lasts = true;
        }
        match &mut self.shape {
            Shape::Text(_) => false,
            Shape::Element(live) => live.catch_up(document, &self.dom, extent),
            Shape::Awaited(_) => true,
        }
    }

    /// Whether it may be put back: it has a key, and no guest that would live on unseen.
    fn comes_back(&self) -> bool {
        let Shape::Element(live) = &self.shape else { return false };
        live.comes_back()
    }

    fn same_kind(&self, node: &Node) -> bool {
        match (&self.shape, node) {
            (Shape::Text(_), Node::Text(_)) => true,
            (Shape::Element(live), node) => live.same_kind(node),
            (Shape::Awaited(l), Node::Later(new)) => (l.tag, l.key) == (new.tag, new.key),
            (Shape::Awaited(l), Node::Element(Element(new))) => (l.tag, Some(l.key)) == (new.tag, new.key),
            _ => false,
        }
    }
}
