//! What opens the documents as a reader would: LibreOffice without a screen, and `pdftotext`, which reads its pages.

use super::apt::{self, Missing};
use crate::report::{Failure, Result};
use crate::workspace::Workspace;

/// The one that turns documents into others, and the one that reads a PDF.
const PROGRAMS: [&str; 2] = ["soffice", "pdftotext"];

const MISSING: Missing = Missing {
    what: "LibreOffice",
    how_long: "1 à 3 minutes, 300 Mo",
    packages: &["libreoffice-writer-nogui", "libreoffice-calc-nogui", "poppler-utils", "fonts-liberation"],
    by_hand: "installer LibreOffice (soffice) et poppler (pdftotext), et les mettre dans le PATH.",
};

/// Makes both answer, from the system's packages if one is missing.
pub fn ensure(ws: &Workspace) -> Result<()> {
    if absent().is_none() {
        return Ok(());
    }
    apt::install(ws, &MISSING)?;
    match absent() {
        None => Ok(()),
        Some(name) => Err(Failure::new(format!("{name} reste introuvable après son installation"), MISSING.by_hand)),
    }
}

fn absent() -> Option<&'static str> {
    PROGRAMS.into_iter().find(|name| apt::find(&[*name]).is_none())
}
