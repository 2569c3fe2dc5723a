//! The rules of `parcours.json`: ids known and unique over all the questions, a first step for each measure and no other.
//!
//! That each answer brings a measure is told by `assemble_paths`, which looks for it.

use super::faults::Faults;
use super::files::{DataError, Files, PATHS};
use super::schema_paths::{PathsFile, QuestionFile};
use std::collections::BTreeSet;

/// Every error of the file; none for a strategy without one.
pub fn check_paths(files: &Files, errors: &mut Vec<DataError>) {
    let Some(file) = &files.paths else { return };
    let mut report = Faults { file: PATHS.into(), errors };
    let structures = file.structures.answers.iter().map(|a| (a.id.as_str(), a.label.as_str(), &a.help));
    let themes = file.themes.answers.iter().map(|a| (a.id.as_str(), a.label.as_str(), &a.help));
    let wishes = file.wishes.answers.iter().map(|a| (a.id.as_str(), a.label.as_str(), &a.help));
    let answers: Vec<_> = structures.chain(themes).chain(wishes).collect();
    report.unique("reponses.id", answers.iter().map(|(id, _, _)| *id));
    for (id, label, help) in answers {
        let blank = label.trim().is_empty() || help.as_ref().is_some_and(|h| h.trim().is_empty());
        report.unless(!blank, id, "il faut un libellé, et pas d’aide vide");
    }
    report.unless(!file.origin.trim().is_empty(), "origine", "il faut dire qui a rédigé ce fichier");
    check_question("structures", &file.structures, &mut report);
    check_question("themes", &file.themes, &mut report);
    check_question("souhaits", &file.wishes, &mut report);
    check_tags(files, file, &mut report);
    check_steps(files, file, &mut report);
}

fn check_question<T>(field: &str, question: &QuestionFile<T>, report: &mut Faults) {
    report.unless(!question.question.trim().is_empty(), field, "il manque la question");
    report.unless(!question.answers.is_empty(), field, "il faut au moins une réponse");
}

fn check_tags(files: &Files, file: &PathsFile, report: &mut Faults) {
    let audiences: Vec<&str> = files.audiences.iter().map(|a| a.id.as_str()).collect();
    let actors: Vec<&str> = files.actors.iter().map(|a| a.id.as_str()).collect();
    let schemes: Vec<&str> = files.schemes.iter().map(|a| a.id.as_str()).collect();
    let kinds: Vec<&str> = files.strategy.vocabulary.natures.iter().map(|w| w.id.as_str()).collect();
    let mut known = |answer: &str, list: &str, ids: &[String], register: &[&str]| {
        for id in ids.iter().filter(|id| !register.contains(&id.as_str())) {
            report.refuse(format!("{answer}.{list}"), format!("« {id} » est inconnu"));
        }
    };
    for answer in &file.structures.answers {
        known(&answer.id, "publics", &answer.audiences, &audiences);
        known(&answer.id, "acteurs", &answer.actors, &actors);
    }
    for answer in &file.themes.answers {
        known(&answer.id, "publics", &answer.audiences, &audiences);
        known(&answer.id, "acteurs", &answer.actors, &actors);
        known(&answer.id, "dispositifs", &answer.schemes, &schemes);
    }
    for answer in &file.wishes.answers {
        known(&answer.id, "natures", &answer.natures, &kinds);
    }
    let except = file.structures.answers.iter().map(|a| (&a.id, "sauf", &a.except));
    let words = file.themes.answers.iter().map(|a| (&a.id, "mots", &a.words));
    for (id, list, words) in except.chain(words) {
        let blank = words.iter().any(|word| word.trim().is_empty());
        report.unless(!blank, &format!("{id}.{list}"), "un mot est vide");
    }
}

fn check_steps(files: &Files, file: &PathsFile, report: &mut Faults) {
    let mut told = BTreeSet::new();
    for step in &file.steps {
        let field = format!("premiers_pas.{}", step.measure);
        let known = files.measures.iter().any(|(_, m)| m.number == step.measure);
        report.unless(known, &field, &format!("mesure {} inconnue", step.measure));
        report.unless(told.insert(step.measure), &field, "deux premiers pas pour cette mesure");
        report.unless(!step.text.trim().is_empty(), &field, "texte vide");
    }
    for (_, measure) in files.measures.iter().filter(|(_, m)| !told.contains(&m.number)) {
        report.refuse("premiers_pas", format!("il manque celui de la mesure {}", measure.number));
    }
}
