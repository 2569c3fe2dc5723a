//! Several structures' roadmaps in one table: who does what, how many for each measure, what differs.

use super::desk::Desk;
use super::desk_inputs::OPEN_MANY;
use super::forms::{bring, csv_of, field, hand_over};
use super::selection::told;
use crate::components::plain_table::plain_table;
use crate::components::prose::subtitle;
use crate::documents::request::Request;
use crate::domain::address::View;
use crate::domain::binary::digest;
use crate::domain::french::{count, integer};
use crate::kids;
use crate::reactive::*;
use crate::roadmap::Row;
use crate::roadmap::merge::{Source, conflicts, lines, tallies};
use crate::roadmap::merged::workbook;
use crate::roadmap::takeaway::{name, official};
use crate::roadmap::terms::{Field, Status};
use crate::store::Store;
use crate::view::node::{Element, Node, a, button, each, el};

const LEAD: &str = "Ouvrez les fichiers .json de plusieurs structures\u{a0}: ils se lisent ici, et ne partent nulle part. Votre propre feuille de route n’est pas touchée.";

/// In the place of a file's name, for the roadmap of this page.
const HERE: &str = "cette page";

/// Name of the files made here.
const NAME: &str = "feuilles-de-route-reunies";

pub fn merged(store: Store, desk: Desk) -> Element {
    let sources = desk.sources.get();
    let mine = desk.past.with(|past| past.now().clone());
    let join = move || {
        let roadmap = mine.clone();
        desk.sources.update(|all| all.push(Source { file: HERE.to_owned(), roadmap }));
    };
    let joined = sources.iter().any(|source| source.file == HERE);
    let join = (!joined && desk.read(|r| !r.rows.is_empty()))
        .then(|| button("xp-button", kids!["Y joindre ma feuille de route"], join).attr("id", "joindre"));
    let inside = kids![
        el("p", "xp-page__lead", kids![LEAD]),
        field(OPEN_MANY, "Feuilles de route à réunir (.json, plusieurs à la fois)", true),
        el("p", "xp-ways", kids![join]),
        told(desk),
        (!sources.is_empty()).then(|| found(store, desk, &sources)),
    ];
    el("div", "xp-page", inside)
}

fn found(store: Store, desk: Desk, sources: &[Source]) -> Vec<Node> {
    kids![
        opened(desk, sources),
        ways(store, desk),
        differences(store, sources),
        subtitle("Combien, par mesure".to_owned()),
        counts(store, sources),
        subtitle("Qui fait quoi".to_owned()),
        everything(store, sources),
    ]
}

/// The files, each with the way to take it out.
fn opened(desk: Desk, sources: &[Source]) -> Element {
    let items = sources.iter().enumerate().map(|(at, source)| {
        let remove = move || {
            desk.sources.update(|all| {
                if at < all.len() {
                    drop(all.remove(at))
                }
            })
        };
        let rows = count(source.roadmap.rows.len(), "ligne", "lignes");
        let text = format!("{} ({}, {rows}) ", source.name(), source.file);
        let label = format!("Retirer {} ({})", source.name(), source.file);
        let remove = button("xp-button xp-button--small", kids!["Retirer"], remove)
            .attr("aria-label", label)
            .attr("id", format!("sans-{at}"));
        // A file taken out is another element than the next one: a double click takes one.
        let key = digest(format!("{} {}", sources.len(), source.file).as_bytes());
        el("li", "", kids![text, remove]).key(key ^ at as u64)
    });
    el("ul", "xp-merged__files", each(items))
}

fn ways(store: Store, desk: Desk) -> Element {
    let whole = move || desk.sources.with_untracked(|sources| workbook(store.corpus, sources));
    let excel = move || bring(desk, NAME.to_owned(), "xlsx", Request::Spreadsheet(whole()));
    let sheet = move || {
        hand_over(desk, NAME, "csv", csv_of(&whole()).as_bytes());
    };
    let inside = kids![
        button("xp-button", kids!["Excel (.xlsx)"], excel).attr("id", "reunis-xlsx"),
        " ",
        button("xp-button", kids!["Tableur (.csv)"], sheet).attr("id", "reunis-csv"),
        " ",
        button("xp-button", kids!["Imprimer"], crate::platform::page::print).attr("id", "imprimer"),
    ];
    el("p", "xp-ways xp-screen", inside)
}

fn titled(store: Store, measure: u16) -> Vec<Node> {
    let label = format!("Mesure\u{a0}{measure}");
    match store.corpus.by_number(measure).and_then(|m| Some((m, store.corpus.measure(m)?))) {
        Some((m, found)) => kids![a("", store.link(View::Measure(m)), kids![format!("{label}. {}", found.title())])],
        None => kids![label],
    }
}

fn differences(store: Store, sources: &[Source]) -> Vec<Node> {
    let all = conflicts(sources);
    if all.is_empty() {
        let none = "Aucune structure n’a ici deux fichiers qui se contredisent.";
        return kids![el("p", "xp-page__lead", kids![none])];
    }
    let rows = all.iter().map(|conflict| {
        let [(one, first), (other, second)] = &conflict.said;
        let who = |at: usize, said: &String| {
            let said = if said.is_empty() { "vide" } else { said };
            kids![format!("{} ({})", said, sources.get(at).map_or("", |s| &s.file))]
        };
        let structure = sources.get(*one).map_or("", |s| s.name()).to_owned();
        let what = match conflict.field {
            Some(field) => format!("{}\u{a0}: {field}", name(conflict.subject)),
            None => name(conflict.subject),
        };
        vec![
            kids![titled(store, conflict.subject.measure)],
            kids![structure],
            kids![what],
            who(*one, first),
            who(*other, second),
        ]
    });
    let title = format!(
        "{} d’une même structure",
        count(all.len(), "différence entre deux fichiers", "différences entre deux fichiers")
    );
    let heads = ["Mesure", "Structure", "Ce qui diffère", "Un fichier", "L’autre"];
    kids![subtitle(title.clone()), plain_table("xp-merged__table", title, &heads, rows.collect())]
}

fn counts(store: Store, sources: &[Source]) -> Element {
    let rows = tallies(sources).into_iter().map(|tally| {
        let number = |n: usize| kids![el("span", "xp-table__number", kids![integer(n as u64)])];
        let states = tally.lines.into_iter().map(number);
        [kids![titled(store, tally.measure)], number(tally.structures)].into_iter().chain(states).collect()
    });
    let heads = [
        "Mesure",
        "Structures",
        Status::ALL[0].label(),
        Status::ALL[1].label(),
        Status::ALL[2].label(),
        Status::ALL[3].label(),
    ];
    plain_table("xp-merged__table", "Structures et lignes par mesure".to_owned(), &heads, rows.collect())
}

fn everything(store: Store, sources: &[Source]) -> Element {
    let rows = lines(sources).into_iter().map(|line| {
        let said = each(line.said.iter().map(|(at, row)| {
            let who = sources.get(*at).map_or("", Source::name).to_owned();
            el("li", "", kids![el("strong", "", kids![who]), format!("\u{a0}: {}", sentence(row))])
        }));
        let measure = store.corpus.by_number(line.subject.measure).and_then(|m| store.corpus.measure(m));
        let words =
            measure.and_then(|m| official(m, line.subject)).map(|words| el("span", "xp-plan__official", kids![words]));
        vec![
            kids![titled(store, line.subject.measure)],
            kids![name(line.subject), " ", words],
            kids![el("ul", "", said)],
        ]
    });
    let heads = ["Mesure", "Ligne", "Qui, où en est-on, avec qui"];
    plain_table("xp-merged__table", "Qui fait quoi".to_owned(), &heads, rows.collect())
}

/// « en cours, 2e trimestre 2027, pilote : service économie, avec CRESS ».
fn sentence(row: &Row) -> String {
    let text = |field, before: &str| {
        let text = row.text(field).trim();
        (!text.is_empty()).then(|| format!("{before}{text}"))
    };
    let parts = [
        Some(row.status.label().to_owned()),
        row.priority.map(|p| format!("priorité {}", p.label())),
        row.due.map(|d| d.label()),
        text(Field::Lead, "pilote\u{a0}: "),
        text(Field::Partners, "avec "),
        text(Field::Schemes, "dispositifs\u{a0}: "),
        text(Field::Budget, "budget\u{a0}: "),
        text(Field::Notes, "notes\u{a0}: "),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
