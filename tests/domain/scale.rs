//! `select` on a strategy ten times as long, held to brute force; and whether such a strategy is one the explorer could
//! have been given. How long it takes is measured by `cargo xtask bench`, never by a test.

use crate::support::synthetic::{Seeded, Typed, chosen, corpus};
use crate::support::{CORPUS, no_fault};
use explorateur_sress::domain::binary::{from_bytes, to_bytes};
use explorateur_sress::domain::corpus::{Corpus, Measure, MeasureIdx, OptionIdx};
use explorateur_sress::domain::facet::Facet;
use explorateur_sress::domain::needle::Search;
use explorateur_sress::domain::query::{Choice, Criterion, Query};
use explorateur_sress::domain::search::Index;
use explorateur_sress::domain::select::select;
use explorateur_sress::domain::text::{Word, words};

const SIZE: u16 = 220;

/// The words of each text of a measure.
type Texts = Vec<Vec<Word>>;

fn texts(measure: &Measure) -> Texts {
    let heading = format!("Mesure {}", measure.number);
    let blocks = measure.passages.iter().flat_map(|p| &p.blocks);
    blocks.chain([&heading, &measure.summary]).map(|text| words(text)).collect()
}

/// Whether each thing looked for stands somewhere in the texts, read from end to end.
fn holds(texts: &Texts, search: &Search) -> bool {
    let places: Vec<_> = texts.iter().map(|words| search.places(words)).collect();
    (0..search.needles.len()).all(|needle| places.iter().any(|places| !places[needle].is_empty()))
}

/// What a measure bears, told by its section and its mentions alone.
type Borne = [Vec<OptionIdx>; Facet::COUNT];

fn borne(corpus: &Corpus, measure: &Measure) -> Borne {
    Facet::ALL.map(|facet| match facet {
        Facet::Level(depth) => corpus.ancestry(measure.section).get(depth as usize).copied().into_iter().collect(),
        _ => measure.passages.iter().flat_map(|p| p.mentions_of(facet)).map(|m| m.option).collect(),
    })
}

/// The facets of which a measure does not bear what is asked.
fn failed(borne: &Borne, query: &Query) -> Vec<Facet> {
    Facet::ALL.into_iter().filter(|&f| !query.choice(f).accepts(&borne[f.slot()])).collect()
}

#[track_caller]
fn check(corpus: &Corpus, index: &Index, (texts, borne): (&[Texts], &[Borne]), query: &Query) {
    let search = index.parse(&query.text);
    let found: Vec<bool> = texts.iter().map(|t| holds(t, &search)).collect();
    let failed: Vec<Vec<Facet>> = borne.iter().map(|b| failed(b, query)).collect();
    let selection = select(corpus, index, query, &search);
    let (mut hits, mut misses) = (Vec::new(), Vec::new());
    for (at, facets) in failed.iter().enumerate() {
        let text = (!found[at]).then_some(Criterion::Text);
        let all: Vec<Criterion> = text.into_iter().chain(facets.iter().copied().map(Criterion::Facet)).collect();
        let here = MeasureIdx(at as u16);
        if all.is_empty() { hits.push(here) } else { misses.push((here, all)) }
    }
    assert_eq!(selection.hits, hits, "{query:?}");
    let told = selection.misses.iter().map(|m| (m.measure, m.failed.iter().collect::<Vec<_>>()));
    assert_eq!(told.collect::<Vec<_>>(), misses, "{query:?}");
    for facet in corpus.facets() {
        // Only a measure that fails nothing else can come with one more option of this facet.
        let near = |at: &usize| found[*at] && failed[*at].iter().all(|f| *f == facet);
        let near: Vec<&Borne> = (0..borne.len()).filter(near).map(|at| &borne[at]).collect();
        for option in corpus.options(facet) {
            let choice = query.choice(facet);
            let also = Choice::new([choice.options(), &[option]].concat(), choice.mode());
            let expected = near.iter().filter(|b| also.accepts(&b[facet.slot()])).count();
            assert_eq!(selection.count(facet, option), expected, "{query:?} + {facet:?} {option:?}");
        }
    }
}

#[test]
fn a_long_strategy_is_counted_as_by_reading_it_from_end_to_end() {
    let corpus = corpus(SIZE, 1);
    let index = Index::of(&corpus);
    let texts: Vec<Texts> = corpus.measures.iter().map(texts).collect();
    let borne: Vec<Borne> = corpus.measures.iter().map(|m| borne(&corpus, m)).collect();
    let mut random = Seeded(2);
    for _ in 0..5 {
        check(&corpus, &index, (&texts, &borne), &chosen(&mut random));
        for typed in Typed::ALL {
            let mut query = chosen(&mut random);
            query.text = typed.text(&mut random);
            check(&corpus, &index, (&texts, &borne), &query);
        }
    }
}

fn mean(corpus: &Corpus, count: impl Fn(&Measure) -> usize) -> f64 {
    corpus.measures.iter().map(count).sum::<usize>() as f64 / corpus.measures.len() as f64
}

#[test]
fn a_synthetic_strategy_is_like_the_real_one_and_the_same_from_one_seed() {
    let bred = corpus(SIZE, 1);
    assert!(bred == corpus(SIZE, 1) && bred != corpus(SIZE, 2));
    assert!(from_bytes(&to_bytes(&bred)).as_ref() == Some(&bred), "it travels as the real one does");
    let mut faults = Vec::new();
    for measure in &bred.measures {
        for (passage, mention) in measure.passages.iter().flat_map(|p| p.mentions.iter().map(move |m| (p, m))) {
            if passage.evidence(mention).is_empty() || !measure.bears(mention.facet, mention.option) {
                faults.push(format!("mesure {} : {mention:?}", measure.number));
            }
        }
    }
    no_fault(&faults);
    let length = |m: &Measure| m.passages.iter().flat_map(|p| &p.blocks).map(String::len).sum();
    let tags = |m: &Measure| m.tags.iter().map(Vec::len).sum();
    for (what, real, like) in [
        ("texts", mean(&CORPUS, length), mean(&bred, length)),
        ("tags", mean(&CORPUS, tags), mean(&bred, tags)),
        ("actions", mean(&CORPUS, |m| m.actions().count()), mean(&bred, |m| m.actions().count())),
    ] {
        assert!((0.7..1.5).contains(&(like / real)), "{what} : {real} → {like}");
    }
}
