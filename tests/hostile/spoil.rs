//! The ways a text or bytes are spoilt on their way: by hand, by a messenger, by a cut line, by someone who means harm.

use proptest::prelude::*;

/// A place, in 65 536ths of what it is a place in.
pub type At = u16;

/// The place among `count` things, which is never the last bound.
pub fn among(at: At, count: usize) -> usize {
    usize::from(at) * count / 65_536
}

/// Pieces that broke a parser somewhere once: broken and doubled percent encodings, overlong and cut UTF-8, surrogates,
/// marks that turn the text around, marks that do not show, quotes, numbers beyond their type.
const PIECES: [&str; 56] = [
    "%",
    "%%",
    "%2",
    "%zz",
    "%00",
    "%0a",
    "%25",
    "%2525",
    "%26",
    "%3D",
    "%2C",
    "%2B",
    "%23",
    "%3F",
    "%2F",
    "%C3",
    "%C3%A9",
    "%c3%28",
    "%C0%AF",
    "%ED%A0%80",
    "%F0%9F%8C%B1",
    "%FF",
    "%EF%BB%BF",
    "%E2%80%AE",
    "\0",
    "\n",
    "\r\n",
    "\u{7f}",
    "\u{ad}",
    "\u{200b}",
    "\u{200d}",
    "\u{200e}",
    "\u{202e}",
    "\u{2028}",
    "\u{2066}",
    "\u{feff}",
    "\u{fffd}",
    "\u{301}",
    "e\u{301}\u{301}\u{301}",
    "İ",
    "ß",
    "œ",
    "🏴\u{e0067}\u{e007f}",
    "\u{10ffff}",
    "\"",
    "« ",
    " »",
    "\u{201c}",
    "'",
    "<script>",
    "../",
    "+",
    "65536",
    "4294967296",
    "-1",
    "18446744073709551616",
];

/// What cuts an address, a query or a question into its parts.
const CUTS: [char; 9] = ['/', '?', '&', '=', ',', '+', '#', ' ', '"'];

/// One way to spoil a text.
#[derive(Debug, Clone)]
pub enum Way {
    Insert(At, String),
    Drop(At, At),
    /// A stretch, that many times more.
    Repeat(At, At, usize),
    /// Two parts change places.
    Swap(At, At),
    /// Every byte from there on as `%XX`, as many times over as said.
    Encode(At, usize),
    Cut(At),
}

pub fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => prop::sample::select(PIECES.to_vec()).prop_map(str::to_owned),
        2 => prop::sample::select(CUTS.to_vec()).prop_map(String::from),
        2 => any::<char>().prop_map(String::from),
        1 => (prop::sample::select(PIECES.to_vec()), 1..200_usize).prop_map(|(piece, times)| piece.repeat(times)),
    ]
}

fn way() -> impl Strategy<Value = Way> {
    let at = any::<At>;
    prop_oneof![
        6 => (at(), piece()).prop_map(|(at, piece)| Way::Insert(at, piece)),
        2 => (at(), at()).prop_map(|(from, to)| Way::Drop(from, to)),
        2 => (at(), at(), 1..8_usize).prop_map(|(from, to, times)| Way::Repeat(from, to, times)),
        2 => (at(), at()).prop_map(|(one, other)| Way::Swap(one, other)),
        1 => (at(), 1..3_usize).prop_map(|(at, times)| Way::Encode(at, times)),
        1 => at().prop_map(Way::Cut),
    ]
}

/// One to six ways, one after the other.
pub fn ways() -> impl Strategy<Value = Vec<Way>> {
    prop::collection::vec(way(), 1..6)
}

/// What the ways make of a text.
pub fn spoilt(text: &str, ways: &[Way]) -> String {
    // Each way may make it some ten times longer: beyond this the next ones say nothing new.
    ways.iter().fold(text.to_owned(), |text, way| if text.len() > 100_000 { text } else { apply(&text, way) })
}

/// The start of a character, or the end.
fn place(text: &str, at: At) -> usize {
    let mut place = among(at, text.len() + 1);
    while !text.is_char_boundary(place) {
        place -= 1;
    }
    place
}

fn stretch(text: &str, from: At, to: At) -> (usize, usize) {
    let (one, other) = (place(text, from), place(text, to));
    (one.min(other), one.max(other))
}

fn apply(text: &str, way: &Way) -> String {
    match way {
        Way::Insert(at, piece) => {
            let (before, after) = text.split_at(place(text, *at));
            [before, piece, after].concat()
        }
        Way::Drop(from, to) => {
            let (from, to) = stretch(text, *from, *to);
            [&text[..from], &text[to..]].concat()
        }
        Way::Repeat(from, to, times) => {
            let (from, to) = stretch(text, *from, *to);
            [&text[..to], &text[from..to].repeat(*times), &text[to..]].concat()
        }
        Way::Swap(one, other) => {
            let mut parts: Vec<&str> = text.split_inclusive(CUTS).collect();
            if !parts.is_empty() {
                let (one, other) = (among(*one, parts.len()), among(*other, parts.len()));
                parts.swap(one, other);
            }
            parts.concat()
        }
        Way::Encode(at, times) => {
            let (before, after) = text.split_at(place(text, *at));
            let encode = |text: String| text.bytes().map(|b| format!("%{b:02X}")).collect::<String>();
            before.to_owned() + &(0..*times).fold(after.to_owned(), |after, _| encode(after))
        }
        Way::Cut(at) => text[..place(text, *at)].to_owned(),
    }
}

/// How bytes are damaged: some changed, the rest cut off, others added.
#[derive(Debug, Clone)]
pub struct Damage {
    changes: Vec<(At, u8)>,
    /// Where it stops short, if it does.
    end: Option<At>,
    more: Vec<u8>,
}

/// Most of the time the end stays where it was, so that what stands there is read.
pub fn damage() -> impl Strategy<Value = Damage> {
    // Bounds of the numbers' own encoding, and of UTF-8's, more often than the rest.
    let byte = prop_oneof![any::<u8>(), prop::sample::select(vec![0, 1, 0x7f, 0x80, 0x81, 0x8f, 0xc3, 0xf0, 0xff])];
    // The lengths come first, the text last: damage at the start goes further.
    let at = prop_oneof![any::<At>(), 0..300_u16, 0..8_000_u16];
    let end = prop_oneof![6 => Just(None), 1 => any::<At>().prop_map(Some)];
    let more = prop_oneof![6 => Just(Vec::new()), 1 => prop::collection::vec(any::<u8>(), 1..40)];
    (prop::collection::vec((at, byte), 0..8), end, more).prop_map(|(changes, end, more)| Damage { changes, end, more })
}

pub fn damaged(bytes: &[u8], damage: &Damage) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for &(at, byte) in &damage.changes {
        let at = among(at, bytes.len());
        if let Some(there) = bytes.get_mut(at) {
            *there = byte;
        }
    }
    bytes.truncate(damage.end.map_or(bytes.len(), |end| among(end, bytes.len() + 1)));
    bytes.extend_from_slice(&damage.more);
    bytes
}

#[test]
fn each_way_spoils_as_it_says() {
    let check = |way: Way, expected: &str| assert_eq!(apply("é?a=1&b", &way), expected, "{way:?}");
    const HALF: At = 1 << 15;
    check(Way::Insert(0, "%".to_owned()), "%é?a=1&b");
    check(Way::Insert(At::MAX, "%".to_owned()), "é?a=1&b%");
    check(Way::Drop(0, HALF), "=1&b");
    check(Way::Repeat(HALF, At::MAX, 2), "é?a=1&b=1&b=1&b");
    check(Way::Swap(0, At::MAX), "ba=1&é?");
    check(Way::Encode(HALF, 1), "é?a%3D%31%26%62");
    check(Way::Cut(HALF), "é?a");
    let damage = Damage { changes: vec![(0, 9), (At::MAX, 8)], end: Some(HALF), more: vec![7] };
    assert_eq!(damaged(&[1, 2, 3, 4], &damage), [9, 2, 7]);
    assert_eq!(damaged(&[], &damage), [7]);
}
