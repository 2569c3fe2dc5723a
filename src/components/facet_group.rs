//! One facet: its options with live counts, collapsible; a long one can be searched and unfolded.

use crate::domain::corpus::OptionIdx;
use crate::domain::facet::Facet;
use crate::domain::french::{count, lower, plural, quoted};
use crate::domain::query::{Choice, Mode};
use crate::domain::text::words;
use crate::kids;
use crate::view::node::{Element, Node, button, el, spoken};

/// Options shown before « voir tout »; a facet hardly longer is shown whole.
const SHORT: usize = 8;
const SLACK: usize = 4;

/// An option as it is printed, whatever is asked.
pub struct OptionRow {
    pub option: OptionIdx,
    /// Key in the address.
    pub key: String,
    pub id: String,
    pub label: String,
    /// A longer name, under the label.
    pub detail: Option<String>,
    /// Both, folded for the search in the facet.
    pub folded: String,
    /// A generic group rather than a named organisation.
    pub generic: bool,
}

/// What a facet is, what is chosen in it, and what of its list is asked for.
pub struct Group<'a> {
    pub facet: Facet,
    pub key: &'static str,
    pub label: &'static str,
    pub rows: &'static [OptionRow],
    /// Measures shown if an option were (also) chosen.
    pub count: &'a dyn Fn(OptionIdx) -> usize,
    pub open: bool,
    pub choice: &'a Choice,
    /// Text typed to find an option.
    pub wanted: String,
    pub unfolded: bool,
    /// Options that stay in sight whatever is folded.
    pub kept: &'a [OptionIdx],
    /// Whether the page answers; until then only what is seen is printed.
    pub settled: bool,
}

/// What the visitor does with a facet.
#[derive(Clone, Copy)]
pub struct Deeds<T, M, W, U> {
    pub toggle: T,
    pub mode: M,
    pub find: W,
    pub unfold: U,
}

pub fn facet_group<T, M, W, U>(group: Group, deeds: Deeds<T, M, W, U>) -> Element
where
    T: Fn(OptionIdx) + Copy + Send + Sync + 'static,
    M: Fn(Mode) + Copy + Send + Sync + 'static,
    W: Fn(&str) + Copy + Send + Sync + 'static,
    U: Fn() + Copy + Send + Sync + 'static,
{
    let rows = group.rows;
    let long = rows.len() > SHORT + SLACK;
    let name = lower(group.label);
    let asked = words(&group.wanted);
    let chosen = group.choice.options().len();
    let wanted = |row: &OptionRow| asked.iter().all(|w| row.folded.split(' ').any(|f| f.starts_with(&w.folded)));
    let whole = !long || group.unfolded || !asked.is_empty();
    let found_some = rows.iter().filter(|row| wanted(row)).count();
    // What is folded or beyond the first options comes with the program: nobody can unfold it before. Then every option is
    // on the page, those out of sight hidden: whoever drives the page finds it by its key (DESIGN §6).
    let first = |rank: usize, row: &OptionRow| (whole || rank < SHORT) && wanted(row);
    let mut generic_before = false;
    let mut options = Vec::new();
    for (rank, row) in rows.iter().enumerate() {
        let checked = group.choice.contains(row.option);
        let seen = checked || group.kept.contains(&row.option) || first(rank, row);
        if !(group.settled || group.open && seen) {
            continue;
        }
        if row.generic && seen && !std::mem::replace(&mut generic_before, true) {
            options.push(el("li", "xp-facet__groups", kids!["Groupes, sans nom propre"]).key(u64::MAX));
        }
        let line = line(row, group.key, checked, (group.count)(row.option), deeds.toggle);
        options.push(line.flag("hidden", !seen));
    }
    let told = (!asked.is_empty()).then(|| match found_some {
        0 => format!("Aucun choix ne contient {}.", quoted(group.wanted.trim())),
        n => count(n, "choix trouvé", "choix trouvés"),
    });
    let head = kids![group.label, (chosen > 0).then(|| el("span", "xp-facet__chosen", kids![format!(" ({chosen})")]))];
    let unfold = long.then(|| {
        let text = if group.unfolded { "Voir moins".to_owned() } else { format!("Voir les {}", rows.len()) };
        button("xp-link-button", kids![text, spoken(format!("\u{a0}: {name}"))], deeds.unfold)
            .attr("id", format!("tout-{}", group.key))
            .attr("aria-expanded", group.unfolded.to_string())
            .flag("hidden", !asked.is_empty())
    });
    let modes_shown = group.facet.is_tag() && (chosen > 1 || group.choice.mode() == Mode::All);
    let body = kids![
        el("legend", "xp-hidden", kids![format!("Filtrer par {name}")]),
        long.then(|| finder(&name, group.key, group.wanted, deeds.find)),
        modes_shown.then(|| modes(group.key, group.choice.mode(), deeds.mode)),
        long.then(|| el("p", "xp-facet__told", kids![told]).told()),
        el("ul", "xp-facet__list", kids![options]),
        unfold,
    ];
    let summary = el("summary", "xp-facet__head", head);
    el("details", "xp-facet", kids![summary, el("fieldset", "xp-facet__body", body)]).flag("open", group.open)
}

/// One option: a checkbox, its name, and how many measures it would leave.
fn line(
    row: &'static OptionRow,
    facet_key: &'static str,
    checked: bool,
    left: usize,
    toggle: impl Fn(OptionIdx) + Copy + Send + Sync + 'static,
) -> Element {
    let option = row.option;
    let input = el("input", "xp-option__box", kids![])
        .attr("type", "checkbox")
        .attr("id", row.id.as_str())
        .attr("data-facet", facet_key)
        .attr("value", row.key.as_str())
        .flag("checked", checked)
        .on("change", move |_| toggle(option));
    let detail = row.detail.as_deref().map(|detail| el("span", "xp-option__detail", kids![detail]));
    let measures = plural(left, " mesure", " mesures");
    let label = kids![
        el("span", "xp-option__name", kids![row.label.as_str(), " ", detail]),
        " ",
        el("span", "xp-option__count", kids![left.to_string(), spoken(measures)]),
    ];
    el("li", "xp-option", kids![input, el("label", "xp-option__label", label).attr("for", row.id.as_str())])
        .key(u64::from(row.option.0))
        .class_if("xp-option--none", left == 0)
        .class_if("xp-option--generic", row.generic)
}

/// The field that finds an option in a long list.
fn finder(name: &str, key: &str, wanted: String, find: impl Fn(&str) + Send + Sync + 'static) -> Element {
    let id = format!("trouver-{key}");
    // Seen beside the field: a placeholder goes with the first letter (RGAA 11.1).
    let words = kids!["Trouver dans la liste", spoken(format!("\u{a0}: {name}"))];
    let label = el("label", "xp-search__help", words).attr("for", id.clone());
    let field = el("input", "xp-facet__field", kids![])
        .attr("type", "text")
        .attr("id", id)
        .attr("autocomplete", "off")
        .typed(wanted)
        .on("input", find);
    el("div", "xp-facet__find", kids![label, field])
}

/// « Au moins un » or « tous ensemble », once two options are chosen.
fn modes(key: &str, mode: Mode, choose: impl Fn(Mode) + Copy + Send + Sync + 'static) -> Element {
    let radio = |value: Mode, text: &'static str, suffix: &str| -> Node {
        let id = format!("mode-{key}-{suffix}");
        let input = el("input", "", kids![])
            .attr("type", "radio")
            .attr("id", id.clone())
            .attr("name", format!("mode-{key}"))
            .flag("checked", mode == value)
            .on("change", move |_| choose(value));
        Node::Element(el("span", "xp-modes__one", kids![input, el("label", "", kids![text]).attr("for", id)]))
    };
    let legend = el("legend", "xp-hidden", kids!["Comment combiner les choix"]);
    let any = radio(Mode::Any, "au moins un", "un");
    let all = radio(Mode::All, "tous ensemble", "tous");
    el("fieldset", "xp-modes", kids![legend, any, all])
}
