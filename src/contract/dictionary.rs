//! What each column of `mesures.csv` and each key of a JSON file means, with a value met as its example; and what one must
//! know to open `mesures.csv`.
//!
//! The keys' meanings are those of the JSON Schemas, so that the two never differ.

use super::index::Entry;
use super::sheet::{self, FIRST, REST, SEPARATOR, WHOLE};
use crate::domain::corpus::Corpus;
pub use crate::domain::french::typeset;
use crate::domain::text::clip;
use serde_json::Value;

/// Characters of an example: enough to recognise the value.
const LONGEST: usize = 90;

/// Said once for the page and for the notice. The characters are those of `cell.rs`; a test compares them.
pub const SHEET_NOTES: [&str; 4] = [
    "Une ligne par action. Les cellules sont séparées par des points-virgules, le texte est en UTF-8 avec BOM\u{a0}: un tableur l’ouvre directement. Dans une cellule, «\u{a0}|\u{a0}» sépare les éléments d’une liste.",
    "Pour importer le fichier dans un tableur, déclarez la colonne «\u{a0}Action\u{a0}» en texte\u{a0}: sinon 1.1 peut devenir une date, et 1.1 et 1.10 se confondre.",
    "Les colonnes dont le nom finit par «\u{a0}la mesure\u{a0}» disent ce que nomme toute la mesure, titre et objectif compris\u{a0}: elles se répètent sur chacune de ses lignes. Filtrez-les pour retrouver les mesures que l’explorateur affiche.",
    "Une cellule qu’un tableur exécuterait comme une formule (elle commence par =, +, -, @, par leurs formes pleine chasse ＝, ＋, －, ＠, par une tabulation ou par un retour à la ligne) est précédée d’une apostrophe\u{202f}; un nombre reste un nombre. C’est vrai du fichier publié comme d’une sélection.",
];

/// Meanings of the columns before those of the levels, after them, and of those of the whole measure: in the order of
/// `FIRST`, `REST` and `WHOLE`.
const FIRST_MEANINGS: [&str; FIRST.len()] = [
    "Numéro de la mesure.",
    "Titre officiel de la mesure, mot pour mot, aux fautes de frappe corrigées près (signalements.json).",
];
/// Two columns a level, named after it.
const LEVEL_MEANINGS: [&str; 2] = ["Numéro, en chiffres arabes.", "Titre officiel."];
const REST_MEANINGS: [&str; REST.len()] = [
    "Page où commence la mesure, d’après la table des matières du texte adopté.",
    "Objectif officiel de la mesure, mot pour mot.",
    "Numéro de l’action\u{a0}: celui de la mesure, un point, son rang. À importer en texte.",
    "Texte officiel de l’action, mot pour mot.",
    "Paragraphes qui suivent dans la même action.",
    "Type d’action, parmi ceux de la stratégie.",
    "Publics pour lesquels l’action agit.",
    "Publics auxquels l’action fait appel.",
    "Partenaires que le texte de l’action nomme.",
    "Dispositifs, fonds et démarches que le texte de l’action nomme.",
    "Lieux et territoires que le texte de l’action nomme.",
];
const WHOLE_MEANINGS: [&str; WHOLE.len()] = [
    "Publics pour lesquels la mesure agit, où que ce soit dans son texte.",
    "Publics auxquels la mesure fait appel, sans agir pour eux.",
    "Partenaires que nomme la mesure, où que ce soit dans son texte.",
    "Dispositifs, fonds et démarches que nomme la mesure, où que ce soit dans son texte.",
    "Lieux et territoires que nomme la mesure, où que ce soit dans son texte.",
    "Phrase officielle qui introduit les actions de la mesure, mot pour mot\u{202f}; vide s’il n’y en a pas.",
    "Texte officiel qui suit les actions de la mesure, mot pour mot\u{202f}; vide s’il n’y en a pas.",
];

pub fn columns(corpus: &Corpus) -> Vec<Entry> {
    let rows = sheet::rows(corpus, &corpus.measures);
    let Some((header, rows)) = rows.split_first() else { return Vec::new() };
    let levels = corpus.levels.iter().flat_map(|_| LEVEL_MEANINGS);
    let meanings = FIRST_MEANINGS.into_iter().chain(levels).chain(REST_MEANINGS).chain(WHOLE_MEANINGS);
    let entry = |(at, (name, meaning)): (usize, (&String, &str))| {
        let values = || rows.iter().map(|row| row[at].as_str()).filter(|cell| !cell.is_empty());
        // Of a list, an example with two items shows what stands between them.
        let example = values().find(|cell| cell.contains(SEPARATOR)).or_else(|| values().next());
        Entry { name: name.clone(), meaning: meaning.to_owned(), example: example.map_or(String::new(), short) }
    };
    header.iter().zip(meanings).enumerate().map(entry).collect()
}

/// The keys that files of one schema bear, those inside objects (`depart.valeur`) and lists of them (`actions[].texte`)
/// too; of a list of anything else, its items (`[]`). A key that no file bears is left to the schema.
pub fn keys(schema: &Value, files: &[&Value]) -> Vec<Entry> {
    let mut entries = Vec::new();
    list_keys(schema, schema, "", files, &mut entries);
    if entries.is_empty() {
        let items = followed(schema, &schema["items"]);
        let values: Vec<&Value> = files.iter().filter_map(|file| file.as_array()).flatten().collect();
        entries.push(Entry { name: "[]".to_owned(), meaning: meaning(schema, items), example: example(&values) });
    }
    entries
}

/// `at` is the schema of `values`, which stand at `prefix`.
fn list_keys(root: &Value, at: &Value, prefix: &str, values: &[&Value], entries: &mut Vec<Entry>) {
    let at = followed(root, at);
    if at["items"].is_object() {
        let items: Vec<&Value> = values.iter().filter_map(|list| list.as_array()).flatten().collect();
        let prefix = if prefix.is_empty() { String::new() } else { format!("{prefix}[]") };
        return list_keys(root, &at["items"], &prefix, &items, entries);
    }
    for (key, property) in in_order(at) {
        let values: Vec<&Value> = values.iter().filter_map(|value| value.get(key)).collect();
        if values.is_empty() {
            continue;
        }
        let name = if prefix.is_empty() { key.to_owned() } else { format!("{prefix}.{key}") };
        let before = entries.len();
        entries.push(Entry { name: name.clone(), meaning: meaning(root, property), example: String::new() });
        list_keys(root, property, &name, &values, entries);
        // What holds other keys has its examples under them.
        if entries.len() == before + 1 {
            entries[before].example = example(&values);
        }
    }
}

/// What a schema says of a property; what is said where it stands goes before what its type says of itself.
fn meaning(root: &Value, property: &Value) -> String {
    let own = property["description"].as_str();
    typeset(own.or(followed(root, property)["description"].as_str()).unwrap_or_default())
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
    let value = filled().find(|value| length(value) > 1).or_else(|| filled().next()).or(values.first());
    match value.map(|value| (value.as_str(), value.to_string())) {
        Some((Some(text), _)) => short(text),
        Some((None, json)) => short(&json),
        None => String::new(),
    }
}

/// The schema a `$ref` names, the first of `anyOf` that is not « nothing », or the schema itself.
fn followed<'a>(root: &'a Value, schema: &'a Value) -> &'a Value {
    let named = schema["$ref"].as_str().and_then(|path| path.strip_prefix('#'));
    let choices = schema["anyOf"].as_array().into_iter().flatten();
    let some = choices.into_iter().find(|choice| choice["type"] != "null");
    match (named.and_then(|path| root.pointer(path)), some) {
        (Some(found), _) => found,
        (None, Some(choice)) => followed(root, choice),
        (None, None) => schema,
    }
}

fn short(text: &str) -> String {
    match clip(text, LONGEST) {
        (text, false) => text.to_owned(),
        (text, true) => format!("{}…", text.trim_end()),
    }
}
