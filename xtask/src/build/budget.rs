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

const LINES: [Line; 7] = [
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
    Line { label: "annexe et texte, à la demande", files: &[("annexe-", ".bin"), ("texte-", ".bin")], limit: None },
    Line { label: "embed.js", files: &[("embed", ".js")], limit: Some(2_000) },
];

/// Prints the table; a line above its limit fails, or warns while developing.
pub fn check(dist: &Path, over: OverBudget) -> Result<()> {
    let sizes = sizes(dist)?;
    report::heading("Poids en octets, une fois compressé (brotli)");
    let mut heavy = Vec::new();
    for line in &LINES {
        let weight = weigh(&sizes, line);
        let limit = line.limit.map_or("—".to_owned(), report::thousands);
        let sign = if line.limit.is_some_and(|limit| weight > limit) {
            heavy.push(line.label);
            "  TROP LOURD"
        } else {
            ""
        };
        let weight = report::thousands(weight);
        report::line(format_args!("{:<36}{weight:>9} / {limit:>7}{sign}", line.label));
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

/// Name and transferred bytes of each file at the top of `dist`.
fn sizes(dist: &Path) -> Result<Vec<(String, u64)>> {
    let mut sizes = Vec::new();
    for path in files_under(dist)? {
        let name = path.strip_prefix(dist).unwrap_or(&path).to_string_lossy().into_owned();
        if name.ends_with(".br") || name.ends_with(".gz") {
            continue;
        }
        let compressed = dist.join(format!("{name}.br"));
        let sent = if compressed.is_file() { &compressed } else { &path };
        let bytes = std::fs::metadata(sent).map_err(|e| Failure::file("lire", sent, &e))?.len();
        sizes.push((name, bytes));
    }
    Ok(sizes)
}

fn weigh(sizes: &[(String, u64)], line: &Line) -> u64 {
    let counted = |name: &str| line.files.iter().any(|(p, s)| name.starts_with(p) && name.ends_with(s));
    sizes.iter().filter(|(name, _)| counted(name)).map(|(_, bytes)| bytes).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_view_counts_neither_the_suite_nor_the_charts_nor_the_data() {
        let sizes: Vec<(String, u64)> = [
            ("index.html", 1),
            ("style-0.css", 10),
            ("demarrage-0.js", 100),
            ("explorateur-0.wasm", 1_000),
            ("suite-0.js", 2),
            ("suite-0.wasm", 20),
            ("graphiques-0.js", 10_000),
            ("graphiques-0.wasm", 100_000),
            ("annexe-0.bin", 3),
            ("texte-0.bin", 30),
            ("data/mesures.json", 1_000_000),
        ]
        .map(|(name, bytes)| (name.to_owned(), bytes))
        .to_vec();
        let weights: Vec<u64> = LINES.iter().map(|line| weigh(&sizes, line)).collect();
        assert_eq!(weights, [11, 1_111, 22, 10_000, 100_000, 33, 0]);
    }
}
