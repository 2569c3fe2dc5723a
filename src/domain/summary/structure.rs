//! The tree of the strategy: sections, then measures, sized by actions.

use super::counting::{counted, group, leader, mark, seen};
use super::shape::{Intent, Mark, Node, Shape};
use super::{Asked, Summary};
use crate::domain::corpus::{MeasureIdx, OptionIdx};
use crate::domain::facet::Facet;
use crate::domain::french::{count, lower};
use crate::domain::label;

pub fn structure(asked: &Asked) -> Option<Summary> {
    let corpus = asked.corpus;
    let seen = seen(asked, &[]);
    let mut nodes: Vec<Node> = Vec::new();
    // Depth first is the order of the sections; a measure stands under the section it hangs from.
    for at in (0..corpus.sections.len() as u16).map(OptionIdx) {
        let section = corpus.section(at)?;
        let facet = Facet::Level(section.depth);
        let inside = || seen.iter().filter(|s| s.measure.bears(facet, at));
        let all = corpus.measures.iter().filter(|m| m.bears(facet, at));
        nodes.push(Node {
            mark: mark(asked, facet, at),
            depth: section.depth,
            actions: inside().map(|s| s.actions.len()).sum(),
            actions_total: all.map(|m| m.actions().count()).sum(),
            measures: inside().count(),
        });
        let own = corpus.measure_indices().filter(|&m| corpus.measure(m).is_some_and(|m| m.section == at));
        for measure in own {
            let actions = seen.iter().find(|s| s.at == measure).map(|s| s.actions.len());
            nodes.push(leaf(asked, measure, section.depth + 1, actions)?);
        }
    }
    let measures: Vec<&Node> = nodes.iter().filter(|n| n.mark.intent.open.is_some() && n.measures > 0).collect();
    let outer: Vec<&Node> = nodes.iter().filter(|n| n.depth == 0).collect();
    let actions: usize = measures.iter().map(|n| n.actions).sum();
    let all = format!("{} et {}", count(measures.len(), "mesure", "mesures"), count(actions, "action", "actions"));
    let title = match leader(&outer, |n| n.actions) {
        _ if measures.is_empty() => "Aucune mesure ne répond aux critères choisis".to_owned(),
        Some(most) if most.actions < actions => {
            let share = count(most.actions, "action", "actions");
            format!("{all}\u{a0}: {} en rassemble le plus ({share})", most.mark.label)
        }
        _ => all,
    };
    let names: Vec<String> = corpus.levels.iter().map(|l| lower(&l.plural)).collect();
    Some(Summary {
        title,
        head: "Partie".to_owned(),
        source: counted(&format!("{}, mesures et actions", names.join(", "))),
        shape: Shape::Tree(nodes),
    })
}

fn leaf(asked: &Asked, at: MeasureIdx, depth: u8, actions: Option<usize>) -> Option<Node> {
    let measure = asked.corpus.measure(at)?;
    let mark = Mark {
        label: label::measure(asked.corpus, at),
        detail: measure.title().to_owned(),
        group: group(asked.corpus, measure.section),
        kept: actions.is_some(),
        intent: Intent { choose: Vec::new(), open: Some(at) },
    };
    Some(Node {
        mark,
        depth,
        actions: actions.unwrap_or(0),
        actions_total: measure.actions().count(),
        measures: usize::from(actions.is_some()),
    })
}
