//! The tree on the page: adopts printed markup, builds what is new, changes only what differs.
//!
//! Elements that stay keep their focus, scroll and unfolded state; a removed one takes its listeners and guests along.

use crate::view::node::{Attr, Element, Handler, Node, Parts};
use gloo::events::EventListener;
use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Node as Dom};

/// Attributes that a visitor changes by using the field: set as properties, compared with what the field holds.
const PROPERTIES: [&str; 3] = ["value", "checked", "selected"];

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

fn differs(what: &str) {
    web_sys::console::warn_1(&format!("hydratation : le texte préparé diffère ({what})").into());
}

impl LiveElement {
    /// Gives an element, whose children are already on the page, its attributes, listeners and guest.
    fn dress(element: Parts, children: Vec<Live>, dom: Dom, origin: Origin) -> Live {
        let Parts { tag, key, attrs, on, host, .. } = element;
        for (name, value) in &attrs {
            if origin == Origin::Built || PROPERTIES.contains(name) || !printed(&dom, name, value) {
                set(&dom, name, value);
            }
        }
        let listeners = on.into_iter().map(|(event, handler)| Listener::new(&dom, event, handler)).collect();
        let guest = host.and_then(|host| dom.dyn_ref::<web_sys::Element>().map(|e| host(e)));
        let shape = Shape::Element(Box::new(LiveElement { tag, key, attrs, listeners, children, guest }));
        Live { dom, shape }
    }

    fn update(&mut self, document: &Document, dom: &Dom, element: Parts) {
        for (name, value) in &element.attrs {
            let before = self.attrs.iter().find(|(n, _)| n == name).map(|(_, v)| v);
            if before != Some(value) || PROPERTIES.contains(name) {
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

    /// Brings the children to a new list: keeps those of the same kind and key, drops the others first, so that what
    /// stays is not moved.
    fn reconcile(&mut self, document: &Document, dom: &Dom, wanted: Vec<Node>) {
        let mut old: Vec<Option<Live>> = std::mem::take(&mut self.children).into_iter().map(Some).collect();
        let mut first = 0;
        let kept: Vec<Option<Live>> = wanted
            .iter()
            .map(|node| {
                while first < old.len() && old[first].is_none() {
                    first += 1;
                }
                let fits = |slot: &Option<Live>| slot.as_ref().is_some_and(|live| live.same_kind(node));
                let at = (first..old.len()).find(|&at| fits(&old[at]))?;
                old[at].take()
            })
            .collect();
        for gone in old.into_iter().flatten() {
            let _ = dom.remove_child(&gone.dom);
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

/// Whether an attribute was printed as wanted. What is there or not (`open`, `hidden`) belongs to whoever used the page
/// before the program came.
fn printed(dom: &Dom, name: &str, value: &Attr) -> bool {
    let (Attr::Text(wanted), Some(element)) = (value, dom.dyn_ref::<web_sys::Element>()) else { return true };
    let same = element.get_attribute(name).is_some_and(|found| found == *wanted);
    if !same {
        differs(name);
    }
    same
}

fn set(dom: &Dom, name: &str, value: &Attr) {
    let Some(element) = dom.dyn_ref::<web_sys::Element>() else { return };
    if PROPERTIES.contains(&name) {
        let wanted = match value {
            Attr::Text(text) => JsValue::from_str(text),
            Attr::Flag(on) => JsValue::from_bool(*on),
        };
        let name = JsValue::from_str(name);
        if js_sys::Reflect::get(element, &name).ok().as_ref() != Some(&wanted) {
            let _ = js_sys::Reflect::set(element, &name, &wanted);
        }
        return;
    }
    let _ = match value {
        Attr::Text(text) => element.set_attribute(name, text),
        Attr::Flag(true) => element.set_attribute(name, ""),
        Attr::Flag(false) => element.remove_attribute(name),
    };
}
