//! Random questions and addresses over the real strategy, for the property tests.

use crate::support::CORPUS;
use explorateur_sress::domain::address::{Address, Order, View};
use explorateur_sress::domain::chart::{Chart, Crossing};
use explorateur_sress::domain::corpus::{MeasureIdx, OptionIdx};
use explorateur_sress::domain::facet::Facet;
use explorateur_sress::domain::query::{Choice, Mode, Query};
use explorateur_sress::domain::views::{Comparing, Family, Pair, Thing};
use proptest::prelude::*;

/// Words a visitor may type, and some nobody would.
const WORDS: [&str; 14] = [
    "ESS",
    "coopérative",
    "jeunes",
    "foncier",
    "région",
    "l'Économie",
    "scop",
    "CRESS",
    "formation",
    "\"acteurs de l'ESS\"",
    "territoires",
    "Tours",
    "mesure 8",
    "zzz",
];

fn facet() -> impl Strategy<Value = Facet> {
    prop::sample::select(CORPUS.facets().collect::<Vec<_>>())
}

fn option_of(facet: Facet) -> impl Strategy<Value = OptionIdx> {
    prop::sample::select(CORPUS.options(facet))
}

fn mode() -> impl Strategy<Value = Mode> {
    prop::sample::select(vec![Mode::Any, Mode::Any, Mode::All])
}

fn choice() -> impl Strategy<Value = (Facet, Choice)> {
    let options = facet().prop_flat_map(|f| (Just(f), prop::collection::vec(option_of(f), 1..4), mode()));
    options.prop_map(|(facet, options, mode)| {
        let mode = if facet.is_tag() { mode } else { Mode::Any };
        (facet, Choice::new(options, mode))
    })
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => Just(String::new()),
        3 => prop::collection::vec(prop::sample::select(WORDS.to_vec()), 1..3).prop_map(|w| w.join(" ")),
        1 => "\\PC{0,12}",
    ]
}

pub fn query() -> impl Strategy<Value = Query> {
    (prop::collection::vec(choice(), 0..4), text()).prop_map(|(choices, text)| {
        let mut query = Query::default();
        query.text = text;
        choices.into_iter().for_each(|(facet, choice)| query.set(facet, choice));
        query
    })
}

fn measure() -> impl Strategy<Value = MeasureIdx> {
    prop::sample::select(CORPUS.measure_indices().collect::<Vec<_>>())
}

fn chart() -> impl Strategy<Value = Chart> {
    prop::sample::select(Chart::ALL.to_vec())
}

fn crossing() -> impl Strategy<Value = Option<Crossing>> {
    let two = (facet(), facet()).prop_filter("two facets", |(rows, columns)| rows != columns);
    prop::option::of(two.prop_map(|(rows, columns)| Crossing { rows, columns }))
}

fn comparing() -> impl Strategy<Value = Comparing> {
    let two_options = facet().prop_flat_map(|f| (Just(f), option_of(f), option_of(f)));
    prop_oneof![
        Just(Comparing::Among(Family::Measures)),
        facet().prop_map(|f| Comparing::Among(Family::Options(f))),
        measure().prop_map(|one| Comparing::One(Thing::Measure(one))),
        facet().prop_flat_map(|f| option_of(f).prop_map(move |one| Comparing::One(Thing::Option(f, one)))),
        (measure(), measure()).prop_map(|(one, other)| Comparing::Two(Pair::Measures(one, other))),
        two_options.prop_map(|(f, one, other)| Comparing::Two(Pair::Options(f, one, other))),
    ]
}

fn view() -> impl Strategy<Value = View> {
    let listed = vec![Facet::Audience, Facet::Actor, Facet::Scheme, Facet::Place];
    let plain = vec![
        View::Measures,
        View::Charts,
        View::Targets,
        View::Compare(Comparing::Nothing),
        View::Data,
        View::About,
        View::Plan,
    ];
    prop_oneof![
        prop::sample::select(plain),
        measure().prop_map(View::Measure),
        chart().prop_map(View::Chart),
        comparing().prop_map(View::Compare),
        prop::sample::select(listed.clone()).prop_map(View::Terms),
        prop::sample::select(listed).prop_flat_map(|f| option_of(f).prop_map(move |o| View::Term(f, o))),
    ]
}

pub fn address() -> impl Strategy<Value = Address> {
    let order = prop::sample::select(vec![Order::Document, Order::Relevance]);
    let basket = prop::collection::btree_set(measure(), 0..5).prop_map(|b| b.into_iter().collect());
    let anything = prop_oneof![Just(None), "(?s).{0,40}".prop_map(Some)];
    let charted = (prop::option::of(chart()), crossing(), any::<[bool; 3]>());
    (view(), query(), order, any::<bool>(), any::<bool>(), basket, anything, charted).prop_map(
        |(
            view,
            mut query,
            order,
            flat,
            misses_shown,
            basket,
            anything,
            (beside, crossing, [whole, projected, embed]),
        )| {
            query.text = anything.unwrap_or(query.text);
            Address { view, query, order, flat, misses_shown, basket, beside, crossing, whole, projected, embed }
        },
    )
}
