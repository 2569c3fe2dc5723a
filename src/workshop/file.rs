//! The file of a workshop: JSON with French keys, written and read back to the same value.
//!
//! Reading is total, as that of a roadmap: nothing is guessed or left out.

use super::moment::Moment;
use super::poll::MOST_PEOPLE;
use super::poll_file::PollFile;
use super::session::{MOST_MINUTES, MOST_POLLS, MOST_SLIDES, Workshop, is_key};
use crate::editing::field::{Named, checked, distinct, short, within};
use crate::editing::open::{Format, open};
pub use crate::editing::refusal::{LARGEST, Refusal};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

const FORMAT: Format = Format { name: "explorateur-sress/atelier", version: 1, label: "un atelier" };

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WorkshopFile {
    format: String,
    version: u32,
    /// For who opens the file by hand.
    #[serde(default)]
    strategie: String,
    #[serde(deserialize_with = "short")]
    titre: String,
    #[serde(default, deserialize_with = "short")]
    lieu: String,
    #[serde(default, deserialize_with = "people", skip_serializing_if = "Option::is_none")]
    presents: Option<u32>,
    #[serde(default, deserialize_with = "maybe_moment", skip_serializing_if = "Option::is_none")]
    debut: Option<String>,
    #[serde(default, deserialize_with = "maybe_moment", skip_serializing_if = "Option::is_none")]
    fin: Option<String>,
    #[serde(default, deserialize_with = "short")]
    vue: String,
    #[serde(default, deserialize_with = "distinct")]
    montrees: Vec<ShownFile>,
    #[serde(default, deserialize_with = "distinct")]
    notes: Vec<NoteFile>,
    #[serde(default, deserialize_with = "distinct")]
    minutage: Vec<MinutesFile>,
    #[serde(default, deserialize_with = "distinct")]
    votes: Vec<PollFile>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ShownFile {
    #[serde(deserialize_with = "slide")]
    diapo: String,
    #[serde(deserialize_with = "moment")]
    le: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct NoteFile {
    #[serde(deserialize_with = "slide")]
    diapo: String,
    #[serde(deserialize_with = "note")]
    texte: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct MinutesFile {
    #[serde(deserialize_with = "slide")]
    diapo: String,
    #[serde(deserialize_with = "minutes")]
    minutes: u16,
}

impl Named for ShownFile {
    const MOST: usize = MOST_SLIDES;

    fn name(&self) -> String {
        self.diapo.clone()
    }
}

impl Named for NoteFile {
    const MOST: usize = MOST_SLIDES;

    fn name(&self) -> String {
        self.diapo.clone()
    }
}

impl Named for MinutesFile {
    const MOST: usize = MOST_SLIDES;

    fn name(&self) -> String {
        self.diapo.clone()
    }
}

impl Named for PollFile {
    const MOST: usize = MOST_POLLS;

    fn name(&self) -> String {
        self.0.id.to_string()
    }
}

/// The text of the file; `strategy` is the title of the strategy it is about.
pub fn write(workshop: &Workshop, strategy: &str) -> String {
    let iso = |moment: Option<Moment>| moment.map(|m| m.to_string());
    let shown = |(slide, at): &(String, Moment)| ShownFile { diapo: slide.clone(), le: at.to_string() };
    let note = |(slide, text): (&String, &String)| NoteFile { diapo: slide.clone(), texte: text.clone() };
    let planned = |(slide, minutes): (&String, &u16)| MinutesFile { diapo: slide.clone(), minutes: *minutes };
    let file = WorkshopFile {
        format: FORMAT.name.to_owned(),
        version: FORMAT.version,
        strategie: strategy.to_owned(),
        titre: workshop.title.clone(),
        lieu: workshop.place.clone(),
        presents: workshop.attendance,
        debut: iso(workshop.started),
        fin: iso(workshop.ended),
        vue: workshop.view.clone(),
        montrees: workshop.shown.iter().map(shown).collect(),
        notes: workshop.notes.iter().map(note).collect(),
        minutage: workshop.agenda.iter().map(planned).collect(),
        votes: workshop.polls.iter().cloned().map(PollFile).collect(),
    };
    // Texts and numbers only: nothing in it can fail to be written.
    serde_json::to_string_pretty(&file).unwrap_or_default()
}

/// Reads a file, as bytes since one may choose any.
pub fn read(bytes: &[u8]) -> Result<Workshop, Refusal> {
    open(bytes, &FORMAT).map(workshop)
}

/// Each field was read by its own reader already.
fn workshop(file: WorkshopFile) -> Workshop {
    let moment = |text: Option<String>| text.as_deref().and_then(Moment::parse);
    Workshop {
        title: file.titre,
        place: file.lieu,
        attendance: file.presents,
        started: moment(file.debut),
        ended: moment(file.fin),
        view: file.vue,
        shown: file.montrees.into_iter().filter_map(|shown| Some((shown.diapo, Moment::parse(&shown.le)?))).collect(),
        notes: file.notes.into_iter().map(|note| (note.diapo, note.texte)).collect(),
        agenda: file.minutage.into_iter().map(|planned| (planned.diapo, planned.minutes)).collect(),
        polls: file.votes.into_iter().map(|PollFile(poll)| poll).collect(),
    }
}

fn moment<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    let known = |text: &str| Moment::parse(text).map(|_| text.to_owned());
    checked(from, known, "une date et une heure («\u{a0}2027-03-15T14:05:09\u{a0}»)")
}

fn maybe_moment<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    moment(from).map(Some)
}

fn people<'de, D: Deserializer<'de>>(from: D) -> Result<Option<u32>, D::Error> {
    within(from, 0, MOST_PEOPLE).map(Some)
}

fn minutes<'de, D: Deserializer<'de>>(from: D) -> Result<u16, D::Error> {
    within(from, 0, MOST_MINUTES.into()).map(|minutes| minutes as u16)
}

fn slide<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    let known = |text: &str| is_key(text).then(|| text.to_owned());
    checked(from, known, "le nom d’une diapositive («\u{a0}mesure-8\u{a0}»)")
}

fn note<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    match short(from)? {
        empty if empty.is_empty() => Err(D::Error::custom("la note est vide")),
        text => Ok(text),
    }
}
