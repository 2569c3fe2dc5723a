//! What Trunk calls once its staging folder is complete: everything that turns it into the site.
//!
//! Two sides work at the same time, because neither fills both cores: the native binaries (contract,
//! prerendered page), and the files of the browser (styles, starter, suite, charts chunk, documents).

use super::compress::compress;
use super::{chunk, documents, frame, kit, native, offline, page, starter, styles, suite};
use crate::digest::files_under;
use crate::report::{self, Failure, Result};
use crate::supply;
use crate::workspace::Workspace;
use std::env;
use std::path::{Path, PathBuf};

/// Completes the folder named by `TRUNK_STAGING_DIR`.
pub fn post(ws: &Workspace) -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .ok_or_else(|| Failure::new("hook-post doit être appelé par Trunk", "lancer `cargo xtask build`."))?;
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let cache = ws.cache();
    std::fs::create_dir_all(&cache).map_err(|e| Failure::file("créer", &cache, &e))?;

    copy_public(&ws.root.join("public"), &staging)?;
    copy(&ws.root.join("docs/rgaa.md"), &staging.join("rgaa.md"))?;
    let (body, links) = std::thread::scope(|scope| {
        let native = scope.spawn(|| {
            report::timed("contrat publié :", || native::contract(ws, &staging))?;
            report::timed("page prérendue :", || native::prerender(ws))
        });
        let links = links(ws, &staging, release);
        let body = native
            .join()
            .unwrap_or_else(|_| Err(Failure::new("le prérendu s'est interrompu", "lire l'erreur ci-dessus.")));
        (body, links)
    });
    let (body, links) = (body?, links?);

    let file = staging.join("index.html");
    let html = std::fs::read_to_string(&file).map_err(|e| Failure::file("lire", &file, &e))?;
    let page = page::assemble(&html, &body, &links)?;
    std::fs::write(&file, page).map_err(|e| Failure::file("écrire", &file, &e))?;
    report::timed("inventaire et licences :", || supply::publish(ws, &staging))?;
    if release {
        report::timed("brotli et gzip :", || compress(ws, &staging))?;
    }
    // Of what is there now, compressed.
    report::timed("fichier unique :", || {
        kit::publish(ws, &staging, &html, &body, &links)?;
        if release { compress(ws, &staging.join(kit::NAME)) } else { Ok(()) }
    })?;
    report::timed("hors ligne :", || offline::publish(ws, &staging))?;
    if release {
        for name in offline::FILES {
            compress(ws, &staging.join(name))?;
        }
    }
    Ok(())
}

fn links(ws: &Workspace, staging: &Path, release: bool) -> Result<page::Links> {
    let styles = report::timed("styles :", || styles::bundle(ws, staging))?;
    let start = report::timed("démarrage :", || starter::bundle(ws, staging, release))?;
    let suite = report::timed("suite :", || suite::bundle(ws, staging))?;
    let charts = report::timed("graphiques :", || chunk::bundle(ws, staging))?;
    let documents = report::timed("documents :", || documents::bundle(ws, staging))?;
    let frame = frame::bundle(ws, staging)?;
    let rescue = frame::rescue(ws, staging)?;
    Ok(page::Links { styles: styles.first, suite_styles: styles.suite, start, suite, charts, documents, frame, rescue })
}

/// Everything of public/ is published as it is, except hidden files.
fn copy_public(from: &Path, to: &Path) -> Result<()> {
    for file in files_under(from)? {
        let Ok(name) = file.strip_prefix(from) else {
            continue;
        };
        if name.components().any(|part| part.as_os_str().to_string_lossy().starts_with('.')) {
            continue;
        }
        let target = to.join(name);
        if let Some(parent) = target.parent() {
            std::fs::create_dir_all(parent).map_err(|e| Failure::file("créer", parent, &e))?;
        }
        copy(&file, &target)?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    std::fs::copy(from, to).map(drop).map_err(|e| Failure::file("copier", from, &e))
}
