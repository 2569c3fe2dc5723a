//! Everything under `data/`: from the edited files and the corpus, the files for reuse, their notice, archive and index.

use super::archive::archive;
use super::dictionary;
use super::index::{ARCHIVE, Family, File, INDEX, Index, Licence, MEASURES, NOTICE, SHEET, TARGETS, Version};
use super::measures::measures_json;
use super::notice::notice;
use super::sheet::measures_csv;
use super::targets::targets_json;
use crate::domain::corpus::Corpus;
use crate::domain::files::{self, Files};
use crate::domain::french::{date, quoted};
use crate::domain::label;
use crate::domain::schema::StrategyFile;
use serde_json::Value;
use std::error::Error;

/// Folder of the schemas, under `data/`.
const SCHEMAS: &str = "schema/";

/// What `contrat` writes: an edited file of that name would be lost.
const OURS: [&str; 6] = [INDEX, SHEET, MEASURES, TARGETS, NOTICE, ARCHIVE];

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// The files to write, as `(path under data/, bytes)`. `edited` holds those of `public/data/`; what an earlier run wrote
/// among them is left out.
pub fn publish(corpus: &Corpus, edited: &[(String, Vec<u8>)]) -> Result<Vec<(String, Vec<u8>)>> {
    let mut all: Vec<_> = edited.iter().filter(|(path, _)| !OURS.contains(&path.as_str())).cloned().collect();
    all.sort();
    let folder = Folder::read(corpus, &all)?;
    let json = measures_json(corpus, &corpus.measures)?;
    let keys = dictionary::keys(folder.schema(MEASURES)?, &serde_json::from_str(&json)?);
    let made = [
        (SHEET, measures_csv(corpus, &corpus.measures)?.into_bytes()),
        (MEASURES, json.into_bytes()),
        (TARGETS, targets_json(corpus)?.into_bytes()),
    ];
    let mut made: Vec<_> = made.into_iter().map(|(path, bytes)| (path.to_owned(), bytes)).collect();
    let listed = made.iter().chain(&all).map(|(path, bytes)| folder.file(path, bytes));
    let mut index = index(&folder.files, listed.collect::<Result<_>>()?);
    index.columns = dictionary::columns(corpus);
    index.keys = keys;
    made.push((NOTICE.to_owned(), notice(&index).into_bytes()));
    all.extend(made.iter().cloned());
    all.sort();
    made.push((ARCHIVE.to_owned(), archive(&all, &index.version)?));
    // The index tells the archive's size: it cannot be inside.
    let last = made.iter().rev().take(2).map(|(path, bytes)| folder.file(path, bytes));
    index.files.splice(0..0, last.collect::<Result<Vec<_>>>()?);
    made.push((INDEX.to_owned(), (serde_json::to_string_pretty(&index)? + "\n").into_bytes()));
    Ok(made)
}

fn index(files: &Files, listed: Vec<File>) -> Index {
    let strategy = &files.strategy;
    let source = source(strategy);
    let licence = Licence {
        name: "Licence Ouverte 2.0 (Etalab)".to_owned(),
        spdx: "etalab-2.0".to_owned(),
        address: "https://www.etalab.gouv.fr/licence-ouverte-open-licence/".to_owned(),
    };
    let name = strategy.name.as_ref().unwrap_or(&strategy.title);
    let version = date(&strategy.version);
    let citation = format!("{source} Données de l’{}, version du {version}, sous {}.", quoted(name), licence.name);
    let versions = files.versions.iter().map(|v| Version { date: v.date.clone(), changes: v.changes.clone() });
    Index {
        title: strategy.title.clone(),
        version: strategy.version.clone(),
        source,
        citation,
        licence,
        versions: versions.collect(),
        files: listed,
        columns: Vec::new(),
        keys: Vec::new(),
    }
}

fn source(strategy: &StrategyFile) -> String {
    let adopted = strategy.deliberation.as_ref().map(|d| {
        let number = d.number.replace(' ', "\u{a0}");
        format!(", délibération {number} du {}", date(&d.date))
    });
    format!("{}, {}{}.", strategy.author, quoted(&strategy.title), adopted.unwrap_or_default())
}

/// The edited files, understood enough to say what each holds.
struct Folder<'a> {
    corpus: &'a Corpus,
    files: Files,
    /// By path.
    schemas: Vec<(String, Value)>,
}

impl<'a> Folder<'a> {
    fn read(corpus: &'a Corpus, edited: &[(String, Vec<u8>)]) -> Result<Self> {
        let mut sources = Vec::new();
        let mut schemas = Vec::new();
        for (path, bytes) in edited {
            let text = str::from_utf8(bytes).map_err(|_| format!("{path} : ce n’est pas de l’UTF-8"))?;
            if path.starts_with(SCHEMAS) {
                let schema = serde_json::from_str(text).map_err(|error| format!("{path} : {error}"))?;
                schemas.push((path.clone(), schema));
            } else {
                sources.push((path.as_str(), text));
            }
        }
        let files = Files::parse(&sources);
        let files = files.map_err(|e| e.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))?;
        Ok(Folder { corpus, files, schemas })
    }

    /// `acteurs.json` follows `schema/acteurs.schema.json`.
    fn schema(&self, path: &str) -> Result<&Value> {
        let wanted = schema_path(path);
        let found = self.schemas.iter().find(|(p, _)| *p == wanted);
        Ok(found.map(|(_, schema)| schema).ok_or_else(|| format!("{path} : il manque {wanted}"))?)
    }

    /// What the schema says the file holds: after « Fichier acteurs.json : ».
    fn described(&self, path: &str) -> Result<String> {
        let said = self.schema(path)?["description"].as_str().unwrap_or_default();
        let (_, holds) = said.split_once(" : ").ok_or_else(|| format!("{} : description ?", schema_path(path)))?;
        let mut letters = holds.chars();
        let first = letters.next().map_or(String::new(), |c| c.to_uppercase().to_string());
        Ok(first + letters.as_str())
    }

    fn file(&self, path: &str, bytes: &[u8]) -> Result<File> {
        let (family, holds, followed) = match path {
            SHEET => (Family::Published, "Une ligne par action, pour un tableur.".to_owned(), false),
            NOTICE => (Family::Published, "Ce que contient l’archive, licence, citation, versions.".to_owned(), false),
            ARCHIVE => (Family::Published, "Tous les fichiers en un seul, avec LISEZ-MOI.txt.".to_owned(), false),
            MEASURES | TARGETS => (Family::Published, self.described(path)?, true),
            _ if path.starts_with(SCHEMAS) => (Family::Schema, self.schema_of_what(path), false),
            _ if path.starts_with(files::MEASURES) => (Family::Measure, self.measure(path)?, true),
            _ => (Family::Edited, self.described(path)?, true),
        };
        let format = path.rsplit('.').next().unwrap_or_default().to_uppercase();
        let schema = followed.then(|| schema_path(path));
        Ok(File { path: path.to_owned(), family, format, bytes: bytes.len() as u64, holds, schema })
    }

    fn schema_of_what(&self, path: &str) -> String {
        let found = self.schemas.iter().find(|(p, _)| p == path);
        let said = found.and_then(|(_, schema)| schema["description"].as_str()).unwrap_or_default();
        let file = said.split(" : ").next().unwrap_or_default();
        format!("Schéma de {}.", file.trim_start_matches("Fichier "))
    }

    /// « Mesure 8 : titre ».
    fn measure(&self, path: &str) -> Result<String> {
        let (_, file) = self.files.measures.iter().find(|(name, _)| name == path).ok_or("mesure inconnue")?;
        let at = self.corpus.by_number(file.number).ok_or("mesure inconnue")?;
        let title = self.corpus.measure(at).map_or("", |m| m.title());
        Ok(format!("{}\u{a0}: {title}", label::measure(self.corpus, at)))
    }
}

fn schema_path(path: &str) -> String {
    let stem = if path.starts_with(files::MEASURES) { "mesure" } else { path.trim_end_matches(".json") };
    format!("{SCHEMAS}{stem}.schema.json")
}
