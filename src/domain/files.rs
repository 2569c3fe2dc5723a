//! The edited files, read: names and texts in, typed values out, with every error found.
//!
//! Reads from memory, never from a disk: `build.rs`, the tests and a browser hand over what they have.

use super::schema::StrategyFile;
use super::schema_paths::PathsFile;
use super::schema_terms::{
    AudienceFile, EventFile, FigureFile, GlossaryFile, MeasureFile, ReportFile, TermFile, VersionFile,
};
use serde::de::DeserializeOwned;
use std::fmt;

/// An error of the data: which file, which field, what is wrong, in French for whoever edits it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct DataError {
    pub file: String,
    pub field: String,
    pub message: String,
}

impl fmt::Display for DataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.field.as_str() {
            "" => write!(f, "{} : {}", self.file, self.message),
            field => write!(f, "{}, {field} : {}", self.file, self.message),
        }
    }
}

/// Everything a strategy is made of, as edited.
#[derive(Debug)]
pub struct Files {
    pub strategy: StrategyFile,
    /// Each with the name of its file.
    pub measures: Vec<(String, MeasureFile)>,
    pub actors: Vec<TermFile>,
    pub schemes: Vec<TermFile>,
    pub places: Vec<TermFile>,
    pub audiences: Vec<AudienceFile>,
    pub figures: Vec<FigureFile>,
    pub events: Vec<EventFile>,
    pub glossary: Vec<GlossaryFile>,
    pub reports: Vec<ReportFile>,
    pub synonyms: Vec<Vec<String>>,
    /// Latest first.
    pub versions: Vec<VersionFile>,
    /// Absent from a strategy that puts no question to its visitors.
    pub paths: Option<PathsFile>,
}

pub const STRATEGY: &str = "strategie.json";
pub const ACTORS: &str = "acteurs.json";
pub const SCHEMES: &str = "dispositifs.json";
pub const PLACES: &str = "territoires.json";
pub const AUDIENCES: &str = "publics.json";
pub const FIGURES: &str = "chiffres.json";
pub const EVENTS: &str = "chronologie.json";
pub const GLOSSARY: &str = "glossaire.json";
pub const REPORTS: &str = "signalements.json";
pub const SYNONYMS: &str = "synonymes.json";
pub const VERSIONS: &str = "versions.json";
pub const PATHS: &str = "parcours.json";
/// Folder of the measures, one file each.
pub const MEASURES: &str = "mesures/";

impl Files {
    /// Reads `(name, JSON)` pairs; only `strategie.json` must be there, an absent register is an empty one.
    pub fn parse<S: AsRef<str>>(sources: &[(S, S)]) -> Result<Files, Vec<DataError>> {
        let mut reader = Reader { sources, errors: Vec::new() };
        let strategy: Option<StrategyFile> = reader.read(STRATEGY);
        if strategy.is_none() && reader.errors.is_empty() {
            reader.refuse(STRATEGY, "ce fichier manque");
        }
        let mut measures = Vec::new();
        let mut names: Vec<&str> =
            sources.iter().map(|(n, _)| n.as_ref()).filter(|n| n.starts_with(MEASURES)).collect();
        names.sort_unstable();
        for name in names {
            measures.extend(reader.read(name).map(|m: MeasureFile| (name.to_owned(), m)));
        }
        measures.sort_by_key(|(_, m)| m.number);
        let files = (
            reader.list(ACTORS),
            reader.list(SCHEMES),
            reader.list(PLACES),
            reader.list(AUDIENCES),
            reader.list(FIGURES),
            reader.list(EVENTS),
            reader.list(GLOSSARY),
            reader.list(REPORTS),
            reader.list(SYNONYMS),
            reader.list(VERSIONS),
        );
        let (actors, schemes, places, audiences, figures, events, glossary, reports, synonyms, versions) = files;
        let paths = reader.read(PATHS);
        match strategy {
            Some(strategy) if reader.errors.is_empty() => Ok(Files {
                strategy,
                measures,
                actors,
                schemes,
                places,
                audiences,
                figures,
                events,
                glossary,
                reports,
                synonyms,
                versions,
                paths,
            }),
            _ => Err(reader.errors),
        }
    }
}

struct Reader<'a, S> {
    sources: &'a [(S, S)],
    errors: Vec<DataError>,
}

impl<S: AsRef<str>> Reader<'_, S> {
    fn read<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        let (_, json) = self.sources.iter().find(|(n, _)| n.as_ref() == name)?;
        match serde_json::from_str(json.as_ref()) {
            Ok(value) => Some(value),
            Err(error) => {
                self.refuse(name, &explain(&error));
                None
            }
        }
    }

    fn list<T: DeserializeOwned>(&mut self, name: &str) -> Vec<T> {
        self.read(name).unwrap_or_default()
    }

    fn refuse(&mut self, file: &str, message: &str) {
        self.errors.push(DataError { file: file.to_owned(), field: String::new(), message: message.to_owned() });
    }
}

/// serde_json speaks English and ends with « at line 3 column 5 »: the place and the name at fault are kept, in French.
fn explain(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let cause = text.split(" at line ").next().unwrap_or(&text);
    let cause = [
        ("missing field", "il manque le champ"),
        ("unknown field", "champ inconnu"),
        ("unknown variant", "valeur inconnue"),
        ("duplicate field", "champ répété"),
        ("invalid type:", "type inattendu :"),
        ("invalid value:", "valeur inattendue :"),
        ("expected one of", "attendu : l’un de"),
        ("there are no fields", "aucun champ n’est permis"),
        ("expected", "attendu :"),
        ("EOF while parsing", "le fichier s’arrête au milieu de"),
        ("trailing comma", "virgule en trop"),
        ("trailing characters", "texte en trop à la fin"),
    ]
    .iter()
    .fold(cause.to_owned(), |text, (english, french)| text.replace(english, french));
    format!("ligne {}, colonne {} : {cause}", error.line(), error.column())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_that_does_not_read_is_named_with_its_line() {
        let sources = [("strategie.json", "{"), ("acteurs.json", "[\n{\"id\": 3}]"), ("glossaire.json", "[]")];
        let errors = Files::parse(&sources).expect_err("two files are wrong");
        let text: Vec<String> = errors.iter().map(ToString::to_string).collect();
        assert_eq!(text.len(), 2);
        assert!(text[0].starts_with("strategie.json : ligne 1"), "{}", text[0]);
        assert!(text[1].starts_with("acteurs.json : ligne 2") && text[1].contains("type inattendu"), "{}", text[1]);
    }

    #[test]
    fn a_strategy_without_its_main_file_is_refused() {
        let none: [(&str, &str); 0] = [];
        let errors = Files::parse(&none).expect_err("nothing to read");
        assert_eq!(errors[0].to_string(), "strategie.json : ce fichier manque");
    }
}
