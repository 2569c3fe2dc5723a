//! What follows from a profile: the right group for the right words, nothing lost, counts that say what a click would show.

use crate::support::{CORPUS, FILES, PATHS, lines, no_fault, root, sources, whole_words};
use explorateur_sress::domain::assemble;
use explorateur_sress::domain::binary::{from_bytes, to_bytes};
use explorateur_sress::domain::paths::{AnswerIdx, Ask, Paths, Why};
use explorateur_sress::domain::profile::Profile;
use explorateur_sress::domain::ranking::{Group, Ranked, Ranking, counts, rank};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn asked(list: &str) -> Ranking {
    let (profile, aside) = Profile::parse(list, &PATHS);
    assert!(aside.is_empty(), "{aside:?}");
    rank(&CORPUS, &PATHS, &profile)
}

fn numbers(ranked: &[Ranked]) -> Vec<u16> {
    ranked.iter().filter_map(|r| CORPUS.measure(r.measure)).map(|m| m.number).collect()
}

/// The first three groups, in their order.
#[track_caller]
fn check(list: &str, target: &[u16], called: &[u16], also: &[u16]) {
    let ranking = asked(list);
    let found = [Group::Target, Group::Called, Group::Also].map(|group| numbers(ranking.group(group)));
    assert_eq!(found, [target, called, also], "{list}");
    assert_eq!(ranking.total(), CORPUS.measures.len());
}

#[test]
fn a_structure_is_the_target_or_called_on() {
    check("commune", &[2, 5, 6, 12, 14], &[1, 7, 8, 10, 15, 20, 22], &[]);
    check("etablissement", &[9, 21], &[20], &[]);
    check("association", &[3, 4, 6, 9, 10, 12, 13, 15, 16, 17], &[2, 5, 18, 20, 22], &[]);
}

#[test]
fn an_evidence_that_names_another_structure_does_not_count() {
    let (commune, town) = (asked("commune"), asked("intercommunalite"));
    let words = |ranking: &Ranking| {
        let all = Group::ALL.into_iter().flat_map(|group| ranking.group(group));
        let quotes = all.flat_map(|one| {
            let measure = CORPUS.measure(one.measure).expect("a measure");
            one.reasons.iter().map(|r| r.find.evidence(measure).to_owned())
        });
        quotes.collect::<Vec<_>>().join("\n")
    };
    assert!(!words(&commune).contains("intercommunalités"));
    assert!(words(&town).contains("intercommunalités"));
}

#[test]
fn themes_decide_the_subject_and_the_structure_the_group() {
    check("commune,foncier", &[], &[7, 10], &[]);
    check("foncier", &[], &[], &[7, 10]);
    check("association,jeunesse", &[9], &[], &[8]);
    check("commande-publique", &[], &[], &[5]);
}

#[test]
fn a_wish_puts_first_what_meets_it_and_takes_nothing_down() {
    check("commune,foncier,etre-accompagne", &[], &[7, 10], &[]);
    check("financer-mon-projet", &[], &[], &[11, 14, 16, 21]);
    check("etablissement,financer-mon-projet", &[21, 9], &[20], &[]);
}

#[test]
fn nothing_asked_leaves_the_document_as_it_is() {
    let ranking = asked("");
    assert!(!ranking.asked && ranking.shown() == 0);
    let all: Vec<u16> = CORPUS.measures.iter().map(|m| m.number).collect();
    assert_eq!(numbers(ranking.group(Group::Rest)), all);
}

#[test]
fn what_is_not_known_is_given_back() {
    let (profile, aside) = Profile::parse(" foncier,zzz,commune,departement,,foncier,zzz", &PATHS);
    assert_eq!(profile.print(&PATHS), "commune,foncier");
    assert_eq!(aside, ["zzz", "departement"]);
    let (mut profile, _) = Profile::parse("commune,foncier", &PATHS);
    profile.toggle(PATHS.by_id("departement").expect("an answer"), &PATHS);
    assert_eq!(profile.print(&PATHS), "departement,foncier");
    profile.toggle(PATHS.by_id("foncier").expect("an answer"), &PATHS);
    assert_eq!(profile.print(&PATHS), "departement");
}

#[test]
fn each_answer_brings_a_measure_and_each_measure_is_within_reach() {
    let mut faults = Vec::new();
    let alone = counts(&CORPUS, &PATHS, &Profile::default());
    for ((_, answer), count) in PATHS.indexed().zip(&alone) {
        if *count == 0 || *count == CORPUS.measures.len() {
            faults.push(format!("{} : {} mesures", answer.id, count));
        }
    }
    let met = |why: &dyn Fn(Ask) -> bool| {
        let finds = PATHS.answers.iter().filter(|a| why(a.ask)).flat_map(|a| &a.finds);
        finds.map(|f| f.measure).collect::<BTreeSet<_>>()
    };
    for measure in CORPUS.measure_indices().filter(|m| !met(&|ask| ask != Ask::Wish).contains(m)) {
        faults.push(format!("{measure:?} : ni structure ni thème n’y mène"));
    }
    no_fault(&faults);
}

/// A first step invents nobody: each partner and scheme it names is one that the measure names.
#[test]
fn a_first_step_names_only_what_its_measure_names() {
    let mut faults = Vec::new();
    for (at, measure) in CORPUS.measure_indices().zip(&CORPUS.measures) {
        let step = PATHS.step(at).unwrap_or_default().replace('’', "'");
        let text: String = measure.passages.iter().flat_map(|p| &p.blocks).map(|b| b.clone() + "\n").collect();
        for term in FILES.actors.iter().chain(&FILES.schemes) {
            let forms = || term.alias.iter().chain([&term.name]);
            let said = forms().any(|form| whole_words(&step, form).next().is_some());
            if said && !forms().any(|form| whole_words(&text, form).next().is_some()) {
                faults.push(format!("mesure {} : {}", measure.number, term.name));
            }
        }
        let plain = step.ends_with('.') && !step.contains('@') && !step.bytes().any(|b| b.is_ascii_digit());
        faults.extend((!plain).then(|| format!("mesure {} : « {step} »", measure.number)));
    }
    no_fault(&faults);
}

#[test]
fn what_is_printed_is_typeset() {
    let answers = PATHS.answers.iter().flat_map(|a| [&a.label].into_iter().chain(&a.help));
    let all = PATHS.questions.iter().flat_map(|q| [&q.label].into_iter().chain(&q.help)).chain(answers);
    let odd = |text: &&String| text.contains('\'') || [" ?", " :", " ;", "« "].iter().any(|sign| text.contains(sign));
    no_fault(&all.chain(&PATHS.steps).filter(odd).cloned().collect::<Vec<_>>());
}

#[track_caller]
fn refused(change: impl Fn(String) -> String, error: &str) {
    let mut files = sources(&root().join("tests/autre"));
    let (_, json) = files.iter_mut().find(|(name, _)| name == "parcours.json").expect("parcours.json");
    let changed = change(json.clone());
    assert!(*json != changed, "nothing changed");
    *json = changed;
    let told = lines(&assemble::read(&files).expect_err("wrong data"));
    assert!(told.contains(&format!("parcours.json, {error}")), "{told}");
}

#[test]
fn a_wrong_file_is_told_by_its_name_and_field() {
    let swap = |from: &'static str, to: &'static str| move |json: String| json.replacen(from, to, 1);
    refused(swap("office-habitat", "inconnu"), "bailleur.acteurs : « inconnu » est inconnu");
    refused(swap("\"planter\"", "\"rien\""), "agir-dehors.natures : « rien » est inconnu");
    refused(swap("\"arbres\"", "\"ecole\""), "reponses.id : « ecole » figure deux fois");
    refused(swap("\"mesure\": 3", "\"mesure\": 9"), "premiers_pas.9 : mesure 9 inconnue");
    refused(swap("\"mesure\": 3", "\"mesure\": 9"), "premiers_pas : il manque celui de la mesure 3");
    refused(swap("\"mesure\": 3", "\"mesure\": 2"), "premiers_pas.2 : deux premiers pas");
    let barren = |json: String| json.replacen("\"haie\"", "\"zzz\"", 1).replacen("\"arbre\"", "\"yyy\"", 1);
    refused(barren, "arbres : cette réponse n’amène aucune mesure");
}

#[test]
fn another_strategy_has_its_own_paths_or_none() {
    let mut files = sources(&root().join("tests/autre"));
    let (corpus, paths) = assemble::read(&files).unwrap_or_else(|errors| panic!("{}", lines(&errors)));
    let (profile, _) = Profile::parse("ecole,arbres", &paths);
    let ranking = rank(&corpus, &paths, &profile);
    let group = |group| ranking.group(group).iter().map(|r| r.measure.0 + 1).collect::<Vec<_>>();
    assert_eq!(Group::ALL.map(group), [vec![5], vec![], vec![4], vec![1, 3, 2]]);
    files.retain(|(name, _)| name != "parcours.json");
    let (corpus, paths) = assemble::read(&files).unwrap_or_else(|errors| panic!("{}", lines(&errors)));
    assert_eq!(paths, Paths::default());
    let (profile, aside) = Profile::parse("ecole", &paths);
    let ranking = rank(&corpus, &paths, &profile);
    assert_eq!((aside.as_slice(), ranking.asked, ranking.total()), (&["ecole".to_owned()][..], false, 5));
}

fn profile() -> impl Strategy<Value = Profile> {
    prop::collection::vec(0..PATHS.answers.len() as u16, 0..7).prop_map(|answers| {
        let mut profile = Profile::default();
        answers.into_iter().for_each(|at| profile.insert(AnswerIdx(at), &PATHS));
        profile
    })
}

proptest! {
    #[test]
    fn each_measure_is_in_one_group_and_the_best_come_first(profile in profile()) {
        let ranking = rank(&CORPUS, &PATHS, &profile);
        let mut seen: Vec<u16> = Vec::new();
        for group in Group::ALL {
            let ranked = ranking.group(group);
            let before = |a: &Ranked, b: &Ranked| {
                a.answers() > b.answers() || (a.answers() == b.answers() && a.measure < b.measure)
            };
            prop_assert!(ranked.is_sorted_by(before));
            prop_assert!(group == Group::Rest || ranked.iter().all(|one| !one.reasons.is_empty()));
            seen.extend(ranked.iter().map(|one| one.measure.0));
        }
        seen.sort_unstable();
        prop_assert_eq!(seen, (0..CORPUS.measures.len() as u16).collect::<Vec<_>>());
        prop_assert_eq!(ranking.asked, !profile.is_empty());
    }

    #[test]
    fn each_reason_is_an_answer_given_and_words_of_its_measure(profile in profile()) {
        let ranking = rank(&CORPUS, &PATHS, &profile);
        for one in Group::ALL.into_iter().flat_map(|group| ranking.group(group)) {
            let measure = CORPUS.measure(one.measure).expect("a measure");
            for reason in &one.reasons {
                prop_assert!(profile.contains(reason.answer));
                let (words, passage) = (reason.find.evidence(measure), reason.find.passage(measure));
                prop_assert!(!words.is_empty() && reason.find.block(measure).contains(words));
                prop_assert!(passage.is_some_and(|p| p.blocks.iter().any(|b| b.contains(words))));
                let ask = PATHS.answer(reason.answer).map(|a| a.ask);
                let expected = match reason.find.why {
                    Why::Target | Why::Associate | Why::Named => Ask::Structure,
                    Why::Subject => Ask::Theme,
                    Why::Kind => Ask::Wish,
                };
                prop_assert_eq!(ask, Some(expected));
            }
        }
    }

    #[test]
    fn a_count_is_what_the_answer_would_show(profile in profile()) {
        for ((at, _), count) in PATHS.indexed().zip(counts(&CORPUS, &PATHS, &profile)) {
            let mut other = profile.clone();
            other.insert(at, &PATHS);
            let ranking = rank(&CORPUS, &PATHS, &other);
            let meeting = |group| ranking.group(group).iter().filter(|one| one.reasons.iter().any(|r| r.answer == at)).count();
            prop_assert_eq!(count, [Group::Target, Group::Called, Group::Also].map(meeting).into_iter().sum::<usize>());
        }
    }

    #[test]
    fn what_is_printed_is_read_back(profile in profile()) {
        prop_assert_eq!(Profile::parse(&profile.print(&PATHS), &PATHS), (profile, vec![]));
    }

    #[test]
    fn any_list_is_read(list in "[a-z,é -]{0,40}|\\PC{0,20}") {
        let (profile, _) = Profile::parse(&list, &PATHS);
        prop_assert_eq!(Profile::parse(&profile.print(&PATHS), &PATHS).0, profile);
    }

    #[test]
    fn cut_bytes_are_refused(at: prop::sample::Index) {
        let bytes = to_bytes(&*PATHS);
        prop_assert!(from_bytes::<Paths>(&bytes[..at.index(bytes.len())]).is_none());
    }
}
