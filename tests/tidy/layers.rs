//! Who may see whom: each layer names only those the design lets it see, and one folder alone speaks to the browser.

use crate::files::{code, rust};
use crate::support::{no_fault, read};

/// In the reading order of `src/lib.rs`: each sees only those before it.
const LAYERS: [&str; 15] = [
    "domain",
    "embedded",
    "contract",
    "editing",
    "roadmap",
    "workshop",
    "documents",
    "charts",
    "view",
    "reactive",
    "store",
    "platform",
    "components",
    "pages",
    "app",
];

/// What a layer may name beside itself, as ARCHITECTURE.md maps it; `None` where everything may be named.
fn visible(layer: &str, path: &str) -> Option<&'static [&'static str]> {
    // Only what draws a chart holds one of the browser's own objects.
    let draws = path.contains("/figure") || path.contains("/drawing");
    match layer {
        "domain" | "view" | "reactive" => Some(&[]),
        "embedded" | "contract" | "editing" | "documents" | "charts" => Some(&["domain"]),
        "roadmap" | "workshop" => Some(&["domain", "editing"]),
        "store" => Some(&["domain", "reactive"]),
        // The page is a tree, kept in step with the signals by the program.
        "platform" if path.contains("/tree/") => Some(&["view"]),
        "platform" if path.ends_with("/program.rs") => Some(&["view", "reactive"]),
        "platform" => Some(&[]),
        "components" if draws => Some(&["domain", "charts", "view", "reactive", "platform"]),
        "components" => Some(&["domain", "charts", "view"]),
        "pages" => Some(&[
            "domain",
            "embedded",
            "contract",
            "editing",
            "roadmap",
            "workshop",
            "documents",
            "charts",
            "view",
            "reactive",
            "store",
            "platform",
            "components",
        ]),
        "app" => {
            Some(&["domain", "embedded", "charts", "view", "reactive", "store", "platform", "components", "pages"])
        }
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

/// A module without its wall would be seen by all, and see all.
#[test]
fn each_module_of_the_library_has_its_wall() {
    let library = code(&read("src/lib.rs"));
    let modules = library.lines().filter_map(|l| l.trim_start_matches("pub ").strip_prefix("mod "));
    let modules: Vec<&str> = modules.map(|m| m.trim_end_matches(';')).collect();
    assert_eq!(modules, LAYERS);
    for (at, layer) in LAYERS.iter().enumerate() {
        let seen = visible(layer, "").unwrap_or_else(|| panic!("{layer} voit tout"));
        assert!(seen.iter().all(|other| LAYERS[..at].contains(other)), "{layer} voit {seen:?}");
    }
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

/// The crates only some features bring: the signals' and the browser's.
fn frameworks() -> Vec<String> {
    let manifest = read("Cargo.toml");
    let names = manifest.match_indices("\"dep:").map(|(at, mark)| &manifest[at + mark.len()..]);
    names.filter_map(|rest| rest.split('"').next()).map(|name| name.replace('-', "_")).collect()
}

#[test]
fn the_domain_the_charts_and_the_view_know_no_framework() {
    let frameworks = frameworks();
    for known in ["reactive_graph", "any_spawner", "wasm_bindgen"] {
        assert!(frameworks.iter().any(|name| name == known), "{known} n'est plus dans Cargo.toml : {frameworks:?}");
    }
    // As a path: `zip` is also a name of iterators.
    let paths: Vec<String> = frameworks.iter().map(|name| format!("{name}::")).collect();
    let foreign: Vec<&str> = paths.iter().map(String::as_str).chain(["std::fs", "std::env"]).collect();
    let pure = rust("src").into_iter().filter(|(path, _)| ["domain", "charts", "view"].contains(&layer_of(path)));
    let mut faults = Vec::new();
    for (path, text) in pure {
        faults.extend(foreign.iter().filter(|name| code(&text).contains(*name)).map(|n| format!("{path} nomme {n}")));
    }
    no_fault(&faults);
}
