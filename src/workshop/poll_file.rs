//! A poll in the file of a workshop. What it says is judged as what is entered in the room is.

use super::allowed;
use super::poll::{Ballot, Entry, Kind, MOST_BALLOTS, Method, Poll, Voter};
use crate::editing::field::{Named, checked, distinct, keys, short, within};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub(super) struct PollFile(pub Poll);

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Fields {
    #[serde(deserialize_with = "id")]
    numero: u32,
    #[serde(deserialize_with = "short")]
    question: String,
    #[serde(deserialize_with = "kind")]
    genre: String,
    /// Dots of each voter; without it, hands are counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    gommettes: Option<DotsFile>,
    #[serde(default)]
    mesures: Vec<u16>,
    #[serde(default)]
    revele: bool,
    #[serde(default, deserialize_with = "distinct")]
    bulletins: Vec<BallotFile>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct DotsFile {
    nombre: u8,
    #[serde(deserialize_with = "voter")]
    pour: String,
}

/// Which fields there are says what it is.
#[derive(Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct BallotFile {
    #[serde(deserialize_with = "id")]
    numero: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    mesure: Option<u16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    mains: Option<u32>,
    /// Pairs of a measure and its dots.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    gommettes: Option<Vec<(u16, u8)>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    impact: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    effort: Option<u8>,
    #[serde(default, deserialize_with = "idea", skip_serializing_if = "Option::is_none")]
    idee: Option<String>,
}

impl Named for BallotFile {
    const MOST: usize = MOST_BALLOTS;

    fn name(&self) -> String {
        self.numero.to_string()
    }
}

impl Serialize for PollFile {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let PollFile(poll) = self;
        let gommettes = match poll.method {
            Method::Hands => None,
            Method::Dots { each, by } => Some(DotsFile { nombre: each, pour: by.key().to_owned() }),
        };
        let fields = Fields {
            numero: poll.id,
            question: poll.question.clone(),
            genre: poll.kind.key().to_owned(),
            gommettes,
            mesures: poll.subjects.clone(),
            revele: poll.revealed,
            bulletins: poll.ballots.iter().map(written).collect(),
        };
        fields.serialize(to)
    }
}

impl<'de> Deserialize<'de> for PollFile {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<PollFile, D::Error> {
        let poll = poll(Fields::deserialize(from)?).map_err(D::Error::custom)?;
        allowed::poll(&poll).map_err(D::Error::custom)?;
        Ok(PollFile(poll))
    }
}

fn poll(fields: Fields) -> Result<Poll, String> {
    // Kind and voter were read by their own readers already.
    let dots =
        |dots: DotsFile| Voter::by_key(&dots.pour).map_or(Method::Hands, |by| Method::Dots { each: dots.nombre, by });
    Ok(Poll {
        id: fields.numero,
        question: fields.question,
        kind: Kind::by_key(&fields.genre).unwrap_or(Kind::Priority),
        method: fields.gommettes.map_or(Method::Hands, dots),
        subjects: fields.mesures,
        ballots: fields.bulletins.into_iter().map(ballot).collect::<Result<_, String>>()?,
        revealed: fields.revele,
    })
}

fn written(ballot: &Ballot) -> BallotFile {
    let empty = BallotFile { numero: ballot.id, ..BallotFile::default() };
    match &ballot.entry {
        &Entry::Hands { subject, hands } => BallotFile { mesure: Some(subject), mains: Some(hands), ..empty },
        Entry::Dots(dots) => BallotFile { gommettes: Some(dots.clone()), ..empty },
        &Entry::Place { subject, impact, effort } => {
            BallotFile { mesure: Some(subject), impact: Some(impact), effort: Some(effort), ..empty }
        }
        Entry::Idea(text) => BallotFile { idee: Some(text.clone()), ..empty },
    }
}

fn ballot(file: BallotFile) -> Result<Ballot, String> {
    let BallotFile { numero, mesure, mains, gommettes, impact, effort, idee } = file;
    let entry = match (mesure, mains, gommettes, (impact, effort), idee) {
        (Some(subject), Some(hands), None, (None, None), None) => Entry::Hands { subject, hands },
        (None, None, Some(dots), (None, None), None) => Entry::Dots(dots),
        (Some(subject), None, None, (Some(impact), Some(effort)), None) => Entry::Place { subject, impact, effort },
        (None, None, None, (None, None), Some(text)) => Entry::Idea(text),
        _ => {
            return Err(format!(
                "bulletin\u{a0}{numero}, on attend «\u{a0}mesure\u{a0}» et «\u{a0}mains\u{a0}», «\u{a0}gommettes\u{a0}», «\u{a0}mesure\u{a0}», «\u{a0}impact\u{a0}» et «\u{a0}effort\u{a0}», ou «\u{a0}idee\u{a0}»"
            ));
        }
    };
    Ok(Ballot { id: numero, entry })
}

fn id<'de, D: Deserializer<'de>>(from: D) -> Result<u32, D::Error> {
    within(from, 1, u32::MAX)
}

fn kind<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    let known = |text: &str| Kind::by_key(text).map(|_| text.to_owned());
    checked(from, known, &keys(Kind::ALL.iter().map(|kind| kind.key())))
}

fn voter<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    let known = |text: &str| Voter::by_key(text).map(|_| text.to_owned());
    checked(from, known, &keys(Voter::ALL.iter().map(|voter| voter.key())))
}

fn idea<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    short(from).map(Some)
}
