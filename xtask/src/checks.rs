//! What must hold before a change lands: `cargo xtask test`, the only gate, here and in CI.
//!
//! The checks run in order, quickest first, and stop at the first that fails.

use crate::build::{self, OverBudget};
use crate::digest::files_under;
use crate::process;
use crate::report::{self, Failure, Result};
use crate::supply;
use crate::tools::{self, WASM_TARGET};
use crate::workspace::Workspace;
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// One check: its title, and the cargo command that makes it.
struct Check {
    title: &'static str,
    cargo: &'static [&'static str],
    remedy: &'static str,
}

const LINT: &str = "corriger ce que clippy signale ci-dessus.";
const TEST: &str = "lire l'essai en échec ci-dessus ; il dit ce qu'il attendait.";

const FORMAT: Check =
    Check { title: "mise en forme", cargo: &["fmt", "--all", "--check"], remedy: "lancer `cargo fmt --all`." };

const LINT_DOMAIN: Check = Check {
    title: "clippy, domaine et outils",
    cargo: &["clippy", "--workspace", "--all-targets", "--no-default-features", "--", "-D", "warnings"],
    remedy: LINT,
};

const TESTS_TOOLS: Check = Check { title: "essais des outils", cargo: &["test", "--package", "xtask"], remedy: TEST };

const TESTS_DOMAIN: Check =
    Check { title: "essais du domaine", cargo: &["test", "--no-default-features"], remedy: TEST };

const LINT_SSR: Check = Check {
    title: "clippy, rendu natif (ssr)",
    cargo: &["clippy", "--all-targets", "--features", "ssr", "--", "-D", "warnings"],
    remedy: LINT,
};

const TESTS_SSR: Check =
    Check { title: "essais de l'interface, rendu natif (ssr)", cargo: &["test", "--features", "ssr"], remedy: TEST };

const LINT_DOCUMENTS: Check = Check {
    title: "clippy, documents à emporter",
    cargo: &["clippy", "--all-targets", "--no-default-features", "--features", "documents", "--", "-D", "warnings"],
    remedy: LINT,
};

/// What leaves the samples, and what reads them.
const TESTS_DOCUMENTS: Check = Check {
    title: "essais des documents à emporter",
    cargo: &["test", "--no-default-features", "--features", "documents", "--lib", "--test", "documents"],
    remedy: TEST,
};
const SAMPLES: &str = "SRESS_ECHANTILLONS";

/// One of the site's programs, as it is compiled for the browser.
struct Program {
    title: &'static str,
    bin: &'static str,
    features: &'static str,
}

const PROGRAMS: [Program; 4] = [
    Program { title: "clippy, navigateur (hydrate)", bin: "explorateur-sress", features: "hydrate" },
    Program { title: "clippy, navigateur, toutes les pages (hydrate, pages)", bin: "suite", features: "hydrate,pages" },
    Program { title: "clippy, graphiques (chunk)", bin: "charts", features: "chunk" },
    Program { title: "clippy, documents (documents)", bin: "documents", features: "documents" },
];

const VERIFY: Check = Check {
    title: "données comparées au texte adopté",
    cargo: &["test", "--no-default-features", "--test", "corpus"],
    remedy: "corriger public/data là où le dit l'essai en échec ci-dessus.",
};

/// The native checks only: seconds, once compiled.
pub fn quick(ws: &Workspace) -> Result<()> {
    let start = Instant::now();
    tools::ensure_native(ws)?;
    run(ws, &[FORMAT, LINT_DOMAIN, TESTS_TOOLS, TESTS_DOMAIN, TESTS_DOCUMENTS])?;
    done("vérifications rapides", start);
    Ok(())
}

/// Names the adopted text; the tests that find it named refuse to go without (`tests/support/adopted.rs`).
const SOURCE: &str = "SRESS_SOURCE";

/// The data against the adopted text, which is compulsory here: without it there is nothing to compare.
pub fn verify(ws: &Workspace) -> Result<()> {
    let adopted = adopted_text(ws, env::var_os(SOURCE))?;
    check(VERIFY.title, || process::run(ws.command("cargo").args(VERIFY.cargo).env(SOURCE, &adopted), VERIFY.remedy))
}

/// Where the adopted text is: as given, or beside the repository.
fn adopted_text(ws: &Workspace, given: Option<OsString>) -> Result<PathBuf> {
    let path = given.map_or_else(|| "../shared/source/strategie-ess-2025-2030.txt".into(), PathBuf::from);
    let path = ws.root.join(path);
    if path.is_file() {
        return Ok(path);
    }
    Err(Failure::new(
        format!("le texte adopté n'est pas là : {}", path.display()),
        format!("dire où il est : {SOURCE}=chemin cargo xtask verify."),
    ))
}

/// Everything, down to the browser.
pub fn all(ws: &Workspace) -> Result<()> {
    let start = Instant::now();
    tools::ensure_native(ws)?;
    // All installations first: a missing one is known at once, not after ten minutes of checks.
    tools::ensure_build(ws)?;
    tools::ensure_supply(ws)?;
    let browser = tools::ensure_browser(ws)?;
    let audit = tools::ensure_office(ws)?;
    run(ws, &[FORMAT, LINT_DOMAIN, TESTS_TOOLS, TESTS_DOMAIN])?;
    run(ws, &[LINT_DOCUMENTS])?;
    documents(ws, &audit)?;
    check("dépendances : licences, sources, doublons", || supply::check(ws))?;
    run(ws, &[LINT_SSR, TESTS_SSR])?;
    for program in &PROGRAMS {
        lint(ws, program)?;
    }
    check("construction et budgets", || build::run(ws, OverBudget::Fail))?;
    check("essais des scripts, inventaire de ce qui est publié", || scripts(ws))?;
    check("scénarios dans le navigateur", || {
        process::run(
            ws.node_command("playwright")
                .args(["test", "--config", "tests/e2e/playwright.config.ts", "--reporter", "line"])
                .env("CHROMIUM", &browser),
            "lire le scénario en échec ci-dessus ; ses traces sont dans test-results/.",
        )
    })?;
    done("toutes les vérifications", start);
    Ok(())
}

/// What runs in the host's page and in the frame, in Node: named one by one, as its versions disagree on folders.
fn scripts(ws: &Workspace) -> Result<()> {
    let files = files_under(&ws.root.join("tests/scripts"))?;
    let tests = files.iter().filter(|path| path.to_string_lossy().ends_with(".test.mjs"));
    process::run(ws.command("node").arg("--test").args(tests).env(SAMPLES, samples(ws)), TEST)
}

/// The documents by their XML, then as LibreOffice opens them and as their schemas want them.
fn documents(ws: &Workspace, audit: &Path) -> Result<()> {
    let samples = samples(ws);
    let mut tests = ws.command("cargo");
    tests.args(TESTS_DOCUMENTS.cargo).env(SAMPLES, &samples);
    check(TESTS_DOCUMENTS.title, || process::run(&mut tests, TESTS_DOCUMENTS.remedy))?;
    let mut office = ws.command("node");
    office.args(["--test", "tests/office/office.test.mjs"]).env(SAMPLES, &samples).env("OPENXML_AUDIT", audit);
    check("documents ouverts par LibreOffice, comparés à leurs schémas", || process::run(&mut office, TEST))
}

/// Where the tests of documents leave what others read.
fn samples(ws: &Workspace) -> PathBuf {
    ws.cache().join("echantillons")
}

fn run(ws: &Workspace, checks: &[Check]) -> Result<()> {
    for one in checks {
        check(one.title, || process::run(ws.command("cargo").args(one.cargo), one.remedy))?;
    }
    Ok(())
}

/// In the release profile: the macros it compiles are those the site needs next, once rather than twice.
fn lint(ws: &Workspace, program: &Program) -> Result<()> {
    let mut clippy = ws.command("cargo");
    clippy.args(["clippy", "--release", "--target", WASM_TARGET, "--lib", "--bin", program.bin]);
    clippy.args(["--no-default-features", "--features", program.features, "--", "-D", "warnings"]);
    check(program.title, || process::run(&mut clippy, LINT))
}

fn check(title: &str, work: impl FnOnce() -> Result<()>) -> Result<()> {
    report::heading(title);
    report::timed("réussi en", work)
        .map_err(|failure| Failure::new(format!("vérification « {title} » : {}", failure.what), failure.remedy))
}

fn done(what: &str, start: Instant) {
    let elapsed = report::duration(start.elapsed());
    report::heading(&format!("Réussi : {what}, en {elapsed}"));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workspace(root: PathBuf) -> Workspace {
        Workspace { target: root.join("target"), dist: root.join("dist"), root }
    }

    #[test]
    fn the_adopted_text_is_the_one_given_or_the_one_beside_the_repository() {
        let folder = env::temp_dir().join(format!("xtask-adopte-{}", std::process::id()));
        let ws = workspace(folder.join("depot"));
        let beside = folder.join("shared/source/strategie-ess-2025-2030.txt");
        for path in [&beside, &ws.root.join("ici.txt")] {
            std::fs::create_dir_all(path.parent().expect("un dossier")).expect("dossier");
            std::fs::write(path, "texte").expect("fichier");
        }
        let found = |given: Option<&str>| adopted_text(&ws, given.map(OsString::from));
        assert!(found(None).expect("à côté").ends_with("../shared/source/strategie-ess-2025-2030.txt"));
        assert_eq!(found(Some("ici.txt")).expect("donné"), ws.root.join("ici.txt"));
        assert!(found(Some("absent.txt")).is_err(), "one that is named is the one meant");
        std::fs::remove_dir_all(&folder).expect("nettoyage");
    }

    #[test]
    fn without_the_adopted_text_verify_fails_and_says_what_to_do() {
        let failure = adopted_text(&workspace("/nulle/part".into()), None).expect_err("refus attendu");
        assert!(failure.what.contains("strategie-ess-2025-2030.txt"), "{}", failure.what);
        assert!(failure.remedy.contains("SRESS_SOURCE="), "{}", failure.remedy);
    }
}
