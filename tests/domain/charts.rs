//! Charts: the very JSON that is drawn, as goldens; the table twin says the same numbers.
//!
//! `SRESS_GOLDEN=ecrire cargo test --no-default-features charts` writes the goldens anew: read their diff.

use crate::random::query;
use crate::support::{CORPUS, lines, read, root};
use explorateur_sress::charts::look::Look;
use explorateur_sress::charts::request::Request;
use explorateur_sress::charts::table::{Table, table};
use explorateur_sress::domain::address::Address;
use explorateur_sress::domain::annex::Annex;
use explorateur_sress::domain::chart::{Chart, Crossing};
use explorateur_sress::domain::corpus::{Corpus, Measure};
use explorateur_sress::domain::facet::Facet;
use explorateur_sress::domain::passage::Passage;
use explorateur_sress::domain::query::Query;
use explorateur_sress::domain::search::Index;
use explorateur_sress::domain::select::select;
use explorateur_sress::domain::summary::{Asked, Pick, Shape, Summary, summarise};
use proptest::prelude::*;
use serde_json::Value;
use std::sync::LazyLock;

static INDEX: LazyLock<Index> = LazyLock::new(|| Index::of(&CORPUS));
static SPLIT: LazyLock<(Corpus, Annex)> = LazyLock::new(|| CORPUS.clone().split());

fn asked<T>(query: &Query, whole: bool, crossing: Option<Crossing>, ask: impl FnOnce(&Asked) -> T) -> T {
    let (corpus, annex) = &*SPLIT;
    let search = INDEX.parse(&query.text);
    let selection = &select(corpus, &INDEX, query, &search);
    ask(&Asked { corpus, annex: Some(annex), query, search: &search, selection, crossing, whole })
}

pub fn summary(chart: Chart, link: &str) -> Summary {
    let (address, notices) = Address::parse(link, &CORPUS);
    assert!(notices.is_empty(), "{}", lines(&notices.iter().map(|n| n.message()).collect::<Vec<_>>()));
    asked(&address.query, address.whole, address.crossing, |asked| summarise(chart, asked)).expect("a summary")
}

fn option(summary: Summary, look: Look) -> Value {
    let request = Request { summary, look, width: 900, still: true };
    let json = request.json().expect("an option");
    assert_eq!(
        Request::option(&request.to_bytes()).as_ref(),
        Some(&json),
        "what crosses to the charts' wasm is what is drawn"
    );
    serde_json::from_str(&json).expect("JSON")
}

/// The sentence, then the option.
#[track_caller]
fn check(chart: Chart, name: &str, link: &str, look: Look) {
    let summary = summary(chart, link);
    let title = summary.title.clone();
    let drawn = serde_json::to_string_pretty(&option(summary, look)).expect("JSON");
    let drawn = format!("{title}\n{drawn}\n");
    let path = format!("tests/golden/graphiques/{name}.txt");
    if std::env::var("SRESS_GOLDEN").is_ok_and(|v| v == "ecrire") {
        std::fs::create_dir_all(root().join("tests/golden/graphiques")).expect("a writable folder");
        std::fs::write(root().join(&path), &drawn).expect("a writable golden");
    }
    assert_eq!(drawn, read(&path), "{path}");
}

#[test]
fn the_whole_strategy_is_drawn_as_its_goldens() {
    for chart in Chart::ALL {
        check(chart, chart.key(), "#/graphiques", Look::Light);
    }
}

#[test]
fn a_selection_is_drawn_as_its_goldens_in_the_dark_and_on_a_beamer() {
    check(Chart::Sections, "sections-filtre", "#/graphiques?public=jeunes&orientation=3", Look::Dark);
    check(Chart::Partners, "partenaires-filtre", "#/graphiques?acteur=cress&axe=1&lignes=toutes", Look::Projected);
    check(Chart::Flow, "flux-filtre", "#/graphiques?q=formation", Look::ProjectedDark);
    check(Chart::Crossing, "croisement-filtre", "#/graphiques?public=collectivites", Look::Print);
}

/// A mark the visitor did not choose fades; what is written on it or beside it is still to be read.
#[test]
fn nothing_that_is_written_fades_with_its_mark() {
    fn walk(value: &Value, faded: &mut usize) {
        if value["itemStyle"]["opacity"].as_f64().is_some_and(|opacity| opacity < 1.0) {
            *faded += 1;
            let bare = value["value"] == "-" || value["label"].is_null() && value["value"].is_number();
            assert!(bare || value["label"]["opacity"] == 1, "{value}");
        }
        let inside =
            value.as_array().into_iter().flatten().chain(value.as_object().into_iter().flat_map(|o| o.values()));
        inside.for_each(|v| walk(v, faded));
    }
    let links = [
        (Chart::Sections, "#/?orientation=3"),
        (Chart::Structure, "#/?orientation=3"),
        (Chart::Crossing, "#/?orientation=3"),
        (Chart::Together, "#/?acteur=cress"),
        (Chart::Flow, "#/?public=jeunes"),
    ];
    for (chart, link) in links {
        let mut faded = 0;
        walk(&option(summary(chart, link), Look::Light), &mut faded);
        assert!(faded > 0, "{} fades what was not chosen", chart.key());
    }
}

/// What is drawn, in the order of the table's rows: lengths of bars, sizes of the tree's leaves, numbers of cells and links.
fn drawn(shape: &Shape, option: &Value) -> Vec<f64> {
    let data = |series: usize, field: &str| option["series"][series][field].as_array().cloned().unwrap_or_default();
    let number = |item: &Value| item["value"].as_f64();
    match shape {
        Shape::Bars(bars) => {
            let series: Vec<Vec<Value>> = (0..bars.series.len()).map(|at| data(at, "data")).collect();
            // A row with a full bar of its own is drawn in hundredths of it.
            let drawn = bars.rows.iter().filter(|row| row.values.iter().any(Option::is_some));
            let rows = drawn.enumerate().flat_map(|(at, row)| series.iter().map(move |s| (s[at].clone(), row.full)));
            let said = |(item, full): (Value, Option<f64>)| {
                let number = number(&item)?;
                Some(full.map_or(number, |full| (number * full * 1000.0).round() / 100_000.0))
            };
            rows.filter_map(said).collect()
        }
        Shape::Tree(_) => {
            fn leaves(list: &[Value], out: &mut Vec<f64>) {
                for node in list {
                    match node["children"].as_array() {
                        Some(children) if !children.is_empty() => leaves(children, out),
                        // Below one, it is a sliver for what counts nothing.
                        _ => out.extend(node["value"].as_f64().map(f64::floor)),
                    }
                }
            }
            let mut out = Vec::new();
            leaves(&data(0, "data"), &mut out);
            out
        }
        Shape::Grid(_) => data(0, "data").iter().filter_map(|item| item["value"][2].as_f64()).collect(),
        Shape::Network(_) | Shape::Flow(_) => data(0, "links").iter().filter_map(number).collect(),
        Shape::Timeline(timeline) => {
            // Row and kind of each sign, a series a kind.
            let signs =
                |genre: usize| data(genre, "data").into_iter().map(move |item| (item["value"][1].as_u64(), genre));
            let mut signs: Vec<_> = (0..timeline.genres.len()).flat_map(signs).collect();
            signs.sort();
            signs.into_iter().map(|(_, genre)| genre as f64).collect()
        }
    }
}

/// The same, as the table says it.
fn told(shape: &Shape, table: &Table) -> Vec<f64> {
    let cells =
        |most: usize| table.rows.iter().flat_map(move |row| row.cells.iter().take(most).filter_map(|c| c.number));
    match shape {
        Shape::Bars(bars) => cells(bars.series.len()).collect(),
        Shape::Tree(nodes) => {
            let deepest = nodes.iter().map(|n| n.mark.intent.open.is_some());
            table
                .rows
                .iter()
                .zip(deepest)
                .filter(|(_, leaf)| *leaf)
                .filter_map(|(row, _)| row.cells[0].number)
                .collect()
        }
        Shape::Grid(_) => cells(usize::MAX).filter(|n| *n > 0.0).collect(),
        Shape::Network(_) => cells(1).collect(),
        Shape::Flow(_) => table.rows.iter().filter_map(|row| row.cells[1].number).collect(),
        Shape::Timeline(timeline) => {
            let times = |at: usize| 1 + usize::from(timeline.events[at].end.is_some());
            let genre = |name: &str| timeline.genres.iter().position(|g| g == name).map_or(-1.0, |at| at as f64);
            (0..table.rows.len()).flat_map(|at| vec![genre(&table.rows[at].cells[1].text); times(at)]).collect()
        }
    }
}

fn same_numbers(query: &Query, crossing: Option<Crossing>) {
    for chart in Chart::ALL {
        let summary = asked(query, true, crossing, |asked| summarise(chart, asked)).expect("a summary");
        assert!(!summary.title.is_empty());
        let source = if chart == Chart::Vote { "délibération" } else { "texte adopté" };
        assert!(summary.source.contains(source), "{}", summary.source);
        let table = table(&summary);
        assert!(table.rows.iter().all(|row| row.cells.len() + 1 == table.heads.len()), "{}", chart.key());
        let shape = summary.shape.clone();
        let option = option(summary, Look::Light);
        assert_eq!(drawn(&shape, &option), told(&shape, &table), "{} {query:?}", chart.key());
        let text = option.to_string();
        assert!(!text.contains("\"decals\":[]"), "an empty list of patterns stops the drawing");
        assert!(!text.contains("function"), "the CSP refuses functions");
    }
}

#[test]
fn the_table_holds_the_numbers_of_the_drawing() {
    same_numbers(&Query::default(), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 50, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_table_holds_the_numbers_of_the_drawing_whatever_is_asked(query in query(), rows in 0..8_usize, columns in 0..8_usize) {
        let facets: Vec<Facet> = CORPUS.facets().collect();
        let (rows, columns) = (facets[rows % facets.len()], facets[columns % facets.len()]);
        same_numbers(&query, (rows != columns).then_some(Crossing { rows, columns }));
    }
}

#[test]
fn the_sentence_says_who_leads_and_nobody_when_several_do() {
    let title = |chart, link| summary(chart, link).title.replace(['\u{a0}', '\u{202f}'], " ");
    assert!(title(Chart::Partners, "#/").starts_with("CRESS Centre-Val de Loire : "));
    assert!(title(Chart::Sections, "#/").contains("en porte le plus"));
    assert!(!title(Chart::Sections, "#/graphiques?acteur=oxygene").contains("le plus"), "one action each");
    assert_eq!(title(Chart::Sections, "#/graphiques?q=zzzz"), "Aucune mesure ne répond aux critères choisis");
    assert!(title(Chart::Targets, "#/").starts_with("3 objectifs sur 12 ont"), "the fourth start is our own link");
    assert_eq!(title(Chart::Vote, "#/"), "56 voix pour, 11 contre, 8 abstentions");
    assert_eq!(title(Chart::Record, "#/"), "50 coopératives en 2017, 82 coopératives en 2023");
}

#[test]
fn an_action_counts_once_for_each_of_its_audiences_and_kinds() {
    let Shape::Flow(flow) = summary(Chart::Flow, "#/").shape else { panic!("a flow") };
    let actions = || CORPUS.measures.iter().flat_map(|m| m.actions());
    for (at, node) in flow.nodes.iter().enumerate() {
        let [(facet, option)] = node.mark.intent.choose[..] else { continue };
        let bears = |m: &Measure, p: &Passage| {
            if facet.is_tag() { p.mention(facet, option).is_some() } else { m.bears(facet, option) }
        };
        let brute = CORPUS.measures.iter().map(|m| m.actions().filter(|p| bears(m, p)).count()).sum::<usize>();
        assert_eq!(node.number, brute, "{}", node.mark.label);
        let out: usize = flow.links.iter().filter(|l| l.from == at && facet == Facet::Audience).map(|l| l.number).sum();
        assert!(facet != Facet::Audience || out == brute, "{}", node.mark.label);
    }
    let kinds: usize = flow.nodes.iter().zip(&flow.depths).filter(|(_, d)| **d == 2).map(|(n, _)| n.number).sum();
    assert!(kinds >= actions().count(), "every action has a kind");
}

#[test]
fn no_bar_is_drawn_without_a_measured_value() {
    let Shape::Bars(bars) = summary(Chart::Targets, "#/").shape else { panic!("bars") };
    let drawn: Vec<&str> = bars.rows.iter().flat_map(|r| r.values.iter().flatten()).map(|v| v.text.as_str()).collect();
    let plain: Vec<String> = drawn.iter().map(|text| text.replace(['\u{a0}', '\u{202f}'], " ")).collect();
    let expected = [
        "1 400 salariés (2023)",
        "2 800 salariés (2030)",
        "0 collectivité (2024)",
        "20 collectivités (2030)",
        "14,2 % de l'emploi privé (2020), rapproché par nous (panorama, page 6)",
        "16 % de l'emploi privé",
        "9 accords de coopération (2024)",
        "20 accords de coopération",
    ];
    assert_eq!(plain, expected);
    assert_eq!(bars.rows.len(), CORPUS.targets.len(), "the others are there, without a bar");
}

#[test]
fn a_click_on_a_mark_asks_what_its_row_asks() {
    for chart in Chart::ALL {
        let summary = summary(chart, "#/graphiques?lignes=toutes");
        let table = table(&summary);
        let intents: Vec<_> = match &summary.shape {
            Shape::Grid(_) => {
                table.rows.iter().flat_map(|r| &r.cells).map(|c| c.intent.clone()).filter(|i| !i.is_empty()).collect()
            }
            _ => table.rows.iter().map(|row| row.intent.clone()).collect(),
        };
        for (at, intent) in intents.iter().enumerate() {
            let pick = match &summary.shape {
                Shape::Tree(_) => Pick { item: at + 1, link: false },
                Shape::Network(_) | Shape::Flow(_) => Pick { item: at, link: true },
                _ => Pick { item: at, link: false },
            };
            assert_eq!(summary.shape.intent(pick), *intent, "{} {at}", chart.key());
        }
    }
}
