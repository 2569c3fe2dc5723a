//! The head of an HTTP/1.1 request, as far as a static server needs it. No body is ever read.

use std::io::{self, BufRead, Read};

/// More than any browser sends for a page without cookies.
const LONGEST_HEAD: u64 = 32 * 1024;

/// One request; a malformed one has an empty method, which is refused later.
#[derive(Debug, Default)]
pub struct Request {
    pub method: String,
    pub target: String,
    pub accept_encoding: String,
    pub if_none_match: String,
    pub referer: String,
    pub keep_alive: bool,
}

impl Request {
    /// The next request of a connection, or nothing once it is closed.
    pub fn read(reader: &mut impl BufRead) -> io::Result<Option<Self>> {
        let mut head = reader.by_ref().take(LONGEST_HEAD);
        let mut line = Vec::new();
        if head.read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        let first = String::from_utf8_lossy(&line);
        let mut words = first.split_whitespace();
        let mut request = Self {
            method: words.next().unwrap_or_default().to_owned(),
            target: words.next().unwrap_or_default().to_owned(),
            keep_alive: words.next() == Some("HTTP/1.1"),
            ..Self::default()
        };
        loop {
            line.clear();
            if head.read_until(b'\n', &mut line)? == 0 {
                // Cut short or too long: answer once, then close.
                request.keep_alive = false;
                return Ok(Some(request));
            }
            let text = String::from_utf8_lossy(&line);
            let Some((name, value)) = text.split_once(':') else {
                // What is neither a header nor the end: nobody knows where the next request starts.
                request.keep_alive &= text.trim().is_empty();
                return Ok(Some(request));
            };
            request.note(&name.to_ascii_lowercase(), value.trim());
        }
    }

    fn note(&mut self, name: &str, value: &str) {
        match name {
            "accept-encoding" => self.accept_encoding = value.to_ascii_lowercase(),
            "if-none-match" => self.if_none_match = value.to_owned(),
            "referer" => self.referer = value.split_whitespace().collect(),
            "connection" if value.eq_ignore_ascii_case("close") => self.keep_alive = false,
            // A body would be taken for the next request.
            "content-length" | "transfer-encoding" => self.keep_alive = false,
            _ => {}
        }
    }

    /// Whether the browser takes this content coding (`br;q=0` means it does not).
    pub fn accepts(&self, coding: &str) -> bool {
        self.accept_encoding.split(',').any(|part| {
            let mut pieces = part.split(';').map(str::trim);
            pieces.next() == Some(coding) && !pieces.any(|q| matches!(q, "q=0" | "q=0.0"))
        })
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use proptest::prelude::*;

    /// So many cases, or as many as `SRESS_CAS` says.
    pub fn cases(quick: u32) -> u32 {
        std::env::var("SRESS_CAS").map_or(quick, |n| n.parse().expect("SRESS_CAS : un nombre est attendu"))
    }

    fn read(text: &str) -> Request {
        Request::read(&mut text.as_bytes()).expect("lecture").expect("une requête")
    }

    #[test]
    fn a_head_is_read_whatever_the_case_of_its_names() {
        let request = read("GET /a?b HTTP/1.1\r\nACCEPT-encoding: gzip, br;q=0\r\n\r\n");
        assert_eq!((request.method.as_str(), request.target.as_str()), ("GET", "/a?b"));
        assert!(request.keep_alive);
        assert!(request.accepts("gzip"));
        assert!(!request.accepts("br"));
    }

    #[test]
    fn a_line_that_is_no_header_ends_the_conversation() {
        assert!(!read("GET / HTTP/1.1\r\nsans deux-points\r\n\r\n").keep_alive);
        assert!(!read("GET / HTTP/1.1\r\nHost: a").keep_alive);
    }

    /// Lines of a head, whole and broken.
    fn line() -> impl Strategy<Value = Vec<u8>> {
        let known = prop::sample::select(vec![
            "GET / HTTP/1.1",
            "HEAD /a%20b?q#f HTTP/1.1",
            "GET",
            "",
            " ",
            ":",
            "Accept-Encoding: gzip, br;q=0",
            "If-None-Match: \"0\"",
            "Connection: close",
            "Content-Length: 5",
            "Transfer-Encoding: chunked",
            "GET /../../etc/passwd HTTP/1.1",
            "Host: \u{202e}é",
        ]);
        let broken =
            (prop::sample::select(vec!["\0", "\r", "%00", "%c3%28", "\u{feff}", ": ", "é", "\t"]), 1..3_000_usize);
        prop_oneof![
            6 => known.prop_map(|text| text.as_bytes().to_vec()),
            1 => broken.prop_map(|(piece, times)| piece.repeat(times).into_bytes()),
            1 => prop::collection::vec(any::<u8>(), 0..60),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: cases(500), failure_persistence: None, ..ProptestConfig::default() })]

        /// Whatever comes: a request, never an error of ours, and no more read than its head.
        #[test]
        fn any_bytes_are_requests_until_they_end(lines in prop::collection::vec(line(), 0..12), end in prop::sample::select(vec!["\r\n", "\n", ""])) {
            let bytes = lines.join(end.as_bytes());
            let mut rest = bytes.as_slice();
            let mut requests = 0;
            loop {
                let before = rest.len();
                let request = Request::read(&mut rest).expect("bytes are always read");
                prop_assert!((before - rest.len()) as u64 <= LONGEST_HEAD);
                let Some(request) = request else { break };
                requests += 1;
                prop_assert!(rest.len() < before && requests <= bytes.len());
                prop_assert!(!request.target.contains(char::is_whitespace));
                // A conversation goes on only from the end of a head.
                let seen = &bytes[..bytes.len() - rest.len()];
                let last = seen.split_inclusive(|&b| b == b'\n').next_back().unwrap_or_default();
                prop_assert!(!request.keep_alive || String::from_utf8_lossy(last).trim().is_empty());
            }
            prop_assert!(rest.is_empty());
        }

        /// Requests sent one behind the other are read one by one, to the byte.
        #[test]
        fn requests_in_a_row_are_told_apart(targets in prop::collection::vec("/[!-~é]{0,40}", 1..6)) {
            let sent: String = targets.iter().map(|target| format!("GET {target} HTTP/1.1\r\nHost: a\r\n\r\n")).collect();
            let mut rest = sent.as_bytes();
            for target in &targets {
                let request = Request::read(&mut rest).expect("lecture").expect("une requête");
                prop_assert_eq!((&request.target, request.keep_alive), (target, true));
            }
            prop_assert!(rest.is_empty());
        }
    }
}
