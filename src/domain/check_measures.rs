//! The rules of the measures' files: numbers, passages, and tags whose evidence stands in the passage.

use super::faults::Faults;
use super::files::{DataError, Files};
use super::passage::Role;
use super::schema_terms::{Link, MeasureFile, MentionFile, PassageFile, TermFile};
use std::collections::BTreeSet;

/// Longest plain-language summary, in characters.
pub const LONGEST_SUMMARY: usize = 220;

/// Every error of the files of measures.
pub fn check_measures(files: &Files, errors: &mut Vec<DataError>) {
    let mut numbers = BTreeSet::new();
    for (file, measure) in &files.measures {
        let mut report = Faults { file: file.clone(), errors };
        report.unless(numbers.insert(measure.number), "numero", "numéro déjà pris par un autre fichier");
        let sections = &files.strategy.sections;
        report.unless(sections.iter().any(|s| s.id == measure.section), "section", "section inconnue");
        report.unless(measure.page > 0, "page", "page manquante");
        let actions = measure.actions.len();
        report.unless(
            (1..=usize::from(u8::MAX)).contains(&actions),
            "actions",
            &format!("{actions} actions, il en faut de 1 à 255"),
        );
        let length = measure.summary.chars().count();
        report.unless(
            (1..=LONGEST_SUMMARY).contains(&length),
            "resume",
            &format!("{length} caractères, au plus {LONGEST_SUMMARY}"),
        );
        for (role, passage) in passages(measure) {
            check_passage(files, measure, role, passage, &mut report);
        }
    }
}

/// The passages of a measure with their role, in the document's order.
pub fn passages(measure: &MeasureFile) -> Vec<(Role, &PassageFile)> {
    let start = [(Role::Title, &measure.title), (Role::Objective, &measure.objective)];
    let lead = measure.lead.iter().map(|p| (Role::Lead, p));
    let actions =
        measure.actions.iter().enumerate().map(|(n, p)| (Role::Action(u8::try_from(n + 1).unwrap_or(u8::MAX)), p));
    let closing = measure.closing.iter().map(|p| (Role::Closing, p));
    start.into_iter().chain(lead).chain(actions).chain(closing).collect()
}

/// Key of a passage in the files: `objectif`, `8.1`.
pub fn passage_key(number: u16, role: Role) -> String {
    match role {
        Role::Title => "titre".into(),
        Role::Objective => "objectif".into(),
        Role::Lead => "amorce".into(),
        Role::Action(n) => format!("{number}.{n}"),
        Role::Closing => "cloture".into(),
    }
}

fn check_passage(files: &Files, measure: &MeasureFile, role: Role, passage: &PassageFile, report: &mut Faults) {
    let key = passage_key(measure.number, role);
    report.unless(!passage.text.trim().is_empty(), &key, "texte vide");
    let is_action = matches!(role, Role::Action(_));
    let expected = is_action.then(|| key.clone());
    report.unless(
        passage.id == expected,
        &key,
        &format!("l’identifiant devrait être {}", expected.as_deref().unwrap_or("absent")),
    );
    report.unless(passage.nature.is_some() == is_action, &key, "une action a une nature, et elle seule");
    let terms = |list: &[TermFile]| list.iter().map(|t| t.id.clone()).collect::<BTreeSet<_>>();
    let natures = files.strategy.vocabulary.natures.iter().map(|w| w.id.clone()).collect();
    let audiences = files.audiences.iter().map(|a| a.id.clone()).collect();
    check_mentions("nature", passage.nature.as_slice(), &natures, &key, passage, report);
    check_mentions("publics", &passage.audiences, &audiences, &key, passage, report);
    check_mentions("acteurs", &passage.actors, &terms(&files.actors), &key, passage, report);
    check_mentions("dispositifs", &passage.schemes, &terms(&files.schemes), &key, passage, report);
    check_mentions("territoires", &passage.places, &terms(&files.places), &key, passage, report);
    for mention in &passage.audiences {
        let words = files.audiences.iter().find(|a| a.id == mention.id).map_or(&[][..], |a| &a.words);
        let earned = words.iter().any(|w| mention.evidence.contains(w.as_str()));
        report.unless(
            earned,
            &format!("{key}.publics.{}", mention.id),
            "la preuve ne contient aucun des termes de ce public",
        );
    }
}

fn check_mentions(
    list: &str,
    mentions: &[MentionFile],
    known: &BTreeSet<String>,
    key: &str,
    passage: &PassageFile,
    report: &mut Faults,
) {
    let mut seen = BTreeSet::new();
    for mention in mentions {
        let field = format!("{key}.{list}.{}", mention.id);
        report.unless(known.contains(&mention.id), &field, "identifiant inconnu");
        report.unless(seen.insert(&mention.id), &field, "mentionné deux fois dans le même passage");
        let found = !mention.evidence.is_empty()
            && std::iter::once(&passage.text).chain(&passage.paragraphs).any(|b| b.contains(&mention.evidence));
        report.unless(found, &field, &format!("la preuve « {} » ne figure pas dans le passage", mention.evidence));
        let has_link = matches!(mention.link, Some(Link::Target | Link::Associate));
        report.unless(
            has_link == (list == "publics"),
            &field,
            "le lien (cible ou associé) va aux publics, et à eux seuls",
        );
    }
}
