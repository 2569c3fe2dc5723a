//! How the strategy travels as bytes: from `build.rs` to the page, from the page to its charts.
//!
//! Numbers and text lie apart, each kind in its own stream, because like compresses well beside like. Reading is total:
//! a reader that meets a fault remembers it and goes on with zeros, so that no type carries a path for errors.
//! Deliberately absent: names, types and sizes; both ends are the same build, and the first byte tells when they are not.

/// Form of the bytes, and the first of them.
const VERSION: u8 = 1;

/// Ends each text: a byte that UTF-8 never has.
const END: u8 = 0xff;

/// Kinds of value kept apart.
#[derive(Clone, Copy)]
pub enum Stream {
    /// Choices: booleans, presence, variants.
    Choice,
    /// Lengths of lists.
    Length,
    /// Small numbers, places in lists among them.
    Number,
    /// Places in a text.
    Place,
    Text,
    /// Texts that the prerendered page shows too, whole and in this order: the last bytes, so that they can be left out
    /// where the page itself gives them back.
    Printed,
}

const STREAMS: usize = 6;

/// Bytes in memory for one written: an absent number with its text takes 32.
const WIDEST: usize = 48;

/// Collects the bytes of values.
#[derive(Default)]
pub struct Writer {
    streams: [Vec<u8>; STREAMS],
}

/// Gives values back in the order they were written.
pub struct Reader<'a> {
    streams: [&'a [u8]; STREAMS],
    /// Set by the first fault: what is read from then on means nothing.
    faulty: bool,
}

/// What is written and read field by field.
pub trait Binary: Sized {
    fn write(&self, to: &mut Writer);

    /// Any value will do once the reader is faulty, provided it is small.
    fn read(from: &mut Reader) -> Self;
}

pub fn to_bytes<T: Binary>(value: &T) -> Vec<u8> {
    let mut writer = Writer::default();
    value.write(&mut writer);
    writer.finish()
}

/// `None` when the bytes are cut, damaged, too many, or of another version.
pub fn from_bytes<T: Binary>(bytes: &[u8]) -> Option<T> {
    let mut reader = Reader::new(bytes)?;
    let value = T::read(&mut reader);
    reader.is_done().then_some(value)
}

impl Writer {
    /// LEB128: seven bits a byte, the lowest first.
    #[inline(never)]
    pub fn number(&mut self, stream: Stream, value: u32) {
        push_number(&mut self.streams[stream as usize], value);
    }

    #[inline(never)]
    pub fn text(&mut self, stream: Stream, text: &str) {
        push_text(&mut self.streams[stream as usize], text);
    }

    /// The version, the length of each stream, then the streams.
    fn finish(self) -> Vec<u8> {
        let mut bytes = vec![VERSION];
        for stream in &self.streams {
            push_number(&mut bytes, stream.len() as u32);
        }
        for stream in &self.streams {
            bytes.extend_from_slice(stream);
        }
        bytes
    }
}

fn push_text(bytes: &mut Vec<u8>, text: &str) {
    bytes.extend_from_slice(text.as_bytes());
    bytes.push(END);
}

/// The bytes of texts of the stream `Printed`.
pub fn printed<T: AsRef<str>>(texts: &[T]) -> Vec<u8> {
    let mut bytes = Vec::new();
    texts.iter().for_each(|text| push_text(&mut bytes, text.as_ref()));
    bytes
}

/// Cuts bytes in two: all but the printed texts, and those.
pub fn cut_printed(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let reader = Reader::new(bytes)?;
    bytes.split_at_checked(bytes.len() - reader.streams[Stream::Printed as usize].len())
}

/// FNV-1a, 64 bits: tells contents apart, protects nothing.
pub fn digest(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

fn push_number(bytes: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

/// Takes a number off the front; `None` when it is cut, or longer than 32 bits.
fn take_number(bytes: &mut &[u8]) -> Option<u32> {
    let mut value = 0;
    for shift in [0, 7, 14, 21, 28] {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        value |= u32::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return (shift < 28 || byte < 0x10).then_some(value);
        }
    }
    None
}

impl<'a> Reader<'a> {
    fn new(bytes: &'a [u8]) -> Option<Reader<'a>> {
        let (&VERSION, mut rest) = bytes.split_first()? else { return None };
        let mut lengths = [0; STREAMS];
        for length in &mut lengths {
            *length = take_number(&mut rest)? as usize;
        }
        let mut streams = [&rest[..0]; STREAMS];
        for (stream, length) in streams.iter_mut().zip(lengths) {
            (*stream, rest) = rest.split_at_checked(length)?;
        }
        rest.is_empty().then_some(Reader { streams, faulty: false })
    }

    /// Whether all was read, without a fault.
    fn is_done(&self) -> bool {
        !self.faulty && self.left() == 0
    }

    fn left(&self) -> usize {
        self.streams.iter().map(|s| s.len()).sum()
    }

    /// A number up to `most`.
    #[inline(never)]
    pub fn number(&mut self, stream: Stream, most: u32) -> u32 {
        let read = take_number(&mut self.streams[stream as usize]).filter(|&n| n <= most && !self.faulty);
        self.faulty |= read.is_none();
        read.unwrap_or(0)
    }

    /// A length of list, of items that take `size` bytes in memory. No value takes more than `WIDEST` times the byte it is
    /// written as: a false length asks for no more memory than that, however wide the items.
    #[inline(never)]
    pub fn length(&mut self, size: usize) -> usize {
        let most = self.left().saturating_mul(WIDEST) / size.max(1);
        self.number(Stream::Length, u32::try_from(most).unwrap_or(u32::MAX)) as usize
    }

    #[inline(never)]
    pub fn text(&mut self, stream: Stream) -> String {
        let bytes = self.streams[stream as usize];
        let read = bytes.iter().position(|&b| b == END).and_then(|end| {
            self.streams[stream as usize] = &bytes[end + 1..];
            std::str::from_utf8(&bytes[..end]).ok()
        });
        self.faulty |= read.is_none();
        read.unwrap_or_default().to_owned()
    }
}

pub(crate) use super::binary_types::binary;
