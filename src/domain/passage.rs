//! A piece of official text: what it is in its measure, its words, and the tags they earn.

use super::binary::{Binary, Reader, Stream, Writer};
use super::corpus::OptionIdx;
use super::facet::Facet;
use super::schema_terms::Link;
use std::ops::Range;

/// What a passage is in its measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    Title,
    Objective,
    /// The sentence that introduces the actions.
    Lead,
    /// Numbered from 1.
    Action(u8),
    /// Official text after the actions that is not an action.
    Closing,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Passage {
    pub role: Role,
    /// Paragraphs; the first is the passage's own sentence.
    pub blocks: Vec<String>,
    /// The source's own form of the first block, where a typing error is shown corrected.
    pub source: Option<String>,
    pub mentions: Vec<Mention>,
}

/// A tag and the words that earn it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    pub facet: Facet,
    pub option: OptionIdx,
    /// On audiences only.
    pub link: Option<Link>,
    /// Which of the passage's blocks.
    pub block: u16,
    /// Bytes of that block.
    pub start: u32,
    pub end: u32,
}

/// One number: the roles without one, then the actions from 0.
impl Binary for Role {
    fn write(&self, to: &mut Writer) {
        let role = match *self {
            Role::Title => 0,
            Role::Objective => 1,
            Role::Lead => 2,
            Role::Closing => 3,
            Role::Action(number) => 4 + u32::from(number),
        };
        to.number(Stream::Choice, role);
    }
    fn read(from: &mut Reader) -> Role {
        match from.number(Stream::Choice, 4 + u32::from(u8::MAX)) {
            0 => Role::Title,
            1 => Role::Objective,
            2 => Role::Lead,
            3 => Role::Closing,
            action => Role::Action((action - 4) as u8),
        }
    }
}

/// All but titles are printed with their measure.
fn stream(role: Role) -> Stream {
    match role {
        Role::Title => Stream::Text,
        Role::Objective | Role::Lead | Role::Action(_) | Role::Closing => Stream::Printed,
    }
}

impl Binary for Passage {
    fn write(&self, to: &mut Writer) {
        self.role.write(to);
        to.number(Stream::Length, self.blocks.len() as u32);
        self.blocks.iter().for_each(|block| to.text(stream(self.role), block));
        self.source.write(to);
        self.mentions.write(to);
    }
    fn read(from: &mut Reader) -> Passage {
        let role = Role::read(from);
        let blocks = (0..from.length(size_of::<String>())).map(|_| from.text(stream(role))).collect();
        let source = Option::read(from);
        Passage { role, blocks, source, mentions: Vec::read(from) }
    }
}

/// Its words by their length, which repeats more than their end.
impl Binary for Mention {
    fn write(&self, to: &mut Writer) {
        self.facet.write(to);
        self.option.write(to);
        self.link.write(to);
        self.block.write(to);
        self.start.write(to);
        to.number(Stream::Number, self.end.saturating_sub(self.start));
    }
    fn read(from: &mut Reader) -> Mention {
        let (facet, option) = Binary::read(from);
        let (link, block) = Binary::read(from);
        let start = u32::read(from);
        let end = start.saturating_add(from.number(Stream::Number, u32::MAX));
        Mention { facet, option, link, block, start, end }
    }
}

impl Mention {
    pub fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl Passage {
    pub fn text(&self) -> &str {
        self.blocks.first().map_or("", String::as_str)
    }

    /// The words that earn the tag.
    pub fn evidence(&self, mention: &Mention) -> &str {
        self.blocks.get(mention.block as usize).and_then(|b| b.get(mention.range())).unwrap_or_default()
    }

    /// The paragraph in which the tag is earned.
    pub fn block_of(&self, mention: &Mention) -> &str {
        self.blocks.get(mention.block as usize).map_or("", String::as_str)
    }

    pub fn mention(&self, facet: Facet, option: OptionIdx) -> Option<&Mention> {
        self.mentions.iter().find(|m| m.facet == facet && m.option == option)
    }

    /// Mentions of one facet, in the order of the data.
    pub fn mentions_of(&self, facet: Facet) -> impl Iterator<Item = &Mention> {
        self.mentions.iter().filter(move |m| m.facet == facet)
    }
}
