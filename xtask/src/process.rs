//! Running other programs, with failures that name the program and the way out.

use crate::report::{Failure, Result};
use std::process::{Command, Stdio};

/// Runs to the end, the program's own output going straight to the terminal.
pub fn run(command: &mut Command, remedy: &str) -> Result<()> {
    let shown = describe(command);
    let status = command.status().map_err(|e| absent(&shown, &e))?;
    if status.success() {
        return Ok(());
    }
    let code = status.code().map_or_else(|| "interrompu".to_owned(), |code| format!("code {code}"));
    Err(Failure::new(format!("`{shown}` a échoué ({code})"), remedy))
}

/// Runs to the end and returns what it wrote on standard output; errors stay on the terminal.
pub fn capture(command: &mut Command, remedy: &str) -> Result<Vec<u8>> {
    let shown = describe(command);
    let output = command.stderr(Stdio::inherit()).output().map_err(|e| absent(&shown, &e))?;
    if output.status.success() { Ok(output.stdout) } else { Err(Failure::new(format!("`{shown}` a échoué"), remedy)) }
}

/// The first line a program prints, or nothing when it is absent or refuses.
pub fn first_line(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    if !output.status.success() {
        return None;
    }
    let text = String::from_utf8_lossy(&output.stdout);
    text.lines().next().map(|line| line.trim().to_owned())
}

fn absent(shown: &str, cause: &std::io::Error) -> Failure {
    Failure::new(
        format!("`{shown}` n'a pas pu être lancé : {cause}"),
        "vérifier que ce programme est installé et dans le PATH.",
    )
}

/// The command as one would type it, without its folder.
fn describe(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    let mut words = vec![name.to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|a| a.to_string_lossy().into_owned()));
    words.join(" ")
}
