//! From the edited files to a corpus: ids become places, evidence becomes ranges.
//!
//! Nothing is dropped silently: files that break a rule of `check` give their errors and no corpus.

use super::assemble_paths::assemble_paths;
use super::check::check;
use super::check_measures::passages;
use super::corpus::{
    Corpus, Entry, Genre, Level, Measure, MeasureIdx, OptionIdx, Point, Quote, Report, Section, Target, Term,
};
use super::facet::Facet;
use super::facts::{Event, Facts, Figure, Vote};
use super::files::{DataError, Files};
use super::passage::{Mention, Passage, Role};
use super::paths::Paths;
use super::schema::{PointFile, StrategyFile, TargetFile};
use super::schema_terms::{MeasureFile, MentionFile, Origin, PassageFile, QuoteFile, ReportFile, TermFile};

impl Corpus {
    /// Builds a corpus from `(name, JSON)` pairs, at build time or at run time; or gives every error found.
    pub fn from_json<S: AsRef<str>>(sources: &[(S, S)]) -> Result<Corpus, Vec<DataError>> {
        read(sources).map(|(corpus, _)| corpus)
    }
}

/// The corpus and the paths through it, which travel apart; or every error found.
pub fn read<S: AsRef<str>>(sources: &[(S, S)]) -> Result<(Corpus, Paths), Vec<DataError>> {
    let files = Files::parse(sources)?;
    let mut errors = check(&files);
    if !errors.is_empty() {
        return Err(errors);
    }
    let corpus = assemble(&files);
    let paths = files.paths.as_ref().map(|file| assemble_paths(file, &corpus, &mut errors)).unwrap_or_default();
    if errors.is_empty() { Ok((corpus, paths)) } else { Err(errors) }
}

fn assemble(files: &Files) -> Corpus {
    let strategy = &files.strategy;
    let genre = |id: &str| strategy.vocabulary.genres.iter().position(|g| g.id == id).map(|at| at as u16);
    let terms = |list: &[TermFile]| list.iter().map(|t| term(t, genre(&t.genre))).collect::<Vec<_>>();
    let audiences = files.audiences.iter().map(|a| plain_term(&a.id, &a.name, &a.definition)).collect();
    let natures = strategy.vocabulary.natures.iter();
    let natures = natures.map(|w| plain_term(&w.id, &w.name, w.definition.as_deref().unwrap_or_default())).collect();
    let mut corpus = Corpus {
        title: strategy.title.clone(),
        name: strategy.name.clone().unwrap_or_else(|| strategy.title.clone()),
        subtitle: strategy.subtitle.clone(),
        author: strategy.author.clone(),
        version: strategy.version.clone(),
        years: (strategy.period.start, strategy.period.end),
        levels: strategy
            .levels
            .iter()
            .map(|l| Level {
                key: l.key.clone(),
                name: l.name.clone(),
                plural: l.plural.clone(),
                numbering: l.numbering,
            })
            .collect(),
        sections: sections(strategy),
        terms: [audiences, terms(&files.actors), terms(&files.schemes), terms(&files.places), natures],
        genres: strategy.vocabulary.genres.iter().map(|g| Genre { id: g.id.clone(), name: g.name.clone() }).collect(),
        glossary: files
            .glossary
            .iter()
            .map(|g| Entry {
                acronym: g.sigle.clone(),
                variants: g.variants.clone(),
                expansion: g.expansion.clone(),
                official: g.origin == Origin::Texte,
                definition: g.definition.clone(),
            })
            .collect(),
        synonyms: files.synonyms.clone(),
        facts: facts(files),
        ..Corpus::default()
    };
    corpus.measures = files.measures.iter().map(|(_, m)| measure(m, &corpus)).collect();
    let number = |n: &u16| files.measures.iter().position(|(_, m)| m.number == *n).map(|at| MeasureIdx(at as u16));
    corpus.targets = strategy.targets.iter().filter_map(|t| target(t, &corpus, &number)).collect();
    corpus.reports = files.reports.iter().map(|r| report(r, &number)).collect();
    corpus
}

/// Depth first, whatever the order of the file.
fn sections(strategy: &StrategyFile) -> Vec<Section> {
    let mut ordered = Vec::new();
    visit(strategy, None, None, 0, &mut ordered);
    ordered
}

fn visit(strategy: &StrategyFile, parent: Option<&str>, above: Option<OptionIdx>, depth: u8, out: &mut Vec<Section>) {
    for section in strategy.sections.iter().filter(|s| s.parent.as_deref() == parent) {
        let here = OptionIdx(out.len() as u16);
        out.push(Section {
            id: section.id.clone(),
            depth,
            number: section.number,
            parent: above,
            title: section.title.clone(),
            page: section.page,
            summary: section.summary.clone(),
        });
        visit(strategy, Some(&section.id), Some(here), depth + 1, out);
    }
}

fn section_at(corpus: &Corpus, id: &str) -> Option<OptionIdx> {
    corpus.sections.iter().position(|s| s.id == id).map(|at| OptionIdx(at as u16))
}

fn plain_term(id: &str, name: &str, line: &str) -> Term {
    Term {
        id: id.to_owned(),
        name: name.to_owned(),
        expansion: None,
        alias: Vec::new(),
        genre: None,
        generic: false,
        line: line.to_owned(),
        elsewhere: Vec::new(),
    }
}

fn term(file: &TermFile, genre: Option<u16>) -> Term {
    Term {
        expansion: file.expansion.clone(),
        alias: file.alias.clone(),
        genre,
        generic: file.generic,
        elsewhere: file.elsewhere.iter().map(quote).collect(),
        ..plain_term(&file.id, &file.name, &file.line)
    }
}

fn quote(file: &QuoteFile) -> Quote {
    Quote { text: file.citation.clone(), page: file.page, context: file.context.clone() }
}

fn measure(file: &MeasureFile, corpus: &Corpus) -> Measure {
    let passages: Vec<Passage> = passages(file).into_iter().map(|(role, p)| passage(role, p, corpus)).collect();
    let section = section_at(corpus, &file.section).unwrap_or(OptionIdx(0));
    let tags = tags(corpus, section, &passages);
    Measure { number: file.number, section, page: file.page, summary: file.summary.clone(), passages, tags }
}

/// What a measure bears: its sections at each level, and all that its passages name.
pub fn tags(corpus: &Corpus, section: OptionIdx, passages: &[Passage]) -> [Vec<OptionIdx>; Facet::COUNT] {
    let mut tags: [Vec<OptionIdx>; Facet::COUNT] = Default::default();
    for (depth, at) in corpus.ancestry(section).into_iter().enumerate() {
        tags[Facet::Level(depth as u8).slot()].push(at);
    }
    for mention in passages.iter().flat_map(|p| &p.mentions) {
        tags[mention.facet.slot()].push(mention.option);
    }
    for list in &mut tags {
        list.sort_unstable();
        list.dedup();
    }
    tags
}

fn passage(role: Role, file: &PassageFile, corpus: &Corpus) -> Passage {
    let blocks: Vec<String> = std::iter::once(&file.text).chain(&file.paragraphs).cloned().collect();
    let lists: [(Facet, &[MentionFile]); 5] = [
        (Facet::Audience, &file.audiences),
        (Facet::Actor, &file.actors),
        (Facet::Scheme, &file.schemes),
        (Facet::Place, &file.places),
        (Facet::Kind, file.nature.as_slice()),
    ];
    let mentions = lists
        .into_iter()
        .flat_map(|(facet, list)| list.iter().map(move |m| (facet, m)))
        .filter_map(|(facet, m)| mention(facet, m, &blocks, corpus))
        .collect();
    Passage { role, blocks, source: file.source.clone(), mentions }
}

fn mention(facet: Facet, file: &MentionFile, blocks: &[String], corpus: &Corpus) -> Option<Mention> {
    let option = corpus.option_by_key(facet, &file.id)?;
    let found = blocks.iter().enumerate().find_map(|(at, b)| whole_words(b, &file.evidence).map(|start| (at, start)));
    let (block, start) = found?;
    let end = start + file.evidence.len();
    Some(Mention { facet, option, link: file.link, block: block as u16, start: start as u32, end: end as u32 })
}

/// First place of `needle` that does not begin or end inside a word, else its first place.
fn whole_words(text: &str, needle: &str) -> Option<usize> {
    let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let places = text.match_indices(needle).map(|(at, _)| at);
    let whole =
        |&at: &usize| !inside(text[..at].chars().next_back()) && !inside(text[at + needle.len()..].chars().next());
    places.clone().find(whole).or_else(|| places.clone().next())
}

fn target(file: &TargetFile, corpus: &Corpus, number: &impl Fn(&u16) -> Option<MeasureIdx>) -> Option<Target> {
    let point = |p: &PointFile| Point { value: p.value, year: p.year };
    Some(Target {
        id: file.id.clone(),
        section: section_at(corpus, &file.section)?,
        text: file.text.clone(),
        page: file.page,
        kind: file.kind,
        unit: file.unit.clone(),
        baseline: file.baseline.as_ref().map(point),
        goal: file.goal.as_ref().map(point),
        remark: file.remark.clone(),
        measures: file.measures.iter().filter_map(number).collect(),
        near: file.near_figure.clone(),
    })
}

fn report(file: &ReportFile, number: &impl Fn(&u16) -> Option<MeasureIdx>) -> Report {
    Report {
        id: file.id.clone(),
        kind: file.genre,
        title: file.title.clone(),
        explanation: file.explanation.clone(),
        quotes: file.citations.iter().map(quote).collect(),
        measures: file.measures.iter().filter_map(number).collect(),
        targets: file.targets.clone(),
        figures: file.figures.clone(),
    }
}

fn facts(files: &Files) -> Facts {
    let deliberation = files.strategy.deliberation.as_ref();
    let figures = files.figures.iter().map(|f| Figure {
        id: f.id.clone(),
        group: f.group,
        label: f.label.clone(),
        value: f.value,
        unit: f.unit.clone(),
        year: f.year,
        page: f.page,
        quote: f.citation.clone(),
        series: f.series.clone(),
        status: f.status.clone(),
    });
    let events = files.events.iter().map(|e| Event {
        date: e.date.clone(),
        end: e.end.clone(),
        title: e.title.clone(),
        genre: e.genre.clone(),
        page: e.page,
    });
    let votes = deliberation.iter().flat_map(|d| &d.votes);
    Facts {
        figures: figures.collect(),
        events: events.collect(),
        votes: votes.map(|v| Vote { group: v.group.clone(), side: v.side, votes: v.votes }).collect(),
        deliberation: deliberation.map(|d| d.number.clone()).unwrap_or_default(),
    }
}
