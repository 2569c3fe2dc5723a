//! Words that must not appear: the strategy's own in the code, markup made of strings, tests that are skipped, hosts.

use crate::files::{code, rust, under};
use crate::support::{FILES, no_fault, root};

/// The code of `src/` before its unit tests, which may give examples.
fn shipped() -> Vec<(String, String)> {
    let before_tests = |text: &str| text.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
    rust("src").into_iter().map(|(path, text)| (path, code(&before_tests(&text)))).collect()
}

#[test]
fn the_code_names_no_measure_no_partner_and_no_term() {
    let registers = [&FILES.actors, &FILES.schemes, &FILES.places].into_iter().flatten().map(|t| t.id.as_str());
    let sections = FILES.strategy.sections.iter().map(|s| s.id.as_str());
    let targets = FILES.strategy.targets.iter().map(|t| t.id.as_str());
    let audiences = FILES.audiences.iter().map(|a| a.id.as_str());
    let kinds = FILES.strategy.vocabulary.natures.iter().map(|n| n.id.as_str());
    let ids: Vec<&str> = registers.chain(sections).chain(targets).chain(audiences).chain(kinds).collect();
    let mut faults = Vec::new();
    for (path, text) in shipped() {
        faults
            .extend(ids.iter().filter(|id| text.contains(&format!("\"{id}\""))).map(|id| format!("{path} : \"{id}\"")));
        let numbered = |word: &str| {
            text.match_indices(word).any(|(at, _)| {
                let rest = text[at + word.len()..].trim_start_matches("\\u{a0}").trim_start();
                rest.starts_with(|c: char| c.is_ascii_digit())
            })
        };
        faults.extend(
            (numbered("Mesure") || numbered("mesure")).then(|| format!("{path} nomme une mesure par son numéro")),
        );
    }
    no_fault(&faults);
}

#[test]
fn the_code_does_not_know_how_many_measures_there_are() {
    let count = FILES.measures.len().to_string();
    let alone = |text: &str, at: usize| {
        let free = |c: Option<char>| !c.is_some_and(|c| c.is_alphanumeric() || c == '.' || c == '_');
        free(text[..at].chars().next_back()) && free(text[at + count.len()..].chars().next())
    };
    let faults = shipped().into_iter().filter(|(_, text)| text.match_indices(&count).any(|(at, _)| alone(text, at)));
    no_fault(&faults.map(|(path, _)| format!("{path} : {count}")).collect::<Vec<_>>());
}

#[test]
fn no_markup_is_made_of_strings() {
    let words = [concat!("inner", "_html"), concat!("inner", "HTML"), concat!("insert_adjacent", "_html")];
    let faults = rust("src").into_iter().filter(|(_, text)| words.iter().any(|w| text.contains(w)));
    no_fault(&faults.map(|(path, _)| path).collect::<Vec<_>>());
}

#[test]
fn no_test_is_set_aside() {
    let words =
        [concat!("#[", "ignore"), concat!("test.", "skip("), concat!("test.", "only("), concat!("test.", "fixme(")];
    let paths = [under("src"), under("xtask"), under("tests")].concat();
    let faults = paths.into_iter().filter(|p| {
        let text = std::fs::read_to_string(root().join(p)).unwrap_or_default();
        words.iter().any(|w| text.contains(w))
    });
    no_fault(&faults.collect::<Vec<_>>());
}

/// A lock file that names a mirror builds nowhere else.
#[test]
fn no_file_names_the_host_of_a_package_registry() {
    let hosts = [
        concat!("arti", "factory"),
        concat!("registry.", "npmjs"),
        concat!("registry.", "yarnpkg"),
        concat!("index.", "crates.io"),
        concat!("static.", "crates.io"),
        concat!("npm.", "pkg.github"),
    ];
    let faults = under(".").into_iter().filter(|path| {
        let Ok(text) = std::fs::read_to_string(root().join(path)) else { return false };
        hosts.iter().any(|host| text.contains(host))
    });
    no_fault(&faults.collect::<Vec<_>>());
}
