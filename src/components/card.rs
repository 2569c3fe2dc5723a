//! A measure in a list: its title, our summary, the actions that answer first, the adopted text folded below.

use super::official::{action, official};
use super::prose::{fold, ours};
use super::segments::{marked, nowhere};
use crate::domain::answer::Answer;
use crate::domain::corpus::Measure;
use crate::domain::french::{count, list};
use crate::domain::markup::found;
use crate::domain::needle::Search;
use crate::domain::passage::Role;
use crate::kids;
use crate::view::node::{Element, a, each, el};

/// What a card shows whole and unmarked on the default view: our summary, then each paragraph of the adopted text. The
/// first program reads them there, in the order of the corpus.
pub const TEXTS: &str = ".xp-card>.xp-ours>span:last-child,.xp-official p";

/// `tag` is the heading under those of the groups.
pub fn card(measure: &Measure, tag: &'static str, href: String, search: &Search, answer: &Answer) -> Element {
    let number = measure.number;
    let label = el("span", "xp-card__number", kids![format!("Mesure\u{a0}{number}")]);
    let title = marked(found(measure.title(), search));
    let link = a("xp-card__link", href, kids![label, " ", title]).attr("id", format!("m-{number}"));
    let actions = count(measure.actions().count(), "action", "actions");
    let inside = kids![
        el(tag, "xp-card__title", kids![link]),
        ours("Résumé", marked(found(&measure.summary, search))),
        answer.asked.then(|| answering(measure, answer, search)),
        fold(
            format!("Texte adopté, page\u{a0}{}\u{a0}: {actions}", measure.page),
            kids![official(measure, under(tag), search, &nowhere)]
        ),
    ];
    // Without script the links of the page lead to the cards themselves.
    el("article", "xp-card", inside).attr("id", format!("/mesures/{number}")).attr("data-mesure", number.to_string())
}

/// The heading one level below.
fn under(tag: &str) -> &'static str {
    match tag {
        "h3" => "h4",
        "h4" => "h5",
        _ => "h6",
    }
}

/// The actions that answer, and where else the measure does.
fn answering(measure: &Measure, answer: &Answer, search: &Search) -> Element {
    let all: Vec<_> = measure.actions().collect();
    let shown = answer.actions().iter().filter_map(|&at| all.get(at));
    let actions = each(shown.map(|p| action(measure.number, p, search, &nowhere)));
    let list = (!actions.is_empty()).then(|| el("ol", "xp-actions", actions));
    let sentence = el("p", "xp-card__count", kids![sentence(answer, all.len())]);
    el("div", "xp-card__answer", kids![sentence, list])
}

/// « 2 actions sur 6 répondent aux critères ; aussi dans l’objectif. »
fn sentence(answer: &Answer, total: usize) -> String {
    let places: Vec<&str> = answer
        .passages
        .iter()
        .map(|role| match role {
            Role::Title => "le titre",
            Role::Objective => "l’objectif",
            Role::Lead => "la mise en œuvre",
            Role::Closing | Role::Action(_) => "le complément",
        })
        .chain(answer.in_summary.then_some("notre résumé"))
        .collect();
    let places = list(&places, "et");
    let of = |n: usize| format!("{} sur\u{a0}{total}", count(n, "action", "actions"));
    let main = match (answer.whole.len(), answer.partial.len()) {
        (0, 0) if places.is_empty() => return "Les critères se trouvent dans la mesure entière.".into(),
        (0, 0) => return format!("Trouvé dans {places}."),
        (0, n) => format!("{} {} une partie des critères", of(n), if n < 2 { "porte" } else { "portent" }),
        (n, _) => format!("{} {} aux critères", of(n), if n < 2 { "répond" } else { "répondent" }),
    };
    if places.is_empty() { format!("{main}.") } else { format!("{main}\u{a0}; aussi dans {places}.") }
}
