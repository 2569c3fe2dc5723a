//! `explorateur-sress.html`: the whole explorer in one file, which a double click opens from a disk, without any network.
//!
//! The site's own page, with its styles and `web/kit.mjs` inside, and each file of the site as base64 of its `.gz`. Its own policy
//! refuses every address: what is not in the file cannot be asked for.

use super::{base64, frame, page, sha256};
use crate::digest::files_under;
use crate::report::{self, Failure, Result};
use crate::serve::headers;
use crate::workspace::Workspace;
use std::path::Path;

/// Stable: a visitor keeps it under this name.
pub const NAME: &str = "explorateur-sress.html";

/// Shown where the styles of the page are refused: by a web server whose policy does not know this file.
const ELSEWHERE: &str = "<p id=\"xp-ailleurs\">Ce fichier se lit depuis un disque\u{a0}: enregistrez-le sur votre \
    ordinateur ou sur une clé USB, puis ouvrez-le d’un double clic.</p>\n";
const ELSEWHERE_STYLE: &str = "#xp-ailleurs{display:none}";

/// What is read without any script; the site's own offers files beside it.
const UNSCRIPTED: &str = "<noscript><p class=\"xp-panne\">JavaScript est désactivé\u{a0}: toutes les mesures sont lisibles \
    ci-dessous, sans filtre ni recherche.</p></noscript>";

/// A file of the site, as it travels inside the page.
struct Packed {
    path: String,
    media_type: &'static str,
    gzipped: bool,
    base64: String,
}

/// Writes the file into `staging`, from what is there.
pub fn publish(ws: &Workspace, staging: &Path, html: &str, body: &str, links: &page::Links) -> Result<()> {
    let read = |name: &str| {
        let path = staging.join(name);
        std::fs::read_to_string(&path).map_err(|e| Failure::file("lire", &path, &e))
    };
    let script = frame::minify(ws, "web/kit.mjs", "iife")?;
    let script = std::fs::read_to_string(&script).map_err(|e| Failure::file("lire", &script, &e))?;
    let styles = read(&links.styles)? + &read(&links.suite_styles)?;
    let icon = format!("data:image/svg+xml;base64,{}", base64::encode(read(ICON)?.as_bytes()));
    let html = assemble(html, body, links, &Inside { styles, script, icon, files: files(staging)? })?;
    let path = staging.join(NAME);
    std::fs::write(&path, html).map_err(|e| Failure::file("écrire", &path, &e))
}

/// Says where the file is, and copies it where it is wanted.
pub fn hand_over(ws: &Workspace, folder: Option<&Path>) -> Result<()> {
    let mut file = ws.dist.join(NAME);
    if let Some(folder) = folder {
        let copy = folder.join(NAME);
        std::fs::copy(&file, &copy).map_err(|e| Failure::file("écrire", &copy, &e))?;
        file = copy;
    }
    let bytes = std::fs::metadata(&file).map_err(|e| Failure::file("lire", &file, &e))?.len();
    report::heading("Explorateur en un seul fichier");
    report::line(format_args!("{} : {} octets, à ouvrir d'un double clic", file.display(), report::thousands(bytes)));
    Ok(())
}

const ICON: &str = "icone.svg";

/// What the page holds besides the site's own.
struct Inside {
    styles: String,
    script: String,
    icon: String,
    files: Vec<Packed>,
}

fn assemble(html: &str, body: &str, links: &page::Links, inside: &Inside) -> Result<String> {
    let html = replace(html, &format!("href=\"./{ICON}\""), &format!("href=\"{}\"", inside.icon))?;
    let html = replace(&html, "<link rel=\"manifest\" href=\"./manifest.webmanifest\">\n", "")?;
    let noscript = between(&html, "<noscript>", "</noscript>")?.to_owned();
    let html = replace(&html, &noscript, UNSCRIPTED)?;
    let styles = harmless(&format!("{}{ELSEWHERE_STYLE}", inside.styles));
    let script = harmless(&inside.script);
    let head = format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n<style>{styles}</style>",
        policy(&script, &styles)
    );
    let mut whole = format!("{ELSEWHERE}{}\n", body.trim_end());
    for Packed { path, media_type, gzipped, base64 } in &inside.files {
        let gz = if *gzipped { " data-gz" } else { "" };
        whole.push_str(&format!(
            "<script type=\"text/plain\" data-fichier=\"{path}\" data-type=\"{media_type}\"{gz}>{base64}</script>\n"
        ));
    }
    whole.push_str(&format!("<script>{script}</script>"));
    page::complete(&html, &whole, links, &head)
}

/// Nothing but what is in the file. Modules come as `blob:` addresses that the one script makes; images it draws likewise.
fn policy(script: &str, styles: &str) -> String {
    [
        "default-src 'none'",
        &format!("script-src '{}' 'wasm-unsafe-eval' blob:", sha256::integrity(script.as_bytes())),
        &format!("style-src '{}'", sha256::integrity(styles.as_bytes())),
        "img-src data: blob:",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    .join("; ")
}

/// A script or a sheet that its own element cannot be closed by. Both only ever say so inside of strings.
fn harmless(text: &str) -> String {
    text.replace("</s", "<\\/s").replace("</S", "<\\/S").replace("<!--", "<\\!--")
}

/// What the suite may ask for: not the first program, which it stands in for, nor the text that one reads in the page.
fn belongs(name: &str) -> bool {
    let compressed = name.ends_with(".br") || name.ends_with(".gz");
    let starts = ["suite-", "graphiques-", "documents-", "cadre-", "secours-", "annexe-", "data/"];
    let named = ["LICENCES.txt", "rgaa.md"].contains(&name) || starts.iter().any(|start| name.starts_with(start));
    named && !compressed && !name.ends_with(".css")
}

fn files(staging: &Path) -> Result<Vec<Packed>> {
    let mut packed = Vec::new();
    for file in files_under(staging)? {
        let path = file.strip_prefix(staging).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        if !belongs(&path) {
            continue;
        }
        let gz = staging.join(format!("{path}.gz"));
        let gzipped = gz.is_file();
        let source = if gzipped { gz } else { file };
        let bytes = std::fs::read(&source).map_err(|e| Failure::file("lire", &source, &e))?;
        packed.push(Packed { media_type: headers::media_type(&path), base64: base64::encode(&bytes), path, gzipped });
    }
    Ok(packed)
}

fn replace(html: &str, old: &str, new: &str) -> Result<String> {
    page::replace_once(html, old, new)
}

fn between<'a>(html: &'a str, start: &str, end: &str) -> Result<&'a str> {
    let missing =
        || Failure::new(format!("index.html n'a pas {start}…{end}"), "l'y remettre : le fichier unique le remplace.");
    let from = html.find(start).ok_or_else(missing)?;
    let to = html[from..].find(end).ok_or_else(missing)?;
    Ok(&html[from..from + to + end.len()])
}

#[cfg(test)]
mod tests {
    use super::super::page::tests::{PAGE, links};
    use super::*;

    fn inside() -> Inside {
        let packed = |path: &str, gzipped| Packed {
            path: path.into(),
            media_type: headers::media_type(path),
            gzipped,
            base64: base64::encode(path.as_bytes()),
        };
        Inside {
            styles: "a{content:\"</style>\"}".into(),
            script: "run(\"</script><!--\")".into(),
            icon: "data:image/svg+xml;base64,AAAA".into(),
            files: vec![packed("suite-1.js", true), packed("data/mesures.csv", false)],
        }
    }

    fn source() -> String {
        PAGE.replace(
            "</head>",
            "<link rel=\"icon\" href=\"./icone.svg\"><link rel=\"manifest\" href=\"./manifest.webmanifest\">\n\
             <noscript>À télécharger : <a href=\"data/mesures.csv\">CSV</a></noscript></head>",
        )
    }

    #[test]
    fn everything_is_inside_and_nothing_can_be_asked_for() {
        let page = assemble(&source(), "<h1>Bonjour</h1>", &links(), &inside()).expect("page complète");
        for expected in [
            "default-src 'none'",
            "<h1>Bonjour</h1>",
            "name=\"xp-suite\" content=\"./suite-1.js\"",
            "data-fichier=\"suite-1.js\" data-type=\"text/javascript; charset=utf-8\" data-gz>c3VpdGUtMS5qcw==</script>",
            "data-fichier=\"data/mesures.csv\" data-type=\"text/csv; charset=utf-8\">",
            "href=\"data:image/svg+xml;base64,AAAA\"",
        ] {
            assert!(page.contains(expected), "{expected} absent de {page}");
        }
        for refused in ["href=\"./", "src=\"", "http:", "https:", "rel=\"manifest\"", "href=\"data/"] {
            assert!(!page.contains(refused), "{refused} dans {page}");
        }
        assert!(!policy("", "").contains("unsafe-inline") && !policy("", "").contains("'self'"));
    }

    #[test]
    fn no_script_or_sheet_closes_its_own_element_and_the_policy_knows_each_as_it_is_written() {
        let page = assemble(&source(), "x", &links(), &inside()).expect("page complète");
        assert_eq!(page.matches("</script").count(), 3, "two files and the program: {page}");
        assert_eq!(page.matches("</style").count(), 1, "{page}");
        let script = between(&page, "<script>", "</script>").expect("un programme");
        let script = &script["<script>".len()..script.len() - "</script>".len()];
        assert_eq!(script, "run(\"<\\/script><\\!--\")");
        assert!(page.contains(&sha256::integrity(script.as_bytes())));
    }

    #[test]
    fn the_first_program_and_compressed_twins_stay_out() {
        for name in
            ["suite-1.js", "suite-1.wasm", "graphiques-1.js", "annexe-1.bin", "data/mesures/01.json", "LICENCES.txt"]
        {
            assert!(belongs(name), "{name}");
        }
        for name in
            ["explorateur-1.wasm", "demarrage-1.js", "suite-1.css", "suite-1.js.br", "data/mesures.csv.gz", "embed.js"]
        {
            assert!(!belongs(name), "{name}");
        }
    }

    #[test]
    fn a_source_that_lost_a_mark_is_refused() {
        for mark in ["rel=\"manifest\"", "</noscript>", "./icone.svg"] {
            assert!(assemble(&source().replace(mark, "x"), "x", &links(), &inside()).is_err(), "{mark}");
        }
    }
}
