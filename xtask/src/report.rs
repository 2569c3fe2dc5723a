//! What the developer sees: headings, durations, sizes, and failures that say what to do.

use std::fmt::{self, Display};
use std::io::Write;
use std::time::{Duration, Instant};

/// Something that could not be done, and what would make it possible. Both in French.
#[derive(Debug)]
pub struct Failure {
    pub what: String,
    pub remedy: String,
}

pub type Result<T> = std::result::Result<T, Failure>;

impl Failure {
    pub fn new(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { what: what.into(), remedy: remedy.into() }
    }

    /// A file that could not be read or written.
    pub fn file(verb: &str, path: &std::path::Path, cause: &std::io::Error) -> Self {
        Self::new(
            format!("impossible de {verb} {} : {cause}", path.display()),
            "vérifier que le fichier existe et que ses droits le permettent.",
        )
    }
}

impl Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Échec : {}.\nÀ faire : {}", self.what, self.remedy)
    }
}

/// Prints a failure on standard error.
pub fn failure(failure: &Failure) {
    eprintln!("\n{failure}");
}

/// Prints one line; a reader that left (`| head`) is no reason to stop working.
pub fn say(text: impl Display) {
    let _ = writeln!(std::io::stdout(), "{text}");
}

/// Prints the title of a part of the work.
pub fn heading(text: &str) {
    say(format_args!("\n── {text}"));
}

/// Prints one line inside a part.
pub fn line(text: impl Display) {
    say(format_args!("   {text}"));
}

/// Runs `work`, then prints how long it took.
pub fn timed<T>(label: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let start = Instant::now();
    let done = work()?;
    line(format_args!("{label} {}", duration(start.elapsed())));
    Ok(done)
}

/// `0,4 s`, `12 s`, `3 min 05 s`.
pub fn duration(elapsed: Duration) -> String {
    let seconds = elapsed.as_secs();
    match seconds {
        0..10 => format!("{:.1} s", elapsed.as_secs_f64()).replace('.', ","),
        10..60 => format!("{seconds} s"),
        _ => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

/// Bytes with a space between thousands, as French writes them.
pub fn thousands(bytes: u64) -> String {
    let digits = bytes.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(' ');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_the_french_way() {
        assert_eq!(thousands(7), "7");
        assert_eq!(thousands(130_000), "130 000");
        assert_eq!(thousands(1_234_567), "1 234 567");
        assert_eq!(duration(Duration::from_millis(420)), "0,4 s");
        assert_eq!(duration(Duration::from_secs(185)), "3 min 05 s");
    }
}
