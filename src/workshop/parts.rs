//! A measure, or an agenda, cut into parts that a slide can hold.
//!
//! Parts break between passages; a passage is cut only where no slide holds it whole. Then the same number of parts is filled
//! as evenly as it goes, so that the last one is not left with a line.

use super::cutting::{Grade, lines, split, split_word};
use super::deck::{Piece, PieceRole};
use super::room::Room;
use std::ops::Range;

/// Lines of the head of a cut passage, its label with it: fewer are not worth starting it on this part.
const LEAST: usize = 3;

/// A passage as a whole.
pub(super) struct Passage {
    pub role: PieceRole,
    pub text: String,
    pub official: bool,
    /// Lines it takes, its label with them.
    pub need: usize,
}

/// The parts of a measure whose title takes so many lines of the first one. There is at least one, which may hold the title
/// alone.
pub(super) fn parts(passages: &[Passage], title: usize, room: Room) -> Vec<Vec<Piece>> {
    let pieces = |parts: &[Vec<Piece>]| parts.iter().map(Vec::len).sum::<usize>();
    let most = usize::from(room.lines.max(2));
    let greedy = fill(passages, title, room, most);
    let even = (LEAST..most).map(|cap| fill(passages, title, room, cap));
    even.into_iter()
        .find(|even| even.len() == greedy.len() && pieces(even) <= pieces(&greedy))
        .unwrap_or_else(|| greedy.clone())
}

/// Fills parts one after the other up to `cap` lines; a passage that stands alone may take the whole room.
fn fill(passages: &[Passage], title: usize, room: Room, cap: usize) -> Vec<Vec<Piece>> {
    let mut filling = Filling { room, cap, parts: Vec::new(), pieces: Vec::new(), used: title };
    passages.iter().filter(|passage| !passage.text.is_empty()).for_each(|passage| filling.passage(passage));
    filling.turn();
    filling.parts
}

struct Filling {
    room: Room,
    cap: usize,
    parts: Vec<Vec<Piece>>,
    /// Of the part being filled.
    pieces: Vec<Piece>,
    /// Lines of it.
    used: usize,
}

impl Filling {
    fn turn(&mut self) {
        self.parts.push(std::mem::take(&mut self.pieces));
        self.used = 0;
    }

    fn most(&self) -> usize {
        usize::from(self.room.lines.max(2))
    }

    fn put(&mut self, passage: &Passage, text: &str, need: usize, continued: bool) {
        self.used += need;
        let Passage { role, official, .. } = *passage;
        self.pieces.push(Piece { role, text: text.to_owned(), continued, official });
    }

    fn passage(&mut self, passage: &Passage) {
        let mut rest = passage.text.as_str();
        let mut need = passage.need;
        let mut continued = false;
        loop {
            let limit = if self.pieces.is_empty() { self.most() } else { self.cap };
            if self.used + need <= limit {
                return self.put(passage, rest, need, continued);
            }
            // Whole on a slide of its own rather than in two here.
            let cut = if need > self.most() { self.head(rest) } else { None };
            if let Some((head, tail)) = cut {
                self.put(passage, head, self.room.piece_lines(head), continued);
                (rest, need, continued) = (tail, self.room.piece_lines(tail), true);
            }
            // A whole slide that takes no head would never do: rather a slide too long than one waited for for ever.
            if self.pieces.is_empty() && self.used == 0 {
                return self.put(passage, rest, need, continued);
            }
            self.turn();
        }
    }

    /// As much of a passage too long for a slide as goes on this one, without leaving a single line for the next.
    fn head<'a>(&self, text: &'a str) -> Option<(&'a str, &'a str)> {
        let columns = usize::from(self.room.columns);
        let space = self.cap.saturating_sub(self.used);
        let lonely = |(_, tail): &(&str, &str)| lines(tail, columns) < 2;
        if !self.pieces.is_empty() {
            let head = if space < LEAST { None } else { split(text, columns, space - 1, Grade::Sentence) };
            return head.filter(|head| !lonely(head));
        }
        let space = if space < LEAST { self.most().saturating_sub(self.used) } else { space };
        // Beside a title, there is another part to go to.
        if space < if self.used > 0 { LEAST } else { 2 } {
            return None;
        }
        let head = split(text, columns, space - 1, Grade::Word).or_else(|| split_word(text, columns, space - 1));
        match head {
            Some(head) if lonely(&head) => {
                let half = lines(text, columns).div_ceil(2).min(space - 1);
                split(text, columns, half, Grade::Word).or(Some(head))
            }
            head => head,
        }
    }
}

/// Things that are never cut, each of so many lines, in groups that a slide holds, evenly.
pub(super) fn groups(costs: &[usize], most: usize) -> Vec<Range<usize>> {
    let greedy = grouped(costs, most);
    (1..most).map(|cap| grouped(costs, cap)).find(|even| even.len() == greedy.len()).unwrap_or(greedy)
}

fn grouped(costs: &[usize], cap: usize) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    let mut used = 0;
    for (at, &cost) in costs.iter().enumerate() {
        match groups.last_mut().filter(|_| used + cost <= cap) {
            Some(group) => {
                group.end = at + 1;
                used += cost;
            }
            None => {
                groups.push(at..at + 1);
                used = cost;
            }
        }
    }
    groups
}
