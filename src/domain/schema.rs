//! The shapes of `public/data/*.json`, exactly as a maintainer edits them: French keys, one struct a shape.
//!
//! Deliberately absent: any rule that spans two files (see `check`) and anything the screen needs (see `corpus`).
//! Unknown keys are refused, so that a mistyped key is an error rather than a silent loss.

use super::binary::binary;
use serde::Deserialize;

/// `strategie.json`: the deliberation, the tree of sections, the targets, the governance.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StrategyFile {
    /// Date of the last change to the data, ISO 8601.
    pub version: String,
    #[serde(rename = "titre")]
    pub title: String,
    /// Name of the explorer, ours; the title when there is none.
    #[serde(rename = "nom", default)]
    pub name: Option<String>,
    #[serde(rename = "sous_titre", default)]
    pub subtitle: Option<String>,
    #[serde(rename = "periode")]
    pub period: PeriodFile,
    #[serde(rename = "auteur")]
    pub author: String,
    /// Outermost level first; a measure hangs from any section, usually of the last level.
    #[serde(rename = "niveaux")]
    pub levels: Vec<LevelFile>,
    #[serde(rename = "vocabulaire")]
    pub vocabulary: VocabularyFile,
    pub sections: Vec<SectionFile>,
    #[serde(rename = "objectifs", default)]
    pub targets: Vec<TargetFile>,
    #[serde(rename = "deliberation", default)]
    pub deliberation: Option<DeliberationFile>,
    /// Who follows and evaluates, quote by quote.
    #[serde(rename = "gouvernance", default)]
    pub governance: Vec<GovernanceFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PeriodFile {
    #[serde(rename = "debut")]
    pub start: u16,
    #[serde(rename = "fin")]
    pub end: u16,
}

/// One level of the tree: « Axe », « Orientation ».
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelFile {
    /// Key in the address and in the published contract.
    #[serde(rename = "cle")]
    pub key: String,
    #[serde(rename = "nom")]
    pub name: String,
    #[serde(rename = "pluriel")]
    pub plural: String,
    #[serde(rename = "numerotation", default)]
    pub numbering: Numbering,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Numbering {
    #[default]
    Arabe,
    Romaine,
}

/// The closed lists of values that other files name by id.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VocabularyFile {
    /// Kinds of action.
    pub natures: Vec<WordFile>,
    /// Kinds of actor, scheme and place, in the order of display.
    pub genres: Vec<WordFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordFile {
    pub id: String,
    #[serde(rename = "nom")]
    pub name: String,
    /// One sentence, ours.
    #[serde(default)]
    pub definition: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectionFile {
    pub id: String,
    #[serde(rename = "niveau")]
    pub level: String,
    #[serde(rename = "numero")]
    pub number: u16,
    #[serde(default)]
    pub parent: Option<String>,
    /// Official title; the capitals of the source are set in lower case, its form kept beside.
    #[serde(rename = "titre")]
    pub title: String,
    #[serde(rename = "titre_source", default)]
    pub title_source: Option<String>,
    pub page: u16,
    /// The gist of the section's introduction, ours.
    #[serde(rename = "resume", default)]
    pub summary: Option<String>,
    /// The section's official paragraphs before its first subsection.
    #[serde(default)]
    pub introduction: Vec<String>,
}

/// A measurable target of a section.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TargetFile {
    pub id: String,
    pub section: String,
    #[serde(rename = "texte")]
    pub text: String,
    pub page: u16,
    #[serde(rename = "type")]
    pub kind: TargetKind,
    #[serde(rename = "unite", default)]
    pub unit: Option<String>,
    #[serde(rename = "depart", default)]
    pub baseline: Option<PointFile>,
    #[serde(rename = "cible", default)]
    pub goal: Option<PointFile>,
    /// What the sentence leaves open (« état des lieux à réaliser »), ours.
    #[serde(rename = "precision", default)]
    pub remark: Option<String>,
    /// A near figure of the panorama (id in `chiffres.json`): the link is ours.
    #[serde(rename = "chiffre_proche", default)]
    pub near_figure: Option<String>,
    /// Measures that serve the target: the link is ours.
    #[serde(rename = "mesures_liees", default)]
    pub measures: Vec<u16>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum TargetKind {
    /// A level to reach, in the unit given.
    Valeur,
    /// A growth or a multiple of a baseline.
    Relatif,
    /// One for each of a set of places or partners.
    Couverture,
    /// No figure at all.
    Qualitatif,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PointFile {
    #[serde(rename = "valeur")]
    pub value: f64,
    #[serde(rename = "annee", default)]
    pub year: Option<u16>,
    #[serde(rename = "citation")]
    pub quote: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeliberationFile {
    #[serde(rename = "numero")]
    pub number: String,
    pub date: String,
    #[serde(rename = "assemblee")]
    pub assembly: String,
    #[serde(rename = "lieu")]
    pub place: String,
    #[serde(rename = "objet")]
    pub subject: String,
    #[serde(rename = "resultat")]
    pub outcome: String,
    pub votes: Vec<VoteFile>,
    /// Legal bases (« Vu … »), quoted.
    pub visas: Vec<String>,
    #[serde(rename = "considerants")]
    pub recitals: Vec<String>,
    pub decision: String,
    pub president: String,
    /// Dated formalities: signed, received by the préfet, published; ISO 8601.
    #[serde(rename = "signature")]
    pub signed: String,
    #[serde(rename = "reception_prefet")]
    pub received: String,
    pub publication: String,
    #[serde(rename = "accuse_reception")]
    pub receipt: String,
    #[serde(rename = "recours")]
    pub appeal: String,
    #[serde(rename = "contact")]
    pub contact: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VoteFile {
    #[serde(rename = "groupe")]
    pub group: String,
    #[serde(rename = "sens")]
    pub side: VoteSide,
    /// Number of votes; a person named alone counts for one.
    #[serde(rename = "voix")]
    pub votes: u16,
    /// A member named alone rather than a group.
    #[serde(rename = "individuel", default)]
    pub single: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum VoteSide {
    Pour,
    Contre,
    Abstention,
}

impl VoteSide {
    pub const fn label(self) -> &'static str {
        match self {
            VoteSide::Pour => "Pour",
            VoteSide::Contre => "Contre",
            VoteSide::Abstention => "Abstention",
        }
    }
}

impl TargetKind {
    pub const fn label(self) -> &'static str {
        match self {
            TargetKind::Valeur => "Valeur à atteindre",
            TargetKind::Relatif => "Évolution",
            TargetKind::Couverture => "Couverture",
            TargetKind::Qualitatif => "Sans chiffre",
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GovernanceFile {
    pub id: String,
    /// Ours.
    #[serde(rename = "titre")]
    pub title: String,
    pub citation: String,
    pub page: u16,
    /// Actors the quote names.
    #[serde(rename = "acteurs", default)]
    pub actors: Vec<String>,
}

binary! {
    enum Numbering { Arabe, Romaine }
    enum TargetKind { Valeur, Relatif, Couverture, Qualitatif }
}
