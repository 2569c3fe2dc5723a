//! The room a drawing has: letters that fit, and rows whose names stand beside their marks or, in a narrow window, above
//! them. The browser that will draw is not known here: letters have a mean width.

use super::frame::{names, set_axis, set_axis_label};
use super::look::Style;
use charming::component::{Axis, Grid};
use serde_json::{Value, json};

/// Width of a letter, and height of a line, in sizes of the text.
const LETTER: f64 = 0.58;
const LINE: f64 = 1.35;

/// Most lines of a name.
const LINES: usize = 3;

/// Width of a legend's sample and of what parts it from the next entry.
const SAMPLE: f64 = 40.0;

/// Space that keeps marks off the edges, in pixels.
pub const EDGE: f64 = 8.0;

pub struct Room {
    pub style: Style,
    /// Of the figure, in pixels.
    pub width: f64,
}

impl Room {
    /// Whether names and marks side by side would leave too little to both.
    pub fn narrow(&self) -> bool {
        self.width < 36.0 * self.style.text
    }

    pub fn line(&self) -> f64 {
        LINE * self.style.text
    }

    pub fn letters(&self, pixels: f64) -> usize {
        (pixels / (LETTER * self.style.text)).max(1.0) as usize
    }

    pub fn pixels(&self, letters: usize) -> f64 {
        LETTER * self.style.text * letters as f64
    }

    /// Height of a legend, on the lines it needs.
    pub fn legend<'a>(&self, names: impl Iterator<Item = &'a str>) -> f64 {
        let (mut lines, mut taken) = (1.0, 0.0);
        for name in names {
            let one = SAMPLE + self.pixels(name.chars().count());
            if taken > 0.0 && taken + one > self.width {
                (lines, taken) = (lines + 1.0, 0.0);
            }
            taken += one;
        }
        lines * (self.line() + 10.0)
    }
}

/// The rows of a drawing, first at the top.
pub struct Rows {
    names: Vec<String>,
    above: bool,
    /// Lines of the tallest name.
    lines: f64,
    line: f64,
    /// Height of what is drawn on a row.
    marks: f64,
    left: f64,
}

impl Rows {
    /// In a narrow window names stand above their marks; elsewhere they take a third of the width at most.
    pub fn new<'a>(room: &Room, labels: impl Iterator<Item = &'a str>, marks: f64) -> Rows {
        let above = room.narrow();
        let letters = room.letters(if above { room.width } else { 0.33 * room.width });
        let names: Vec<String> = labels.map(|label| wrap(label, letters, LINES)).collect();
        let lines = names.iter().map(|name| name.lines().count()).max().unwrap_or(1) as f64;
        let left = if above { 0.0 } else { room.pixels(longest(&names)) + 1.5 * EDGE };
        Rows { names, above, lines, line: room.line(), marks, left }
    }

    pub fn is_above(&self) -> bool {
        self.above
    }

    /// Where the marks start.
    pub fn left(&self) -> f64 {
        self.left
    }

    /// From one row to the next.
    pub fn pitch(&self) -> f64 {
        match self.above {
            // Its name, its marks, and what parts it from the row before.
            true => self.marks + (self.lines + 0.8) * self.line,
            false => self.marks.max(self.lines * self.line) + 0.5 * self.line,
        }
    }

    /// What the first name needs above its own row.
    pub fn over(&self) -> f64 {
        if self.above { (0.5 * (self.lines - 0.8) * self.line + 4.0).max(0.0) } else { 0.0 }
    }

    pub fn height(&self) -> f64 {
        self.over() + self.pitch() * self.names.len() as f64
    }

    /// From the top of the first row to the bottom of the last, between what stands above and on the right.
    pub fn grid(&self, top: f64, right: f64) -> Grid {
        Grid::new().left(self.left).top(top + self.over()).right(right).bottom(EDGE)
    }

    pub fn axis(&self, style: &Style) -> Axis {
        names(style, self.names.clone()).inverse(true)
    }

    /// Where the names stand, which charming has no words for.
    pub fn place(&self, option: &mut Value, style: &Style) {
        set_axis_label(option, "yAxis", &[("lineHeight", json!(self.line))]);
        if !self.above {
            return;
        }
        let under = 0.5 * self.marks + 3.0;
        let fields = [
            ("inside", json!(true)),
            ("margin", json!(0)),
            ("align", json!("left")),
            ("verticalAlign", json!("bottom")),
            ("padding", json!([0, 0, under, 0])),
            // What is drawn across a name leaves it readable.
            ("textBorderColor", json!(style.surface)),
            ("textBorderWidth", json!(3)),
        ];
        set_axis_label(option, "yAxis", &fields);
        set_axis(option, "yAxis", "z", json!(3));
    }
}

/// Letters of the longest line.
pub fn longest<S: AsRef<str>>(texts: &[S]) -> usize {
    texts.iter().flat_map(|text| text.as_ref().lines()).map(|line| line.chars().count()).max().unwrap_or(0)
}

/// A text on lines of so many letters, cut between words; what does not fit ends with « … ».
pub fn wrap(text: &str, letters: usize, lines: usize) -> String {
    let length = |text: &str| text.chars().count();
    let mut done: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match done.last_mut() {
            Some(last) if length(last) + 1 + length(word) <= letters => {
                last.push(' ');
                last.push_str(word);
            }
            _ => done.push(word.to_owned()),
        }
    }
    let over = done.len() > lines;
    done.truncate(lines);
    if let Some(last) = done.last_mut().filter(|_| over) {
        last.push('…');
    }
    for line in &mut done {
        if length(line) > letters {
            *line = line.trim_end_matches('…').chars().take(letters.saturating_sub(1)).chain(['…']).collect();
        }
    }
    done.join("\n")
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn a_text_is_cut_between_words_and_says_what_it_lost() {
        assert_eq!(wrap("Porteurs de projet", 40, 1), "Porteurs de projet");
        assert_eq!(wrap("Porteurs de projet", 12, 2), "Porteurs de\nprojet");
        assert_eq!(wrap("Porteurs de projet", 12, 1), "Porteurs de…");
        assert_eq!(wrap("Porteurs de projet", 11, 1), "Porteurs d…");
        assert_eq!(wrap("Intercommunalités", 9, 2), "Intercom…");
        assert_eq!(wrap("", 9, 2), "");
    }
}
