//! What `contrat` publishes: an index that lists every file and nothing else, an archive that holds them byte for byte.

use crate::support::{CORPUS, FILES, lines, no_fault, root, sources};
use explorateur_sress::contract::index::{ARCHIVE, Family, INDEX, Index, NOTICE};
use explorateur_sress::contract::publish::publish;
use explorateur_sress::domain::corpus::Corpus;
use explorateur_sress::domain::french::date;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

type Files = BTreeMap<String, Vec<u8>>;

fn read(folder: &Path, prefix: &str, files: &mut Files) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = format!("{prefix}{}", path.file_name().unwrap_or_default().to_string_lossy());
        if path.is_dir() {
            read(&path, &format!("{name}/"), files)?;
        } else {
            files.insert(name, fs::read(&path)?);
        }
    }
    Ok(())
}

fn under(folder: &Path) -> Files {
    let mut files = Files::new();
    read(folder, "", &mut files).unwrap_or_else(|error| panic!("{} : {error}", folder.display()));
    files
}

/// A folder that goes with the test.
struct Site(PathBuf);

impl Site {
    /// As the build does: a copy of `public/data`, then `contrat`, twice since a folder may be published again.
    fn published(name: &str) -> Site {
        let folder = std::env::temp_dir().join(format!("contrat-{name}-{}", std::process::id()));
        let site = Site(folder);
        for (path, bytes) in under(&root().join("public/data")) {
            let path = site.0.join("data").join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder to write in");
            fs::write(path, bytes).expect("a copy");
        }
        let first = site.run();
        assert_eq!(first, site.run(), "the same bytes from the same data");
        site
    }

    fn run(&self) -> Files {
        let done = Command::new(env!("CARGO_BIN_EXE_contrat")).arg(&self.0).output().expect("contrat runs");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        under(&self.0.join("data"))
    }

    fn files(&self) -> Files {
        under(&self.0.join("data"))
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn index(files: &Files) -> Index {
    serde_json::from_slice(&files[INDEX]).expect("an index")
}

#[test]
fn the_index_lists_every_file_and_nothing_else() {
    let files = Site::published("index").files();
    let index = index(&files);
    let listed: Vec<&str> = index.files.iter().map(|f| f.path.as_str()).collect();
    let expected: BTreeSet<&str> = files.keys().map(String::as_str).collect();
    assert_eq!(listed.iter().copied().collect::<BTreeSet<_>>(), expected);
    assert_eq!(listed.len(), expected.len(), "each once");
    let mut faults = Vec::new();
    for file in &index.files {
        let weight = (file.path != INDEX).then(|| files[&file.path].len() as u64);
        if file.bytes != weight {
            faults.push(format!("{} : {:?} octets annoncés", file.path, file.bytes));
        }
        let schema = file.schema.as_ref();
        if schema.is_some_and(|schema| !files.contains_key(schema)) {
            faults.push(format!("{} : {schema:?} n’existe pas", file.path));
        }
        let describes = file.format == "JSON" && file.family != Family::Schema;
        if describes != schema.is_some() {
            faults.push(format!("{} : schéma {schema:?}", file.path));
        }
        if file.holds.chars().count() < 10 || file.format.to_lowercase() != file.path.rsplit('.').next().unwrap_or("") {
            faults.push(format!("{} : {}, « {} »", file.path, file.format, file.holds));
        }
    }
    no_fault(&faults);
    let measures = index.files.iter().filter(|f| f.family == Family::Measure).count();
    assert_eq!(measures, CORPUS.measures.len());
}

#[test]
fn the_archive_holds_every_published_file_byte_for_byte() {
    let files = Site::published("archive").files();
    let mut archive = zip::ZipArchive::new(Cursor::new(&files[ARCHIVE])).expect("an archive");
    let mut held = Files::new();
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).expect("an entry");
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).expect("a whole entry");
        let name = entry.name().expect("a name in UTF-8").into_owned();
        let day = entry.last_modified().map(|d| format!("{:04}-{:02}-{:02}", d.year(), d.month(), d.day()));
        assert_eq!(day.as_deref(), Some(CORPUS.version.as_str()), "{name}");
        held.insert(name, bytes);
    }
    let mut expected = files;
    expected.retain(|path, _| path != ARCHIVE);
    // The copy of the index is the index, but for the size of what holds it.
    let mut index = index(&expected);
    let archive = index.files.iter_mut().find(|f| f.path == ARCHIVE).expect("the archive is listed");
    assert!(archive.bytes.take().is_some_and(|bytes| bytes > 0));
    assert_eq!(serde_json::from_slice::<Index>(&held[INDEX]).expect("an index"), index);
    expected.insert(INDEX.to_owned(), held[INDEX].clone());
    assert_eq!(held.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>());
    assert!(held == expected, "the same bytes");
    assert!(held.contains_key(NOTICE));
}

#[test]
fn the_notice_and_the_citation_tell_source_version_and_licence() {
    let files = Site::published("notice").files();
    let index = index(&files);
    let notice = String::from_utf8(files[NOTICE].clone()).expect("UTF-8");
    let deliberation = FILES.strategy.deliberation.as_ref().expect("a deliberation");
    let said = [&CORPUS.author, &CORPUS.title, &date(&deliberation.date), &date(&CORPUS.version), &index.licence.name];
    for word in said.into_iter().chain([&deliberation.number.replace(' ', "\u{a0}")]) {
        assert!(notice.contains(word.as_str()) && index.citation.contains(word.as_str()), "{word}");
    }
    assert_eq!(index.versions.len(), FILES.versions.len());
    for path in index.files.iter().map(|f| &f.path).filter(|path| ![ARCHIVE, NOTICE].contains(&path.as_str())) {
        assert!(notice.contains(&format!("- {path} : ")), "{path}");
    }
}

#[test]
fn a_file_without_its_schema_is_not_published() {
    let mut edited: Vec<(String, Vec<u8>)> = under(&root().join("public/data")).into_iter().collect();
    edited.retain(|(path, _)| path != "schema/acteurs.schema.json");
    let error = publish(&CORPUS, &edited).expect_err("a schema is missing").to_string();
    assert!(error.contains("acteurs.json") && error.contains("acteurs.schema.json"), "{error}");
}

#[test]
fn whoever_changes_the_data_says_what_changed() {
    let refused = |versions: &str| {
        let mut files = sources(&root().join("public/data"));
        let (_, text) = files.iter_mut().find(|(name, _)| name == "versions.json").expect("versions.json");
        *text = versions.to_owned();
        lines(&Corpus::from_json(&files).expect_err("a version that tells nothing"))
    };
    let now = &CORPUS.version;
    let entry = |date: &str, change: &str| format!(r#"{{"date": "{date}", "changements": ["{change}"]}}"#);
    let older = entry("2000-01-01", "Avant");
    assert!(refused(&format!("[{older}]")).contains("doit porter la version de strategie.json"));
    let unsorted = [entry(now, "A"), older, entry("2001-01-01", "B")].join(",");
    assert!(refused(&format!("[{unsorted}]")).contains("la plus récente d’abord"));
    assert!(refused(&format!("[{}]", entry(now, " "))).contains("il faut dire ce qui change"));
}
