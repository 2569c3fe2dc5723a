//! How the facilitator enters what the room says: fast, from the keyboard, and undone at once.

use super::draft::{count_draft, draft};
use super::hall::Hall;
use super::hall_told::said;
use super::vote::subject_name;
use crate::domain::french::count;
use crate::kids;
use crate::platform::page;
use crate::reactive::*;
use crate::view::node::{Element, Node, button, each, el, spoken};
use crate::workshop::edit::Edit;
use crate::workshop::poll::{Entry, Kind, MOST_PEOPLE, Method, Poll, STEPS};

pub fn entry(hall: Hall, poll: &Poll) -> Element {
    let inside = match (poll.kind, poll.method) {
        (Kind::Ideas, _) => ideas(hall, poll),
        (Kind::Matrix, _) => matrix(hall, poll),
        (Kind::Priority, Method::Hands) => hands(hall, poll),
        (Kind::Priority, Method::Dots { each, .. }) => dots(hall, poll, each),
    };
    let (id, last) = (poll.id, poll.ballots.last().map(|ballot| ballot.id));
    let undo = move || {
        if let Some(last) = last {
            hall.edit(Edit::Withdraw(id, last));
        }
    };
    // Answers still when nothing is left: the focus stays there.
    let undo = button("xp-stage__key", kids!["Annuler la dernière saisie"], undo);
    let undo = undo.attr("id", "annuler-saisie").attr("aria-disabled", last.is_none().to_string());
    el("div", "xp-vote__entry", kids![inside, el("p", "", kids![undo, " ", said(hall)])])
}

/// One number a measure; Enter goes to the next.
fn hands(hall: Hall, poll: &Poll) -> Vec<Node> {
    let id = poll.id;
    let counted = |subject: u16| {
        poll.ballots.iter().rev().find_map(|b| match b.entry {
            Entry::Hands { subject: of, hands } if of == subject => Some(hands),
            _ => None,
        })
    };
    let rows = poll.subjects.iter().enumerate().map(|(at, &subject)| {
        let own = format!("mains-{subject}");
        let next = poll.subjects.get(at + 1).map_or_else(|| own.clone(), |next| format!("mains-{next}"));
        let write = move |text: &str| {
            let cast = |hands| Edit::Cast(id, Entry::Hands { subject, hands });
            hall.number(text, MOST_PEOPLE.into(), |hands: Option<u32>| hands.map(cast))
        };
        let field = count_draft(own.clone(), counted(subject), MOST_PEOPLE, write).attr("data-ensuite", next);
        let label =
            el("label", "", kids![subject_name(hall, subject), spoken("\u{a0}: mains levées")]).attr("for", own);
        el("p", "xp-vote__line", kids![label, field])
    });
    each(rows)
}

/// Dots placed one by one, then the ballot: one person's, or one table's.
fn dots(hall: Hall, poll: &Poll, each_has: u8) -> Vec<Node> {
    let id = poll.id;
    let placed = hall.dots.get();
    let used: u8 = placed.iter().map(|(_, n)| *n).fold(0, u8::saturating_add);
    let rows = poll.subjects.iter().map(|&subject| {
        let here = placed.iter().find(|(of, _)| *of == subject).map_or(0, |(_, n)| *n);
        let change = move |by: i8| {
            move || {
                hall.dots.update(|all| {
                    let now = all.iter().find(|(of, _)| *of == subject).map_or(0, |(_, n)| *n);
                    all.retain(|(of, _)| *of != subject);
                    let next = now.saturating_add_signed(by);
                    if next > 0 {
                        all.push((subject, next));
                    }
                });
                // A button that answers no more gives the focus to its neighbour, the last dot to the ballot.
                let (same, other) = if by < 0 { ("oter", "poser") } else { ("poser", "bulletin") };
                let ways = [format!("#{same}-{subject}:enabled"), format!("#{other}-{subject}:enabled")];
                page::after_paint(move || page::focus_first(&[&ways[0], &ways[1], "#bulletin"]));
            }
        };
        let key = |name: &str, sign: &'static str, word: &str, by: i8, off: bool| {
            let inside = kids![sign, spoken(format!(" {word} {}", subject_name(hall, subject)))];
            button("xp-stage__key", inside, change(by)).attr("id", format!("{name}-{subject}")).flag("disabled", off)
        };
        let dots = "●".repeat(usize::from(here));
        let said = spoken(format!("\u{a0}: {}", count(usize::from(here), "gommette", "gommettes")));
        let dots = el("span", "xp-vote__dots", kids![dots]).attr("aria-hidden", "true");
        el(
            "p",
            "xp-vote__line",
            kids![
                el("span", "", kids![subject_name(hall, subject), said]),
                dots,
                key("oter", "−", "Ôter une gommette\u{a0}:", -1, here == 0),
                key("poser", "+", "Poser une gommette\u{a0}:", 1, used >= each_has),
            ],
        )
    });
    let cast = move || {
        let filled = hall.dots.get_untracked();
        if hall.edit(Edit::Cast(id, Entry::Dots(filled))) {
            hall.dots.set(Vec::new());
        }
    };
    let left = each_has.saturating_sub(used);
    let cast_name = if used == 0 { "Valider un bulletin blanc" } else { "Valider ce bulletin" };
    let told = format!(
        "Bulletin {}\u{a0}: {}",
        poll.ballots.len() + 1,
        match left {
            0 => "complet".to_owned(),
            n => format!("il reste {}", count(usize::from(n), "gommette", "gommettes")),
        }
    );
    kids![
        each(rows),
        typed_dots(hall, poll),
        el(
            "p",
            "xp-vote__cast",
            kids![
                button("xp-button xp-button--main", kids![cast_name], cast).attr("id", "bulletin"),
                " ",
                el("span", "", kids![told]).told(),
            ]
        ),
    ]
}

/// A whole ballot at once: « 8 8 1 » is two dots on measure 8 and one on measure 1.
fn typed_dots(hall: Hall, poll: &Poll) -> Element {
    let id = poll.id;
    let write = move |text: &str| {
        let numbers: Result<Vec<u16>, _> =
            text.split([' ', ',', ';']).filter(|n| !n.is_empty()).map(str::parse).collect();
        match numbers {
            Ok(numbers) if numbers.is_empty() => true,
            Ok(numbers) => hall.edit(Edit::Cast(id, Entry::Dots(numbers.into_iter().map(|n| (n, 1)).collect()))),
            Err(_) => {
                hall.refuse("On attend des numéros de mesures\u{a0}: «\u{a0}8 8 1\u{a0}» par exemple.".to_owned())
            }
        }
    };
    let field = draft("rapide".to_owned(), write);
    let label = "Plus vite\u{a0}: les numéros d’un bulletin, un par gommette («\u{a0}8 8 1\u{a0}»), puis Entrée";
    el("p", "xp-vote__line", kids![el("label", "", kids![label]).attr("for", "rapide"), field])
}

/// Impact and effort of each measure, from 1 to 5.
fn matrix(hall: Hall, poll: &Poll) -> Vec<Node> {
    let id = poll.id;
    let help = format!(
        "Pour chaque mesure, l’impact puis l’effort, de\u{a0}1 à\u{a0}{STEPS}\u{a0}: «\u{a0}4 2\u{a0}», puis Entrée."
    );
    let number = |subject: u16| poll.ballots.iter().filter(|b| b.entry.subjects() == [subject]).count();
    let rows = poll.subjects.iter().map(|&subject| {
        let cast = number(subject);
        let own = format!("place-{subject}");
        let write = move |text: &str| match place(text) {
            Some((impact, effort)) => hall.edit(Edit::Cast(id, Entry::Place { subject, impact, effort })),
            None if text.trim().is_empty() => true,
            None => hall.refuse(format!(
                "On attend l’impact puis l’effort, de\u{a0}1 à\u{a0}{STEPS}\u{a0}: «\u{a0}4 2\u{a0}» par exemple."
            )),
        };
        let field = draft(own.clone(), write);
        let field = field.attr("inputmode", "numeric").attr("placeholder", "4 2");
        let said = spoken("\u{a0}: impact puis effort");
        let so_far = (cast > 0).then(|| format!(" ({})", count(cast, "bulletin", "bulletins")));
        let label = el("label", "", kids![subject_name(hall, subject), said, so_far]).attr("for", own.clone());
        el("p", "xp-vote__line", kids![label, field])
    });
    kids![el("p", "xp-vote__help", kids![help]), each(rows)]
}

/// « 4 2 », « 42 », « 4/2 »: impact, then effort.
fn place(text: &str) -> Option<(u8, u8)> {
    let plain = text.chars().all(|c| c.is_ascii_digit() || " /,;".contains(c));
    let digits: Vec<u8> = text.bytes().filter(u8::is_ascii_digit).map(|b| b - b'0').collect();
    match digits[..] {
        [impact @ 1..=STEPS, effort @ 1..=STEPS] if plain => Some((impact, effort)),
        _ => None,
    }
}

fn ideas(hall: Hall, poll: &Poll) -> Vec<Node> {
    let id = poll.id;
    let write = move |text: &str| text.trim().is_empty() || hall.edit(Edit::Cast(id, Entry::Idea(text.to_owned())));
    let field = draft("idee".to_owned(), write).class_if("xp-vote__idea", true);
    let label = el("label", "", kids!["Une idée, puis Entrée"]).attr("for", "idee");
    kids![el("p", "xp-field", kids![label, field])]
}
