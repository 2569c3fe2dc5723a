//! Names of worksheets as Excel takes them: 31 UTF-16 units, none of `[]:*?/\`, no apostrophe at the ends, each once
//! whatever its case (Microsoft, « Rename a worksheet »).

use super::legal::one_line;

const LONGEST: usize = 31;
/// Excel keeps this name for itself.
const KEPT: &str = "history";

/// A legal name for each, in the same order: where two would be the same, the later ones are numbered.
pub fn tabs<'a>(names: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut taken: Vec<String> = Vec::new();
    for name in names {
        let plain = plain(name);
        let mut tab = cut(&plain, LONGEST);
        let mut number = 1;
        while tab.is_empty()
            || tab.to_lowercase() == KEPT
            || taken.iter().any(|one| one.to_lowercase() == tab.to_lowercase())
        {
            number += 1;
            let mark = format!(" ({number})");
            let start = if plain.is_empty() { "Feuille" } else { &plain };
            tab = cut(start, LONGEST - mark.len()) + &mark;
        }
        taken.push(tab);
    }
    taken
}

fn plain(name: &str) -> String {
    one_line(&one_line(name).replace(['[', ']', ':', '*', '?', '/', '\\'], " "))
}

/// The start that fits, without the apostrophes and blanks that a cut may leave at its ends.
fn cut(name: &str, most: usize) -> String {
    let mut room = most;
    let fits = |c: &char| {
        let fits = c.len_utf16() <= room;
        room = room.saturating_sub(c.len_utf16());
        fits
    };
    let kept: String = name.chars().take_while(fits).collect();
    kept.trim_matches([' ', '\'']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(names: &[&str], expected: &[&str]) {
        assert_eq!(tabs(names.iter().copied()), expected);
    }

    #[test]
    fn a_name_keeps_what_a_tab_may_hold() {
        check(&["Mesures", "Qui / quoi : [2025]?", "'été'"], &["Mesures", "Qui quoi 2025", "été"]);
        check(&["", "*?", "History"], &["Feuille (2)", "Feuille (3)", "History (2)"]);
        check(&["Objectifs mesurables de la stratégie"], &["Objectifs mesurables de la stra"]);
    }

    #[test]
    fn two_sheets_never_have_the_same_name() {
        check(&["a", "A", "a", "a (2)"], &["a", "A (2)", "a (3)", "a (2) (2)"]);
        let long = "x".repeat(40);
        let tabs = tabs([long.as_str(), &long]);
        assert_eq!(tabs[1], format!("{} (2)", "x".repeat(27)));
        assert!("👩🏽‍🔬".repeat(20).chars().count() > 31 && cut(&"👩".repeat(20), 31).encode_utf16().count() == 30);
    }
}
