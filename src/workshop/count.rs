//! What a poll gives. Always a recount of its ballots: no sum is kept, so that none can be wrong.

use super::poll::{Entry, Kind, Method, Poll};
use crate::domain::text::fold;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Score {
    pub subject: u16,
    pub votes: u32,
    /// From 1; equal scores share a rank, and the next one counts them all (1, 1, 3).
    pub rank: usize,
}

/// Where the room puts a measure: the means of what was entered.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    pub subject: u16,
    /// From 1 to 5.
    pub impact: f64,
    pub effort: f64,
    pub ballots: u32,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Idea {
    /// As it was first written.
    pub text: String,
    pub times: u32,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Results {
    /// Every measure asked about, also those without a vote; by votes, then in the poll's order.
    Ranking(Vec<Score>),
    /// The measures that were placed, in the poll's order: one that nobody placed has no spot.
    Matrix(Vec<Spot>),
    /// Those said most often first, then in the order they came.
    Ideas(Vec<Idea>),
}

pub fn results(poll: &Poll) -> Results {
    match poll.kind {
        Kind::Priority => Results::Ranking(ranking(poll)),
        Kind::Matrix => Results::Matrix(matrix(poll)),
        Kind::Ideas => Results::Ideas(ideas(poll)),
    }
}

/// How many voted, as far as what was entered tells. Dots: their ballots, blank ones too (so many persons or tables). Hands:
/// the most raised for one measure. Matrix: the most ballots about one measure. Ideas: what was said, doubles included.
pub fn voters(poll: &Poll) -> u32 {
    match (poll.kind, poll.method) {
        (Kind::Priority, Method::Hands) => votes(poll).into_values().max().unwrap_or(0),
        (Kind::Matrix, _) => places(poll).values().map(|sums| sums.ballots).max().unwrap_or(0),
        (Kind::Priority, Method::Dots { .. }) | (Kind::Ideas, _) => poll.ballots.len() as u32,
    }
}

/// The measures that come first: those of a rank up to `n`, with equals of the last one, so more than `n` at times; none
/// without a vote. Of a matrix, by what impact exceeds effort. Nothing of ideas.
pub fn top(poll: &Poll, n: usize) -> Vec<u16> {
    match poll.kind {
        Kind::Priority => {
            let first = ranking(poll).into_iter().filter(|score| score.rank <= n && score.votes > 0);
            first.map(|score| score.subject).collect()
        }
        Kind::Matrix => {
            let places = places(poll);
            let mut placed: Vec<(u16, &Sums)> =
                poll.subjects.iter().filter_map(|subject| Some((*subject, places.get(subject)?))).collect();
            placed.sort_by(|(_, one), (_, other)| other.compare(one));
            let least = placed.get(n.saturating_sub(1)).or(placed.last()).map(|(_, sums)| *sums);
            let first = placed.iter().filter(|(_, sums)| n > 0 && least.is_some_and(|l| sums.compare(l).is_ge()));
            first.map(|(subject, _)| *subject).collect()
        }
        Kind::Ideas => Vec::new(),
    }
}

/// Votes of each measure that got any entry: the last count of hands, the sum of dots.
fn votes(poll: &Poll) -> BTreeMap<u16, u32> {
    let mut votes = BTreeMap::new();
    for ballot in &poll.ballots {
        match &ballot.entry {
            Entry::Hands { subject, hands } => {
                votes.insert(*subject, *hands);
            }
            Entry::Dots(dots) => {
                dots.iter().for_each(|&(subject, dots)| *votes.entry(subject).or_default() += u32::from(dots));
            }
            Entry::Place { .. } | Entry::Idea(_) => {}
        }
    }
    votes
}

fn ranking(poll: &Poll) -> Vec<Score> {
    let votes = votes(poll);
    let of = |subject: u16| votes.get(&subject).copied().unwrap_or(0);
    let mut subjects = poll.subjects.clone();
    subjects.sort_by_key(|&subject| std::cmp::Reverse(of(subject)));
    let mut scores: Vec<Score> = Vec::with_capacity(subjects.len());
    for (at, subject) in subjects.into_iter().enumerate() {
        let votes = of(subject);
        let rank = scores.last().filter(|last| last.votes == votes).map_or(at + 1, |last| last.rank);
        scores.push(Score { subject, votes, rank });
    }
    scores
}

#[derive(Default)]
struct Sums {
    impact: u32,
    effort: u32,
    ballots: u32,
}

impl Sums {
    /// By mean impact less mean effort, in whole numbers: equals are equal.
    fn compare(&self, other: &Sums) -> Ordering {
        let gain = |sums: &Sums| i64::from(sums.impact) - i64::from(sums.effort);
        (gain(self) * i64::from(other.ballots)).cmp(&(gain(other) * i64::from(self.ballots)))
    }
}

fn places(poll: &Poll) -> BTreeMap<u16, Sums> {
    let mut places: BTreeMap<u16, Sums> = BTreeMap::new();
    for ballot in &poll.ballots {
        if let Entry::Place { subject, impact, effort } = ballot.entry {
            let sums = places.entry(subject).or_default();
            sums.impact += u32::from(impact);
            sums.effort += u32::from(effort);
            sums.ballots += 1;
        }
    }
    places
}

fn matrix(poll: &Poll) -> Vec<Spot> {
    let places = places(poll);
    let mean = |sum: u32, ballots: u32| f64::from(sum) / f64::from(ballots);
    let spot = |&subject: &u16| {
        let &Sums { impact, effort, ballots } = places.get(&subject)?;
        Some(Spot { subject, impact: mean(impact, ballots), effort: mean(effort, ballots), ballots })
    };
    poll.subjects.iter().filter_map(spot).collect()
}

fn ideas(poll: &Poll) -> Vec<Idea> {
    let mut ideas: Vec<Idea> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for ballot in &poll.ballots {
        let Entry::Idea(text) = &ballot.entry else { continue };
        let at = *places.entry(same(text)).or_insert(ideas.len());
        match ideas.get_mut(at) {
            Some(idea) => idea.times += 1,
            None => ideas.push(Idea { text: text.clone(), times: 1 }),
        }
    }
    ideas.sort_by_key(|idea| std::cmp::Reverse(idea.times));
    ideas
}

/// What two writings of one idea have in common; a text without letters (« ++ », an emoji) only itself.
fn same(text: &str) -> String {
    Some(fold(text)).filter(|folded| !folded.is_empty()).unwrap_or_else(|| text.trim().to_owned())
}

/// Measures of a matrix that nobody placed.
pub fn unplaced(poll: &Poll) -> Vec<u16> {
    let placed: BTreeSet<u16> = places(poll).into_keys().collect();
    poll.subjects.iter().copied().filter(|subject| !placed.contains(subject)).collect()
}
