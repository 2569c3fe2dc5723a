//! Strategies of any size and questions put to them, from a seed: what the bench measures and a test holds to brute force.
//!
//! A synthetic measure is bred from two real ones: its passages are theirs, word for word and tag for tag, each followed
//! by words drawn from the whole strategy as often as it uses them. Terms, sections and lexicon are the real ones.

use super::CORPUS;
use explorateur_sress::domain::assemble::tags;
use explorateur_sress::domain::corpus::{Corpus, Measure};
use explorateur_sress::domain::facet::Facet;
use explorateur_sress::domain::passage::{Passage, Role};
use explorateur_sress::domain::query::{Choice, Mode, Query};

/// Vigna's SplitMix64: the same numbers on every machine, without a dependency.
pub struct Seeded(pub u64);

impl Seeded {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From 0 to `end`, which it never reaches.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}

/// Every word of the measures as it is written, repeated as often as they write it.
fn running_words() -> Vec<&'static str> {
    let blocks = CORPUS.measures.iter().flat_map(|m| m.passages.iter().flat_map(|p| &p.blocks));
    blocks.flat_map(|b| b.split_whitespace()).collect()
}

/// The real strategy with `size` bred measures in place of its own.
pub fn corpus(size: u16, seed: u64) -> Corpus {
    let mut random = Seeded(seed);
    let words = running_words();
    let deepest = CORPUS.levels.len() as u8 - 1;
    let sections = CORPUS.options(Facet::Level(deepest));
    let breed = |number: u16| {
        let parents = [random.pick(&CORPUS.measures), random.pick(&CORPUS.measures)];
        // In the order of the document, as many in each.
        let section = sections[usize::from(number - 1) * sections.len() / usize::from(size)];
        let mut passages: Vec<Passage> = parents[0].passages.iter().map(|p| bred(p, parents, &mut random)).collect();
        // A title is one line.
        for passage in passages.iter_mut().filter(|p| p.role != Role::Title) {
            let tail: Vec<&str> = (0..random.below(16)).map(|_| *random.pick(&words)).collect();
            passage.blocks.extend((!tail.is_empty()).then(|| tail.join(" ")));
        }
        let summary = random.pick(&parents).summary.clone();
        Measure { number, section, page: parents[0].page, summary, tags: tags(&CORPUS, section, &passages), passages }
    };
    Corpus { measures: (1..=size).map(breed).collect(), targets: Vec::new(), reports: Vec::new(), ..CORPUS.clone() }
}

/// The passage itself, or one of the same role of the other parent.
fn bred(passage: &Passage, parents: [&Measure; 2], random: &mut Seeded) -> Passage {
    let alike = |role: Role| std::mem::discriminant(&role) == std::mem::discriminant(&passage.role);
    let others: Vec<&Passage> = parents[1].passages.iter().filter(|p| alike(p.role)).collect();
    let source = if others.is_empty() || random.below(2) == 0 { passage } else { *random.pick(&others) };
    Passage { role: passage.role, ..source.clone() }
}

/// From none to three facets, each with one to three options.
pub fn chosen(random: &mut Seeded) -> Query {
    let facets: Vec<Facet> = CORPUS.facets().collect();
    let mut query = Query::default();
    for _ in 0..random.below(4) {
        let facet = *random.pick(&facets);
        let all = CORPUS.options(facet);
        let options = (0..=random.below(3)).map(|_| *random.pick(&all)).collect();
        let mode = if facet.is_tag() && random.below(3) == 0 { Mode::All } else { Mode::Any };
        query.set(facet, Choice::new(options, mode));
    }
    query
}

/// What a visitor types, by what it costs to find.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// The first one to three letters of a word.
    Letters,
    Word,
    TwoWords,
    /// A name or an acronym, which stands for its other forms.
    Name,
    /// Words of the text between quotes.
    Phrase,
}

impl Typed {
    pub const ALL: [Typed; 5] = [Typed::Letters, Typed::Word, Typed::TwoWords, Typed::Name, Typed::Phrase];

    pub fn text(self, random: &mut Seeded) -> String {
        let words = running_words();
        let start = random.below(words.len() - 3);
        match self {
            Typed::Letters => words[start].chars().take(1 + random.below(3)).collect(),
            Typed::Word => words[start].to_owned(),
            Typed::TwoWords => format!("{} {}", words[start], random.pick(&words)),
            Typed::Name => {
                let terms: Vec<&str> = CORPUS.terms.iter().flatten().map(|t| t.name.as_str()).collect();
                let acronyms = CORPUS.glossary.iter().map(|e| e.acronym.as_str());
                let names: Vec<&str> = acronyms.chain(terms).collect();
                (*random.pick(&names)).to_owned()
            }
            Typed::Phrase => format!("\"{}\"", words[start..start + 3].join(" ")),
        }
    }
}
