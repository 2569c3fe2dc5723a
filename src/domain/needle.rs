//! What a typed question looks for: words turned into patterns of folded words, with the lexicon's equivalents.
//!
//! Knows no measure. A word matches as a prefix and in its plural; a phrase between quotes matches whole words only.

use super::corpus::Corpus;
use super::text::{Word, words};
use std::ops::Range;

/// Words that separate others and would match almost everything.
const STOP_WORDS: [&str; 56] = [
    "a", "au", "aux", "avec", "c", "ce", "ces", "cette", "comment", "d", "dans", "de", "des", "du", "elle", "en",
    "est", "et", "il", "j", "je", "l", "la", "le", "les", "leur", "leurs", "ma", "mes", "mon", "n", "nos", "notre",
    "nous", "on", "ou", "par", "pour", "qu", "que", "quel", "quelle", "quelles", "quels", "qui", "s", "sa", "ses",
    "son", "sur", "un", "une", "vos", "votre", "vous", "y",
];

/// Longest phrase of the lexicon that is looked for in a question, in words.
const LONGEST: usize = 8;

/// How one word of a text must look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WordTest {
    Exact(String),
    Prefix(String),
}

impl WordTest {
    pub fn accepts(&self, folded: &str) -> bool {
        match self {
            WordTest::Exact(word) => folded == word,
            WordTest::Prefix(start) => folded.starts_with(start.as_str()),
        }
    }
}

/// Words that must follow one another.
pub type Pattern = Vec<WordTest>;

/// One thing looked for, under any of its forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needle(pub Vec<Pattern>);

/// A question ready for matching: every needle must be found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Search {
    pub needles: Vec<Needle>,
}

/// Groups of phrases that mean the same: acronyms and their expansions, names and aliases, synonyms.
#[derive(Debug, Default)]
pub struct Lexicon {
    groups: Vec<Vec<Vec<String>>>,
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
        Lexicon { groups }
    }

    /// The other ways of saying the phrase.
    fn equivalents<'a>(&'a self, phrase: &'a [Word]) -> impl Iterator<Item = &'a Vec<String>> + 'a {
        let same = move |form: &Vec<String>| {
            form.len() == phrase.len() && form.iter().zip(phrase).all(|(a, b)| singular(a) == singular(&b.folded))
        };
        self.groups.iter().filter(move |g| g.iter().any(same)).flatten().filter(move |form| !same(form))
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

/// The tests a typed word may pass: prefix, without plural mark; `-al`, `-ail` and `-aux` stand for one another.
fn word_tests(folded: &str) -> Vec<WordTest> {
    if folded.bytes().all(|b| b.is_ascii_digit()) {
        return vec![WordTest::Exact(folded.to_owned())];
    }
    let stem = singular(folded);
    let mut tests = vec![WordTest::Prefix(stem.to_owned())];
    let also = |root: &str, endings: &[&str]| endings.iter().map(|e| WordTest::Prefix(format!("{root}{e}"))).collect();
    let more: Vec<WordTest> = match folded {
        _ if folded.len() < 5 => Vec::new(),
        _ if folded.ends_with("aux") => also(&folded[..folded.len() - 3], &["al", "ail"]),
        _ if folded.ends_with("ail") => also(&folded[..folded.len() - 3], &["aux"]),
        _ if folded.ends_with("al") => also(&folded[..folded.len() - 2], &["aux"]),
        _ => Vec::new(),
    };
    tests.extend(more);
    tests
}

impl Search {
    /// Reads a question. Total: any text gives a search, an empty one looks for nothing.
    pub fn parse(text: &str, lexicon: &Lexicon) -> Self {
        let mut needles = Vec::new();
        for (part, quoted) in parts(text) {
            let found = words(part);
            if quoted {
                let phrase: Pattern = found.into_iter().map(|w| WordTest::Exact(w.folded)).collect();
                needles.extend((!phrase.is_empty()).then(|| Needle(vec![phrase])));
            } else {
                needles.extend(free_needles(&found, lexicon));
            }
        }
        Search { needles }
    }

    pub fn is_empty(&self) -> bool {
        self.needles.is_empty()
    }

    /// Where each needle stands in the words of a text, as ranges of the words' indices.
    pub fn places(&self, found: &[Word]) -> Vec<Vec<Range<usize>>> {
        self.needles.iter().map(|n| n.places(found)).collect()
    }
}

impl Needle {
    fn places(&self, found: &[Word]) -> Vec<Range<usize>> {
        let fits = |pattern: &Pattern, at: usize| {
            found.get(at..at + pattern.len()).is_some_and(|w| pattern.iter().zip(w).all(|(t, w)| t.accepts(&w.folded)))
        };
        let longest = |at| self.0.iter().filter(|p| fits(p, at)).map(Vec::len).max();
        (0..found.len()).filter_map(|at| longest(at).map(|length| at..at + length)).collect()
    }
}

/// Cuts at straight, curved and French quotes; an unclosed quote runs to the end.
fn parts(text: &str) -> Vec<(&str, bool)> {
    text.split(['"', '\u{201c}', '\u{201d}', '«', '»']).enumerate().map(|(i, part)| (part, i % 2 == 1)).collect()
}

/// Needles for words typed freely: the longest phrases of the lexicon first, then word by word.
fn free_needles(found: &[Word], lexicon: &Lexicon) -> Vec<Needle> {
    let only_stop_words = found.iter().all(|w| STOP_WORDS.contains(&w.folded.as_str()));
    let mut needles = Vec::new();
    let mut at = 0;
    while at < found.len() {
        let (length, equivalents) = known_phrase(&found[at..], lexicon);
        let typed = &found[at..at + length];
        at += length;
        if length == 1 && !only_stop_words && STOP_WORDS.contains(&typed[0].folded.as_str()) {
            continue;
        }
        let mut patterns: Vec<Pattern> = if length == 1 {
            word_tests(&typed[0].folded).into_iter().map(|t| vec![t]).collect()
        } else {
            vec![typed.iter().map(|w| WordTest::Prefix(singular(&w.folded).to_owned())).collect()]
        };
        patterns.extend(equivalents);
        needles.push(Needle(patterns));
    }
    needles
}

/// The longest run of words from the start that the lexicon knows, and its other forms.
fn known_phrase(found: &[Word], lexicon: &Lexicon) -> (usize, Vec<Pattern>) {
    for length in (1..=found.len().min(LONGEST)).rev() {
        let forms: Vec<Pattern> = lexicon
            .equivalents(&found[..length])
            .map(|form| form.iter().map(|w| WordTest::Exact(w.clone())).collect())
            .collect();
        if !forms.is_empty() {
            return (length, forms);
        }
    }
    (1, Vec::new())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon() -> Lexicon {
        let group = folded_group(vec!["SCOP", "société coopérative de production"]);
        Lexicon { groups: vec![group] }
    }

    #[track_caller]
    fn check(query: &str, text: &str, expected: bool) {
        let search = Search::parse(query, &lexicon());
        let found = search.places(&words(text)).iter().all(|places| !places.is_empty());
        assert_eq!(found, expected, "{query:?} in {text:?}");
    }

    #[test]
    fn words_match_as_prefixes_whatever_case_accents_and_apostrophes() {
        check("economie", "l'Économie sociale", true);
        check("l\u{2019}économie", "L'ECONOMIE", true);
        check("conomie", "Économie", false);
        check("coop ess", "des coopérations entre acteurs de l'ESS", true);
    }

    #[test]
    fn plurals_stand_for_singulars_and_back() {
        check("coopératives", "une coopérative", true);
        check("réseaux", "un réseau", true);
        check("régionaux", "un dispositif régional", true);
        check("local", "les élus locaux", true);
        check("travail", "travaux de recherche", true);
        check("bus", "un bureau", false);
    }

    #[test]
    fn an_acronym_stands_for_its_expansion_and_back() {
        check("scop", "une société coopérative de production", true);
        check("sociétés coopératives de production", "le passage en SCOP", true);
        check("SCOPs", "le passage en SCOP", true);
        check("scop", "une société de production", false);
    }

    #[test]
    fn a_phrase_between_quotes_is_matched_exactly() {
        check("\"foncier solidaire\"", "du foncier solidaire", true);
        check("« foncier solidaire »", "du foncier, solidaire", true);
        check("\"foncier solid\"", "du foncier solidaire", false);
        check("\"foncier solidaire\"", "du foncier peu solidaire", false);
        check("\"scop\"", "société coopérative de production", false);
    }

    #[test]
    fn numbers_match_whole() {
        check("1", "mesure 12", false);
        check("mesure 12", "Mesure 12", true);
    }

    #[test]
    fn a_question_made_of_stop_words_still_asks() {
        check("de la", "rien", false);
        check("de la", "de la Région", true);
        check("", "n'importe quoi", true);
        check(" « » ", "n'importe quoi", true);
    }

    proptest::proptest! {
        #[test]
        fn any_text_gives_a_search(text in "\\PC{0,60}", other in "\\PC{0,60}") {
            let search = Search::parse(&text, &lexicon());
            let found = words(&other);
            for place in search.places(&found).into_iter().flatten() {
                proptest::prop_assert!(place.end <= found.len() && place.start < place.end);
            }
        }
    }
}
