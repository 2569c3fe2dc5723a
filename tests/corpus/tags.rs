//! Actors, schemes and places are tagged if and only if one of their names occurs in the passage.

use crate::support::{FILES, no_fault, read, whole_words};
use explorateur_sress::domain::check_measures::{passage_key, passages};
use explorateur_sress::domain::schema_terms::{MentionFile, PassageFile, TermFile};
use serde::Deserialize;
use std::collections::BTreeSet;

/// A name that occurs in a passage and yet is not what the register means.
#[derive(Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(deny_unknown_fields)]
struct Exception {
    mesure: u16,
    registre: String,
    passage: String,
    alias: String,
    raison: String,
}

/// A name found in a block of text.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Occurrence {
    block: usize,
    start: usize,
    end: usize,
    register: &'static str,
    id: &'static str,
    alias: &'static str,
}

type Register = (&'static str, &'static [TermFile], fn(&PassageFile) -> &[MentionFile]);

fn registers() -> [Register; 3] {
    let files = &*FILES;
    [
        ("acteurs", &files.actors, |p| &p.actors),
        ("dispositifs", &files.schemes, |p| &p.schemes),
        ("territoires", &files.places, |p| &p.places),
    ]
}

/// White space and apostrophes folded, as the aliases are written; offsets are those of the result.
fn folded(text: &str) -> String {
    text.replace('\u{2019}', "'").replace(['\u{a0}', '\u{202f}'], " ")
}

/// Every name of the three registers in the passage; one strictly inside a longer one does not count.
fn occurrences(passage: &PassageFile) -> Vec<Occurrence> {
    let mut all = Vec::new();
    for (block, text) in std::iter::once(&passage.text).chain(&passage.paragraphs).enumerate() {
        let text = folded(text);
        for (register, terms, _) in registers() {
            for (term, alias) in terms.iter().flat_map(|t| t.alias.iter().map(move |a| (t, a))) {
                all.extend(whole_words(&text, &folded(alias)).map(|start| Occurrence {
                    block,
                    start,
                    end: start + folded(alias).len(),
                    register,
                    id: &term.id,
                    alias,
                }));
            }
        }
    }
    let inside = |a: &Occurrence, b: &Occurrence| {
        a.block == b.block && b.start <= a.start && a.end <= b.end && b.end - b.start > a.end - a.start
    };
    let mut kept: Vec<Occurrence> = all.iter().filter(|a| !all.iter().any(|b| inside(a, b))).cloned().collect();
    kept.sort_by_key(|o| (o.block, o.start));
    kept
}

#[test]
fn each_name_is_tagged_where_it_occurs_and_nowhere_else() {
    let exceptions: Vec<Exception> = serde_json::from_str(&read("tests/exceptions.json")).expect("exceptions.json");
    let mut unused: BTreeSet<&Exception> = exceptions.iter().collect();
    let mut faults = Vec::new();
    let mut seen = 0;
    for (file, measure) in &FILES.measures {
        for (role, passage) in passages(measure) {
            let key = passage_key(measure.number, role);
            let found = occurrences(passage);
            for (register, _, mentions) in registers() {
                let mentions = mentions(passage);
                for one in found.iter().filter(|o| o.register == register && !mentions.iter().any(|m| m.id == o.id)) {
                    let excepted = exceptions.iter().filter(|e| {
                        (e.mesure, e.passage.as_str(), e.registre.as_str(), e.alias.as_str())
                            == (measure.number, key.as_str(), register, one.alias)
                    });
                    let before = faults.len();
                    faults
                        .push(format!("{file}, {key} : « {} » n’est pas étiqueté ({register}, {})", one.alias, one.id));
                    for exception in excepted {
                        unused.remove(exception);
                        faults.truncate(before);
                    }
                }
                for mention in mentions {
                    seen += 1;
                    let first = found.iter().find(|o| o.register == register && o.id == mention.id);
                    if first.is_none_or(|o| o.alias != mention.evidence) {
                        faults.push(format!(
                            "{file}, {key} : {register} « {} » : la preuve « {} » n’est pas la première occurrence d’un alias ({:?})",
                            mention.id,
                            mention.evidence,
                            first.map(|o| o.alias)
                        ));
                    }
                }
            }
        }
    }
    faults.extend(unused.iter().map(|e| format!("exceptions.json : exception inutile {e:?}")));
    faults.extend(exceptions.iter().filter(|e| e.raison.trim().is_empty()).map(|e| format!("sans raison : {e:?}")));
    no_fault(&faults);
    assert!(seen > 250, "{seen} étiquettes seulement");
}

#[test]
fn each_entry_of_a_register_is_named_somewhere() {
    let mut faults = Vec::new();
    for (register, terms, mentions) in registers() {
        let tagged: BTreeSet<&str> = FILES
            .measures
            .iter()
            .flat_map(|(_, m)| passages(m))
            .flat_map(|(_, p)| mentions(p))
            .map(|m| m.id.as_str())
            .collect();
        for term in terms {
            if !tagged.contains(term.id.as_str()) && term.elsewhere.is_empty() {
                faults.push(format!("{register}, {} : nommé nulle part", term.id));
            }
            for quote in &term.elsewhere {
                if !term.alias.iter().any(|a| whole_words(&folded(&quote.citation), &folded(a)).next().is_some()) {
                    faults.push(format!("{register}, {} : « {} » ne le nomme pas", term.id, quote.citation));
                }
            }
        }
    }
    no_fault(&faults);
}

#[test]
fn a_name_belongs_to_one_entry() {
    let mut seen = BTreeSet::new();
    let mut faults = Vec::new();
    for (register, terms, _) in registers() {
        for (term, alias) in terms.iter().flat_map(|t| t.alias.iter().map(move |a| (t, a))) {
            if !seen.insert(alias) {
                faults.push(format!("{register}, {} : « {alias} » est aussi un nom d’une autre entrée", term.id));
            }
        }
    }
    no_fault(&faults);
}

#[test]
fn the_author_is_not_a_partner() {
    let author = explorateur_sress::domain::text::fold(&FILES.strategy.author);
    for (register, terms, _) in registers() {
        for term in terms {
            let names = term.alias.iter().chain([&term.name]).map(|n| explorateur_sress::domain::text::fold(n));
            for name in names {
                assert!(name != author && name != "region", "{register}, {} : {name}", term.id);
            }
        }
    }
}
