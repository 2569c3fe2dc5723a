//! The draft roadmap: what is filled in at the start, edits and undoing, its file.

use crate::random::{roadmap, row};
use crate::support::CORPUS;
use explorateur_sress::roadmap::due::{Day, Due};
use explorateur_sress::roadmap::edit::{Edit, LONGEST, Past};
use explorateur_sress::roadmap::file::{self, LARGEST, Refusal};
use explorateur_sress::roadmap::reconcile::reconcile;
use explorateur_sress::roadmap::terms::{Field, Priority, Status};
use explorateur_sress::roadmap::{Roadmap, Row, Subject, start};
use proptest::prelude::*;

pub fn subject(key: &str) -> Subject {
    Subject::by_key(key).expect("a subject")
}

/// A roadmap of the lines named.
pub fn of(keys: &[&str]) -> Roadmap {
    let mut roadmap = Roadmap::default();
    Edit::Add(keys.iter().map(|key| Row::new(subject(key))).collect()).apply(&mut roadmap);
    roadmap
}

fn keys(roadmap: &Roadmap) -> Vec<String> {
    roadmap.rows.iter().map(|row| row.subject.key()).collect()
}

#[test]
fn a_line_starts_with_the_partners_and_schemes_that_its_own_text_names() {
    let at = CORPUS.by_number(6).expect("measure 6");
    let measure = CORPUS.measure(at).expect("measure 6");
    let whole = start::rows(&CORPUS, &[at]);
    assert_eq!(whole.len(), 1);
    assert!(whole[0].text(Field::Partners).contains("RTES"), "{}", whole[0].text(Field::Partners));
    // A generic group is nobody to call.
    assert!(
        !whole[0].text(Field::Partners).contains("ollectivités territoriales"),
        "{}",
        whole[0].text(Field::Partners)
    );
    let action = start::action(&CORPUS, measure, 1).expect("action 6.1");
    assert_eq!((action.subject.key().as_str(), action.text(Field::Partners)), ("6.1", "DEV'UP"));
    assert_eq!(start::action(&CORPUS, measure, 200), None);
}

#[test]
fn lines_of_a_measure_stand_together_the_measure_itself_first() {
    assert_eq!(keys(&of(&["8.2", "1", "8", "8.1", "1.3", "8.2"])), ["8", "8.1", "8.2", "1", "1.3"]);
}

#[test]
fn a_measure_moves_with_its_actions() {
    let moved = |measure, to| {
        let mut roadmap = of(&["1", "1.2", "8", "8.1", "5"]);
        Edit::Move(measure, to).apply(&mut roadmap);
        keys(&roadmap)
    };
    assert_eq!(moved(8, 0), ["8", "8.1", "1", "1.2", "5"]);
    assert_eq!(moved(1, 2), ["8", "8.1", "5", "1", "1.2"]);
    assert_eq!(moved(5, 1), ["1", "1.2", "5", "8", "8.1"]);
    assert_eq!(moved(77, 0), ["1", "1.2", "8", "8.1", "5"], "nobody's measure");
}

#[test]
fn an_edit_of_a_line_that_is_gone_brings_nothing_back() {
    let mut roadmap = of(&["8"]);
    assert!(!Edit::Text(subject("9"), Field::Notes, "lost".into()).apply(&mut roadmap));
    assert_eq!(keys(&roadmap), ["8"]);
}

#[test]
fn undoing_takes_back_a_phrase_and_doing_again_brings_it() {
    let mut past = Past::new(of(&["8"]));
    let typed = |text: &str| Edit::Text(subject("8"), Field::Notes, text.to_owned());
    for text in ["a", "ab", "abc"] {
        assert!(past.edit(typed(text)));
    }
    past.edit(Edit::Status(subject("8"), Status::Done));
    assert!(past.undo());
    assert_eq!(past.now().rows[0].text(Field::Notes), "abc");
    assert!(past.undo());
    assert_eq!(past.now().rows[0].text(Field::Notes), "");
    assert!(!past.undo());
    assert!(past.redo() && past.redo() && !past.redo());
    assert_eq!((past.now().rows[0].text(Field::Notes), past.now().rows[0].status), ("abc", Status::Done));
    past.undo();
    past.edit(typed("else"));
    assert!(!past.can_redo(), "another future");
}

#[test]
fn another_windows_work_is_adopted_under_ours_and_can_be_undone() {
    let mut past = Past::new(of(&["8"]));
    past.adopt(of(&["8", "9"]));
    past.edit(Edit::Status(subject("8"), Status::Done));
    assert_eq!(keys(past.now()), ["8", "9"]);
    assert!(past.undo() && past.undo());
    assert_eq!(keys(past.now()), ["8"]);
}

#[test]
fn what_two_windows_wrote_unseen_of_each_other_is_kept_together() {
    let note = |roadmap: &mut Roadmap, key: &str, text: &str| {
        Edit::Text(subject(key), Field::Notes, text.to_owned()).apply(roadmap);
    };
    let base = of(&["8", "1", "5", "9"]);
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    note(&mut mine, "8", "mine");
    note(&mut theirs, "1", "theirs");
    Edit::Status(subject("8"), Status::Done).apply(&mut theirs);
    Edit::Remove(subject("5")).apply(&mut theirs);
    Edit::Remove(subject("9")).apply(&mut mine);
    note(&mut theirs, "9", "still wanted");
    Edit::Add(vec![Row::new(subject("2"))]).apply(&mut theirs);
    Edit::Move(1, 0).apply(&mut mine);
    let both = reconcile(&base, &mine, &theirs);
    assert_eq!(keys(&both), ["1", "8", "9", "2"]);
    let eight = both.row(subject("8")).expect("8");
    assert_eq!((eight.text(Field::Notes), eight.status), ("mine", Status::Done));
    assert_eq!(both.row(subject("1")).map(|r| r.text(Field::Notes)), Some("theirs"));
    // Whoever comes second finds the same.
    assert_eq!(reconcile(&base, &theirs, &both), both);
    assert_eq!(reconcile(&base, &base, &theirs), theirs);
}

#[test]
fn days_and_quarters_are_those_of_the_calendar() {
    for (text, label) in [
        ("2027-T1", Some("1er trimestre\u{a0}2027")),
        ("2030-T4", Some("4e trimestre\u{a0}2030")),
        ("2028-02-29", Some("29\u{a0}février\u{a0}2028")),
        ("2027-02-29", None),
        ("2027-T5", None),
        ("2027-13-01", None),
        ("2027-1-01", None),
        ("+027-01-01", None),
        ("T2 2027", None),
    ] {
        let got = Due::parse(text).map(Due::label).map(|l| l.replace(' ', "\u{a0}"));
        assert_eq!(got, label.map(|l| l.replace(' ', "\u{a0}")), "{text}");
        if let Some(due) = Due::parse(text) {
            assert_eq!(due.to_string(), text);
        }
    }
}

/// Refuses the file of one line whose fields are given.
fn refused(line: &str) -> String {
    let head = r#"{"format":"explorateur-sress/feuille-de-route","version":1,"titre":"","collectivite":"","#;
    let text = format!("{head}\n\"lignes\":[\n{line}\n]}}");
    match file::read(text.as_bytes()) {
        Ok(roadmap) => panic!("taken: {roadmap:?}"),
        Err(refusal) => refusal.message().replace(['\u{a0}', '\u{202f}'], " "),
    }
}

#[test]
fn what_is_wrong_in_a_file_is_told_with_its_line_and_its_field() {
    for (line, told) in [
        (
            r#"{"ligne":"8","statut":"bientot"}"#,
            "ligne 3, champ « lignes[0].statut » : « bientot » n’est pas « a-etudier », « a-lancer », « en-cours » ou « fait ».",
        ),
        (
            r#"{"ligne":"huit","statut":"fait"}"#,
            "ligne 3, champ « lignes[0].ligne » : « huit » n’est pas une mesure (« 8 ») ni une action (« 8.2 »).",
        ),
        (
            r#"{"ligne":"08","statut":"fait"}"#,
            "ligne 3, champ « lignes[0].ligne » : « 08 » n’est pas une mesure (« 8 ») ni une action (« 8.2 »).",
        ),
        (
            r#"{"ligne":"8","statut":"fait","notes":3}"#,
            "ligne 3, champ « lignes[0].notes » : on attend un texte entre guillemets.",
        ),
        (
            r#"{"ligne":"8","statut":"fait","echeance":"2027-02-30"}"#,
            "ligne 3, champ « lignes[0].echeance » : « 2027-02-30 » n’est pas une date (« 2027-03-15 ») ni un trimestre (« 2027-T2 »).",
        ),
        (r#"{"ligne":"8"}"#, "ligne 3, champ « lignes[0] » : il y manque « statut »."),
        (
            r#"{"ligne":"8","statut":"fait","pilotte":"x"}"#,
            "ligne 3, champ « lignes[0].pilotte » : « pilotte » n’est pas connu.",
        ),
        (
            r#"{"ligne":"8","statut":"fait"},{"ligne":"8","statut":"fait"}"#,
            "ligne 4, champ « lignes[1] » : « 8 » y est deux fois.",
        ),
        (r#"{"ligne":"8","statut":"fait""#, "il est abîmé ou coupé à la ligne 4."),
    ] {
        assert_eq!(refused(line), told, "{line}");
    }
}

const OTHER: Refusal = Refusal::OtherFormat { expected: "une feuille de route" };

#[test]
fn files_of_others_are_told_from_spoilt_ones() {
    for (bytes, refusal) in [
        (&b"{\"a\":1}"[..], OTHER),
        (b"[1,2]", OTHER),
        (b"PK\x03\x04\xff", Refusal::NotText),
        (b"{\"format\":\"explorateur-sress/feuille-de-route\",\"version\":2,\"all\":\"else\"}", Refusal::Newer),
        (b"{\"format\":\"another\",\"version\":1}", OTHER),
        (b"", Refusal::Syntax { line: 1 }),
    ] {
        assert_eq!(file::read(bytes), Err(refusal));
    }
    assert_eq!(file::read(&vec![b' '; LARGEST + 1]), Err(Refusal::TooLarge));
}

/// Written by the first version that was published: it must always open.
#[test]
fn the_first_files_ever_written_still_open() {
    let roadmap = file::read(include_bytes!("../golden/feuilles/v1.json")).expect("it opens");
    assert_eq!((roadmap.title.as_str(), roadmap.holder.as_str()), ("Feuille de route ESS", "CC du Val"));
    assert_eq!(keys(&roadmap), ["8", "8.2", "1"]);
    let row = &roadmap.rows[1];
    assert_eq!((row.status, row.priority), (Status::Underway, Some(Priority::High)));
    assert_eq!((row.due, row.text(Field::Lead)), (Due::parse("2027-T2"), "Service économie"));
    assert_eq!(roadmap.date, Day::parse("2026-11-23"));
}

#[test]
fn a_text_longer_than_a_field_is_cut_when_typed_and_refused_from_a_file() {
    let long = "é".repeat(LONGEST + 1);
    let mut roadmap = of(&["8"]);
    Edit::Text(subject("8"), Field::Notes, long.clone()).apply(&mut roadmap);
    assert_eq!(roadmap.rows[0].text(Field::Notes).chars().count(), LONGEST);
    let line = format!(r#"{{"ligne":"8","statut":"fait","notes":"{long}"}}"#);
    assert_eq!(refused(&line), "ligne 3, champ « lignes[0].notes » : plus de 10 000 caractères.");
}

proptest! {
    /// Export, then import: the same value, whatever was typed.
    #[test]
    fn a_file_opens_as_it_was_written(roadmap in roadmap()) {
        let text = file::write(&roadmap, "Une stratégie");
        prop_assert_eq!(file::read(text.as_bytes()), Ok(roadmap));
    }

    /// Any edits, undone one by one, lead back to the start, and done again to the end.
    #[test]
    fn everything_done_can_be_undone(start in roadmap(), rows in prop::collection::vec(row(), 1..8)) {
        let mut past = Past::new(start.clone());
        for (n, row) in rows.into_iter().enumerate() {
            let subject = row.subject;
            past.edit(match n % 4 {
                0 => Edit::Add(vec![row]),
                1 => Edit::Status(subject, row.status),
                2 => Edit::Move(subject.measure, n),
                _ => Edit::Text(subject, Field::Notes, row.texts[0].clone()),
            });
        }
        let end = past.now().clone();
        while past.undo() {}
        prop_assert_eq!(past.now(), &start);
        while past.redo() {}
        prop_assert_eq!(past.now(), &end);
    }
}
