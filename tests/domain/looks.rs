//! The looks of charts are the page's: the same colours by the same names, in each mode.

use crate::support::read;
use explorateur_sress::charts::look::Look;

/// The tokens of a look as `(name, value)`: the first block of its sheet, each colour in the mode's half of `light-dark()`.
fn tokens(look: Look) -> Vec<(String, String)> {
    let (sheet, root) = match look {
        Look::Light | Look::Dark => ("tokens", ":root {"),
        Look::Projected | Look::ProjectedDark => ("projection", "html[data-affichage=\"projete\"] {"),
        Look::Print => ("print", ":root {"),
    };
    let css = read(&format!("src/styles/{sheet}.css"));
    let (_, rest) = css.split_once(root).expect("a block of tokens");
    let (block, _) = rest.split_once('}').expect("an end of the block");
    let lines = block.lines().filter_map(|l| l.trim().strip_prefix("--")?.strip_suffix(';')?.split_once(": "));
    let value =
        |value: &str| match value.strip_prefix("light-dark(").and_then(|v| v.strip_suffix(')')?.split_once(", ")) {
            Some((_, dark)) if matches!(look, Look::Dark | Look::ProjectedDark) => dark.to_owned(),
            Some((light, _)) => light.to_owned(),
            None => value.to_owned(),
        };
    lines.map(|(name, text)| (name.to_owned(), value(text))).collect()
}

/// The starter of a frame refuses an accent that cannot be read on any of these.
#[test]
fn the_grounds_of_a_host_s_accent_are_the_page_s() {
    let script = read("web/cadre.mjs");
    for (mode, look) in [("clair", Look::Light), ("sombre", Look::Dark)] {
        let tokens = tokens(look);
        let grounds = ["paper", "surface", "raised"].map(|name| {
            let (_, colour) = tokens.iter().find(|(token, _)| token == name).expect("a ground");
            format!("\"{colour}\"")
        });
        let line = format!("{mode}: [{}]", grounds.join(", "));
        assert!(script.contains(&line), "{line}");
    }
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
