//! Everything under `data/`: from the edited files and the corpus, the files for reuse, their notice, archive and index.

use super::archive::archive;
use super::dictionary::typeset;
use super::folder::{Folder, Result};
use super::index::{ARCHIVE, File, INDEX, Index, Licence, MEASURES, NOTICE, SHEET, TARGETS, Version};
use super::measures::measures_json;
use super::notice::notice;
use super::sheet::measures_csv;
use super::targets::targets_json;
use crate::domain::corpus::Corpus;
use crate::domain::files::Files;
use crate::domain::french::{date, quoted};
use crate::domain::schema::StrategyFile;

/// What `contrat` writes: an edited file of that name would be lost.
const OURS: [&str; 6] = [INDEX, SHEET, MEASURES, TARGETS, NOTICE, ARCHIVE];

/// The files to write, as `(path under data/, bytes)`. `edited` holds those of `public/data/`; what an earlier run wrote
/// among them is left out.
pub fn publish(corpus: &Corpus, edited: &[(String, Vec<u8>)]) -> Result<Vec<(String, Vec<u8>)>> {
    let mut all: Vec<_> = edited.iter().filter(|(path, _)| !OURS.contains(&path.as_str())).cloned().collect();
    all.sort();
    let folder = Folder::read(corpus, &all)?;
    let mut made = vec![
        (SHEET.to_owned(), measures_csv(corpus, &corpus.measures)?.into_bytes()),
        (MEASURES.to_owned(), measures_json(corpus, &corpus.measures)?.into_bytes()),
        (TARGETS.to_owned(), targets_json(corpus)?.into_bytes()),
    ];
    let listed = made.iter().chain(&all).map(|(path, bytes)| folder.file(path, bytes));
    let mut index = index(&folder.files, listed.collect::<Result<_>>()?);
    // Nothing tells its own size: the index does not, and its copy in the archive does not tell the archive's.
    let own = folder.file(INDEX, &print(&index)?)?;
    index.files.insert(made.len(), File { bytes: None, ..own });
    let told = notice(&index).into_bytes();
    let [archive_file, notice_file] = [folder.file(ARCHIVE, &[])?, folder.file(NOTICE, &told)?];
    index.files.splice(0..0, [File { bytes: None, ..archive_file }, notice_file]);
    made.push((NOTICE.to_owned(), told));
    all.extend(made.iter().cloned());
    all.push((INDEX.to_owned(), print(&index)?));
    all.sort();
    let whole = archive(&all, &index.version)?;
    for file in index.files.iter_mut().filter(|file| file.path == ARCHIVE) {
        file.bytes = Some(whole.len() as u64);
    }
    made.push((ARCHIVE.to_owned(), whole));
    made.push((INDEX.to_owned(), print(&index)?));
    Ok(made)
}

fn print(index: &Index) -> Result<Vec<u8>> {
    Ok((serde_json::to_string_pretty(index)? + "\n").into_bytes())
}

fn index(files: &Files, listed: Vec<File>) -> Index {
    let strategy = &files.strategy;
    let source = source(strategy);
    let licence = Licence {
        name: "Licence Ouverte 2.0 (Etalab)".to_owned(),
        spdx: "etalab-2.0".to_owned(),
        address: "https://www.etalab.gouv.fr/licence-ouverte-open-licence/".to_owned(),
        allows: "Elle permet de réutiliser les données librement, même à des fins commerciales, à condition d’en citer la source et la date de version.".to_owned(),
    };
    let name = strategy.name.as_ref().unwrap_or(&strategy.title);
    let version = date(&strategy.version);
    let citation = format!("{source} Données de l’{}, version du {version}, sous {}.", quoted(name), licence.name);
    let changes = |changes: &[String]| changes.iter().map(|change| typeset(change)).collect();
    let versions = files.versions.iter().map(|v| Version { date: v.date.clone(), changes: changes(&v.changes) });
    Index {
        title: strategy.title.clone(),
        version: strategy.version.clone(),
        source,
        citation,
        licence,
        versions: versions.collect(),
        files: listed,
    }
}

fn source(strategy: &StrategyFile) -> String {
    let adopted = strategy.deliberation.as_ref().map(|d| {
        let number = d.number.replace(' ', "\u{a0}");
        format!(", délibération {number} du {}", date(&d.date))
    });
    format!("{}, {}{}.", strategy.author, quoted(&strategy.title), adopted.unwrap_or_default())
}
