//! What the explorer costs, measured: bytes, waiting in a browser, growth with the strategy. Judges nothing.
//!
//! Each part prints a table; together they leave `target/bench.json`. Times depend on the machine, which is described
//! beside them: compare figures of one run, or of one machine at rest.

mod machine;

use crate::build::{self, budget};
use crate::json::{self, quoted};
use crate::process;
use crate::report::{self, Failure, Result, thousands};
use crate::serve::{self, Options};
use crate::tools;
use crate::workspace::Workspace;
use std::path::Path;

/// One thing to measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Weight,
    Browser,
    /// The same questions, on a site with a hundred times as many measures.
    Long,
    Scale,
}

impl Part {
    pub const ALL: [Part; 4] = [Part::Weight, Part::Browser, Part::Long, Part::Scale];

    /// Its name on the command line and in the report.
    pub const fn key(self) -> &'static str {
        match self {
            Part::Weight => "poids",
            Part::Browser => "navigateur",
            Part::Long => "longue",
            Part::Scale => "echelle",
        }
    }

    pub const fn reads_the_site(self) -> bool {
        match self {
            Part::Weight | Part::Browser => true,
            Part::Long | Part::Scale => false,
        }
    }

    /// Prints the part's table and gives its figures as JSON.
    fn measure(self, ws: &Workspace) -> Result<String> {
        match self {
            Part::Weight => weight(&ws.dist),
            Part::Browser => {
                report::heading("Dans Chromium : bureau ; mobile (processeur ÷ 4, 1,6 Mb/s, 150 ms)");
                browser(ws, self, &ws.dist)
            }
            Part::Long => long(ws),
            Part::Scale => scale(ws),
        }
    }
}

/// Measures the parts and writes what was found.
pub fn run(ws: &Workspace, parts: &[Part]) -> Result<()> {
    let mut members = machine::describe(ws);
    for part in parts {
        members.push((part.key(), part.measure(ws)?));
    }
    let path = ws.target.join("bench.json");
    std::fs::write(&path, json::object(&members) + "\n").map_err(|e| Failure::file("écrire", &path, &e))?;
    report::heading(&format!("Mesures écrites dans {}", path.display()));
    Ok(())
}

fn weight(dist: &Path) -> Result<String> {
    report::heading("Poids en octets : brut, puis comme il voyage (brotli)");
    let weights = budget::weights(dist)?;
    for line in &weights {
        report::line(format_args!("{:<36}{:>11}{:>11}", line.label, thousands(line.raw), thousands(line.sent)));
    }
    let figures = |w: &budget::Weight| format!("{{\"brut\":{},\"brotli\":{}}}", w.raw, w.sent);
    Ok(json::object(&weights.iter().map(|w| (w.label, figures(w))).collect::<Vec<_>>()))
}

/// On our own server, under the headers the site is made for.
fn browser(ws: &Workspace, part: Part, site: &Path) -> Result<String> {
    let browser = tools::ensure_browser(ws)?;
    let listener = serve::bind(0)?;
    let port = listener.local_addr().map_or(0, |address| address.port());
    let dist = site.to_path_buf();
    // Ends with the task.
    std::thread::spawn(move || serve::run(&dist, listener, &Options { port, ..Options::default() }));
    let address = format!("http://127.0.0.1:{port}/");
    let output = output(ws, part)?;
    let words = [address.as_str(), &output, part.key()];
    process::run(
        ws.command("node").arg("tests/bench/browser.mjs").args(words).env("CHROMIUM", browser),
        "lire l'erreur ci-dessus ; les essais du navigateur disent si le site lui-même répond.",
    )?;
    read(&output)
}

/// Measures of the long strategy.
const MANY: &str = "2200";

/// A site made as the real one is, of a bred strategy.
fn long(ws: &Workspace) -> Result<String> {
    report::heading(&format!("Dans Chromium, une stratégie de {MANY} mesures (site construit exprès)"));
    let strategy = ws.cache().join("strategie.bin");
    scale_program(ws, &["strategie", MANY, &strategy.to_string_lossy()])?;
    let site = ws.target.join("longue");
    build::elsewhere(ws, &site, &strategy)?;
    browser(ws, Part::Long, &site)
}

/// In the profile of the site, so that the code measured is the code shipped, compiled for this machine.
fn scale(ws: &Workspace) -> Result<String> {
    report::heading("Coût selon le nombre de mesures, en natif (corpus synthétiques)");
    let output = output(ws, Part::Scale)?;
    scale_program(ws, &[&output])?;
    read(&output)
}

fn scale_program(ws: &Workspace, words: &[&str]) -> Result<()> {
    process::run(
        ws.command("cargo")
            .args(["run", "--quiet", "--release", "--no-default-features", "--bin", "scale", "--"])
            .args(words),
        "corriger tests/bench/scale.rs, ou le domaine qu'il mesure.",
    )
}

/// Where a part leaves its figures; what an earlier run left there is no answer.
fn output(ws: &Workspace, part: Part) -> Result<String> {
    let folder = ws.cache();
    std::fs::create_dir_all(&folder).map_err(|e| Failure::file("créer", &folder, &e))?;
    let path = folder.join(format!("bench-{}.json", part.key()));
    let _ = std::fs::remove_file(&path);
    Ok(path.to_string_lossy().into_owned())
}

fn read(path: &str) -> Result<String> {
    let text = std::fs::read_to_string(path).map_err(|e| Failure::file("lire", Path::new(path), &e))?;
    Ok(text.trim().to_owned())
}

/// A member whose value is a text, or `null` where it is not known.
fn member(key: &'static str, text: Option<String>) -> (&'static str, String) {
    (key, text.map_or("null".to_owned(), |text| quoted(&text)))
}
