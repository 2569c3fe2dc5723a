//! What a spreadsheet would run as a formula, made text. The only place: every CSV of the explorer passes through it.

use std::borrow::Cow;

/// First characters that make a spreadsheet run a cell, or drop them and then run it (OWASP, « CSV Injection »): line
/// breaks and the full-width forms too.
const RUN: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// The cell as it may be written: with a leading apostrophe, which spreadsheets take for « this is text », where it would
/// run. A number keeps its sign and stays a number.
pub fn neutral(text: &str) -> Cow<'_, str> {
    if text.starts_with(RUN) && !is_number(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// `-5`, `+3,25`, `-0.5`: one sign, digits, at most one mark between digits; no operation, no space, no second sign.
fn is_number(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    match unsigned.split_once(['.', ',']) {
        Some((whole, rest)) => digits(whole) && digits(rest),
        None => digits(unsigned),
    }
}
