//! The tree on the page: adopts printed markup, builds what is new, changes only what differs.
//!
//! Elements that stay keep their focus, scroll and unfolded state; so do those of a list that leave and come back. Any
//! other removed one takes its listeners and guests along.

use super::attribute::{differs, held, printed, set};
use crate::view::node::{Attr, Element, Handler, Node, Parts};
use gloo::events::EventListener;
use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Node as Dom};

/// A node on the page and what it was made from.
pub struct Live {
    dom: Dom,
    shape: Shape,
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
}

struct LiveElement {
    tag: &'static str,
    key: Option<u64>,
    attrs: Vec<(&'static str, Attr)>,
    listeners: Vec<Listener>,
    children: Vec<Live>,
    /// For a list that keeps them, the children that left: what comes back is put back, not built anew.
    aside: Option<Vec<Live>>,
    /// What a host returned; dropped with the element, whose inside it looks after.
    guest: Option<Box<dyn Any>>,
}

/// One listener for the life of the element; its handler changes with each update.
struct Listener {
    event: &'static str,
    handler: Rc<RefCell<Handler>>,
    _held: EventListener,
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
                Live { dom, shape: Shape::Text(text.into_owned()) }
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
            other => {
                differs("nœud");
                let built = Live::build(document, other);
                if let Some(parent) = dom.parent_node() {
                    let _ = parent.replace_child(&built.dom, &dom);
                }
                built
            }
        }
    }

    /// Builds `node` in the place of an element.
    pub fn replace(document: &Document, node: Node, former: &web_sys::Element) -> Live {
        let built = Live::build(document, node);
        if let Some(parent) = former.parent_node() {
            let _ = parent.replace_child(&built.dom, former);
        }
        built
    }

    fn build(document: &Document, node: Node) -> Live {
        match node {
            Node::Text(text) => {
                Live { dom: document.create_text_node(&text).into(), shape: Shape::Text(text.into_owned()) }
            }
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
        }
    }

    /// Becomes `node`, which must be of the same kind.
    fn update(&mut self, document: &Document, node: Node) {
        match (&mut self.shape, node) {
            (Shape::Text(text), Node::Text(new)) if *text != new => {
                self.dom.set_node_value(Some(&new));
                *text = new.into_owned();
            }
            (Shape::Element(live), Node::Element(element)) => live.update(document, &self.dom, *element.0),
            _ => {}
        }
    }

    /// Brings the whole page to a new tree.
    pub fn show(&mut self, document: &Document, element: Element) {
        self.update(document, Node::Element(element));
    }

    /// Whether it may be put back: it has a key, and no guest that would live on unseen.
    fn comes_back(&self) -> bool {
        let Shape::Element(live) = &self.shape else { return false };
        live.key.is_some() && !live.holds_guest()
    }

    fn same_kind(&self, node: &Node) -> bool {
        match (&self.shape, node) {
            (Shape::Text(_), Node::Text(_)) => true,
            (Shape::Element(live), Node::Element(Element(new))) => {
                live.tag == new.tag && live.key == new.key && live.guest.is_some() == new.host.is_some()
            }
            _ => false,
        }
    }
}

impl LiveElement {
    /// Gives an element, whose children are already on the page, its attributes, listeners and guest.
    fn dress(element: Parts, children: Vec<Live>, dom: Dom, origin: Origin) -> Live {
        let Parts { tag, key, attrs, on, keeps, host, .. } = element;
        let aside = keeps.then(Vec::new);
        for (name, value) in &attrs {
            if origin == Origin::Built || held(name, value) || !printed(&dom, name, value) {
                set(&dom, name, value);
            }
        }
        let listeners = on.into_iter().map(|(event, handler)| Listener::new(&dom, event, handler)).collect();
        let guest = host.and_then(|host| dom.dyn_ref::<web_sys::Element>().map(|e| host(e)));
        let shape = Shape::Element(Box::new(LiveElement { tag, key, attrs, listeners, children, aside, guest }));
        Live { dom, shape }
    }

    fn holds_guest(&self) -> bool {
        let inside = |child: &Live| matches!(&child.shape, Shape::Element(live) if live.holds_guest());
        self.guest.is_some() || self.children.iter().any(inside)
    }

    fn update(&mut self, document: &Document, dom: &Dom, element: Parts) {
        for (name, value) in &element.attrs {
            let before = self.attrs.iter().find(|(n, _)| n == name).map(|(_, v)| v);
            if before != Some(value) || held(name, value) {
                set(dom, name, value);
            }
        }
        for (name, _) in self.attrs.iter().filter(|(n, _)| !element.attrs.iter().any(|(m, _)| m == n)) {
            set(dom, name, &Attr::Flag(false));
        }
        self.attrs = element.attrs;
        if self.listeners.len() == element.on.len()
            && self.listeners.iter().zip(&element.on).all(|(l, (e, _))| l.event == *e)
        {
            for (listener, (_, handler)) in self.listeners.iter().zip(element.on) {
                *listener.handler.borrow_mut() = handler;
            }
        } else {
            self.listeners =
                element.on.into_iter().map(|(event, handler)| Listener::new(dom, event, handler)).collect();
        }
        if self.guest.is_none() {
            self.reconcile(document, dom, element.children);
        }
    }

    /// Brings the children to a new list: keeps those of the same kind and key, takes the others out first, so that what
    /// stays is not moved.
    fn reconcile(&mut self, document: &Document, dom: &Dom, wanted: Vec<Node>) {
        // Most often every child is where it was: nothing is asked of the page.
        let alike = self.children.iter().zip(&wanted).all(|(live, node)| live.same_kind(node));
        if alike && self.children.len() == wanted.len() {
            self.children.iter_mut().zip(wanted).for_each(|(live, node)| live.update(document, node));
            return;
        }
        let mut old: Vec<Option<Live>> = std::mem::take(&mut self.children).into_iter().map(Some).collect();
        let mut first = 0;
        let kept: Vec<Option<Live>> = wanted
            .iter()
            .map(|node| {
                while first < old.len() && old[first].is_none() {
                    first += 1;
                }
                let fits = |slot: &Option<Live>| slot.as_ref().is_some_and(|live| live.same_kind(node));
                if let Some(at) = (first..old.len()).find(|&at| fits(&old[at])) {
                    return old[at].take();
                }
                let aside = self.aside.as_mut()?;
                let at = aside.iter().position(|live| live.same_kind(node))?;
                Some(aside.swap_remove(at))
            })
            .collect();
        for gone in old.into_iter().flatten() {
            let _ = dom.remove_child(&gone.dom);
            if let Some(aside) = self.aside.as_mut().filter(|_| gone.comes_back()) {
                aside.push(gone);
            }
        }
        let mut cursor = dom.first_child();
        for (node, kept) in wanted.into_iter().zip(kept) {
            let live = match kept {
                Some(mut live) => {
                    live.update(document, node);
                    live
                }
                None => Live::build(document, node),
            };
            if cursor.as_ref() == Some(&live.dom) {
                cursor = live.dom.next_sibling();
            } else {
                let _ = dom.insert_before(&live.dom, cursor.as_ref());
            }
            self.children.push(live);
        }
    }
}

impl Listener {
    fn new(dom: &Dom, event: &'static str, handler: Handler) -> Self {
        let handler = Rc::new(RefCell::new(handler));
        let current = handler.clone();
        let held = EventListener::new(dom, event, move |event| {
            let field = event.target().map(JsValue::from).unwrap_or_default();
            let value = js_sys::Reflect::get(&field, &"value".into()).ok().and_then(|v| v.as_string());
            // Taken out first: the handler may update this very listener.
            let call = current.borrow().clone();
            call(value.as_deref().unwrap_or_default());
        });
        Listener { event, handler, _held: held }
    }
}
