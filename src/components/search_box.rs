//! The search field, and how to use it. The only `role=searchbox` of the page.

use crate::domain::address::LONGEST_TEXT;
use crate::kids;
use crate::view::node::{Element, a, button, el};

/// Id of the field: where the focus goes once it is cleared.
pub const FIELD: &str = "recherche";

/// Shows `text`; a link leads past the filters to the element `after`; `on_type` hears each change, letter by letter.
pub fn search_box(
    text: String,
    after: &str,
    on_type: impl Fn(&str) + Send + Sync + 'static,
    on_clear: impl Fn() + Send + Sync + 'static,
) -> Element {
    let label = el("label", "xp-search__label", kids!["Rechercher dans les mesures et leurs actions"]);
    let clear = button("xp-button", kids!["Effacer"], on_clear)
        .attr("id", "recherche-effacer")
        .attr("aria-label", "Effacer la recherche")
        .flag("disabled", text.is_empty());
    let field = el("input", "xp-search__field", kids![])
        .attr("id", FIELD)
        .attr("type", "search")
        .attr("role", "searchbox")
        .attr("autocomplete", "off")
        .attr("enterkeyhint", "search")
        .attr("maxlength", LONGEST_TEXT.to_string())
        .attr("aria-describedby", "recherche-aide")
        .typed(text)
        .on("input", on_type);
    let help = "Plusieurs mots\u{a0}: tous sont cherchés. Entre guillemets\u{a0}: l’expression exacte. Accents et majuscules ne comptent pas.";
    let help = el("p", "xp-search__help", kids![help]).attr("id", "recherche-aide");
    let row = el("div", "xp-search__row", kids![field, clear]);
    let results = a("xp-skip xp-skip--here", format!("#{after}"), kids!["Aller aux résultats"]);
    el("div", "xp-search", kids![label.attr("for", FIELD), row, results, help]).attr("role", "search")
}
