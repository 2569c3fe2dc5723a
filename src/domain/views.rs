//! The pages there are, and their paths: the first half of the address.

use super::chart::Chart;
use super::corpus::{Corpus, MeasureIdx, OptionIdx};
use super::facet::Facet;

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
    /// Two things side by side, once both are chosen.
    Compare(Option<Pair>),
    Data,
    About,
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
        View::Compare(pair) => format!("/comparer{}", pair.map(|p| print_pair(p, corpus)).unwrap_or_default()),
        View::Data => "/donnees".into(),
        View::About => "/a-propos".into(),
    }
}

/// `None` when the path names no page.
pub fn read_view(path: &str, corpus: &Corpus) -> Option<View> {
    let segments: Vec<&str> = path.split('/').filter(|s| !s.is_empty()).collect();
    let facet = |name: &str| Facet::TAGS.into_iter().find(|&f| terms_path(f) == Some(name));
    match segments.as_slice() {
        [] | ["mesures"] => Some(View::Measures),
        ["mesures", number] => number.parse().ok().and_then(|n| corpus.by_number(n)).map(View::Measure),
        ["graphiques"] => Some(View::Charts),
        ["graphiques", key] => Chart::by_key(key).map(View::Chart),
        ["objectifs"] => Some(View::Targets),
        ["comparer"] => Some(View::Compare(None)),
        ["comparer", kind, one, other] => read_pair(kind, one, other, corpus).map(|p| View::Compare(Some(p))),
        ["donnees"] => Some(View::Data),
        ["a-propos"] => Some(View::About),
        [list] => facet(list).map(View::Terms),
        [list, id] => facet(list).and_then(|f| corpus.option_by_key(f, id).map(|o| View::Term(f, o))),
        _ => None,
    }
}

/// `/mesure/3/8`, `/acteur/cress/urscop`: the kinds by their keys in the address.
fn print_pair(pair: Pair, corpus: &Corpus) -> String {
    let number = |at| corpus.measure(at).map_or(0, |m| m.number);
    match pair {
        Pair::Measures(one, other) => format!("/mesure/{}/{}", number(one), number(other)),
        Pair::Options(facet, one, other) => {
            let key = |at| corpus.option_key(facet, at);
            format!("/{}/{}/{}", corpus.facet_key(facet), key(one), key(other))
        }
    }
}

fn read_pair(kind: &str, one: &str, other: &str, corpus: &Corpus) -> Option<Pair> {
    let measure = |number: &str| number.parse().ok().and_then(|n| corpus.by_number(n));
    if kind == "mesure" {
        return Some(Pair::Measures(measure(one)?, measure(other)?));
    }
    let facet = corpus.facets().find(|&f| corpus.facet_key(f) == kind)?;
    Some(Pair::Options(facet, corpus.option_by_key(facet, one)?, corpus.option_by_key(facet, other)?))
}
