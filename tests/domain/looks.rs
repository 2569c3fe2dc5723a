//! The looks of charts are the page's: the same colours by the same names, in each mode.

use crate::support::read;
use explorateur_sress::charts::look::Look;

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
