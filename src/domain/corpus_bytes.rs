//! The corpus as bytes: the fields of each type, in the order they travel.

use super::binary::{Binary, Reader, Stream, Writer, binary};
use super::corpus::{
    Corpus, Entry, Genre, Level, Measure, MeasureIdx, OptionIdx, Point, Quote, Report, Section, Target, Term,
};

binary! {
    struct MeasureIdx { 0 }
    struct OptionIdx { 0 }
    struct Corpus {
        title, name, subtitle, author, version, years, levels, sections, measures, terms, genres, targets, glossary, reports,
        synonyms, facts,
    }
    struct Level { key, name, plural, numbering }
    struct Section { id, depth, number, parent, title, page, summary }
    struct Term { id, name, expansion, alias, genre, generic, line, elsewhere }
    struct Quote { text, page, context }
    struct Genre { id, name }
    struct Target { id, section, text, page, kind, unit, baseline, goal, remark, measures, near }
    struct Point { value, year }
    struct Entry { acronym, variants, expansion, official, definition }
    struct Report { id, kind, title, explanation, quotes, measures, targets, figures }
}

/// Its summary and its text are on the prerendered page, in this order.
impl Binary for Measure {
    fn write(&self, to: &mut Writer) {
        self.number.write(to);
        self.section.write(to);
        self.page.write(to);
        to.text(Stream::Printed, &self.summary);
        self.passages.write(to);
        self.tags.write(to);
    }
    fn read(from: &mut Reader) -> Measure {
        let (number, section) = Binary::read(from);
        let page = u16::read(from);
        let summary = from.text(Stream::Printed);
        Measure { number, section, page, summary, passages: Vec::read(from), tags: Binary::read(from) }
    }
}
