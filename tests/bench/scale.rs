//! How the cost of an index, of a selection and of a search grows with the strategy: run by `cargo xtask bench`.
//!
//! Prints a table, and writes the same figures as JSON to the file named first on the command line. Judges nothing.
//! `strategie N FILE` writes instead a strategy of N measures, to build a site of.

#[path = "../support/mod.rs"]
mod support;

use explorateur_sress::domain::binary;
use explorateur_sress::domain::corpus::Corpus;
use explorateur_sress::domain::query::Query;
use explorateur_sress::domain::search::Index;
use explorateur_sress::domain::select::select;
use serde_json::{Value, json};
use std::hint::black_box;
use std::time::Instant;
use support::synthetic::{Seeded, Typed, chosen, corpus};

/// The real number of measures, then ten times as many thrice.
const SIZES: [u16; 4] = [22, 220, 2_200, 22_000];

/// Questions timed for each line: enough for the last twentieth to be several.
const QUERIES: usize = 200;

/// One line of the table at one size, in microseconds.
struct Cost {
    p50: f64,
    p95: f64,
}

fn timed<T>(work: impl FnOnce() -> T) -> f64 {
    let start = Instant::now();
    black_box(work());
    start.elapsed().as_secs_f64() * 1e6
}

fn cost(mut times: Vec<f64>) -> Cost {
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times[((times.len() - 1) as f64 * share).round() as usize];
    Cost { p50: at(0.5), p95: at(0.95) }
}

/// Each line's name and cost, for a strategy of one size.
fn measure(corpus: &Corpus) -> Vec<(&'static str, Cost)> {
    let index = Index::of(corpus);
    let mut random = Seeded(7);
    let ask = |query: &Query| timed(|| select(corpus, &index, query, &index.parse(&query.text)));
    let mut lines = vec![
        ("index", cost((0..5).map(|_| timed(|| Index::of(corpus))).collect())),
        ("select, rien de choisi", cost((0..QUERIES).map(|_| ask(&Query::default())).collect())),
        ("select, facettes", cost((0..QUERIES).map(|_| ask(&chosen(&mut random))).collect())),
    ];
    for typed in Typed::ALL {
        let name = match typed {
            Typed::Letters => "recherche, 1 à 3 lettres",
            Typed::Word => "recherche, un mot",
            Typed::TwoWords => "recherche, deux mots",
            Typed::Name => "recherche, nom ou sigle",
            Typed::Phrase => "recherche, expression",
        };
        let times = (0..QUERIES).map(|_| {
            let mut query = Query::default();
            query.text = typed.text(&mut random);
            ask(&query)
        });
        lines.push((name, cost(times.collect())));
    }
    lines
}

/// `1 234`, `12,3`, `0,12`: three figures are enough.
fn french(value: f64) -> String {
    let decimals = if value >= 100.0 { 0 } else { 1 + usize::from(value < 1.0) };
    format!("{value:.decimals$}").replace('.', ",")
}

fn write(path: &str, bytes: &[u8]) {
    std::fs::write(path, bytes).unwrap_or_else(|error| panic!("{path} : {error}"));
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if let ["strategie", size, path] = words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        let size = size.parse().unwrap_or_else(|error| panic!("{size} : {error}"));
        return write(path, &binary::to_bytes(&corpus(size, 1)));
    }
    let sizes: Vec<_> = SIZES.iter().map(|&size| measure(&corpus(size, 1))).collect();
    println!("   {:<26}{}", "µs, p50 / p95", SIZES.map(|s| format!("{s:>19}")).concat());
    let mut lines = serde_json::Map::new();
    for (at, (name, _)) in sizes[0].iter().enumerate() {
        let costs: Vec<&Cost> = sizes.iter().map(|lines| &lines[at].1).collect();
        let cells = costs.iter().map(|c| format!("{:>19}", format!("{} / {}", french(c.p50), french(c.p95))));
        println!("   {name:<26}{}", cells.collect::<String>());
        // How much dearer for ten times as many measures: ten when the cost is linear.
        let growth: Vec<f64> = costs.windows(2).map(|two| two[1].p50 / two[0].p50).collect();
        let shown: Vec<String> = growth.iter().map(|g| format!("×{}", french(*g))).collect();
        let per_measure = costs.iter().zip(SIZES).map(|(c, s)| c.p50 / f64::from(s)).collect::<Vec<_>>();
        let dearest = per_measure.last().copied().unwrap_or_default();
        println!("   {:<26}croissance {} ; par mesure {} ns", "", shown.join(", "), french(dearest * 1e3));
        let of = |pick: fn(&Cost) -> f64| costs.iter().map(|c| pick(c)).collect::<Vec<_>>();
        let line: Value = json!({
            "p50_us": of(|c| c.p50), "p95_us": of(|c| c.p95), "croissance": growth, "par_mesure_us": per_measure,
        });
        lines.insert((*name).to_owned(), line);
    }
    let report = json!({ "mesures": SIZES, "questions": QUERIES, "lignes": lines });
    if let Some(path) = words.first() {
        write(path, report.to_string().as_bytes());
    }
}
