//! The files fetched beside the page, and what travels to the charts: cut, damaged, or somebody else's.

use crate::cases;
use crate::memory::peak;
use crate::spoil::{among, damage, damaged};
use crate::support::{CORPUS, PATHS, root, sources};
use explorateur_sress::charts::look::Look;
use explorateur_sress::charts::request::Request;
use explorateur_sress::domain::annex::Annex;
use explorateur_sress::domain::binary::{Binary, Reader, Stream, Writer, from_bytes, printed, to_bytes};
use explorateur_sress::domain::chart::Chart;
use explorateur_sress::domain::corpus::{Corpus, Genre};
use explorateur_sress::domain::paths::{AnswerIdx, Paths};
use explorateur_sress::domain::profile::Profile;
use explorateur_sress::domain::query::Query;
use explorateur_sress::domain::ranking::{Group, counts, rank};
use explorateur_sress::domain::search::Index;
use explorateur_sress::domain::select::select;
use explorateur_sress::domain::summary::{Asked, BarRow, Bars, Intent, Mark, Value, summarise};
use explorateur_sress::embedded;
use proptest::prelude::*;
use std::sync::LazyLock;

/// A short strategy: a million of them are read in a minute.
static SHORT: LazyLock<Corpus> = LazyLock::new(|| {
    Corpus::from_json(&sources(&root().join("tests/autre"))).unwrap_or_else(|errors| panic!("{errors:?}"))
});
static WHOLE: LazyLock<Vec<u8>> = LazyLock::new(|| to_bytes(&*SHORT));
static ANNEX: LazyLock<Vec<u8>> = LazyLock::new(|| to_bytes(&SHORT.clone().split().1));
static ASKED: LazyLock<Vec<u8>> = LazyLock::new(|| to_bytes(&*PATHS));
static LONG: LazyLock<Vec<u8>> = LazyLock::new(|| to_bytes(&*CORPUS));

/// What each chart sends to be drawn, of the real strategy.
static REQUESTS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let (corpus, annex) = CORPUS.clone().split();
    let (index, query) = (Index::of(&corpus), Query::default());
    let search = index.parse("");
    let selection = &select(&corpus, &index, &query, &search);
    let (corpus, annex, query, search) = (&corpus, Some(&annex), &query, &search);
    let asked = Asked { corpus, annex, query, search, selection, crossing: None, whole: false };
    let summaries = Chart::ALL.into_iter().filter_map(|chart| summarise(chart, &asked));
    summaries.map(|summary| Request { summary, look: Look::Light, width: 640, still: true }.to_bytes()).collect()
});

/// Reads damaged bytes: within the memory that many bytes deserve, and only what was written.
#[track_caller]
fn read<T: Binary>(bytes: &[u8]) -> Option<T> {
    let (value, held) = peak(|| from_bytes::<T>(bytes));
    // A byte may be an empty list or an absent name, 24 bytes in memory: twice while a list grows.
    assert!(held <= 10_000 + 100 * bytes.len(), "{held} octets pour {}", bytes.len());
    if let Some(value) = &value {
        let again = to_bytes(value);
        // No byte is passed over, and none is made up.
        assert!(from_bytes::<T>(&again).is_some_and(|value| to_bytes(&value) == again));
        assert!(again.len() <= bytes.len());
    }
    value
}

/// A strategy that was read is one that can be asked: whatever it holds, nothing panics.
fn asked(corpus: &Corpus) {
    let index = Index::of(corpus);
    let selection = select(corpus, &index, &Query::default(), &index.parse("mesure"));
    assert_eq!(selection.total(), corpus.measures.len());
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn a_damaged_strategy_is_refused_or_read(damage in damage()) {
        if let Some(corpus) = read::<Corpus>(&damaged(&WHOLE, &damage)) {
            asked(&corpus);
        }
    }

    #[test]
    fn a_damaged_annex_is_refused_or_read(damage in damage()) {
        let _ = read::<Annex>(&damaged(&ANNEX, &damage));
    }

    /// Paths that were read are ones that can be followed, even through a shorter strategy.
    #[test]
    fn damaged_paths_are_refused_or_followed(damage in damage(), answers in prop::collection::vec(0..30_u16, 0..5)) {
        if let Some(paths) = read::<Paths>(&damaged(&ASKED, &damage)) {
            let mut profile = Profile::default();
            answers.into_iter().for_each(|at| profile.insert(AnswerIdx(at), &paths));
            let ranking = rank(&SHORT, &paths, &profile);
            prop_assert_eq!(ranking.total(), SHORT.measures.len());
            prop_assert_eq!(counts(&SHORT, &paths, &profile).len(), paths.answers.len());
            for one in Group::ALL.into_iter().flat_map(|group| ranking.group(group)) {
                let measure = SHORT.measure(one.measure).expect("a measure");
                prop_assert!(one.reasons.iter().all(|r| r.find.block(measure).contains(r.find.evidence(measure))));
            }
        }
    }

    #[test]
    fn damaged_bytes_draw_nothing_or_a_chart(damage in damage(), at: u16) {
        let bytes = damaged(&REQUESTS[among(at, REQUESTS.len())], &damage);
        let (_, held) = peak(|| Request::option(&bytes));
        prop_assert!(held <= 400_000 + 400 * bytes.len(), "{held} octets pour {}", bytes.len());
    }

    /// The text of another page, or of a translated one: never taken for this build's.
    #[test]
    fn a_damaged_text_is_refused(damage in damage()) {
        let text = damaged(embedded::TEXT, &damage);
        prop_assert_eq!(embedded::corpus_with(&text).is_some(), text == embedded::TEXT);
    }

    #[test]
    fn texts_of_any_kind_are_printed_and_cut(texts in prop::collection::vec("(?s).{0,20}", 0..20)) {
        let bytes = printed(&texts);
        prop_assert_eq!(bytes.iter().filter(|&&b| b == 0xff).count(), texts.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..cases(60) })]

    /// The real strategy takes a hundred times longer to read than the short one.
    #[test]
    fn the_whole_strategy_damaged_is_refused_or_read(damage in damage()) {
        let _ = read::<Corpus>(&damaged(&LONG, &damage));
    }
}

/// Forty texts that may be missing: nearly a thousand bytes in memory, forty at least once written.
type Wide = [Option<String>; 40];

fn wide() -> Wide {
    std::array::from_fn(|_| None)
}

/// A list that says it holds as many items as there are bytes left, and holds none.
struct Boast;

impl Binary for Boast {
    fn write(&self, to: &mut Writer) {
        to.number(Stream::Length, 20_000);
        to.text(Stream::Text, &"e".repeat(20_000));
    }
    fn read(_: &mut Reader) -> Boast {
        Boast
    }
}

#[test]
fn a_false_length_asks_for_no_more_memory_than_the_bytes_are_worth() {
    assert!(read::<(Vec<Wide>, String)>(&to_bytes(&Boast)).is_none());
    // What is as narrow as its bytes may be read to the end of them.
    assert!(read::<(Vec<u8>, String)>(&to_bytes(&Boast)).is_none());
}

/// The emptiest values there are, as many as one likes: none is refused for the room it takes.
#[test]
fn lists_of_next_to_nothing_come_back() {
    fn comes_back<T: Binary + Clone + PartialEq>(value: T) {
        let many = vec![value; 1_000];
        assert!(from_bytes::<Vec<T>>(&to_bytes(&many)) == Some(many));
    }
    comes_back(wide());
    comes_back(None::<Value>);
    comes_back((None::<f64>, false));
    comes_back(Intent::default());
    comes_back(Mark::default());
    comes_back(Bars::default());
    comes_back(BarRow { mark: Mark::default(), values: vec![], full: None, total: String::new(), extras: vec![] });
    comes_back(Genre { id: String::new(), name: String::new() });
    comes_back(Annex::default());
    comes_back(Corpus::default());
}
