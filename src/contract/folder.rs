//! The edited files, understood enough to say what each published one holds, and what its keys mean.

use super::dictionary::{self, SHEET_NOTES, typeset};
use super::index::{ARCHIVE, Family, File, INDEX, MEASURES, NOTICE, SHEET, TARGETS};
use crate::domain::corpus::Corpus;
use crate::domain::files::{self, Files};
use crate::domain::label;
use serde_json::Value;
use std::error::Error;

/// Folder of the schemas, under `data/`.
const SCHEMAS: &str = "schema/";

pub(super) type Result<T> = std::result::Result<T, Box<dyn Error>>;

pub(super) struct Folder<'a> {
    corpus: &'a Corpus,
    pub files: Files,
    /// By path.
    schemas: Vec<(String, Value)>,
    /// The files of the measures as they are, by path.
    measures: Vec<(String, Value)>,
}

impl<'a> Folder<'a> {
    pub fn read(corpus: &'a Corpus, edited: &[(String, Vec<u8>)]) -> Result<Self> {
        let mut sources = Vec::new();
        let mut schemas = Vec::new();
        let mut measures = Vec::new();
        for (path, bytes) in edited {
            let text = str::from_utf8(bytes).map_err(|_| format!("{path} : ce n’est pas de l’UTF-8"))?;
            if path.starts_with(SCHEMAS) {
                schemas.push((path.clone(), json(path, bytes)?));
                continue;
            }
            sources.push((path.as_str(), text));
            if path.starts_with(files::MEASURES) {
                measures.push((path.clone(), json(path, bytes)?));
            }
        }
        let files = Files::parse(&sources);
        let files = files.map_err(|e| e.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))?;
        Ok(Folder { corpus, files, schemas, measures })
    }

    /// What the index says of a file.
    pub fn file(&self, path: &str, bytes: &[u8]) -> Result<File> {
        let (family, holds) = match path {
            SHEET => (Family::Published, "Une ligne par action, pour un tableur.".to_owned()),
            NOTICE => (Family::Published, "Ce que contient l’archive, licence, citation, versions.".to_owned()),
            ARCHIVE => (Family::Published, "Tous les fichiers en un seul, avec LISEZ-MOI.txt.".to_owned()),
            MEASURES | TARGETS | INDEX => (Family::Published, self.described(path)?),
            _ if path.starts_with(SCHEMAS) => (Family::Schema, self.schema_of_what(path)),
            _ if path.starts_with(files::MEASURES) => (Family::Measure, self.measure(path)?),
            _ => (Family::Edited, self.described(path)?),
        };
        let follows = path.ends_with(".json") && family != Family::Schema;
        let columns = match (path, family) {
            (SHEET, _) => dictionary::columns(self.corpus),
            (_, Family::Measure) => self.keys_of_measures(path)?,
            _ if follows => dictionary::keys(self.schema(path)?, &[&json(path, bytes)?]),
            _ => Vec::new(),
        };
        let notes: &[&str] = if path == SHEET { &SHEET_NOTES } else { &[] };
        Ok(File {
            path: path.to_owned(),
            family,
            format: path.rsplit('.').next().unwrap_or_default().to_uppercase(),
            bytes: Some(bytes.len() as u64),
            holds,
            schema: follows.then(|| schema_path(path)),
            notes: notes.iter().map(|note| (*note).to_owned()).collect(),
            columns,
        })
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
        Ok(typeset(&(first + letters.as_str())))
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

    /// The keys of all the measures, borne by the first.
    fn keys_of_measures(&self, path: &str) -> Result<Vec<super::index::Entry>> {
        if self.measures.first().is_none_or(|(first, _)| first != path) {
            return Ok(Vec::new());
        }
        let values: Vec<&Value> = self.measures.iter().map(|(_, value)| value).collect();
        Ok(dictionary::keys(self.schema(path)?, &values))
    }
}

fn json(path: &str, bytes: &[u8]) -> Result<Value> {
    Ok(serde_json::from_slice(bytes).map_err(|error| format!("{path} : {error}"))?)
}

fn schema_path(path: &str) -> String {
    let stem = if path.starts_with(files::MEASURES) { "mesure" } else { path.trim_end_matches(".json") };
    format!("{SCHEMAS}{stem}.schema.json")
}
