//! Where things are: the repository, its target folder, `dist/`, and the commands run from there.

use crate::report::{Failure, Result};
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folders every task works with.
pub struct Workspace {
    pub root: PathBuf,
    pub target: PathBuf,
    pub dist: PathBuf,
}

impl Workspace {
    /// The repository that holds this package, wherever the command was typed.
    pub fn find() -> Result<Self> {
        let package =
            env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        // Under `cargo run` the variable names xtask's folder; from a Trunk hook likewise.
        let root = package
            .parent()
            .map(Path::to_owned)
            .ok_or_else(|| Failure::new("dossier du dépôt introuvable", "lancer `cargo xtask` dans le dépôt."))?;
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |dir| root.join(dir));
        let dist = root.join("dist");
        Ok(Self { root, target, dist })
    }

    /// Tools of other versions than the machine's own go here, first on the path.
    pub fn tools_root(&self) -> PathBuf {
        self.target.join("tools")
    }

    /// Working files of the build: kept between builds, safe to delete.
    pub fn cache(&self) -> PathBuf {
        self.target.join("xtask")
    }

    /// A command run at the root, with our tools first and one target folder for all.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(&self.root)
            .env("PATH", self.search_path())
            // The same everywhere, even where the user's configuration says otherwise.
            .env("CARGO_TARGET_DIR", &self.target)
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        command
    }

    /// A command that an npm package of the project provides.
    pub fn node_command(&self, name: &str) -> Command {
        let suffix = if cfg!(windows) { ".cmd" } else { "" };
        let path = self.root.join("node_modules/.bin").join(format!("{name}{suffix}"));
        self.command(&path.to_string_lossy())
    }

    fn search_path(&self) -> OsString {
        let own = self.tools_root().join("bin");
        let rest = env::var_os("PATH").unwrap_or_default();
        let all = std::iter::once(own).chain(env::split_paths(&rest));
        env::join_paths(all).unwrap_or(rest)
    }
}
