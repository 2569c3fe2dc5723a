//! What a host would know of its visitors: one line a request, as web servers write them. Deliberately absent: who asks.
//!
//! `GET /data/mesures.csv 200 4321 -`: method, target as it came (query included), status, bytes of the body, and the page
//! the browser says it comes from.

use super::files::Answer;
use super::request::Request;
use crate::report::{Failure, Result};
use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// A file that grows by a line each time something is asked.
pub struct Journal(Mutex<File>);

impl Journal {
    /// An empty journal, in the place of the one there was.
    pub fn open(path: &Path) -> Result<Self> {
        let file = File::create(path).map_err(|e| Failure::file("créer", path, &e))?;
        Ok(Self(Mutex::new(file)))
    }

    /// Written before the answer leaves: who has the answer can read the line.
    pub fn note(&self, request: &Request, answer: &Answer) {
        let line = line(request, answer);
        let mut file = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // A full disk does not stop the server.
        let _ = file.write_all(line.as_bytes());
    }
}

fn line(request: &Request, answer: &Answer) -> String {
    let status = answer.status.split(' ').next().unwrap_or_default();
    let bytes = if request.method == "HEAD" { 0 } else { answer.body.len() };
    let word = |word: &str| if word.is_empty() { "-".to_owned() } else { word.to_owned() };
    format!("{} {} {status} {bytes} {}\n", word(&request.method), word(&request.target), word(&request.referer))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer() -> Answer {
        Answer { status: "200 OK", headers: Vec::new(), body: b"abc".to_vec() }
    }

    #[test]
    fn a_line_tells_what_was_asked_whole_and_what_came_of_it() {
        let request = Request { method: "GET".into(), target: "/a?q=b".into(), ..Request::default() };
        assert_eq!(line(&request, &answer()), "GET /a?q=b 200 3 -\n");
        let head = Request { method: "HEAD".into(), referer: "http://b/c".into(), ..request };
        assert_eq!(line(&head, &answer()), "HEAD /a?q=b 200 0 http://b/c\n");
        assert_eq!(line(&Request::default(), &answer()), "- - 200 3 -\n");
    }

    #[test]
    fn lines_follow_one_another_in_a_journal_that_starts_empty() {
        let path = std::env::temp_dir().join(format!("xtask-journal-{}", std::process::id()));
        std::fs::write(&path, "hier\n").expect("fichier");
        let journal = Journal::open(&path).expect("journal");
        let request = Request { method: "GET".into(), target: "/".into(), ..Request::default() };
        journal.note(&request, &answer());
        journal.note(&request, &answer());
        assert_eq!(std::fs::read_to_string(&path).expect("lecture"), "GET / 200 3 -\nGET / 200 3 -\n");
        std::fs::remove_file(&path).expect("nettoyage");
    }
}
