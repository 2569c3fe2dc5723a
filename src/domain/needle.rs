//! What a typed question looks for: words turned into patterns of folded words, with the lexicon's equivalents.
//!
//! Knows no measure. A word matches as a prefix and in its plural; a phrase between quotes matches whole words only.

use super::lexicon::Lexicon;
use super::text::{Word, is_letter, words};
use std::ops::Range;

/// Words that separate others and would match almost everything.
const STOP_WORDS: [&str; 56] = [
    "a", "au", "aux", "avec", "c", "ce", "ces", "cette", "comment", "d", "dans", "de", "des", "du", "elle", "en",
    "est", "et", "il", "j", "je", "l", "la", "le", "les", "leur", "leurs", "ma", "mes", "mon", "n", "nos", "notre",
    "nous", "on", "ou", "par", "pour", "qu", "que", "quel", "quelle", "quelles", "quels", "qui", "s", "sa", "ses",
    "son", "sur", "un", "une", "vos", "votre", "vous", "y",
];

/// How one word of a text must look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WordTest {
    Exact(String),
    Prefix(String),
    /// The word itself, with or without a plural mark.
    Either(String),
}

impl WordTest {
    pub fn accepts(&self, folded: &str) -> bool {
        match self {
            WordTest::Exact(word) => folded == word,
            WordTest::Prefix(start) => folded.starts_with(start.as_str()),
            WordTest::Either(word) => matches!(folded.strip_prefix(word.as_str()), Some("" | "s" | "x")),
        }
    }

    /// How every word that passes starts.
    pub fn start(&self) -> &str {
        let (WordTest::Exact(start) | WordTest::Prefix(start) | WordTest::Either(start)) = self;
        start
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

/// The tests a typed word may pass: prefix; itself without its plural mark (no longer a prefix then: `prix` is not
/// `privé`); `-al`, `-ail` and `-aux` stand for one another.
fn word_tests(folded: &str, stem: &str) -> Vec<WordTest> {
    if folded.bytes().all(|b| b.is_ascii_digit()) {
        return vec![WordTest::Exact(folded.to_owned())];
    }
    let mut tests = vec![WordTest::Prefix(folded.to_owned())];
    if stem != folded {
        tests.push(WordTest::Either(stem.to_owned()));
    }
    const SWAPS: [(&str, &[&str]); 3] = [("aux", &["al", "ail"]), ("ail", &["aux"]), ("al", &["aux"])];
    let swap = SWAPS.iter().find_map(|(ending, others)| Some((folded.strip_suffix(ending)?, others)));
    if let Some((root, others)) = swap.filter(|_| folded.len() >= 5) {
        tests.extend(others.iter().map(|other| WordTest::Prefix(format!("{root}{other}"))));
    }
    tests
}

impl Search {
    /// Reads a question. Total: any text gives a search, an empty one looks for nothing.
    pub fn parse(text: &str, lexicon: &Lexicon) -> Self {
        let text = undotted(text);
        let parts: Vec<(Vec<Word>, bool)> =
            parts(&text).into_iter().map(|(part, quoted)| (words(part), quoted)).collect();
        let stop = |w: &Word| STOP_WORDS.contains(&w.folded.as_str());
        let only_stop_words =
            parts.iter().all(|(found, quoted)| if *quoted { found.is_empty() } else { found.iter().all(stop) });
        let mut needles = Vec::new();
        for (found, quoted) in parts {
            if quoted {
                let phrase: Pattern = found.into_iter().map(|w| WordTest::Exact(w.folded)).collect();
                needles.extend((!phrase.is_empty()).then(|| Needle(vec![phrase])));
            } else {
                needles.extend(free_needles(&found, lexicon, only_stop_words));
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

/// « C.J.S. » as it is found: « CJS ».
fn undotted(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut before, mut last) = (' ', ' ');
    for c in text.chars() {
        if !(c == '.' && is_letter(last) && !is_letter(before)) {
            out.push(c);
        }
        (before, last) = (last, c);
    }
    out
}

/// Cuts at straight, curved and French quotes; an unclosed quote runs to the end.
fn parts(text: &str) -> Vec<(&str, bool)> {
    text.split(['"', '\u{201c}', '\u{201d}', '«', '»']).enumerate().map(|(i, part)| (part, i % 2 == 1)).collect()
}

/// Needles for words typed freely: the longest phrases of the lexicon first, then word by word. Stop words ask for
/// nothing, unless the whole question is made of them.
fn free_needles(found: &[Word], lexicon: &Lexicon, only_stop_words: bool) -> Vec<Needle> {
    let mut needles = Vec::new();
    let mut at = 0;
    while at < found.len() {
        let (length, equivalents) = lexicon.known_phrase(&found[at..]);
        let typed = &found[at..at + length];
        at += length;
        if length == 1 && !only_stop_words && STOP_WORDS.contains(&typed[0].folded.as_str()) {
            continue;
        }
        let mut patterns: Vec<Pattern> = if length == 1 {
            word_tests(&typed[0].folded, lexicon.stem(&typed[0].folded)).into_iter().map(|t| vec![t]).collect()
        } else {
            vec![typed.iter().map(|w| WordTest::Either(lexicon.stem(&w.folded).to_owned())).collect()]
        };
        patterns.extend(equivalents);
        needles.push(Needle(patterns));
    }
    needles
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon() -> Lexicon {
        Lexicon::small(vec!["SCOP", "société coopérative de production"], &["scop", "rte", "rtes"])
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
        check("prix", "le secteur privé", false);
        check("tous", "la ville de Tours", false);
        check("repas", "la réparation", false);
        check("sociétés coopératives de production", "une sociétéisation coopérative de production", false);
    }

    #[test]
    fn an_acronym_stands_for_its_expansion_and_back() {
        check("scop", "une société coopérative de production", true);
        check("sociétés coopératives de production", "le passage en SCOP", true);
        check("SCOPs", "le passage en SCOP", true);
        check("scop", "une société de production", false);
        check("S.C.O.P.", "le passage en SCOP", true);
        check("fin. s.c.o.p", "la fin d'une SCOP", true);
        check("RTES", "le RTE", false);
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
        check("le \"foncier solidaire\"", "du foncier solidaire", true);
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
