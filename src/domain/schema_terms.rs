//! The shapes of the files beside `strategie.json`: measures, registers of names, figures, dates, glossary, reports.

use super::binary::binary;
use serde::Deserialize;

/// `mesures/NN.json`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeasureFile {
    #[serde(rename = "numero")]
    pub number: u16,
    /// Id of the section it hangs from.
    pub section: String,
    /// Page of the table of contents.
    pub page: u16,
    /// Plain-language summary, ours, at most 220 characters.
    #[serde(rename = "resume")]
    pub summary: String,
    #[serde(rename = "titre")]
    pub title: PassageFile,
    #[serde(rename = "objectif")]
    pub objective: PassageFile,
    /// The sentence that introduces the actions, where there is one.
    #[serde(rename = "amorce", default)]
    pub lead: Option<PassageFile>,
    pub actions: Vec<PassageFile>,
    /// Official text after the actions that is not an action.
    #[serde(rename = "cloture", default)]
    pub closing: Option<PassageFile>,
}

/// A piece of official text with the tags its own words earn.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PassageFile {
    /// `8.1`: on actions only.
    #[serde(default)]
    pub id: Option<String>,
    #[serde(rename = "texte")]
    pub text: String,
    /// The source's own form, where a typing error is shown corrected.
    #[serde(rename = "texte_source", default)]
    pub source: Option<String>,
    /// Further paragraphs of the same passage.
    #[serde(rename = "paragraphes", default)]
    pub paragraphs: Vec<String>,
    /// Kind of action: on actions only.
    #[serde(default)]
    pub nature: Option<MentionFile>,
    #[serde(rename = "publics", default)]
    pub audiences: Vec<MentionFile>,
    #[serde(rename = "acteurs", default)]
    pub actors: Vec<MentionFile>,
    #[serde(rename = "dispositifs", default)]
    pub schemes: Vec<MentionFile>,
    #[serde(rename = "territoires", default)]
    pub places: Vec<MentionFile>,
}

/// A tag and the words of the passage that earn it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MentionFile {
    pub id: String,
    /// A substring of the passage.
    #[serde(rename = "preuve")]
    pub evidence: String,
    /// On audiences only.
    #[serde(rename = "lien", default)]
    pub link: Option<Link>,
}

/// How a measure concerns an audience.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, serde::Serialize)]
pub enum Link {
    /// The measure acts for them.
    #[serde(rename = "cible")]
    Target,
    /// They are called on to act.
    #[serde(rename = "associé")]
    Associate,
}

/// An entry of `acteurs.json`, `dispositifs.json` or `territoires.json`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermFile {
    pub id: String,
    #[serde(rename = "nom")]
    pub name: String,
    #[serde(rename = "developpe", default)]
    pub expansion: Option<String>,
    /// Every form under which the adopted text names it, letter for letter.
    pub alias: Vec<String>,
    pub genre: String,
    /// A generic group (« consulaires ») rather than a named organisation.
    #[serde(rename = "groupe", default)]
    pub generic: bool,
    /// One plain line, ours.
    #[serde(rename = "ligne")]
    pub line: String,
    /// Where the adopted text names it outside the measures.
    #[serde(rename = "ailleurs", default)]
    pub elsewhere: Vec<QuoteFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuoteFile {
    pub citation: String,
    pub page: u16,
    /// The section it stands in, in our words.
    #[serde(rename = "contexte", default)]
    pub context: Option<String>,
}

/// An entry of `publics.json`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AudienceFile {
    pub id: String,
    #[serde(rename = "nom")]
    pub name: String,
    /// Ours.
    pub definition: String,
    /// Words that may earn the tag; each evidence holds one of them.
    #[serde(rename = "termes")]
    pub words: Vec<String>,
}

/// An entry of `chiffres.json`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FigureFile {
    pub id: String,
    #[serde(rename = "groupe")]
    pub group: FigureGroup,
    /// Ours.
    #[serde(rename = "libelle")]
    pub label: String,
    #[serde(rename = "valeur")]
    pub value: f64,
    #[serde(rename = "unite")]
    pub unit: String,
    #[serde(rename = "annee", default)]
    pub year: Option<u16>,
    /// Who measured it, as the text says.
    #[serde(default)]
    pub source: Option<String>,
    pub page: u16,
    pub citation: String,
    /// What is measured more than once: figures of one series compare from year to year.
    #[serde(rename = "serie", default)]
    pub series: Option<String>,
    /// Legal form the figure is about, in the split by status.
    #[serde(rename = "statut", default)]
    pub status: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FigureGroup {
    Panorama,
    Bilan,
    Mesures,
}

/// An entry of `chronologie.json`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventFile {
    pub id: String,
    /// `2024-04-26`, `2024-05` or `2024`.
    pub date: String,
    #[serde(rename = "fin", default)]
    pub end: Option<String>,
    /// Ours.
    #[serde(rename = "titre")]
    pub title: String,
    pub genre: String,
    pub citation: String,
    pub page: u16,
}

/// An entry of `glossaire.json`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GlossaryFile {
    pub sigle: String,
    #[serde(rename = "variantes", default)]
    pub variants: Vec<String>,
    /// Absent where neither the text nor we can tell.
    #[serde(rename = "developpe", default)]
    pub expansion: Option<String>,
    #[serde(rename = "origine")]
    pub origin: Origin,
    /// The words of the adopted text that expand it, when `origine` is `texte`.
    #[serde(default)]
    pub citation: Option<String>,
    #[serde(default)]
    pub page: Option<u16>,
    /// Ours.
    #[serde(default)]
    pub definition: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    Texte,
    Nous,
}

/// An entry of `signalements.json`: what is inconsistent or mistyped in the adopted text.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportFile {
    pub id: String,
    pub genre: ReportKind,
    /// Ours.
    #[serde(rename = "titre")]
    pub title: String,
    /// Ours.
    #[serde(rename = "explication")]
    pub explanation: String,
    pub citations: Vec<QuoteFile>,
    #[serde(default)]
    pub correction: Option<CorrectionFile>,
    #[serde(rename = "mesures", default)]
    pub measures: Vec<u16>,
    #[serde(rename = "objectifs", default)]
    pub targets: Vec<String>,
    #[serde(rename = "chiffres", default)]
    pub figures: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ReportKind {
    Incoherence,
    Coquille,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CorrectionFile {
    /// As the adopted text has it.
    pub source: String,
    #[serde(rename = "corrige")]
    pub corrected: String,
}

/// An entry of `versions.json`, latest first.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VersionFile {
    /// ISO 8601.
    pub date: String,
    /// What changed in the data, a sentence each.
    #[serde(rename = "changements")]
    pub changes: Vec<String>,
}

binary! {
    enum Link { Target, Associate }
    enum ReportKind { Incoherence, Coquille }
}
