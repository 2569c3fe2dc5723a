//! Where a text breaks: into lines of so many characters, and into pieces of so many lines.
//!
//! Breaks at plain spaces and at ends of paragraphs only, never at a no-break space, nor between a word and the French sign
//! that goes with it, even where the adopted text was typed with a plain space there.

/// Where a text may be cut, from the best place to the last resort.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grade {
    Paragraph,
    Sentence,
    /// After a comma, a semicolon or a colon.
    Clause,
    Word,
}

/// A stretch without a place to break in it, and what is after it.
struct Chunk {
    /// Bytes up to its end, without the separator.
    end: usize,
    /// Characters.
    length: usize,
    /// How well the text is cut after it; none at its very end.
    grade: Option<Grade>,
}

/// Lines a text takes, each filled as far as words allow.
pub(super) fn lines(text: &str, columns: usize) -> usize {
    let mut count = Count::new(columns);
    chunks(text).iter().for_each(|chunk| count.add(chunk));
    count.lines
}

/// Cuts a text so that its head takes at most so many lines: at the best place that fills at least half of them, else at the
/// latest one. Grades beyond `worst` are not taken. What separated the two is in neither.
pub(super) fn split(text: &str, columns: usize, most: usize, worst: Grade) -> Option<(&str, &str)> {
    let mut count = Count::new(columns);
    // Of each grade, the latest place that fits.
    let mut best: [Option<(usize, usize)>; 4] = [None; 4];
    for chunk in chunks(text) {
        count.add(&chunk);
        let Some(grade) = chunk.grade.filter(|_| count.lines <= most) else { break };
        best[grade as usize] = Some((chunk.end, count.lines));
    }
    let allowed = best.iter().take(worst as usize + 1).flatten();
    let full = allowed.clone().find(|(_, lines)| lines * 2 >= most);
    let (at, _) = full.or(allowed.max_by_key(|(at, _)| *at))?;
    Some((text.get(..*at)?, text.get(at + 1..)?))
}

/// Cuts a word that no place holds.
pub(super) fn split_word(text: &str, columns: usize, most: usize) -> Option<(&str, &str)> {
    let (at, _) = text.char_indices().nth((columns.max(1) * most).max(1))?;
    Some(text.split_at(at))
}

fn chunks(text: &str) -> Vec<Chunk> {
    let mut chunks = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        if let Some(grade) = grade(text, at, c) {
            let length = text.get(start..at).map_or(0, |chunk| chunk.chars().count());
            chunks.push(Chunk { end: at, length, grade: Some(grade) });
            start = at + 1;
        }
    }
    let length = text.get(start..).map_or(0, |chunk| chunk.chars().count());
    chunks.push(Chunk { end: text.len(), length, grade: None });
    chunks
}

/// How well the text is cut at a character; none where it must not be.
fn grade(text: &str, at: usize, c: char) -> Option<Grade> {
    if c == '\n' {
        return Some(Grade::Paragraph);
    }
    if c != ' ' {
        return None;
    }
    let before = text.get(..at)?.chars().next_back()?;
    let after = text.get(at + 1..)?.chars().next()?;
    match (before, after) {
        (_, ':' | ';' | '!' | '?' | '»' | '%' | ' ' | '\n') | ('«' | ' ' | '\n', _) => None,
        ('.' | '!' | '?' | '…', after) if !after.is_lowercase() => Some(Grade::Sentence),
        (',' | ';' | ':', _) => Some(Grade::Clause),
        _ => Some(Grade::Word),
    }
}

struct Count {
    columns: usize,
    lines: usize,
    /// Characters on the last line.
    used: usize,
    /// Whether the next chunk starts a line whatever room is left.
    fresh: bool,
}

impl Count {
    fn new(columns: usize) -> Count {
        Count { columns: columns.max(1), lines: 0, used: 0, fresh: true }
    }

    fn add(&mut self, chunk: &Chunk) {
        if self.fresh || self.used + 1 + chunk.length > self.columns {
            // A chunk longer than a line goes on over the next ones.
            let more = chunk.length.saturating_sub(1) / self.columns;
            self.lines += 1 + more;
            self.used = chunk.length - more * self.columns;
        } else {
            self.used += 1 + chunk.length;
        }
        self.fresh = chunk.grade == Some(Grade::Paragraph);
    }
}
