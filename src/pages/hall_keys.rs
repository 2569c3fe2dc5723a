//! The keys that lead a workshop: those of a clicker always, letters alone only on the stage, and not when switched off
//! (RGAA 12.10).

use super::hall::{Hall, Panel};
use crate::domain::address::View;
use crate::domain::stage::{Scene, Slide};
use crate::platform::{page, screen};
use crate::reactive::*;
use crate::store::Step;
use crate::workshop::edit::Edit;

/// Keys and what they do, for the help.
pub const HELP: [(&str, &str); 15] = [
    ("→ ↓ Espace Page suiv.", "diapositive suivante"),
    ("← ↑ Page préc.", "diapositive précédente"),
    ("Début, Fin", "première, dernière"),
    ("Échap", "fermer le volet, puis quitter la scène"),
    ("b", "écran noir"),
    ("o", "vue d’ensemble"),
    ("g", "aller à une mesure"),
    ("c", "choisir d’autres mesures (filtres)"),
    ("q", "code QR de cette vue"),
    ("t", "minuteur"),
    ("f", "plein écran"),
    ("d", "fond clair ou sombre"),
    ("r", "révéler ou masquer les résultats d’un vote"),
    ("+ −", "taille du texte"),
    ("?", "cette aide"),
];

/// Does what a key asks for; tells whether it was for us.
pub fn pressed(hall: Hall, key: &str, typing: bool) -> bool {
    let Some((scene, slide)) = untrack(|| hall.slide()) else { return false };
    let panel = hall.panel.get_untracked();
    if key != "Escape" && hall.leaving.get_untracked() {
        hall.leaving.set(false);
    }
    let clicked = match key {
        "Escape" => return escape(hall, panel, scene, typing),
        "ArrowRight" | "ArrowDown" | "ArrowLeft" | "ArrowUp" if panel == Some(Panel::Overview) => {
            beside(hall, if matches!(key, "ArrowRight" | "ArrowDown") { 1 } else { -1 });
            true
        }
        // Behind a panel the deck stays where it is.
        _ if panel.is_some() => false,
        "ArrowRight" | "ArrowDown" | "PageDown" | " " => {
            hall.step(1);
            true
        }
        "ArrowLeft" | "ArrowUp" | "PageUp" | "Backspace" => {
            hall.step(-1);
            true
        }
        "Home" | "End" => {
            hall.ends(key == "End");
            true
        }
        _ => false,
    };
    let letters = matches!(scene, Scene::Stage(_)) && hall.letters.get_untracked();
    clicked || (letters && letter(hall, slide, key))
}

/// In the overview, the focus goes from slide to slide.
fn beside(hall: Hall, by: isize) {
    let last = hall.deck.with_untracked(Vec::len);
    let now = page::focused().trim_matches(|c: char| !c.is_ascii_digit()).parse().unwrap_or(0_usize);
    let next = now.saturating_add_signed(by).clamp(1, last.max(1));
    page::focus_first(&[&format!("#diapo-{next}")]);
}

/// Step by step: out of the panel, of the dark, of a field, of the stage. Whoever leads leaves their page by its links.
fn escape(hall: Hall, panel: Option<Panel>, scene: Scene, typing: bool) -> bool {
    if let Some(panel) = panel {
        hall.toggle(panel);
    } else if hall.wall.with_untracked(|w| w.blank) {
        hall.blank(false);
    } else if !matches!(scene, Scene::Stage(_)) {
        return false;
    } else if typing {
        page::focus_without_scroll("titre");
    } else if !hall.leaving.get_untracked() {
        // Once too many is soon pressed, and the room would see the preparation.
        hall.leaving.set(true);
    } else {
        hall.leaving.set(false);
        let view = untrack(|| hall.at(|_| Scene::Prepare));
        hall.store.edit(Step::Push, |a| a.view = view);
        page::after_paint(|| page::focus_top("titre"));
    }
    true
}

fn letter(hall: Hall, slide: Slide, key: &str) -> bool {
    match key {
        "b" | "B" | "." => hall.blank(!hall.wall.with_untracked(|w| w.blank)),
        "o" | "O" => hall.toggle(Panel::Overview),
        "g" | "G" => hall.toggle(Panel::Go),
        "c" | "C" => hall.toggle(Panel::Filter),
        "q" | "Q" => hall.toggle(Panel::Code),
        "?" => hall.toggle(Panel::Help),
        "t" | "T" => hall.set_wall(|w| w.timed = !w.timed),
        "d" | "D" => hall.turn_beam(),
        "f" | "F" => fill(hall),
        "+" | "=" => hall.resize(1),
        "-" => hall.resize(-1),
        "r" | "R" => match slide {
            Slide::Vote(at) => reveal(hall, at),
            _ => return false,
        },
        _ => return false,
    }
    true
}

/// Takes the whole screen, or gives it back; says so when the browser refuses.
pub fn fill(hall: Hall) {
    let on = !screen::is_full();
    spawn_local(async move {
        let agreed = screen::set_full(on).await;
        hall.unfilled.try_set(!agreed);
    });
}

/// Shows or masks the results of a vote.
pub fn reveal(hall: Hall, at: u8) {
    let poll = hall.past.with_untracked(|past| {
        let poll = past.now().polls.get(usize::from(at).saturating_sub(1));
        poll.map(|poll| (poll.id, poll.revealed))
    });
    if let Some((id, revealed)) = poll {
        hall.edit(Edit::Reveal(id, !revealed));
    }
}

/// Where the stage of the same deck is.
pub fn on_stage(hall: Hall) -> View {
    hall.at(|_| Scene::Stage(Slide::Cover))
}
