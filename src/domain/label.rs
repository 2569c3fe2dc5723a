//! Short names of things of a corpus, as the visitor reads them in a list, a chip or a title.

use super::chart::Chart;
use super::corpus::{Corpus, MeasureIdx, OptionIdx};
use super::facet::Facet;
use super::french::{lower, roman};
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

/// « Partenaires », « Orientations »: what the options of a facet are.
pub fn plural(corpus: &Corpus, facet: Facet) -> &str {
    match facet {
        Facet::Level(depth) => corpus.levels.get(depth as usize).map_or("", |l| &l.plural),
        _ => facet.tag_plural().unwrap_or_default(),
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

/// What a chart is called before one sees what it says.
pub fn chart(corpus: &Corpus, chart: Chart) -> String {
    let level = corpus.levels.last().map(|l| lower(&l.name)).unwrap_or_default();
    match chart {
        Chart::Sections => format!("Mesures et actions par {level}"),
        Chart::Structure => "Structure de la stratégie".to_owned(),
        Chart::Partners => "Partenaires les plus nommés".to_owned(),
        Chart::Crossing => "Croisement de deux critères".to_owned(),
        Chart::Together => "Qui travaille avec qui".to_owned(),
        Chart::Flow => format!("Des publics aux types d’action, par {level}"),
        Chart::Targets => "Objectifs, du départ à la cible".to_owned(),
        Chart::Panorama => "L’ESS régionale par statut".to_owned(),
        Chart::Record => "Bilan de la stratégie précédente".to_owned(),
        Chart::Vote => "Vote de la délibération".to_owned(),
        Chart::Timeline => "Chronologie".to_owned(),
    }
}
