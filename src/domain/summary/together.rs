//! Partners that several measures name together.

use super::counting::{counted, leader, mark, seen};
use super::shape::{Link, Network, Shape, Vertex};
use super::{Asked, Summary};
use crate::domain::corpus::OptionIdx;
use crate::domain::facet::Facet;
use crate::domain::french::count;
use crate::domain::order::by_key;
use std::cmp::Reverse;

/// Fewest measures in common that join two partners.
const FEWEST: usize = 2;

pub fn together(asked: &Asked) -> Option<Summary> {
    let corpus = asked.corpus;
    let seen = seen(asked, &[Facet::Actor]);
    let naming = |o: OptionIdx| seen.iter().filter(|s| s.measure.bears(Facet::Actor, o)).count();
    let often: Vec<OptionIdx> = corpus.options(Facet::Actor).into_iter().filter(|&o| naming(o) >= FEWEST).collect();
    let common =
        |a, b| seen.iter().filter(|s| s.measure.bears(Facet::Actor, a) && s.measure.bears(Facet::Actor, b)).count();
    let mut pairs: Vec<(OptionIdx, OptionIdx, usize)> = Vec::new();
    for (rank, &a) in often.iter().enumerate() {
        let later = often.iter().skip(rank + 1);
        pairs.extend(later.map(|&b| (a, b, common(a, b))).filter(|(_, _, number)| *number >= FEWEST));
    }
    let joined: Vec<OptionIdx> = often.into_iter().filter(|o| pairs.iter().any(|(a, b, _)| a == o || b == o)).collect();
    let joined = by_key(&joined, |&o| (Reverse(naming(o)), o));
    let place = |o: OptionIdx| joined.iter().position(|&j| j == o).unwrap_or(0);
    let links: Vec<Link> = pairs
        .iter()
        .map(|&(a, b, number)| Link { from: place(a).min(place(b)), to: place(a).max(place(b)), number })
        .collect();
    let links = by_key(&links, |l| (Reverse(l.number), l.from, l.to));
    let node = |&o: &OptionIdx| Vertex { mark: mark(asked, Facet::Actor, o), number: naming(o) };
    let nodes: Vec<Vertex> = joined.iter().map(node).collect();
    let title = match leader(&links, |l| l.number) {
        _ if links.is_empty() => {
            "Aucun partenaire n’est nommé deux fois avec le même dans les mesures affichées".to_owned()
        }
        Some(first) => format!(
            "{} et {} sont nommés ensemble le plus souvent\u{a0}: dans {}",
            nodes[first.from].mark.label,
            nodes[first.to].mark.label,
            count(first.number, "mesure", "mesures")
        ),
        None => {
            let most = links.iter().map(|l| l.number).max().unwrap_or(0);
            format!(
                "{} nommées ensemble au moins deux fois, dans {} au plus",
                count(links.len(), "paire", "paires"),
                count(most, "mesure", "mesures")
            )
        }
    };
    Some(Summary {
        title,
        head: "Partenaires".to_owned(),
        source: counted(&format!("mesures qui nomment deux partenaires à la fois, {FEWEST} au moins")),
        shape: Shape::Network(Network { nodes, links }),
    })
}
