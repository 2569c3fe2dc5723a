//! The lines of a comparison: what each holds, how much of it, and where it leads.

use super::links::term_href;
use super::measure::audience_role;
use crate::components::comparison::{Row, item};
use crate::domain::address::View;
use crate::domain::compare::{Comparison, Extent, Split, acts_for, of_kind};
use crate::domain::corpus::{Corpus, MeasureIdx, OptionIdx};
use crate::domain::facet::Facet;
use crate::domain::french::{count, lower};
use crate::domain::label;
use crate::domain::query::{Choice, Mode, Query};
use crate::domain::sides::Pair;
use crate::kids;
use crate::store::Store;
use crate::view::node::{Element, Node, a};

/// Of which side the things of a cell are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cell {
    Both,
    Left,
    Right,
}

/// The three cells of a line.
fn cells<T>(row: &Split<T>, item: impl Fn(Cell, &T) -> Element) -> [Vec<Element>; 3] {
    let parts = [(Cell::Both, &row.both), (Cell::Left, &row.left), (Cell::Right, &row.right)];
    parts.map(|(cell, things)| things.iter().map(|thing| item(cell, thing)).collect())
}

pub fn rows(store: Store, pair: Pair, compared: &Comparison) -> Vec<Row> {
    let measures = matches!(pair, Pair::Options(..)).then(|| measures_row(store, &compared.measures));
    let facets = compared.facets.iter().map(|(facet, row)| facet_row(store, pair, *facet, row));
    let targets = (!compared.targets.is_empty()).then(|| targets_row(store, pair, &compared.targets));
    measures.into_iter().chain(targets).chain(facets).collect()
}

fn measures_row(store: Store, row: &Split<MeasureIdx>) -> Row {
    let line = |_, &at: &MeasureIdx| {
        let (number, title) = store.corpus.measure(at).map_or((0, ""), |m| (m.number, m.title()));
        // The number never stands alone at the end of a line.
        let link = a("", store.link(View::Measure(at)), kids![format!("{number}.\u{a0}{title}")]);
        item(Node::Element(link), None).attr("data-mesure", number.to_string())
    };
    Row { head: "Mesures".into(), detail: None, names: false, cells: cells(row, line) }
}

/// The adopted sentences; which measures serve them is our reading, but for the targets of a section.
fn targets_row(store: Store, pair: Pair, row: &Split<usize>) -> Row {
    let line = |_, &at: &usize| {
        let target = store.corpus.targets.get(at);
        let (text, page) = target.map_or(("", 0), |t| (&t.text, t.page));
        let link = a("", store.link(View::Targets), kids![text.to_owned()]);
        let line = item(Node::Element(link), Some(format!("(page\u{a0}{page})")));
        line.attr("data-objectif", target.map_or(String::new(), |t| t.id.clone()))
    };
    let detail = match pair {
        Pair::Options(Facet::Level(_), ..) => "du texte, ou auxquels ces mesures contribuent selon notre lecture",
        Pair::Options(..) => "auxquels ces mesures contribuent, selon notre lecture",
        Pair::Measures(..) => "auxquels chaque mesure contribue, selon notre lecture",
    };
    Row { head: "Objectifs".into(), detail: Some(detail), names: false, cells: cells(row, line) }
}

fn facet_row(store: Store, pair: Pair, facet: Facet, row: &Split<OptionIdx>) -> Row {
    let corpus = store.corpus;
    let line = |cell, &option: &OptionIdx| {
        let href = match facet {
            Facet::Kind => kind_href(store, pair, cell, option),
            _ => Some(href(store, facet, option)),
        };
        let name = label::option(corpus, facet, option);
        let name = match href {
            Some(href) => Node::Element(a("", href, kids![name])),
            None => Node::Text(name.into()),
        };
        item(name, note(corpus, pair, facet, option)).attr("data-cle", corpus.option_key(facet, option))
    };
    let (head, detail) = head(corpus, pair, facet);
    Row { head, detail, names: true, cells: cells(row, line) }
}

/// Where a compared option leads: its page, or its measures in the list.
pub fn href(store: Store, facet: Facet, option: OptionIdx) -> String {
    term_href(store, facet, option)
        .unwrap_or_else(|| listed(store, |query| query.set(facet, Choice::new(vec![option], Mode::Any))))
}

/// The list of the measures that answer a question, whatever is asked now.
fn listed(store: Store, ask: impl FnOnce(&mut Query)) -> String {
    store.link_to(|a| {
        a.view = View::Measures;
        a.query = Query::default();
        ask(&mut a.query);
    })
}

/// The measures in which a kind was counted, by the criteria of the sides that have it; `None` where no question says it:
/// the list does not choose measures by their number, nor « this kind with one of these two ».
fn kind_href(store: Store, pair: Pair, cell: Cell, kind: OptionIdx) -> Option<String> {
    let Pair::Options(facet, one, other) = pair else { return None };
    let own = match cell {
        Cell::Both => vec![one, other],
        Cell::Left => vec![one],
        Cell::Right => vec![other],
    };
    match (facet, cell) {
        (Facet::Kind, Cell::Both) => None,
        (Facet::Kind, Cell::Left | Cell::Right) => {
            let together = Choice::new(own.into_iter().chain([kind]).collect(), Mode::All);
            Some(listed(store, |query| query.set(facet, together)))
        }
        _ => Some(listed(store, |query| {
            query.set(facet, Choice::new(own, Mode::Any));
            query.set(Facet::Kind, Choice::new(vec![kind], Mode::Any));
        })),
    }
}

/// « Publics », « Autres partenaires dans ces mesures »: what the line speaks of; what the note after each name is.
fn head(corpus: &Corpus, pair: Pair, facet: Facet) -> (String, Option<&'static str>) {
    let plural = label::plural(corpus, facet);
    let same = matches!(pair, Pair::Options(own, ..) if own == facet);
    let name = if same { format!("Autres {}", lower(plural)) } else { plural.to_owned() };
    let name = match (pair.extent(facet), facet) {
        (Extent::Measures, Facet::Level(_)) => format!("{name} de ces mesures"),
        (Extent::Measures, _) => format!("{name} dans ces mesures"),
        (Extent::Own | Extent::Actions, _) => name,
    };
    let counted = match (pair.extent(facet), pair) {
        (Extent::Actions, Pair::Options(Facet::Audience, ..)) => {
            "nombre d’actions qui concernent le premier côté, puis le second"
        }
        (Extent::Actions, _) => "nombre d’actions qui nomment le premier côté, puis le second",
        (Extent::Own | Extent::Measures, _) => "nombre d’actions, premier côté puis second",
    };
    (name, (facet == Facet::Kind).then_some(counted))
}

/// Beside a kind, its actions on each side that has it; beside an audience of two measures, how each concerns it.
fn note(corpus: &Corpus, pair: Pair, facet: Facet, option: OptionIdx) -> Option<String> {
    match (facet, pair) {
        (Facet::Kind, _) => {
            let actions = |n| count(n, "action", "actions");
            Some(match of_kind(corpus, pair, option) {
                [n, 0] | [0, n] => actions(n),
                [n, m] if n == m => format!("{} de chaque côté", actions(n)),
                [n, m] => format!("{n} et {}", actions(m)),
            })
        }
        (Facet::Audience, Pair::Measures(one, other)) => {
            let role = |at: MeasureIdx| {
                let measure = corpus.measure(at).filter(|m| m.bears(facet, option))?;
                Some((audience_role(acts_for(measure, option)), label::measure(corpus, at)))
            };
            match (role(one), role(other)) {
                (Some((here, _)), Some((there, _))) if here == there => Some(format!("{here}, des deux côtés")),
                (Some((here, one)), Some((there, other))) => {
                    Some(format!("{one}\u{a0}: {here}\u{202f}; {other}\u{a0}: {there}"))
                }
                (Some((role, _)), None) | (None, Some((role, _))) => Some(role.to_owned()),
                (None, None) => None,
            }
        }
        _ => None,
    }
}
