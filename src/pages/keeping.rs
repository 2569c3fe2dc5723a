//! « Garder sur cet appareil »: what is kept, since when, how to end it, and what to do where the browser refuses.

use super::desk::Desk;
use super::shelf::Keeping;
use crate::components::prose::subtitle;
use crate::kids;
use crate::platform::page;
use crate::reactive::*;
use crate::view::node::{Element, button, el, spoken};

const UNASKED: &str = "Rien n’est gardé tant que vous ne le demandez pas\u{a0}: la sélection vit dans l’adresse, la feuille de route dans cette page, et part avec elle.";
const KEPT: &str = "La sélection et la feuille de route sont gardées sur cet appareil à chaque changement, même si la page se ferme d’un coup. Sur un poste partagé, n’oubliez pas d’effacer.";
const REFUSED: &str = "Votre navigateur refuse de garder la feuille de route (navigation privée, cadre, ou plus de place)\u{a0}: enregistrez le fichier pour ne rien perdre.";

pub fn keeping(desk: Desk) -> Element {
    let ask = move || desk.keep();
    let end = move || {
        desk.forget();
        desk.tell(
            "Plus rien n’est gardé sur cet appareil. Ce qui est sous vos yeux y reste jusqu’à la fermeture.".to_owned(),
            false,
        );
        page::after_paint(|| page::focus_without_scroll("garder"));
    };
    let ask = |text: &'static str| button("xp-button", kids![text], ask).attr("id", "garder");
    let state = desk.shelf.keeping.get();
    let (text, way) = match state {
        Keeping::Unasked => (UNASKED, ask("Garder sur cet appareil")),
        Keeping::Kept => {
            (KEPT, button("xp-button", kids!["Ne plus garder, tout effacer"], end).attr("id", "ne-plus-garder"))
        }
        Keeping::Refused => (REFUSED, ask("Réessayer")),
    };
    let text = el("p", "", kids![text]);
    let text =
        if state == Keeping::Refused { text.attr("role", "alert").class_if("xp-told--wrong", true) } else { text };
    let unread = desk.shelf.unread.get().map(|why| {
        let said = format!("Une feuille de route gardée ici n’a pas pu être relue\u{a0}: {why} Elle y reste, intacte, jusqu’à ce que vous effaciez tout.");
        el("p", "xp-notice", kids![said])
    });
    let inside =
        kids![subtitle("Sur cet appareil".to_owned()), unread, text, el("p", "", kids![way.key(state as u64)])];
    el("section", "xp-keeping", inside).attr("data-garde", key(state))
}

/// For tests and scripts.
fn key(state: Keeping) -> &'static str {
    match state {
        Keeping::Unasked => "non",
        Keeping::Kept => "oui",
        Keeping::Refused => "refuse",
    }
}

/// The same in a few words, beside what one works on.
pub fn short(desk: Desk) -> Element {
    let ask = move || desk.keep();
    match desk.shelf.keeping.get() {
        Keeping::Unasked if desk.shelf.unread.with(Option::is_some) => {
            el("span", "xp-told--wrong", kids!["ce que gardait cet appareil n’a pas pu être relu (voir en bas)"])
        }
        Keeping::Unasked => button("xp-button", kids!["La garder", spoken(" ici")], ask).attr("id", "garder-vite"),
        Keeping::Kept => el("span", "xp-page__source", kids!["gardée à chaque changement"]),
        Keeping::Refused => el("span", "xp-told--wrong", kids!["non gardée\u{a0}: enregistrez le fichier"]),
    }
}
