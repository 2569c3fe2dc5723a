//! Which actions of a measure answer a query, and which other passages do.
//!
//! An action answers by its own words only: it must itself bear each thing asked for, whatever its measure bears.

use super::corpus::Measure;
use super::facet::Facet;
use super::needle::Search;
use super::passage::{Passage, Role};
use super::query::Query;
use super::search::find;
use super::text::words;

/// How the passages of one measure answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// Places among the measure's actions, from 0, of those that bear everything asked for.
    pub whole: Vec<usize>,
    /// Of those that bear some of it.
    pub partial: Vec<usize>,
    /// Other passages that bear some of it.
    pub passages: Vec<Role>,
    /// Whether the words were found in our summary.
    pub in_summary: bool,
    /// Whether anything was asked that an action can bear.
    pub asked: bool,
}

impl Answer {
    /// The actions to show first: those that answer wholly, else those that do in part.
    pub fn actions(&self) -> &[usize] {
        if self.whole.is_empty() { &self.partial } else { &self.whole }
    }
}

pub fn answer(measure: &Measure, query: &Query, search: &Search) -> Answer {
    let facets: Vec<Facet> = query.active().filter(|f| f.is_tag()).collect();
    let asked = facets.len() + usize::from(!search.is_empty());
    let mut answer = Answer { asked: asked > 0, ..Answer::default() };
    if asked == 0 {
        return answer;
    }
    answer.in_summary = find(search, &measure.summary).found > 0;
    let mut action = 0;
    for passage in &measure.passages {
        let borne = borne(passage, &facets, query, search);
        match passage.role {
            Role::Action(_) => {
                if borne.whole == asked {
                    answer.whole.push(action);
                } else if borne.some {
                    answer.partial.push(action);
                }
                action += 1;
            }
            role if borne.some => answer.passages.push(role),
            _ => {}
        }
    }
    answer
}

struct Borne {
    /// Things asked for that the passage bears whole.
    whole: usize,
    /// Whether it bears any part of any of them.
    some: bool,
}

fn borne(passage: &Passage, facets: &[Facet], query: &Query, search: &Search) -> Borne {
    let mut borne = Borne { whole: 0, some: false };
    for &facet in facets {
        let choice = query.choice(facet);
        let tags: Vec<_> = passage.mentions_of(facet).map(|m| m.option).collect();
        borne.whole += usize::from(choice.accepts(&tags));
        borne.some |= tags.iter().any(|&t| choice.contains(t));
    }
    // The words may stand in different paragraphs of the passage.
    let blocks: Vec<_> = passage.blocks.iter().map(|b| search.places(&words(b))).collect();
    let needles = search.needles.len();
    let found = (0..needles).filter(|&n| blocks.iter().any(|places| !places[n].is_empty())).count();
    borne.whole += usize::from(needles > 0 && found == needles);
    borne.some |= found > 0;
    borne
}
