//! Fields of a form: a few options of which one is chosen, a line of text that may be refused.

use crate::kids;
use crate::view::node::{Element, each, el};

/// A choice of one among a few.
pub struct Choices<C> {
    pub id: &'static str,
    pub legend: &'static str,
    /// Keys and texts.
    pub options: Vec<(&'static str, &'static str)>,
    pub chosen: &'static str,
    pub choose: C,
}

pub fn choices<C: Fn(&str) + Copy + Send + Sync + 'static>(field: Choices<C>) -> Element {
    let Choices { id, legend, options, chosen, choose } = field;
    let options = options.into_iter().map(|(key, text)| {
        let own = format!("{id}-{key}");
        let input = el("input", "", kids![])
            .attr("type", "radio")
            .attr("name", id)
            .attr("id", own.clone())
            .attr("value", key)
            .flag("checked", key == chosen)
            .on("change", move |_| choose(key));
        el("p", "xp-field__choice", kids![input, " ", el("label", "", kids![text]).attr("for", own)])
    });
    el("fieldset", "xp-field", kids![el("legend", "", kids![legend]), each(options)])
}

/// A line of text; what is wrong with it is said under it, and to screen readers.
pub fn text_field(
    id: &'static str,
    label: &'static str,
    help: &'static str,
    value: String,
    refused: Option<String>,
    write: impl Fn(&str) + Send + Sync + 'static,
) -> Element {
    let told = format!("{id}-aide");
    let input = el("input", "xp-field__input", kids![])
        .attr("id", id)
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("aria-describedby", told.clone())
        .attr("aria-invalid", refused.is_some().to_string())
        .typed(value)
        .on("input", write);
    let wrong = refused.is_some();
    let help = refused.unwrap_or_else(|| help.to_owned());
    let help = el("span", "xp-field__help", kids![help]).attr("id", told).told();
    el(
        "p",
        "xp-field",
        kids![el("label", "", kids![label]).attr("for", id), input, help.class_if("xp-field__help--wrong", wrong)],
    )
}
