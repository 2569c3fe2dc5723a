//! Folding and cutting French text for comparison: case, accents, ligatures, apostrophes, hyphens.
//!
//! Keeps byte offsets into the original, because highlights are cut there. Knows no vocabulary and no stop word.

use std::ops::Range;

/// Unaccented lower-case letter for each code point of U+00C0..U+0180; `_` where there is no single one.
///
/// A test holds it against Unicode's canonical decomposition.
const LATIN: &[u8; 192] = b"\
aaaaaa_ceeeeiiii_nooooo__uuuuy__aaaaaa_ceeeeiiii_nooooo__uuuuy_y\
aaaaaaccccccccdd__eeeeeeeeeegggggggghh__iiiiiiiii___jjkk_llllll_\
___nnnnnn___oooooo__rrrrrrsssssssstttt__uuuuuuuuuuuuwwyyyzzzzzz_";

const FIRST: u32 = 0xC0;

/// A word of a text: where it stands, and its folded form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Bytes of the original text.
    pub range: Range<usize>,
    pub folded: String,
}

impl Word {
    /// The word as it stands in the text it was cut from.
    pub fn of<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.range.clone()).unwrap_or_default()
    }
}

/// Letters and digits. By ranges: Unicode's own tables would weigh more than this whole module.
pub fn is_letter(c: char) -> bool {
    match c {
        '0'..='9' | 'a'..='z' | 'A'..='Z' | 'ª' | '²' | '³' | 'µ' | '¹' | 'º' => true,
        '\0'..'À' | '×' | '÷' => false,
        // General punctuation to miscellaneous symbols, Chinese punctuation, private use, variants, emoji.
        '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' => false,
        '\u{e000}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe1f}' | '\u{fff0}'..='\u{ffff}' | '\u{1f000}'.. => false,
        _ => !is_silent(c),
    }
}

/// Appends the folded form of `c`: nothing for a combining mark or an invisible character.
fn fold_char(c: char, out: &mut String) {
    match c {
        'a'..='z' | '0'..='9' => out.push(c),
        'A'..='Z' => out.push(c.to_ascii_lowercase()),
        'œ' | 'Œ' => out.push_str("oe"),
        'æ' | 'Æ' => out.push_str("ae"),
        'ß' => out.push_str("ss"),
        'ø' | 'Ø' => out.push('o'),
        _ if is_silent(c) => {}
        _ => match (c as u32).checked_sub(FIRST).and_then(|i| LATIN.get(i as usize)) {
            Some(&letter) if letter != b'_' => out.push(letter as char),
            // Other alphabets are matched as they are: Unicode's case tables would weigh more than this whole module.
            _ => out.push(c),
        },
    }
}

/// Combining marks, soft hyphen and zero-width characters: they belong to the word and weigh nothing in it.
fn is_silent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// The words of `text`, in order. Anything but letters and digits separates, apostrophes and hyphens included.
pub fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut current: Option<Word> = None;
    for (at, c) in text.char_indices() {
        if is_letter(c) || (is_silent(c) && current.is_some()) {
            let word = current.get_or_insert_with(|| Word { range: at..at, folded: String::new() });
            fold_char(c, &mut word.folded);
            word.range.end = at + c.len_utf8();
        } else if !is_silent(c) {
            found.extend(current.take());
        }
    }
    found.extend(current);
    found
}

/// The folded words of `text` joined by single spaces: two texts that read alike fold alike.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in words(text) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&word.folded);
    }
    out
}

/// Cuts `text` after `max` characters; true when something was cut.
pub fn clip(text: &str, max: usize) -> (&str, bool) {
    match text.char_indices().nth(max) {
        Some((at, _)) => (text.get(..at).unwrap_or(text), true),
        None => (text, false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(fold(text), expected);
    }

    #[test]
    fn case_accents_ligatures_apostrophes_and_hyphens_do_not_count() {
        check("Économie", "economie");
        check("ŒUVRE", "oeuvre");
        check("l'ESS", "l ess");
        check("l\u{2019}ESS", "l ess");
        check("tiers-lieux", "tiers lieux");
        check("e\u{301}le\u{300}ve", "eleve");
        check("co\u{ad}opérer", "cooperer");
        check("  A VOS ID, 1€ ", "a vos id 1");
        check("", "");
    }

    #[test]
    fn the_latin_table_agrees_with_unicode() {
        for (i, &letter) in LATIN.iter().enumerate() {
            let c = char::from_u32(FIRST + i as u32).expect("a Latin code point");
            let lower = c.to_lowercase().next().expect("a letter");
            let base = std::iter::once(lower).nfd().next().expect("a letter");
            let expected = if base.is_ascii_alphabetic() { base as u8 } else { b'_' };
            assert_eq!(letter as char, expected as char, "U+{:04X} {c}", FIRST + i as u32);
        }
    }

    #[test]
    fn letters_of_european_languages_agree_with_unicode() {
        for c in
            ('\0'..'\u{250}').chain('\u{370}'..'\u{373}').chain('α'..'ω').chain('а'..'я').chain('\u{2010}'..'\u{2060}')
        {
            // Fractions and modifiers are neither typed nor printed as words.
            if !matches!(c, '¼' | '½' | '¾') {
                assert_eq!(is_letter(c), c.is_alphanumeric(), "U+{:04X} {c}", c as u32);
            }
        }
        for c in ['🌱', '€', '«', '…', '\u{a0}', '\u{202f}', '’'] {
            assert!(!is_letter(c), "{c}");
        }
    }

    #[test]
    fn a_word_knows_its_place_in_the_original() {
        let text = "L\u{2019}œuvre d'Émile";
        let cut: Vec<_> = words(text).into_iter().map(|w| (text[w.range].to_owned(), w.folded)).collect();
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(cut, [pair("L", "l"), pair("œuvre", "oeuvre"), pair("d", "d"), pair("Émile", "emile")]);
    }

    #[test]
    fn clipping_never_splits_a_character() {
        assert_eq!(clip("éàü", 2), ("éà", true));
        assert_eq!(clip("éàü", 3), ("éàü", false));
    }

    proptest::proptest! {
        #[test]
        fn folding_is_idempotent(text in "\\PC{0,40}") {
            let once = fold(&text);
            proptest::prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn ranges_are_slices_in_order(text in "\\PC{0,40}") {
            let mut last = 0;
            for word in words(&text) {
                proptest::prop_assert!(word.range.start >= last);
                proptest::prop_assert!(text.get(word.range.clone()).is_some());
                last = word.range.end;
            }
        }
    }
}
