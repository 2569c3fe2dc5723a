//! The closed list of charts: their names in the address, and what each is called.
//!
//! Deliberately absent: what they show (`summary`) and how they are drawn (`charts`).

use super::facet::Facet;

/// The charts there are, in the order of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chart {
    /// Measures and actions by section of the innermost level.
    Sections,
    /// The tree of sections and measures, sized by actions.
    Structure,
    /// How many measures and actions name each partner.
    Partners,
    /// Measures by two facets.
    Crossing,
    /// Partners named in the same measures.
    Together,
    /// From audience to section to kind of action.
    Flow,
    /// Where each measurable target starts and what it aims at.
    Targets,
    /// Establishments and jobs by legal form.
    Panorama,
    /// What the former strategy did.
    Record,
    /// The vote, group by group.
    Vote,
    /// Dated events.
    Timeline,
}

impl Chart {
    pub const ALL: [Chart; 11] = [
        Chart::Sections,
        Chart::Structure,
        Chart::Partners,
        Chart::Crossing,
        Chart::Together,
        Chart::Flow,
        Chart::Targets,
        Chart::Panorama,
        Chart::Record,
        Chart::Vote,
        Chart::Timeline,
    ];

    /// Those that follow the question: what may stand beside the list.
    pub const FOLLOWING: [Chart; 6] =
        [Chart::Sections, Chart::Structure, Chart::Partners, Chart::Crossing, Chart::Together, Chart::Flow];

    /// Name in the address and in `data-graphique`.
    pub const fn key(self) -> &'static str {
        match self {
            Chart::Sections => "sections",
            Chart::Structure => "structure",
            Chart::Partners => "partenaires",
            Chart::Crossing => "croisement",
            Chart::Together => "ensemble",
            Chart::Flow => "flux",
            Chart::Targets => "objectifs",
            Chart::Panorama => "panorama",
            Chart::Record => "bilan",
            Chart::Vote => "vote",
            Chart::Timeline => "chronologie",
        }
    }

    pub fn by_key(key: &str) -> Option<Chart> {
        Chart::ALL.into_iter().find(|chart| chart.key() == key)
    }
}

/// The two facets a crossing counts by: rows, then columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Crossing {
    pub rows: Facet,
    pub columns: Facet,
}
