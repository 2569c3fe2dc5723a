//! The tree as rings: outermost sections inside, measures outside, each as wide as its actions.

use super::frame::{base, fill, finish, on_mark, set_series};
use super::look::Style;
use super::request::Request;
use crate::domain::french::count;
use crate::domain::summary::Node;
use charming::element::{Label, Sort};
use charming::series::{Sunburst, SunburstLevel, SunburstNode};
use serde_json::{Value, json};

pub fn option(request: &Request, nodes: &[Node]) -> Option<Value> {
    let room = request.room();
    let style = &room.style;
    let deepest = nodes.iter().map(|n| n.depth).max()?;
    let rings = f64::from(deepest) + 1.0;
    // The first level is the centre, which nobody needs.
    let mut levels = vec![SunburstLevel::new()];
    for depth in 0..=deepest {
        let part = |at: f64| format!("{}%", (8.0 + 90.0 * at / rings).round());
        // In a narrow window the rings between the first and the last have no room for their names.
        let shown = !room.narrow() || depth == 0 || depth == deepest;
        let label = Label::new().show(shown).color(style.surface).font_size(style.text);
        levels.push(SunburstLevel::new().r0(part(f64::from(depth))).r(part(f64::from(depth) + 1.0)).label(label));
    }
    let mut rest = nodes;
    let series =
        Sunburst::new().radius(("8%", "98%")).sort(Sort::None).levels(levels).data(children(&mut rest, 0, style));
    let mut option = finish(&base(request).series(series), request)?;
    // A click is ours: it filters, or opens a measure.
    set_series(&mut option, "nodeClick", json!(false));
    set_series(&mut option, "sort", Value::Null);
    set_series(&mut option, "label", json!({ "formatter": "{c}", "minAngle": 8, "rotate": 0 }));
    name_inside(&mut option, nodes, style);
    Some(option)
}

/// The nodes of one depth, with those under each; leaves what follows.
fn children(rest: &mut &[Node], depth: u8, style: &Style) -> Vec<SunburstNode> {
    let mut found = Vec::new();
    while let Some((node, after)) = rest.split_first().filter(|(node, _)| node.depth == depth) {
        *rest = after;
        let under = children(rest, depth + 1, style);
        let said =
            format!("{}\u{a0}: {}\n{}", node.mark.label, count(node.actions, "action", "actions"), node.mark.detail);
        let kept = is_kept(node);
        let shape = SunburstNode::new(said).item_style(fill(style, style.group(node.mark.group), kept));
        // What counts nothing keeps a sliver, so that it can still be followed.
        let leaf = if node.actions == 0 { 0.2 } else { node.actions as f64 };
        found.push(if under.is_empty() { shape.value(leaf) } else { shape.children(under) });
    }
    found
}

/// Whether the node is of the selection, and counts something.
fn is_kept(node: &Node) -> bool {
    node.mark.kept && node.actions > 0
}

/// The short name in the ring; the node's own name is the whole sentence, for the tooltip.
fn name_inside(option: &mut Value, nodes: &[Node], style: &Style) {
    fn walk<'a>(list: &mut Value, names: &mut impl Iterator<Item = (&'a str, &'static str, &'static str)>) {
        for node in list.as_array_mut().into_iter().flatten() {
            if let (Some(fields), Some((name, colour, edge))) = (node.as_object_mut(), names.next()) {
                // An edge of the ring's own colour keeps the letters apart from its pattern.
                let label = json!({ "formatter": name, "color": colour, "opacity": 1, "textBorderColor": edge, "textBorderWidth": 4 });
                fields.insert("label".to_owned(), label);
                if let Some(children) = fields.get_mut("children") {
                    walk(children, names);
                }
            }
        }
    }
    let mut names = nodes.iter().map(|node| {
        let label = node.mark.label.as_str();
        // A measure by its number alone: its ring is thin.
        let name = if node.mark.intent.open.is_some() { label.rsplit('\u{a0}').next().unwrap_or(label) } else { label };
        let kept = is_kept(node);
        (name, on_mark(style, kept), if kept { style.group(node.mark.group) } else { style.surface })
    });
    if let Some(data) = option.get_mut("series").and_then(|s| s.get_mut(0)).and_then(|s| s.get_mut("data")) {
        walk(data, &mut names);
    }
}
