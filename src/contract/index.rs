//! `index.json`: what is published, what its columns and keys mean, under which licence, how to cite it, what changed.
//! Written by `contrat`, read by the page of the data (`pages/described.rs`), so that no program carries it.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Names of the files that `contrat` writes, under `data/`.
pub const INDEX: &str = "index.json";
pub const SHEET: &str = "mesures.csv";
pub const MEASURES: &str = "mesures.json";
pub const TARGETS: &str = "objectifs.json";
pub const NOTICE: &str = "LISEZ-MOI.txt";
pub const ARCHIVE: &str = "donnees.zip";

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Index {
    #[serde(rename = "titre")]
    pub title: String,
    /// Date of the last change to the data, ISO 8601.
    pub version: String,
    /// Whose text it is, and how it was adopted.
    pub source: String,
    /// How to cite these data, without the address of the page.
    pub citation: String,
    #[serde(rename = "licence")]
    pub licence: Licence,
    /// Latest first.
    pub versions: Vec<Version>,
    /// Every published file, this index too.
    #[serde(rename = "fichiers")]
    pub files: Vec<File>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Licence {
    #[serde(rename = "nom")]
    pub name: String,
    /// Identifier of the SPDX list.
    pub spdx: String,
    #[serde(rename = "adresse")]
    pub address: String,
    /// What may be done under it, in a sentence.
    #[serde(rename = "permet")]
    pub allows: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Version {
    /// ISO 8601.
    pub date: String,
    #[serde(rename = "changements")]
    pub changes: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct File {
    /// Under `data/`.
    #[serde(rename = "chemin")]
    pub path: String,
    #[serde(rename = "famille")]
    pub family: Family,
    /// « CSV ».
    pub format: String,
    /// `None` where nobody can tell: of the index itself, and of the archive in the copy of the index that it holds.
    #[serde(rename = "octets")]
    pub bytes: Option<u64>,
    #[serde(rename = "contenu")]
    pub holds: String,
    /// Path of its JSON Schema.
    pub schema: Option<String>,
    /// What one must know to read it, a paragraph each.
    #[serde(rename = "remarques")]
    pub notes: Vec<String>,
    /// Its columns, or its keys; of files that share a schema, the first bears them for all.
    #[serde(rename = "colonnes")]
    pub columns: Vec<Entry>,
}

impl File {
    /// « colonnes de mesures.csv », « clés des fichiers de mesures »: what its entries are.
    pub fn columns_of(&self) -> String {
        match (self.family, self.path.as_str()) {
            (_, SHEET) => format!("colonnes de {SHEET}"),
            (Family::Measure, _) => "clés des fichiers de mesures".to_owned(),
            (_, path) => format!("clés de {path}"),
        }
    }
}

/// What a file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// Made for reuse: its keys and columns are stable.
    Published,
    /// Edited by hand: the source of all the others.
    Edited,
    /// One measure, edited by hand.
    Measure,
    Schema,
}

impl Family {
    pub const ALL: [Family; 4] = [Family::Published, Family::Edited, Family::Measure, Family::Schema];

    pub const fn key(self) -> &'static str {
        match self {
            Family::Published => "publication",
            Family::Edited => "source",
            Family::Measure => "mesure",
            Family::Schema => "schema",
        }
    }
}

impl Serialize for Family {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.key())
    }
}

impl<'de> Deserialize<'de> for Family {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let key = String::deserialize(deserializer)?;
        let found = Family::ALL.into_iter().find(|family| family.key() == key);
        found.ok_or_else(|| D::Error::custom(format!("famille inconnue : {key}")))
    }
}

/// A column or a key.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    #[serde(rename = "nom")]
    pub name: String,
    #[serde(rename = "sens")]
    pub meaning: String,
    /// The first value met, shortened; empty where there is none.
    #[serde(rename = "exemple")]
    pub example: String,
}
