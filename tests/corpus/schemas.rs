//! Each file of data is valid against its published JSON Schema, and each schema is itself valid.

use crate::support::{CORPUS, no_fault, read, root, sources};
use explorateur_sress::contract::publish::publish;
use jsonschema::{Validator, validator_for};
use serde_json::Value;
use std::collections::BTreeMap;

fn json(text: &str, name: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{name} : {error}"))
}

/// `strategie` → its validator.
fn validators() -> BTreeMap<String, Validator> {
    let folder = root().join("public/data/schema");
    let mut validators = BTreeMap::new();
    for entry in std::fs::read_dir(folder).expect("public/data/schema") {
        let name = entry.expect("a readable folder").file_name().to_string_lossy().into_owned();
        let schema = json(&read(&format!("public/data/schema/{name}")), &name);
        assert!(jsonschema::meta::is_valid(&schema), "{name} n’est pas un schéma valide");
        let validator = validator_for(&schema).unwrap_or_else(|error| panic!("{name} : {error}"));
        validators.insert(name.trim_end_matches(".schema.json").to_owned(), validator);
    }
    validators
}

/// `mesures/01.json` → `mesure`, `acteurs.json` → `acteurs`.
fn schema_of(file: &str) -> &str {
    if file.starts_with("mesures/") { "mesure" } else { file.trim_end_matches(".json") }
}

/// The JSON files that `contrat` makes of the others.
fn made() -> Vec<(String, String)> {
    let schemas = under("public/data/schema").into_iter().map(|path| {
        let bytes = read(&path).into_bytes();
        (path.trim_start_matches("public/data/").to_owned(), bytes)
    });
    let edited = sources(&root().join("public/data")).into_iter().map(|(name, text)| (name, text.into_bytes()));
    let made = publish(&CORPUS, &edited.chain(schemas).collect::<Vec<_>>()).expect("everything is published");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    made.into_iter().filter(|(name, _)| name.ends_with(".json")).map(|(name, bytes)| (name, text(bytes))).collect()
}

/// Paths of the files of a folder without folders.
fn under(folder: &str) -> Vec<String> {
    let entries = std::fs::read_dir(root().join(folder)).expect("a readable folder");
    entries.map(|e| format!("{folder}/{}", e.expect("an entry").file_name().to_string_lossy())).collect()
}

/// Every JSON file published, but for the schemas.
fn all() -> Vec<(String, String)> {
    let all: Vec<_> = sources(&root().join("public/data")).into_iter().chain(made()).collect();
    assert!(["index.json", "mesures.json", "objectifs.json"].iter().all(|made| all.iter().any(|(n, _)| n == made)));
    all
}

#[test]
fn each_file_of_data_follows_its_schema() {
    let validators = validators();
    let mut unused: Vec<&str> = validators.keys().map(String::as_str).collect();
    let mut faults = Vec::new();
    for (file, text) in all() {
        let Some(validator) = validators.get(schema_of(&file)) else {
            faults.push(format!("{file} : pas de schéma"));
            continue;
        };
        unused.retain(|name| *name != schema_of(&file));
        let value = json(&text, &file);
        faults.extend(validator.iter_errors(&value).map(|e| format!("{file}, {} : {e}", e.instance_path)));
    }
    faults.extend(unused.iter().map(|name| format!("{name}.schema.json : aucun fichier")));
    no_fault(&faults);
}

#[test]
fn a_schema_refuses_an_unknown_key_and_a_missing_one() {
    let validators = validators();
    for (file, text) in all() {
        let validator = &validators[schema_of(&file)];
        let spoilt = |spoil: &dyn Fn(&mut serde_json::Map<String, Value>)| {
            let mut value = json(&text, &file);
            let object = if value.is_array() { value.get_mut(0) } else { Some(&mut value) };
            object.and_then(Value::as_object_mut).map(spoil)?;
            Some(value)
        };
        // A file of lists of words has no key to mistype.
        let Some(unknown) = spoilt(&|o| drop(o.insert("cle-inconnue".into(), Value::Null))) else { continue };
        assert!(!validator.is_valid(&unknown), "{file} : une clé inconnue passe");
        let missing = spoilt(&|o| o.clear()).expect("an object");
        assert!(!validator.is_valid(&missing), "{file} : un objet vide passe");
    }
}
