//! What comes from outside, by the million: addresses, a host's query, questions, bytes off the network, edited data.
//!
//! Each case starts from something valid and is spoilt by the ways people and machines spoil it (`spoil`). A few hundred
//! run with every test; `SRESS_CAS=1000000 cargo test --profile essais --no-default-features --test hostile` runs as many.

#[path = "../domain/random.rs"]
mod random;
#[path = "../support/mod.rs"]
mod support;

mod memory;
mod spoil;

mod address;
mod bytes;
mod data;
mod frame;
mod question;
mod roadmap;
mod workshop;

use proptest::prelude::ProptestConfig;

/// So many cases, or as many as `SRESS_CAS` says; a number that cannot be read is no reason to run fewer in silence.
fn cases(quick: u32) -> ProptestConfig {
    let asked = std::env::var("SRESS_CAS").ok();
    let cases = asked.map_or(quick, |n| n.parse().unwrap_or_else(|_| panic!("SRESS_CAS={n} : un nombre est attendu")));
    // Rejected cases are counted apart: their bound follows.
    ProptestConfig {
        cases,
        failure_persistence: None,
        max_local_rejects: cases.max(65_536),
        ..ProptestConfig::default()
    }
}
