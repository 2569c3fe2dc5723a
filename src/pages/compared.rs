//! What comparing two things gives: each side's own facts, the table of what is shared and what is not, and for two
//! measures the official text of their actions.

use super::links::term_href;
use super::measure::{audience_role, place};
use crate::components::comparison::{Row, comparison, item};
use crate::components::official::{Reading, action, blocks};
use crate::components::prose::{ours, quote, subtitle};
use crate::components::segments::nowhere;
use crate::domain::address::View;
use crate::domain::compare::{Comparison, Split, Thing, Totals, acts_for, of_kind};
use crate::domain::corpus::{Corpus, MeasureIdx, OptionIdx};
use crate::domain::facet::Facet;
use crate::domain::french::{count, plural};
use crate::domain::label;
use crate::domain::passage::Role;
use crate::domain::query::Query;
use crate::domain::views::Pair;
use crate::kids;
use crate::reactive::With;
use crate::store::Store;
use crate::view::node::{Element, Node, a, each, el};

/// The two sides, each under its own heading.
pub fn facts(store: Store, pair: Pair, compared: &Comparison) -> Element {
    let sides = pair.sides().into_iter().zip(compared.totals).zip(["cote-un", "cote-autre"]);
    let sides = sides.map(|((side, totals), id)| match side {
        Thing::Measure(at) => of_measure(store, at, id),
        Thing::Option(facet, option) => Some(of_option(store, facet, option, totals, id)),
    });
    el("div", "xp-compare__sides", each(sides))
}

fn of_measure(store: Store, at: MeasureIdx, id: &'static str) -> Option<Element> {
    let measure = store.corpus.measure(at)?;
    let name = format!("{}. {}", label::measure(store.corpus, at), measure.title());
    let link = a("", store.link(View::Measure(at)), kids![name]).attr("id", id);
    let section = label::section(store.corpus, measure.section);
    let actions = count(measure.actions().count(), "action", "actions");
    let objective = measure.passage(Role::Objective).map(|passage| {
        let text = reading(store, |reading| blocks(passage, reading));
        quote(text, &place(measure.number, Role::Objective), measure.page)
    });
    let inside = kids![
        el("h2", "xp-subtitle", kids![link]),
        el("p", "xp-compare__facts", kids![format!("{section} · page\u{a0}{} · {actions}", measure.page)]),
        ours("Notre résumé", kids![measure.summary.clone()]),
        objective,
    ];
    Some(el("section", "xp-compare__side", inside))
}

fn of_option(store: Store, facet: Facet, option: OptionIdx, totals: Totals, id: &'static str) -> Element {
    let corpus = store.corpus;
    let link = a("", href(store, facet, option), kids![label::option(corpus, facet, option)]).attr("id", id);
    let detail = match facet {
        Facet::Level(_) => corpus.section(option).map(|s| s.title.clone()),
        _ => corpus.term(facet, option).and_then(|t| t.expansion.clone()),
    };
    let inside = kids![
        el("h2", "xp-subtitle", kids![link]),
        detail.map(|detail| el("p", "", kids![detail])),
        el("p", "xp-compare__facts", kids![totals_sentence(facet, totals)]),
    ];
    el("section", "xp-compare__side", inside)
}

/// « 8 mesures, 31 actions dont 14 le nomment ».
fn totals_sentence(facet: Facet, totals: Totals) -> String {
    let measures = count(totals.measures, "mesure", "mesures");
    let actions = count(totals.actions, "action", "actions");
    let own = |one: &'static str, many: &'static str| match totals.own {
        None | Some(0) if totals.actions == 0 => String::new(),
        None => String::new(),
        Some(0) => format!(" dont aucune ne {one}"),
        Some(n) => format!(" dont {n}\u{a0}{}", plural(n, one, many)),
    };
    let own = match facet {
        Facet::Level(_) => String::new(),
        Facet::Actor | Facet::Scheme | Facet::Place => own("le nomme", "le nomment"),
        Facet::Audience => own("le concerne", "le concernent"),
        Facet::Kind => own("est de ce type", "sont de ce type"),
    };
    format!("{measures}, {actions}{own}")
}

/// Where a compared option leads: its page, or its measures in the list.
fn href(store: Store, facet: Facet, option: OptionIdx) -> String {
    term_href(store, facet, option).unwrap_or_else(|| {
        store.link_to(|a| {
            a.view = View::Measures;
            a.query = Query::default();
            a.query.toggle(facet, option);
        })
    })
}

/// With what official text is read here: found words marked, names left plain.
fn reading<T>(store: Store, read: impl FnOnce(Reading) -> T) -> T {
    store.query.with(|query| store.search.with(|search| read(Reading { query, search, leads: &nowhere })))
}

pub fn compared(store: Store, pair: Pair, compared: &Comparison) -> Vec<Node> {
    let names = pair.sides().map(|side| side.name(store.corpus));
    let caption = format!("{}\u{a0}: ce qui est commun, ce que chaque côté a seul", label::pair(store.corpus, pair));
    let measures = matches!(pair, Pair::Options(..)).then(|| measures_row(store, &compared.measures));
    let rows =
        measures.into_iter().chain(compared.facets.iter().map(|(facet, row)| facet_row(store, pair, *facet, row)));
    kids![
        subtitle("Ce qui est commun, ce qui ne l’est pas".into()),
        comparison(caption, &names, rows.collect()),
        actions(store, pair),
    ]
}

/// Most letters that fit in the columns of one A4 page; measured with wide letters, over every pair that comes near.
const FITS: usize = 1500;

/// Whether the paper needs the whole width for each line: a line of columns is as high as its longest cell.
pub fn dense(corpus: &Corpus, compared: &Comparison) -> bool {
    let letters = |text: &str| text.chars().count() + 3;
    let title = |&at: &MeasureIdx| corpus.measure(at).map_or(0, |m| letters(m.title()));
    let longest = |parts: [usize; 3]| parts.into_iter().max().unwrap_or(0);
    let Split { both, left, right } = &compared.measures;
    let measures = longest([both, left, right].map(|part| part.iter().map(title).sum()));
    let facets = compared.facets.iter().map(|(facet, Split { both, left, right })| {
        let name = |&option: &OptionIdx| letters(&label::option(corpus, *facet, option));
        longest([both, left, right].map(|part| part.iter().map(name).sum()))
    });
    measures + facets.sum::<usize>() > FITS
}

fn measures_row(store: Store, row: &Split<MeasureIdx>) -> Row {
    let items = |measures: &[MeasureIdx]| {
        let line = |&at: &MeasureIdx| {
            let measure = store.corpus.measure(at)?;
            let name = format!("{}. {}", measure.number, measure.title());
            let link = a("", store.link(View::Measure(at)), kids![name]);
            Some(item(Node::Element(link), None).attr("data-mesure", measure.number.to_string()))
        };
        measures.iter().filter_map(line).collect()
    };
    Row {
        head: "Mesures".into(),
        detail: None,
        names: false,
        cells: [items(&row.both), items(&row.left), items(&row.right)],
    }
}

fn facet_row(store: Store, pair: Pair, facet: Facet, row: &Split<OptionIdx>) -> Row {
    let corpus = store.corpus;
    let items = |options: &[OptionIdx]| {
        let line = |&option: &OptionIdx| {
            let link = a("", href(store, facet, option), kids![label::option(corpus, facet, option)]);
            item(Node::Element(link), note(corpus, pair, facet, option))
                .attr("data-cle", corpus.option_key(facet, option))
        };
        options.iter().map(line).collect()
    };
    let (head, detail) = head(corpus, pair, facet);
    Row { head, detail, names: true, cells: [items(&row.both), items(&row.left), items(&row.right)] }
}

/// « Partenaires », « Autres partenaires »; what the note after each name is.
fn head(corpus: &Corpus, pair: Pair, facet: Facet) -> (String, Option<&'static str>) {
    let same = matches!(pair, Pair::Options(own, ..) if own == facet);
    let name = match facet {
        Facet::Level(depth) => {
            let level = corpus.levels.get(depth as usize);
            return (level.map_or(String::new(), |l| l.plural.clone()), None);
        }
        Facet::Audience => {
            if same {
                "Autres publics"
            } else {
                "Publics"
            }
        }
        Facet::Actor => {
            if same {
                "Autres partenaires"
            } else {
                "Partenaires"
            }
        }
        Facet::Scheme => {
            if same {
                "Autres dispositifs"
            } else {
                "Dispositifs"
            }
        }
        Facet::Place => {
            if same {
                "Autres territoires"
            } else {
                "Territoires"
            }
        }
        Facet::Kind => {
            if same {
                "Autres types d’action"
            } else {
                "Types d’action"
            }
        }
    };
    let detail = match (facet, pair) {
        (Facet::Kind, Pair::Options(..)) => Some("nombre d’actions de ces mesures, premier côté puis second"),
        (Facet::Kind, Pair::Measures(..)) => Some("nombre d’actions, premier côté puis second"),
        _ => None,
    };
    (name.to_owned(), detail)
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

/// The official text of the actions of two measures; the paper does without.
fn actions(store: Store, pair: Pair) -> Option<Element> {
    let Pair::Measures(one, other) = pair else { return None };
    let list = |at: MeasureIdx| {
        let measure = store.corpus.measure(at)?;
        let items = reading(store, |reading| each(measure.actions().map(|p| action(measure.number, p, reading))));
        let title = format!("Actions de la mesure\u{a0}{}, texte adopté", measure.number);
        Some(el("section", "xp-compare__side", kids![subtitle(title), el("ol", "xp-actions", items)]))
    };
    Some(el("div", "xp-compare__sides xp-compare__actions", kids![list(one), list(other)]))
}
