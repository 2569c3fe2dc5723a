//! When, on what and on which code the figures were taken: without that they compare with nothing.

use super::member;
use crate::process::first_line;
use crate::workspace::Workspace;
use std::time::{SystemTime, UNIX_EPOCH};

/// Members of the report, as JSON; what the machine does not tell is `null`.
pub fn describe(ws: &Workspace) -> Vec<(&'static str, String)> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| d.as_secs());
    let git = |words: &[&str]| first_line(ws.command("git").args(words));
    let changed = git(&["status", "--porcelain"]).is_some_and(|line| !line.is_empty());
    let first = |path: &str, key: &str| {
        let text = std::fs::read_to_string(path).ok()?;
        let line = text.lines().find_map(|l| l.strip_prefix(key))?;
        Some(line.trim_start_matches([' ', '\t', ':']).trim().to_owned())
    };
    let cores = std::thread::available_parallelism().map_or(0, |n| n.get());
    vec![
        member("date", Some(date(now / 86_400))),
        member("commit", git(&["rev-parse", "HEAD"])),
        ("modifie", changed.to_string()),
        member("systeme", Some(format!("{} {}", std::env::consts::OS, std::env::consts::ARCH))),
        member("processeur", first("/proc/cpuinfo", "model name")),
        ("coeurs", cores.to_string()),
        member("memoire", first("/proc/meminfo", "MemTotal")),
        // Others at work on the machine slow it down: the load average tells.
        member("charge", std::fs::read_to_string("/proc/loadavg").ok().map(|l| l.trim().to_owned())),
        member("rustc", first_line(ws.command("rustc").arg("--version"))),
        member("node", first_line(ws.command("node").arg("--version"))),
    ]
}

/// Days since 1970 as `2026-11-23`, by Howard Hinnant's `civil_from_days`.
fn date(days: u64) -> String {
    let shifted = days + 719_468;
    let (era, day) = (shifted / 146_097, shifted % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let of_year = day - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let (day, month_of_year) = (of_year - (153 * month + 2) / 5 + 1, if month < 10 { month + 3 } else { month - 9 });
    let year = year + era * 400 + u64::from(month_of_year <= 2);
    format!("{year:04}-{month_of_year:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_dates() {
        for (days, expected) in [
            (0, "1970-01-01"),
            (11_016, "2000-02-29"),
            (20_780, "2026-11-23"),
            (47_540, "2100-02-28"),
            (47_541, "2100-03-01"),
        ] {
            assert_eq!(date(days), expected);
        }
    }
}
