//! The shape of `parcours.json`: three questions put to a visitor, what each answer looks for, and a first step a measure.
//!
//! All of it is ours. A theme has words; a structure and a wish only have tags, because they must be named, not evoked.

use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PathsFile {
    /// Who wrote this, for the page to say.
    #[serde(rename = "origine")]
    pub origin: String,
    pub structures: QuestionFile<StructureFile>,
    pub themes: QuestionFile<ThemeFile>,
    #[serde(rename = "souhaits")]
    pub wishes: QuestionFile<WishFile>,
    #[serde(rename = "premiers_pas")]
    pub steps: Vec<StepFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionFile<T> {
    pub question: String,
    #[serde(rename = "aide", default)]
    pub help: Option<String>,
    #[serde(rename = "reponses")]
    pub answers: Vec<T>,
}

/// Who the visitor is.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StructureFile {
    pub id: String,
    #[serde(rename = "libelle")]
    pub label: String,
    #[serde(rename = "aide", default)]
    pub help: Option<String>,
    #[serde(rename = "publics")]
    pub audiences: Vec<String>,
    #[serde(rename = "acteurs")]
    pub actors: Vec<String>,
    /// Words of an evidence that name another structure of the same audience: that evidence does not count.
    #[serde(rename = "sauf", default)]
    pub except: Vec<String>,
}

/// What the visitor wants to act on.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ThemeFile {
    pub id: String,
    #[serde(rename = "libelle")]
    pub label: String,
    #[serde(rename = "aide", default)]
    pub help: Option<String>,
    /// Looked for in the official text: whole words that follow one another, in the singular or the plural.
    #[serde(rename = "mots", default)]
    pub words: Vec<String>,
    #[serde(rename = "publics", default)]
    pub audiences: Vec<String>,
    #[serde(rename = "acteurs", default)]
    pub actors: Vec<String>,
    #[serde(rename = "dispositifs", default)]
    pub schemes: Vec<String>,
}

/// What the visitor expects.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WishFile {
    pub id: String,
    #[serde(rename = "libelle")]
    pub label: String,
    #[serde(rename = "aide", default)]
    pub help: Option<String>,
    /// Kinds of action.
    pub natures: Vec<String>,
}

/// What one may do first about a measure.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepFile {
    #[serde(rename = "mesure")]
    pub measure: u16,
    #[serde(rename = "texte")]
    pub text: String,
}
