//! What can be put side by side: the order of what is offered, and what is near.

use crate::compare::{measures_of, other};
use crate::support::CORPUS;
use explorateur_sress::domain::facet::Facet;
use explorateur_sress::domain::sides::{Family, Thing, families, near, nearest, things};
use explorateur_sress::domain::summary::leaf_facet;

#[test]
fn the_innermost_sections_partners_and_measures_come_first_and_only_what_is_borne() {
    let leaf = leaf_facet(&CORPUS).expect("levels");
    assert_eq!(families(&CORPUS)[..3], [Family::Options(leaf), Family::Options(Facet::Actor), Family::Measures]);
    assert_eq!(families(&CORPUS).len(), 1 + CORPUS.facets().count(), "every facet, and measures");
    for family in families(&CORPUS) {
        for thing in things(&CORPUS, family) {
            assert!(!measures_of(&CORPUS, thing).is_empty(), "{}", thing.name(&CORPUS));
        }
    }
    let named: Vec<String> =
        things(&CORPUS, Family::Options(Facet::Actor)).iter().map(|t| t.name(&CORPUS).to_lowercase()).collect();
    assert!(named.iter().position(|n| n == "état") < named.iter().position(|n| n == "urscop"), "{named:?}");
    // Other keys, other depth.
    assert_eq!(families(&other()).first(), Some(&Family::Options(Facet::Level(2))));
}

#[test]
fn the_nearest_share_most_first() {
    for family in families(&CORPUS) {
        for thing in things(&CORPUS, family) {
            let near = nearest(&CORPUS, thing);
            assert_eq!(near.len(), things(&CORPUS, family).len() - 1);
            assert!(near.iter().all(|(_, other)| *other != thing));
            assert!(near.is_sorted_by(|a, b| a.0 >= b.0), "{}", thing.name(&CORPUS));
        }
    }
    let cress = CORPUS.option_by_key(Facet::Actor, "cress").map(|o| Thing::Option(Facet::Actor, o)).expect("known");
    let best = measures_of(&CORPUS, cress);
    let together = |t: &Thing| measures_of(&CORPUS, *t).iter().filter(|m| best.contains(m)).count();
    let most = things(&CORPUS, cress.family()).iter().filter(|t| **t != cress).map(together).max();
    assert_eq!(nearest(&CORPUS, cress).first().map(|(n, _)| *n), most);
}

#[test]
fn those_that_share_as_much_are_offered_together_or_said_to_be_more() {
    for corpus in [&*CORPUS, &other()] {
        for thing in families(corpus).into_iter().flat_map(|family| things(corpus, family)) {
            let (all, near) = (nearest(corpus, thing), near(corpus, thing));
            let what = thing.name(corpus);
            assert!(near.offered.len() <= 6 && all.starts_with(&near.offered), "{what}");
            let best = all.first().expect("two things at least").0;
            for tied in 0..=best {
                let all = all.iter().filter(|(shared, _)| *shared == tied).count();
                let shown = near.offered.iter().filter(|(shared, _)| *shared == tied).count();
                let counted = near.rest.filter(|(shared, _)| *shared == tied).map_or(0, |(_, more)| more);
                assert!([0, all].contains(&(shown + counted)), "{what}: {shown} and {counted} of {all}");
                assert!(tied < best || shown + counted == all, "{what}: the nearest are there");
                assert!(shown == 0 || counted == 0 || tied == best, "{what}: a part of those tied behind others");
            }
        }
    }
}
