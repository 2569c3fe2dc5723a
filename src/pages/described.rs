//! The index of the published files, as the page reads it: an index of another shape is a missing one.

use crate::contract::index::{Entry, Family, File, Index, Licence, Version};
use crate::platform::json::Json;

pub fn read(bytes: &[u8]) -> Option<Index> {
    let json = Json::parse(str::from_utf8(bytes).ok()?)?;
    let licence = json.at("licence")?;
    Some(Index {
        title: text(&json, "titre")?,
        version: text(&json, "version")?,
        source: text(&json, "source")?,
        citation: text(&json, "citation")?,
        licence: Licence {
            name: text(&licence, "nom")?,
            spdx: text(&licence, "spdx")?,
            address: text(&licence, "adresse")?,
            allows: text(&licence, "permet")?,
        },
        versions: json.at("versions")?.list(version)?,
        files: json.at("fichiers")?.list(file)?,
    })
}

fn text(json: &Json, key: &str) -> Option<String> {
    json.at(key)?.text()
}

fn version(json: &Json) -> Option<Version> {
    Some(Version { date: text(json, "date")?, changes: json.at("changements")?.list(Json::text)? })
}

fn file(json: &Json) -> Option<File> {
    let key = text(json, "famille")?;
    Some(File {
        path: text(json, "chemin")?,
        family: Family::ALL.into_iter().find(|family| family.key() == key)?,
        format: text(json, "format")?,
        bytes: json.at("octets").and_then(|octets| octets.integer()),
        holds: text(json, "contenu")?,
        schema: text(json, "schema"),
        notes: json.at("remarques")?.list(Json::text)?,
        columns: json.at("colonnes")?.list(entry)?,
    })
}

fn entry(json: &Json) -> Option<Entry> {
    Some(Entry { name: text(json, "nom")?, meaning: text(json, "sens")?, example: text(json, "exemple")? })
}
