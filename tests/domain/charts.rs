//! Charts: the very JSON that is drawn, as goldens; the table twin says the same numbers; the looks are the page's.
//!
//! `SRESS_GOLDEN=ecrire cargo test --no-default-features charts` writes the goldens anew: read their diff.

use crate::random::query;
use crate::support::{CORPUS, lines, read, root};
use explorateur_sress::charts::look::Look;
use explorateur_sress::charts::request::Request;
use explorateur_sress::charts::table::{Table, table};
use explorateur_sress::domain::address::Address;
use explorateur_sress::domain::annex::Annex;
use explorateur_sress::domain::chart::Chart;
use explorateur_sress::domain::corpus::Corpus;
use explorateur_sress::domain::query::Query;
use explorateur_sress::domain::search::Index;
use explorateur_sress::domain::select::select;
use explorateur_sress::domain::summary::{Asked, Pick, Shape, Summary, summarise};
use proptest::prelude::*;
use serde_json::Value;
use std::sync::LazyLock;

static INDEX: LazyLock<Index> = LazyLock::new(|| Index::of(&CORPUS));
static SPLIT: LazyLock<(Corpus, Annex)> = LazyLock::new(|| CORPUS.clone().split());

fn asked<T>(query: &Query, whole: bool, ask: impl FnOnce(&Asked) -> T) -> T {
    let (corpus, annex) = &*SPLIT;
    let search = INDEX.parse(&query.text);
    let selection = &select(corpus, &INDEX, query, &search);
    ask(&Asked { corpus, annex: Some(annex), query, search: &search, selection, crossing: None, whole })
}

fn summary(chart: Chart, link: &str) -> Summary {
    let (address, notices) = Address::parse(link, &CORPUS);
    assert!(notices.is_empty(), "{}", lines(&notices.iter().map(|n| n.message()).collect::<Vec<_>>()));
    asked(&address.query, address.whole, |asked| summarise(chart, asked)).expect("a summary")
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

/// What is drawn, in the order of the table's rows: lengths of bars, sizes of the tree's leaves, numbers of cells and links.
fn drawn(shape: &Shape, option: &Value) -> Vec<f64> {
    let data = |series: usize, field: &str| option["series"][series][field].as_array().cloned().unwrap_or_default();
    let number = |item: &Value| item["value"].as_f64();
    match shape {
        Shape::Bars(bars) => {
            let series: Vec<Vec<Value>> = (0..bars.series.len()).map(|at| data(at, "data")).collect();
            let rows = (0..series[0].len()).flat_map(|row| series.iter().map(move |s| s[row].clone()));
            rows.filter_map(|item| number(&item)).collect()
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
        Shape::Timeline(_) => data(0, "data").iter().map(|item| item["value"][1].as_f64().unwrap_or(-1.0)).collect(),
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

fn same_numbers(query: &Query) {
    for chart in Chart::ALL {
        let summary = asked(query, true, |asked| summarise(chart, asked)).expect("a summary");
        assert!(!summary.title.is_empty() && summary.source.contains("texte adopté") || chart == Chart::Vote);
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
    same_numbers(&Query::default());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 50, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_table_holds_the_numbers_of_the_drawing_whatever_is_asked(query in query()) {
        same_numbers(&query);
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
fn no_bar_is_drawn_without_a_measured_value() {
    let Shape::Bars(bars) = summary(Chart::Targets, "#/").shape else { panic!("bars") };
    let drawn: Vec<&str> = bars.rows.iter().flat_map(|r| r.values.iter().flatten()).map(|v| v.text.as_str()).collect();
    let plain: Vec<String> = drawn.iter().map(|text| text.replace(['\u{a0}', '\u{202f}'], " ")).collect();
    let expected = [
        "1 400 salariés (2023)",
        "2 800 salariés (2030)",
        "0 collectivité (2024)",
        "20 collectivités (2030)",
        "14,2 % de l'emploi privé (2020), chiffre du panorama page 6, rapproché par nous",
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

/// The tokens of a look as `(name, value)`: the first block of its sheet, or the one for dark.
fn tokens(look: Look) -> Vec<(String, String)> {
    let sheet = match look {
        Look::Light | Look::Dark => "tokens",
        Look::Projected | Look::ProjectedDark => "projection",
        Look::Print => "print",
    };
    let css = read(&format!("src/styles/{sheet}.css"));
    let root = if sheet == "projection" { "html[data-affichage=\"projete\"] {" } else { ":root {" };
    let from = match look {
        Look::Light | Look::Projected | Look::Print => Some(0),
        Look::Dark | Look::ProjectedDark => css.find("@media (prefers-color-scheme: dark)"),
    };
    let (_, rest) = css[from.expect("a block for the mode")..].split_once(root).expect("a block of tokens");
    let (block, _) = rest.split_once('}').expect("an end of the block");
    let lines = block.lines().filter_map(|l| l.trim().strip_prefix("--")?.strip_suffix(';')?.split_once(": "));
    lines.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

#[test]
fn each_colour_of_a_look_is_the_page_s_token_of_that_name_in_that_mode() {
    for look in Look::ALL {
        let style = look.style();
        let named =
            [("ink", style.ink), ("muted", style.muted), ("line", style.line), ("surface", style.surface)].into_iter();
        let groups = style.groups.iter().enumerate().map(|(at, colour)| (format!("group-{}", at + 1), *colour));
        let drawn: Vec<(String, &str)> = named.map(|(name, colour)| (name.to_owned(), colour)).chain(groups).collect();
        let tokens = tokens(look);
        for (name, colour) in &drawn {
            let value = tokens.iter().find(|(token, _)| token == name).map(|(_, value)| value.as_str());
            assert_eq!(Some(*colour), value, "--{name} ({look:?})");
        }
        let groups = tokens.iter().filter(|(token, _)| token.starts_with("group-")).count();
        assert_eq!(groups, style.groups.len(), "--group-… ({look:?})");
    }
}
