//! `cargo xtask …`: reads the command line, runs one task, turns a failure into an exit code.

use std::process::ExitCode;
use xtask::{cli, report};

fn main() -> ExitCode {
    match cli::run(std::env::args().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            report::failure(&failure);
            ExitCode::FAILURE
        }
    }
}
