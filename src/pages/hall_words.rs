//! What two windows of one workshop tell each other.

use super::hall::{Beam, Hall, Wall, follow};
use crate::domain::address::Address;
use crate::reactive::*;
use crate::workshop::file;
use crate::workshop::unseen::Unseen;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Word {
    /// Asked by a window that has just opened.
    bonjour: bool,
    /// Fragment of the slide on the wall.
    vue: Option<String>,
    noir: bool,
    taille: u16,
    sombre: bool,
    minuteur: bool,
    /// The whole workshop, as its file, when it changed.
    atelier: Option<String>,
    /// Who speaks, how many entries they made, and up to which they know those of the others.
    de: u32,
    rang: u32,
    vus: BTreeMap<u32, u32>,
}

impl Word {
    pub fn hello() -> Word {
        Word { bonjour: true, ..Word::default() }
    }

    pub fn of(hall: Hall, atelier: Option<String>) -> Word {
        let Unseen { me: de, rank: rang, heard: vus, .. } = hall.unseen.get_untracked();
        Word { atelier, de, rang, vus, ..Word::default() }
    }

    /// With the slide on the wall, by its fragment.
    pub fn showing(self, fragment: String, wall: Wall) -> Word {
        let Wall { blank: noir, size: taille, beam, timed: minuteur } = wall;
        Word { vue: Some(fragment), noir, taille, sombre: beam == Beam::Dark, minuteur, ..self }
    }

    pub fn text(&self) -> String {
        // Texts and numbers only: nothing in it can fail to be written.
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// Does what another window says. What cannot be read is let be: another version may be open beside this one.
pub fn heard(hall: Hall, text: &str) {
    let Ok(word) = serde_json::from_str::<Word>(text) else { return };
    if word.bonjour {
        if untrack(|| hall.slide()).is_some() {
            hall.say(true);
        }
        return;
    }
    hall.take_theirs();
    if let Some(Ok(theirs)) = word.atelier.map(|text| file::read(text.as_bytes())) {
        let me = hall.unseen.with_untracked(|unseen| unseen.me);
        hall.join(word.vus.get(&me).copied().unwrap_or(0), theirs);
        hall.unseen.update(|unseen| _ = unseen.heard.insert(word.de, word.rang));
    }
    if let Some(fragment) = word.vue {
        let size = super::hall::SIZES.into_iter().find(|s| *s == word.taille).unwrap_or(100);
        let beam = if word.sombre { Beam::Dark } else { Beam::Light };
        let wall = Wall { blank: word.noir, size, beam, timed: word.minuteur };
        if hall.wall.get_untracked() != wall {
            hall.wall.set(wall);
        }
        follow(hall, Address::parse(&fragment, hall.store.corpus).0);
    }
}
