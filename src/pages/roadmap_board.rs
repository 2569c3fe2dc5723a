//! The roadmap by status: a column each, lines that go from one to the next, by buttons or dragged.

use super::desk::Desk;
use super::roadmap_table::id;
use crate::domain::address::View;
use crate::domain::french::{count, lower};
use crate::domain::views::Layout;
use crate::kids;
use crate::platform::drag::{DRAG, DROP};
use crate::platform::page;
use crate::roadmap::Row;
use crate::roadmap::edit::Edit;
use crate::roadmap::takeaway::{name, official};
use crate::roadmap::terms::{Field, Status};
use crate::store::Store;
use crate::view::node::{Element, a, button, each, el, spoken};

pub fn board(store: Store, desk: Desk) -> Element {
    let columns = Status::ALL.iter().map(|&status| {
        let rows: Vec<Row> = desk.read(|r| r.rows.iter().filter(|row| row.status == status).cloned().collect());
        let title = format!("{} ({})", status.label(), rows.len());
        let heading = format!("statut-{}", status.key());
        let cards = el("ul", "xp-board__cards", each(rows.iter().map(|row| card(store, desk, row))));
        let none = rows.is_empty().then(|| el("p", "xp-board__none", kids!["aucune ligne"]));
        el(
            "section",
            "xp-board__column",
            kids![el("h2", "xp-board__title", kids![title]).attr("id", heading.clone()), none, cards],
        )
        .attr("aria-labelledby", heading)
        .attr(DROP, format!("statut:{}", status.key()))
    });
    let done = desk.read(|r| r.rows.iter().filter(|row| row.status == Status::Done).count());
    let all = desk.read(|r| count(r.rows.len(), "ligne", "lignes"));
    let inside = kids![
        el("p", "xp-page__lead", kids![format!("{done} sur\u{a0}{all} au statut «\u{a0}fait\u{a0}».")]),
        el("div", "xp-board", each(columns)),
    ];
    el("div", "", inside)
}

fn card(store: Store, desk: Desk, row: &Row) -> Element {
    let subject = row.subject;
    let number = subject.measure;
    let measure = store.corpus.by_number(number).and_then(|m| store.corpus.measure(m));
    let title = measure.map(|m| official(m, subject).unwrap_or_else(|| m.title().to_owned()));
    let facts = [
        row.priority.map(|p| format!("priorité {}", p.label())),
        row.due.map(|d| d.label()),
        Some(row.text(Field::Lead).trim().to_owned()).filter(|lead| !lead.is_empty()),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    let step = |forward: bool| {
        let to = row.status.beside(forward);
        let (sign, side) = if forward { ("→", "avancer") } else { ("←", "reculer") };
        let own = format!("{side}-{}", id(subject));
        let mine = own.clone();
        let go = move || {
            let Some(to) = to else { return };
            desk.edit(Edit::Status(subject, to));
            desk.tell(format!("Ligne {}\u{a0}: {}.", subject.key(), to.label()), false);
            let own = mine.clone();
            page::after_paint(move || {
                page::focus_first(&[
                    &format!("#{own}:enabled"),
                    &format!("[data-glisser=\"ligne:{}\"] button:enabled", subject.key()),
                ])
            });
        };
        let word =
            to.map_or(String::new(), |to| format!("Passer la ligne {} à «\u{a0}{}\u{a0}»", subject.key(), to.label()));
        let inside = kids![el("span", "", kids![sign]).attr("aria-hidden", "true"), spoken(word)];
        // An end has no way on.
        to.map(|_| button("xp-button xp-button--small", inside, go).attr("id", own))
    };
    let link = a(
        "",
        store.link(View::Roadmap(Layout::Table)),
        kids![format!("Mesure\u{a0}{number}, {}", lower(&name(subject)))],
    );
    let inside = kids![
        el("p", "xp-board__name", kids![link.attr("draggable", "false")]),
        el("p", "xp-board__measure", kids![title]),
        (!facts.is_empty()).then(|| el("p", "xp-board__facts", kids![facts.join(" · ")])),
        el("p", "xp-screen", kids![step(false), " ", step(true)]),
    ];
    let key = u64::from(number) << 8 | subject.action.map_or(0, |action| 1 + u64::from(action));
    el("li", "xp-board__card", inside).attr("draggable", "true").attr(DRAG, format!("ligne:{}", subject.key())).key(key)
}
