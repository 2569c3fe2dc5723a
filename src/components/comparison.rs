//! Two things side by side: the table of what is shared and what is not, and the field that chooses a side.

use crate::kids;
use crate::view::node::{Element, Node, each, el};

/// A line of the table: what is compared, then what both sides have, the first alone, the second alone.
pub struct Row {
    pub head: String,
    /// A precision under the head.
    pub detail: Option<&'static str>,
    /// Whether the items are names, which follow one another on a line, rather than titles.
    pub names: bool,
    /// The items of each cell; an empty cell says so.
    pub cells: [Vec<Element>; 3],
}

/// `names` are those of the two sides, which the columns and, on a narrow screen, each cell repeat.
///
/// The roles say what the elements already do: stacked on a narrow screen, some browsers forget that this is a table.
pub fn comparison(caption: String, names: &[String; 2], rows: Vec<Row>) -> Element {
    let [one, other] = names;
    let columns = ["En commun".to_owned(), format!("{one} seulement"), format!("{other} seulement")];
    let heads = each(columns.iter().map(|name| {
        let head = el("th", "", kids![name.clone()]);
        head.attr("scope", "col").attr("role", "columnheader")
    }));
    let corner = el("td", "", kids![]).attr("role", "cell");
    let lines = each(rows.into_iter().map(|row| line(row, &columns)));
    let inside = kids![
        el("caption", "xp-hidden", kids![caption]),
        el("thead", "", kids![el("tr", "", kids![corner, heads]).attr("role", "row")]).attr("role", "rowgroup"),
        el("tbody", "", lines).attr("role", "rowgroup"),
    ];
    el("table", "xp-compare__table", inside).attr("role", "table")
}

fn line(row: Row, columns: &[String; 3]) -> Element {
    let detail = row.detail.map(|detail| el("span", "xp-compare__detail", kids![detail]));
    let names = row.names;
    let head = el("th", "", kids![row.head, " ", detail]).attr("scope", "row").attr("role", "rowheader");
    let cells = each(row.cells.into_iter().zip(columns).map(|(items, column)| {
        // There where the heads of the columns are not: stacked on a narrow screen, on a full sheet.
        let label = el("span", "xp-compare__label", kids![column.clone()]);
        let none = items.is_empty().then(|| el("span", "xp-compare__none", kids!["rien"]));
        let list = (!items.is_empty())
            .then(|| el("ul", "xp-compare__list", each(items.into_iter())).class_if("xp-compare__list--names", names));
        el("td", "", kids![label, none, list]).attr("role", "cell")
    }));
    el("tr", "", kids![head, cells]).attr("role", "row")
}

/// An item of a cell: what it is, and a word after it.
pub fn item(name: Node, note: Option<String>) -> Element {
    let note = note.map(|note| el("span", "xp-compare__note", kids![" ", note]));
    el("li", "", kids![name, note])
}

/// What is near a thing chosen alone: a sentence, then the ways to compare it.
pub fn near(lead: String, ways: Vec<Element>, rest: Option<String>) -> Element {
    let ways = each(ways.into_iter().map(|way| el("li", "", kids![way])));
    let rest = rest.map(|rest| el("li", "xp-compare__rest", kids![rest]));
    el("div", "xp-compare__near", kids![el("p", "", kids![lead]), el("ul", "xp-compare__ways", kids![ways, rest])])
}

/// A choice in a list: its value, what is read, whether it is the one chosen.
pub struct Choice {
    pub value: String,
    pub text: String,
    pub chosen: bool,
    /// Read in the list, but not to be chosen.
    pub taken: bool,
}

/// A labelled field that chooses in a list; `empty` is read there as long as nothing is chosen.
pub fn chooser(
    id: &'static str,
    label: &'static str,
    empty: Option<&'static str>,
    choices: Vec<Choice>,
    choose: impl Fn(&str) + Send + Sync + 'static,
) -> Element {
    let none = !choices.iter().any(|c| c.chosen);
    let empty =
        empty.filter(|_| none).map(|text| el("option", "", kids![text]).attr("value", "").flag("selected", true));
    let options = each(choices.into_iter().map(|Choice { value, text, chosen, taken }| {
        el("option", "", kids![text]).attr("value", value).flag("selected", chosen).flag("disabled", taken)
    }));
    let select = el("select", "xp-select", kids![empty, options]).attr("id", id).on("change", choose);
    el("div", "xp-compare__field", kids![el("label", "", kids![label]).attr("for", id), select])
}
