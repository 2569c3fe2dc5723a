//! The bytes the strategy and the charts' requests travel as: back as they were, or refused.

use crate::support::{CORPUS, PATHS};
use explorateur_sress::charts::look::Look;
use explorateur_sress::charts::request::Request;
use explorateur_sress::domain::annex::Annex;
use explorateur_sress::domain::binary::{Binary, from_bytes, to_bytes};
use explorateur_sress::domain::corpus::{Corpus, Point};
use explorateur_sress::domain::passage::Role;
use explorateur_sress::domain::summary::{Bars, Series, Shape, Summary};
use explorateur_sress::embedded;
use proptest::prelude::*;
use std::fmt::Debug;
use std::sync::LazyLock;

static BYTES: LazyLock<Vec<u8>> = LazyLock::new(|| to_bytes(&*CORPUS));

#[track_caller]
fn comes_back<T: Binary + PartialEq + Debug>(value: T) {
    assert_eq!(from_bytes(&to_bytes(&value)), Some(value));
}

#[test]
fn the_strategy_and_its_annex_come_back_as_they_were() {
    assert!(from_bytes::<Corpus>(&BYTES).as_ref() == Some(&*CORPUS));
    let (corpus, annex) = CORPUS.clone().split();
    assert!(embedded::corpus().as_ref() == Some(&corpus));
    assert!(embedded::corpus_with(embedded::TEXT) == Some(corpus));
    assert!(embedded::annex(embedded::ANNEX) == Some(annex));
    assert!(embedded::paths().as_ref() == Some(&*PATHS));
}

#[test]
fn numbers_come_back_at_their_bounds() {
    for number in [0, 1, 127, 128, 16_383, 16_384, u32::MAX - 1, u32::MAX] {
        comes_back(number);
    }
    comes_back((u8::MAX, u16::MAX));
    for number in [0.0, -1.5, 0.1, f64::MAX, f64::MIN_POSITIVE, f64::INFINITY] {
        comes_back(Point { value: number, year: None });
    }
    comes_back([Role::Title, Role::Objective, Role::Lead, Role::Closing].map(|role| (role, true)));
    comes_back([Role::Action(0), Role::Action(1), Role::Action(u8::MAX)]);
}

#[test]
fn a_number_beyond_its_type_is_refused() {
    assert_eq!(from_bytes::<u8>(&to_bytes(&256_u16)), None);
    assert_eq!(from_bytes::<u16>(&to_bytes(&65_536_usize)), None);
    assert_eq!(from_bytes::<Look>(&to_bytes(&Role::Action(3))), None);
}

#[test]
fn a_request_comes_back_as_it_was() {
    let bars = Bars { series: vec![Series { name: "Mesures".to_owned(), group: Some(1) }], ..Bars::default() };
    let text = |text: &str| text.to_owned();
    let summary = Summary { title: text("Titre"), head: text("Axe"), source: text("page 3"), shape: Shape::Bars(bars) };
    for look in Look::ALL {
        comes_back(Request { summary: summary.clone(), look, width: 640, still: true });
    }
}

#[test]
fn bytes_of_another_version_are_refused() {
    for other in (0..=u8::MAX).filter(|&version| version != embedded::ANNEX[0]) {
        let mut bytes = embedded::ANNEX.to_vec();
        bytes[0] = other;
        assert!(embedded::annex(&bytes).is_none());
    }
}

#[test]
fn the_text_is_read_from_the_page_to_the_letter_or_not_at_all() {
    let text = embedded::TEXT;
    assert!(embedded::corpus_with(&[]).is_none());
    assert!(embedded::corpus_with(&text[..text.len() - 1]).is_none());
    let at = text.iter().position(|&b| b == b'e').expect("a French text has an e");
    let mut translated = text.to_vec();
    translated[at] = b'a';
    assert!(embedded::corpus_with(&translated).is_none());
}

#[test]
fn bytes_of_another_type_cut_or_too_many_are_refused() {
    assert!(embedded::annex(&BYTES).is_none());
    assert!(from_bytes::<Corpus>(embedded::ANNEX).is_none());
    assert!(from_bytes::<Corpus>(&[]).is_none());
    assert!(from_bytes::<Corpus>(&[BYTES.as_slice(), &[0]].concat()).is_none());
}

proptest! {
    #[test]
    fn a_text_comes_back_whatever_it_holds(texts in prop::collection::vec("(?s).{0,20}", 0..5), some: Option<String>) {
        comes_back((texts, some));
    }

    #[test]
    fn cut_bytes_are_refused(at: prop::sample::Index) {
        prop_assert!(from_bytes::<Corpus>(&BYTES[..at.index(BYTES.len())]).is_none());
    }

    #[test]
    fn a_damaged_byte_is_never_a_panic(at: prop::sample::Index, byte: u8) {
        let mut bytes = BYTES.clone();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if let Some(corpus) = from_bytes::<Corpus>(&bytes) {
            // What is read is what was written: no byte is passed over.
            prop_assert!(from_bytes::<Corpus>(&to_bytes(&corpus)).is_some());
        }
    }

    /// The numbers lie first: this is where damage asks for wrong lengths.
    #[test]
    fn damage_among_the_numbers_is_never_a_panic(
        damage in prop::collection::vec((0_usize..12_000, any::<u8>()), 1..20),
    ) {
        let mut bytes = BYTES.clone();
        for (at, byte) in damage {
            bytes[at] = byte;
        }
        let _ = from_bytes::<Corpus>(&bytes);
    }

    #[test]
    fn any_bytes_are_never_a_panic(mut bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = from_bytes::<Annex>(&bytes);
        if let Some(first) = bytes.first_mut() {
            *first = BYTES[0];
        }
        let _ = from_bytes::<Corpus>(&bytes);
        let _ = Request::option(&bytes);
    }
}
