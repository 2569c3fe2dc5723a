//! Phrases that mean the same: acronyms and their expansions, names and aliases, synonyms.

use super::corpus::Corpus;
use super::needle::{Pattern, WordTest};
use super::text::{Word, fold, words};

/// Longest phrase of the lexicon that is looked for in a question, in words.
const LONGEST: usize = 8;

/// Groups of phrases that mean the same: acronyms and their expansions, names and aliases, synonyms.
#[derive(Debug, Default)]
pub struct Lexicon {
    groups: Vec<Vec<Vec<String>>>,
    /// Folded: their last letter is never a plural mark (RTES is not several RTE).
    acronyms: Vec<String>,
}

impl Lexicon {
    pub fn of(corpus: &Corpus) -> Self {
        let glossary = corpus.glossary.iter().map(|e| {
            let forms = e.variants.iter().map(String::as_str);
            forms.chain([e.acronym.as_str()]).chain(e.expansion.as_deref()).collect::<Vec<_>>()
        });
        let terms = corpus.terms.iter().flatten().map(|t| {
            let forms = t.alias.iter().map(String::as_str);
            forms.chain([t.name.as_str(), t.id.as_str()]).chain(t.expansion.as_deref()).collect()
        });
        let synonyms = corpus.synonyms.iter().map(|g| g.iter().map(String::as_str).collect());
        let groups = glossary.chain(terms).chain(synonyms).map(folded_group).filter(|g| g.len() > 1).collect();
        Lexicon { groups, acronyms: corpus.glossary.iter().map(|e| fold(&e.acronym)).collect() }
    }

    /// A lexicon of one group of phrases, and of acronyms.
    #[cfg(test)]
    pub fn small(group: Vec<&str>, acronyms: &[&str]) -> Self {
        Lexicon { groups: vec![folded_group(group)], acronyms: acronyms.iter().map(|a| fold(a)).collect() }
    }

    /// A word without its plural mark.
    pub fn stem<'a>(&self, word: &'a str) -> &'a str {
        if self.acronyms.iter().any(|a| a == word) { word } else { singular(word) }
    }

    /// The other ways of saying the phrase.
    fn equivalents<'a>(&'a self, phrase: &'a [Word]) -> impl Iterator<Item = &'a Vec<String>> + 'a {
        let same = move |form: &Vec<String>| {
            form.len() == phrase.len() && form.iter().zip(phrase).all(|(a, b)| self.stem(a) == self.stem(&b.folded))
        };
        self.groups.iter().filter(move |g| g.iter().any(same)).flatten().filter(move |form| !same(form))
    }

    /// The longest run of words from the start that has other forms, and those.
    pub fn known_phrase(&self, found: &[Word]) -> (usize, Vec<Pattern>) {
        for length in (1..=found.len().min(LONGEST)).rev() {
            let forms = self.equivalents(&found[..length]);
            let forms: Vec<Pattern> =
                forms.map(|form| form.iter().map(|w| WordTest::Exact(w.clone())).collect()).collect();
            if !forms.is_empty() {
                return (length, forms);
            }
        }
        (1, Vec::new())
    }
}

fn folded_group(forms: Vec<&str>) -> Vec<Vec<String>> {
    let mut group: Vec<Vec<String>> =
        forms.into_iter().map(|f| words(f).into_iter().map(|w| w.folded).collect()).collect();
    group.retain(|f: &Vec<String>| !f.is_empty());
    let mut seen: Vec<Vec<String>> = Vec::new();
    group.retain(|form| {
        let new = !seen.contains(form);
        if new {
            seen.push(form.clone());
        }
        new
    });
    group
}

/// A word without its plural mark; short words keep theirs.
fn singular(word: &str) -> &str {
    match word.strip_suffix(['s', 'x']) {
        Some(stem) if stem.len() >= 3 => stem,
        _ => word,
    }
}
