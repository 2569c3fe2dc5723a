//! Two things compared: the three parts make the whole, for every pair, in the real strategy and in another one.

use crate::support::{CORPUS, lines, root, sources};
use explorateur_sress::contract::measures::measures_json;
use explorateur_sress::domain::address::{Address, View};
use explorateur_sress::domain::compare::{Comparison, Extent, acts_for, compare, of_kind};
use explorateur_sress::domain::corpus::{Corpus, MeasureIdx, OptionIdx};
use explorateur_sress::domain::facet::Facet;
use explorateur_sress::domain::label;
use explorateur_sress::domain::passage::{Passage, Role};
use explorateur_sress::domain::sides::{Comparing, Pair, Thing, families, things};
use explorateur_sress::domain::synthesis::synthesis;
use std::fmt::Debug;

pub fn other() -> Corpus {
    Corpus::from_json(&sources(&root().join("tests/autre"))).unwrap_or_else(|errors| panic!("{}", lines(&errors)))
}

/// The pair a link names.
#[track_caller]
fn pair(link: &str) -> Pair {
    match Address::parse(link, &CORPUS) {
        (Address { view: View::Compare(Comparing::Two(pair)), .. }, notices) if notices.is_empty() => pair,
        (address, notices) => panic!("{link} : {:?} {notices:?}", address.view),
    }
}

/// The measures a side stands for, told the plain way.
pub fn measures_of(corpus: &Corpus, side: Thing) -> Vec<MeasureIdx> {
    let all = corpus.measure_indices();
    match side {
        Thing::Measure(at) => vec![at],
        Thing::Option(facet, option) => {
            all.filter(|m| corpus.measures[m.0 as usize].tags[facet.slot()].contains(&option)).collect()
        }
    }
}

/// The actions that name a term, or all those of a section, of a measure, of the measures that have a kind; recounted
/// without the functions under test.
fn actions_of(corpus: &Corpus, side: Thing) -> Vec<&Passage> {
    let mut all = Vec::new();
    for at in measures_of(corpus, side) {
        for passage in &corpus.measures[at.0 as usize].passages {
            let named = match side {
                Thing::Option(facet, option) if facet.is_tag() && facet != Facet::Kind => {
                    passage.mentions.iter().any(|m| (m.facet, m.option) == (facet, option))
                }
                _ => true,
            };
            if matches!(passage.role, Role::Action(_)) && named {
                all.push(passage);
            }
        }
    }
    all
}

fn kinds_of(corpus: &Corpus, side: Thing) -> Vec<OptionIdx> {
    let mentions = actions_of(corpus, side).into_iter().flat_map(|p| &p.mentions);
    mentions.filter(|m| m.facet == Facet::Kind).map(|m| m.option).collect()
}

/// Targets by the measures that serve them, or under the section itself.
fn targets_of(corpus: &Corpus, side: Thing) -> Vec<usize> {
    let measures = measures_of(corpus, side);
    let mut found = Vec::new();
    for (at, target) in corpus.targets.iter().enumerate() {
        let mut section = Some(target.section);
        let mut under = false;
        while let Some(here) = section {
            let depth = corpus.sections[here.0 as usize].depth;
            under |= side == Thing::Option(Facet::Level(depth), here);
            section = corpus.sections[here.0 as usize].parent;
        }
        if under || target.measures.iter().any(|m| measures.contains(m)) {
            found.push(at);
        }
    }
    found
}

/// Shared + left alone + right alone = union, and each part is where it should be.
#[track_caller]
fn cut<T: Copy + Ord + Debug>(left: &[T], right: &[T], parts: [&[T]; 3], what: &str) {
    let [both, one, other] = parts;
    let mut all = [both, one, other].concat();
    all.sort();
    let mut union = [left, right].concat();
    union.sort();
    union.dedup();
    assert_eq!(all, union, "{what}: each thing once");
    assert!(both.iter().all(|t| left.contains(t) && right.contains(t)), "{what}: shared");
    assert!(one.iter().all(|t| !right.contains(t)) && other.iter().all(|t| !left.contains(t)), "{what}: alone");
}

fn every_pair_is_cut(corpus: &Corpus) -> usize {
    let mut seen = 0;
    for family in families(corpus) {
        let all = things(corpus, family);
        for (&one, &other) in all.iter().flat_map(|one| all.iter().map(move |other| (one, other))) {
            let pair = one.with(other).expect("one family");
            let what = label::pair(corpus, pair);
            let compared = compare(corpus, pair);
            let [left, right] = pair.sides().map(|side| measures_of(corpus, side));
            let m = &compared.measures;
            cut(&left, &right, [&m.both, &m.left, &m.right], &what);
            for facet in corpus.facets() {
                let borne = |side: Thing| -> Vec<OptionIdx> {
                    let tags = match facet {
                        Facet::Kind => kinds_of(corpus, side),
                        _ => {
                            let measures = measures_of(corpus, side).into_iter();
                            measures.flat_map(|m| corpus.measures[m.0 as usize].tags[facet.slot()].clone()).collect()
                        }
                    };
                    let tags = tags.into_iter();
                    let mut tags: Vec<_> = tags.filter(|&o| !pair.sides().contains(&Thing::Option(facet, o))).collect();
                    tags.sort();
                    tags.dedup();
                    tags
                };
                match compared.facets.iter().find(|(f, _)| *f == facet) {
                    Some((_, row)) => {
                        cut(&borne(one), &borne(other), [&row.both, &row.left, &row.right], &what);
                    }
                    None => assert_eq!((borne(one), borne(other)), (vec![], vec![]), "{what} {facet:?}"),
                }
            }
            for kind in corpus.options(Facet::Kind) {
                let times = |side| kinds_of(corpus, side).into_iter().filter(|&k| k == kind).count();
                assert_eq!(of_kind(corpus, pair, kind), pair.sides().map(times), "{what} {kind:?}");
            }
            let t = &compared.targets;
            cut(&targets_of(corpus, one), &targets_of(corpus, other), [&t.both, &t.left, &t.right], &what);
            let Comparison { totals: [here, there], .. } = &compared;
            assert_eq!((here.measures, there.measures), (left.len(), right.len()), "{what}");
            assert_eq!(here.own.is_some(), matches!(one, Thing::Option(facet, _) if facet.is_tag()), "{what}");
            assert!(here.own <= Some(here.actions) && there.own <= Some(there.actions), "{what}");
            if pair.extent(Facet::Kind) == Extent::Actions {
                assert_eq!(here.own, Some(actions_of(corpus, one).len()), "{what}");
                assert_eq!(there.own, Some(actions_of(corpus, other).len()), "{what}");
            }
            assert_eq!(pair.same(), one == other, "{what}");
            seen += 1;
        }
    }
    seen
}

#[test]
fn shared_and_alone_make_the_union_for_every_pair() {
    assert!(every_pair_is_cut(&CORPUS) > 4000);
    assert!(every_pair_is_cut(&other()) > 20);
}

#[test]
fn swapping_the_sides_swaps_what_each_has_alone() {
    for family in families(&CORPUS) {
        for [one, other] in things(&CORPUS, family).windows(2).map(|w| [w[0], w[1]]) {
            let here = compare(&CORPUS, one.with(other).expect("one family"));
            let there = compare(&CORPUS, other.with(one).expect("one family"));
            assert_eq!(here.totals, [there.totals[1], there.totals[0]]);
            assert_eq!(here.measures.both, there.measures.both);
            assert_eq!((here.measures.left, here.measures.right), (there.measures.right, there.measures.left));
        }
    }
}

#[track_caller]
fn says(link: &str, expected: &str) {
    let pair = pair(link);
    let told = synthesis(&CORPUS, pair, &compare(&CORPUS, pair)).replace(['\u{a0}', '\u{202f}'], " ");
    assert_eq!(told, expected, "{link}");
}

#[test]
fn a_comparison_is_told_in_a_sentence() {
    says(
        "#/comparer/acteur/cress/france-active",
        "4 mesures nomment les deux ; 4 nomment CRESS Centre-Val de Loire sans l’autre ; 2 nomment France Active \
         Centre-Val de Loire sans l’autre. Leurs mesures partagent aussi 2 axes, 3 orientations, 5 publics, 17 autres \
         partenaires, 11 dispositifs et 4 objectifs mesurables. Les actions qui les nomment partagent 3 types d’action.",
    );
    says(
        "#/comparer/acteur/medef/mgen",
        "Aucune mesure ne nomme les deux ; 1 nomme MEDEF sans l’autre ; 1 nomme MGEN sans l’autre. Leurs mesures \
         partagent aussi 1 public et 1 autre partenaire.",
    );
    says(
        "#/comparer/orientation/1/4",
        "Orientation 1 compte 4 mesures, Orientation 4 en compte 7 ; aucune n’est dans les deux. Les deux côtés \
         partagent aussi 6 publics, 7 partenaires et 5 types d’action.",
    );
    says(
        "#/comparer/public/jeunes/collectivites",
        "1 mesure concerne les deux ; 1 concerne « Jeunes » sans l’autre ; 12 concernent « Collectivités » sans \
         l’autre. Leurs mesures partagent aussi 1 axe, 1 orientation, 2 autres publics, 4 partenaires, 1 dispositif et 7 \
         territoires. Les actions qui les concernent partagent 5 types d’action.",
    );
    says(
        "#/comparer/nature/former/financer",
        "Aucune mesure ne comporte les deux ; 3 comportent « Former » sans l’autre ; 4 comportent « Financer » sans \
         l’autre. Leurs mesures partagent aussi 1 axe, 5 publics, 4 partenaires et 4 autres types d’action.",
    );
    says("#/comparer/mesure/3/8", "Ces deux mesures partagent 3 types d’action.");
    says("#/comparer/mesure/8/9", "Ces deux mesures partagent 1 axe, 1 orientation, 1 public et 1 type d’action.");
}

#[test]
fn actions_are_counted_on_each_side() {
    let pair = pair("#/comparer/mesure/8/9");
    let kinds = CORPUS.options(Facet::Kind);
    let total = |side: usize| kinds.iter().map(|&k| of_kind(&CORPUS, pair, k)[side]).sum::<usize>();
    let actions = |number| CORPUS.measures.iter().find(|m| m.number == number).map(|m| m.actions().count());
    assert_eq!((Some(total(0)), Some(total(1))), (actions(8), actions(9)));
}

#[test]
fn no_kind_is_shown_that_no_action_naming_the_partner_has() {
    let pair = pair("#/comparer/acteur/cress/urscop");
    let compared = compare(&CORPUS, pair);
    let (_, kinds) = compared.facets.iter().find(|(facet, _)| *facet == Facet::Kind).expect("kinds");
    let shown: Vec<_> = [&kinds.both[..], &kinds.left, &kinds.right].concat();
    let keys: Vec<_> = shown.iter().map(|&k| CORPUS.option_key(Facet::Kind, k)).collect();
    assert!(
        !keys.is_empty() && !keys.contains(&"former".to_owned()) && !keys.contains(&"financer".to_owned()),
        "{keys:?}"
    );
    assert!(shown.iter().all(|&k| of_kind(&CORPUS, pair, k) != [0, 0]));
}

/// What the page says is what the published data say.
#[test]
fn an_audience_is_acted_for_or_called_on_as_the_published_data_say() {
    let json = measures_json(&CORPUS, &CORPUS.measures).expect("written");
    let rows: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let mut seen = 0;
    for (measure, row) in CORPUS.measures.iter().zip(rows.as_array().expect("rows")) {
        for audience in row["publics"].as_array().expect("audiences") {
            let option = CORPUS.option_by_key(Facet::Audience, audience["id"].as_str().expect("id")).expect("known");
            assert_eq!(acts_for(measure, option), audience["lien"] == "cible", "{} {audience}", measure.number);
            seen += 1;
        }
    }
    assert!(seen > 40);
}
