//! What to ask instead of words that are found nowhere: another spelling, or the question without them.

use super::corpus::Corpus;
use super::order::by_key;
use super::query::Query;
use super::search::{Index, holds};
use super::select::select;
use super::text::{Word, words};
use std::cmp::Reverse;

/// Most questions offered.
const MOST: usize = 3;

/// A question that finds something, the other criteria unchanged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    pub text: String,
    pub measures: usize,
}

/// Other questions for one whose words find nothing, the one that finds most first; none when words are not to blame.
pub fn suggestions(corpus: &Corpus, index: &Index, query: &Query) -> Vec<Suggestion> {
    let typed = words(&query.text);
    let (known, unknown): (Vec<&Word>, Vec<&Word>) = typed.iter().partition(|word| holds(index, word.of(&query.text)));
    let texts: Vec<String> = if unknown.is_empty() {
        // Each is somewhere, not all together: one less.
        let others =
            |left: &Word| -> Vec<&str> { typed.iter().filter(|w| *w != left).map(|w| w.of(&query.text)).collect() };
        typed.iter().map(|left| others(left).join(" ")).collect()
    } else {
        let near = |word: &Word| nearest(index, &word.folded).and_then(|folded| spelled(corpus, folded));
        let spelling: Vec<String> = typed
            .iter()
            .filter_map(|w| if known.contains(&w) { Some(w.of(&query.text).to_owned()) } else { near(w) })
            .collect();
        let kept: Vec<&str> = known.iter().map(|w| w.of(&query.text)).collect();
        vec![spelling.join(" "), kept.join(" ")]
    };
    let mut found: Vec<Suggestion> = Vec::new();
    for text in texts {
        if text.is_empty() || found.iter().any(|s| s.text == text) {
            continue;
        }
        let mut other = query.clone();
        other.text.clone_from(&text);
        let measures = select(corpus, index, &other, &index.parse(&text)).hits.len();
        found.extend((measures > 0).then_some(Suggestion { text, measures }));
    }
    let mut found = by_key(&found, |s| Reverse(s.measures));
    found.truncate(MOST);
    found
}

/// The indexed word that differs by the fewest letters, and by few.
fn nearest<'a>(index: &'a Index, word: &str) -> Option<&'a str> {
    let most = match word.len() {
        0..4 => return None,
        4..7 => 1,
        _ => 2,
    };
    let far = |other: &&str| distance(word, other);
    let near = index.words().filter(|other| other.len().abs_diff(word.len()) <= most && far(other) <= most);
    near.min_by_key(far)
}

/// Letters to add, take away or change to go from one word to the other (Levenshtein), in bytes: folded words are ASCII.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.bytes().enumerate() {
        let mut before = row[0];
        row[0] = i + 1;
        for (j, y) in b.bytes().enumerate() {
            let changed = before + usize::from(x != y);
            before = row[j + 1];
            row[j + 1] = changed.min(before + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

/// The word as the measures write it, with its accents.
fn spelled(corpus: &Corpus, folded: &str) -> Option<String> {
    let blocks = corpus.measures.iter().flat_map(|m| &m.passages).flat_map(|p| &p.blocks);
    let texts = blocks.chain(corpus.measures.iter().map(|m| &m.summary));
    texts
        .flat_map(|text| words(text).into_iter().map(move |w| (text, w)))
        .find_map(|(text, word)| (word.folded == folded).then(|| word.of(text).to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_differ_by_the_letters_added_taken_or_changed() {
        assert_eq!(distance("colectivite", "collectivite"), 1);
        assert_eq!(distance("pubics", "publics"), 1);
        assert_eq!(distance("scop", "scic"), 2);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("abc", "abc"), 0);
    }
}
