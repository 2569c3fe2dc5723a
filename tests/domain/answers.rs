//! Which actions of a measure answer: by their own words and tags, never by those of their measure.

use crate::support::CORPUS;
use explorateur_sress::domain::answer::{Answer, answer};
use explorateur_sress::domain::facet::Facet;
use explorateur_sress::domain::passage::Role;
use explorateur_sress::domain::query::{Choice, Mode, Query};
use explorateur_sress::domain::search::Index;
use std::sync::LazyLock;

static INDEX: LazyLock<Index> = LazyLock::new(|| Index::of(&CORPUS));

fn asked(number: u16, text: &str, choices: &[(Facet, Mode, &[&str])]) -> Answer {
    let mut query = Query::default();
    query.text = text.to_owned();
    for (facet, mode, keys) in choices {
        let options = keys.iter().map(|k| CORPUS.option_by_key(*facet, k).unwrap_or_else(|| panic!("{k}"))).collect();
        query.set(*facet, Choice::new(options, *mode));
    }
    let measure = CORPUS.by_number(number).and_then(|at| CORPUS.measure(at)).expect("a measure");
    answer(measure, &query, &INDEX.parse(text))
}

/// Numbers of the actions, from 1, that answer wholly and in part.
#[track_caller]
fn check(number: u16, text: &str, choices: &[(Facet, Mode, &[&str])], whole: &[usize], partial: &[usize]) {
    let answer = asked(number, text, choices);
    let from_one = |places: &[usize]| places.iter().map(|p| p + 1).collect::<Vec<_>>();
    assert_eq!((from_one(&answer.whole), from_one(&answer.partial)), (whole.to_vec(), partial.to_vec()));
}

#[test]
fn nothing_asked_is_not_answered() {
    assert_eq!(asked(8, "", &[]), Answer::default());
    // A section is asked of the measure, not of its actions.
    assert_eq!(asked(8, "", &[(Facet::Level(0), Mode::Any, &["2"])]), Answer::default());
}

#[test]
fn an_action_answers_by_its_own_tags() {
    check(8, "", &[(Facet::Place, Mode::Any, &["vierzon"])], &[1], &[]);
    check(6, "", &[(Facet::Actor, Mode::Any, &["rtes"])], &[4, 6], &[]);
    check(2, "", &[(Facet::Actor, Mode::Any, &["medef", "bge"])], &[1, 3], &[]);
    check(2, "", &[(Facet::Actor, Mode::All, &["medef", "bge"])], &[], &[1, 3]);
}

#[test]
fn an_action_answers_by_its_own_words() {
    check(1, "syndicats", &[], &[4, 5], &[]);
    check(1, "syndicats conférence", &[], &[5], &[4]);
    check(10, "villages vivants", &[], &[5], &[]);
}

#[test]
fn words_and_tags_are_asked_together() {
    check(6, "club", &[(Facet::Actor, Mode::Any, &["rtes"])], &[6], &[4]);
}

#[test]
fn the_paragraphs_of_an_action_are_its_words() {
    check(22, "charte caisses Montpellier", &[], &[1], &[]);
    check(22, "faisabilité", &[], &[2], &[]);
}

#[test]
fn other_passages_answer_beside_the_actions() {
    let answer = asked(19, "LEADER", &[]);
    assert_eq!((answer.actions(), answer.passages.as_slice()), (&[][..], &[Role::Closing][..]));
    let answer = asked(1, "duralex", &[]);
    assert_eq!(answer.passages, [Role::Objective]);
}

#[test]
fn our_summary_is_said_to_hold_the_words() {
    let measure = CORPUS.by_number(8).and_then(|at| CORPUS.measure(at)).expect("measure 8");
    let word = measure.summary.split_whitespace().find(|w| w.len() > 6).expect("a long word");
    assert!(asked(8, word, &[]).in_summary);
    assert!(!asked(8, "Vierzon", &[]).in_summary);
}
