//! `contrat <dossier>`: publishes what `<dossier>/data/` holds: adds the files for reuse, their index and archive, and the
//! files the page fetches beside it. `cargo xtask build` runs it.

use explorateur_sress::contract::publish::publish;
use explorateur_sress::embedded;
use std::error::Error;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, io};

fn main() -> ExitCode {
    let Some(folder) = env::args_os().nth(1) else {
        eprintln!("Usage : contrat <dossier> (où <dossier>/data/ est une copie de public/data/)");
        return ExitCode::from(2);
    };
    match write(&Path::new(&folder).join("data")) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("contrat : {error}");
            ExitCode::FAILURE
        }
    }
}

fn write(folder: &Path) -> Result<(), Box<dyn Error>> {
    let corpus = embedded::corpus().ok_or("stratégie embarquée illisible")?;
    let mut edited = Vec::new();
    read(folder, "", &mut edited).map_err(|error| format!("{} : {error}", folder.display()))?;
    for (name, bytes) in [(embedded::ANNEX_NAME, embedded::ANNEX), (embedded::TEXT_NAME, embedded::TEXT)] {
        put(&folder.with_file_name(name), bytes)?;
    }
    for (name, bytes) in publish(&corpus, &edited)? {
        put(&folder.join(name), &bytes)?;
    }
    Ok(())
}

/// Every file below a folder, by its path under it, with `/`; hidden ones are nobody's data.
fn read(folder: &Path, prefix: &str, files: &mut Vec<(String, Vec<u8>)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            read(&path, &format!("{prefix}{name}/"), files)?;
        } else if !name.starts_with('.') {
            files.push((format!("{prefix}{name}"), fs::read(&path)?));
        }
    }
    Ok(())
}

fn put(path: &Path, bytes: &[u8]) -> Result<(), Box<dyn Error>> {
    Ok(fs::write(path, bytes).map_err(|error| format!("{} : {error}", path.display()))?)
}
