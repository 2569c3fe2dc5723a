//! src/styles/*.css in the order of the cascade's layers, minified, in one hashed file; those of `suite/` in another, which
//! comes with the pages they are for.

use super::wasm;
use crate::digest::files_under;
use crate::process;
use crate::report::{Failure, Result};
use crate::workspace::Workspace;
use std::path::{Path, PathBuf};

/// The layers, weakest first. Each is `<name>.css`, then the files of the folder `<name>/` if any.
pub const LAYERS: [&str; 6] = ["tokens", "base", "layout", "components", "projection", "print"];

/// Names of the files in `dist/`.
pub struct Sheets {
    pub first: String,
    pub suite: String,
}

/// Folder of what only the suite's pages use, laid out as the whole is.
const SUITE: &str = "suite";

pub fn bundle(ws: &Workspace, staging: &Path) -> Result<Sheets> {
    let folder = ws.root.join("src/styles");
    let apart = folder.join(SUITE);
    let (suite, first) = files_under(&folder)?.into_iter().partition(|file| file.starts_with(&apart));
    Ok(Sheets {
        first: sheet(ws, staging, "style", in_order(&folder, first)?)?,
        suite: sheet(ws, staging, "suite", in_order(&apart, suite)?)?,
    })
}

fn sheet(ws: &Workspace, staging: &Path, stem: &str, files: Vec<(&'static str, PathBuf)>) -> Result<String> {
    let mut css = format!("@layer {};\n", LAYERS.join(", "));
    for (layer, file) in files {
        let text = std::fs::read_to_string(&file).map_err(|e| Failure::file("lire", &file, &e))?;
        if !text.contains(&format!("@layer {layer}")) {
            return Err(Failure::new(
                format!("{} n'ouvre pas sa couche", file.display()),
                format!("entourer ses règles de @layer {layer} {{ … }}."),
            ));
        }
        css.push_str(&text);
        css.push('\n');
    }
    let joined = ws.cache().join(stem).with_extension("css");
    std::fs::write(&joined, css).map_err(|e| Failure::file("écrire", &joined, &e))?;
    let minified = ws.cache().join(stem).with_extension("min.css");
    process::run(
        ws.node_command("esbuild")
            .arg(&joined)
            .args(["--minify", "--target=es2022", "--log-level=warning"])
            .arg(format!("--outfile={}", minified.display())),
        "corriger le fichier de src/styles que désigne l'erreur ci-dessus.",
    )?;
    wasm::publish(&minified, staging, stem, "css")
}

/// The files layer by layer; one that belongs to no layer is an error, never silently left out.
fn in_order(folder: &Path, files: Vec<PathBuf>) -> Result<Vec<(&'static str, PathBuf)>> {
    let mut ordered = Vec::new();
    for file in files {
        let name = file.strip_prefix(folder).unwrap_or(&file).with_extension("");
        let first = name.components().next();
        let first = first.map(|part| part.as_os_str().to_string_lossy().into_owned());
        let rank = LAYERS.iter().position(|layer| first.as_deref() == Some(layer));
        let Some(rank) = rank else {
            return Err(Failure::new(
                format!("{} n'appartient à aucune couche", file.display()),
                format!("le nommer d'après l'une d'elles : {}.", LAYERS.join(", ")),
            ));
        };
        ordered.push((rank, name.components().count(), file));
    }
    ordered.sort();
    Ok(ordered.into_iter().map(|(rank, _, file)| (LAYERS[rank], file)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(names: &[&str]) -> Result<Vec<String>> {
        let files = names.iter().map(|name| Path::new("s").join(name)).collect();
        let ordered = in_order(Path::new("s"), files)?;
        Ok(ordered.iter().map(|(_, file)| file.display().to_string()).collect())
    }

    #[test]
    fn layers_come_in_the_order_of_the_cascade() {
        let found = order(&["base.css", "components/chip.css", "components.css", "print.css", "tokens.css"]);
        assert_eq!(
            found.expect("tous ont une couche"),
            ["s/tokens.css", "s/base.css", "s/components.css", "s/components/chip.css", "s/print.css"]
        );
    }

    #[test]
    fn a_file_outside_the_layers_is_refused() {
        assert!(order(&["extra.css"]).is_err());
    }
}
