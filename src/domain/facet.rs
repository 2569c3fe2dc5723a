//! The closed list of ways to filter measures: one facet for each level of the tree, and five kinds of tag.
//!
//! Deliberately absent: the options of a facet, which are data (`corpus`), and its key for a level, which is data too.

use super::binary::{Binary, Reader, Stream, Writer};

/// Deepest tree of sections a corpus may have.
pub const MAX_LEVELS: usize = 4;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// Depth in the tree of sections, outermost first.
    Level(u8),
    Audience,
    Actor,
    Scheme,
    Place,
    Kind,
}

impl Facet {
    /// The facets whose options are tags of a passage.
    pub const TAGS: [Facet; 5] = [Facet::Audience, Facet::Actor, Facet::Scheme, Facet::Place, Facet::Kind];

    /// Number of facets, levels included.
    pub const COUNT: usize = MAX_LEVELS + Facet::TAGS.len();

    /// Every facet, in the order of the address.
    pub const ALL: [Facet; Facet::COUNT] = [
        Facet::Level(0),
        Facet::Level(1),
        Facet::Level(2),
        Facet::Level(3),
        Facet::Audience,
        Facet::Actor,
        Facet::Scheme,
        Facet::Place,
        Facet::Kind,
    ];

    /// Place in `ALL`: the index of every table kept by facet.
    pub const fn slot(self) -> usize {
        match self {
            Facet::Level(depth) => depth as usize,
            Facet::Audience => MAX_LEVELS,
            Facet::Actor => MAX_LEVELS + 1,
            Facet::Scheme => MAX_LEVELS + 2,
            Facet::Place => MAX_LEVELS + 3,
            Facet::Kind => MAX_LEVELS + 4,
        }
    }

    /// Whether a measure may bear several options, so that « tous ensemble » means something.
    pub const fn is_tag(self) -> bool {
        !matches!(self, Facet::Level(_))
    }

    /// Key of a tag facet in the address and in the published contract; levels are named by the data.
    pub const fn tag_key(self) -> Option<&'static str> {
        match self {
            Facet::Level(_) => None,
            Facet::Audience => Some("public"),
            Facet::Actor => Some("acteur"),
            Facet::Scheme => Some("dispositif"),
            Facet::Place => Some("territoire"),
            Facet::Kind => Some("nature"),
        }
    }

    /// What the visitor reads above the options; levels are named by the data.
    pub const fn tag_label(self) -> Option<&'static str> {
        match self {
            Facet::Level(_) => None,
            Facet::Audience => Some("Public"),
            Facet::Actor => Some("Partenaire"),
            Facet::Scheme => Some("Dispositif"),
            Facet::Place => Some("Territoire"),
            Facet::Kind => Some("Type d\u{2019}action"),
        }
    }

    /// Several of them; levels are named by the data.
    pub const fn tag_plural(self) -> Option<&'static str> {
        match self {
            Facet::Level(_) => None,
            Facet::Audience => Some("Publics"),
            Facet::Actor => Some("Partenaires"),
            Facet::Scheme => Some("Dispositifs"),
            Facet::Place => Some("Territoires"),
            Facet::Kind => Some("Types d\u{2019}action"),
        }
    }
}

/// By its slot.
impl Binary for Facet {
    fn write(&self, to: &mut Writer) {
        to.number(Stream::Choice, self.slot() as u32);
    }
    fn read(from: &mut Reader) -> Facet {
        let slot = from.number(Stream::Choice, Facet::COUNT as u32 - 1);
        Facet::ALL.get(slot as usize).copied().unwrap_or(Facet::Level(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_facet_has_its_own_slot_in_order() {
        for (slot, facet) in Facet::ALL.into_iter().enumerate() {
            assert_eq!(facet.slot(), slot);
        }
    }
}
