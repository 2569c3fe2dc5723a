//! index.html, completed: prerendered body, links in the head, addresses of what is loaded later. Pure text.

use super::starter::Pair;
use crate::report::{Failure, Result};

/// File names in `dist/`; every link is relative to the page.
pub struct Links {
    pub styles: String,
    pub start: Pair,
    pub suite: Pair,
    pub suite_styles: String,
    pub charts: Pair,
    pub documents: Pair,
    /// What a frame needs besides.
    pub frame: String,
    /// What a page that fails needs.
    pub rescue: String,
}

/// Where the suite reads the address of what writes documents; `DOCUMENTS-wasm` for its program.
const DOCUMENTS: &str = "xp-documents";
const MARKER: &str = "<!--prerendu-->";
/// Where the styles of the suite's pages are.
const SUITE_STYLES: &str = "xp-suite-css";
/// Where the starter reads the address of what a frame needs.
const FRAME: &str = "xp-cadre";
/// Where it reads the address of what a page that fails needs.
const RESCUE: &str = "xp-secours";
const TRUNK_LINK: &str = "<link data-trunk rel=\"rust\"";

/// What index.html must hold, once each, for the build to complete it. Said before minutes of compiling.
pub fn check_source(html: &str) -> Result<()> {
    // Without the attribute Trunk fetches a wasm-opt of its own, which takes none of the flags we need.
    let pairs = ["xp-suite", "xp-graphiques", DOCUMENTS]
        .into_iter()
        .flat_map(|name| [meta(name), meta(&format!("{name}-wasm"))]);
    let metas: Vec<String> = pairs.chain([SUITE_STYLES, FRAME, RESCUE].map(meta)).collect();
    let needed = [MARKER, TRUNK_LINK, "data-wasm-opt=\"0\""].into_iter().chain(metas.iter().map(String::as_str));
    for needed in needed {
        once(html, needed)?;
    }
    Ok(())
}

/// Returns the page to publish.
pub fn assemble(html: &str, body: &str, links: &Links) -> Result<String> {
    complete(html, body, links, &head(links))
}

/// Likewise, with another head than the site's links.
pub fn complete(html: &str, body: &str, links: &Links, head: &str) -> Result<String> {
    let html = set_metas(html, "xp-suite", &links.suite)?;
    let html = set_metas(&html, "xp-graphiques", &links.charts)?;
    let html = set_metas(&html, DOCUMENTS, &links.documents)?;
    let html = set_meta(&html, SUITE_STYLES, &links.suite_styles)?;
    let html = set_meta(&html, FRAME, &links.frame)?;
    let html = set_meta(&html, RESCUE, &links.rescue)?;
    let html = replace_once(&html, trunk_link(&html), head)?;
    refuse_absolute(&html)?;
    // Last: the rendered text must not be taken for a marker.
    replace_once(&html, MARKER, body.trim_end())
}

/// Trunk's own element, left in place since it injects no script: our links take its place.
fn trunk_link(html: &str) -> &str {
    let start = html.find(TRUNK_LINK).unwrap_or(html.len());
    let rest = &html[start..];
    // Absent: the name itself, which then appears in the failure.
    rest.find('>').map_or(TRUNK_LINK, |end| &rest[..=end])
}

/// The wasm is asked for at once, in the very mode in which the starter fetches it.
fn head(links: &Links) -> String {
    format!(
        "<link rel=\"stylesheet\" href=\"./{}\">\n\
         <link rel=\"preload\" href=\"./{}\" as=\"fetch\" type=\"application/wasm\" crossorigin>\n\
         <script defer src=\"./{}\"></script>",
        links.styles, links.start.wasm, links.start.script
    )
}

fn meta(name: &str) -> String {
    format!("<meta name=\"{name}\" content=\"")
}

/// Fills the addresses of a script and of its wasm.
fn set_metas(html: &str, name: &str, pair: &Pair) -> Result<String> {
    let html = set_meta(html, name, &pair.script)?;
    set_meta(&html, &format!("{name}-wasm"), &pair.wasm)
}

fn set_meta(html: &str, name: &str, file: &str) -> Result<String> {
    let start = meta(name);
    replace_once(html, &format!("{start}\""), &format!("{start}./{file}\""))
}

pub fn replace_once(html: &str, old: &str, new: &str) -> Result<String> {
    once(html, old)?;
    Ok(html.replacen(old, new, 1))
}

fn once(html: &str, wanted: &str) -> Result<()> {
    match html.matches(wanted).count() {
        1 => Ok(()),
        n => Err(Failure::new(
            format!("index.html contient {n} fois {wanted}"),
            "l'y mettre une fois exactement, écrit ainsi.",
        )),
    }
}

/// What the page itself loads must be beside it: it also lives under a path, in a frame, on a disk.
fn refuse_absolute(html: &str) -> Result<()> {
    let found = ["src=\"/", "src=\"http", "href=\"/", "data-trunk"].into_iter().find(|bad| html.contains(bad));
    match found {
        None => Ok(()),
        Some(bad) => Err(Failure::new(
            format!("index.html contient {bad}"),
            "n'y laisser que des adresses relatives (./…) et des liens que Trunk connaît.",
        )),
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;

    pub const PAGE: &str = "<head><meta name=\"xp-suite\" content=\"\"><meta name=\"xp-suite-wasm\" content=\"\">\
        <meta name=\"xp-graphiques\" content=\"\"><meta name=\"xp-graphiques-wasm\" content=\"\">\
        <meta name=\"xp-documents\" content=\"\"><meta name=\"xp-documents-wasm\" content=\"\">\
        <meta name=\"xp-suite-css\" content=\"\"><meta name=\"xp-cadre\" content=\"\">\
        <meta name=\"xp-secours\" content=\"\">\
        <link data-trunk rel=\"rust\" data-wasm-opt=\"0\" data-trunk-id=\"0\"></head><body><!--prerendu--></body>";

    pub fn links() -> Links {
        let pair = |stem: &str| Pair { script: format!("{stem}-1.js"), wasm: format!("{stem}-1.wasm") };
        let start = Pair { script: "demarrage-1.js".into(), ..pair("explorateur") };
        Links {
            styles: "style-1.css".into(),
            start,
            suite: pair("suite"),
            suite_styles: "suite-1.css".into(),
            charts: pair("graphiques"),
            documents: pair("documents"),
            frame: "cadre-1.js".into(),
            rescue: "secours-1.js".into(),
        }
    }

    #[test]
    fn the_page_gets_its_body_and_its_relative_links() {
        let page = assemble(PAGE, "<h1>Bonjour</h1>\n", &links()).expect("page complète");
        for expected in [
            "<body><h1>Bonjour</h1></body>",
            "href=\"./style-1.css\"",
            "src=\"./demarrage-1.js\"",
            "name=\"xp-suite\" content=\"./suite-1.js\"",
            "name=\"xp-suite-wasm\" content=\"./suite-1.wasm\"",
            "name=\"xp-graphiques\" content=\"./graphiques-1.js\"",
            "name=\"xp-graphiques-wasm\" content=\"./graphiques-1.wasm\"",
            "name=\"xp-documents\" content=\"./documents-1.js\"",
            "name=\"xp-documents-wasm\" content=\"./documents-1.wasm\"",
            "name=\"xp-suite-css\" content=\"./suite-1.css\"",
            "name=\"xp-cadre\" content=\"./cadre-1.js\"",
            "name=\"xp-secours\" content=\"./secours-1.js\"",
        ] {
            assert!(page.contains(expected), "{expected} absent de {page}");
        }
    }

    #[test]
    fn a_source_without_its_marks_is_refused_before_the_build() {
        assert!(check_source(PAGE).is_ok());
        assert!(check_source(&PAGE.replace("data-wasm-opt=\"0\"", "")).is_err());
    }

    #[test]
    fn a_missing_marker_or_an_absolute_address_is_refused() {
        for marker in [MARKER, TRUNK_LINK, "xp-suite-wasm", "xp-graphiques-wasm", "xp-documents-wasm"] {
            let failure = assemble(&PAGE.replace(marker, "x"), "x", &links());
            let what = failure.expect_err("refus attendu").what;
            assert!(what.contains(marker), "{what}");
        }
        let absolute = PAGE.replace("<body>", "<body><img src=\"/logo.svg\">");
        assert!(assemble(&absolute, "x", &links()).is_err());
    }
}
