//! The roadmap as a table: a row for each line, its official words beside what is planned.

use super::desk::Desk;
use crate::components::prose::fold;
use crate::domain::address::View;
use crate::domain::corpus::Measure;
use crate::domain::french::{list, plural};
use crate::domain::passage::Role;
use crate::kids;
use crate::platform::page;
use crate::reactive::*;
use crate::roadmap::due::{Due, Quarter};
use crate::roadmap::edit::Edit;
use crate::roadmap::takeaway::{UNKNOWN, name, official};
use crate::roadmap::terms::{Field, Priority, Status};
use crate::roadmap::{Row, Subject, start};
use crate::store::Store;
use crate::view::node::{Element, Node, a, button, each, el, spoken};

/// Heads of the columns; each cell names what it holds again, for narrow windows and for who cannot see the table.
const HEADS: [&str; 5] =
    ["Mesure ou action", "Quand et comment", "Qui, avec quel budget", "Avec qui, avec quoi", "Notes"];

/// Value of the choice « une date précise », beside the quarters.
const DAY: &str = "jour";

pub fn table(store: Store, desk: Desk) -> Element {
    let roadmap = desk.past.with(|past| past.now().clone());
    let measures = roadmap.measures();
    let heads = each(HEADS.iter().map(|head| el("th", "", kids![*head]).attr("scope", "col")));
    let bodies = measures.iter().enumerate().map(|(at, &number)| {
        let rows = each(roadmap.of_measure(number).map(|row| line(store, desk, row)));
        let head = measure_head(store, desk, number, at, measures.len());
        el("tbody", "", kids![head, rows]).key(u64::from(number))
    });
    let inside = kids![
        el("caption", "xp-hidden", kids!["Feuille de route\u{a0}: une ligne par mesure ou par action"]),
        el("thead", "", kids![el("tr", "", heads)]),
        each(bodies),
    ];
    el("table", "xp-plan", inside).attr("id", "feuille")
}

/// The measure: its title, its place, its actions to add.
fn measure_head(store: Store, desk: Desk, number: u16, at: usize, all: usize) -> Element {
    let found = store.corpus.by_number(number).and_then(|m| Some((m, store.corpus.measure(m)?)));
    let label = format!("Mesure\u{a0}{number}");
    let title = match found {
        Some((m, measure)) => {
            let link = a("", store.link(View::Measure(m)), kids![format!("{label}. {}", measure.title())]);
            kids![link, el("span", "xp-plan__page", kids![format!(" p.\u{a0}{}", measure.page)])]
        }
        None => kids![format!("{label}. {UNKNOWN}")],
    };
    let step = |id: &str, sign: &'static str, word: &str, to: Option<usize>| {
        let id = format!("{id}-{number}");
        let mine = id.clone();
        let go = move || {
            desk.edit(Edit::Move(number, to.unwrap_or(at)));
            let id = mine.clone();
            page::after_paint(move || {
                page::focus_first(&[&format!("#{id}:enabled"), &format!("#ordre-{number} button:enabled")])
            });
            desk.tell(
                format!("Mesure\u{a0}{number}\u{a0}: place\u{a0}{} sur\u{a0}{all}.", to.unwrap_or(at) + 1),
                false,
            );
        };
        let inside = kids![
            el("span", "", kids![sign]).attr("aria-hidden", "true"),
            spoken(format!("{word} la mesure\u{a0}{number}"))
        ];
        button("xp-button xp-button--small", inside, go).attr("id", id).flag("disabled", to.is_none())
    };
    let remove = move || {
        let told = format!("Mesure\u{a0}{number} retirée. «\u{a0}Annuler\u{a0}» la rend.");
        desk.remove(Edit::RemoveMeasure(number), told);
    };
    let ways = kids![
        step("haut", "↑", "Monter", at.checked_sub(1)),
        " ",
        step("bas", "↓", "Descendre", (at + 1 < all).then_some(at + 1)),
        " ",
        button("xp-button xp-button--small", kids!["Retirer la mesure", spoken(format!("\u{a0}{number}"))], remove)
            .attr("id", format!("retirer-{number}")),
    ];
    let inside = kids![
        el("span", "xp-plan__title", title),
        el("span", "xp-plan__ways xp-screen", ways).attr("id", format!("ordre-{number}")),
        found.map(|(_, measure)| actions(store, desk, measure)),
    ];
    let head = el("th", "xp-plan__measure", inside).attr("colspan", "5").attr("scope", "rowgroup");
    el("tr", "", kids![head]).key(0)
}

/// The actions of a measure, each with a box that gives it a line.
fn actions(store: Store, desk: Desk, measure: &'static Measure) -> Option<Element> {
    let number = measure.number;
    let there: Vec<Subject> = desk.read(|r| r.of_measure(number).map(|row| row.subject).collect());
    let boxes = measure.actions().filter_map(|passage| {
        let Role::Action(action) = passage.role else { return None };
        let subject = Subject { measure: number, action: Some(action) };
        let id = format!("prendre-{number}-{action}");
        let on = there.contains(&subject);
        let toggle = move |_: &str| {
            let rows = start::action(store.corpus, measure, action).into_iter().collect();
            desk.edit(if on { Edit::Remove(subject) } else { Edit::Add(rows) });
        };
        let tick = el("input", "", kids![])
            .attr("type", "checkbox")
            .attr("id", id.clone())
            .flag("checked", on)
            .on("change", toggle);
        let text = format!("{}\u{a0}: {}", subject.key(), passage.text());
        Some(el("p", "xp-field__choice", kids![tick, " ", el("label", "", kids![text]).attr("for", id)]))
    });
    let boxes = each(boxes);
    let taken = there.iter().filter(|s| s.action.is_some()).count();
    let word = format!("{} ({taken} sur\u{a0}{})", plural(boxes.len(), "Son action", "Ses actions"), boxes.len());
    (!boxes.is_empty()).then(|| el("div", "xp-plan__actions xp-screen", kids![fold(word, boxes)]))
}

fn line(store: Store, desk: Desk, row: &Row) -> Element {
    let subject = row.subject;
    let words = store.corpus.by_number(subject.measure).and_then(|m| official(store.corpus.measure(m)?, subject));
    let words = words.map(|words| el("span", "xp-plan__official", kids![words]));
    let remove = move || {
        let told = format!("Ligne {} retirée. «\u{a0}Annuler\u{a0}» la rend.", subject.key());
        desk.remove(Edit::Remove(subject), told);
    };
    let remove =
        button("xp-link-button xp-screen", kids!["Retirer la ligne", spoken(format!(" {}", subject.key()))], remove);
    let remove = remove.attr("id", format!("oter-{}", id(subject)));
    let text = |field| text(desk, row, field);
    let cells = [
        kids![status(desk, row), priority(desk, row), due(store, desk, row)],
        kids![text(Field::Lead), text(Field::Budget)],
        kids![text(Field::Partners), text(Field::Schemes)],
        kids![text(Field::Notes)],
    ];
    let head =
        el("th", "", kids![el("span", "xp-plan__name", kids![name(subject)]), words, remove]).attr("scope", "row");
    let cells = each(cells.into_iter().map(|cell| el("td", "", cell)));
    let key = 1 + subject.action.map_or(0, |action| 1 + u64::from(action));
    el("tr", "xp-plan__line", kids![head, cells]).attr("data-ligne", subject.key()).key(key)
}

/// `8-2`: no dot, which selectors read.
pub fn id(subject: Subject) -> String {
    subject.key().replace('.', "-")
}

/// A label, spoken with the line it belongs to.
fn labelled(subject: Subject, word: &'static str, for_id: &str, control: Element) -> Element {
    let label =
        el("label", "", kids![word, spoken(format!(", ligne {}", subject.key()))]).attr("for", for_id.to_owned());
    el("p", "xp-field", kids![label, control])
}

/// A choice of one in a list: keys and labels.
fn choice(
    id: String,
    options: Vec<(String, String)>,
    now: &str,
    choose: impl Fn(&str) + Send + Sync + 'static,
) -> Element {
    let options = options.into_iter().map(|(key, label)| {
        let on = key == now;
        el("option", "", kids![label]).attr("value", key).flag("selected", on)
    });
    el("select", "xp-select", each(options)).attr("id", id).on("change", choose)
}

fn status(desk: Desk, row: &Row) -> Element {
    let subject = row.subject;
    let own = format!("statut-{}", id(subject));
    let options = Status::ALL.iter().map(|s| (s.key().to_owned(), s.label().to_owned())).collect();
    let choose = move |key: &str| {
        if let Some(status) = Status::by_key(key) {
            desk.edit(Edit::Status(subject, status));
        }
    };
    labelled(subject, "Statut", &own, choice(own.clone(), options, row.status.key(), choose))
}

fn priority(desk: Desk, row: &Row) -> Element {
    let subject = row.subject;
    let own = format!("priorite-{}", id(subject));
    let none = (String::new(), "à décider".to_owned());
    let all = Priority::ALL.iter().map(|p| (p.key().to_owned(), p.label().to_owned()));
    let choose = move |key: &str| desk.edit(Edit::Priority(subject, Priority::by_key(key)));
    let now = row.priority.map_or("", Priority::key);
    labelled(subject, "Priorité", &own, choice(own.clone(), std::iter::once(none).chain(all).collect(), now, choose))
}

/// A quarter of the strategy's years, or a day in them.
fn due(store: Store, desk: Desk, row: &Row) -> Vec<Node> {
    let subject = row.subject;
    let own = format!("echeance-{}", id(subject));
    let years = store.corpus.years;
    let dated = desk.dated.get() == Some(subject) || matches!(row.due, Some(Due::Day(_)));
    let none = (String::new(), "sans échéance".to_owned());
    let day = (DAY.to_owned(), "une date précise…".to_owned());
    let quarters = Quarter::all(years).map(|q| (q.to_string(), Due::Quarter(q).label()));
    let now = match row.due {
        _ if dated => DAY.to_owned(),
        Some(due) => due.to_string(),
        None => String::new(),
    };
    // One of another time, from a file: shown as it is.
    let other = matches!(row.due, Some(Due::Quarter(q)) if q.year < years.0 || q.year > years.1);
    let other = row.due.filter(|_| other).map(|due| (due.to_string(), due.label()));
    let options = [none, day].into_iter().chain(other).chain(quarters).collect();
    let choose = move |key: &str| {
        desk.dated.set((key == DAY).then_some(subject));
        match Due::parse(key) {
            _ if key == DAY => page::after_paint(move || page::focus_first(&[&format!("#jour-{}", id(subject))])),
            due => desk.edit(Edit::Due(subject, due)),
        }
    };
    let field = dated.then(|| {
        let own = format!("jour-{}", id(subject));
        let value = match row.due {
            Some(Due::Day(day)) => day.to_string(),
            Some(Due::Quarter(_)) | None => String::new(),
        };
        let write = move |text: &str| match Due::parse(text) {
            Some(due) if (years.0..=years.1).contains(&due.year()) => desk.edit(Edit::Due(subject, Some(due))),
            Some(_) => {
                let years = list(&[years.0.to_string(), years.1.to_string()], "et");
                desk.tell(format!("Échéance refusée\u{a0}: la stratégie court entre {years}."), true);
            }
            // The field stays, to be filled in again.
            None if text.is_empty() => {
                desk.dated.set(Some(subject));
                desk.edit(Edit::Due(subject, None));
            }
            None => {}
        };
        let input = el("input", "xp-field__input", kids![])
            .attr("type", "date")
            .attr("id", own.clone())
            .attr("min", format!("{}-01-01", years.0))
            .attr("max", format!("{}-12-31", years.1))
            .typed(value)
            .on("change", write);
        labelled(subject, "Date de l’échéance", &own, input)
    });
    let printed = el("span", "xp-plan__printed", kids![row.due.map_or(String::new(), Due::label)]);
    let shown = kids![labelled(subject, "Échéance", &own, choice(own.clone(), options, &now, choose)), field];
    kids![el("div", "xp-plan__due", kids![shown, printed])]
}

fn text(desk: Desk, row: &Row, field: Field) -> Element {
    let subject = row.subject;
    let own = format!("{}-{}", field.key(), id(subject));
    let lines = match field {
        Field::Lead | Field::Budget => "1",
        Field::Partners | Field::Schemes => "3",
        Field::Notes => "6",
    };
    let write = move |text: &str| desk.edit(Edit::Text(subject, field, text.to_owned()));
    let input = el("textarea", "xp-field__input xp-plan__text", kids![])
        .attr("id", own.clone())
        .attr("rows", lines)
        .typed(row.text(field).to_owned())
        .on("input", write);
    let printed = el("span", "xp-plan__printed", kids![row.text(field).to_owned()]);
    let shown = labelled(subject, field.label(), &own, input);
    el("div", "", kids![shown, printed])
}
