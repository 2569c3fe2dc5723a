//! What is to be said of the last thing entered: why it was refused, or that it looks wrong; and how it is taken back.

use super::hall::Hall;
use crate::domain::french::integer;
use crate::kids;
use crate::platform::page;
use crate::reactive::*;
use crate::view::node::{Element, Node, button, el};
use crate::workshop::edit::Edit;
use std::str::FromStr;

impl Hall {
    /// Says why nothing was done; `false`, since it was not taken.
    pub fn refuse(self, why: String) -> bool {
        self.told.set(Some((why, true)));
        false
    }

    /// A whole number as it is typed; none where the field is empty. Anything else is said, and nothing is done. Tells
    /// whether it was taken.
    pub fn number<N: FromStr>(self, typed: &str, most: u64, then: impl FnOnce(Option<N>) -> Option<Edit>) -> bool {
        let typed = typed.trim();
        let number = match (typed.is_empty(), typed.parse()) {
            (true, _) => None,
            (false, Ok(number)) => Some(number),
            (false, Err(_)) => {
                return self.refuse(format!("On attend un nombre entier, de\u{a0}0 à\u{a0}{}.", integer(most)));
            }
        };
        then(number).is_none_or(|edit| self.edit(edit))
    }
}

pub fn said(hall: Hall) -> Element {
    let told = hall.told.get();
    let wrong = told.as_ref().is_some_and(|(_, wrong)| *wrong);
    el("span", "xp-vote__told", kids![told.map(|(text, _)| text)]).class_if("xp-told--wrong", wrong).told()
}

/// « Annuler », « Rétablir ».
pub fn steps(hall: Hall) -> Vec<Node> {
    let (can_undo, can_redo) = hall.past.with(|past| (past.can_undo(), past.can_redo()));
    // One that answers no more gives the focus to the other.
    let then = |run: fn(Hall), own: &'static str, other: &'static str| {
        move || {
            run(hall);
            page::after_paint(move || page::focus_first(&[own, other, "#titre"]));
        }
    };
    let undo = button("xp-button", kids!["Annuler"], then(Hall::undo, "#annuler:enabled", "#retablir:enabled"));
    let redo = button("xp-button", kids!["Rétablir"], then(Hall::redo, "#retablir:enabled", "#annuler:enabled"));
    kids![
        undo.attr("id", "annuler").flag("disabled", !can_undo),
        " ",
        redo.attr("id", "retablir").flag("disabled", !can_redo),
    ]
}
