//! The npm packages that are published: those of package-lock.json without the mark of a tool (`"dev": true`).
//!
//! npm writes that file, one member a line: it is read so, without a JSON parser.

use super::shipped::{Component, Hash};
use crate::report::{self, Failure, Result};
use crate::workspace::Workspace;

const FOLDER: &str = "node_modules/";

/// What the lock file says of each package, in its order.
pub fn packages(ws: &Workspace) -> Result<Vec<Component>> {
    let path = ws.root.join("package-lock.json");
    let lock = std::fs::read_to_string(&path).map_err(|e| Failure::file("lire", &path, &e))?;
    let mut found = read(&lock)?;
    for package in &mut found {
        package.folder = ws.root.join(&package.folder);
    }
    Ok(found)
}

/// Packages whose licence is none of those allowed, in words.
pub fn refused(packages: &[Component], allowed: &[&str]) -> Vec<String> {
    let other = |package: &&Component| !allowed.contains(&package.licence.as_str());
    let said = |package: &Component| format!("{} : licence {} non permise", package.name, package.licence);
    packages.iter().filter(other).map(said).collect()
}

/// `npm audit` answers with a report, or did not answer: an empty list of packages would pass for a clean one.
pub fn audit(ws: &Workspace) -> Result<()> {
    if packages(ws)?.is_empty() {
        return Err(Failure::new("aucun paquet npm publié dans package-lock.json", "relancer `npm install`."));
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let asked = ws.command(npm).args(["audit", "--omit=dev", "--json"]).output();
    let output = asked.map_err(|e| Failure::new(format!("npm n'a pas pu être lancé : {e}"), "installer Node."))?;
    judge(&String::from_utf8_lossy(&output.stdout), output.status.success())
}

fn judge(answer: &str, clean: bool) -> Result<()> {
    if !answer.contains("\"auditReportVersion\"") {
        let remedy = "rien n'a été vérifié : recommencer avec le réseau, ou avec un registre qui connaît les failles.";
        return Err(Failure::new("le registre npm n'a pas répondu à la question des failles", remedy));
    }
    if clean {
        report::line("aucune faille connue");
        return Ok(());
    }
    report::say(answer);
    Err(Failure::new("npm connaît des failles", "mettre à jour les paquets nommés ci-dessus."))
}

fn read(lock: &str) -> Result<Vec<Component>> {
    let mut found = Vec::new();
    // Each package is a member named by its folder; its own members end with a brace at the same indentation.
    for entry in lock.split("\n    \"").skip(1) {
        let Some((folder, rest)) = entry.split_once("\": {\n") else { continue };
        let (members, _) = rest.split_once("\n    }").unwrap_or((rest, ""));
        let member = |name: &str| {
            let start = format!("      \"{name}\": ");
            members.lines().find_map(|line| line.strip_prefix(&start)).map(|value| value.trim_end_matches(','))
        };
        if !folder.starts_with(FOLDER) || member("dev") == Some("true") {
            continue;
        }
        let text = |name: &str| {
            member(name).map(|value| value.trim_matches('"').to_owned()).ok_or_else(|| {
                Failure::new(format!("package-lock.json ne dit pas « {name} » de {folder}"), "relancer `npm install`.")
            })
        };
        // A package inside another's folder is told by its own name.
        let name = folder.rsplit_once(FOLDER).map_or(folder, |(_, name)| name).to_owned();
        let version = text("version")?;
        found.push(Component {
            purl: format!("pkg:npm/{}@{version}", name.replace('@', "%40")),
            hash: Hash::of_npm(&text("integrity")?),
            licence: text("license")?,
            programs: vec!["graphiques"],
            folder: folder.into(),
            name,
            version,
        });
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"{
  "packages": {
    "": {
      "name": "racine",
      "license": "MIT"
    },
    "node_modules/@a/outil": {
      "version": "1.0.0",
      "integrity": "sha512-AAAA",
      "dev": true,
      "license": "GPL-3.0"
    },
    "node_modules/@a/publie": {
      "version": "2.3.0",
      "integrity": "sha512-AP8Q",
      "license": "0BSD",
      "dependencies": {
        "autre": "1"
      }
    }
  }
}
"#;

    #[test]
    fn what_is_published_is_what_bears_no_mark_of_a_tool() {
        let found = read(LOCK).expect("un verrou");
        assert_eq!(found.len(), 1);
        let one = &found[0];
        assert_eq!((one.name.as_str(), one.purl.as_str()), ("@a/publie", "pkg:npm/%40a/publie@2.3.0"));
        assert_eq!(one.hash.as_ref().map(|h| (h.algorithm, h.hex.as_str())), Some(("SHA-512", "00ff10")));
        assert_eq!(refused(&found, &["0BSD"]), [""; 0]);
        assert_eq!(refused(&found, &["MIT"]), ["@a/publie : licence 0BSD non permise"]);
        assert!(read(&LOCK.replace("      \"license\": \"0BSD\",\n", "")).is_err());
    }

    #[test]
    fn an_audit_that_nobody_answered_is_no_clean_one() {
        assert!(judge("{\"auditReportVersion\": 2, \"vulnerabilities\": {}}", true).is_ok());
        assert!(judge("{\"auditReportVersion\": 2, \"vulnerabilities\": {\"a\": {}}}", false).is_err());
        for (answer, clean) in [("{\"message\": \"405 Method Not Allowed\"}", false), ("", true)] {
            let failure = judge(answer, clean).expect_err("sans réponse");
            assert!(failure.remedy.contains("rien n'a été vérifié"), "{}", failure.remedy);
        }
    }
}
