//! From audience to section to kind of action: how many actions of a section speak of an audience, how many are of a kind.

use super::counting::{NO_GROUP, counted, leader, leaf_facet, mark, seen};
use super::shape::{Flow, Link, Mark, Shape, Vertex};
use super::{Asked, Summary};
use crate::domain::corpus::OptionIdx;
use crate::domain::facet::Facet;
use crate::domain::french::{count, lower};

pub fn flow(asked: &Asked) -> Option<Summary> {
    let corpus = asked.corpus;
    let leaf = leaf_facet(corpus)?;
    let mut flow = Flow {
        layers: [Facet::Audience, leaf, Facet::Kind].map(|f| corpus.facet_label(f).to_owned()).to_vec(),
        ..Flow::default()
    };
    // What is in no layer says so: nothing is left out in silence.
    let nobody =
        Mark { label: "Sans public dans la phrase".to_owned(), kept: true, group: NO_GROUP, ..Mark::default() };
    let unsorted = Mark { label: "Sans type".to_owned(), kept: true, group: NO_GROUP, ..Mark::default() };
    let mut actions = 0;
    for one in seen(asked, &[]) {
        let Some(section) = one.measure.tags[leaf.slot()].first().copied() else { continue };
        for action in &one.actions {
            actions += 1;
            let of = |facet| {
                let mut options: Vec<OptionIdx> = action.mentions_of(facet).map(|m| m.option).collect();
                options.sort_unstable();
                options.dedup();
                options
            };
            let named = |facet: Facet, none: &Mark| -> Vec<Mark> {
                let marks: Vec<Mark> = of(facet).into_iter().map(|o| mark(asked, facet, o)).collect();
                if marks.is_empty() { vec![none.clone()] } else { marks }
            };
            let through = node(&mut flow, mark(asked, leaf, section), 1);
            flow.nodes[through].number += 1;
            for (layer, ends) in [(0, named(Facet::Audience, &nobody)), (2, named(Facet::Kind, &unsorted))] {
                for end in ends {
                    let end = node(&mut flow, end, layer);
                    flow.nodes[end].number += 1;
                    add(&mut flow.links, if layer == 0 { (end, through) } else { (through, end) });
                }
            }
        }
    }
    let audiences =
        flow.nodes.iter().zip(&flow.depths).filter(|(node, layer)| **layer == 0 && !node.mark.intent.is_empty());
    let audiences: Vec<&Vertex> = audiences.map(|(node, _)| node).collect();
    let title = match leader(&audiences, |node| node.number) {
        _ if actions == 0 => "Aucune action ne répond aux critères choisis".to_owned(),
        Some(most) => {
            let actions = count(most.number, "action", "actions");
            format!("{}\u{a0}: le public dont les actions parlent le plus ({actions})", most.mark.label)
        }
        None => format!("{}, de leur public à leur type", count(actions, "action", "actions")),
    };
    let note = " Une action qui parle de plusieurs publics compte pour chacun, de même pour les types.";
    let level = corpus.levels.last().map(|l| lower(&l.name)).unwrap_or_default();
    Some(Summary {
        title,
        head: "De".to_owned(),
        source: counted(&format!("actions, par public, {level} et type d’action")) + note,
        shape: Shape::Flow(flow),
    })
}

/// Place of the node, added when it is new.
fn node(flow: &mut Flow, mark: Mark, layer: usize) -> usize {
    let found = flow.nodes.iter().zip(&flow.depths).position(|(node, l)| *l == layer && node.mark.label == mark.label);
    found.unwrap_or_else(|| {
        flow.nodes.push(Vertex { mark, number: 0 });
        flow.depths.push(layer);
        flow.nodes.len() - 1
    })
}

fn add(links: &mut Vec<Link>, (from, to): (usize, usize)) {
    match links.iter_mut().find(|l| l.from == from && l.to == to) {
        Some(link) => link.number += 1,
        None => links.push(Link { from, to, number: 1 }),
    }
}
