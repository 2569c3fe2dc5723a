//! The file of a workshop: the same value again, or a reason with its place.

use crate::random::workshop;
use explorateur_sress::workshop::file::{self, LARGEST, Refusal};
use proptest::prelude::*;

/// Refuses the file whose fields are given.
fn refused(fields: &str) -> String {
    let text = format!("{{\"format\":\"explorateur-sress/atelier\",\"version\":1,\"titre\":\"\",\n{fields}}}");
    match file::read(text.as_bytes()) {
        Ok(workshop) => panic!("taken: {workshop:?}"),
        Err(refusal) => refusal.message().replace(['\u{a0}', '\u{202f}'], " "),
    }
}

/// Refuses a poll about measures 1 and 8, with three dots each.
fn poll(ballots: &str) -> String {
    refused(&format!(
        "\"votes\":[{{\"numero\":1,\"question\":\"\",\"genre\":\"priorite\",\"gommettes\":{{\"nombre\":3,\"pour\":\"table\"}},\"mesures\":[1,8],\"bulletins\":[{ballots}]}}]"
    ))
}

#[test]
fn what_is_wrong_in_a_file_is_told_with_its_line_and_its_field() {
    for (fields, told) in [
        (
            r#""debut":"hier""#,
            "ligne 2, champ « debut » : « hier » n’est pas une date et une heure (« 2027-03-15T14:05:09 »).",
        ),
        (r#""presents":-3"#, "ligne 2, champ « presents » : on attend un nombre entier."),
        (r#""presents":200000"#, "ligne 2, champ « presents » : on attend un nombre de 0 à 100 000."),
        (
            r#""notes":[{"diapo":"Mesure 8","texte":"x"}]"#,
            "ligne 2, champ « notes[0].diapo » : « Mesure 8 » n’est pas le nom d’une diapositive (« mesure-8 »).",
        ),
        (r#""notes":[{"diapo":"fin","texte":""}]"#, "ligne 2, champ « notes[0].texte » : la note est vide."),
        (
            r#""notes":[{"diapo":"fin","texte":"a"},{"diapo":"fin","texte":"b"},{"diapo":"vote-1","texte":"c"}]"#,
            "ligne 2, champ « notes[1] » : « fin » y est deux fois.",
        ),
        (
            r#""minutage":[{"diapo":"fin","minutes":9000}]"#,
            "ligne 2, champ « minutage[0].minutes » : on attend un nombre de 0 à 1 440.",
        ),
        (r#""salle":"A""#, "ligne 2, champ « salle » : « salle » n’est pas connu."),
        (
            r#""votes":[{"numero":1,"question":"","genre":"duel"}]"#,
            "ligne 2, champ « votes[0].genre » : « duel » n’est pas « priorite », « matrice » ou « idees ».",
        ),
        (
            r#""votes":[{"numero":1,"question":"","genre":"idees"},{"numero":1,"question":"","genre":"idees"},null]"#,
            "ligne 2, champ « votes[1] » : « 1 » y est deux fois.",
        ),
        (
            r#""votes":[{"numero":0,"question":"","genre":"idees"}]"#,
            "ligne 2, champ « votes[0].numero » : on attend un nombre de 1 à 4 294 967 295.",
        ),
        (
            r#""votes":[{"numero":1,"question":"","genre":"idees","revele":"oui"}]"#,
            "ligne 2, champ « votes[0].revele » : on attend true ou false.",
        ),
    ] {
        assert_eq!(refused(fields), told, "{fields}");
    }
    assert!(refused(r#""votes":[{"numero":1,"#).contains("abîmé"));
}

#[test]
fn ballots_of_a_file_are_judged_as_those_of_the_room() {
    for (ballots, why) in [
        (r#"{"numero":1,"gommettes":[[8,2],[1,2]]}"#, "bulletin 1, 4 gommettes, au plus 3."),
        (r#"{"numero":4,"gommettes":[[8,1],[8,1]]}"#, "bulletin 4, la mesure 8 y est deux fois."),
        (r#"{"numero":4,"gommettes":[[8,0]]}"#, "bulletin 4, la mesure 8 n’y a aucune gommette."),
        (r#"{"numero":4,"gommettes":[[5,1]]}"#, "bulletin 4, la mesure 5 n’est pas dans ce vote."),
        (r#"{"numero":4,"mesure":8,"mains":1}"#, "bulletin 4, ce vote n’attend pas une telle réponse."),
        (r#"{"numero":4,"gommettes":[[8]]}"#, "on attend une paire entre crochets."),
        (r#"{"numero":4,"gommettes":[]},{"numero":4,"gommettes":[]},1"#, "« 4 » y est deux fois."),
    ] {
        let told = poll(ballots);
        assert!(told.starts_with("ligne ") && told.ends_with(why), "{ballots} : {told}");
    }
    assert!(poll(r#"{"numero":4,"mesure":8}"#).contains("bulletin 4, on attend « mesure » et « mains »"));
}

#[test]
fn files_of_others_are_told_from_spoilt_ones() {
    let other = Refusal::OtherFormat { expected: "un atelier" };
    assert_eq!(other.message(), "ce n’est pas un atelier de l’explorateur (fichier .json).");
    for (bytes, refusal) in [
        (&b"{\"a\":1}"[..], other.clone()),
        (include_bytes!("../golden/feuilles/v1.json"), other),
        (b"PK\x03\x04\xff", Refusal::NotText),
        (b"{\"format\":\"explorateur-sress/atelier\",\"version\":2,\"all\":\"else\"}", Refusal::Newer),
        (b"", Refusal::Syntax { line: 1 }),
    ] {
        assert_eq!(file::read(bytes), Err(refusal));
    }
    assert_eq!(file::read(&vec![b' '; LARGEST + 1]), Err(Refusal::TooLarge));
}

/// Written by the first version that was published: it must always open.
#[test]
fn the_first_files_ever_written_still_open() {
    let bytes = include_bytes!("../golden/ateliers/v1.json");
    let workshop = file::read(bytes).expect("it opens");
    assert_eq!((workshop.title.as_str(), workshop.place.as_str()), ("Atelier ESS", "Blois"));
    assert_eq!((workshop.attendance, workshop.duration()), (Some(42), Some(5_400)));
    let ballots: Vec<usize> = workshop.polls.iter().map(|p| p.ballots.len()).collect();
    assert_eq!((ballots, workshop.notes.len(), workshop.shown.len()), (vec![2, 2, 1, 2], 1, 2));
    let text = std::str::from_utf8(bytes).expect("text");
    assert_eq!(file::write(&workshop, "Une stratégie"), text.trim_end());
}

proptest! {
    /// Export, then import: the same value, whatever was done.
    #[test]
    fn a_file_opens_as_it_was_written(workshop in workshop()) {
        let text = file::write(&workshop, "Une stratégie");
        prop_assert_eq!(file::read(text.as_bytes()), Ok(workshop));
    }
}
