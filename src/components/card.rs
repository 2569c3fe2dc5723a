//! A measure in a list: its title, our summary, the actions that answer first, the adopted text folded below.

use super::official::{Reading, action, blocks, official, role_name};
use super::prose::{fold, ours};
use super::segments::marked;
use crate::domain::answer::Answer;
use crate::domain::corpus::Measure;
use crate::domain::french::{count, list};
use crate::domain::markup::found;
use crate::domain::passage::Role;
use crate::kids;
use crate::view::node::{Element, a, each, el};

/// What a card shows whole and unmarked on the default view: our summary, then each paragraph of the adopted text. The
/// first program reads them there, in the order of the corpus.
pub const TEXTS: &str = ".xp-card>.xp-ours>span:last-child,.xp-official p";

/// `tag` is the heading under those of the groups; `pick` puts the measure in the selection.
pub fn card(
    measure: &Measure,
    tag: &'static str,
    href: String,
    reading: Reading,
    answer: &Answer,
    pick: Element,
) -> Element {
    let search = reading.search;
    let number = measure.number;
    let label = el("span", "xp-card__number", kids![format!("Mesure\u{a0}{number}")]);
    let title = marked(found(measure.title(), search));
    let link = a("xp-card__link", href, kids![label, " ", title]).attr("id", format!("m-{number}"));
    let actions = count(measure.actions().count(), "action", "actions");
    let inside = kids![
        el(tag, "xp-card__title", kids![link]),
        ours("Notre résumé", marked(found(&measure.summary, search))),
        answer.asked.then(|| answering(measure, answer, reading)),
        fold(
            format!("Texte adopté, page\u{a0}{}\u{a0}: {actions}", measure.page),
            kids![official(measure, under(tag), reading)]
        ),
        pick,
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

/// The actions that answer; when none does wholly, the other passages that do in part.
fn answering(measure: &Measure, answer: &Answer, reading: Reading) -> Element {
    let all: Vec<_> = measure.actions().collect();
    let shown = answer.actions().iter().filter_map(|&at| all.get(at));
    let actions = each(shown.map(|p| action(measure.number, p, reading)));
    let list = (!actions.is_empty()).then(|| el("ol", "xp-actions", actions));
    let roles = answer.passages.iter().filter(|role| answer.whole.is_empty() && **role != Role::Title);
    let others = each(roles.filter_map(|&role| {
        let name = el("p", "xp-official__name", kids![role_name(role)]);
        Some(el("div", "xp-official__part", kids![name, blocks(measure.passage(role)?, reading)]))
    }));
    let sentence = el("p", "xp-card__count", kids![sentence(answer, all.len())]);
    el("div", "xp-card__answer", kids![sentence, list, others])
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
        (0, n) => {
            let bear = if n < 2 { "en porte" } else { "en portent" };
            format!("Aucune action ne réunit tous les critères\u{202f}; {} {bear} une partie", of(n))
        }
        (n, _) => format!("{} {} aux critères", of(n), if n < 2 { "répond" } else { "répondent" }),
    };
    if places.is_empty() { format!("{main}.") } else { format!("{main}\u{202f}; aussi dans {places}.") }
}
