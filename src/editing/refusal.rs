//! Why a file cannot be opened, in words that lead to what to mend.

use crate::domain::french::{integer, quoted};

/// Largest file that is read, in bytes.
pub const LARGEST: usize = 4_000_000;

#[derive(Debug, Clone, PartialEq)]
pub enum Refusal {
    TooLarge,
    NotText,
    /// JSON cut or spoilt at a line.
    Syntax {
        line: usize,
    },
    /// JSON, of something else than what is expected: « une feuille de route ».
    OtherFormat {
        expected: &'static str,
    },
    /// Written by a later version of the explorer.
    Newer,
    /// A field, by its path in the file, and why it cannot be taken.
    Field {
        line: usize,
        path: String,
        why: String,
    },
}

impl Refusal {
    /// What is wrong, as a sentence that goes after the name of the file.
    pub fn message(&self) -> String {
        match self {
            Refusal::TooLarge => {
                format!("il est trop lourd (plus de {} octets).", integer(LARGEST as u64))
            }
            Refusal::NotText => "ce n’est pas un fichier de texte.".to_owned(),
            Refusal::Syntax { line } => format!("il est abîmé ou coupé à la ligne\u{a0}{line}."),
            Refusal::OtherFormat { expected } => format!("ce n’est pas {expected} de l’explorateur (fichier .json)."),
            Refusal::Newer => {
                "il vient d’une version plus récente de l’explorateur\u{a0}: rechargez la page, puis réessayez."
                    .to_owned()
            }
            Refusal::Field { line, path, why } => format!("ligne\u{a0}{line}, champ {}\u{a0}: {why}.", quoted(path)),
        }
    }

    /// From what the reader of JSON says, at a path.
    pub(super) fn of(path: String, error: &serde_json::Error) -> Refusal {
        match error.classify() {
            serde_json::error::Category::Data => {
                Refusal::Field { line: error.line(), path, why: french(&error.to_string()) }
            }
            serde_json::error::Category::Syntax
            | serde_json::error::Category::Eof
            | serde_json::error::Category::Io => Refusal::Syntax { line: error.line() },
        }
    }
}

/// The reader speaks English of what it expects itself; our own reasons are in French already.
fn french(message: &str) -> String {
    let message = message.split(" at line ").next().unwrap_or_default();
    let name = || quoted(message.split('`').nth(1).unwrap_or_default());
    if message.starts_with("missing field") {
        return format!("il y manque {}", name());
    }
    if message.starts_with("unknown field") {
        return format!("{} n’est pas connu", name());
    }
    if message.starts_with("duplicate field") {
        return format!("{} est écrit deux fois", name());
    }
    match message.rsplit_once(", expected ") {
        Some((_, expected)) if message.starts_with("invalid") => format!("on attend {}", kind(expected)),
        _ => message.to_owned(),
    }
}

fn kind(expected: &str) -> &'static str {
    match expected {
        "a string" => "un texte entre guillemets",
        "a sequence" => "une liste entre crochets",
        "a boolean" => "true ou false",
        "a tuple of size 2" => "une paire entre crochets",
        number if number.starts_with('u') || number.starts_with('i') => "un nombre entier",
        _ => "un objet entre accolades",
    }
}
