//! What a poll may hold: one judge for what is entered in the room and for what a file says. Reasons are in French, without
//! capital nor full stop, since they also end a sentence about a file.

use super::poll::{Entry, Kind, MOST_BALLOTS, MOST_DOTS, MOST_PEOPLE, MOST_SUBJECTS, Method, Poll, STEPS};
use crate::domain::french::{count, integer};
use crate::editing::field::{LONGEST, cut, is_cut};
use std::collections::BTreeSet;

/// Brings what was entered into the one form in which it is kept: each measure once, no dot that was not stuck.
pub(super) fn settled(entry: Entry) -> Entry {
    match entry {
        Entry::Dots(all) => {
            let mut dots: Vec<(u16, u8)> = Vec::new();
            for (subject, more) in all.into_iter().filter(|(_, dots)| *dots > 0) {
                match dots.iter_mut().find(|(same, _)| *same == subject) {
                    // More than a number holds is more than anybody has.
                    Some((_, dots)) => *dots = dots.saturating_add(more),
                    None => dots.push((subject, more)),
                }
            }
            Entry::Dots(dots)
        }
        Entry::Idea(text) => Entry::Idea(cut(text.trim())),
        Entry::Hands { .. } | Entry::Place { .. } => entry,
    }
}

/// Whether a poll takes an entry as it is, or why not.
pub(super) fn entry(poll: &Poll, entry: &Entry) -> Result<(), String> {
    if let Some(other) = entry.subjects().iter().find(|subject| !poll.subjects.contains(subject)) {
        return Err(format!("la mesure\u{a0}{other} n’est pas dans ce vote"));
    }
    match (poll.kind, poll.method, entry) {
        (Kind::Priority, Method::Hands, Entry::Hands { hands, .. }) => match *hands <= MOST_PEOPLE {
            true => Ok(()),
            false => Err(format!("plus de {} mains", integer(MOST_PEOPLE.into()))),
        },
        (Kind::Priority, Method::Dots { each, .. }, Entry::Dots(given)) => dots(given, each),
        (Kind::Matrix, _, Entry::Place { impact, effort, .. }) => {
            let steps = 1..=STEPS;
            match steps.contains(impact) && steps.contains(effort) {
                true => Ok(()),
                false => Err(format!("impact et effort vont de\u{a0}1 à\u{a0}{STEPS}")),
            }
        }
        (Kind::Ideas, _, Entry::Idea(text)) if text.trim().is_empty() => Err("une idée sans texte".to_owned()),
        (Kind::Ideas, _, Entry::Idea(text)) if is_cut(text) => {
            Err(format!("une idée de plus de {} caractères", integer(LONGEST as u64)))
        }
        (Kind::Ideas, _, Entry::Idea(_)) => Ok(()),
        (Kind::Priority | Kind::Matrix | Kind::Ideas, _, _) => Err("ce vote n’attend pas une telle réponse".to_owned()),
    }
}

fn dots(given: &[(u16, u8)], each: u8) -> Result<(), String> {
    let mut seen = BTreeSet::new();
    if let Some((twice, _)) = given.iter().find(|(subject, _)| !seen.insert(*subject)) {
        return Err(format!("la mesure\u{a0}{twice} y est deux fois"));
    }
    if let Some((none, _)) = given.iter().find(|(_, dots)| *dots == 0) {
        return Err(format!("la mesure\u{a0}{none} n’y a aucune gommette"));
    }
    let sum: usize = given.iter().map(|(_, dots)| usize::from(*dots)).sum();
    match sum <= usize::from(each) {
        true => Ok(()),
        false => Err(format!("{}, au plus {each}", count(sum, "gommette", "gommettes"))),
    }
}

/// Whether each voter has dots, and not too many.
pub(super) fn method(method: Method) -> Result<(), String> {
    match method {
        Method::Dots { each, .. } if !(1..=MOST_DOTS).contains(&each) => {
            Err(format!("de\u{a0}1 à\u{a0}{MOST_DOTS} gommettes chacun"))
        }
        Method::Dots { .. } | Method::Hands => Ok(()),
    }
}

/// Whether a whole poll can be kept as it is, or why not.
pub(super) fn poll(poll: &Poll) -> Result<(), String> {
    let mut seen = BTreeSet::new();
    if let Some(twice) = poll.subjects.iter().find(|subject| !seen.insert(**subject)) {
        return Err(format!("la mesure\u{a0}{twice} y est deux fois"));
    }
    if poll.subjects.len() > MOST_SUBJECTS {
        return Err(format!("plus de {MOST_SUBJECTS} mesures"));
    }
    method(poll.method)?;
    if poll.ballots.len() > MOST_BALLOTS {
        return Err(format!("plus de {} bulletins", integer(MOST_BALLOTS as u64)));
    }
    let mut ids = BTreeSet::new();
    for ballot in &poll.ballots {
        if !ids.insert(ballot.id) {
            return Err(format!("le bulletin\u{a0}{} y est deux fois", ballot.id));
        }
        entry(poll, &ballot.entry).map_err(|why| format!("bulletin\u{a0}{}, {why}", ballot.id))?;
    }
    Ok(())
}

/// Brings a new poll within bounds, with those of its ballots that can be kept.
pub(super) fn settle(poll: &mut Poll) {
    poll.question = cut(&poll.question);
    poll.subjects = subjects(&poll.subjects);
    if let Method::Dots { each, .. } = &mut poll.method {
        *each = (*each).clamp(1, MOST_DOTS);
    }
    let (mut ballots, mut ids) = (std::mem::take(&mut poll.ballots), BTreeSet::new());
    ballots.retain(|ballot| ids.insert(ballot.id) && entry(poll, &ballot.entry).is_ok());
    ballots.truncate(MOST_BALLOTS);
    poll.ballots = ballots;
}

/// Each measure once, as many as a poll holds.
pub(super) fn subjects(all: &[u16]) -> Vec<u16> {
    let mut seen = BTreeSet::new();
    all.iter().copied().filter(|subject| seen.insert(*subject)).take(MOST_SUBJECTS).collect()
}
