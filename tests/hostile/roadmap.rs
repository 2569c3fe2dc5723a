//! Files of roadmaps, from a disk or from the device's own store, that people and machines have been at.

use crate::cases;
use crate::memory::peak;
use crate::random::{roadmap, row};
use crate::spoil::{spoilt, ways};
use explorateur_sress::roadmap::edit::Edit;
use explorateur_sress::roadmap::file;
use explorateur_sress::roadmap::merge::{Source, conflicts, lines, tallies};
use explorateur_sress::roadmap::terms::Field;
use proptest::prelude::*;

proptest! {
    #![proptest_config(cases(400))]

    /// Refused with words, or read to something that is written and read back the same; never a panic, never much memory.
    #[test]
    fn a_spoilt_file_is_refused_or_read(roadmap in roadmap(), ways in ways(), at in any::<prop::sample::Index>()) {
        let text = spoilt(&file::write(&roadmap, "Une stratégie"), &ways);
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

    /// Any files together: no line is lost, none is counted twice.
    #[test]
    fn any_roadmaps_are_put_together(all in prop::collection::vec(roadmap(), 0..4)) {
        let sources: Vec<Source> =
            all.into_iter().enumerate().map(|(n, roadmap)| Source { file: format!("{n}.json"), roadmap }).collect();
        let rows: usize = sources.iter().map(|s| s.roadmap.rows.len()).sum();
        let said: usize = lines(&sources).iter().map(|line| line.said.len()).sum();
        let counted: usize = tallies(&sources).iter().flat_map(|tally| tally.lines).sum();
        prop_assert_eq!((said, counted), (rows, rows));
        for conflict in conflicts(&sources) {
            let [(one, first), (other, second)] = conflict.said;
            prop_assert!(one < other && first != second);
        }
    }

    /// Whatever is done in whatever order.
    #[test]
    fn no_edit_breaks_the_order_of_the_lines(start in roadmap(), rows in prop::collection::vec((row(), 0usize..9), 1..8)) {
        let mut roadmap = start;
        for (row, place) in rows {
            let (subject, text) = (row.subject, row.text(Field::Notes).to_owned());
            let edits = [
                Edit::Text(subject, Field::Notes, text),
                Edit::Status(subject, row.status),
                Edit::Move(subject.measure, place),
                Edit::Add(vec![row]),
            ];
            for edit in edits {
                edit.apply(&mut roadmap);
            }
            let mut measures = roadmap.measures();
            measures.sort_unstable();
            measures.dedup();
            prop_assert_eq!(measures.len(), roadmap.measures().len(), "lines of a measure stand together");
        }
    }
}
