//! `select`: each count is what choosing that option shows, and nothing is ever hidden silently.

use crate::random::query;
use crate::support::CORPUS;
use explorateur_sress::domain::corpus::{Measure, OptionIdx};
use explorateur_sress::domain::facet::Facet;
use explorateur_sress::domain::query::{Choice, Criterion, Mode, Query};
use explorateur_sress::domain::search::Index;
use explorateur_sress::domain::select::{Selection, select};
use proptest::prelude::*;
use std::sync::LazyLock;

static INDEX: LazyLock<Index> = LazyLock::new(|| Index::of(&CORPUS));

fn selection(query: &Query) -> Selection {
    select(&CORPUS, &INDEX, query, &INDEX.parse(&query.text))
}

/// The plain way: does this measure answer, facet by facet?
fn passes(measure: &Measure, found: bool, query: &Query) -> bool {
    found && Facet::ALL.into_iter().all(|f| query.choice(f).accepts(&measure.tags[f.slot()]))
}

fn also_chosen(query: &Query, facet: Facet, option: OptionIdx) -> Query {
    let mut query = query.clone();
    let choice = query.choice(facet);
    let options = choice.options().iter().copied().chain([option]).collect();
    let mode = choice.mode();
    query.set(facet, Choice::new(options, mode));
    query
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_count_is_what_choosing_the_option_too_would_show(query in query(), pick in any::<prop::sample::Index>()) {
        let selection = selection(&query);
        let found = INDEX.matching(&INDEX.parse(&query.text)).unwrap_or(vec![true; CORPUS.measures.len()]);
        let shown = |query: &Query| {
            CORPUS.measures.iter().zip(&found).filter(|(m, f)| passes(m, **f, query)).count()
        };
        let mut options = Vec::new();
        for facet in CORPUS.facets() {
            for option in CORPUS.options(facet) {
                let expected = shown(&also_chosen(&query, facet, option));
                prop_assert_eq!(selection.count(facet, option), expected, "{:?} {:?} {:?}", query, facet, option);
                options.push((facet, option));
            }
        }
        // The plain way is itself held to what `select` shows after the choice.
        let (facet, option) = *pick.get(&options);
        let after = self::selection(&also_chosen(&query, facet, option));
        prop_assert_eq!(selection.count(facet, option), after.hits.len());
    }

    #[test]
    fn shown_and_hidden_make_the_whole(query in query()) {
        let selection = selection(&query);
        let mut all: Vec<_> = selection.hits.iter().copied().chain(selection.misses.iter().map(|m| m.measure)).collect();
        prop_assert!(selection.hits.is_sorted() && selection.misses.is_sorted_by_key(|m| m.measure));
        all.sort();
        prop_assert_eq!(all, CORPUS.measure_indices().collect::<Vec<_>>());
        prop_assert_eq!(selection.total(), CORPUS.measures.len());
        for miss in &selection.misses {
            prop_assert!(!miss.failed.is_empty());
            prop_assert!(miss.failed.iter().all(|c| query.criteria().contains(&c)));
        }
    }

    #[test]
    fn dropping_a_criterion_brings_back_what_it_alone_left_out(query in query()) {
        let before = selection(&query);
        for criterion in query.criteria() {
            let mut without = query.clone();
            without.clear(criterion);
            let after = selection(&without).hits;
            let expected = before.hits.len() + before.left_out_by(criterion).count();
            prop_assert_eq!(after.len(), expected, "{:?} without {:?}", query, criterion);
        }
    }
}

#[track_caller]
fn check(choices: &[(Facet, Mode, &[&str])], expected: &[u16]) {
    let mut query = Query::default();
    for (facet, mode, keys) in choices {
        let options = keys.iter().map(|k| CORPUS.option_by_key(*facet, k).unwrap_or_else(|| panic!("{k}"))).collect();
        query.set(*facet, Choice::new(options, *mode));
    }
    let selection = selection(&query);
    let numbers: Vec<u16> = selection.hits.iter().filter_map(|&h| CORPUS.measure(h)).map(|m| m.number).collect();
    assert_eq!(numbers, expected);
}

#[test]
fn options_of_a_facet_add_up_and_facets_narrow() {
    check(&[(Facet::Audience, Mode::Any, &["jeunes"])], &[8, 9]);
    check(&[(Facet::Level(1), Mode::Any, &["2"])], &[5, 6, 7]);
    check(&[(Facet::Level(1), Mode::Any, &["2", "3"])], &[5, 6, 7, 8, 9]);
    check(&[(Facet::Level(0), Mode::Any, &["2"]), (Facet::Audience, Mode::Any, &["jeunes"])], &[8, 9]);
    check(&[(Facet::Level(0), Mode::Any, &["1"]), (Facet::Audience, Mode::Any, &["jeunes"])], &[]);
    check(&[(Facet::Actor, Mode::Any, &["medef", "mgen"])], &[2, 9]);
    check(&[(Facet::Actor, Mode::All, &["medef", "mgen"])], &[]);
    check(&[(Facet::Actor, Mode::All, &["cress", "mgen"])], &[9]);
    check(&[(Facet::Place, Mode::Any, &["vierzon"])], &[8]);
}

#[test]
fn a_facet_keeps_counting_its_own_alternatives() {
    let mut query = Query::default();
    let at = |key| CORPUS.option_by_key(Facet::Level(1), key).expect("an orientation");
    query.toggle(Facet::Level(1), at("2"));
    let selection = selection(&query);
    assert_eq!(selection.count(Facet::Level(1), at("2")), 3);
    assert_eq!(selection.count(Facet::Level(1), at("3")), 3 + 2);
    assert_eq!(selection.left_out_by(Criterion::Facet(Facet::Level(1))).count(), 19);
}
