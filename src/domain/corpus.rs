//! One strategy in memory: its tree of sections, its measures passage by passage, and the terms they name.
//!
//! Built from the edited files by `assemble`, or decoded from the bytes `build.rs` embeds. Deliberately absent:
//! any index or count (see `search`, `select`); anything that only one page shows lives in its own file of data.

use super::facet::{Facet, MAX_LEVELS};
use super::facts::Facts;
use super::passage::{Passage, Role};
use super::schema::{Numbering, TargetKind};
use super::schema_terms::ReportKind;

/// Place of a measure in the document's order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MeasureIdx(pub u16);

/// Place of an option among those of its facet; for a level, place of the section in `Corpus::sections`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OptionIdx(pub u16);

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Corpus {
    pub title: String,
    /// Name of the explorer, ours: what stands at the top of each page.
    pub name: String,
    pub subtitle: Option<String>,
    pub author: String,
    /// Date of the last change to the data, ISO 8601.
    pub version: String,
    /// First and last year of the strategy.
    pub years: (u16, u16),
    pub levels: Vec<Level>,
    /// Depth first, in the document's order.
    pub sections: Vec<Section>,
    /// In the document's order.
    pub measures: Vec<Measure>,
    /// Options of each tag facet, in the order of `Facet::TAGS`.
    pub terms: [Vec<Term>; 5],
    /// Kinds of term, in the order of display.
    pub genres: Vec<Genre>,
    pub targets: Vec<Target>,
    pub glossary: Vec<Entry>,
    pub reports: Vec<Report>,
    /// Groups of phrases a searcher may use one for another.
    pub synonyms: Vec<Vec<String>>,
    /// Travels with the annex.
    pub facts: Facts,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Level {
    pub key: String,
    pub name: String,
    pub plural: String,
    pub numbering: Numbering,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    pub id: String,
    pub depth: u8,
    pub number: u16,
    pub parent: Option<OptionIdx>,
    pub title: String,
    pub page: u16,
    /// Ours.
    pub summary: Option<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    pub number: u16,
    pub section: OptionIdx,
    pub page: u16,
    /// Ours.
    pub summary: String,
    /// Title first, then in the document's order.
    pub passages: Vec<Passage>,
    /// Options the measure bears, sorted, by `Facet::slot`.
    pub tags: [Vec<OptionIdx>; Facet::COUNT],
}

/// An actor, a scheme, a place, an audience or a kind of action.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    pub id: String,
    pub name: String,
    pub expansion: Option<String>,
    pub alias: Vec<String>,
    /// Place in `Corpus::genres`.
    pub genre: Option<u16>,
    /// A generic group rather than a named organisation.
    pub generic: bool,
    /// One plain line, ours.
    pub line: String,
    /// Where the adopted text names it outside the measures.
    pub elsewhere: Vec<Quote>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Quote {
    pub text: String,
    pub page: u16,
    /// Where that is, in our words.
    pub context: Option<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Genre {
    pub id: String,
    pub name: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    pub id: String,
    pub section: OptionIdx,
    pub text: String,
    pub page: u16,
    pub kind: TargetKind,
    pub unit: Option<String>,
    pub baseline: Option<Point>,
    pub goal: Option<Point>,
    /// Ours.
    pub remark: Option<String>,
    /// Measures that serve it: the link is ours.
    pub measures: Vec<MeasureIdx>,
    /// A near figure, by its id: the link is ours.
    pub near: Option<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    pub value: f64,
    pub year: Option<u16>,
}

/// An acronym of the glossary.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub acronym: String,
    pub variants: Vec<String>,
    pub expansion: Option<String>,
    /// Whether the adopted text itself expands it.
    pub official: bool,
    pub definition: Option<String>,
}

/// Something inconsistent or mistyped in the adopted text.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    pub id: String,
    pub kind: ReportKind,
    pub title: String,
    pub explanation: String,
    pub quotes: Vec<Quote>,
    pub measures: Vec<MeasureIdx>,
    /// Ids of targets.
    pub targets: Vec<String>,
    /// Ids of figures.
    pub figures: Vec<String>,
}

// The bytes of these types hold their fields in this order.
impl Measure {
    pub fn title(&self) -> &str {
        self.passages.first().map_or("", |p| p.text())
    }

    /// The passages that are actions, in order.
    pub fn actions(&self) -> impl Iterator<Item = &Passage> {
        self.passages.iter().filter(|p| matches!(p.role, Role::Action(_)))
    }

    pub fn passage(&self, role: Role) -> Option<&Passage> {
        self.passages.iter().find(|p| p.role == role)
    }

    pub fn bears(&self, facet: Facet, option: OptionIdx) -> bool {
        self.tags[facet.slot()].binary_search(&option).is_ok()
    }
}

impl Corpus {
    pub fn measure(&self, at: MeasureIdx) -> Option<&Measure> {
        self.measures.get(at.0 as usize)
    }

    pub fn measure_indices(&self) -> impl Iterator<Item = MeasureIdx> + use<> {
        (0..self.measures.len() as u16).map(MeasureIdx)
    }

    pub fn by_number(&self, number: u16) -> Option<MeasureIdx> {
        self.measures.iter().position(|m| m.number == number).map(|at| MeasureIdx(at as u16))
    }

    pub fn section(&self, at: OptionIdx) -> Option<&Section> {
        self.sections.get(at.0 as usize)
    }

    /// The section and those that hold it, outermost first.
    pub fn ancestry(&self, at: OptionIdx) -> Vec<OptionIdx> {
        let mut chain = Vec::with_capacity(MAX_LEVELS);
        let mut next = Some(at);
        while let Some(here) = next.filter(|_| chain.len() < MAX_LEVELS) {
            chain.push(here);
            next = self.section(here).and_then(|s| s.parent);
        }
        chain.reverse();
        chain
    }

    /// The terms of a tag facet; empty for a level.
    pub fn terms(&self, facet: Facet) -> &[Term] {
        facet.slot().checked_sub(MAX_LEVELS).and_then(|i| self.terms.get(i)).map_or(&[], Vec::as_slice)
    }

    pub fn term(&self, facet: Facet, at: OptionIdx) -> Option<&Term> {
        self.terms(facet).get(at.0 as usize)
    }

    /// The facets this corpus gives options for.
    pub fn facets(&self) -> impl Iterator<Item = Facet> + '_ {
        Facet::ALL.into_iter().filter(|&f| match f {
            Facet::Level(depth) => (depth as usize) < self.levels.len(),
            _ => !self.terms(f).is_empty(),
        })
    }

    /// One more than the greatest `OptionIdx` of the facet: the size of a table of its counts.
    pub fn width(&self, facet: Facet) -> usize {
        if facet.is_tag() { self.terms(facet).len() } else { self.sections.len() }
    }

    /// The options of a facet, in editorial order.
    pub fn options(&self, facet: Facet) -> Vec<OptionIdx> {
        let all = (0..self.width(facet) as u16).map(OptionIdx);
        match facet {
            Facet::Level(depth) => all.filter(|&o| self.section(o).is_some_and(|s| s.depth == depth)).collect(),
            _ => all.collect(),
        }
    }

    /// Key of a facet in the address.
    pub fn facet_key(&self, facet: Facet) -> &str {
        match facet {
            Facet::Level(depth) => self.levels.get(depth as usize).map_or("", |l| &l.key),
            _ => facet.tag_key().unwrap_or_default(),
        }
    }

    /// What the visitor reads above the options.
    pub fn facet_label(&self, facet: Facet) -> &str {
        match facet {
            Facet::Level(depth) => self.levels.get(depth as usize).map_or("", |l| &l.name),
            _ => facet.tag_label().unwrap_or_default(),
        }
    }

    /// Key of an option in the address: a section's number, a term's id.
    pub fn option_key(&self, facet: Facet, at: OptionIdx) -> String {
        match facet {
            Facet::Level(_) => self.section(at).map_or(String::new(), |s| s.number.to_string()),
            _ => self.term(facet, at).map_or(String::new(), |t| t.id.clone()),
        }
    }

    /// The option a key of the address names.
    pub fn option_by_key(&self, facet: Facet, key: &str) -> Option<OptionIdx> {
        let place = match facet {
            Facet::Level(depth) => {
                let number: u16 = key.parse().ok()?;
                self.sections.iter().position(|s| s.depth == depth && s.number == number)
            }
            _ => self.terms(facet).iter().position(|t| t.id == key),
        };
        place.map(|at| OptionIdx(at as u16))
    }

    /// Number of actions in the whole strategy.
    pub fn action_count(&self) -> usize {
        self.measures.iter().map(|m| m.actions().count()).sum()
    }
}
