//! What was entered in a poll, one ballot a line, each to be taken away.

use super::hall::Hall;
use super::vote::subject_name;
use crate::domain::french::{count, list};
use crate::kids;
use crate::platform::page;
use crate::view::node::{Element, button, each, el, spoken};
use crate::workshop::edit::Edit;
use crate::workshop::poll::{Ballot, Entry, Poll};

pub fn ballots(hall: Hall, poll: &Poll) -> Element {
    let items = poll.ballots.iter().enumerate().map(|(at, ballot)| {
        let (id, own) = (poll.id, ballot.id);
        // The one that takes its place, else the last one left.
        let near = poll.ballots.get(at + 1).or(poll.ballots.get(at.wrapping_sub(1))).map(|next| next.id);
        let remove = move || {
            hall.edit(Edit::Withdraw(id, own));
            page::after_paint(move || {
                let near = near.map(|near| format!("#retirer-bulletin-{id}-{near}"));
                page::focus_first(&[near.as_deref().unwrap_or("#titre"), "#titre"]);
            });
        };
        let name = spoken(format!(" le bulletin {own}"));
        let remove = button("xp-link-button", kids!["Retirer", name], remove);
        let remove = remove.attr("id", format!("retirer-bulletin-{id}-{own}"));
        el("li", "", kids![said(hall, ballot), " ", remove]).key(u64::from(own))
    });
    el("ul", "xp-ballots", each(items)).attr("data-bulletins", poll.id.to_string())
}

/// In words: « Bulletin 3 : 8. Titre, 2 gommettes ».
fn said(hall: Hall, ballot: &Ballot) -> String {
    let what = match &ballot.entry {
        Entry::Hands { subject, hands } => {
            format!("{}, {}", subject_name(hall, *subject), count(*hands as usize, "main", "mains"))
        }
        Entry::Dots(dots) if dots.is_empty() => "blanc".to_owned(),
        Entry::Dots(dots) => {
            let each = |(subject, dots): &(u16, u8)| {
                format!("{} sur la mesure\u{a0}{subject}", count(usize::from(*dots), "gommette", "gommettes"))
            };
            list(&dots.iter().map(each).collect::<Vec<_>>(), "et")
        }
        Entry::Place { subject, impact, effort } => {
            format!("{}, impact\u{a0}{impact}, effort\u{a0}{effort}", subject_name(hall, *subject))
        }
        Entry::Idea(text) => text.clone(),
    };
    format!("Bulletin\u{a0}{}\u{a0}: {what}.", ballot.id)
}
