//! What one does to a workshop, as values: applied to whatever it has become meanwhile. An edit of a poll or a ballot that is
//! gone does nothing.

use super::allowed;
use super::moment::Moment;
use super::poll::{Ballot, Entry, MOST_BALLOTS, MOST_PEOPLE, MOST_SUBJECTS, Method, Poll, Voter};
use super::session::{MOST_MINUTES, MOST_POLLS, MOST_SLIDES, Workshop, is_key};
use crate::domain::french::{count, integer};
use crate::domain::stage::{is_vote_key, vote_key};
use crate::editing::field::{cut, is_cut};
use crate::editing::past::{self, Change};
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    Title(String),
    Place(String),
    Attendance(Option<u32>),
    /// Begins, or begins again.
    Start(Moment),
    End(Moment),
    /// Goes on after an end.
    Resume,
    /// Where one stands: a fragment.
    View(String),
    /// A slide by its key, and when; the first time counts.
    Shown(String, Moment),
    /// On a slide, by its key; an empty text takes it away.
    Note(String, String),
    Minutes(String, Option<u16>),
    /// Under a new id where its own is 0 or taken.
    AddPoll(Poll),
    Question(u32, String),
    Subjects(u32, Vec<u16>),
    /// How a priority is voted, while nobody has.
    Method(u32, Method),
    RemovePoll(u32),
    /// By the id of the poll.
    Cast(u32, Entry),
    /// By the ids of the poll and of the ballot.
    Withdraw(u32, u32),
    Reveal(u32, bool),
    Replace(Box<Workshop>),
}

/// A workshop with all that was done to it.
pub type Past = past::Past<Edit>;

impl Change for Edit {
    type Value = Workshop;

    fn apply(self, workshop: &mut Workshop) -> bool {
        self.apply(workshop)
    }

    fn continues(&self, before: &Edit) -> bool {
        self.continues(before)
    }

    fn replaces(&self) -> bool {
        matches!(self, Edit::Replace(_))
    }

    fn typed(from: &Workshop, to: &Workshop) -> Option<String> {
        super::typing::typed(from, to)
    }

    /// Undoing a ballot does not jump the slides back, nor does it unsay that a slide was shown.
    fn carry(from: &Workshop, to: &mut Workshop) {
        to.view.clone_from(&from.view);
        let votes = |workshop: &Workshop| workshop.polls.iter().map(|poll| poll.id).collect::<Vec<_>>();
        if votes(from) == votes(to) {
            return to.shown.clone_from(&from.shown);
        }
        // Votes are slides by their place, which is another there: theirs stay as they were.
        for (key, at) in from.shown.iter().filter(|(key, _)| !is_vote_key(key)) {
            if !to.shown.iter().any(|(same, _)| same == key) {
                to.shown.push((key.clone(), *at));
            }
        }
    }
}

impl Edit {
    /// Whether typing on goes on with the same step.
    pub fn continues(&self, before: &Edit) -> bool {
        match (self, before) {
            (Edit::Title(_), Edit::Title(_)) | (Edit::Place(_), Edit::Place(_)) => true,
            (Edit::Attendance(_), Edit::Attendance(_)) => true,
            (Edit::Note(slide, _), Edit::Note(same, _)) | (Edit::Minutes(slide, _), Edit::Minutes(same, _)) => {
                slide == same
            }
            (Edit::Question(poll, _), Edit::Question(same, _)) | (Edit::Method(poll, _), Edit::Method(same, _)) => {
                poll == same
            }
            _ => false,
        }
    }

    /// Whether it only says where one stands: no step to undo.
    pub fn is_navigation(&self) -> bool {
        matches!(self, Edit::View(_) | Edit::Shown(..))
    }

    /// Whether a text is longer than what is kept of it.
    pub fn is_cut(&self) -> bool {
        match self {
            Edit::Title(text) | Edit::Place(text) | Edit::View(text) => is_cut(text),
            Edit::Note(_, text) | Edit::Question(_, text) | Edit::Cast(_, Entry::Idea(text)) => is_cut(text),
            Edit::AddPoll(poll) => is_cut(&poll.question),
            Edit::Attendance(_) | Edit::Start(_) | Edit::End(_) | Edit::Resume | Edit::Shown(..) => false,
            Edit::Minutes(..) | Edit::Subjects(..) | Edit::Method(..) | Edit::RemovePoll(_) => false,
            Edit::Cast(..) | Edit::Withdraw(..) | Edit::Reveal(..) | Edit::Replace(_) => false,
        }
    }

    /// Why it cannot be done, as a sentence; applied all the same, it would do nothing.
    pub fn refused(&self, workshop: &Workshop) -> Option<String> {
        let why = match self {
            Edit::Attendance(Some(people)) if *people > MOST_PEOPLE => {
                format!("au plus {} personnes", integer(MOST_PEOPLE.into()))
            }
            Edit::AddPoll(_) if workshop.polls.len() >= MOST_POLLS => format!("au plus {MOST_POLLS} votes"),
            Edit::Subjects(id, subjects) => {
                let poll = workshop.poll(*id)?;
                let mut lost = poll.subjects.iter().filter(|s| !subjects.contains(s) && poll.is_voted(**s));
                match lost.next() {
                    Some(lost) => format!("la mesure\u{a0}{lost} a déjà des voix\u{a0}: retirez-les d’abord"),
                    None if subjects.len() > MOST_SUBJECTS => format!("au plus {MOST_SUBJECTS} mesures"),
                    None => return None,
                }
            }
            Edit::Method(id, method) => {
                let voted = workshop.poll(*id).is_some_and(|poll| !poll.ballots.is_empty());
                match voted {
                    true => "ce vote a déjà des bulletins\u{a0}: retirez-les d’abord".to_owned(),
                    false => allowed::method(*method).err()?,
                }
            }
            Edit::Cast(id, entry) => match workshop.poll(*id) {
                None => "ce vote n’existe plus".to_owned(),
                Some(poll) if poll.ballots.len() >= MOST_BALLOTS => {
                    format!("au plus {} bulletins", integer(MOST_BALLOTS as u64))
                }
                Some(poll) => allowed::entry(poll, &allowed::settled(entry.clone())).err()?,
            },
            _ => return None,
        };
        Some(sentence(&why))
    }

    /// What looks wrong in it, though it may be right: more votes than people.
    pub fn warning(&self, workshop: &Workshop) -> Option<String> {
        let (Edit::Cast(id, entry), Some(people)) = (self, workshop.attendance) else { return None };
        let poll = workshop.poll(*id)?;
        let (many, what) = match (entry, poll.method) {
            (Entry::Hands { hands, .. }, _) => (*hands, "mains"),
            (Entry::Dots(_), Method::Dots { by: Voter::Person, .. }) => (poll.ballots.len() as u32 + 1, "bulletins"),
            (Entry::Place { subject, .. }, _) => {
                let same = poll.ballots.iter().filter(|b| b.entry.subjects().contains(subject));
                (same.count() as u32 + 1, "bulletins sur cette mesure")
            }
            (Entry::Dots(_) | Entry::Idea(_), _) => return None,
        };
        let told = || {
            let people = count(people as usize, "personne présente", "personnes présentes");
            format!("{}\u{a0}{what} pour {people}\u{a0}: à vérifier.", integer(many.into()))
        };
        (many > people).then(told)
    }

    /// Does it; tells whether anything changed.
    pub fn apply(self, workshop: &mut Workshop) -> bool {
        if self.refused(workshop).is_some() {
            return false;
        }
        let before = workshop.clone();
        match self {
            Edit::Title(text) => workshop.title = cut(&text),
            Edit::Place(text) => workshop.place = cut(&text),
            Edit::Attendance(people) => workshop.attendance = people,
            Edit::Start(at) => (workshop.started, workshop.ended) = (Some(at), None),
            Edit::End(at) => workshop.ended = Some(at),
            Edit::Resume => workshop.ended = None,
            Edit::View(text) => workshop.view = cut(&text),
            Edit::Shown(slide, at) => {
                let known = workshop.shown.iter().any(|(key, _)| *key == slide);
                if !known && is_key(&slide) && workshop.shown.len() < MOST_SLIDES {
                    workshop.shown.push((slide, at));
                }
            }
            Edit::Note(slide, text) => {
                let text = Some(cut(&text)).filter(|text| !text.is_empty());
                put(&mut workshop.notes, slide, text);
            }
            Edit::Minutes(slide, minutes) => put(&mut workshop.agenda, slide, minutes.map(|m| m.min(MOST_MINUTES))),
            Edit::AddPoll(mut poll) => {
                if poll.id == 0 || workshop.poll(poll.id).is_some() {
                    poll.id = workshop.next_poll();
                }
                allowed::settle(&mut poll);
                workshop.polls.push(poll);
            }
            Edit::RemovePoll(id) => {
                if let Some(place) = workshop.polls.iter().position(|poll| poll.id == id) {
                    workshop.polls.remove(place);
                    close_up(workshop, place + 1);
                }
            }
            Edit::Question(id, text) => change(workshop, id, |poll| poll.question = cut(&text)),
            Edit::Subjects(id, all) => change(workshop, id, |poll| poll.subjects = allowed::subjects(&all)),
            Edit::Method(id, method) => change(workshop, id, |poll| poll.method = method),
            Edit::Cast(id, entry) => change(workshop, id, |poll| {
                let id = poll.next_ballot();
                poll.ballots.push(Ballot { id, entry: allowed::settled(entry) });
            }),
            Edit::Withdraw(id, ballot) => change(workshop, id, |poll| poll.ballots.retain(|b| b.id != ballot)),
            Edit::Reveal(id, revealed) => change(workshop, id, |poll| poll.revealed = revealed),
            Edit::Replace(other) => *workshop = *other,
        }
        *workshop != before
    }
}

fn change(workshop: &mut Workshop, id: u32, change: impl FnOnce(&mut Poll)) {
    if let Some(poll) = workshop.polls.iter_mut().find(|poll| poll.id == id) {
        change(poll);
    }
}

/// Votes are slides by their place: what is kept of the one at `place` goes with it, and those after it move up.
fn close_up(workshop: &mut Workshop, place: usize) {
    let Workshop { shown, notes, agenda, polls, .. } = workshop;
    let moves: BTreeMap<String, String> =
        (place + 1..=polls.len() + 1).map(|from| (vote_key(from), vote_key(from - 1))).collect();
    let gone = vote_key(place);
    let moved = |key: String| Some(key).filter(|key| *key != gone).map(|key| moves.get(&key).cloned().unwrap_or(key));
    *shown = std::mem::take(shown).into_iter().filter_map(|(key, at)| Some((moved(key)?, at))).collect();
    *notes = std::mem::take(notes).into_iter().filter_map(|(key, text)| Some((moved(key)?, text))).collect();
    *agenda = std::mem::take(agenda).into_iter().filter_map(|(key, minutes)| Some((moved(key)?, minutes))).collect();
}

/// Under the key of a slide, or away from there.
fn put<V>(map: &mut BTreeMap<String, V>, slide: String, value: Option<V>) {
    match value {
        Some(value) if is_key(&slide) && (map.len() < MOST_SLIDES || map.contains_key(&slide)) => {
            map.insert(slide, value);
        }
        Some(_) => {}
        None => {
            map.remove(&slide);
        }
    }
}

/// With its capital and its full stop. A reason starts with a letter that has a plain capital, or with a number.
fn sentence(why: &str) -> String {
    let mut letters = why.chars();
    let first = letters.next().map(|c| c.to_ascii_uppercase());
    first.into_iter().chain(letters).chain(['.']).collect()
}
