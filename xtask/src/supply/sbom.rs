//! The inventory (SBOM) in CycloneDX 1.5: what the site is made of, for those who watch over known flaws.
//!
//! The same sources give the same bytes: neither date, nor machine, nor path.

use super::shipped::Component;
use crate::json::{object, quoted};

const OWN_LICENCE: &str = "MIT OR Apache-2.0";

/// The whole file, a component a line.
pub fn print(shipped: &[Component], own_version: &str) -> String {
    let own = [
        ("type", quoted("application")),
        ("bom-ref", quoted("explorateur-sress")),
        ("name", quoted("explorateur-sress")),
        ("version", quoted(own_version)),
        ("licenses", licences(OWN_LICENCE)),
    ];
    let components: Vec<String> = shipped.iter().map(component).collect();
    let whole = object(&[
        ("bomFormat", quoted("CycloneDX")),
        ("specVersion", quoted("1.5")),
        ("version", "1".to_owned()),
        ("metadata", object(&[("component", object(&own))])),
        ("components", format!("[\n{}\n]", components.join(",\n"))),
    ]);
    whole + "\n"
}

fn component(one: &Component) -> String {
    let mut members = vec![
        ("type", quoted("library")),
        ("bom-ref", quoted(&one.purl)),
        ("name", quoted(&one.name)),
        ("version", quoted(&one.version)),
    ];
    members.extend(one.hash.iter().map(|hash| {
        ("hashes", format!("[{}]", object(&[("alg", quoted(hash.algorithm)), ("content", quoted(&hash.hex))])))
    }));
    let programs = [("name", quoted("explorateur-sress:fichiers")), ("value", quoted(&one.programs.join(" ")))];
    members.extend([
        ("licenses", licences(&one.licence)),
        ("purl", quoted(&one.purl)),
        ("properties", format!("[{}]", object(&programs))),
    ]);
    object(&members)
}

/// As an expression: one licence is one too.
fn licences(expression: &str) -> String {
    format!("[{}]", object(&[("expression", quoted(expression))]))
}
