//! The files a visitor takes away, read by programs that share nothing with what wrote them.
//!
//! With `SRESS_ECHANTILLONS=folder` the samples are left there: `tests/office` opens them in LibreOffice.

mod markdown;
mod package;
mod samples;
mod sheets;
mod words;

use explorateur_sress::documents::format::Format;
use explorateur_sress::documents::markdown::markdown;
use explorateur_sress::documents::request::Request;

#[test]
fn the_same_content_is_the_same_bytes() {
    for request in [Request::Word(samples::document()), Request::Spreadsheet(samples::workbook())] {
        let bytes = request.to_bytes();
        // As bytes: a number that is none is not even equal to itself.
        let read = Request::from_bytes(&bytes).map(|read| read.to_bytes() == bytes);
        assert_eq!(read, Some(true), "what crosses is what was sent");
        let first = Request::file(&bytes).expect("a file");
        // Archives count time by two seconds, and properties by one.
        std::thread::sleep(std::time::Duration::from_millis(2_100));
        assert_eq!(Request::file(&bytes).expect("a file"), first);
    }
}

#[test]
fn bytes_that_are_no_request_give_a_sentence() {
    let bytes = Request::Word(samples::document()).to_bytes();
    for spoilt in [&b""[..], &b"PK"[..], &bytes[..bytes.len() - 1], &[&bytes[..], b"x"].concat()] {
        assert_eq!(Request::file(spoilt), Err("requête de document illisible".to_owned()));
    }
}

/// For who looks at them, or opens them with another program; nothing is asserted of the disk otherwise.
#[test]
fn the_samples_can_be_kept() {
    let Some(folder) = std::env::var_os("SRESS_ECHANTILLONS") else { return };
    let folder = std::path::PathBuf::from(folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    let keep = |name: String, bytes: Vec<u8>| std::fs::write(folder.join(name), bytes).expect("a file");
    let file = |request: Request, format: Format| {
        let request = request.to_bytes();
        let file = Request::file(&request).expect("a file");
        // For the program of the page, which must make the same of it.
        keep(format!("echantillon.{}.requete", format.extension()), request);
        file
    };
    for format in Format::ALL {
        let bytes = match format {
            Format::Word => file(Request::Word(samples::document()), format),
            Format::Markdown => markdown(&samples::document()).into_bytes(),
            Format::Spreadsheet => file(Request::Spreadsheet(samples::workbook()), format),
        };
        keep(format!("echantillon.{}", format.extension()), bytes);
    }
}
