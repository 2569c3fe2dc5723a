//! A `Document` as .docx: the parts of the package (ECMA-376), which of them are fixed, and their archive.
//!
//! What is fixed is beside this file as the XML it is; what holds a text goes through `xml`, which escapes it. Deliberately
//! absent: macros, links, pictures, dates and names of people.

mod body;
mod table;
mod xml;

use self::xml::Xml;
use super::legal::one_line;
use crate::domain::document::Document;
use std::io::{self, Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The parts that are the same in every document, in the order readers want them: types first.
const FIXED: [(&str, &str); 6] = [
    ("[Content_Types].xml", include_str!("content_types.xml")),
    ("_rels/.rels", include_str!("package_rels.xml")),
    ("word/_rels/document.xml.rels", include_str!("document_rels.xml")),
    ("word/styles.xml", include_str!("styles.xml")),
    ("word/numbering.xml", include_str!("numbering.xml")),
    ("word/settings.xml", include_str!("settings.xml")),
];

/// The bytes of the file. Fails, in French, on a table of more columns than Word shows.
pub fn write(document: &Document) -> Result<Vec<u8>, String> {
    table::check(document)?;
    file(document).map_err(|error| format!("document refusé : {error}"))
}

fn file(document: &Document) -> io::Result<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // Without a date: the same content is the same bytes.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let made = [
        ("docProps/core.xml", properties(document)?),
        ("word/document.xml", body::write(document)?),
        ("word/footer1.xml", footer(document)?),
    ];
    let fixed = FIXED.into_iter().map(|(name, text)| (name, text.as_bytes()));
    for (name, bytes) in fixed.chain(made.iter().map(|(name, bytes)| (*name, bytes.as_slice()))) {
        archive.start_file(name, options)?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// Title and language, which readers of documents say first.
fn properties(document: &Document) -> io::Result<Vec<u8>> {
    let names = [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ];
    Xml::part("cp:coreProperties", &names, |xml| {
        xml.within("dc:title", &[], |xml| xml.text(&one_line(&document.title)))?;
        xml.within("dc:language", &[], |xml| xml.text("fr-FR"))
    })
}

/// Where the official text comes from, and « page 2 sur 5 ».
fn footer(document: &Document) -> io::Result<Vec<u8>> {
    Xml::part("w:ftr", &xml::NAMES, |xml| {
        xml.paragraph("Pieddepage", |xml| {
            xml.run(&one_line(&document.source))?;
            xml.run("\tpage ")?;
            xml.field("PAGE")?;
            xml.run(" sur ")?;
            xml.field("NUMPAGES")
        })
    })
}
