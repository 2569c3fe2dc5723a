//! What a spreadsheet would run is made text, numbers stay numbers, and nothing else changes.

use explorateur_sress::contract::cell::neutral;
use proptest::prelude::*;

/// What spreadsheets run, after OWASP; written again here, so that a lost character is seen.
const RUN: &str = "=+-@\t\r\n＝＋－＠";

#[test]
fn a_cell_that_would_run_is_shown_as_text() {
    for text in [
        "=1+1", "+33 2", "-1+1", "- puce", "--5", "+-5", "@x", "\tx", "\rx", "\n=x", "＝1", "－", "-", "-5e3", "-5,",
        "-,5",
    ] {
        assert_eq!(neutral(text), format!("'{text}"));
    }
}

#[test]
fn numbers_and_plain_text_stay_as_they_are() {
    for text in ["", "5", "-5", "+5", "-3,25", "-0.5", "'x", "Tours", " =1", "1 = 1", "8.1", "− 3"] {
        assert_eq!(neutral(text), text);
    }
}

/// Texts that begin as formulas do more often than chance would have it.
fn cell() -> impl Strategy<Value = String> {
    let first = prop::sample::select(RUN.chars().map(String::from).chain([String::new()]).collect::<Vec<_>>());
    let rest = prop_oneof!["(?s).{0,12}", "[0-9]{0,4}[.,]?[0-9]{0,4}", "[-+=@]{0,2}[0-9a-z(;]{0,6}"];
    (first, rest).prop_map(|(first, rest)| first + &rest)
}

proptest! {
    #[test]
    fn whatever_the_text_nothing_runs_and_nothing_is_lost(text in cell()) {
        let written = neutral(&text);
        let number = written.trim_start_matches(['+', '-']).replace(',', ".").parse::<f64>().is_ok();
        prop_assert!(!written.starts_with(|c| RUN.contains(c)) || number, "{written:?}");
        let same = written == text;
        let quoted = written.strip_prefix('\'') == Some(text.as_str()) && text.starts_with(|c| RUN.contains(c));
        prop_assert!(same || quoted, "{text:?} → {written:?}");
    }

    #[test]
    fn a_signed_number_stays_one(number in -1e6..1e6_f64, comma in any::<bool>()) {
        let text = format!("{number:.3}");
        let text = if comma { text.replace('.', ",") } else { text };
        prop_assert_eq!(neutral(&text), text.as_str());
    }
}
