//! The name of a file made of a selection: what was asked, as its address tells it, then the version of the data.

use crate::domain::binary::digest;
use crate::domain::corpus::Corpus;
use crate::domain::query::{Mode, Query};
use crate::domain::text::{fold, is_letter};

/// Characters of the part that tells the criteria, at most.
const LONGEST: usize = 60;

/// `mesures-public-collectivites-2026-11-23.csv`; without any criterion, `mesures-2026-11-23.csv`. Lower-case letters,
/// digits and hyphens only: every system keeps such a name.
pub fn file_name(corpus: &Corpus, query: &Query, extension: &str) -> String {
    let criteria = criteria(corpus, query);
    let version = &corpus.version;
    if criteria.is_empty() {
        return format!("mesures-{version}.{extension}");
    }
    format!("mesures-{}-{version}.{extension}", slug(&criteria.join(" ")))
}

/// The address' parameters, `=` and `,` as spaces, `+` as « et ».
fn criteria(corpus: &Corpus, query: &Query) -> Vec<String> {
    let chosen = |facet| {
        let choice = query.choice(facet);
        let keys: Vec<_> = choice.options().iter().map(|&o| corpus.option_key(facet, o)).collect();
        let between = match choice.mode() {
            Mode::Any => " ",
            Mode::All => " et ",
        };
        format!("{} {}", corpus.facet_key(facet), keys.join(between))
    };
    let words = query.has_text().then(|| format!("q {}", query.text.trim()));
    query.active().map(chosen).chain(words).collect()
}

/// Words joined by hyphens. Where some are left out, a digest of all still tells two selections apart.
fn slug(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(' ').filter(|word| word.bytes().all(|b| b.is_ascii_alphanumeric()) && !word.is_empty());
    let slug = words.collect::<Vec<_>>().join("-");
    let told = folded.is_ascii() && text.chars().all(|c| is_letter(c) || " '’-".contains(c));
    if told && slug.len() <= LONGEST {
        return slug;
    }
    let mark = format!("{:08x}", digest(text.as_bytes()) as u32);
    let room = LONGEST - mark.len() - 1;
    let kept = match slug.get(..room) {
        Some(start) if slug.len() > room => start.rsplit_once('-').map_or(start, |(whole, _)| whole),
        _ => &slug,
    };
    format!("{kept}-{mark}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_question_is_told_in_full() {
        assert_eq!(slug("public collectivites"), "public-collectivites");
        assert_eq!(slug("acteur cress et urscop q Économie d’énergie"), "acteur-cress-et-urscop-q-economie-d-energie");
    }

    #[test]
    fn what_a_name_cannot_tell_has_its_mark() {
        let long = "acteur cress urscop france-active q des mots en nombre plus que de raison";
        assert!(slug(long).starts_with("acteur-cress-urscop-france-active-q-des-mots-en-"), "{}", slug(long));
        let [plain, exact, other] = ["q foncier", "q \"foncier\"", "q \u{444}\u{43e}/../"].map(slug);
        assert_eq!(plain, "q-foncier");
        assert!(exact.starts_with("q-foncier-") && other.starts_with("q-") && exact != plain, "{exact} {other}");
        assert_ne!(slug(&format!("{long} b")), slug(long));
    }

    proptest::proptest! {
        #[test]
        fn any_text_makes_a_safe_and_short_name(text in "\\PC{0,120}") {
            let slug = slug(&format!("q {text}"));
            let safe = slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
            proptest::prop_assert!(safe && slug.len() <= LONGEST && !slug.ends_with('-'), "{slug}");
        }
    }
}
