//! From a request to an answer: which file, in which coding, with which headers. Never outside the folder.

use super::headers;
use super::request::Request;
use crate::digest;
use crate::report::{Failure, Result};
use std::path::{Path, PathBuf};

/// A folder to publish.
pub struct Site {
    root: PathBuf,
    security: Vec<(&'static str, String)>,
}

/// What goes back to the browser.
pub struct Answer {
    pub status: &'static str,
    pub headers: Vec<(&'static str, String)>,
    pub body: Vec<u8>,
}

impl Site {
    /// Fails when there is nothing to serve.
    pub fn open(dist: &Path, frame_ancestors: &str) -> Result<Self> {
        let root = dist.canonicalize().unwrap_or_default();
        if !root.join("index.html").is_file() {
            return Err(Failure::new(
                format!("{} ne contient pas de site", dist.display()),
                "construire d'abord : cargo xtask build (ou serve sans --skip-build).",
            ));
        }
        let security = headers::security(frame_ancestors);
        Ok(Self { root, security })
    }

    /// The complete answer to one request.
    pub fn answer(&self, request: &Request) -> Answer {
        let mut answer = match request.method.as_str() {
            "GET" | "HEAD" => match self.locate(&request.target) {
                Some(path) => self.file(&path, request),
                None => plain("404 Not Found", "Cette page n'existe pas."),
            },
            _ => plain("405 Method Not Allowed", "Ce serveur ne fait que lire."),
        };
        answer.headers.extend(self.security.iter().cloned());
        answer
    }

    /// The file a target names, if it is inside the folder and not hidden.
    fn locate(&self, target: &str) -> Option<PathBuf> {
        let path = target.split(['?', '#']).next()?;
        let path = decode(path.strip_prefix('/')?)?;
        if path.contains(['\\', '\0', ':']) || path.split('/').any(|part| part.starts_with('.')) {
            return None;
        }
        let mut found = self.root.join(&path);
        if path.is_empty() || path.ends_with('/') {
            found.push("index.html");
        }
        // Symbolic links are followed first, so that none leads out.
        let real = found.canonicalize().ok()?;
        (real.starts_with(&self.root) && real.is_file()).then_some(found)
    }

    fn file(&self, path: &Path, request: &Request) -> Answer {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let coded = [("br", ".br"), ("gzip", ".gz")].into_iter().find_map(|(coding, suffix)| {
            let sibling = path.with_file_name(format!("{name}{suffix}"));
            (request.accepts(coding) && sibling.is_file()).then_some((coding, sibling))
        });
        let source = coded.as_ref().map_or(path, |(_, sibling)| sibling);
        let Ok(body) = std::fs::read(source) else {
            return plain("500 Internal Server Error", "Fichier illisible.");
        };
        let tag = format!("\"{}\"", digest::of_bytes(&body));
        let mut headers = vec![
            ("Content-Type", headers::media_type(&name).to_owned()),
            ("Cache-Control", headers::cache_control(&name).to_owned()),
            ("Vary", "Accept-Encoding".to_owned()),
            ("ETag", tag.clone()),
        ];
        if request.if_none_match.split(',').any(|seen| seen.trim() == tag) {
            return Answer { status: "304 Not Modified", headers, body: Vec::new() };
        }
        if let Some((coding, _)) = coded {
            headers.push(("Content-Encoding", coding.to_owned()));
        }
        Answer { status: "200 OK", headers, body }
    }
}

impl Answer {
    /// The bytes to send; a HEAD request gets the same headers without the body.
    pub fn into_bytes(self, keep_alive: bool, head_only: bool) -> Vec<u8> {
        let connection = if keep_alive { "keep-alive" } else { "close" };
        let mut head = format!("HTTP/1.1 {}\r\n", self.status);
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head.push_str(&format!("Content-Length: {}\r\n", self.body.len()));
        head.push_str(&format!("Connection: {connection}\r\n\r\n"));
        let mut bytes = head.into_bytes();
        if !head_only {
            bytes.extend(self.body);
        }
        bytes
    }
}

fn plain(status: &'static str, text: &str) -> Answer {
    Answer {
        status,
        headers: vec![
            ("Content-Type", headers::media_type("a.txt").to_owned()),
            ("Cache-Control", "no-store".to_owned()),
        ],
        body: format!("{text}\n").into_bytes(),
    }
}

/// `%C3%A9` → `é`; nothing when it is not UTF-8.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, tail)) = rest.split_first() {
        let hex = (byte == b'%').then(|| tail.get(..2)).flatten();
        let hex = hex.and_then(|pair| std::str::from_utf8(pair).ok());
        match hex.and_then(|pair| u8::from_str_radix(pair, 16).ok()) {
            Some(decoded) => {
                bytes.push(decoded);
                rest = tail.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(byte);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::super::request::tests::cases;
    use super::*;
    use proptest::prelude::*;
    use std::sync::LazyLock;

    /// A site of three files, in a folder of its own, with a secret beside it.
    fn site(name: &str) -> Site {
        let folder = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
        let dist = folder.join("dist");
        std::fs::create_dir_all(&dist).expect("dossier");
        for (path, text) in [
            ("dist/index.html", "<h1>Page</h1>"),
            ("dist/index.html.br", "compressé"),
            ("dist/.cache", "caché"),
            ("secret.txt", "secret"),
        ] {
            std::fs::write(folder.join(path), text).expect("fichier");
        }
        Site::open(&dist, "*").expect("site")
    }

    fn get(site: &Site, target: &str, accept_encoding: &str, if_none_match: &str) -> Answer {
        site.answer(&Request {
            method: "GET".into(),
            target: target.into(),
            accept_encoding: accept_encoding.into(),
            if_none_match: if_none_match.into(),
            keep_alive: true,
            ..Request::default()
        })
    }

    fn header<'a>(answer: &'a Answer, name: &str) -> Option<&'a str> {
        let found = answer.headers.iter().find(|(n, _)| *n == name);
        found.map(|(_, value)| value.as_str())
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        let site = site("dehors");
        for target in [
            "/../secret.txt",
            "/%2e%2e/secret.txt",
            "/..%2fsecret.txt",
            "/..%5csecret.txt",
            "//etc/passwd",
            "/.cache",
            "/%00",
            "secret.txt",
            "",
        ] {
            assert_eq!(get(&site, target, "", "").status, "404 Not Found", "{target}");
        }
    }

    #[test]
    fn a_compressed_twin_is_sent_to_those_who_take_it() {
        let site = site("codage");
        let coded = get(&site, "/?x=1", "gzip, br", "");
        assert_eq!(header(&coded, "Content-Encoding"), Some("br"));
        assert_eq!(header(&coded, "Content-Type"), Some("text/html; charset=utf-8"));
        let raw = get(&site, "/index.html", "gzip", "");
        assert_eq!(header(&raw, "Content-Encoding"), None);
        assert_eq!(raw.body, b"<h1>Page</h1>");
    }

    #[test]
    fn an_unchanged_file_is_not_sent_twice_and_headers_are_always_there() {
        let site = site("etag");
        let first = get(&site, "/", "", "");
        let tag = header(&first, "ETag").expect("ETag");
        let second = get(&site, "/", "", tag);
        assert_eq!(second.status, "304 Not Modified");
        for answer in [&first, &second, &get(&site, "/rien", "", "")] {
            assert!(header(answer, "Content-Security-Policy").is_some());
            assert!(header(answer, "Permissions-Policy").is_some());
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: cases(500), failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_target_of_any_kind_leads_outside(
            parts in prop::collection::vec(prop::sample::select(vec![
                "/", "..", ".", "%2e", "%2E%2e", "%2f", "%5c", "\\", "%", "%00", "%c0%ae", "secret.txt", "index.html", ".cache", "dist", "?", "#", "é",
                "%252e", ":", "//", "etc/passwd", "proc/self/environ", "\u{202e}",
            ]), 0..12),
            start in prop::sample::select(vec!["/", ""]),
        ) {
            static SITE: LazyLock<Site> = LazyLock::new(|| site("cibles"));
            let target = start.to_owned() + &parts.concat();
            let answer = get(&SITE, &target, "br", "");
            // The page or its compressed twin: the only two that are there to be read.
            let page = ["<h1>Page</h1>".as_bytes(), "compressé".as_bytes()].contains(&answer.body.as_slice());
            prop_assert!(if page { answer.status == "200 OK" } else { answer.status == "404 Not Found" }, "{target} : {}", answer.status);
        }
    }
}
