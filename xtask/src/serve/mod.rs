//! A small static server for `dist/`, as strict as the design wants any host to be.
//!
//! For development and tests: one thread per connection, loopback only, GET and HEAD.

mod files;
pub mod headers;
mod journal;
mod request;

use crate::report::{self, Failure, Result};
use files::Site;
use journal::Journal;
use request::Request;
use std::io::{BufReader, ErrorKind, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// Where to listen, who may show the site in a frame, and where to write what was asked.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    pub port: u16,
    /// Sources of the CSP directive `frame-ancestors`.
    pub frame_ancestors: String,
    pub journal: Option<PathBuf>,
}

impl Default for Options {
    fn default() -> Self {
        Self { port: 8080, frame_ancestors: "*".to_owned(), journal: None }
    }
}

/// Takes the port, before any long build: a taken port is said at once.
pub fn bind(port: u16) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|cause| {
        let (what, remedy) = match cause.kind() {
            ErrorKind::AddrInUse => (
                format!("le port {port} est déjà pris par un autre programme"),
                format!(
                    "arrêter ce programme, ou choisir un autre port : cargo xtask serve --port {}",
                    port.checked_add(1).unwrap_or(8081)
                ),
            ),
            ErrorKind::PermissionDenied => (
                format!("le port {port} est réservé à l'administrateur"),
                "choisir un port au-dessus de 1023 : cargo xtask serve --port 8080".to_owned(),
            ),
            _ => (
                format!("impossible d'écouter sur le port {port} : {cause}"),
                "choisir un autre port avec --port.".to_owned(),
            ),
        };
        Failure::new(what, remedy)
    })
}

/// Serves until interrupted.
pub fn run(dist: &Path, listener: TcpListener, options: &Options) -> Result<()> {
    let site = Arc::new(Site::open(dist, &options.frame_ancestors)?);
    let journal = options.journal.as_deref().map(Journal::open).transpose()?.map(Arc::new);
    let port = listener.local_addr().map_or(options.port, |address| address.port());
    report::heading(&format!("Explorateur : http://127.0.0.1:{port}/  (Ctrl+C pour arrêter)"));
    for stream in listener.incoming() {
        let Ok(stream) = stream else { continue };
        let (site, journal) = (Arc::clone(&site), journal.clone());
        std::thread::spawn(move || {
            // A visitor who leaves in the middle of an answer is no event.
            let _ = converse(&site, journal.as_deref(), stream);
        });
    }
    Ok(())
}

/// Answers the requests of one connection, until it closes, idles or errs.
fn converse(site: &Site, journal: Option<&Journal>, mut stream: TcpStream) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream.try_clone()?);
    while let Some(request) = Request::read(&mut reader)? {
        let keep = request.keep_alive;
        let answer = site.answer(&request);
        if let Some(journal) = journal {
            journal.note(&request, &answer);
        }
        stream.write_all(&answer.into_bytes(keep, request.method == "HEAD"))?;
        if !keep {
            break;
        }
    }
    Ok(())
}
