//! One element on the page: its attributes, listeners, guest and children.

use super::attribute::{held, printed, set};
use super::listener::Listener;
use super::{Extent, Live, Origin, Shape};
use crate::view::node::{Attr, Element, Later, Node, Parts};
use std::any::Any;
use wasm_bindgen::JsCast;
use web_sys::{Document, Node as Dom};

pub struct LiveElement {
    tag: &'static str,
    key: Option<u64>,
    attrs: Vec<(&'static str, Attr)>,
    listeners: Vec<Listener>,
    children: Vec<Live>,
    /// For a list that keeps them, the children that left: what comes back is put back, not built anew.
    aside: Option<Vec<Live>>,
    /// What a host returned; dropped with the element, whose inside it looks after.
    guest: Option<Box<dyn Any>>,
    /// What it is to become, once what is in sight is shown.
    awaits: Option<Later>,
    /// Whether something inside waits.
    late: bool,
    /// Children that left, hidden: too much to take away before the page is shown.
    leaving: Vec<Dom>,
}

impl LiveElement {
    /// Gives an element, whose children are already on the page, its attributes, listeners and guest.
    pub fn dress(element: Parts, children: Vec<Live>, dom: Dom, origin: Origin) -> Live {
        let Parts { tag, key, attrs, on, keeps, host, .. } = element;
        let aside = keeps.then(Vec::new);
        for (name, value) in &attrs {
            if origin == Origin::Built || held(name, value) || !printed(&dom, name, value) {
                set(&dom, name, value);
            }
        }
        let listeners = on.into_iter().map(|(event, handler)| Listener::new(&dom, event, handler)).collect();
        let guest = host.and_then(|host| dom.dyn_ref::<web_sys::Element>().map(|e| host(e)));
        let late = children.iter().any(Live::late);
        let live =
            LiveElement { tag, key, attrs, listeners, children, aside, guest, awaits: None, late, leaving: Vec::new() };
        Live { dom, shape: Shape::Element(Box::new(live)), lasts: false }
    }

    pub fn comes_back(&self) -> bool {
        self.key.is_some() && !self.holds_guest()
    }

    fn holds_guest(&self) -> bool {
        let inside = |child: &Live| matches!(&child.shape, Shape::Element(live) if live.holds_guest());
        self.guest.is_some() || self.children.iter().any(inside)
    }

    pub fn same_kind(&self, node: &Node) -> bool {
        match node {
            Node::Text(_) => false,
            Node::Element(Element(new)) => {
                (self.tag, self.key) == (new.tag, new.key) && self.guest.is_some() == new.host.is_some()
            }
            Node::Later(later) => (self.tag, self.key) == (later.tag, Some(later.key)),
        }
    }

    pub fn late(&self) -> bool {
        self.late || self.awaits.is_some()
    }

    /// Stays as it is, for now at least; tells whether it waits.
    pub fn wait(&mut self, later: Later) -> bool {
        if !later.lasts {
            self.awaits = Some(later);
        }
        self.late()
    }

    pub fn catch_up(&mut self, document: &Document, dom: &Dom, extent: &Extent) -> bool {
        if let Some(later) = self.awaits.take() {
            self.update(document, dom, *later.now().0);
        }
        if self.late {
            self.late = !cleared(&mut self.leaving, dom, extent);
            for child in &mut self.children {
                if (extent.enough)() {
                    self.late = true;
                    break;
                }
                self.late |= child.catch_up(document, extent);
            }
        }
        self.late
    }

    /// Becomes `element`; tells whether something inside waits.
    pub fn update(&mut self, document: &Document, dom: &Dom, element: Parts) -> bool {
        self.awaits = None;
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
        self.late = self.guest.is_none() && self.reconcile(document, dom, element.children);
        self.late
    }

    /// Brings the children to a new list: keeps those of the same kind and key, takes the others out first, so that what
    /// stays is not moved.
    fn reconcile(&mut self, document: &Document, dom: &Dom, wanted: Vec<Node>) -> bool {
        let mut late = false;
        // Most often every child is where it was: nothing is asked of the page.
        let alike = self.children.iter().zip(&wanted).all(|(live, node)| live.same_kind(node));
        if alike && self.children.len() == wanted.len() {
            for (live, node) in self.children.iter_mut().zip(wanted) {
                late |= live.update(document, node);
            }
            return late;
        }
        let mut old = Pool::of(std::mem::take(&mut self.children));
        let mut aside = self.aside.as_mut().map(|aside| Pool::of(std::mem::take(aside)));
        let kept: Vec<Option<Live>> =
            wanted.iter().map(|node| old.take(node).or_else(|| aside.as_mut()?.take(node))).collect();
        let mut aside: Option<Vec<Live>> = aside.map(|aside| aside.rest().collect());
        for gone in old.rest() {
            if gone.lasts {
                set(&gone.dom, "hidden", &Attr::Flag(true));
                self.leaving.push(gone.dom);
                continue;
            }
            let _ = dom.remove_child(&gone.dom);
            if let Some(aside) = aside.as_mut().filter(|_| gone.comes_back()) {
                aside.push(gone);
            }
        }
        self.aside = aside;
        late |= !self.leaving.is_empty();
        let stays = |mut here: Option<Dom>| {
            while let Some(gone) = here.as_ref().filter(|here| self.leaving.contains(here)) {
                here = gone.next_sibling();
            }
            here
        };
        let mut cursor = stays(dom.first_child());
        for (node, kept) in wanted.into_iter().zip(kept) {
            let live = match kept {
                Some(mut live) => {
                    late |= live.update(document, node);
                    live
                }
                None => {
                    let built = Live::build(document, node);
                    late |= built.late();
                    built
                }
            };
            if cursor.as_ref() == Some(&live.dom) {
                cursor = stays(live.dom.next_sibling());
            } else {
                let _ = dom.insert_before(&live.dom, cursor.as_ref());
            }
            self.children.push(live);
        }
        late
    }
}

/// Takes away what left, piece by piece; tells whether all of it is gone.
fn cleared(leaving: &mut Vec<Dom>, dom: &Dom, extent: &Extent) -> bool {
    while let Some(gone) = leaving.last() {
        match gone.last_child() {
            _ if !extent.absent || (extent.enough)() => return false,
            Some(piece) => drop(gone.remove_child(&piece)),
            None => {
                let _ = dom.remove_child(gone);
                leaving.pop();
            }
        }
    }
    true
}

/// Children to choose from. What is wanted comes mostly in their own order: each search begins where the last one ended.
struct Pool {
    slots: Vec<Option<Live>>,
    next: usize,
}

impl Pool {
    fn of(children: Vec<Live>) -> Self {
        Pool { slots: children.into_iter().map(Some).collect(), next: 0 }
    }

    fn take(&mut self, node: &Node) -> Option<Live> {
        let fits = |slot: &Option<Live>| slot.as_ref().is_some_and(|live| live.same_kind(node));
        let all = (self.next..self.slots.len()).chain(0..self.next);
        let at = all.into_iter().find(|&at| fits(&self.slots[at]))?;
        self.next = at + 1;
        self.slots[at].take()
    }

    fn rest(self) -> impl Iterator<Item = Live> {
        self.slots.into_iter().flatten()
    }
}
