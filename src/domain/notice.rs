//! What of an address could not be honoured, as the visitor reads it.

use super::french::quoted;
use super::text::clip;

/// Longest question kept, in characters.
pub const LONGEST_TEXT: usize = 200;

/// Something of an address that could not be honoured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    UnknownView(String),
    UnknownValue { label: String, value: String },
    TextCut,
    NewerVersion,
}

impl Notice {
    /// What the visitor reads.
    pub fn message(&self) -> String {
        match self {
            Notice::UnknownView(path) => {
                format!("La page {} n’existe pas\u{a0}: voici les mesures.", quoted(&short(path)))
            }
            Notice::UnknownValue { label, value } => {
                format!("{label}\u{a0}: {} n’est pas connu, ce choix est laissé de côté.", quoted(&short(value)))
            }
            Notice::TextCut => {
                format!("Votre recherche est limitée à {LONGEST_TEXT} caractères\u{a0}: la suite est laissée de côté.")
            }
            Notice::NewerVersion => {
                "Ce lien vient d’une version plus récente de l’explorateur\u{a0}: une partie a pu être laissée de côté."
                    .into()
            }
        }
    }
}

/// Said once, however often a link gives cause for it.
pub fn tell(notices: &mut Vec<Notice>, notice: Notice) {
    if !notices.contains(&notice) {
        notices.push(notice);
    }
}

/// A hostile link may hold thousands of unknown values: a few are enough to say so.
pub fn unknown(notices: &mut Vec<Notice>, label: &str, value: &str) {
    if notices.len() < 4 {
        notices.push(Notice::UnknownValue { label: label.to_owned(), value: value.to_owned() });
    }
}

fn short(text: &str) -> String {
    let (start, cut) = clip(text, 40);
    if cut { format!("{start}…") } else { start.to_owned() }
}
