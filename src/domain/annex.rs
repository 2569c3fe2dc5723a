//! What only the pages behind a link show: presentations, quotes from outside the measures, known inconsistencies, the
//! glossary in full, figures and dates.
//!
//! Kept out of the first view's bytes: `Corpus::split` sets it apart, the page fetches it once it answers.

use super::binary::binary;
use super::corpus::{Corpus, Entry, OptionIdx, Quote, Report};
use super::facet::{Facet, MAX_LEVELS};
use super::facts::Facts;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Annex {
    /// Of each term, by tag facet: our line, and the quotes outside the measures.
    terms: [Vec<(String, Vec<Quote>)>; 5],
    pub reports: Vec<Report>,
    pub glossary: Vec<Entry>,
    pub facts: Facts,
}

binary! {
    struct Annex { terms, reports, glossary, facts }
}

impl Annex {
    /// One plain line on a term, ours; empty when there is none.
    pub fn line(&self, facet: Facet, at: OptionIdx) -> &str {
        self.term(facet, at).map_or("", |(line, _)| line)
    }

    /// Where the adopted text names a term outside the measures.
    pub fn elsewhere(&self, facet: Facet, at: OptionIdx) -> &[Quote] {
        self.term(facet, at).map_or(&[], |(_, quotes)| quotes)
    }

    fn term(&self, facet: Facet, at: OptionIdx) -> Option<&(String, Vec<Quote>)> {
        self.terms.get(facet.slot().checked_sub(MAX_LEVELS)?)?.get(at.0 as usize)
    }
}

impl Corpus {
    /// The corpus without what the first view does not show, and that.
    pub fn split(mut self) -> (Corpus, Annex) {
        let terms = std::array::from_fn(|at| {
            let take = |t: &mut super::corpus::Term| (std::mem::take(&mut t.line), std::mem::take(&mut t.elsewhere));
            self.terms[at].iter_mut().map(take).collect()
        });
        let glossary = self.glossary.clone();
        self.glossary.iter_mut().for_each(|entry| entry.definition = None);
        let reports = std::mem::take(&mut self.reports);
        let facts = std::mem::take(&mut self.facts);
        (self, Annex { terms, reports, glossary, facts })
    }
}
