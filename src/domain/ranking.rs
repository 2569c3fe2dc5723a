//! What follows from a profile: every measure in one of four groups, with the words of the official text that put it there.
//!
//! **The rule.** A question without answer asks for nothing. Within a question one answer is enough.
//!
//! 1. The *structure* decides the first two groups: a measure is there when it acts for the structure (`Target`), or else
//!    calls on it or names it (`Called`), **and** speaks of one of the themes, where any was chosen.
//! 2. `Also` holds the measures that keep to the subject alone. The subject is the themes; without themes, the structure;
//!    without either, the wishes. Hence a measure on the theme that does not name the structure: shown, lower. A measure on
//!    another theme is not: who says « foncier » did not ask for all that concerns a commune.
//! 3. A *wish* that is met counts as one answer more, which raises the measure in its group; it takes none down: whoever
//!    wants to be supported is called on by the same measures as before.
//! 4. `Rest` holds all the others, counted, with what they answer: nothing is lost, and the groups hold every measure.
//!
//! Most answers first in each group, then the document's order. With no answer nothing is asked: all are in `Rest`, in the
//! document's order, and `Ranking::asked` says so.

use super::corpus::{Corpus, MeasureIdx};
use super::order::by_key;
use super::paths::{Answer, AnswerIdx, Ask, Find, Paths, Why};
use super::profile::Profile;
use std::cmp::Reverse;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    Target,
    Called,
    Also,
    Rest,
}

impl Group {
    pub const ALL: [Group; 4] = [Group::Target, Group::Called, Group::Also, Group::Rest];

    pub const fn label(self) -> &'static str {
        match self {
            Group::Target => "Vous êtes la cible",
            Group::Called => "Vous êtes appelés à agir",
            Group::Also => "Peut aussi vous intéresser",
            Group::Rest => "Autres mesures",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ranking {
    /// Whether anything was answered; if not, no group means anything.
    pub asked: bool,
    groups: [Vec<Ranked>; 4],
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ranked {
    pub measure: MeasureIdx,
    /// In the order of the answers, then of the text; in `Rest` too, where some answer is met.
    pub reasons: Vec<Reason>,
}

/// An answer, and the words that meet it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reason {
    pub answer: AnswerIdx,
    pub find: Find,
}

impl Ranking {
    pub fn group(&self, group: Group) -> &[Ranked] {
        &self.groups[group as usize]
    }

    /// Measures of the first three groups.
    pub fn shown(&self) -> usize {
        self.total() - self.group(Group::Rest).len()
    }

    /// All measures, whatever was answered.
    pub fn total(&self) -> usize {
        self.groups.iter().map(Vec::len).sum()
    }
}

impl Ranked {
    /// How many answers it meets.
    pub fn answers(&self) -> usize {
        self.reasons.chunk_by(|a, b| a.answer == b.answer).count()
    }
}

/// What a measure meets of the answers given.
#[derive(Debug, Clone, Copy, Default)]
struct Met {
    target: bool,
    /// In the order of `Ask::ALL`.
    asks: [bool; 3],
}

impl Met {
    fn add(&mut self, why: Why) {
        let ask = match why {
            Why::Target | Why::Associate | Why::Named => Ask::Structure,
            Why::Subject => Ask::Theme,
            Why::Kind => Ask::Wish,
        };
        self.target |= why == Why::Target;
        self.asks[ask as usize] = true;
    }

    fn forget(&mut self, ask: Ask) {
        self.asks[ask as usize] = false;
        match ask {
            Ask::Structure => self.target = false,
            Ask::Theme | Ask::Wish => {}
        }
    }

    /// The rule, of which the module's own words are the account.
    fn group(self, asked: [bool; 3]) -> Group {
        let subject = [Ask::Theme, Ask::Structure, Ask::Wish].into_iter().find(|&ask| asked[ask as usize]);
        let Some(subject) = subject.filter(|&ask| self.asks[ask as usize]) else { return Group::Rest };
        let decides = [Ask::Structure, Ask::Theme];
        let missed = decides.into_iter().any(|ask| asked[ask as usize] && !self.asks[ask as usize]);
        match subject {
            Ask::Structure | Ask::Theme if !missed && self.target => Group::Target,
            Ask::Structure | Ask::Theme if !missed && asked[Ask::Structure as usize] => Group::Called,
            Ask::Structure | Ask::Theme | Ask::Wish => Group::Also,
        }
    }
}

fn asked(paths: &Paths, profile: &Profile) -> [bool; 3] {
    Ask::ALL.map(|ask| profile.asks(ask, paths))
}

/// Every measure in its group.
pub fn rank(corpus: &Corpus, paths: &Paths, profile: &Profile) -> Ranking {
    let mut ranked: Vec<Ranked> =
        corpus.measure_indices().map(|measure| Ranked { measure, reasons: Vec::new() }).collect();
    for &at in profile.answers() {
        for &find in paths.answer(at).into_iter().flat_map(|answer| &answer.finds) {
            // The paths of another strategy may name more measures than there are here.
            if let Some(ranked) = ranked.get_mut(find.measure.0 as usize) {
                ranked.reasons.push(Reason { answer: at, find });
            }
        }
    }
    let asked = asked(paths, profile);
    let mut groups: [Vec<Ranked>; 4] = Default::default();
    for one in by_key(&ranked, |one| Reverse(one.answers())) {
        let mut met = Met::default();
        one.reasons.iter().for_each(|reason| met.add(reason.find.why));
        groups[met.group(asked) as usize].push(one);
    }
    Ranking { asked: !profile.is_empty(), groups }
}

/// For each answer, in the order of `Paths::answers`, the measures that `rank` would show **and that meet it**, if it were
/// given too, or given instead where only one is taken: what the profile has met is reckoned once, and each answer adds its own.
pub fn counts(corpus: &Corpus, paths: &Paths, profile: &Profile) -> Vec<usize> {
    let mut met = vec![Met::default(); corpus.measures.len()];
    for find in profile.answers().iter().filter_map(|&at| paths.answer(at)).flat_map(|answer| &answer.finds) {
        if let Some(met) = met.get_mut(find.measure.0 as usize) {
            met.add(find.why);
        }
    }
    let count = |(_, answer): (AnswerIdx, &Answer)| {
        let mut asked = asked(paths, profile);
        asked[answer.ask as usize] = true;
        let mut count = 0;
        for finds in answer.finds.chunk_by(|a, b| a.measure == b.measure) {
            let Some(mut met) = finds.first().and_then(|f| met.get(f.measure.0 as usize)).copied() else { continue };
            if answer.ask.is_single() {
                met.forget(answer.ask);
            }
            finds.iter().for_each(|find| met.add(find.why));
            count += usize::from(met.group(asked) != Group::Rest);
        }
        count
    };
    paths.indexed().map(count).collect()
}
