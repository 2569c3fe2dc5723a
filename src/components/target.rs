//! A measurable target: the adopted sentence, what it starts from, and what it leaves open.

use super::prose::ours;
use crate::domain::corpus::{Point, Target};
use crate::domain::french::quantity;
use crate::kids;
use crate::view::node::{Element, Node, el};

/// `beside` goes under the sentence: links and reports.
pub fn target_item(target: &Target, beside: Vec<Node>) -> Element {
    let facts = kids![
        el("span", "xp-badge", kids![target.kind.label()]),
        facts(target),
        format!(" · page\u{a0}{}", target.page)
    ];
    let inside = kids![
        el("p", "xp-target__text", kids![target.text.clone()]),
        el("p", "xp-target__facts", facts),
        target.remark.clone().map(|remark| ours("Notre précision", kids![remark])),
        beside,
    ];
    el("li", "xp-target", inside)
}

/// « départ : 1 400 salariés (2023) · cible : 2 800 salariés (2030) ».
fn facts(target: &Target) -> String {
    let unit = target.unit.as_deref().unwrap_or_default();
    let print = |name: &str, point: &Point| {
        let year = point.year.map(|y| format!(" ({y})")).unwrap_or_default();
        format!(" · {name}\u{a0}: {}{year}", quantity(point.value, unit))
    };
    let start = match &target.baseline {
        Some(point) => print("départ", point),
        None if target.goal.is_some() => " · pas de point de départ dans la phrase".into(),
        None => String::new(),
    };
    start + &target.goal.as_ref().map(|p| print("cible", p)).unwrap_or_default()
}
