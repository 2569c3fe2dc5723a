//! From `parcours.json` to paths: each answer with the places of the official text where it is found.
//!
//! Tags bring the evidence the data gives them; words are looked for as a search does, in whole words. An answer that finds
//! nothing is an error: it would promise measures there are not.

use super::corpus::{Corpus, MeasureIdx, OptionIdx};
use super::facet::Facet;
use super::faults::Faults;
use super::files::{DataError, PATHS};
use super::french::typeset;
use super::lexicon::Lexicon;
use super::needle::{Needle, Pattern, Search, WordTest};
use super::order::by_key;
use super::passage::{Mention, Passage};
use super::paths::{Answer, Ask, Find, Paths, Question, Why};
use super::schema_paths::{PathsFile, QuestionFile, StepFile, StructureFile, ThemeFile, WishFile};
use super::schema_terms::Link;
use super::text::{Word, words};

/// The paths of a file whose ids are known, and the answers that find nothing.
pub fn assemble_paths(file: &PathsFile, corpus: &Corpus, errors: &mut Vec<DataError>) -> Paths {
    let text = Text::of(corpus);
    let structures = file.structures.answers.iter().map(|a| structure(a, &text));
    let themes = file.themes.answers.iter().map(|a| theme(a, &text));
    let answers: Vec<Answer> =
        structures.chain(themes).chain(file.wishes.answers.iter().map(|a| wish(a, &text))).collect();
    let mut report = Faults { file: PATHS.into(), errors };
    for answer in &answers {
        report.unless(!answer.finds.is_empty(), &answer.id, "cette réponse n’amène aucune mesure");
    }
    let questions = vec![
        question(Ask::Structure, &file.structures),
        question(Ask::Theme, &file.themes),
        question(Ask::Wish, &file.wishes),
    ];
    let step = |number| file.steps.iter().find(|s: &&StepFile| s.measure == number).map(|s| typeset(&s.text));
    let steps = corpus.measures.iter().map(|m| step(m.number).unwrap_or_default()).collect();
    Paths { origin: typeset(&file.origin), questions, answers, steps }
}

fn question<T>(ask: Ask, file: &QuestionFile<T>) -> Question {
    Question { ask, label: typeset(&file.question), help: printed(&file.help) }
}

fn printed(text: &Option<String>) -> Option<String> {
    text.as_deref().map(typeset)
}

fn structure(file: &StructureFile, text: &Text) -> Answer {
    let tags = text.tags(&[(Facet::Audience, &file.audiences), (Facet::Actor, &file.actors)]);
    let why = |passage: &Passage, mention: &Mention| {
        let evidence = passage.evidence(mention);
        let counts = !file.except.iter().any(|word| evidence.contains(word.as_str()));
        counts.then_some(match mention.link {
            Some(Link::Target) => Why::Target,
            Some(Link::Associate) => Why::Associate,
            None => Why::Named,
        })
    };
    let finds = text.finds(&tags, &Search::default(), why);
    Answer { ask: Ask::Structure, id: file.id.clone(), label: typeset(&file.label), help: printed(&file.help), finds }
}

fn theme(file: &ThemeFile, text: &Text) -> Answer {
    let tags =
        text.tags(&[(Facet::Audience, &file.audiences), (Facet::Actor, &file.actors), (Facet::Scheme, &file.schemes)]);
    let finds = text.finds(&tags, &text.phrases(&file.words), |_, _| Some(Why::Subject));
    Answer { ask: Ask::Theme, id: file.id.clone(), label: typeset(&file.label), help: printed(&file.help), finds }
}

fn wish(file: &WishFile, text: &Text) -> Answer {
    let finds = text.finds(&text.tags(&[(Facet::Kind, &file.natures)]), &Search::default(), |_, _| Some(Why::Kind));
    Answer { ask: Ask::Wish, id: file.id.clone(), label: typeset(&file.label), help: printed(&file.help), finds }
}

/// The official text, cut in words once for all the answers.
struct Text<'a> {
    corpus: &'a Corpus,
    lexicon: Lexicon,
    /// By measure, passage and block.
    cut: Vec<Vec<Vec<Vec<Word>>>>,
}

impl Text<'_> {
    fn of(corpus: &Corpus) -> Text<'_> {
        let blocks = |p: &Passage| p.blocks.iter().map(|block| words(block)).collect();
        let cut = corpus.measures.iter().map(|m| m.passages.iter().map(blocks).collect()).collect();
        Text { corpus, lexicon: Lexicon::of(corpus), cut }
    }

    fn tags(&self, ids: &[(Facet, &Vec<String>)]) -> Vec<(Facet, OptionIdx)> {
        let named = |&(facet, ids): &(Facet, &Vec<String>)| {
            let options: Vec<_> = ids.iter().filter_map(|id| self.corpus.option_by_key(facet, id)).collect();
            options.into_iter().map(move |option| (facet, option))
        };
        ids.iter().flat_map(named).collect()
    }

    /// One thing looked for under any of these phrases, each of their words with or without its plural mark.
    fn phrases(&self, phrases: &[String]) -> Search {
        let test = |word: Word| WordTest::Either(self.lexicon.stem(&word.folded).to_owned());
        let patterns: Vec<Pattern> = phrases.iter().map(|p| words(p).into_iter().map(test).collect()).collect();
        let patterns: Vec<Pattern> = patterns.into_iter().filter(|p| !p.is_empty()).collect();
        Search { needles: (!patterns.is_empty()).then_some(Needle(patterns)).into_iter().collect() }
    }

    /// In the document's order, the first find of each passage for each reason.
    fn finds(
        &self,
        tags: &[(Facet, OptionIdx)],
        search: &Search,
        why: impl Fn(&Passage, &Mention) -> Option<Why>,
    ) -> Vec<Find> {
        let mut finds: Vec<Find> = Vec::new();
        for (at, measure) in self.corpus.measures.iter().enumerate() {
            let here = MeasureIdx(at as u16);
            for (place, passage) in measure.passages.iter().enumerate() {
                let tagged = passage.mentions.iter().filter(|m| tags.contains(&(m.facet, m.option)));
                let tagged =
                    tagged.filter_map(|m| Some(Find::new(here, why(passage, m)?, [place, m.block.into()], m.range())));
                let mut found: Vec<Find> = tagged.collect();
                for (block, cut) in self.cut[at][place].iter().enumerate() {
                    let runs = search.places(cut).into_iter().flatten();
                    let bytes = runs.map(|run| cut[run.start].range.start..cut[run.end - 1].range.end);
                    found.extend(bytes.map(|range| Find::new(here, Why::Subject, [place, block], range)));
                }
                for find in by_key(&found, Find::order) {
                    if !finds.iter().any(|other| other.same_reason(&find)) {
                        finds.push(find);
                    }
                }
            }
        }
        finds
    }
}
