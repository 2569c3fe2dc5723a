//! What somebody is typing in a workshop, told from two of its states.

use super::session::Workshop;

/// The text that alone differs, by a name of its own: another window that types on makes one step, not one a letter.
pub(super) fn typed(from: &Workshop, to: &Workshop) -> Option<String> {
    let changed = |text: fn(&mut Workshop) -> &mut String, name: &str| {
        let mut same = from.clone();
        text(&mut same).clone_from(text(&mut to.clone()));
        (same == *to).then(|| name.to_owned())
    };
    if from == to {
        return None;
    }
    changed(|w| &mut w.title, "titre")
        .or_else(|| changed(|w| &mut w.place, "lieu"))
        .or_else(|| note(from, to))
        .or_else(|| question(from, to))
}

fn note(from: &Workshop, to: &Workshop) -> Option<String> {
    let same = Workshop { notes: to.notes.clone(), ..from.clone() };
    let mut keys = from.notes.keys().chain(to.notes.keys()).filter(|key| from.note(key) != to.note(key));
    let key = keys.next()?;
    (same == *to && keys.all(|other| other == key)).then(|| format!("note {key}"))
}

fn question(from: &Workshop, to: &Workshop) -> Option<String> {
    let mut same = from.clone();
    let mut asked = to.polls.iter().filter(|poll| from.poll(poll.id).is_some_and(|was| was.question != poll.question));
    let poll = asked.next()?;
    let was = same.polls.iter_mut().find(|was| was.id == poll.id)?;
    was.question.clone_from(&poll.question);
    (same == *to).then(|| format!("question {}", poll.id))
}
