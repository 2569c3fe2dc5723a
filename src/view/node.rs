//! Elements and text. Pure values: nothing here knows a browser.
//!
//! Neighbouring texts are joined and empty ones dropped when added, as an HTML parser would, so that a printed tree
//! and a parsed one have the same nodes.

use std::any::Any;
use std::borrow::Cow;
use std::sync::Arc;

pub type Text = Cow<'static, str>;

/// Hears an event, with the value of the field it comes from.
pub type Handler = Arc<dyn Fn(&str) + Send + Sync>;

/// Takes charge of an element's inside once it is on the page; what it returns is dropped when the element goes.
///
/// Gets the browser's element as `Any`, which only `platform` can name.
pub type Host = Arc<dyn Fn(&dyn Any) -> Box<dyn Any> + Send + Sync>;

#[derive(Clone)]
pub enum Node {
    Text(Text),
    Element(Element),
    Later(Later),
}

/// An element that is not what the visitor waits for: the page is shown first. `make` may be called long after, or not at
/// all when the page changes meanwhile.
#[derive(Clone)]
pub struct Later {
    pub tag: &'static str,
    pub key: u64,
    /// Whether it is made once: the same key is the same element.
    pub lasts: bool,
    make: Arc<dyn Fn() -> Element + Send + Sync>,
}

impl Later {
    /// Stays as it was meanwhile; made at once where there is none.
    pub fn stale(tag: &'static str, key: u64, make: impl Fn() -> Element + Send + Sync + 'static) -> Self {
        Later { tag, key, lasts: false, make: Arc::new(make) }
    }

    /// Not there meanwhile.
    pub fn absent(tag: &'static str, key: u64, make: impl Fn() -> Element + Send + Sync + 'static) -> Self {
        Later { tag, key, lasts: true, make: Arc::new(make) }
    }

    /// The element it stands for.
    pub fn now(&self) -> Element {
        (self.make)().key(self.key)
    }
}

#[derive(Clone, PartialEq)]
pub enum Attr {
    Text(Text),
    /// Present or absent.
    Flag(bool),
    /// What a field holds, which a visitor types over.
    Typed(Text),
}

/// An element: one pointer, so that the calls that build it stay small.
#[derive(Clone)]
pub struct Element(pub Box<Parts>);

#[derive(Clone)]
pub struct Parts {
    pub tag: &'static str,
    /// Tells siblings apart across updates.
    pub key: Option<u64>,
    pub attrs: Vec<(&'static str, Attr)>,
    pub on: Vec<(&'static str, Handler)>,
    pub children: Vec<Node>,
    /// Whether children with a key that leave are put aside, to come back as they were.
    pub keeps: bool,
    pub host: Option<Host>,
}

/// An element with its class (none when empty) and its children.
#[inline(never)]
pub fn el(tag: &'static str, class: &'static str, children: Vec<Node>) -> Element {
    let attrs = if class.is_empty() { Vec::new() } else { vec![("class", Attr::Text(Cow::Borrowed(class)))] };
    Element(Box::new(Parts { tag, key: None, attrs, on: Vec::new(), children, keeps: false, host: None }))
}

/// A link.
pub fn a(class: &'static str, href: String, children: Vec<Node>) -> Element {
    el("a", class, children).attr("href", href)
}

/// A button that does something here.
pub fn button(class: &'static str, children: Vec<Node>, on_click: impl Fn() + Send + Sync + 'static) -> Element {
    el("button", class, children).attr("type", "button").on("click", move |_| on_click())
}

/// Text for screen readers only.
pub fn spoken(text: impl Into<Text>) -> Element {
    el("span", "xp-hidden", vec![Node::Text(text.into())])
}

impl Element {
    pub fn attr(self, name: &'static str, value: impl Into<Text>) -> Self {
        self.with(name, Attr::Text(value.into()))
    }

    /// What the field holds.
    pub fn typed(self, text: impl Into<Text>) -> Self {
        self.with("value", Attr::Typed(text.into()))
    }

    /// Its text is told to screen readers whole, each time it changes: what a status is (RGAA 7.5), without taking the
    /// name that the count of measures bears alone.
    #[inline(never)]
    pub fn told(self) -> Self {
        self.attr("aria-live", "polite").attr("aria-atomic", "true")
    }

    #[inline(never)]
    pub fn flag(self, name: &'static str, present: bool) -> Self {
        self.with(name, Attr::Flag(present))
    }

    #[inline(never)]
    fn with(mut self, name: &'static str, value: Attr) -> Self {
        self.0.attrs.push((name, value));
        self
    }

    /// Adds a class under a condition.
    #[inline(never)]
    pub fn class_if(mut self, class: &'static str, on: bool) -> Self {
        let own = self.0.attrs.iter_mut().find(|(name, _)| *name == "class");
        if let (true, Some((_, Attr::Text(text)))) = (on, own) {
            let text = text.to_mut();
            text.push(' ');
            text.push_str(class);
        }
        self
    }

    pub fn on(self, event: &'static str, handler: impl Fn(&str) + Send + Sync + 'static) -> Self {
        self.hear(event, Arc::new(handler))
    }

    #[inline(never)]
    fn hear(mut self, event: &'static str, handler: Handler) -> Self {
        self.0.on.push((event, handler));
        self
    }

    #[inline(never)]
    pub fn key(mut self, key: u64) -> Self {
        self.0.key = Some(key);
        self
    }

    /// A list whose items come and go with the question.
    pub fn keeping(mut self) -> Self {
        self.0.keeps = true;
        self
    }

    pub fn hosted(mut self, host: Host) -> Self {
        self.0.host = Some(host);
        self
    }
}

/// What may be added to the children of an element.
pub trait Kid {
    fn add_to(self, list: &mut Vec<Node>);
}

impl Kid for Text {
    #[inline(never)]
    fn add_to(self, list: &mut Vec<Node>) {
        match list.last_mut() {
            _ if self.is_empty() => {}
            Some(Node::Text(before)) => before.to_mut().push_str(&self),
            _ => list.push(Node::Text(self)),
        }
    }
}

impl Kid for &'static str {
    #[inline(never)]
    fn add_to(self, list: &mut Vec<Node>) {
        Text::Borrowed(self).add_to(list);
    }
}

impl Kid for String {
    #[inline(never)]
    fn add_to(self, list: &mut Vec<Node>) {
        Text::Owned(self).add_to(list);
    }
}

impl Kid for Element {
    #[inline(never)]
    fn add_to(self, list: &mut Vec<Node>) {
        list.push(Node::Element(self));
    }
}

impl Kid for Later {
    fn add_to(self, list: &mut Vec<Node>) {
        list.push(Node::Later(self));
    }
}

impl Kid for Node {
    #[inline(never)]
    fn add_to(self, list: &mut Vec<Node>) {
        match self {
            Node::Text(text) => text.add_to(list),
            element => list.push(element),
        }
    }
}

impl<K: Kid> Kid for Option<K> {
    fn add_to(self, list: &mut Vec<Node>) {
        if let Some(kid) = self {
            kid.add_to(list);
        }
    }
}

impl<K: Kid> Kid for Vec<K> {
    fn add_to(self, list: &mut Vec<Node>) {
        for kid in self {
            kid.add_to(list);
        }
    }
}

/// Every item of an iterator as a child.
pub fn each<K: Kid>(items: impl Iterator<Item = K>) -> Vec<Node> {
    let mut list = Vec::new();
    for item in items {
        item.add_to(&mut list);
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kids;

    #[test]
    fn neighbouring_texts_are_one_and_empty_ones_are_none() {
        let children = kids!["a", String::from("b"), "", None::<String>, el("br", "", kids![]), vec!["", "c"]];
        let texts: Vec<_> = children.iter().map(|n| matches!(n, Node::Text(_))).collect();
        assert_eq!(texts, [true, false, true]);
        assert!(matches!(&children[0], Node::Text(t) if t == "ab"));
    }

    #[test]
    fn a_class_is_added_only_under_its_condition() {
        let class = |on| el("p", "a", kids![]).class_if("b", on).0.attrs;
        assert!(class(true) == [("class", Attr::Text("a b".into()))]);
        assert!(class(false) == [("class", Attr::Text("a".into()))]);
    }
}
