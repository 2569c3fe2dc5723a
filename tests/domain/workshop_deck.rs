//! Slides: none holds more than the room, and together they hold every official word.

use crate::support::{CORPUS, no_fault, root, sources};
use explorateur_sress::domain::chart::Chart;
use explorateur_sress::domain::corpus::{Corpus, MeasureIdx};
use explorateur_sress::domain::passage::Role;
use explorateur_sress::domain::stage::Slide;
use explorateur_sress::workshop::deck::{Body, Card, Piece, PieceRole, Plan, agenda_line, at, deck};
use explorateur_sress::workshop::room::Room;
use proptest::prelude::*;

fn other() -> Corpus {
    Corpus::from_json(&sources(&root().join("tests/autre"))).expect("another strategy")
}

/// Every measure, a chart and two polls.
fn plan(corpus: &Corpus) -> Plan {
    Plan { measures: corpus.measure_indices().collect(), chart: Some(Chart::Structure), votes: 2 }
}

/// As a browser fills lines: at any plain space, over a word too long for a line.
fn wrapped(text: &str, columns: usize) -> usize {
    let mut lines = 0;
    for paragraph in text.split('\n') {
        let mut used = columns;
        lines += usize::from(paragraph.is_empty());
        for word in paragraph.split(' ').map(|word| word.chars().count()) {
            if used + 1 + word <= columns {
                used += 1 + word;
            } else {
                lines += word.div_ceil(columns).max(1);
                used = if word % columns == 0 && word > 0 { columns } else { word % columns };
            }
        }
    }
    lines
}

/// Lines of a title, whose letters stop growing before the text's.
fn title_lines(title: &str, room: Room) -> f64 {
    let columns = usize::from(room.columns);
    let own = columns.max(52);
    wrapped(title, own) as f64 * columns as f64 / own as f64
}

fn used(corpus: &Corpus, card: &Card, room: Room) -> f64 {
    match (&card.body, card.slide) {
        (Body::Agenda(measures), _) => measures.iter().map(|&at| title_lines(&agenda_line(corpus, at), room)).sum(),
        (Body::Measure(pieces), Slide::Measure(at, part)) => {
            let title = corpus.measure(at).map_or("", |m| m.title());
            let title = if part == 1 { title_lines(title, room) } else { 0.0 };
            title + pieces.iter().map(|p| 1 + wrapped(&p.text, room.columns.into())).sum::<usize>() as f64
        }
        _ => 0.0,
    }
}

/// Whether the last part is the last line of something.
fn left_alone(card: &Card, room: Room) -> bool {
    let (Slide::Measure(_, part), Body::Measure(pieces)) = (card.slide, &card.body) else { return false };
    let lines: usize = pieces.iter().map(|p| wrapped(&p.text, room.columns.into())).sum();
    part > 1 && part == card.of && lines < 2 && pieces.iter().any(|p| p.continued)
}

fn pieces(deck: &[Card], at: MeasureIdx) -> Vec<&Piece> {
    let of = |card: &&Card| matches!(card.slide, Slide::Measure(same, _) if same == at);
    let bodies = deck.iter().filter(of).map(|card| match &card.body {
        Body::Measure(pieces) => pieces.iter(),
        other => panic!("{other:?}"),
    });
    bodies.flatten().collect()
}

/// Letters without what may be a break, so that a lost or added one shows.
fn letters(text: &str) -> String {
    text.replace([' ', '\n'], "")
}

fn check(corpus: &Corpus, room: Room) -> Vec<String> {
    let cards = deck(corpus, &plan(corpus), room);
    let mut faults = Vec::new();
    for card in &cards {
        if used(corpus, card, room) > f64::from(room.lines) {
            faults.push(format!("{room:?} {:?} : {} lignes", card.slide, used(corpus, card, room)));
        }
        if left_alone(card, room) {
            faults.push(format!("{room:?} {:?} : une ligne seule, {:?}", card.slide, card.body));
        }
    }
    for at in corpus.measure_indices() {
        let measure = corpus.measure(at).expect("a measure");
        let pieces = pieces(&cards, at);
        let said =
            |role: PieceRole| pieces.iter().filter(|p| p.role == role).map(|p| letters(&p.text)).collect::<String>();
        let words = |role: PieceRole| {
            let texts: Vec<&str> = pieces.iter().filter(|p| p.role == role).map(|p| p.text.as_str()).collect();
            texts.join(" ").split_whitespace().map(str::to_owned).collect::<Vec<_>>()
        };
        for passage in measure.passages.iter().filter(|p| p.role != Role::Title) {
            let text = passage.blocks.join("\n");
            let role = PieceRole::Passage(passage.role);
            let whole = words(role) == text.split_whitespace().collect::<Vec<_>>();
            if said(role) != letters(&text) || (room.columns >= 32 && !whole) {
                faults.push(format!("{room:?} mesure {} {:?}", measure.number, passage.role));
            }
        }
        if said(PieceRole::Summary) != letters(&measure.summary) {
            faults.push(format!("{room:?} résumé {}", measure.number));
        }
        // In the order of the text, ours first; what goes on says so, and nothing else does.
        let roles: Vec<PieceRole> = pieces.iter().map(|p| p.role).collect();
        let mut order = roles.clone();
        order.dedup();
        let wanted = measure.passages.iter().filter(|p| p.role != Role::Title).map(|p| PieceRole::Passage(p.role));
        let wanted: Vec<PieceRole> = std::iter::once(PieceRole::Summary).chain(wanted).collect();
        let continued = pieces.iter().enumerate().all(|(n, p)| p.continued == (n > 0 && roles[n - 1] == p.role));
        let official = pieces.iter().all(|p| p.official == (p.role != PieceRole::Summary));
        if order != wanted || !continued || !official {
            faults.push(format!("{room:?} ordre {}", measure.number));
        }
    }
    faults
}

#[test]
fn at_any_size_no_slide_exceeds_the_room_no_word_is_lost_and_no_line_is_alone() {
    let other = other();
    let rooms = || (60..=200).map(Room::at);
    let faults = rooms().flat_map(|room| [check(&CORPUS, room), check(&other, room)].concat());
    no_fault(&faults.collect::<Vec<_>>());
}

#[test]
fn the_deck_is_in_order_and_parts_are_numbered() {
    let plan = Plan { measures: vec![MeasureIdx(7), MeasureIdx(2)], chart: Some(Chart::Structure), votes: 2 };
    let cards = deck(&CORPUS, &plan, Room::at(100));
    let mut names: Vec<String> = cards.iter().map(|c| format!("{:?}", c.body).chars().take(4).collect()).collect();
    names.dedup();
    assert_eq!(names, ["Cove", "Agen", "Char", "Meas", "Vote", "End"]);
    let parts: Vec<(Slide, u8)> = cards.iter().map(|c| (c.slide, c.of)).collect();
    for at in [MeasureIdx(7), MeasureIdx(2)] {
        let of = parts.iter().filter(|(slide, _)| matches!(slide, Slide::Measure(same, _) if *same == at));
        let of: Vec<_> = of.collect();
        let wanted: Vec<_> = (1..=of.len() as u8).map(|part| (Slide::Measure(at, part), of.len() as u8)).collect();
        assert_eq!(of, wanted.iter().collect::<Vec<_>>());
    }
    let alone = deck(&CORPUS, &Plan { measures: vec![MeasureIdx(7)], ..Plan::default() }, Room::at(100));
    assert!(alone.iter().all(|card| !matches!(card.body, Body::Agenda(_))), "one measure needs no agenda");
    let empty: Vec<Slide> = deck(&CORPUS, &Plan::default(), Room::at(100)).iter().map(|c| c.slide).collect();
    assert_eq!(empty, [Slide::Cover, Slide::End]);
}

#[test]
fn a_slide_that_is_gone_leaves_one_near() {
    let measures = vec![MeasureIdx(7), MeasureIdx(2)];
    let cards = deck(&CORPUS, &Plan { measures, ..Plan::default() }, Room::at(200));
    let shown = |slide| cards[at(&cards, slide)].slide;
    let last = cards.iter().rfind(|c| matches!(c.slide, Slide::Measure(MeasureIdx(7), _))).expect("parts");
    assert_eq!(shown(Slide::Measure(MeasureIdx(7), 2)), Slide::Measure(MeasureIdx(7), 2));
    assert_eq!(shown(Slide::Measure(MeasureIdx(7), 99)), Slide::Measure(MeasureIdx(7), last.of));
    assert_eq!(shown(Slide::Measure(MeasureIdx(3), 1)), Slide::Agenda(1));
    assert_eq!(shown(Slide::Vote(1)), Slide::Agenda(1));
    assert_eq!(shown(Slide::End), Slide::End);
    let bare = deck(&CORPUS, &Plan::default(), Room::at(100));
    assert_eq!(at(&bare, Slide::Measure(MeasureIdx(3), 1)), 0);
    assert_eq!(at(&[], Slide::End), 0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    /// Rooms of any shape, not only those of a size of letters.
    #[test]
    fn any_room_holds_its_slides(columns in 24u16..150, lines in 6u16..40) {
        prop_assert_eq!(check(&CORPUS, Room { columns, lines }), Vec::<String>::new());
    }
}
