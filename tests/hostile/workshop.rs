//! Files of workshops, from a disk or from the device's own store, that people and machines have been at.

use crate::cases;
use crate::memory::peak;
use crate::random::{deed, workshop};
use crate::spoil::{spoilt, ways};
use crate::support::CORPUS;
use explorateur_sress::workshop::count::{results, top, voters};
use explorateur_sress::workshop::{file, minutes, tables};
use proptest::prelude::*;

proptest! {
    #![proptest_config(cases(400))]

    /// Refused with words, or read to something that is written and read back the same; never a panic, never much memory.
    #[test]
    fn a_spoilt_file_is_refused_or_read(workshop in workshop(), ways in ways(), at in any::<prop::sample::Index>()) {
        let text = spoilt(&file::write(&workshop, "Une stratégie"), &ways);
        let (read, held) = peak(|| file::read(text.as_bytes()));
        prop_assert!(held <= 200_000 + 60 * text.len(), "{held} octets : {text:.200}");
        match read {
            Ok(read) => prop_assert_eq!(file::read(file::write(&read, "").as_bytes()), Ok(read)),
            Err(refusal) => prop_assert!(refusal.message().ends_with('.'), "{:?}", refusal),
        }
        // Cut anywhere, even within a letter.
        let bytes = text.as_bytes();
        let _ = file::read(&bytes[..at.index(bytes.len() + 1)]);
    }

    /// What a spoilt file still says is counted, printed and gone on with like any other.
    #[test]
    fn what_was_read_is_as_good_as_what_was_done(workshop in workshop(), ways in ways(), deeds in prop::collection::vec(deed(), 1..8)) {
        let Ok(mut read) = file::read(spoilt(&file::write(&workshop, ""), &ways).as_bytes()) else { return Ok(()) };
        for deed in deeds {
            let refused = deed.refused(&read).is_some();
            prop_assert!(!(deed.apply(&mut read) && refused));
        }
        for poll in &read.polls {
            let _ = (results(poll), voters(poll), top(poll, 3));
        }
        let _ = (minutes::document(&CORPUS, &read), tables::workbook(&CORPUS, &read));
        prop_assert_eq!(file::read(file::write(&read, "").as_bytes()), Ok(read));
    }
}

/// The dearest files there are: lists of the shortest items, none like another.
#[test]
fn a_long_list_of_short_things_is_refused_and_asks_for_little() {
    let head = r#"{"format":"explorateur-sress/atelier","version":1,"titre":"","#;
    let poll = r#""votes":[{"numero":1,"question":"","genre":"priorite","gommettes":{"nombre":20,"pour":"table"},"#;
    type Item = fn(usize) -> String;
    let lists: [(String, Item, &str, &str); 4] = [
        (
            format!("{head}\"notes\":["),
            |n| format!(r#"{{"diapo":"a{n}","texte":"x"}}"#),
            "]}",
            "champ « notes[2000] » : il y en a plus de 2 000.",
        ),
        (
            format!("{head}{poll}\"bulletins\":["),
            |n| format!(r#"{{"numero":{n},"gommettes":[]}}"#),
            "]}]}",
            "champ « votes[0].bulletins[2000] » : il y en a plus de 2 000.",
        ),
        (format!("{head}{poll}\"mesures\":["), |n| n.to_string(), "]}]}", "plus de 500 mesures."),
        (
            format!("{head}{poll}\"bulletins\":[{{\"numero\":1,\"gommettes\":["),
            |n| format!("[{n},1]"),
            "]}]}]}",
            "la mesure 1 n’est pas dans ce vote.",
        ),
    ];
    for (start, item, end, told) in lists {
        let text = start + &(1..=60_000).map(item).collect::<Vec<_>>().join(",") + end;
        let (read, held) = peak(|| file::read(text.as_bytes()));
        let why = read.map_err(|refusal| refusal.message().replace(['\u{a0}', '\u{202f}'], " "));
        assert!(why.as_ref().is_err_and(|why| why.ends_with(told)), "{why:?}");
        assert!(held <= 200_000 + 20 * text.len(), "{held} octets pour {}", text.len());
    }
}
