//! What comes to the desk from outside its own controls: files that are opened, items that are dragged.

use super::basket::move_to;
use super::desk::Desk;
use crate::platform::opening::Opened;
use crate::reactive::*;
use crate::roadmap::Subject;
use crate::roadmap::edit::Edit;
use crate::roadmap::file::{self, Refusal};
use crate::roadmap::merge::Source;
use crate::roadmap::terms::Status;
use crate::store::Step;

/// Ids of the fields where files are opened.
pub const OPEN: &str = "ouvrir";
pub const OPEN_MANY: &str = "reunir";

/// « mesure:8 » onto « mesure:1 » in the selection, « ligne:8.2 » onto « statut:fait » on the board.
pub fn dropped(desk: Desk, item: &str, place: &str) {
    let number = |text: &str| desk.store.corpus.by_number(text.parse().ok()?);
    match (item.split_once(':'), place.split_once(':')) {
        (Some(("mesure", moved)), Some(("mesure", onto))) => {
            if let (Some(moved), Some(onto)) = (number(moved), number(onto)) {
                let order = || untrack(|| desk.store.read(|a| a.basket.clone()));
                let before = order();
                desk.store.edit(Step::Push, |a| {
                    if let Some(to) = a.basket.iter().position(|&m| m == onto) {
                        move_to(&mut a.basket, moved, to);
                    }
                });
                if order() != before {
                    desk.tell(format!("Mesure\u{a0}{} déplacée.", item.trim_start_matches("mesure:")), false);
                }
            }
        }
        (Some(("ligne", subject)), Some(("statut", status))) => {
            if let (Some(subject), Some(status)) = (Subject::by_key(subject), Status::by_key(status)) {
                desk.edit(Edit::Status(subject, status));
                desk.tell(format!("Ligne {}\u{a0}: {}.", subject.key(), status.label()), false);
            }
        }
        _ => {}
    }
}

pub fn open(desk: Desk, id: &str, files: Vec<Opened>) {
    let mut wrong = Vec::new();
    let mut sources = Vec::new();
    for Opened { name, bytes } in files {
        let read = bytes.map_err(|_| "le navigateur ne peut pas le lire.".to_owned());
        match read.and_then(|bytes| file::read(&bytes).map_err(|refusal: Refusal| refusal.message())) {
            Ok(roadmap) => sources.push(Source { file: name, roadmap }),
            Err(why) => wrong.push(format!("«\u{a0}{name}\u{a0}»\u{a0}: {why}")),
        }
    }
    let number = sources.len();
    let which = if wrong.len() > 1 {
        "ces fichiers n’ont pas pu être ouverts"
    } else {
        "ce fichier n’a pas pu être ouvert"
    };
    let refused = (!wrong.is_empty()).then(|| format!("Rien n’est perdu, mais {which}. {}", wrong.join(" ")));
    match (id, sources.pop()) {
        (OPEN, Some(source)) => {
            desk.edit(Edit::Replace(Box::new(source.roadmap)));
            let text = format!("«\u{a0}{}\u{a0}» est ouvert. «\u{a0}Annuler\u{a0}» rend ce qui était là.", source.file);
            desk.tell(refused.unwrap_or(text), !wrong.is_empty());
        }
        (OPEN_MANY, Some(last)) => {
            sources.push(last);
            desk.sources.update(|all| all.extend(sources));
            let text = format!("{number} de plus dans le tableau.");
            desk.tell(refused.unwrap_or(text), !wrong.is_empty());
        }
        _ => {
            if let Some(refused) = refused {
                desk.tell(refused, true);
            }
        }
    }
}
