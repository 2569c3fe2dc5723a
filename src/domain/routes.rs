//! Which page a path names.

use super::chart::Chart;
use super::corpus::Corpus;
use super::facet::Facet;
use super::notice::{Notice, unknown};
use super::stage::read_workshop;
use super::views::{Comparing, Family, Layout, MEASURE, Thing, View, terms_path};

/// `None` when the path names no page.
pub fn read_view(path: &str, corpus: &Corpus, notices: &mut Vec<Notice>) -> Option<View> {
    let segments: Vec<&str> = path.split('/').filter(|s| !s.is_empty()).collect();
    let measure = |number: &str| number.parse().ok().and_then(|n| corpus.by_number(n));
    let facet = |name: &str| Facet::TAGS.into_iter().find(|&f| terms_path(f) == Some(name));
    match segments.as_slice() {
        [] | ["mesures"] => Some(View::Measures),
        ["mesures", number] => measure(number).map(View::Measure),
        ["mesures", number, "fiche"] => measure(number).map(View::Brief),
        ["parcours"] => Some(View::Profile),
        ["selection"] => Some(View::Selection),
        ["feuille-de-route"] => Some(View::Roadmap(Layout::Table)),
        ["feuille-de-route", "statuts"] => Some(View::Roadmap(Layout::Board)),
        ["feuille-de-route", "reunion"] => Some(View::Roadmap(Layout::Merged)),
        ["graphiques"] => Some(View::Charts),
        ["graphiques", key] => Chart::by_key(key).map(View::Chart),
        ["objectifs"] => Some(View::Targets),
        ["comparer", chosen @ ..] if chosen.len() < 4 => Some(View::Compare(read_comparing(chosen, corpus, notices))),
        ["donnees"] => Some(View::Data),
        ["a-propos"] => Some(View::About),
        ["plan"] => Some(View::Plan),
        ["atelier", rest @ ..] => read_workshop(rest, corpus).map(|(source, scene)| View::Workshop(source, scene)),
        [list] => facet(list).map(View::Terms),
        [list, id] => facet(list).and_then(|f| corpus.option_by_key(f, id).map(|o| View::Term(f, o))),
        _ => None,
    }
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
