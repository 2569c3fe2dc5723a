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
        let mut line = String::new();
        if head.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        let mut words = line.split_whitespace();
        let mut request = Self {
            method: words.next().unwrap_or_default().to_owned(),
            target: words.next().unwrap_or_default().to_owned(),
            keep_alive: words.next() == Some("HTTP/1.1"),
            ..Self::default()
        };
        loop {
            line.clear();
            if head.read_line(&mut line)? == 0 {
                // Cut short or too long: answer once, then close.
                request.keep_alive = false;
                return Ok(Some(request));
            }
            let Some((name, value)) = line.split_once(':') else {
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
mod tests {
    use super::*;

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
    fn odd_input_never_panics() {
        for text in ["\r\n", "GET", "GET / HTTP/1.1", "\u{0}\u{1}", "a b c d e\r\n:\r\n"] {
            read(text);
        }
    }
}
