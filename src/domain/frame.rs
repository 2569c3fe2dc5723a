//! What the page around a frame asks for, in the query of its address: facets it does not offer, facets it fixes.

use super::address::{Address, decode};
use super::corpus::Corpus;
use super::facet::Facet;
use super::query::Choice;

/// Keys of the query, for whoever writes one (`embed.mjs` and the generator).
pub const HIDE: &str = "masquer";
pub const FIX: &str = "figer";

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Frame {
    hidden: Vec<Facet>,
    /// With the choice the host made, which stays.
    fixed: Vec<(Facet, Choice)>,
}

impl Frame {
    /// Reads a query, with its `?`, and the choices of the address that comes with it. What names no facet is ignored; a
    /// facet named a thousand times is named.
    pub fn parse(query: &str, fragment: &str, corpus: &Corpus) -> Frame {
        let pairs = || query.strip_prefix('?').unwrap_or_default().split('&').filter_map(|pair| pair.split_once('='));
        // `embed.js` writes the commas encoded.
        let names = |value: &str, facet| decode(value).split([',', '+']).any(|key| key == corpus.facet_key(facet));
        let named =
            |wanted| corpus.facets().filter(move |&f| pairs().any(|(name, value)| name == wanted && names(value, f)));
        let hidden = named(HIDE).collect();
        let (address, _) = Address::parse(fragment, corpus);
        Frame { hidden, fixed: named(FIX).map(|f| (f, address.query.choice(f).clone())).collect() }
    }

    /// Whether the visitor may choose in a facet.
    pub fn offers(&self, facet: Facet) -> bool {
        !self.hidden.contains(&facet) && !self.fixes(facet)
    }

    pub fn fixes(&self, facet: Facet) -> bool {
        self.fixed.iter().any(|(fixed, _)| *fixed == facet)
    }

    /// Gives an address back what the host fixed.
    pub fn hold(&self, address: &mut Address) {
        for (facet, choice) in &self.fixed {
            address.query.set(*facet, choice.clone());
        }
    }
}
