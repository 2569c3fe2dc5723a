//! Short names of things of a corpus, as the visitor reads them in a list, a chip or a title.

use super::corpus::{Corpus, MeasureIdx, OptionIdx};
use super::facet::Facet;
use super::french::roman;
use super::schema::Numbering;
use super::views::Pair;

/// « Axe II », « Orientation 3 ».
pub fn section(corpus: &Corpus, at: OptionIdx) -> String {
    let Some(section) = corpus.section(at) else { return String::new() };
    let Some(level) = corpus.levels.get(section.depth as usize) else { return String::new() };
    let number = match level.numbering {
        Numbering::Arabe => section.number.to_string(),
        Numbering::Romaine => roman(section.number),
    };
    format!("{}\u{a0}{number}", level.name)
}

/// A section's short name, a term's name.
pub fn option(corpus: &Corpus, facet: Facet, at: OptionIdx) -> String {
    match facet {
        Facet::Level(_) => section(corpus, at),
        _ => corpus.term(facet, at).map_or(String::new(), |t| t.name.clone()),
    }
}

/// « Mesure 8 ».
pub fn measure(corpus: &Corpus, at: MeasureIdx) -> String {
    corpus.measure(at).map_or(String::new(), |m| format!("Mesure\u{a0}{}", m.number))
}

/// « Mesure 3 et Mesure 8 ».
pub fn pair(corpus: &Corpus, pair: Pair) -> String {
    let [one, other] = pair.sides().map(|side| side.name(corpus));
    format!("{one} et {other}")
}
