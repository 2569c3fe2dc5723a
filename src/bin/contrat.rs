//! `contrat <dossier>`: writes the published contract under `<dossier>/data/`, and the files the page fetches
//! beside it. `cargo xtask build` runs it.

use explorateur_sress::{contract, embedded};
use std::error::Error;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    let Some(folder) = env::args_os().nth(1) else {
        eprintln!("Usage : contrat <dossier> (écrit <dossier>/data/mesures.json, mesures.csv et objectifs.json)");
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
    fs::create_dir_all(folder)?;
    for (name, bytes) in [(embedded::ANNEX_NAME, embedded::ANNEX), (embedded::TEXT_NAME, embedded::TEXT)] {
        let path = folder.with_file_name(name);
        fs::write(&path, bytes).map_err(|error| format!("{} : {error}", path.display()))?;
    }
    let files = [
        ("mesures.json", contract::measures_json(&corpus)? + "\n"),
        ("mesures.csv", contract::measures_csv(&corpus)?),
        ("objectifs.json", contract::targets_json(&corpus)? + "\n"),
    ];
    for (name, text) in files {
        let path = folder.join(name);
        fs::write(&path, text).map_err(|error| format!("{} : {error}", path.display()))?;
    }
    Ok(())
}
