//! The address, whatever stands after the `#`.

use crate::cases;
use crate::memory::peak;
use crate::random::address;
use crate::spoil::{spoilt, ways};
use crate::support::CORPUS;
use explorateur_sress::domain::address::{Address, LONGEST_TEXT};
use proptest::prelude::*;
use std::sync::LazyLock;

/// Length of the longest address there is: every option of every facet, every measure, the longest question.
static LONGEST: LazyLock<usize> = LazyLock::new(|| {
    let options = |f| CORPUS.options(f).into_iter().map(move |o| CORPUS.option_key(f, o).len() + 1).sum::<usize>();
    let facets: usize = CORPUS.facets().map(|f| CORPUS.facet_key(f).len() + 2 + options(f)).sum();
    let measures: usize = CORPUS.measures.iter().map(|m| m.number.to_string().len() + 1).sum();
    // A character is four bytes at most, each three signs once encoded; the rest is closed words.
    facets + measures + 12 * LONGEST_TEXT + 300
});

#[track_caller]
fn holds(text: &str) {
    LazyLock::force(&CORPUS);
    let ((first, notices), held) = peak(|| Address::parse(text, &CORPUS));
    assert!(held <= 100_000 + 40 * text.len(), "{held} octets pour {} : {text:.200}", text.len());
    assert!(notices.len() <= 8, "{} avis : {text:.200}", notices.len());
    assert!(notices.iter().all(|n| n.message().chars().count() < 200), "{notices:?}");
    let printed = first.fragment(&CORPUS);
    assert!(printed.len() <= *LONGEST, "{} : {printed}", printed.len());
    assert!(printed.starts_with("#/"), "{printed}");
    assert!(!printed.contains(|c: char| !c.is_ascii_graphic() || "\"'<>`\\^{}|[]".contains(c)), "{printed}");
    let (again, notices) = Address::parse(&printed, &CORPUS);
    assert_eq!(again, first, "{text:.200}");
    assert_eq!(notices, [], "{printed}");
    assert_eq!(again.fragment(&CORPUS), printed);
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn a_spoilt_link_is_an_address(address in address(), ways in ways()) {
        holds(&spoilt(&address.fragment(&CORPUS), &ways));
    }
}

/// Depth, length and repetition, each far beyond what anybody links to.
#[test]
fn long_and_deep_links_are_addresses() {
    for piece in [
        "/",
        "/mesures",
        "/comparer/acteur",
        "?",
        "&",
        "q=%",
        "v=9&",
        "q=%20&",
        "acteur=",
        ",",
        "%25",
        "é",
        "=&",
        "+",
        "#",
    ] {
        for start in ["#/", "#/mesures?", "#/mesures?acteur=", "#/mesures?choix=", "#/comparer/"] {
            holds(&(start.to_owned() + &piece.repeat(20_000)));
        }
    }
    let said_often = |pair: &str| format!("#/mesures?{}", vec![pair; 5_000].join("&"));
    let long = "é".repeat(LONGEST_TEXT + 1);
    ["v=9", "graphique=x", "croiser=x", &format!("q={long}")].iter().for_each(|pair| holds(&said_often(pair)));
}
