//! The rules that span the edited files: ids known and unique, evidence found, pages and numbers in order.
//!
//! Every error is kept, so that one build tells a maintainer all there is to mend. What needs the adopted text
//! (quotes verbatim, aliases both ways) is a test, because the text is not published with the code.

use super::check_measures::check_measures;
use super::check_paths::check_paths;
use super::facet::MAX_LEVELS;
use super::faults::Faults;
use super::files::{self, DataError, Files};
use super::schema_terms::TermFile;
use std::collections::BTreeSet;

/// Keys of the address and of the published contract that a level cannot take for itself.
const RESERVED: &str = "q tri groupes ecartees choix graphique croiser lignes affichage v mesure public acteur \
    dispositif territoire nature id numero titre page objectif amorce actions cloture acteurs publics dispositifs \
    territoires section texte type unite depart cible precision mesures_liees";

/// Every error the files hold together; none means `assemble` loses nothing.
pub fn check(files: &Files) -> Vec<DataError> {
    let mut errors = Vec::new();
    check_strategy(files, &mut errors);
    check_terms(files, &mut errors);
    check_measures(files, &mut errors);
    check_others(files, &mut errors);
    check_versions(files, &mut errors);
    check_paths(files, &mut errors);
    errors
}

fn check_strategy(files: &Files, errors: &mut Vec<DataError>) {
    let mut report = Faults { file: files::STRATEGY.into(), errors };
    let strategy = &files.strategy;
    report.unless(
        (1..=MAX_LEVELS).contains(&strategy.levels.len()),
        "niveaux",
        &format!("il en faut de 1 à {MAX_LEVELS}"),
    );
    let levels = report.unique("niveaux.cle", strategy.levels.iter().map(|l| l.key.as_str()));
    for key in &levels {
        report.unless(
            !RESERVED.split(' ').any(|r| r == *key),
            "niveaux.cle",
            &format!("« {key} » est réservé, il faut une autre clé"),
        );
    }
    let depth = |key: &str| strategy.levels.iter().position(|l| l.key == key);
    let ids = report.unique("sections.id", strategy.sections.iter().map(|s| s.id.as_str()));
    report.unique("vocabulaire.natures", strategy.vocabulary.natures.iter().map(|w| w.id.as_str()));
    report.unique("vocabulaire.genres", strategy.vocabulary.genres.iter().map(|w| w.id.as_str()));
    let mut numbers = BTreeSet::new();
    for section in &strategy.sections {
        let field = format!("sections.{}", section.id);
        report.unless(levels.contains(section.level.as_str()), &field, "niveau inconnu");
        report.unless(numbers.insert((&section.level, section.number)), &field, "numéro déjà pris à ce niveau");
        report.unless(section.page > 0, &field, "page manquante");
        let parent = section.parent.as_deref().and_then(|p| strategy.sections.iter().find(|s| s.id == p));
        let parent_depth = parent.and_then(|p| depth(&p.level)).map_or(0, |d| d + 1);
        report.unless(section.parent.is_none() || parent.is_some(), &field, "section parente inconnue");
        report.unless(
            depth(&section.level) == Some(parent_depth),
            &field,
            "le niveau ne suit pas celui de la section parente",
        );
    }
    report.unique("objectifs.id", strategy.targets.iter().map(|t| t.id.as_str()));
    for target in &strategy.targets {
        let field = format!("objectifs.{}", target.id);
        report.unless(ids.contains(target.section.as_str()), &field, "section inconnue");
        report.unless(target.page > 0, &field, "page manquante");
        for quote in target.baseline.iter().chain(&target.goal).map(|p| &p.quote) {
            report.unless(
                target.text.contains(quote.as_str()),
                &field,
                &format!("« {quote} » ne figure pas dans le texte"),
            );
        }
        for number in &target.measures {
            report.unless(has_measure(files, *number), &field, &format!("mesure {number} inconnue"));
        }
        if let Some(id) = &target.near_figure {
            let figure = files.figures.iter().find(|f| &f.id == id);
            report.unless(figure.is_some(), &field, &format!("chiffre « {id} » inconnu"));
            // It stands for a start the text does not give: one unit for both.
            let start = figure.filter(|_| target.baseline.is_none());
            let same = start.is_none_or(|figure| target.unit.as_ref() == Some(&figure.unit));
            report.unless(same, &field, &format!("le chiffre « {id} » n’a pas l’unité de l’objectif"));
        }
    }
    for item in &strategy.governance {
        report.unless(item.page > 0, &format!("gouvernance.{}", item.id), "page manquante");
        for actor in &item.actors {
            let known = files.actors.iter().any(|a| &a.id == actor);
            report.unless(known, &format!("gouvernance.{}", item.id), &format!("acteur « {actor} » inconnu"));
        }
    }
}

fn has_measure(files: &Files, number: u16) -> bool {
    files.measures.iter().any(|(_, m)| m.number == number)
}

fn check_terms(files: &Files, errors: &mut Vec<DataError>) {
    let registers: [(&str, &[TermFile]); 3] =
        [(files::ACTORS, &files.actors), (files::SCHEMES, &files.schemes), (files::PLACES, &files.places)];
    for (file, terms) in registers {
        let mut report = Faults { file: file.into(), errors };
        report.unique("id", terms.iter().map(|t| t.id.as_str()));
        for term in terms {
            let known = files.strategy.vocabulary.genres.iter().any(|g| g.id == term.genre);
            report.unless(
                known,
                &format!("{}.genre", term.id),
                &format!("« {} » n’est pas un genre connu", term.genre),
            );
            let named = !term.alias.is_empty() && term.alias.iter().all(|a| !a.trim().is_empty());
            report.unless(named, &format!("{}.alias", term.id), "il faut au moins un alias, et aucun qui soit vide");
            let paged = term.elsewhere.iter().all(|q| q.page > 0);
            report.unless(paged, &format!("{}.ailleurs", term.id), "page manquante");
            report.unless(
                !term.line.trim().is_empty(),
                &format!("{}.ligne", term.id),
                "il faut une ligne de présentation",
            );
        }
    }
    let mut report = Faults { file: files::AUDIENCES.into(), errors };
    report.unique("id", files.audiences.iter().map(|a| a.id.as_str()));
    for audience in &files.audiences {
        let blank = audience.words.iter().any(|w| w.trim().is_empty());
        report.unless(!blank, &format!("{}.termes", audience.id), "un terme est vide");
    }
}

fn check_others(files: &Files, errors: &mut Vec<DataError>) {
    let mut report = Faults { file: files::FIGURES.into(), errors };
    report.unique("id", files.figures.iter().map(|f| f.id.as_str()));
    report.unless(files.figures.iter().all(|f| f.page > 0), "page", "page manquante");
    report.file = files::EVENTS.into();
    report.unique("id", files.events.iter().map(|e| e.id.as_str()));
    report.file = files::REPORTS.into();
    report.unique("id", files.reports.iter().map(|r| r.id.as_str()));
    for item in &files.reports {
        report.unless(!item.citations.is_empty(), &item.id, "il faut au moins une citation");
        report.unless(item.citations.iter().all(|q| q.page > 0), &item.id, "page manquante");
        for number in &item.measures {
            report.unless(has_measure(files, *number), &item.id, &format!("mesure {number} inconnue"));
        }
        for id in &item.targets {
            report.unless(
                files.strategy.targets.iter().any(|t| &t.id == id),
                &item.id,
                &format!("objectif « {id} » inconnu"),
            );
        }
        for id in &item.figures {
            report.unless(files.figures.iter().any(|f| &f.id == id), &item.id, &format!("chiffre « {id} » inconnu"));
        }
    }
}

/// Latest first, and the latest is the strategy's own: whoever changes the data says what changed.
fn check_versions(files: &Files, errors: &mut Vec<DataError>) {
    let mut report = Faults { file: files::VERSIONS.into(), errors };
    let versions = &files.versions;
    let latest = versions.first().is_none_or(|v| v.date == files.strategy.version);
    report.unless(latest, "date", "la première entrée doit porter la version de strategie.json");
    report.unless(
        versions.is_sorted_by(|a, b| a.date > b.date),
        "date",
        "la plus récente d’abord, une entrée par date",
    );
    for version in versions {
        let told = !version.changes.is_empty() && version.changes.iter().all(|c| !c.trim().is_empty());
        report.unless(told, &version.date, "il faut dire ce qui change");
    }
}
