//! What the site weighs once compressed, against what the design allows (DESIGN §8).

use super::OverBudget;
use crate::digest::files_under;
use crate::report::{self, Failure, Result};
use std::path::Path;

/// One line of the table: the files summed, by prefix and suffix of their names, and their limit in bytes.
struct Line {
    label: &'static str,
    files: &'static [(&'static str, &'static str)],
    limit: Option<u64>,
}

const PAGE: (&str, &str) = ("index", ".html");
const STYLES: (&str, &str) = ("style-", ".css");

const LINES: [Line; 10] = [
    Line { label: "HTML prérendu + CSS", files: &[PAGE, STYLES], limit: Some(30_000) },
    Line {
        label: "première vue (HTML, CSS, JS, wasm)",
        files: &[PAGE, STYLES, ("demarrage-", ".js"), ("explorateur-", ".wasm")],
        limit: Some(130_000),
    },
    Line {
        label: "suite (autres pages), à la demande",
        files: &[("suite-", ".js"), ("suite-", ".wasm"), ("suite-", ".css")],
        limit: None,
    },
    Line { label: "ECharts, à la demande", files: &[("graphiques-", ".js")], limit: Some(185_000) },
    Line { label: "graphiques wasm, à la demande", files: &[("graphiques-", ".wasm")], limit: None },
    Line {
        label: "documents (Word, tableur), à la demande",
        files: &[("documents-", ".js"), ("documents-", ".wasm")],
        limit: Some(235_000),
    },
    Line { label: "annexe et texte, à la demande", files: &[("annexe-", ".bin"), ("texte-", ".bin")], limit: None },
    // Its list of files and their hashes, for the most part.
    Line {
        label: "worker, une fois demandé",
        files: &[("hors-ligne", ".js"), ("hors-ligne", ".json")],
        limit: Some(8_000),
    },
    Line {
        label: "fichier unique, à télécharger", files: &[("explorateur-sress", ".html")], limit: Some(1_600_000)
    },
    Line { label: "embed.js", files: &[("embed", ".js")], limit: Some(2_000) },
];

/// What one line of the table weighs, in bytes.
pub struct Weight {
    pub label: &'static str,
    /// As the browser holds it.
    pub raw: u64,
    /// As it travels, compressed where that helps.
    pub sent: u64,
}

/// The table as figures.
pub fn weights(dist: &Path) -> Result<Vec<Weight>> {
    let files = sizes(dist)?;
    Ok(LINES.iter().map(|line| weigh(&files, line)).collect())
}

/// Prints the table; a line above its limit fails, or warns while developing.
pub fn check(dist: &Path, over: OverBudget) -> Result<()> {
    let sizes = sizes(dist)?;
    report::heading("Poids en octets, une fois compressé (brotli)");
    let mut heavy = Vec::new();
    for line in &LINES {
        let weight = weigh(&sizes, line).sent;
        let limit = line.limit.map_or("—".to_owned(), report::thousands);
        let sign = if line.limit.is_some_and(|limit| weight > limit) {
            heavy.push(line.label);
            "  TROP LOURD"
        } else {
            ""
        };
        let weight = report::thousands(weight);
        report::line(format_args!("{:<40}{weight:>9} / {limit:>7}{sign}", line.label));
    }
    let failure = || {
        Failure::new(
            format!("budget dépassé : {}", heavy.join(" ; ")),
            "alléger ce qui a grossi, ou différer ce que la première vue n'utilise pas.",
        )
    };
    match (heavy.is_empty(), over) {
        (true, _) => Ok(()),
        (false, OverBudget::Fail) => Err(failure()),
        (false, OverBudget::Warn) => {
            report::failure(&failure());
            Ok(())
        }
    }
}

/// A file of `dist`, with its bytes before and after compression.
struct Sized {
    name: String,
    raw: u64,
    sent: u64,
}

fn sizes(dist: &Path) -> Result<Vec<Sized>> {
    let mut sizes = Vec::new();
    let length = |path: &Path| Ok(std::fs::metadata(path).map_err(|e| Failure::file("lire", path, &e))?.len());
    for path in files_under(dist)? {
        let name = path.strip_prefix(dist).unwrap_or(&path).to_string_lossy().into_owned();
        if name.ends_with(".br") || name.ends_with(".gz") {
            continue;
        }
        let raw = length(&path)?;
        let compressed = dist.join(format!("{name}.br"));
        let sent = if compressed.is_file() { length(&compressed)? } else { raw };
        sizes.push(Sized { name, raw, sent });
    }
    Ok(sizes)
}

fn weigh(sizes: &[Sized], line: &Line) -> Weight {
    let counted = |file: &&Sized| line.files.iter().any(|(p, s)| file.name.starts_with(p) && file.name.ends_with(s));
    let total = |bytes: fn(&Sized) -> u64| sizes.iter().filter(counted).map(bytes).sum();
    Weight { label: line.label, raw: total(|f| f.raw), sent: total(|f| f.sent) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_view_counts_neither_the_suite_nor_the_charts_nor_the_data() {
        let sizes: Vec<Sized> = [
            ("index.html", 1),
            ("style-0.css", 10),
            ("demarrage-0.js", 100),
            ("explorateur-0.wasm", 1_000),
            ("suite-0.js", 2),
            ("suite-0.wasm", 20),
            ("graphiques-0.js", 10_000),
            ("graphiques-0.wasm", 100_000),
            ("documents-0.js", 4),
            ("documents-0.wasm", 40),
            ("annexe-0.bin", 3),
            ("texte-0.bin", 30),
            ("hors-ligne.js", 5),
            ("hors-ligne.json", 50),
            ("explorateur-sress.html", 500),
            ("data/mesures.json", 1_000_000),
        ]
        .map(|(name, sent)| Sized { name: name.to_owned(), raw: 2 * sent, sent })
        .into();
        let weights: Vec<(u64, u64)> = LINES.iter().map(|line| weigh(&sizes, line)).map(|w| (w.sent, w.raw)).collect();
        assert_eq!(weights, [11, 1_111, 22, 10_000, 100_000, 44, 33, 55, 500, 0].map(|sent| (sent, 2 * sent)));
    }
}
