//! A comparison in one or two sentences: how much is shared, how much is not.
//!
//! « Nomment X sans l’autre » rather than « ne nomment que X »: the same measures name others too.

use super::compare::{Comparison, Extent};
use super::corpus::Corpus;
use super::facet::Facet;
use super::french::{count, list, lower, plural, quoted};
use super::label;
use super::sides::{Pair, Thing};

pub fn synthesis(corpus: &Corpus, pair: Pair, compared: &Comparison) -> String {
    let [one, other] = pair.sides();
    match one {
        Thing::Measure(_) => match shared(corpus, pair, compared, Extent::Own) {
            none if none.is_empty() => "Ces deux mesures ne partagent rien de ce que compare le tableau.".into(),
            some => format!("Ces deux mesures partagent {}.", list(&some, "et")),
        },
        Thing::Option(facet, _) => {
            let names = [one, other].map(|side| {
                // Names of organisations, schemes and places stand in a sentence as they are; names of groups do not.
                let name = side.name(corpus);
                if matches!(facet, Facet::Audience | Facet::Kind) { quoted(&name) } else { name }
            });
            let first = match facet {
                Facet::Level(_) => sections(&names, compared),
                Facet::Actor | Facet::Scheme | Facet::Place => bearing(&names, compared, ["nomme", "nomment"]),
                Facet::Audience => bearing(&names, compared, ["concerne", "concernent"]),
                Facet::Kind => bearing(&names, compared, ["comporte", "comportent"]),
            };
            // A section has what its measures hold; a term is only named there.
            let (extent, who) = match facet {
                Facet::Level(_) => (Extent::Own, "Les deux côtés"),
                _ => (Extent::Measures, "Leurs mesures"),
            };
            let rest = match shared(corpus, pair, compared, extent) {
                none if none.is_empty() => format!("{who} ne partagent rien d’autre."),
                some => format!("{who} partagent aussi {}.", list(&some, "et")),
            };
            let verb = if facet == Facet::Audience { "concernent" } else { "nomment" };
            let kinds = match shared(corpus, pair, compared, Extent::Actions) {
                none if none.is_empty() => String::new(),
                some => format!(" Les actions qui les {verb} partagent {}.", list(&some, "et")),
            };
            format!("{first} {rest}{kinds}")
        }
    }
}

/// « 4 mesures nomment les deux ; 4 nomment X sans l’autre ; aucune ne nomme Y sans l’autre. »
fn bearing([one, other]: &[String; 2], compared: &Comparison, [verb, verbs]: [&str; 2]) -> String {
    let says = |n: usize, what: String| match n {
        0 => format!("aucune ne {verb} {what}"),
        n => format!("{n}\u{a0}{} {what}", plural(n, verb, verbs)),
    };
    let measures = &compared.measures;
    let both = match measures.both.len() {
        0 => format!("Aucune mesure ne {verb} les deux"),
        n => format!("{} {} les deux", count(n, "mesure", "mesures"), plural(n, verb, verbs)),
    };
    let left = says(measures.left.len(), format!("{one} sans l’autre"));
    let right = says(measures.right.len(), format!("{other} sans l’autre"));
    format!("{both}\u{202f}; {left}\u{202f}; {right}.")
}

/// Sections of one level hold each their own measures.
fn sections([one, other]: &[String; 2], compared: &Comparison) -> String {
    let [here, there] = compared.totals.map(|t| t.measures);
    let here = count(here, "mesure", "mesures");
    format!("{one} compte {here}, {other} en compte {there}\u{202f}; aucune n’est dans les deux.")
}

/// « 5 publics », « 3 autres partenaires »: what both sides have beside measures, of the lines that speak of `extent`.
fn shared(corpus: &Corpus, pair: Pair, compared: &Comparison, extent: Extent) -> Vec<String> {
    let same = |facet| matches!(pair, Pair::Options(own, ..) if own == facet);
    let some = compared.facets.iter().filter(|(facet, row)| !row.both.is_empty() && pair.extent(*facet) == extent);
    let facets = some.map(|&(facet, ref row)| {
        let (one, many) = (lower(corpus.facet_label(facet)), lower(label::plural(corpus, facet)));
        let (one, many) = if same(facet) { (format!("autre {one}"), format!("autres {many}")) } else { (one, many) };
        count(row.both.len(), &one, &many)
    });
    let targets = Some(compared.targets.both.len()).filter(|&n| n > 0 && extent != Extent::Actions);
    facets.chain(targets.map(|n| count(n, "objectif mesurable", "objectifs mesurables"))).collect()
}
