//! Three layers of nodes and the ribbons between them.

use super::frame::{base, fill, finish, letters, set_series, short};
use super::request::Request;
use crate::domain::french::count;
use crate::domain::summary::Flow;
use charming::element::{Label, LineStyle};
use charming::series::{Sankey, SankeyNodeAlign};
use serde_json::{Value, json};

pub fn option(request: &Request, flow: &Flow) -> Option<Value> {
    let style = request.look.style();
    let label = Label::new().show(true).color(style.ink).font_size(style.text);
    let right = f64::from(request.width) * 0.2;
    let series = Sankey::new()
        .left(4)
        .right(right)
        .top(8)
        .bottom(8)
        .node_align(SankeyNodeAlign::Left)
        .layout_iterations(32_u64)
        .line_style(LineStyle::new().color(style.muted).opacity(0.3).curveness(0.5))
        .label(label);
    let mut option = finish(&base(request).series(series), request)?;
    let through = |at: usize| {
        let sum = |out: bool| {
            flow.links.iter().filter(|l| if out { l.from == at } else { l.to == at }).map(|l| l.number).sum()
        };
        let (out, into): (usize, usize) = (sum(true), sum(false));
        out.max(into)
    };
    let most = letters(request, 0.2);
    let nodes: Vec<Value> = flow
        .nodes
        .iter()
        .enumerate()
        .map(|(at, (mark, layer))| {
            // ECharts joins nodes by their names: the layer keeps two of the same name apart.
            json!({
                "name": format!("{}\u{a0}: {}\u{200b}{layer}", mark.label, count(through(at), "action", "actions")),
                "depth": layer,
                "itemStyle": fill(&style, style.group(mark.group), mark.kept),
                "label": { "formatter": short(&mark.label, most) },
                "tooltip": { "formatter": format!("{}\u{a0}: {}", mark.label, count(through(at), "action", "actions")) },
            })
        })
        .collect();
    let name = |at: usize| nodes.get(at).map_or(Value::Null, |node| node["name"].clone());
    let label = |at: usize| flow.nodes.get(at).map_or("", |(mark, _)| mark.label.as_str());
    let links: Vec<Value> = flow
        .links
        .iter()
        .map(|link| {
            let said = format!("{} → {}\u{a0}: {}", label(link.from), label(link.to), count(link.number, "action", "actions"));
            json!({ "source": name(link.from), "target": name(link.to), "value": link.number, "tooltip": { "formatter": said } })
        })
        .collect();
    set_series(&mut option, "draggable", json!(false));
    set_series(&mut option, "data", json!(nodes));
    set_series(&mut option, "links", json!(links));
    Some(option)
}
