//! What the index says of columns and keys: every one that a published file bears, and the right thing of it.

use crate::support::{CORPUS, no_fault, root, sources};
use explorateur_sress::contract::cell::neutral;
use explorateur_sress::contract::dictionary::{keys, typeset};
use explorateur_sress::contract::index::{Family, File, INDEX, Index, SHEET};
use explorateur_sress::contract::publish::publish;
use explorateur_sress::contract::sheet::rows;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Every file by its path, the index among them.
static PUBLISHED: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let data = root().join("public/data");
    let mut edited: Vec<_> = sources(&data).into_iter().map(|(name, text)| (name, text.into_bytes())).collect();
    for entry in std::fs::read_dir(data.join("schema")).expect("the schemas") {
        let path = entry.expect("a readable folder").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        edited.push((format!("schema/{name}"), std::fs::read(path).expect("a schema")));
    }
    let made = publish(&CORPUS, &edited).expect("everything is published");
    edited.into_iter().chain(made).collect()
});

fn value(path: &str) -> Value {
    let (_, bytes) = PUBLISHED.iter().find(|(p, _)| p == path).unwrap_or_else(|| panic!("{path}"));
    serde_json::from_slice(bytes).unwrap_or_else(|error| panic!("{path} : {error}"))
}

static INDEX_READ: LazyLock<Index> = LazyLock::new(|| serde_json::from_value(value(INDEX)).expect("an index"));

fn file(path: &str) -> &'static File {
    INDEX_READ.files.iter().find(|f| f.path == path).unwrap_or_else(|| panic!("{path}"))
}

fn names(file: &File) -> BTreeSet<String> {
    file.columns.iter().map(|entry| entry.name.clone()).collect()
}

/// The keys a value bears, as the dictionary writes them.
fn borne(value: &Value, prefix: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                let name = if prefix.is_empty() { key.clone() } else { format!("{prefix}.{key}") };
                found.insert(name.clone());
                borne(value, &name, found);
            }
        }
        Value::Array(items) => {
            let prefix = if prefix.is_empty() { String::new() } else { format!("{prefix}[]") };
            items.iter().for_each(|item| borne(item, &prefix, found));
        }
        _ => {}
    }
}

#[test]
fn every_key_of_every_published_file_is_explained_and_no_other() {
    let mut faults = Vec::new();
    let measures = |f: &&File| f.family == Family::Measure;
    for file in INDEX_READ.files.iter().filter(|f| f.schema.is_some() && f.family != Family::Measure) {
        let mut found = BTreeSet::new();
        borne(&value(&file.path), "", &mut found);
        if found.is_empty() {
            found.insert("[]".to_owned());
        }
        faults.extend(found.symmetric_difference(&names(file)).map(|key| format!("{} : {key}", file.path)));
        faults.extend(file.columns.iter().filter(|e| e.meaning.is_empty()).map(|e| format!("{} : sens ?", e.name)));
    }
    let mut found = BTreeSet::new();
    INDEX_READ.files.iter().filter(measures).for_each(|f| borne(&value(&f.path), "", &mut found));
    let described: Vec<&File> = INDEX_READ.files.iter().filter(measures).filter(|f| !f.columns.is_empty()).collect();
    assert_eq!(described.len(), 1, "the first bears them for all");
    faults.extend(found.symmetric_difference(&names(described[0])).map(|key| format!("mesures/ : {key}")));
    no_fault(&faults);
    assert!(names(file("objectifs.json")).contains("depart.valeur"));
    assert!(names(file("mesures.json")).contains("actions[].publics[].lien"));
    assert!(names(file(INDEX)).contains("fichiers[].colonnes[].sens"));
}

#[test]
fn a_key_has_an_example_unless_it_holds_others_or_nothing() {
    let mut faults = Vec::new();
    for file in &INDEX_READ.files {
        for entry in &file.columns {
            let holds =
                |other: &str| other.starts_with(&entry.name) && other[entry.name.len()..].starts_with(['.', '[']);
            let group = file.columns.iter().any(|other| holds(&other.name));
            if group != entry.example.is_empty() {
                faults.push(format!("{}, {} : « {} »", file.path, entry.name, entry.example));
            }
        }
    }
    no_fault(&faults);
}

#[test]
fn the_spreadsheet_has_a_meaning_and_an_example_for_each_column() {
    let header = rows(&CORPUS, []).remove(0);
    let columns = &file(SHEET).columns;
    assert_eq!(columns.iter().map(|c| &c.name).collect::<Vec<_>>(), header.iter().collect::<Vec<_>>());
    let mute = columns.iter().filter(|e| e.meaning.is_empty() || e.example.is_empty());
    no_fault(&mute.map(|e| format!("colonne {} : rien à dire", e.name)).collect::<Vec<_>>());
}

/// What an audience is to an action is not what it is to the measure.
#[test]
fn the_link_of_an_audience_is_explained_for_what_bears_it() {
    let columns = &file("mesures.json").columns;
    let meaning = |name: &str| &columns.iter().find(|e| e.name == name).unwrap_or_else(|| panic!("{name}")).meaning;
    assert!(meaning("publics[].lien").starts_with("La mesure agit"));
    assert!(meaning("actions[].publics[].lien").starts_with("L’action agit"));
}

#[test]
fn the_notes_name_every_sign_a_spreadsheet_runs_and_how_to_import_action() {
    let notes = file(SHEET).notes.join("\n");
    let runs = |c: &char| neutral(&format!("{c}x")) != format!("{c}x");
    let signs: Vec<char> = (' '..='~').chain('！'..='～').filter(runs).collect();
    assert!(signs.len() >= 8, "{signs:?}");
    for sign in signs {
        assert!(notes.contains(sign), "{sign} : {notes}");
    }
    assert!(
        ["tabulation", "retour à la ligne", "«\u{a0}Action\u{a0}» en texte"].iter().all(|said| notes.contains(said))
    );
    let (_, notice) = PUBLISHED.iter().find(|(path, _)| path == "LISEZ-MOI.txt").expect("a notice");
    let notice = String::from_utf8_lossy(notice);
    assert!(file(SHEET).notes.iter().all(|note| notice.contains(note.as_str())));
}

#[test]
fn keys_are_found_in_objects_in_lists_and_behind_a_choice() {
    let schema = json!({
        "type": "array",
        "items": {"properties": {"a": {"$ref": "#/$defs/point", "description": "Ici."},
            "b": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/point"}]}, "jamais": {"description": "Absente."}}},
        "$defs": {"point": {"description": "Point.", "properties": {"x": {"description": "L'x : un."}}}},
    });
    let value = json!([{"a": {"x": 1}, "b": null}, {"a": {"x": 2}, "b": {"x": 3}}]);
    let found: Vec<_> = keys(&schema, &[&value]).into_iter().map(|e| [e.name, e.meaning, e.example]).collect();
    let expected =
        [["a", "Ici.", ""], ["a.x", "L’x\u{a0}: un.", "1"], ["b", "Point.", ""], ["b.x", "L’x\u{a0}: un.", "3"]];
    assert_eq!(found, expected);
    assert_eq!(typeset("l'un ; « l'autre »"), "l’un\u{202f}; «\u{a0}l’autre\u{a0}»");
}
