//! Random questions and addresses over the real strategy, for the property tests.

use crate::support::CORPUS;
use explorateur_sress::domain::address::{Address, Order, View};
use explorateur_sress::domain::chart::{Chart, Crossing};
use explorateur_sress::domain::corpus::{MeasureIdx, OptionIdx};
use explorateur_sress::domain::facet::Facet;
use explorateur_sress::domain::query::{Choice, Mode, Query};
use explorateur_sress::domain::stage::{Scene, Slide, Source};
use explorateur_sress::domain::views::{Comparing, Family, Layout, Pair, Thing};
use explorateur_sress::roadmap::due::{Day, Due};
use explorateur_sress::roadmap::edit::Edit;
use explorateur_sress::roadmap::terms::{Priority, Status};
use explorateur_sress::roadmap::{Roadmap, Row, Subject};
use explorateur_sress::workshop::edit::Edit as Deed;
use explorateur_sress::workshop::{Entry, Kind, Method, Moment, Poll, Voter, Workshop};
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

fn source() -> impl Strategy<Value = Source> {
    prop_oneof![Just(Source::List), Just(Source::Basket), measure().prop_map(Source::Measure)]
}

pub fn slide() -> impl Strategy<Value = Slide> {
    prop_oneof![
        Just(Slide::Cover),
        Just(Slide::End),
        (1u8..9).prop_map(Slide::Agenda),
        (1u8..9).prop_map(Slide::Vote),
        (measure(), 1u8..9).prop_map(|(at, part)| Slide::Measure(at, part)),
        chart().prop_map(Slide::Chart),
    ]
}

fn scene() -> impl Strategy<Value = Scene> {
    let plain = prop::sample::select(vec![Scene::Prepare, Scene::Minutes]);
    prop_oneof![plain, slide().prop_map(Scene::Stage), slide().prop_map(Scene::Presenter)]
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
        View::Profile,
        View::Selection,
        View::Roadmap(Layout::Table),
        View::Roadmap(Layout::Board),
        View::Roadmap(Layout::Merged),
    ];
    prop_oneof![
        prop::sample::select(plain),
        measure().prop_map(View::Measure),
        measure().prop_map(View::Brief),
        (source(), scene()).prop_map(|(source, scene)| View::Workshop(source, scene)),
        chart().prop_map(View::Chart),
        comparing().prop_map(View::Compare),
        prop::sample::select(listed.clone()).prop_map(View::Terms),
        prop::sample::select(listed).prop_flat_map(|f| option_of(f).prop_map(move |o| View::Term(f, o))),
    ]
}

pub fn address() -> impl Strategy<Value = Address> {
    let order = prop::sample::select(vec![Order::Document, Order::Relevance]);
    // In any order, each once.
    let basket =
        prop::collection::btree_set(measure(), 0..5).prop_map(|b| b.into_iter().collect::<Vec<_>>()).prop_shuffle();
    let profile = prop::collection::btree_set("[a-z0-9-]{1,12}", 0..4).prop_map(|p| p.into_iter().collect());
    let anything = prop_oneof![Just(None), "(?s).{0,40}".prop_map(Some)];
    let charted = (prop::option::of(chart()), crossing(), any::<[bool; 3]>(), profile);
    (view(), query(), order, any::<bool>(), any::<bool>(), basket, anything, charted).prop_map(
        |(
            view,
            mut query,
            order,
            flat,
            misses_shown,
            basket,
            anything,
            (beside, crossing, [whole, projected, embed], profile),
        )| {
            query.text = anything.unwrap_or(query.text);
            Address {
                view,
                query,
                order,
                flat,
                misses_shown,
                profile,
                basket,
                beside,
                crossing,
                whole,
                projected,
                embed,
            }
        },
    )
}

pub fn row() -> impl Strategy<Value = Row> {
    let subject = (1u16..40, prop::option::of(1u8..9)).prop_map(|(measure, action)| Subject { measure, action });
    let quarter = (2025u16..=2030, 1u8..=4).prop_map(|(year, quarter)| Due::parse(&format!("{year}-T{quarter}")));
    let due = prop_oneof![Just(None), quarter, Just(Due::parse("2028-02-29"))];
    let priority = prop::option::of(prop::sample::select(Priority::ALL));
    let texts = prop::array::uniform5(any::<String>());
    (subject, prop::sample::select(Status::ALL), priority, due, texts)
        .prop_map(|(subject, status, priority, due, texts)| Row { subject, status, priority, due, texts })
}

pub fn roadmap() -> impl Strategy<Value = Roadmap> {
    (any::<String>(), any::<String>(), prop::collection::vec(row(), 0..12)).prop_map(|(title, holder, rows)| {
        let mut roadmap = Roadmap { title, holder, date: Day::parse("2026-11-23"), rows: Vec::new() };
        Edit::Add(rows).apply(&mut roadmap);
        roadmap
    })
}

pub fn moment() -> impl Strategy<Value = Moment> {
    (1u8..=28, 0u8..24, 0u8..60, 0u8..60).prop_map(|(day, hour, minute, second)| {
        Moment::parse(&format!("2026-11-{day:02}T{hour:02}:{minute:02}:{second:02}")).expect("a moment")
    })
}

/// What may be entered about measures 1 to 7: a poll takes some of it.
pub fn entry() -> impl Strategy<Value = Entry> {
    let subject = || 1u16..8;
    let idea =
        prop_oneof![prop::sample::select(vec!["Vélo", "vélo !", " ", "+"]).prop_map(String::from), any::<String>()];
    prop_oneof![
        3 => (subject(), 0u32..60).prop_map(|(subject, hands)| Entry::Hands { subject, hands }),
        3 => prop::collection::vec((subject(), 0u8..4), 0..4).prop_map(Entry::Dots),
        3 => (subject(), 0u8..7, 0u8..7).prop_map(|(subject, impact, effort)| Entry::Place { subject, impact, effort }),
        2 => idea.prop_map(Entry::Idea),
    ]
}

pub fn method() -> impl Strategy<Value = Method> {
    let voter = prop::sample::select(Voter::ALL);
    let dots = (0u8..7, voter).prop_map(|(each, by)| Method::Dots { each, by });
    prop_oneof![Just(Method::Hands), dots]
}

/// Nobody voted yet.
pub fn poll() -> impl Strategy<Value = Poll> {
    let subjects = prop::sample::subsequence((1u16..8).collect::<Vec<_>>(), 0..=7).prop_shuffle();
    (0u32..4, any::<String>(), prop::sample::select(Kind::ALL), method(), subjects)
        .prop_map(|(id, question, kind, method, subjects)| Poll { question, ..Poll::new(id, kind, method, subjects) })
}

/// Anything one does to a workshop but opening another one.
pub fn deed() -> impl Strategy<Value = Deed> {
    let slide = || slide().prop_map(|slide| explorateur_sress::domain::stage::slide_key(slide, &CORPUS));
    let key = || prop_oneof![5 => slide().boxed(), 1 => any::<String>().boxed()];
    let id = || 1u32..4;
    prop_oneof![
        1 => any::<String>().prop_map(Deed::Title),
        1 => any::<String>().prop_map(Deed::Place),
        1 => prop::option::of(0u32..200).prop_map(Deed::Attendance),
        1 => moment().prop_map(Deed::Start),
        1 => moment().prop_map(Deed::End),
        1 => Just(Deed::Resume),
        2 => any::<String>().prop_map(Deed::View),
        3 => (key(), moment()).prop_map(|(slide, at)| Deed::Shown(slide, at)),
        2 => (key(), any::<String>()).prop_map(|(slide, text)| Deed::Note(slide, text)),
        1 => (key(), prop::option::of(any::<u16>())).prop_map(|(slide, minutes)| Deed::Minutes(slide, minutes)),
        4 => poll().prop_map(Deed::AddPoll),
        1 => (id(), any::<String>()).prop_map(|(poll, text)| Deed::Question(poll, text)),
        1 => (id(), prop::collection::vec(1u16..8, 0..8)).prop_map(|(poll, subjects)| Deed::Subjects(poll, subjects)),
        1 => (id(), method()).prop_map(|(poll, method)| Deed::Method(poll, method)),
        1 => id().prop_map(Deed::RemovePoll),
        12 => (id(), entry()).prop_map(|(poll, entry)| Deed::Cast(poll, entry)),
        2 => (id(), id()).prop_map(|(poll, ballot)| Deed::Withdraw(poll, ballot)),
        1 => (id(), any::<bool>()).prop_map(|(poll, revealed)| Deed::Reveal(poll, revealed)),
    ]
}

/// Whatever deeds make of an empty one.
pub fn workshop() -> impl Strategy<Value = Workshop> {
    prop::collection::vec(deed(), 0..50).prop_map(|deeds| {
        let mut workshop = Workshop::default();
        deeds.into_iter().for_each(|deed| _ = deed.apply(&mut workshop));
        workshop
    })
}
