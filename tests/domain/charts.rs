//! Charts: the very JSON that is drawn, as goldens; the table twin says the same numbers; the looks are the page's.
//!
//! `SRESS_GOLDEN=ecrire cargo test --no-default-features charts` writes the goldens anew: read their diff.

use crate::support::{CORPUS, lines, read, root};
use explorateur_sress::charts::look::Look;
use explorateur_sress::charts::request::Request;
use explorateur_sress::charts::twin::twin;
use explorateur_sress::domain::address::Address;
use explorateur_sress::domain::search::Index;
use explorateur_sress::domain::select::select;
use explorateur_sress::domain::summary::{Summary, summarise};

fn summary(link: &str) -> Summary {
    let index = Index::of(&CORPUS);
    let (address, notices) = Address::parse(link, &CORPUS);
    assert!(notices.is_empty(), "{}", lines(&notices.iter().map(|n| n.message()).collect::<Vec<_>>()));
    let search = index.parse(&address.query.text);
    summarise(&CORPUS, &address.query, &search, &select(&CORPUS, &index, &address.query, &search))
}

fn json(link: &str, look: Look) -> String {
    let request = Request { summary: summary(link), look, width: 900, still: true };
    assert_eq!(
        Request::option(&request.to_bytes()),
        request.json(),
        "what crosses to the charts' wasm is what is drawn"
    );
    request.json().expect("an option")
}

#[track_caller]
fn check(name: &str, link: &str, look: Look) {
    let option: serde_json::Value = serde_json::from_str(&json(link, look)).expect("JSON");
    let drawn = serde_json::to_string_pretty(&option).expect("JSON") + "\n";
    let path = format!("tests/golden/{name}.json");
    if std::env::var("SRESS_GOLDEN").is_ok_and(|v| v == "ecrire") {
        std::fs::write(root().join(&path), &drawn).expect("a writable golden");
    }
    assert_eq!(drawn, read(&path), "{path}");
}

#[test]
fn the_whole_strategy_is_drawn_as_its_golden() {
    check("graphique-orientations", "#/graphiques", Look::Light);
}

#[test]
fn a_selection_is_drawn_as_its_golden_in_the_dark() {
    check("graphique-orientations-filtre", "#/graphiques?public=jeunes&orientation=3", Look::Dark);
}

#[test]
fn no_option_holds_what_makes_echarts_fail() {
    let option = json("#/graphiques", Look::Light);
    assert!(!option.contains("\"decals\":[]"), "an empty list of patterns stops the drawing");
    assert!(!option.contains("function"), "the CSP refuses functions");
}

#[test]
fn the_table_holds_the_numbers_of_the_drawing() {
    for link in
        ["#/graphiques", "#/graphiques?acteur=cress", "#/graphiques?q=foncier", "#/graphiques?axe=2&public=jeunes"]
    {
        let option: serde_json::Value = serde_json::from_str(&json(link, Look::Light)).expect("JSON");
        let twin = twin(&summary(link));
        for (column, series) in option["series"].as_array().expect("series").iter().enumerate() {
            let drawn: Vec<f64> =
                series["data"].as_array().expect("data").iter().filter_map(|d| d["value"].as_f64()).collect();
            let told: Vec<f64> = twin.rows.iter().map(|row| row.cells[column] as f64).collect();
            assert_eq!(drawn, told, "{link}, {}", twin.columns[column]);
        }
    }
}

/// The tokens of a mode as `(name, value)`: light is the sheet's first `:root`, dark the one of the media block.
fn tokens(look: Look) -> Vec<(String, String)> {
    let css = read("src/styles/tokens.css");
    let from = match look {
        Look::Light => Some(0),
        Look::Dark => css.find("@media (prefers-color-scheme: dark)"),
    };
    let (_, rest) = css[from.expect("a block for the mode")..].split_once(":root {").expect("a block of tokens");
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
