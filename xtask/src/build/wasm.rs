//! A wasm of the package: compiled, bound, then through wasm-opt, with its results kept by content: the slowest step never runs twice on the same input.

use crate::digest::Digest;
use crate::process;
use crate::report::{Failure, Result};
use crate::tools::WASM_TARGET;
use crate::workspace::Workspace;
use std::path::{Path, PathBuf};

/// The features are those that today's rustc emits; without them wasm-opt refuses its output. A second
/// pass or `--converge` gains less than one part in a thousand (measured).
const FLAGS: [&str; 11] = [
    "-Oz",
    // The first kilobyte of memory is never an address of ours. (`--traps-never-happen` would save as little, and could
    // take away the message that a panic shows.)
    "--low-memory-unused",
    "--enable-reference-types",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-multivalue",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// Compiles a binary of the package for the browser and lets wasm-bindgen write its glue; returns their folder.
pub fn bind(ws: &Workspace, bin: &str, features: &str) -> Result<PathBuf> {
    let folder = ws.cache().join(bin);
    process::run(
        ws.command("cargo").args(["build", "--quiet", "--release", "--target", WASM_TARGET]).args([
            "--bin",
            bin,
            "--no-default-features",
            "--features",
            features,
        ]),
        &format!("corriger src/bin/{bin}.rs ou ce dont il dépend."),
    )?;
    let compiled = ws.target.join(WASM_TARGET).join("release").join(format!("{bin}.wasm"));
    process::run(
        ws.command("wasm-bindgen").args(["--target", "web", "--no-typescript", "--out-dir"]).arg(&folder).arg(compiled),
        "la version de wasm-bindgen doit être celle de Cargo.lock : relancer `cargo xtask build`.",
    )?;
    Ok(folder)
}

/// The path of the optimised form of `input`.
pub fn optimise(ws: &Workspace, input: &Path) -> Result<PathBuf> {
    let bytes = std::fs::read(input).map_err(|e| Failure::file("lire", input, &e))?;
    let lock = std::fs::read(ws.root.join("package-lock.json")).unwrap_or_default();
    let key = Digest::default().with(&bytes).with(&lock).with(FLAGS.join(" ").as_bytes()).hex();
    let folder = ws.cache().join("wasm-opt");
    std::fs::create_dir_all(&folder).map_err(|e| Failure::file("créer", &folder, &e))?;
    let output = folder.join(format!("{key}.wasm"));
    if output.is_file() {
        return Ok(output);
    }
    // Written aside, then renamed: an interrupted run leaves nothing that looks finished.
    let draft = folder.join(format!("{key}.part"));
    process::run(
        ws.node_command("wasm-opt").arg(input).args(FLAGS).arg("-o").arg(&draft),
        "wasm-opt vient du paquet npm binaryen : supprimer node_modules et recommencer.",
    )?;
    std::fs::rename(&draft, &output).map_err(|e| Failure::file("renommer", &draft, &e))?;
    Ok(output)
}

/// Copies `input` into `folder` under a name that carries its content, and returns that name.
pub fn publish(input: &Path, folder: &Path, stem: &str, extension: &str) -> Result<String> {
    let bytes = std::fs::read(input).map_err(|e| Failure::file("lire", input, &e))?;
    let hash = crate::digest::of_bytes(&bytes);
    let name = format!("{stem}-{hash}.{extension}");
    let path = folder.join(&name);
    std::fs::write(&path, bytes).map_err(|e| Failure::file("écrire", &path, &e))?;
    Ok(name)
}
