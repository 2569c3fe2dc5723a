//! The pages there are, and their paths: the first half of the address.

use super::chart::Chart;
use super::corpus::{Corpus, MeasureIdx, OptionIdx};
use super::facet::Facet;
use super::notice::{Notice, unknown};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum View {
    #[default]
    Measures,
    Measure(MeasureIdx),
    /// Every term of a facet.
    Terms(Facet),
    Term(Facet, OptionIdx),
    /// Every chart.
    Charts,
    Chart(Chart),
    Targets,
    Compare(Comparing),
    Data,
    About,
    /// The site in one page.
    Plan,
}

/// Things that can be compared with one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    Measures,
    Options(Facet),
}

/// One side of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    Measure(MeasureIdx),
    Option(Facet, OptionIdx),
}

/// What is to be compared, as far as it is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Comparing {
    #[default]
    Nothing,
    Among(Family),
    One(Thing),
    Two(Pair),
}

/// Two things of one kind, side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pair {
    Measures(MeasureIdx, MeasureIdx),
    Options(Facet, OptionIdx, OptionIdx),
}

/// Path of the page that lists the terms of a facet; kinds of action have no page.
fn terms_path(facet: Facet) -> Option<&'static str> {
    match facet {
        Facet::Actor => Some("acteurs"),
        Facet::Scheme => Some("dispositifs"),
        Facet::Place => Some("territoires"),
        Facet::Audience => Some("publics"),
        Facet::Kind | Facet::Level(_) => None,
    }
}

pub fn print_view(view: View, corpus: &Corpus) -> String {
    match view {
        View::Measures => "/mesures".into(),
        View::Measure(at) => format!("/mesures/{}", corpus.measure(at).map_or(0, |m| m.number)),
        View::Terms(facet) => format!("/{}", terms_path(facet).unwrap_or("mesures")),
        View::Term(facet, at) => {
            format!("/{}/{}", terms_path(facet).unwrap_or("mesures"), corpus.option_key(facet, at))
        }
        View::Charts => "/graphiques".into(),
        View::Chart(chart) => format!("/graphiques/{}", chart.key()),
        View::Targets => "/objectifs".into(),
        View::Compare(comparing) => "/comparer".to_owned() + &print_comparing(comparing, corpus),
        View::Data => "/donnees".into(),
        View::About => "/a-propos".into(),
        View::Plan => "/plan".into(),
    }
}

/// `None` when the path names no page.
pub fn read_view(path: &str, corpus: &Corpus, notices: &mut Vec<Notice>) -> Option<View> {
    let segments: Vec<&str> = path.split('/').filter(|s| !s.is_empty()).collect();
    let facet = |name: &str| Facet::TAGS.into_iter().find(|&f| terms_path(f) == Some(name));
    match segments.as_slice() {
        [] | ["mesures"] => Some(View::Measures),
        ["mesures", number] => number.parse().ok().and_then(|n| corpus.by_number(n)).map(View::Measure),
        ["graphiques"] => Some(View::Charts),
        ["graphiques", key] => Chart::by_key(key).map(View::Chart),
        ["objectifs"] => Some(View::Targets),
        ["comparer", chosen @ ..] if chosen.len() < 4 => Some(View::Compare(read_comparing(chosen, corpus, notices))),
        ["donnees"] => Some(View::Data),
        ["a-propos"] => Some(View::About),
        ["plan"] => Some(View::Plan),
        [list] => facet(list).map(View::Terms),
        [list, id] => facet(list).and_then(|f| corpus.option_by_key(f, id).map(|o| View::Term(f, o))),
        _ => None,
    }
}

/// Key of the measures in the address of a comparison, beside those of the facets.
const MEASURE: &str = "mesure";

/// `/acteur`, `/mesure/3`, `/acteur/cress/urscop`.
fn print_comparing(comparing: Comparing, corpus: &Corpus) -> String {
    let (before, key) = match comparing {
        Comparing::Nothing => return String::new(),
        Comparing::Among(Family::Measures) => (Comparing::Nothing, MEASURE.to_owned()),
        Comparing::Among(Family::Options(facet)) => (Comparing::Nothing, corpus.facet_key(facet).to_owned()),
        Comparing::One(one) => (Comparing::Among(one.family()), one.key(corpus)),
        Comparing::Two(pair) => {
            let [one, other] = pair.sides();
            (Comparing::One(one), other.key(corpus))
        }
    };
    format!("{}/{key}", print_comparing(before, corpus))
}

/// As far as it is understood: what is not is left out, and said to be.
fn read_comparing(chosen: &[&str], corpus: &Corpus, notices: &mut Vec<Notice>) -> Comparing {
    let [kind, keys @ ..] = chosen else { return Comparing::Nothing };
    let (family, label) = match corpus.facets().find(|&f| corpus.facet_key(f) == *kind) {
        Some(facet) => (Family::Options(facet), corpus.facet_label(facet)),
        None if *kind == MEASURE => (Family::Measures, "Mesure"),
        None => {
            unknown(notices, "Comparer", kind);
            return Comparing::Nothing;
        }
    };
    let mut comparing = Comparing::Among(family);
    for key in keys {
        let thing = match family {
            Family::Measures => key.parse().ok().and_then(|n| corpus.by_number(n)).map(Thing::Measure),
            Family::Options(facet) => corpus.option_by_key(facet, key).map(|o| Thing::Option(facet, o)),
        };
        comparing = match (comparing, thing) {
            (Comparing::One(one), Some(other)) => one.beside(other),
            (_, Some(one)) => Comparing::One(one),
            (_, None) => {
                unknown(notices, label, key);
                comparing
            }
        };
    }
    comparing
}
