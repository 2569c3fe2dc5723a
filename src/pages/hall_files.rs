//! The ways out of a workshop and back in, and what is kept of it on the device.

use super::forms::{Work, field, ways, write};
use super::hall::Hall;
use super::shelf::Keeping;
use crate::components::prose::subtitle;
use crate::domain::address::{Address, View};
use crate::domain::corpus::Corpus;
use crate::domain::document::{Document, Workbook};
use crate::kids;
use crate::platform::opening::Opened;
use crate::platform::page;
use crate::reactive::*;
use crate::store::Step;
use crate::view::node::{Element, button, el};
use crate::workshop::edit::Edit;
use crate::workshop::{Workshop, file, minutes, tables};

const UNASKED: &str = "Rien n’est gardé tant que l’atelier n’a pas commencé.";
const KEPT: &str = "Votes, notes et place dans la suite sont gardés sur cet appareil à chaque changement, même si la page se ferme d’un coup. Sur un poste partagé, n’oubliez pas d’effacer.";
const REFUSED: &str = "Votre navigateur refuse de garder l’atelier (navigation privée, cadre, ou plus de place)\u{a0}: enregistrez le fichier .json pour ne rien perdre.";

/// Id of the field where a workshop is opened.
pub const OPEN: &str = "ouvrir-atelier";

/// Name of its files.
const NAME: &str = "compte-rendu-atelier";

pub fn files_of(hall: Hall) -> Element {
    let save = move |form| {
        let workshop = hall.past.with_untracked(|past| past.now().clone());
        write(hall.desk, &Held { corpus: hall.store.corpus, workshop }, form);
    };
    let note =
        "Le tableur .csv a les résultats des votes. Le fichier .json se rouvre ici, tel quel, avec chaque bulletin.";
    let inside = kids![subtitle("Emporter".to_owned()), ways(save), el("p", "xp-page__source", kids![note])];
    el("section", "xp-screen", inside)
}

struct Held {
    corpus: &'static Corpus,
    workshop: Workshop,
}

impl Work for Held {
    fn name(&self) -> String {
        NAME.to_owned()
    }

    fn document(&self) -> Document {
        minutes::document(self.corpus, &self.workshop)
    }

    fn workbook(&self) -> Workbook {
        tables::workbook(self.corpus, &self.workshop)
    }

    fn json(&self) -> String {
        file::write(&self.workshop, &self.corpus.title)
    }
}

/// Opens a workshop that was saved.
pub fn reopen() -> Element {
    let inside = kids![
        subtitle("Rouvrir un atelier".to_owned()),
        field(OPEN, "Fichier d’un atelier (.json), tel que l’enregistre le compte rendu", false)
    ];
    el("section", "xp-screen xp-files", inside)
}

pub fn open(hall: Hall, files: Vec<Opened>) {
    let desk = hall.desk;
    let Some(Opened { name, bytes }) = files.into_iter().next() else { return };
    let read = bytes.map_err(|_| "le navigateur ne peut pas le lire.".to_owned());
    match read.and_then(|bytes| file::read(&bytes).map_err(|refusal| refusal.message())) {
        Ok(workshop) => {
            let there = Address::parse(&workshop.view, hall.store.corpus).0;
            hall.edit(Edit::Replace(Box::new(workshop)));
            // The measures it was about, whatever was being looked at here.
            if let (View::Workshop(source, _), View::Workshop(_, scene)) = (there.view, untrack(|| hall.store.view())) {
                hall.store.edit(Step::Replace, |a| *a = Address { view: View::Workshop(source, scene), ..there });
            }
            page::after_paint(|| page::focus_first(&["#reprendre-atelier", "#titre"]));
            desk.tell(format!("«\u{a0}{name}\u{a0}» est ouvert. «\u{a0}Annuler\u{a0}» rend ce qui était là."), false);
        }
        Err(why) => desk.tell(
            format!("Rien n’est perdu, mais ce fichier n’a pas pu être ouvert. «\u{a0}{name}\u{a0}»\u{a0}: {why}"),
            true,
        ),
    }
}

/// What the device keeps, and how to end it.
pub fn keeping(hall: Hall) -> Element {
    let (desk, shelf) = (hall.desk, hall.shelf);
    let state = shelf.keeping.get();
    let end = move || {
        hall.forget();
        desk.tell(
            "L’atelier n’est plus gardé sur cet appareil. Il reste dans cette page jusqu’à sa fermeture.".to_owned(),
            false,
        );
        page::after_paint(|| page::focus_without_scroll("titre"));
    };
    let text = match state {
        Keeping::Unasked => UNASKED,
        Keeping::Kept => KEPT,
        Keeping::Refused => REFUSED,
    };
    let text = el("p", "", kids![text]).class_if("xp-told--wrong", state == Keeping::Refused);
    let unread = shelf.unread.get();
    let aside = unread.is_some() || shelf.previous.get();
    let end = (state != Keeping::Unasked || aside)
        .then(|| button("xp-button", kids!["Effacer l’atelier de cet appareil"], end).attr("id", "effacer-atelier"));
    let back = move || {
        hall.take_back();
        page::after_paint(|| page::focus_first(&["#annuler:enabled", "#titre"]));
    };
    let back = shelf.previous.get().then(|| {
        button("xp-button", kids!["Reprendre l’atelier dont un fichier a pris la place"], back).attr("id", "precedent")
    });
    let unread = unread.map(|why| {
        let said = format!("Un atelier gardé ici n’a pas pu être relu\u{a0}: {why} Il y reste, intact, jusqu’à ce que vous effaciez tout.");
        el("p", "xp-notice", kids![said])
    });
    let inside =
        kids![subtitle("Sur cet appareil".to_owned()), unread, text, el("p", "xp-ways", kids![end, " ", back])];
    el("section", "xp-keeping xp-screen", inside)
}
