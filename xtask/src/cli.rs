//! The command line: which task, with which options. Total: every wrong word is answered in French.

use crate::bench;
use crate::report::{self, Failure, Result};
use crate::serve::Options;
use crate::workspace::Workspace;
use crate::{build, checks, serve, supply};
use std::path::PathBuf;

const HELP: &str = "\
cargo xtask <tâche>

  serve [--port N] [--skip-build] [--frame-ancestors SOURCES] [--journal FICHIER]
                  construit le site puis le sert sur http://127.0.0.1:8080 ; le journal, s'il en faut un, a une ligne
                  par requête
  build           laisse dans dist/ un site prêt à déployer (.br et .gz compris), vérifie les budgets
  kit [DOSSIER]   comme build, puis dit où est l'explorateur en un seul fichier, ou l'y copie (une clé USB)
  test            lance toutes les vérifications, navigateur compris
  test rapide     seulement les vérifications natives (quelques secondes une fois compilées)
  verify          compare les données au texte adopté
  audit           cherche les failles connues des dépendances ; échoue si le réseau ne répond pas
  bench [poids] [navigateur] [longue] [echelle] [--skip-build]
                  mesure les octets, les délais dans le navigateur, le coût selon la taille (tout, si rien n'est
                  nommé) ; écrit target/bench.json

Chaque tâche installe d'abord ce qui lui manque et le dit.
(hook-post est appelé par Trunk, voir Trunk.toml.)";

/// One task, with its options.
#[derive(Debug, PartialEq, Eq)]
enum Task {
    Serve { options: Options, skip_build: bool },
    Build,
    Kit { folder: Option<PathBuf> },
    Test { quick: bool },
    Verify,
    Audit,
    Bench { parts: Vec<bench::Part>, skip_build: bool },
    HookPost,
    Help,
}

/// Runs the task that the arguments name.
pub fn run(args: impl Iterator<Item = String>) -> Result<()> {
    let words: Vec<String> = args.collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let task = parse(&words)?;
    let ws = Workspace::find()?;
    match task {
        Task::Serve { options, skip_build } => {
            let listener = serve::bind(options.port)?;
            if !skip_build {
                build::run(&ws, build::OverBudget::Warn)?;
            }
            serve::run(&ws.dist, listener, &options)
        }
        Task::Build => build::run(&ws, build::OverBudget::Fail),
        Task::Kit { folder } => {
            build::run(&ws, build::OverBudget::Fail)?;
            build::kit::hand_over(&ws, folder.as_deref())
        }
        Task::Test { quick: true } => checks::quick(&ws),
        Task::Test { quick: false } => checks::all(&ws),
        Task::Verify => checks::verify(&ws),
        Task::Audit => supply::audit(&ws),
        Task::Bench { parts, skip_build } => {
            if !skip_build && parts.iter().any(|p| p.reads_the_site()) {
                build::run(&ws, build::OverBudget::Warn)?;
            }
            bench::run(&ws, &parts)
        }
        Task::HookPost => build::hook::post(&ws),
        Task::Help => {
            report::say(HELP);
            Ok(())
        }
    }
}

fn parse(words: &[&str]) -> Result<Task> {
    match words {
        [] | ["help" | "aide" | "-h" | "--help", ..] => Ok(Task::Help),
        ["serve", rest @ ..] => parse_serve(rest),
        ["build"] => Ok(Task::Build),
        ["kit"] => Ok(Task::Kit { folder: None }),
        ["kit", folder] if !folder.starts_with('-') => Ok(Task::Kit { folder: Some(folder.into()) }),
        ["test"] => Ok(Task::Test { quick: false }),
        ["test", "rapide"] => Ok(Task::Test { quick: true }),
        ["verify"] => Ok(Task::Verify),
        ["audit"] => Ok(Task::Audit),
        ["bench", rest @ ..] => parse_bench(rest),
        ["hook-post"] => Ok(Task::HookPost),
        [other, ..] => Err(Failure::new(
            format!("« {} » n'est pas une tâche connue", words.join(" ")),
            format!("voir `cargo xtask help` (premier mot compris : {other})."),
        )),
    }
}

fn parse_bench(words: &[&str]) -> Result<Task> {
    let (options, named): (Vec<&str>, Vec<&str>) = words.iter().partition(|w| **w == "--skip-build");
    let part = |word: &&str| {
        bench::Part::ALL.into_iter().find(|p| p.key() == *word).ok_or_else(|| {
            Failure::new(
                format!("« {word} » n'est ni une partie ni une option de bench"),
                "parties : poids, navigateur, longue, echelle ; option : --skip-build.",
            )
        })
    };
    let parts: Vec<bench::Part> = named.iter().map(part).collect::<Result<_>>()?;
    let parts = if parts.is_empty() { bench::Part::ALL.to_vec() } else { parts };
    Ok(Task::Bench { parts, skip_build: !options.is_empty() })
}

fn parse_serve(words: &[&str]) -> Result<Task> {
    let mut options = Options::default();
    let mut skip_build = false;
    let mut rest = words.iter();
    while let Some(word) = rest.next() {
        let (name, inline) = match word.split_once('=') {
            Some((name, value)) => (name, Some(value)),
            None => (*word, None),
        };
        match name {
            "--skip-build" => skip_build = true,
            "--port" => {
                let value = inline.or_else(|| rest.next().copied()).unwrap_or_default();
                options.port = value.parse().map_err(|_| {
                    Failure::new(
                        format!("« {value} » n'est pas un numéro de port"),
                        "donner un nombre de 1 à 65535, par exemple --port 8081.",
                    )
                })?;
            }
            "--frame-ancestors" => {
                let value = inline.or_else(|| rest.next().copied()).unwrap_or_default();
                if value.trim().is_empty() || value.contains([';', ',', '\r', '\n']) {
                    return Err(Failure::new(
                        format!("« {value} » n'est pas une liste de sources"),
                        "donner *, 'none', 'self' ou des origines séparées par des espaces.",
                    ));
                }
                options.frame_ancestors = value.to_owned();
            }
            "--journal" => {
                let value = inline.or_else(|| rest.next().copied()).unwrap_or_default();
                if value.is_empty() || value.starts_with("--") {
                    return Err(Failure::new(
                        "--journal ne dit pas dans quel fichier écrire",
                        "donner un chemin, par exemple --journal target/journal.txt.",
                    ));
                }
                options.journal = Some(value.into());
            }
            other => {
                return Err(Failure::new(
                    format!("« {other} » n'est pas une option de serve"),
                    "options : --port N, --skip-build, --frame-ancestors SOURCES, --journal FICHIER.",
                ));
            }
        }
    }
    Ok(Task::Serve { options, skip_build })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serve_reads_its_options_in_both_forms() {
        let parsed = parse(&["serve", "--port", "9000", "--frame-ancestors='self'", "--journal", "j.txt"]);
        let Ok(Task::Serve { options, skip_build }) = parsed else {
            panic!("serve attendu");
        };
        assert_eq!(options.port, 9000);
        assert_eq!(options.frame_ancestors, "'self'");
        assert_eq!(options.journal, Some("j.txt".into()));
        assert!(!skip_build);
    }

    #[test]
    fn bench_measures_everything_unless_told_what() {
        let all = Task::Bench { parts: bench::Part::ALL.to_vec(), skip_build: false };
        assert_eq!(parse(&["bench"]).expect("bench attendu"), all);
        let one = Task::Bench { parts: vec![bench::Part::Scale], skip_build: true };
        assert_eq!(parse(&["bench", "echelle", "--skip-build"]).expect("bench attendu"), one);
    }

    #[test]
    fn a_wrong_word_is_refused_with_a_remedy() {
        for words in [
            &["serv"][..],
            &["test", "vite"],
            &["serve", "--port", "quatre"],
            &["kit", "--ici"],
            &["kit", "a", "b"],
            &["serve", "--frame-ancestors", "*; script-src *"],
            &["serve", "--ouvrir"],
            &["serve", "--journal"],
            &["serve", "--journal", "--skip-build"],
            &["bench", "vitesse"],
        ] {
            let failure = parse(words).expect_err("refus attendu");
            assert!(!failure.remedy.is_empty(), "{words:?}");
        }
    }
}
