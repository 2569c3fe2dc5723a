//! The text of a document: title, lines, blocks, and the paper.

use super::table;
use super::xml::{NAMES, Xml};
use crate::domain::document::{Block, Document};
use std::io;

/// Styles of headings, by level; what is deeper takes the last.
const HEADINGS: [&str; 6] = ["Titre1", "Titre2", "Titre3", "Titre4", "Titre5", "Titre6"];

pub fn write(document: &Document) -> io::Result<Vec<u8>> {
    Xml::part("w:document", &NAMES, |xml| {
        xml.within("w:body", &[], |xml| {
            xml.paragraph("Titre", |xml| xml.run(&document.title))?;
            for line in &document.lines {
                xml.paragraph("Sous-titre", |xml| xml.run(line))?;
            }
            for one in &document.blocks {
                block(xml, one)?;
            }
            paper(xml)
        })
    })
}

fn block(xml: &mut Xml, block: &Block) -> io::Result<()> {
    match block {
        Block::Heading(level, text) => {
            let at = usize::from(level.saturating_sub(1)).min(HEADINGS.len() - 1);
            xml.paragraph(HEADINGS[at], |xml| xml.run(text))
        }
        Block::Official { text, page } => xml.paragraph("Texteofficiel", |xml| {
            xml.run(&format!("«\u{a0}{text}\u{a0}» "))?;
            xml.styled("Renvoidepage", &format!("p.\u{a0}{page}"))
        }),
        Block::Text(text) => xml.paragraph("Note", |xml| xml.run(text)),
        Block::List(items) => items.iter().try_for_each(|item| xml.paragraph("Listepuces", |xml| xml.run(item))),
        Block::Table(one) => table::write(xml, one),
    }
}

/// A4, margins of two centimetres, and the footer.
fn paper(xml: &mut Xml) -> io::Result<()> {
    xml.within("w:sectPr", &[], |xml| {
        xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", "rId4")])?;
        xml.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")])?;
        let margins = [("w:top", "1134"), ("w:right", "1134"), ("w:bottom", "1134"), ("w:left", "1134")];
        let others = [("w:header", "567"), ("w:footer", "567"), ("w:gutter", "0")];
        xml.empty("w:pgMar", &[&margins[..], &others].concat())
    })
}
