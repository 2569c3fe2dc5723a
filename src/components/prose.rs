//! Sentences by whose words they are: ours, marked as such, or the adopted text's, with the place and page.

use crate::kids;
use crate::view::node::{Element, Node, el, spoken};

/// A sentence we wrote: it is not the adopted text. `kind` says so, and what it is: « Notre résumé ».
pub fn ours(kind: &'static str, text: Vec<Node>) -> Element {
    let badge = el("span", "xp-ours__badge", kids![kind, spoken(", hors texte adopté\u{a0}: ")]);
    el("p", "xp-ours", kids![badge, el("span", "", text)])
}

/// A quote of the adopted text; `place` is « objectif », « action 8.1 », « gouvernance ».
pub fn quote(text: Vec<Node>, place: &str, page: u16) -> Element {
    let caption = el("figcaption", "", kids![format!("{place} · page\u{a0}{page}")]);
    el("figure", "xp-quote", kids![el("blockquote", "", text), caption])
}

/// Our prose with what it quotes between French quotation marks told as a quote (RGAA 9.4); the marks stay.
pub fn with_quotes(text: &str) -> Vec<Node> {
    let (open, close) = ("«\u{a0}", "\u{a0}»");
    let mut rest = text;
    let mut nodes = Vec::new();
    while let Some((before, after)) = rest.split_once(open)
        && let Some((quoted, left)) = after.split_once(close)
    {
        nodes.extend(kids![format!("{before}{open}"), el("q", "", kids![quoted.to_owned()])]);
        rest = left;
        nodes.extend(kids![close]);
    }
    kids![nodes, rest.to_owned()]
}

/// Something folded until asked for.
pub fn fold(title: String, inside: Vec<Node>) -> Element {
    el("details", "xp-fold", kids![el("summary", "", kids![title]), inside])
}

/// A heading of a page's parts.
pub fn subtitle(text: String) -> Element {
    el("h2", "xp-subtitle", kids![text])
}

/// The heading of a page, and what it is a page of; takes the focus when one arrives.
pub fn title(over: Option<String>, text: String) -> Element {
    let over = over.map(|over| el("span", "xp-page__over", kids![over, " "]));
    el("h1", "xp-page__title", kids![over, text]).attr("id", "titre").attr("tabindex", "-1")
}
