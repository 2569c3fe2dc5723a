//! Classes both ways: each `xp-` class written in Rust or in the page has a rule, and each rule serves.

use crate::files::{code, rust, under};
use crate::support::{no_fault, read, root};
use std::collections::BTreeSet;

/// The pages and scripts that bear classes, beside the Rust code.
fn pages() -> Vec<(String, String)> {
    let named = ["index.html"].into_iter().filter(|p| root().join(p).exists()).map(str::to_owned);
    let web = under("web").into_iter().filter(|p| p.ends_with(".mjs") || p.ends_with(".js") || p.ends_with(".html"));
    let public = under("public").into_iter().filter(|p| p.ends_with(".js") || p.ends_with(".html"));
    named.chain(web).chain(public).map(|p| (p.clone(), read(&p))).collect()
}

fn sheets() -> Vec<(String, String)> {
    let sheets = under("src/styles").into_iter().filter(|p| p.ends_with(".css"));
    sheets.map(|p| (p.clone(), without_comments(&read(&p)))).collect()
}

fn without_comments(css: &str) -> String {
    css.split("/*")
        .enumerate()
        .map(|(n, part)| if n == 0 { part } else { part.split_once("*/").map_or("", |(_, rest)| rest) })
        .collect()
}

/// Words that begin with `xp-`, each with the character before it.
fn tokens(text: &str) -> Vec<(Option<char>, &str)> {
    let end = |at: usize| {
        let word = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        text[at..].find(|c| !word(c)).map_or(text.len(), |n| at + n)
    };
    text.match_indices("xp-").map(|(at, _)| (text[..at].chars().next_back(), &text[at..end(at)])).collect()
}

/// What `attribute="…"` holds, wherever it is written.
fn attributes<'a>(text: &'a str, attribute: &str) -> Vec<&'a str> {
    let opening = format!(" {attribute}=\"");
    text.match_indices(&opening).filter_map(|(at, _)| text[at + opening.len()..].split('"').next()).collect()
}

/// Classes written where elements are made: not a custom property (`--xp-…`), nor a longer word, nor the page's own
/// names and ids.
fn used() -> BTreeSet<String> {
    let pages = pages();
    let names: Vec<&str> =
        pages.iter().flat_map(|(_, t)| [attributes(t, "name"), attributes(t, "id")].concat()).collect();
    let rust: Vec<String> = rust("src").into_iter().map(|(_, text)| code(&text)).collect();
    let written = rust.iter().flat_map(|text| tokens(text)).filter(|(_, t)| !names.contains(t));
    let classes = pages.iter().flat_map(|(_, text)| attributes(text, "class")).flat_map(tokens);
    let whole = |before: &Option<char>| !before.is_some_and(|c| c.is_alphanumeric() || c == '-');
    written.chain(classes).filter(|(before, _)| whole(before)).map(|(_, t)| t.to_owned()).collect()
}

fn styled() -> BTreeSet<String> {
    let sheets = sheets();
    let all = sheets.iter().flat_map(|(_, text)| tokens(text));
    all.filter(|(before, _)| *before == Some('.')).map(|(_, t)| t.to_owned()).collect()
}

/// A class built from parts (`xp-tag--{kind}`) ends with a hyphen, and stands for all that begin so.
fn stands_for(token: &str, class: &str) -> bool {
    if token.ends_with('-') { class.starts_with(token) } else { class == token }
}

/// What the browser shows around an installed explorer, before any style of ours.
#[test]
fn the_manifest_has_the_colours_of_the_tokens_and_icons_that_are_there() {
    let tokens = read("src/styles/tokens.css");
    let paper = tokens.split("--paper: light-dark(").nth(1).and_then(|rest| rest.split(',').next());
    let paper = paper.expect("the colour of paper");
    let manifest = read("public/manifest.webmanifest");
    for name in ["theme_color", "background_color"] {
        assert!(manifest.contains(&format!("\"{name}\": \"{paper}\"")), "{name} : {paper}");
    }
    let icons: Vec<&str> = manifest.split("\"src\": \"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(icons.len() > 2 && icons.iter().all(|icon| root().join("public").join(icon).is_file()), "{icons:?}");
}

#[test]
fn each_class_has_a_rule_and_each_rule_serves() {
    let (used, styled) = (used(), styled());
    let bare = used.iter().filter(|u| !styled.iter().any(|s| stands_for(u, s))).map(|u| format!("{u} : aucune règle"));
    let idle = styled.iter().filter(|s| !used.iter().any(|u| stands_for(u, s))).map(|s| format!("{s} : aucun élément"));
    no_fault(&bare.chain(idle).collect::<Vec<_>>());
}

#[test]
fn no_style_is_written_beside_the_sheets() {
    let rust = rust("src").into_iter().map(|(path, text)| (path, code(&text)));
    let faults: Vec<String> = rust
        .chain(pages())
        .filter(|(_, text)| [" style=", "style:", "<style", ".style.", "cssText"].iter().any(|s| text.contains(s)))
        .filter(|(path, _)| !path.starts_with("src/charts/"))
        // In the page around a frame our sheets are not there.
        .filter(|(path, _)| path != "web/embed.mjs")
        .map(|(path, _)| path)
        .collect();
    no_fault(&faults);
}

/// The State's design system is reserved to the State.
#[test]
fn the_state_s_design_system_is_not_borrowed() {
    let rust = rust("src").into_iter().map(|(path, text)| (path, code(&text)));
    let mut faults = Vec::new();
    for (path, text) in rust.chain(pages()).chain(sheets()) {
        for (at, _) in text.match_indices("fr-") {
            let before = text[..at].chars().next_back().unwrap_or(' ');
            let after = text[at + 3..].chars().next().unwrap_or(' ');
            if (before.is_whitespace() || "\"'.`".contains(before)) && after.is_ascii_lowercase() {
                faults.push(format!("{path} : « {} »", text[at..].chars().take(20).collect::<String>()));
            }
        }
        faults.extend(text.to_lowercase().contains("marianne").then(|| format!("{path} : police réservée")));
    }
    no_fault(&faults);
}

#[test]
fn layers_of_the_sheets_are_the_six_named() {
    let known = ["tokens", "base", "layout", "components", "projection", "print"];
    for (path, text) in sheets() {
        for (at, _) in text.match_indices("@layer ") {
            let names = text[at + 7..].split(['{', ';']).next().unwrap_or_default();
            for name in names.split(',') {
                assert!(known.contains(&name.trim()), "{path} : couche « {} »", name.trim());
            }
        }
    }
}
