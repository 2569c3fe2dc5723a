//! Who may see whom: each layer names only those the design lets it see, and one folder alone speaks to the browser.

use crate::files::{code, rust};
use crate::support::no_fault;

const LAYERS: [&str; 9] =
    ["domain", "embedded", "contract", "charts", "store", "platform", "components", "pages", "app"];

/// What a layer may name beside itself; `None` where everything may be named.
fn visible(layer: &str, path: &str) -> Option<&'static [&'static str]> {
    // Only what draws a chart holds one of the browser's own objects.
    let draws = path.contains("/figure") || path.contains("/chart");
    match layer {
        "domain" | "platform" => Some(&[]),
        "embedded" | "contract" | "charts" => Some(&["domain"]),
        "store" => Some(&["domain", "embedded"]),
        "components" if draws => Some(&["domain", "charts", "platform"]),
        "components" => Some(&["domain", "charts"]),
        "pages" => Some(&["domain", "embedded", "contract", "charts", "store", "platform", "components"]),
        "app" => Some(&["domain", "embedded", "charts", "store", "platform", "components", "pages"]),
        _ => None,
    }
}

/// `src/pages/explore.rs` → `pages`; `src/store.rs` → `store`.
fn layer_of(path: &str) -> &str {
    let path = path.trim_start_matches("src/");
    path.split('/').next().unwrap_or_default().trim_end_matches(".rs")
}

/// The layers a file names, through `crate::` or by climbing up to it.
fn named(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices("crate::") {
        let rest = &text[at + "crate::".len()..];
        let names = match rest.strip_prefix('{') {
            Some(group) => top_level(group),
            None => vec![word(rest)],
        };
        found.extend(names);
    }
    found.extend(LAYERS.into_iter().filter(|l| text.contains(&format!("super::super::{l}"))).map(str::to_owned));
    found
}

fn word(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// The first word of each item of a group: `{domain::{a, b}, store}` → `domain`, `store`.
fn top_level(group: &str) -> Vec<String> {
    let mut names = vec![word(group.trim_start())];
    let mut depth = 0;
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(word(group[at + 1..].trim_start())),
            _ => {}
        }
    }
    names
}

#[test]
fn each_layer_names_only_those_it_may_see() {
    let mut faults = Vec::new();
    for (path, text) in rust("src") {
        let layer = layer_of(&path);
        let Some(visible) = visible(layer, &path) else { continue };
        for name in named(&code(&text)) {
            if name != layer && LAYERS.contains(&name.as_str()) && !visible.contains(&name.as_str()) {
                faults.push(format!("{path} : {layer} ne voit pas {name}"));
            }
        }
    }
    no_fault(&faults);
}

#[test]
fn names_are_read_out_of_groups_too() {
    assert_eq!(named("use crate::store::Store;"), ["store"]);
    assert_eq!(named("use crate::{domain::{a, b}, pages::c};"), ["domain", "pages"]);
    assert_eq!(named("let x = crate::app::run(super::super::store::y);"), ["app", "store"]);
}

#[test]
fn only_the_platform_speaks_to_the_browser() {
    let mut faults = Vec::new();
    for (path, text) in rust("src").into_iter().filter(|(path, _)| layer_of(path) != "platform") {
        for name in ["web_sys", "js_sys", "gloo"] {
            if code(&text).contains(name) {
                faults.push(format!("{path} nomme {name}"));
            }
        }
    }
    no_fault(&faults);
}

#[test]
fn the_domain_and_the_charts_know_no_framework() {
    let pure = rust("src").into_iter().filter(|(path, _)| ["domain", "charts"].contains(&layer_of(path)));
    let faults: Vec<String> = pure
        .filter(|(_, text)| {
            ["leptos", "wasm_bindgen", "std::fs", "std::env"].iter().any(|name| code(text).contains(name))
        })
        .map(|(path, _)| path)
        .collect();
    no_fault(&faults);
}
