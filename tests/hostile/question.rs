//! What is typed in the search field.

use crate::cases;
use crate::memory::peak;
use crate::spoil::{piece, spoilt, ways};
use crate::support::CORPUS;
use explorateur_sress::domain::corpus::MeasureIdx;
use explorateur_sress::domain::markup;
use explorateur_sress::domain::query::Query;
use explorateur_sress::domain::search::{Index, by_relevance, find};
use explorateur_sress::domain::suggest::suggestions;
use explorateur_sress::domain::text::{clip, fold, words};
use proptest::prelude::*;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

static INDEX: LazyLock<Index> = LazyLock::new(|| Index::of(&CORPUS));

/// Stretches of the strategy itself, names and acronyms, and what surrounds them.
fn question() -> impl Strategy<Value = String> {
    let blocks: Vec<&str> =
        CORPUS.measures.iter().flat_map(|m| m.passages.iter().flat_map(|p| &p.blocks)).map(String::as_str).collect();
    let entries = CORPUS.glossary.iter().flat_map(|e| [Some(e.acronym.as_str()), e.expansion.as_deref()]).flatten();
    let names: Vec<&str> = CORPUS.terms.iter().flatten().map(|t| t.name.as_str()).chain(entries).collect();
    let stretch = (prop::sample::select(blocks), 0..40_usize, 1..12_usize)
        .prop_map(|(block, skip, take)| block.split_whitespace().skip(skip).take(take).collect::<Vec<_>>().join(" "));
    let part = prop_oneof![3 => stretch, 3 => prop::sample::select(names).prop_map(str::to_owned), 1 => piece()];
    let quotes = prop::sample::select(vec![
        ("", ""),
        ("\"", "\""),
        ("« ", " »"),
        ("\u{201c}", "\u{201d}"),
        ("\"", ""),
        ("", "»"),
    ]);
    let quoted = (part, quotes).prop_map(|(part, (open, close))| format!("{open}{part}{close}"));
    prop::collection::vec(quoted, 0..4).prop_map(|parts| parts.join(" "))
}

/// Words in order, inside the text, folded once for all.
fn cut_holds(text: &str) {
    let mut last = 0;
    for word in words(text) {
        assert!(word.range.start >= last && !word.of(text).is_empty(), "{text:?}");
        // An ideograph may be three letters wide and one written: a word never grows beyond its own bytes.
        assert!(word.folded.len() <= word.range.len() && !word.folded.is_empty(), "{text:?}");
        last = word.range.end;
    }
    let folded = fold(text);
    assert_eq!(fold(&folded), folded, "{text:?}");
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn a_spoilt_question_is_answered(question in question(), ways in prop_oneof![Just(Vec::new()), ways()], at in 0_usize..10_000) {
        let measure = &CORPUS.measures[at % CORPUS.measures.len()];
        // Words of the measure itself, the first of them twice: found, and one over the other.
        let own: Vec<&str> = measure.summary.split_whitespace().skip(at % 7).take(3).collect();
        let asked = format!("{} {} {question}", own.join(" "), own.first().unwrap_or(&""));
        let whole = spoilt(&asked, &ways);
        cut_holds(&whole);
        LazyLock::force(&INDEX);
        // The field and the address cut it there.
        let (text, _) = clip(&whole, 200);
        let (search, held) = peak(|| INDEX.parse(text));
        prop_assert!(held <= 200_000, "{held} octets : {text:?}");
        let answers = INDEX.matching(&search).unwrap_or_default();
        prop_assert!(answers.is_empty() || answers.len() == CORPUS.measures.len());
        let texts = measure.passages.iter().flat_map(|p| &p.blocks).chain([&measure.summary]);
        for block in texts {
            let ranges = find(&search, block).ranges;
            prop_assert!(ranges.iter().all(|r| block.get(r.clone()).is_some_and(|found| !found.is_empty())), "{text:?}");
            prop_assert!(ranges.is_sorted_by(|a, b| a.end <= b.start), "{text:?}");
            let segments = markup::found(block, &search);
            prop_assert_eq!(&segments.iter().map(|s| s.text.as_str()).collect::<String>(), block);
        }
    }

    /// Relevance and suggestions go through every measure: one case in five says as much (none at all in sixty: once in a
    /// million runs).
    #[test]
    fn a_spoilt_question_is_ordered_and_helped(question in question(), ways in ways(), now in 0..5_u8) {
        let whole = spoilt(&question, &ways);
        let (text, _) = clip(&whole, 200);
        if now == 0 {
            let search = INDEX.parse(text);
            let all: Vec<MeasureIdx> = CORPUS.measure_indices().collect();
            let mut ordered = by_relevance(&CORPUS, &search, &all);
            ordered.sort();
            prop_assert_eq!(ordered, all);
            let mut query = Query::default();
            text.clone_into(&mut query.text);
            prop_assert!(suggestions(&CORPUS, &INDEX, &query).iter().all(|s| s.measures > 0 && !s.text.is_empty()));
        }
    }

    /// Case, the form of accents and what does not show never change what is asked.
    #[test]
    fn the_same_words_are_the_same_question(question in question(), invisible in prop::sample::select(vec!['\u{200b}', '\u{ad}', '\u{2060}', '\u{feff}'])) {
        let (text, _) = clip(&question, 200);
        let plain: String = text.chars().filter(|c| c.is_ascii() || ('À'..'ſ').contains(c)).collect();
        let letter = |c: char| c.is_ascii_alphanumeric();
        let sown: String = plain.chars().flat_map(|c| [Some(c), letter(c).then_some(invisible)]).flatten().collect();
        let asked = INDEX.parse(&plain);
        prop_assert_eq!(&INDEX.parse(&plain.nfd().collect::<String>()), &asked, "{}", &plain);
        prop_assert_eq!(&INDEX.parse(&sown), &asked, "{}", &plain);
        prop_assert_eq!(&INDEX.parse(&plain.to_ascii_uppercase()), &asked, "{}", &plain);
    }
}

/// What is pasted whole in the field is cut before it is read; what is read before is bounded by its length.
#[test]
fn long_questions_are_read() {
    LazyLock::force(&INDEX);
    for piece in ["\"", "« ", "a", "é ", "\u{301}", "\u{200b}", "s.c.o.p. ", "de ", "🌱", "scop ", "1"] {
        let long = piece.repeat(300);
        cut_holds(&long);
        let (_, held) = peak(|| INDEX.parse(&long));
        assert!(held <= 200 * long.len() + 200_000, "{held} octets : {piece:?}");
    }
}
