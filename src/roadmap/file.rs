//! The file of a roadmap: JSON with French keys, written and read back to the same value.
//!
//! Reading is total: a file that cannot be taken is a `Refusal` that says where; nothing is guessed or left out.

use super::due::{Day, Due};
use super::row::{Roadmap, Row, Subject};
use super::terms::{Field, Priority, Status};
use crate::editing::field::{Named, checked, distinct, keys, short};
use crate::editing::open::{Format, open};
pub use crate::editing::refusal::{LARGEST, Refusal};
use serde::{Deserialize, Deserializer, Serialize};

const FORMAT: Format = Format { name: "explorateur-sress/feuille-de-route", version: 1, label: "une feuille de route" };

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RoadmapFile {
    format: String,
    version: u32,
    /// For who opens the file by hand.
    #[serde(default)]
    strategie: String,
    #[serde(deserialize_with = "short")]
    titre: String,
    #[serde(deserialize_with = "short")]
    collectivite: String,
    #[serde(default, deserialize_with = "day", skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(deserialize_with = "distinct")]
    lignes: Vec<RowFile>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RowFile {
    /// « 8 », « 8.2 ».
    #[serde(deserialize_with = "subject")]
    ligne: String,
    #[serde(deserialize_with = "status")]
    statut: String,
    #[serde(default, deserialize_with = "priority", skip_serializing_if = "Option::is_none")]
    priorite: Option<String>,
    #[serde(default, deserialize_with = "due", skip_serializing_if = "Option::is_none")]
    echeance: Option<String>,
    #[serde(default, deserialize_with = "short")]
    pilote: String,
    #[serde(default, deserialize_with = "short")]
    partenaires: String,
    #[serde(default, deserialize_with = "short")]
    dispositifs: String,
    #[serde(default, deserialize_with = "short")]
    budget: String,
    #[serde(default, deserialize_with = "short")]
    notes: String,
}

impl Named for RowFile {
    const MOST: usize = 2_000;

    fn name(&self) -> String {
        self.ligne.clone()
    }
}

/// The text of the file; `strategy` is the title of the strategy it is about.
pub fn write(roadmap: &Roadmap, strategy: &str) -> String {
    let file = RoadmapFile {
        format: FORMAT.name.to_owned(),
        version: FORMAT.version,
        strategie: strategy.to_owned(),
        titre: roadmap.title.clone(),
        collectivite: roadmap.holder.clone(),
        date: roadmap.date.map(|d| d.to_string()),
        lignes: roadmap.rows.iter().map(row_file).collect(),
    };
    // Texts and numbers only: nothing in it can fail to be written.
    serde_json::to_string_pretty(&file).unwrap_or_default()
}

fn row_file(row: &Row) -> RowFile {
    let text = |field| row.text(field).to_owned();
    RowFile {
        ligne: row.subject.key(),
        statut: row.status.key().to_owned(),
        priorite: row.priority.map(|p| p.key().to_owned()),
        echeance: row.due.map(|d| d.to_string()),
        pilote: text(Field::Lead),
        partenaires: text(Field::Partners),
        dispositifs: text(Field::Schemes),
        budget: text(Field::Budget),
        notes: text(Field::Notes),
    }
}

pub fn read(bytes: &[u8]) -> Result<Roadmap, Refusal> {
    open(bytes, &FORMAT).map(roadmap)
}

fn roadmap(file: RoadmapFile) -> Roadmap {
    let mut roadmap = Roadmap {
        title: file.titre,
        holder: file.collectivite,
        date: file.date.as_deref().and_then(Day::parse),
        rows: file.lignes.into_iter().filter_map(row).collect(),
    };
    roadmap.settle();
    roadmap
}

/// Each field was read by its own reader already.
fn row(file: RowFile) -> Option<Row> {
    Some(Row {
        subject: Subject::by_key(&file.ligne)?,
        status: Status::by_key(&file.statut)?,
        priority: file.priorite.as_deref().and_then(Priority::by_key),
        due: file.echeance.as_deref().and_then(Due::parse),
        texts: [file.pilote, file.partenaires, file.dispositifs, file.budget, file.notes],
    })
}

/// The text itself, where something reads it.
fn known<'de, D: Deserializer<'de>>(from: D, reads: fn(&str) -> bool, expected: &str) -> Result<String, D::Error> {
    checked(from, |text| reads(text).then(|| text.to_owned()), expected)
}

fn subject<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    known(
        from,
        |t| Subject::by_key(t).is_some_and(|s| s.key() == t),
        "une mesure («\u{a0}8\u{a0}») ni une action («\u{a0}8.2\u{a0}»)",
    )
}

fn status<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    known(from, |t| Status::by_key(t).is_some(), &keys(Status::ALL.iter().map(|s| s.key())))
}

fn priority<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    known(from, |t| Priority::by_key(t).is_some(), &keys(Priority::ALL.iter().map(|p| p.key()))).map(Some)
}

fn due<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    known(
        from,
        |t| Due::parse(t).is_some(),
        "une date («\u{a0}2027-03-15\u{a0}») ni un trimestre («\u{a0}2027-T2\u{a0}»)",
    )
    .map(Some)
}

fn day<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    known(from, |t| Day::parse(t).is_some(), "une date («\u{a0}2027-03-15\u{a0}»)").map(Some)
}
