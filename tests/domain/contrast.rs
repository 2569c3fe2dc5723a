//! Contrast of every pair of colours a text or a mark may bring together, in each theme, reckoned from the sheets (RGAA
//! 3.2 and 3.3).
//!
//! Reads both ways of giving a theme its colours: a block under `prefers-color-scheme`, or `light-dark(a, b)`.

use crate::support::{no_fault, read, root};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// Every look of the page. Paper is printed from the light one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Theme {
    Light,
    Dark,
    Projected,
    ProjectedDark,
    Print,
}

impl Theme {
    const ALL: [Theme; 5] = [Theme::Light, Theme::Dark, Theme::Projected, Theme::ProjectedDark, Theme::Print];

    const fn dark(self) -> bool {
        matches!(self, Theme::Dark | Theme::ProjectedDark)
    }

    const fn projected(self) -> bool {
        matches!(self, Theme::Projected | Theme::ProjectedDark)
    }

    /// Of text, as WCAG reckons it: what the law asks, and more for who sits at the back of a room.
    const fn least(self) -> f64 {
        if self.projected() { 7.0 } else { 4.5 }
    }
}

/// Texts, each with the grounds it stands on. The surface is the colour of what charts write over their marks.
const TEXTS: [(&str, &[&str]); 8] = [
    ("ink", &["paper", "surface", "raised", "alert-surface"]),
    ("muted", &["paper", "surface", "raised"]),
    ("accent", &["paper", "surface", "raised", "alert-surface"]),
    ("accent-ink", &["accent"]),
    ("found-ink", &["found"]),
    ("ours", &["ours-surface"]),
    ("alert", &["paper", "surface"]),
    ("surface", &["group-1", "group-2", "group-3", "group-4"]),
];

/// Edges of what one operates, the focus, and marks of charts: 3 is enough, whatever the theme.
const MARKS: [(&str, &[&str]); 7] = [
    ("edge", &["paper", "surface"]),
    ("focus", &["paper", "surface", "raised", "alert-surface"]),
    ("accent", &["paper", "surface"]),
    ("group-1", &["surface"]),
    ("group-2", &["surface"]),
    ("group-3", &["surface"]),
    ("group-4", &["surface"]),
];

type Tokens = BTreeMap<String, String>;

fn without_comments(css: &str) -> String {
    let mut parts = css.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| kept + part.split_once("*/").map_or("", |(_, rest)| rest))
}

/// Declarations of custom properties, each with what it is written under: `@layer tokens`, `@media …`, `:root`.
fn declarations(css: &str) -> Vec<(Vec<String>, String, String)> {
    let css = without_comments(css);
    let (mut under, mut found, mut start) = (Vec::<String>::new(), Vec::new(), 0);
    for (at, c) in css.char_indices().filter(|(_, c)| matches!(c, '{' | '}' | ';')) {
        let text = css[start..at].split_whitespace().collect::<Vec<_>>().join(" ");
        start = at + 1;
        match c {
            '{' => under.push(text),
            '}' => drop(under.pop()),
            _ => {
                if let Some((name, value)) = text.strip_prefix("--").and_then(|t| t.split_once(": ")) {
                    found.push((under.clone(), name.to_owned(), value.to_owned()));
                }
            }
        }
    }
    found
}

/// Whether a declaration under these holds in a theme; widths and scripting change no colour.
fn holds(under: &[String], theme: Theme) -> bool {
    under.iter().all(|one| match one.as_str() {
        "@media (prefers-color-scheme: dark)" => theme.dark(),
        "@media print" => theme == Theme::Print,
        "html[data-affichage=\"projete\"]" => theme.projected(),
        ":root" => true,
        other => other.starts_with("@layer "),
    })
}

/// The tokens of a theme: sheets in the order of their layers, the last word wins.
fn tokens(theme: Theme) -> Tokens {
    let sheets = ["tokens", "projection", "print"].map(|name| read(&format!("src/styles/{name}.css")));
    let all = sheets.iter().flat_map(|css| declarations(css)).filter(|(under, ..)| holds(under, theme));
    all.map(|(_, name, value)| (name, value)).collect()
}

/// The six figures of a colour, through `light-dark()` and other tokens.
fn resolve(tokens: &Tokens, value: &str, dark: bool) -> Option<String> {
    if let Some(name) = value.strip_prefix("var(--").and_then(|v| v.strip_suffix(')')) {
        return resolve(tokens, tokens.get(name)?, dark);
    }
    if let Some((light, other)) =
        value.strip_prefix("light-dark(").and_then(|v| v.strip_suffix(')')).and_then(|both| both.split_once(", "))
    {
        return resolve(tokens, if dark { other } else { light }, dark);
    }
    value.strip_prefix('#').filter(|six| six.len() == 6).map(str::to_owned)
}

/// Relative luminance (WCAG 2.1).
fn luminance(six: &str) -> f64 {
    let part = |at: usize| {
        let c = f64::from(u8::from_str_radix(&six[at..at + 2], 16).expect("two figures")) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[track_caller]
fn check(pairs: &[(&str, &[&str])], least: impl Fn(Theme) -> f64) {
    let mut faults = Vec::new();
    for theme in Theme::ALL {
        let tokens = tokens(theme);
        let colour = |name: &str| {
            let six = tokens.get(name).and_then(|value| resolve(&tokens, value, theme.dark()));
            six.unwrap_or_else(|| panic!("--{name} ({theme:?}) : pas de couleur"))
        };
        for (text, grounds) in pairs {
            for ground in *grounds {
                let found = contrast(&colour(text), &colour(ground));
                if found < least(theme) {
                    faults.push(format!("{theme:?} : --{text} sur --{ground} : {found:.2}, {} au moins", least(theme)));
                }
            }
        }
    }
    no_fault(&faults);
}

#[test]
fn each_text_is_read_on_each_ground_it_stands_on_in_each_theme() {
    check(&TEXTS, Theme::least);
}

#[test]
fn each_edge_and_each_mark_is_told_from_its_ground_in_each_theme() {
    check(&MARKS, |_| 3.0);
}

/// Values of a property in every sheet, for those that are one token.
fn said(properties: &[&str]) -> BTreeSet<String> {
    let folders = ["src/styles", "src/styles/components", "src/styles/print"].map(|folder| root().join(folder));
    let files = folders.into_iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten().flatten();
    let sheets = files.map(|file| file.path()).filter(|path| path.extension().is_some_and(|e| e == "css"));
    let text: String = sheets.map(|path| without_comments(&fs::read_to_string(path).expect("a sheet"))).collect();
    let lines = text.lines().filter_map(|line| line.trim().strip_suffix(';')?.split_once(": "));
    let values = lines.filter(|(property, _)| properties.contains(property)).map(|(_, value)| value);
    values.filter_map(|value| Some(value.strip_prefix("var(--")?.strip_suffix(')')?.to_owned())).collect()
}

/// A colour given to text or to a ground without being held here would be read by nobody's measure.
#[test]
fn no_colour_of_text_and_no_ground_is_left_out() {
    let texts: Vec<&str> = TEXTS.iter().map(|(text, _)| *text).collect();
    let grounds: Vec<&str> = TEXTS.iter().flat_map(|(_, grounds)| *grounds).copied().collect();
    let left = said(&["color"]).into_iter().filter(|name| !texts.contains(&name.as_str()));
    let bare = said(&["background", "background-color"]).into_iter().filter(|name| !grounds.contains(&name.as_str()));
    no_fault(&left.chain(bare).map(|name| format!("--{name} : aucun contraste calculé")).collect::<Vec<_>>());
}

#[test]
fn both_ways_of_giving_colours_are_understood() {
    let block = "@layer tokens { :root { --a: #000000; /* --a: #111111; */ } @media (prefers-color-scheme: dark) { :root { --a: #ffffff; } } }";
    let function =
        "@layer tokens {\n  :root {\n    --clair: #000000;\n    --a: light-dark(var(--clair), #ffffff);\n  }\n}";
    for css in [block, function] {
        for (theme, wanted) in [(Theme::Light, "000000"), (Theme::Dark, "ffffff")] {
            let all = declarations(css).into_iter().filter(|(under, ..)| holds(under, theme));
            let tokens: Tokens = all.map(|(_, name, value)| (name, value)).collect();
            assert_eq!(resolve(&tokens, "var(--a)", theme.dark()).as_deref(), Some(wanted), "{css} ({theme:?})");
        }
    }
    assert!((contrast("000000", "ffffff") - 21.0).abs() < 0.01);
    assert!((contrast("777777", "ffffff") - 4.48).abs() < 0.01);
}
