//! Audiences are tagged where one of their words occurs, strictly from the words; exceptions are listed with a reason.

use crate::support::{CORPUS, FILES, no_fault, read, whole_words};
use explorateur_sress::domain::check_measures::{passage_key, passages};
use explorateur_sress::domain::facet::Facet;
use serde::Deserialize;
use std::collections::BTreeSet;

#[derive(Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(deny_unknown_fields)]
struct Exception {
    mesure: u16,
    passage: String,
    public: String,
    terme: String,
    raison: String,
}

#[test]
fn each_audience_is_tagged_where_its_words_occur_and_nowhere_else() {
    let exceptions: Vec<Exception> =
        serde_json::from_str(&read("tests/exceptions-publics.json")).expect("exceptions-publics.json");
    let mut unused: BTreeSet<&Exception> = exceptions.iter().collect();
    let mut faults = Vec::new();
    for (file, measure) in &FILES.measures {
        for (role, passage) in passages(measure) {
            let key = passage_key(measure.number, role);
            let blocks = || std::iter::once(&passage.text).chain(&passage.paragraphs);
            for audience in &FILES.audiences {
                let tag = passage.audiences.iter().find(|m| m.id == audience.id);
                let holds = |text: &str, word: &str| whole_words(text, word).next().is_some();
                if let Some(tag) = tag {
                    if !audience.words.iter().any(|w| holds(&tag.evidence, w)) {
                        faults.push(format!(
                            "{file}, {key} : « {} » ne contient aucun terme de {}",
                            tag.evidence, audience.id
                        ));
                    }
                    continue;
                }
                for word in audience.words.iter().filter(|w| blocks().any(|b| holds(b, w))) {
                    let excepted = exceptions.iter().find(|e| {
                        (e.mesure, e.passage.as_str(), e.public.as_str(), e.terme.as_str())
                            == (measure.number, key.as_str(), audience.id.as_str(), word.as_str())
                    });
                    match excepted {
                        Some(exception) => drop(unused.remove(exception)),
                        None => faults.push(format!("{file}, {key} : « {word} » n’est pas étiqueté ({})", audience.id)),
                    }
                }
            }
        }
    }
    faults.extend(unused.iter().map(|e| format!("exceptions-publics.json : exception inutile {e:?}")));
    faults.extend(exceptions.iter().filter(|e| e.raison.trim().is_empty()).map(|e| format!("sans raison : {e:?}")));
    no_fault(&faults);
}

#[test]
fn there_are_twelve_audiences_each_reached_by_a_measure() {
    let expected = [
        "jeunes",
        "collectivites",
        "cooperatives",
        "associations",
        "entreprises-ess",
        "entreprises-classiques",
        "porteurs-de-projet",
        "salaries-demandeurs-emploi",
        "developpeurs-reseaux",
        "financeurs-citoyens",
        "monde-agricole",
        "enseignement-recherche",
    ];
    let ids: Vec<&str> = FILES.audiences.iter().map(|a| a.id.as_str()).collect();
    assert_eq!(ids, expected);
    for option in CORPUS.options(Facet::Audience) {
        assert!(
            CORPUS.measures.iter().any(|m| m.bears(Facet::Audience, option)),
            "{}",
            CORPUS.option_key(Facet::Audience, option)
        );
    }
}

/// « Coopératives Jeunesse de Services » names a scheme for the young, not cooperatives.
#[test]
fn measure_8_is_not_for_cooperatives() {
    let measure = CORPUS.by_number(8).and_then(|at| CORPUS.measure(at)).expect("measure 8");
    let option = |id| CORPUS.option_by_key(Facet::Audience, id).expect("an audience");
    assert!(!measure.bears(Facet::Audience, option("cooperatives")));
    assert!(measure.bears(Facet::Audience, option("jeunes")));
}

#[test]
fn there_are_eight_kinds_of_action_each_used() {
    let expected = [
        "informer",
        "former",
        "accompagner",
        "financer",
        "experimenter",
        "mettre-en-reseau",
        "etudier",
        "contractualiser",
    ];
    let ids: Vec<&str> = CORPUS.terms(Facet::Kind).iter().map(|t| t.id.as_str()).collect();
    assert_eq!(ids, expected);
    for option in CORPUS.options(Facet::Kind) {
        assert!(
            CORPUS.measures.iter().any(|m| m.bears(Facet::Kind, option)),
            "{}",
            CORPUS.option_key(Facet::Kind, option)
        );
    }
}
