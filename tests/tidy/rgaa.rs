//! The accessibility evidence (`docs/rgaa.md`): 106 criteria once each, verdicts among four words, tests that exist.

use crate::files::{code, rust};
use crate::support::{no_fault, read, root};

/// Criteria of each theme of RGAA 4.1.2, in order.
const THEMES: [usize; 13] = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12];

const VERDICTS: [&str; 4] = ["conforme", "non conforme", "non applicable", "non vérifié"];

/// What opens a check done by hand, before its date.
const BY_HAND: &str = "vérifié à la main le 20";

/// A line of a theme's table.
struct Criterion<'a> {
    theme: usize,
    rank: usize,
    verdict: &'a str,
    checked: &'a str,
}

/// The lines that begin with a number such as « 3.2 », and have five cells.
fn criteria(text: &str) -> Vec<Criterion<'_>> {
    let lines = text.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"));
    let criterion = |line| {
        let cells: Vec<&str> = str::split(line, " | ").collect();
        let [number, _, verdict, checked, _] = cells[..] else { return None };
        let (theme, rank) = number.split_once('.')?;
        Some(Criterion { theme: theme.parse().ok()?, rank: rank.parse().ok()?, verdict, checked })
    };
    lines.filter_map(criterion).collect()
}

/// Tests cited as « `file` — `name`, `name` », in a cell.
fn cited(cell: &str) -> Vec<(&str, &str)> {
    let parts: Vec<&str> = cell.split('`').collect();
    let mut found = Vec::new();
    let mut file = None;
    // Code is at odd places, what stands between two at even ones.
    for at in (1..parts.len()).step_by(2) {
        match (parts[at - 1], file) {
            (" — " | ", ", Some(file)) => found.push((file, parts[at])),
            _ => file = Some(parts[at]).filter(|name| name.ends_with(".rs") || name.ends_with(".ts")),
        }
    }
    found
}

/// Whether a test of that name is written in that file.
fn exists(file: &str, name: &str) -> bool {
    let path = format!("tests/{file}");
    if !root().join(&path).is_file() {
        return false;
    }
    let text = read(&path);
    match file.ends_with(".rs") {
        true => text.contains(&format!("fn {name}(")),
        false => ['"', '`'].iter().any(|quote| text.contains(&format!("test({quote}{name}{quote}, "))),
    }
}

#[test]
fn each_criterion_is_there_once_in_its_theme() {
    assert_eq!(THEMES.iter().sum::<usize>(), 106);
    let text = read("docs/rgaa.md");
    let found: Vec<(usize, usize)> = criteria(&text).iter().map(|c| (c.theme, c.rank)).collect();
    let wanted = THEMES.iter().enumerate().flat_map(|(at, &count)| (1..=count).map(move |rank| (at + 1, rank)));
    assert_eq!(found, wanted.collect::<Vec<_>>());
}

#[test]
fn each_verdict_is_a_word_of_four_and_rests_on_something() {
    let text = read("docs/rgaa.md");
    let (_, mend) = text.split_once("\n## Non-conformités").expect("a list of what is to be mended");
    let mut faults = Vec::new();
    for Criterion { theme, rank, verdict, checked } in criteria(&text) {
        let number = format!("{theme}.{rank}");
        let rests = !cited(checked).is_empty() || checked.contains(BY_HAND);
        let fault = match verdict {
            "conforme" if !rests => Some("ni essai, ni vérification datée"),
            "non conforme" if !mend.contains(&format!("**{number},")) => Some("rien ne dit quoi corriger"),
            "non vérifié" if !checked.starts_with("non vérifié : ") => Some("rien ne dit pourquoi"),
            _ if checked.is_empty() => Some("aucune raison"),
            _ if !VERDICTS.contains(&verdict) => Some("verdict inconnu"),
            _ => None,
        };
        faults.extend(fault.map(|fault| format!("{number}, {verdict} : {fault}")));
    }
    no_fault(&faults);
}

#[test]
fn the_sums_are_those_of_the_tables() {
    let text = read("docs/rgaa.md");
    let all = criteria(&text);
    let of = |verdict: &str| all.iter().filter(|c| c.verdict == verdict).count();
    let sums = VERDICTS.map(|verdict| (verdict, of(verdict)));
    let apply = all.len() - of("non applicable");
    let wanted = sums.into_iter().chain([("s’appliquent en tout", apply), ("total", all.len())]);
    no_fault(&wanted.map(|(n, sum)| format!("| {n} | {sum} |")).filter(|l| !text.contains(l)).collect::<Vec<_>>());
}

#[test]
fn each_test_cited_exists() {
    let text = read("docs/rgaa.md");
    let all: Vec<(&str, &str)> = text.lines().flat_map(cited).filter(|(file, _)| *file != "fichier").collect();
    assert!(all.len() > 60, "{} essais cités", all.len());
    let lost = all.into_iter().filter(|(file, name)| !exists(file, name));
    no_fault(&lost.map(|(file, name)| format!("{file} — {name} : aucun essai de ce nom")).collect::<Vec<_>>());
}

#[test]
fn a_citation_is_told_from_other_code() {
    let cell = "`e2e/a.spec.ts` — `one, two`, `« ${x} » three` ; `tests` : `four`. `domain/b.rs` — `five` et `six`";
    let wanted = [("e2e/a.spec.ts", "one, two"), ("e2e/a.spec.ts", "« ${x} » three"), ("domain/b.rs", "five")];
    assert_eq!(cited(cell), wanted);
    assert!(exists("tidy/rgaa.rs", "a_citation_is_told_from_other_code"));
    assert!(!exists("tidy/rgaa.rs", "a_citation_is_told"));
    assert!(!exists("tidy/nowhere.rs", "a_citation_is_told_from_other_code"));
}

/// The statement a visitor reads says no more than the evidence.
#[test]
fn the_about_page_claims_nothing_that_nobody_audited() {
    let about = read("src/pages/about.rs");
    assert!(about.contains("non conforme, car non audité"), "src/pages/about.rs");
    assert!(read("docs/rgaa.md").contains("non auditée par un tiers"), "docs/rgaa.md");
}

/// A region that tells only what changed in it leaves half a sentence (RGAA 7.5): one function makes them all.
#[test]
fn what_is_told_is_told_whole() {
    let all = rust("src")
        .into_iter()
        .filter(|(path, text)| path != "src/view/node.rs" && code(text).contains("\"aria-live\""));
    no_fault(&all.map(|(path, _)| format!("{path} : une région sans told()")).collect::<Vec<_>>());
    assert!(read("src/view/node.rs").contains(".attr(\"aria-live\", \"polite\").attr(\"aria-atomic\", \"true\")"));
}
