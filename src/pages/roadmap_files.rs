//! The ways out of a roadmap and back in.

use super::desk::Desk;
use super::desk_inputs::OPEN;
use super::forms::{Work, field, ways, write};
use crate::components::prose::subtitle;
use crate::domain::corpus::Corpus;
use crate::domain::document::{Document, Workbook};
use crate::domain::text::fold;
use crate::kids;
use crate::reactive::*;
use crate::roadmap::{Roadmap, file, takeaway};
use crate::store::Store;
use crate::view::node::{Element, el};

pub fn files_of(store: Store, desk: Desk) -> Element {
    let empty = desk.read(|r| r.is_empty());
    let save = move |form| {
        let roadmap = desk.past.with_untracked(|past| past.now().clone());
        if write(desk, &Drafted { corpus: store.corpus, roadmap }, form) {
            desk.handed_over();
        }
    };
    let note = "Word, Excel et le texte citent les passages officiels avec leur page. Seul le fichier .json se rouvre ici, tel quel.";
    let out = (!empty).then(|| kids![ways(save), el("p", "xp-page__source", kids![note])]);
    let inside =
        kids![subtitle("Emporter, rouvrir".to_owned()), out, field(OPEN, "Ouvrir une feuille de route (.json)", false)];
    el("section", "xp-screen xp-files", inside)
}

struct Drafted {
    corpus: &'static Corpus,
    roadmap: Roadmap,
}

impl Work for Drafted {
    /// « feuille-de-route-cc-du-val », the structure's name as every system keeps it.
    fn name(&self) -> String {
        let folded = fold(&self.roadmap.holder);
        let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).take(6);
        std::iter::once("feuille-de-route").chain(words).collect::<Vec<_>>().join("-")
    }

    fn document(&self) -> Document {
        takeaway::document(self.corpus, &self.roadmap)
    }

    fn workbook(&self) -> Workbook {
        takeaway::workbook(self.corpus, &self.roadmap)
    }

    fn json(&self) -> String {
        file::write(&self.roadmap, &self.corpus.title)
    }
}
