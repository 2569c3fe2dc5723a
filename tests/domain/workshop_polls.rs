//! What polls give is a recount of their ballots, done here again in the plainest way.

use super::workshop::{DOTS, hands, with};
use crate::random::{entry, poll, workshop};
use explorateur_sress::workshop::count::{Results, results, top, unplaced, voters};
use explorateur_sress::workshop::edit::{Edit, Past};
use explorateur_sress::workshop::{Entry, Kind, Method, Poll, Voter, Workshop};
use proptest::prelude::*;

fn ranks(workshop: &Workshop) -> Vec<(u16, u32, usize)> {
    match results(&workshop.polls[0]) {
        Results::Ranking(scores) => scores.into_iter().map(|s| (s.subject, s.votes, s.rank)).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_later_count_of_hands_corrects_the_former_and_equals_share_a_rank() {
    let mut workshop = with(Kind::Priority, Method::Hands, &[8, 1, 5, 6]);
    for (subject, raised) in [(8, 12), (1, 7), (5, 7), (8, 3)] {
        assert!(hands(subject, raised).apply(&mut workshop));
    }
    assert_eq!(ranks(&workshop), [(1, 7, 1), (5, 7, 1), (8, 3, 3), (6, 0, 4)]);
    assert_eq!((voters(&workshop.polls[0]), top(&workshop.polls[0], 1)), (7, vec![1, 5]));
    let last = workshop.polls[0].ballots.last().expect("four").id;
    Edit::Withdraw(1, last).apply(&mut workshop);
    assert_eq!(ranks(&workshop)[0], (8, 12, 1), "the former count is back");
}

#[test]
fn dots_beyond_each_voters_share_are_refused_with_words() {
    let mut workshop = with(Kind::Priority, DOTS, &[8, 1]);
    let dots = |dots: &[(u16, u8)]| Edit::Cast(1, Entry::Dots(dots.to_vec()));
    let told = |edit: &Edit, workshop: &Workshop| edit.refused(workshop).map(|why| why.replace('\u{a0}', " "));
    for (edit, why) in [
        (dots(&[(8, 2), (1, 2)]), Some("4 gommettes, au plus 3.")),
        (dots(&[(8, 255), (8, 255)]), Some("255 gommettes, au plus 3.")),
        (dots(&[(9, 1)]), Some("La mesure 9 n’est pas dans ce vote.")),
        (hands(8, 1), Some("Ce vote n’attend pas une telle réponse.")),
        (Edit::Cast(7, Entry::Dots(Vec::new())), Some("Ce vote n’existe plus.")),
        (dots(&[(8, 1), (8, 1), (1, 0)]), None),
        (dots(&[]), None),
    ] {
        assert_eq!(told(&edit, &workshop).as_deref(), why, "{edit:?}");
        assert_eq!(edit.apply(&mut workshop), why.is_none());
    }
    let kept: Vec<&Entry> = workshop.polls[0].ballots.iter().map(|b| &b.entry).collect();
    assert_eq!(kept, [&Entry::Dots(vec![(8, 2)]), &Entry::Dots(Vec::new())]);
    assert_eq!((voters(&workshop.polls[0]), ranks(&workshop)), (2, vec![(8, 2, 1), (1, 0, 2)]));
    let fewer = Edit::Subjects(1, vec![1]);
    assert_eq!(told(&fewer, &workshop).as_deref(), Some("La mesure 8 a déjà des voix : retirez-les d’abord."));
    assert!(!fewer.apply(&mut workshop));
    assert!(Edit::Subjects(1, vec![5, 8, 5]).apply(&mut workshop));
    assert_eq!(workshop.polls[0].subjects, [5, 8]);
}

#[test]
fn more_votes_than_people_are_taken_with_a_warning() {
    let mut workshop = with(Kind::Priority, Method::Hands, &[8]);
    assert_eq!(hands(8, 43).warning(&workshop), None, "nobody said how many there are");
    Edit::Attendance(Some(42)).apply(&mut workshop);
    assert_eq!(hands(8, 42).warning(&workshop), None);
    let told = hands(8, 43).warning(&workshop).map(|t| t.replace('\u{a0}', " "));
    assert_eq!(told.as_deref(), Some("43 mains pour 42 personnes présentes : à vérifier."));
    assert_eq!(hands(8, 43).refused(&workshop), None);
}

#[test]
fn a_matrix_gives_means_and_what_to_begin_with() {
    let mut workshop = with(Kind::Matrix, Method::Hands, &[8, 1, 5, 6]);
    for (subject, impact, effort) in [(8, 5, 1), (8, 4, 2), (1, 3, 3), (5, 5, 2)] {
        assert!(Edit::Cast(1, Entry::Place { subject, impact, effort }).apply(&mut workshop));
    }
    let off = Edit::Cast(1, Entry::Place { subject: 8, impact: 6, effort: 0 });
    assert!(off.refused(&workshop).is_some());
    let poll = &workshop.polls[0];
    let Results::Matrix(spots) = results(poll) else { panic!("a matrix") };
    let spots: Vec<_> = spots.iter().map(|s| (s.subject, s.impact, s.effort, s.ballots)).collect();
    assert_eq!(spots, [(8, 4.5, 1.5, 2), (1, 3.0, 3.0, 1), (5, 5.0, 2.0, 1)]);
    assert_eq!((unplaced(poll), voters(poll)), (vec![6], 2));
    assert_eq!((top(poll, 1), top(poll, 3), top(poll, 0)), (vec![8, 5], vec![8, 5, 1], vec![]));
}

#[test]
fn ideas_said_twice_are_counted_twice_as_first_written() {
    let mut workshop = with(Kind::Ideas, Method::Hands, &[]);
    for text in ["Un vélo ?", "🌱", "Des cafés", "un VÉLO", "++", "🌱"] {
        assert!(Edit::Cast(1, Entry::Idea(text.into())).apply(&mut workshop));
    }
    assert!(!Edit::Cast(1, Entry::Idea("  ".into())).apply(&mut workshop));
    let Results::Ideas(ideas) = results(&workshop.polls[0]) else { panic!("ideas") };
    let ideas: Vec<_> = ideas.iter().map(|i| (i.text.as_str(), i.times)).collect();
    assert_eq!(ideas, [("Un vélo ?", 2), ("🌱", 2), ("Des cafés", 1), ("++", 1)]);
    assert_eq!((voters(&workshop.polls[0]), top(&workshop.polls[0], 3)), (6, vec![]));
}

/// Votes of a measure, ballot by ballot.
fn plain(entries: &[Entry], subject: u16) -> u32 {
    let mut votes = 0;
    for entry in entries {
        match entry {
            Entry::Hands { subject: same, hands } if *same == subject => votes = *hands,
            Entry::Dots(dots) => {
                dots.iter().filter(|(same, _)| *same == subject).for_each(|(_, n)| votes += u32::from(*n))
            }
            _ => {}
        }
    }
    votes
}

/// Whether the room may answer so.
fn allowed(poll: &Poll, entry: &Entry) -> bool {
    let asked = |subject: &u16| poll.subjects.contains(subject);
    match entry {
        Entry::Hands { subject, .. } => (poll.kind, poll.method) == (Kind::Priority, Method::Hands) && asked(subject),
        Entry::Dots(dots) => {
            let stuck = dots.iter().filter(|(_, n)| *n > 0);
            let each = match poll.method {
                Method::Dots { each, .. } => u32::from(each),
                Method::Hands => return false,
            };
            poll.kind == Kind::Priority
                && stuck.clone().all(|(subject, _)| asked(subject))
                && stuck.map(|(_, n)| u32::from(*n)).sum::<u32>() <= each
        }
        Entry::Place { subject, impact, effort } => {
            poll.kind == Kind::Matrix && asked(subject) && [impact, effort].iter().all(|n| (1..=5).contains(*n))
        }
        Entry::Idea(text) => poll.kind == Kind::Ideas && !text.trim().is_empty(),
    }
}

fn check(poll: &Poll, entries: &[Entry]) -> Result<(), TestCaseError> {
    let kept: Vec<&Entry> = poll.ballots.iter().map(|b| &b.entry).collect();
    prop_assert_eq!(kept.len(), entries.len());
    match results(poll) {
        Results::Ranking(scores) => {
            prop_assert_eq!(scores.len(), poll.subjects.len());
            for score in &scores {
                prop_assert_eq!(score.votes, plain(entries, score.subject));
                prop_assert_eq!(score.rank, 1 + scores.iter().filter(|s| s.votes > score.votes).count());
            }
            let place = |subject: u16| poll.subjects.iter().position(|s| *s == subject);
            let ordered = |a: &(u32, Option<usize>), b: &(u32, Option<usize>)| a.0 > b.0 || (a.0 == b.0 && a.1 < b.1);
            let keys: Vec<_> = scores.iter().map(|s| (s.votes, place(s.subject))).collect();
            prop_assert!(keys.windows(2).all(|two| ordered(&two[0], &two[1])), "{:?}", keys);
            for n in 0..5 {
                let top = top(poll, n);
                let voted = scores.iter().filter(|s| s.votes > 0).count();
                prop_assert!(top.len() >= n.min(voted) && top.len() <= voted);
                let (first, others) = scores.split_at(top.len());
                prop_assert_eq!(first.iter().map(|s| s.subject).collect::<Vec<_>>(), top);
                let least = first.last().map_or(u32::MAX, |s| s.votes);
                prop_assert!(n == 0 || others.iter().all(|s| s.votes < least || s.votes == 0));
            }
        }
        Results::Matrix(spots) => {
            let placed = |subject: u16| {
                entries.iter().filter_map(move |entry| match entry {
                    Entry::Place { subject: same, impact, effort } if *same == subject => Some((*impact, *effort)),
                    _ => None,
                })
            };
            let asked: Vec<u16> = poll.subjects.iter().copied().filter(|s| placed(*s).count() > 0).collect();
            prop_assert_eq!(spots.iter().map(|s| s.subject).collect::<Vec<_>>(), asked);
            for spot in spots {
                let count = placed(spot.subject).count();
                let mean = |sum: u32| f64::from(sum) / count as f64;
                prop_assert_eq!(spot.ballots as usize, count);
                prop_assert_eq!(spot.impact, mean(placed(spot.subject).map(|(i, _)| u32::from(i)).sum()));
                prop_assert_eq!(spot.effort, mean(placed(spot.subject).map(|(_, e)| u32::from(e)).sum()));
            }
        }
        Results::Ideas(ideas) => {
            prop_assert_eq!(ideas.iter().map(|i| i.times as usize).sum::<usize>(), entries.len());
            prop_assert!(ideas.windows(2).all(|two| two[0].times >= two[1].times));
        }
    }
    Ok(())
}

proptest! {
    /// Against a model that keeps whole lists of entries, one for each step.
    #[test]
    fn results_are_a_recount_whatever_is_cast_withdrawn_undone(
        poll in poll(),
        steps in prop::collection::vec((entry(), 0u8..10, any::<prop::sample::Index>()), 1..40),
    ) {
        let mut past = Past::default();
        past.edit(Edit::AddPoll(poll));
        let (mut model, mut at): (Vec<Vec<Entry>>, usize) = (vec![Vec::new()], 0);
        for (entry, what, index) in steps {
            let poll = past.now().polls[0].clone();
            let mut entries = model[at].clone();
            let mut next = |entries| {
                model.truncate(at + 1);
                model.push(entries);
                at += 1;
            };
            match what {
                0 if !entries.is_empty() => {
                    let place = index.index(entries.len());
                    past.edit(Edit::Withdraw(poll.id, poll.ballots[place].id));
                    entries.remove(place);
                    next(entries);
                }
                // The first step is the poll itself.
                1 => if at > 0 {
                    past.undo();
                    at -= 1;
                },
                2 => if past.redo() {
                    at += 1;
                },
                _ => {
                    prop_assert_eq!(past.edit(Edit::Cast(poll.id, entry.clone())), allowed(&poll, &entry));
                    if allowed(&poll, &entry) {
                        entries.push(entry);
                        next(entries);
                    }
                }
            }
            check(&past.now().polls[0], &model[at])?;
        }
    }

    #[test]
    fn no_voter_has_more_dots_than_their_share(workshop in workshop()) {
        let mut ids: Vec<u32> = workshop.polls.iter().map(|p| p.id).collect();
        ids.sort_unstable();
        ids.dedup();
        prop_assert_eq!(ids.len(), workshop.polls.len());
        for poll in &workshop.polls {
            for ballot in &poll.ballots {
                prop_assert!(allowed(poll, &ballot.entry), "{:?}", ballot);
                prop_assert_eq!(poll.ballots.iter().filter(|b| b.id == ballot.id).count(), 1);
                if let (Entry::Dots(dots), Method::Dots { each, by: Voter::Person | Voter::Table }) = (&ballot.entry, poll.method) {
                    prop_assert!(dots.iter().map(|(_, n)| u32::from(*n)).sum::<u32>() <= u32::from(each));
                }
            }
        }
    }
}
