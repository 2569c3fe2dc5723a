//! The address: what is printed reads back the same, anything at all reads, and old links keep their meaning.

use crate::random::address;
use crate::support::{CORPUS, no_fault, read};
use explorateur_sress::domain::address::{Address, LONGEST_TEXT, Notice};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_address_reads_back_from_its_fragment(address in address()) {
        let fragment = address.fragment(&CORPUS);
        let (back, notices) = Address::parse(&fragment, &CORPUS);
        prop_assert_eq!(&back, &address, "{}", fragment);
        prop_assert_eq!(notices, []);
        prop_assert!(fragment.starts_with("#/") && fragment.is_ascii() && !fragment.contains(char::is_whitespace));
    }

    #[test]
    fn any_text_is_an_address(text in "(?s).{0,80}") {
        canonical(&text);
    }

    #[test]
    fn any_bytes_are_an_address(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        canonical(&String::from_utf8_lossy(&bytes));
    }

    /// Text that looks like an address: known keys, hostile values.
    #[test]
    fn any_parameters_are_an_address(
        path in "#?/?(mesures|acteurs|publics|comparer/(mesure|acteur|axe|x)?|x)?/?[0-9a-z-]{0,5}(/(cress|1))?",
        pairs in prop::collection::vec(("(axe|acteur|q|choix|tri|v|groupes|ecartees|public|z)", "[a-z0-9,+%&=é]{0,12}"), 0..6),
    ) {
        let pairs: Vec<String> = pairs.into_iter().map(|(k, v)| format!("{k}={v}")).collect();
        canonical(&format!("{path}?{}", pairs.join("&")));
    }
}

/// Reading never fails, and printing what was read is a fixed point.
#[track_caller]
fn canonical(text: &str) {
    let (first, _) = Address::parse(text, &CORPUS);
    let printed = first.fragment(&CORPUS);
    let (again, notices) = Address::parse(&printed, &CORPUS);
    assert_eq!(again, first, "{text:?}");
    assert_eq!(again.fragment(&CORPUS), printed, "{text:?}");
    assert!(notices.is_empty(), "{text:?} {notices:?}");
}

/// Links that were once given out: `link`, what it prints today, then the notices the visitor reads.
#[test]
fn old_links_keep_their_meaning() {
    let golden = read("tests/golden/adresses.txt");
    let mut faults = Vec::new();
    let mut seen = 0;
    for line in golden.lines().filter(|l| !l.is_empty() && !l.starts_with("# ")) {
        let mut parts = line.split('\t');
        let (link, expected) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let (address, notices) = Address::parse(link.trim_matches('"'), &CORPUS);
        let messages: Vec<String> = notices.iter().map(|n| n.message().replace(['\u{a0}', '\u{202f}'], " ")).collect();
        let given = (address.fragment(&CORPUS), messages);
        if given != (expected.to_owned(), parts.map(str::to_owned).collect()) {
            faults.push(format!("{link}\n    attendu {expected}\n    obtenu  {}\t{}", given.0, given.1.join("\t")));
        }
        seen += 1;
    }
    no_fault(&faults);
    assert!(seen >= 40, "{seen} liens seulement");
}

#[test]
fn a_long_question_is_cut_and_said_to_be() {
    let long = "é".repeat(LONGEST_TEXT + 1);
    let (address, notices) = Address::parse(&format!("#/mesures?q={long}"), &CORPUS);
    assert_eq!(address.query.text.chars().count(), LONGEST_TEXT);
    assert_eq!(notices, [Notice::TextCut]);
}

#[test]
fn a_hostile_link_gives_a_few_notices_not_thousands() {
    let values = vec!["inconnu"; 5000].join(",");
    let (address, notices) = Address::parse(&format!("#/x/y?acteur={values}&choix={values}&axe={values}"), &CORPUS);
    assert_eq!(address, Address::default());
    assert!((1..10).contains(&notices.len()), "{} notices", notices.len());
    let longest = notices.iter().map(|n| n.message().chars().count()).max();
    assert!(longest.is_some_and(|l| l < 200));
}
