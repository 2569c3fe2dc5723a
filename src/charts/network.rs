//! Names on a circle, joined by lines as thick as what they have in common.

use super::frame::{base, fill, finish, set_series, short};
use super::request::Request;
use crate::domain::french::count;
use crate::domain::summary::Network;
use charming::element::{Label, LabelPosition};
use charming::series::{Graph, GraphLayout, GraphLayoutCircular};
use serde_json::{Value, json};

/// Most letters of a name around the circle.
const NAME: usize = 24;

pub fn option(request: &Request, network: &Network) -> Option<Value> {
    let style = request.look.style();
    let narrow = f64::from(request.width) < style.text * 30.0;
    let label = Label::new().show(!narrow).color(style.ink).font_size(style.text).position(LabelPosition::Right);
    let series =
        Graph::new().layout(GraphLayout::Circular).circular(GraphLayoutCircular::new().rotate_label(true)).label(label);
    let mut option = finish(&base(request).series(series), request)?;
    let nodes: Vec<Value> = network
        .nodes
        .iter()
        .map(|(mark, number)| {
            json!({
                "name": format!("{}\u{a0}: {}", mark.label, count(*number, "mesure", "mesures")),
                "value": number,
                "symbolSize": 6.0 + 5.0 * (*number as f64).sqrt(),
                "itemStyle": fill(&style, style.group(mark.group), mark.kept),
                "label": { "formatter": short(&mark.label, NAME) },
            })
        })
        .collect();
    let name = |at: usize| network.nodes.get(at).map_or("", |(mark, _)| mark.label.as_str());
    let links: Vec<Value> = network
        .links
        .iter()
        .map(|link| {
            let said = format!("{} et {}\u{a0}: {}", name(link.from), name(link.to), count(link.number, "mesure", "mesures"));
            json!({
                "source": link.from,
                "target": link.to,
                "value": link.number,
                "tooltip": { "formatter": said },
                "lineStyle": { "width": 1.5 * link.number as f64, "color": style.muted, "opacity": 0.55, "curveness": 0.2 },
            })
        })
        .collect();
    let room = if narrow { "8%" } else { "24%" };
    for side in ["left", "right", "top", "bottom"] {
        set_series(&mut option, side, json!(room));
    }
    set_series(&mut option, "data", json!(nodes));
    set_series(&mut option, "links", json!(links));
    Some(option)
}
