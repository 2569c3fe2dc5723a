//! What must hold before a change lands: `cargo xtask test`, the only gate, here and in CI.
//!
//! The checks run in order, quickest first, and stop at the first that fails.

use crate::build::{self, OverBudget};
use crate::process;
use crate::report::{self, Failure, Result};
use crate::tools::{self, WASM_TARGET};
use crate::workspace::Workspace;
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

/// One of the site's three programs, as it is compiled for the browser.
struct Program {
    title: &'static str,
    bin: &'static str,
    features: &'static str,
}

const PROGRAMS: [Program; 3] = [
    Program { title: "clippy, navigateur (hydrate)", bin: "explorateur-sress", features: "hydrate" },
    Program { title: "clippy, navigateur, toutes les pages (hydrate, pages)", bin: "suite", features: "hydrate,pages" },
    Program { title: "clippy, graphiques (chunk)", bin: "charts", features: "chunk" },
];

const VERIFY: Check = Check {
    title: "données comparées au texte adopté",
    cargo: &["test", "--no-default-features", "--test", "corpus"],
    remedy: "corriger public/data, ou donner le texte adopté : SRESS_SOURCE=chemin.",
};

/// The native checks only: seconds, once compiled.
pub fn quick(ws: &Workspace) -> Result<()> {
    let start = Instant::now();
    tools::ensure_native(ws)?;
    run(ws, &[FORMAT, LINT_DOMAIN, TESTS_TOOLS, TESTS_DOMAIN])?;
    done("vérifications rapides", start);
    Ok(())
}

/// The data against the adopted text.
pub fn verify(ws: &Workspace) -> Result<()> {
    run(ws, &[VERIFY])
}

/// Everything, down to the browser.
pub fn all(ws: &Workspace) -> Result<()> {
    let start = Instant::now();
    tools::ensure_native(ws)?;
    // All installations first: a missing one is known at once, not after ten minutes of checks.
    tools::ensure_build(ws)?;
    let browser = tools::ensure_browser(ws)?;
    run(ws, &[FORMAT, LINT_DOMAIN, TESTS_TOOLS, TESTS_DOMAIN])?;
    run(ws, &[LINT_SSR, TESTS_SSR])?;
    for program in &PROGRAMS {
        lint(ws, program)?;
    }
    check("construction et budgets", || build::run(ws, OverBudget::Fail))?;
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
