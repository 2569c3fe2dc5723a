//! What each column of `mesures.csv` and each key of `mesures.json` means, with the first value met as its example.
//!
//! The keys' meanings are those of the JSON Schema, so that the two never differ.

use super::index::Entry;
use super::sheet::{self, FIRST, REST, SEPARATOR};
use crate::domain::corpus::Corpus;
use crate::domain::text::clip;
use serde_json::Value;

/// Characters of an example: enough to recognise the value.
const LONGEST: usize = 90;

/// Meanings of the columns before those of the levels, and after, in the order of `FIRST` and `REST`.
const FIRST_MEANINGS: [&str; FIRST.len()] = ["Numéro de la mesure.", "Titre officiel de la mesure."];
/// Two columns a level, named after it.
const LEVEL_MEANINGS: [&str; 2] = ["Numéro, en chiffres arabes.", "Titre officiel."];
const REST_MEANINGS: [&str; REST.len()] = [
    "Page de la mesure, d’après la table des matières du texte adopté.",
    "Objectif officiel de la mesure, mot pour mot.",
    "Numéro de l’action\u{a0}: celui de la mesure, un point, son rang.",
    "Texte officiel de l’action, mot pour mot.",
    "Paragraphes qui suivent dans la même action.",
    "Type d’action, parmi ceux de la stratégie.",
    "Publics pour lesquels l’action agit.",
    "Publics auxquels l’action fait appel.",
    "Partenaires que le texte de l’action nomme.",
    "Dispositifs, fonds et démarches que le texte de l’action nomme.",
    "Lieux et territoires que le texte de l’action nomme.",
];

pub fn columns(corpus: &Corpus) -> Vec<Entry> {
    let rows = sheet::rows(corpus, &corpus.measures);
    let Some((header, rows)) = rows.split_first() else { return Vec::new() };
    let levels = corpus.levels.iter().flat_map(|_| LEVEL_MEANINGS.map(String::from));
    let meanings = FIRST_MEANINGS.map(String::from).into_iter().chain(levels).chain(REST_MEANINGS.map(String::from));
    let entry = |(at, (name, meaning)): (usize, (&String, String))| {
        let values = || rows.iter().map(|row| row[at].as_str()).filter(|cell| !cell.is_empty());
        // Of a list, an example with two items shows what stands between them.
        let example = values().find(|cell| cell.contains(SEPARATOR)).or_else(|| values().next());
        Entry { name: name.clone(), meaning, example: example.map_or(String::new(), short) }
    };
    header.iter().zip(meanings).enumerate().map(entry).collect()
}

/// The keys a schema describes, those inside lists of objects too (`actions[].texte`).
pub fn keys(schema: &Value, rows: &Value) -> Vec<Entry> {
    let mut entries = Vec::new();
    list_keys(schema, schema, "", &[rows], &mut entries);
    entries
}

/// `at` is the schema of a list, `lists` every value of that list.
fn list_keys(root: &Value, at: &Value, prefix: &str, lists: &[&Value], entries: &mut Vec<Entry>) {
    let items = followed(root, &at["items"]);
    let rows: Vec<&Value> = lists.iter().filter_map(|list| list.as_array()).flatten().collect();
    for (key, property) in in_order(items) {
        let described = property["description"].as_str();
        let property = followed(root, property);
        let name = format!("{prefix}{key}");
        let values: Vec<&Value> = rows.iter().map(|row| &row[key]).collect();
        let nested = followed(root, &property["items"])["properties"].is_object();
        let example = if nested { String::new() } else { example(&values) };
        let meaning = described.or(property["description"].as_str()).unwrap_or_default().to_owned();
        entries.push(Entry { name: name.clone(), meaning, example });
        if nested {
            list_keys(root, property, &format!("{name}[]."), &values, entries);
        }
    }
}

/// The properties of an object's schema: those always there in the order the schema requires them, then the others.
fn in_order(schema: &Value) -> Vec<(&str, &Value)> {
    let required: Vec<&str> = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let properties = schema["properties"].as_object();
    let others = properties.into_iter().flatten().map(|(key, _)| key.as_str()).filter(|key| !required.contains(key));
    let names: Vec<&str> = required.iter().copied().chain(others).collect();
    names.into_iter().map(|key| (key, &schema["properties"][key])).collect()
}

fn example(values: &[&Value]) -> String {
    let length = |value: &Value| value.as_array().map_or(usize::from(!value.is_null()), Vec::len);
    let filled = || values.iter().filter(|value| length(value) > 0);
    let value = filled().find(|value| length(value) > 1).or_else(|| filled().next());
    match value.map(|value| (value.as_str(), value.to_string())) {
        Some((Some(text), _)) => short(text),
        Some((None, json)) => short(&json),
        None => String::new(),
    }
}

/// The schema a `$ref` names, or the schema itself.
fn followed<'a>(root: &'a Value, schema: &'a Value) -> &'a Value {
    let named = schema["$ref"].as_str().and_then(|path| path.strip_prefix('#'));
    named.and_then(|path| root.pointer(path)).unwrap_or(schema)
}

fn short(text: &str) -> String {
    match clip(text, LONGEST) {
        (text, false) => text.to_owned(),
        (text, true) => format!("{}…", text.trim_end()),
    }
}
