//! A workshop and what is done to it: undoing leaves the slides where they are, and no moment loses anything.

use crate::random::{deed, workshop};
use explorateur_sress::domain::stage::is_vote_key;
use explorateur_sress::workshop::edit::{Edit, Past};
use explorateur_sress::workshop::unseen::Unseen;
use explorateur_sress::workshop::{Entry, Kind, Method, Moment, Poll, Voter, Workshop, file};
use proptest::prelude::*;

pub fn moment(text: &str) -> Moment {
    Moment::parse(text).expect("a moment")
}

/// A workshop with one poll, of id 1.
pub fn with(kind: Kind, method: Method, subjects: &[u16]) -> Workshop {
    let mut workshop = Workshop::default();
    assert!(Edit::AddPoll(Poll::new(0, kind, method, subjects.to_vec())).apply(&mut workshop));
    workshop
}

pub fn hands(subject: u16, hands: u32) -> Edit {
    Edit::Cast(1, Entry::Hands { subject, hands })
}

pub const DOTS: Method = Method::Dots { each: 3, by: Voter::Person };

/// All but where one stands.
fn work(workshop: &Workshop) -> Workshop {
    Workshop { view: String::new(), shown: Vec::new(), ..workshop.clone() }
}

#[test]
fn undoing_a_ballot_leaves_the_slide_and_what_was_shown() {
    let mut past = Past::new(with(Kind::Priority, Method::Hands, &[8, 1]));
    past.edit(hands(8, 12));
    past.edit(Edit::View("#/atelier/scene/mesure-8".into()));
    past.edit(Edit::Shown("mesure-8".into(), moment("2026-11-23T14:05:09")));
    assert!(past.undo());
    assert_eq!(past.now().polls[0].ballots, []);
    assert_eq!((past.now().view.as_str(), past.now().shown.len()), ("#/atelier/scene/mesure-8", 1));
    // Going on does not take the future away.
    past.edit(Edit::View("#/atelier/scene/fin".into()));
    assert!(past.redo() && !past.redo());
    assert_eq!((past.now().polls[0].ballots.len(), past.now().view.as_str()), (1, "#/atelier/scene/fin"));
    assert!(past.undo() && !past.can_undo());
}

#[test]
fn another_window_that_turns_the_slides_makes_no_step() {
    let mut past = Past::new(with(Kind::Priority, Method::Hands, &[8]));
    past.edit(hands(8, 12));
    past.undo();
    let mut theirs = past.now().clone();
    Edit::View("#/atelier/scene/fin".into()).apply(&mut theirs);
    past.adopt(theirs.clone());
    assert!(!past.can_undo() && past.can_redo());
    assert_eq!(past.now().view, "#/atelier/scene/fin");
    Edit::Cast(1, Entry::Hands { subject: 8, hands: 3 }).apply(&mut theirs);
    past.adopt(theirs);
    assert!(past.can_undo() && !past.can_redo());
}

#[test]
fn what_another_window_types_is_one_step_and_what_it_enters_another() {
    let mut past = Past::new(with(Kind::Priority, Method::Hands, &[8]));
    past.edit(hands(8, 12));
    let mut theirs = past.now().clone();
    for text in ["b", "bo", "bon"] {
        Edit::Note("mesure-8".into(), text.into()).apply(&mut theirs);
        past.adopt(theirs.clone());
    }
    hands(8, 3).apply(&mut theirs);
    past.adopt(theirs.clone());
    Edit::Note("mesure-8".into(), "bon.".into()).apply(&mut theirs);
    past.adopt(theirs);
    let left = |past: &Past| (past.now().note("mesure-8").to_owned(), past.now().polls[0].ballots.len());
    assert_eq!(left(&past), ("bon.".to_owned(), 2));
    for expected in [("bon", 2), ("bon", 1), ("", 1), ("", 0)] {
        assert!(past.undo());
        assert_eq!(left(&past), (expected.0.to_owned(), expected.1));
    }
    assert!(!past.can_undo());
}

#[test]
fn two_windows_that_enter_at_once_keep_both_ballots_once() {
    let start = with(Kind::Ideas, Method::Hands, &[]);
    let idea = |text: &str| Edit::Cast(1, Entry::Idea(text.into()));
    let said = |workshop: &Workshop| {
        let mut all: Vec<String> = workshop.polls[0].ballots.iter().map(|b| format!("{:?}", b.entry)).collect();
        all.sort();
        all
    };
    // Each enters, then hears what the other was before it had heard anything.
    let (mut here, mut there) = (start.clone(), start);
    let (mut of_here, mut of_there) = (Unseen::default(), Unseen::default());
    idea("vélo").apply(&mut here);
    of_here.note(&here, 1);
    for text in ["tram", "train"] {
        idea(text).apply(&mut there);
        of_there.note(&there, 1);
    }
    let (mut to_here, mut to_there) = (there.clone(), here.clone());
    assert!(of_here.join(0, &here, &mut to_here));
    assert!(of_there.join(0, &there, &mut to_there));
    (here, there) = (to_here, to_there);
    let all = ["Idea(\"train\")", "Idea(\"tram\")", "Idea(\"vélo\")"];
    assert_eq!((said(&here), said(&there)), (all.map(String::from).to_vec(), all.map(String::from).to_vec()));
    // Heard again, late, nothing is added twice.
    let mut late = there.clone();
    assert!(!of_here.join(0, &here, &mut late));
    assert_eq!(said(&late), all);
    // Taken back by a window that knew of it, or here: it does not come back.
    let mut fewer = here.clone();
    fewer.polls[0].ballots.clear();
    assert!(!of_here.join(1, &here, &mut fewer.clone()));
    assert!(!of_here.join(0, &fewer.clone(), &mut fewer));
}

#[test]
fn a_vote_that_goes_takes_its_notes_and_leaves_the_others_theirs() {
    let mut workshop = Workshop::default();
    for id in 1..=3 {
        Edit::AddPoll(Poll::new(id, Kind::Ideas, Method::Hands, Vec::new())).apply(&mut workshop);
        Edit::Note(format!("vote-{id}"), format!("du vote {id}")).apply(&mut workshop);
        Edit::Minutes(format!("vote-{id}"), Some(id as u16)).apply(&mut workshop);
        Edit::Shown(format!("vote-{id}"), moment(&format!("2026-11-23T14:0{id}:00"))).apply(&mut workshop);
    }
    Edit::Note("mesure-8".into(), "reste".into()).apply(&mut workshop);
    assert!(Edit::RemovePoll(2).apply(&mut workshop));
    let notes = ["vote-1", "vote-2", "vote-3", "mesure-8"].map(|key| workshop.note(key));
    assert_eq!(notes, ["du vote 1", "du vote 3", "", "reste"]);
    assert_eq!(
        workshop.agenda.iter().map(|(key, &m)| (key.as_str(), m)).collect::<Vec<_>>(),
        [("vote-1", 1), ("vote-2", 3)]
    );
    let shown: Vec<String> = workshop.shown.iter().map(|(key, at)| format!("{key} {}", at.time())).collect();
    assert_eq!(shown, ["vote-1 14\u{a0}h\u{a0}01", "vote-2 14\u{a0}h\u{a0}03"]);
}

#[test]
fn how_one_votes_changes_until_somebody_has() {
    let mut workshop = with(Kind::Priority, Method::Hands, &[8]);
    let dots = |each| Edit::Method(1, Method::Dots { each, by: Voter::Table });
    assert_eq!(dots(0).refused(&workshop).as_deref(), Some("De\u{a0}1 à\u{a0}20 gommettes chacun."));
    assert!(!dots(21).apply(&mut workshop));
    assert!(dots(7).apply(&mut workshop));
    assert!(Edit::Cast(1, Entry::Dots(vec![(8, 7)])).apply(&mut workshop));
    assert_eq!(
        Edit::Method(1, Method::Hands).refused(&workshop).as_deref(),
        Some("Ce vote a déjà des bulletins\u{a0}: retirez-les d’abord.")
    );
    assert!(!Edit::Method(1, Method::Hands).apply(&mut workshop));
    assert!(Edit::Withdraw(1, 1).apply(&mut workshop) && Edit::Method(1, Method::Hands).apply(&mut workshop));
}

#[test]
fn undoing_the_opening_of_another_workshop_brings_back_where_one_stood() {
    let mut past = Past::new(Workshop { view: "#/here".into(), ..Workshop::default() });
    let other = Workshop { title: "Autre".into(), view: "#/there".into(), ..Workshop::default() };
    past.edit(Edit::Replace(Box::new(other)));
    assert_eq!(past.now().view, "#/there");
    past.edit(Edit::View("#/further".into()));
    past.undo();
    assert_eq!((past.now().title.as_str(), past.now().view.as_str()), ("", "#/here"));
    past.redo();
    assert_eq!((past.now().title.as_str(), past.now().view.as_str()), ("Autre", "#/further"));
}

#[test]
fn a_slide_is_shown_once_and_a_note_taken_away_is_gone() {
    let mut workshop = Workshop::default();
    let at = moment("2026-11-23T14:05:09");
    assert!(Edit::Shown("mesure-8".into(), at).apply(&mut workshop));
    assert!(!Edit::Shown("mesure-8".into(), moment("2026-11-23T15:00:00")).apply(&mut workshop));
    assert!(!Edit::Shown("pas une clé".into(), at).apply(&mut workshop));
    assert_eq!(workshop.shown, [("mesure-8".to_owned(), at)]);
    Edit::Note("mesure-8".into(), "à revoir".into()).apply(&mut workshop);
    assert_eq!(workshop.note("mesure-8"), "à revoir");
    Edit::Note("mesure-8".into(), String::new()).apply(&mut workshop);
    assert!(workshop.notes.is_empty());
    Edit::Minutes("vote-1".into(), Some(u16::MAX)).apply(&mut workshop);
    assert_eq!(workshop.planned(), 1_440);
}

#[test]
fn a_workshop_ends_goes_on_and_lasts_what_the_clock_says() {
    let mut workshop = Workshop::default();
    Edit::Start(moment("2026-12-31T23:30:00")).apply(&mut workshop);
    Edit::End(moment("2027-01-01T00:45:30")).apply(&mut workshop);
    assert_eq!(workshop.duration(), Some(4_530));
    Edit::Resume.apply(&mut workshop);
    assert_eq!((workshop.ended, workshop.duration()), (None, None));
    Edit::End(moment("2026-12-31T23:00:00")).apply(&mut workshop);
    assert_eq!(workshop.duration(), None, "a clock that was put back");
}

#[test]
fn moments_are_those_of_the_calendar_and_of_the_clock() {
    let label = "23 novembre 2026 à 14\u{a0}h\u{a0}05";
    assert_eq!(moment("2026-11-23T14:05:09").label(), label);
    for text in
        ["2026-11-23T24:00:00", "2026-02-29T10:00:00", "2026-11-23 14:05:09", "2026-11-23T14:05", "2026-11-23T1:05:09"]
    {
        assert_eq!(Moment::parse(text), None, "{text}");
    }
    let days = [("2024-02-28", "2024-03-01", 2), ("2026-02-28", "2026-03-01", 1), ("2025-12-31", "2026-01-01", 1)];
    for (one, other, days) in days {
        let at = |day: &str| moment(&format!("{day}T12:00:00"));
        assert_eq!(at(other).since(at(one)), Some(days * 86_400), "{one} {other}");
        assert!(at(one) < at(other));
    }
}

proptest! {
    /// One deed, undone, then done again.
    #[test]
    fn undoing_brings_back_all_but_where_one_stands(start in workshop(), deed in deed(), other in workshop()) {
        for deed in [deed, Edit::Replace(Box::new(other))] {
            let mut past = Past::new(start.clone());
            let (navigation, replaced) = (deed.is_navigation(), matches!(deed, Edit::Replace(_)));
            if !past.edit(deed) {
                prop_assert_eq!(past.now(), &start);
                continue;
            }
            let end = past.now().clone();
            prop_assert_eq!(past.can_undo(), !navigation);
            prop_assert_eq!(work(&start) == work(&end) && !replaced, navigation);
            if past.undo() {
                prop_assert_eq!(past.now(), &start);
                prop_assert!(past.redo());
            }
            prop_assert_eq!(past.now(), &end);
        }
    }

    /// Whatever is done, undone and done again, the browser may die after any of it: the file is the workshop.
    #[test]
    fn nothing_is_lost_at_any_moment(deeds in prop::collection::vec((deed(), 0u8..10), 1..40)) {
        let mut past = Past::default();
        for (deed, then) in deeds {
            past.edit(deed);
            match then {
                0 | 1 => _ = past.undo(),
                2 => _ = past.redo(),
                _ => {}
            }
            let kept = file::read(file::write(past.now(), "Une stratégie").as_bytes());
            prop_assert_eq!(kept.as_ref(), Ok(past.now()));
            // What was kept takes the place of what was in memory.
            if then == 3 {
                past = Past::new(kept.expect("read"));
            }
        }
        while past.redo() {}
        let end = past.now().clone();
        while past.undo() {}
        // A vote that comes back brings its own place with it.
        let stands = |workshop: &Workshop| {
            let shown = workshop.shown.iter().filter(|(key, _)| !is_vote_key(key)).cloned().collect::<Vec<_>>();
            (workshop.view.clone(), shown)
        };
        prop_assert_eq!(stands(past.now()), stands(&end));
        while past.redo() {}
        prop_assert_eq!(past.now(), &end);
    }
}
