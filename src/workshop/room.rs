//! How much a slide holds, in lines of so many characters: no measure of pixels, so that a deck is the same everywhere.
//!
//! What a page draws must keep to this reckoning: a piece takes a line for its label, then its own; a title takes lines of its
//! own size, which stops growing before the text does. The number of the measure and of the part stand outside.

use super::cutting::lines;

/// The body of a slide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// Characters in a line.
    pub columns: u16,
    pub lines: u16,
}

/// At 100 %.
const COLUMNS: u16 = 64;
const LINES: u16 = 12;

/// A line of a title holds so many characters at least, else a long one would leave no room: its letters stop growing there.
const TITLE_COLUMNS: u16 = 52;

impl Room {
    /// At a size of letters, in percent, from 60 to 200.
    pub fn at(zoom: u16) -> Room {
        let zoom = zoom.clamp(60, 200);
        Room { columns: COLUMNS * 100 / zoom, lines: LINES * 100 / zoom }
    }

    /// Size of the letters of a title, in percent of those of the text.
    pub fn title_percent(self) -> usize {
        (usize::from(self.columns.max(1)) * 100).div_ceil(self.title_columns())
    }

    fn title_columns(self) -> usize {
        usize::from(self.columns.max(TITLE_COLUMNS))
    }

    /// Lines of text that a title takes the place of, on the first part of a measure or in the agenda.
    pub fn title_lines(self, title: &str) -> usize {
        (lines(title, self.title_columns()) * self.title_percent()).div_ceil(100)
    }

    /// Lines that a piece takes, its label with it.
    pub fn piece_lines(self, text: &str) -> usize {
        1 + lines(text, usize::from(self.columns))
    }
}
