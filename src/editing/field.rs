//! Fields of a file that must be right to be taken: texts of a bounded length, words of a closed list, lists without doubles.

use crate::domain::french::{integer, list, quoted};
use crate::domain::text::clip;
use serde::de::{DeserializeSeed, Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::collections::BTreeSet;
use std::fmt;
use std::marker::PhantomData;

/// Longest text of a field, in characters; more is left out when typed, and said; refused in a file.
pub const LONGEST: usize = 10_000;

/// As much of a text as is kept.
pub fn cut(text: &str) -> String {
    clip(text, LONGEST).0.to_owned()
}

/// Whether a text is longer than what is kept of it.
pub fn is_cut(text: &str) -> bool {
    clip(text, LONGEST).1
}

pub fn short<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    let text = String::deserialize(from)?;
    match is_cut(&text) {
        true => Err(D::Error::custom(format!("plus de {} caractères", integer(LONGEST as u64)))),
        false => Ok(text),
    }
}

/// A text that `known` understands, or the reason why not.
pub fn checked<'de, D, T>(from: D, known: impl Fn(&str) -> Option<T>, expected: &str) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
{
    let text = short(from)?;
    known(&text).ok_or_else(|| D::Error::custom(format!("{} n’est pas {expected}", quoted(clip(&text, 40).0))))
}

/// A whole number within bounds.
pub fn within<'de, D: Deserializer<'de>>(from: D, least: u32, most: u32) -> Result<u32, D::Error> {
    let number = u32::deserialize(from)?;
    let told = || format!("on attend un nombre de {least} à {}", integer(most.into()));
    if (least..=most).contains(&number) { Ok(number) } else { Err(D::Error::custom(told())) }
}

/// Words of a closed list as they stand in a message.
pub fn keys(keys: impl Iterator<Item = &'static str>) -> String {
    list(&keys.map(quoted).collect::<Vec<_>>(), "ou")
}

/// An item of a list that names it once.
pub trait Named {
    /// As many as a list holds.
    const MOST: usize;
    fn name(&self) -> String;
}

/// A list without doubles, of a bounded length. An item is refused where it ends, so that its place and its line are told.
pub fn distinct<'de, D: Deserializer<'de>, T: Deserialize<'de> + Named>(from: D) -> Result<Vec<T>, D::Error> {
    from.deserialize_seq(Items(PhantomData))
}

struct Items<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de> + Named> Visitor<'de> for Items<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a sequence")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Vec<T>, A::Error> {
        let (mut items, mut seen) = (Vec::new(), BTreeSet::new());
        while let Some(item) = from.next_element_seed(Item { seen: &mut seen, item: PhantomData })? {
            items.push(item);
        }
        Ok(items)
    }
}

struct Item<'a, T> {
    seen: &'a mut BTreeSet<String>,
    item: PhantomData<T>,
}

impl<'de, T: Deserialize<'de> + Named> DeserializeSeed<'de> for Item<'_, T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<T, D::Error> {
        if self.seen.len() == T::MOST {
            return Err(D::Error::custom(format!("il y en a plus de {}", integer(T::MOST as u64))));
        }
        let item = T::deserialize(from)?;
        match self.seen.insert(item.name()) {
            true => Ok(item),
            false => Err(D::Error::custom(format!("{} y est deux fois", quoted(clip(&item.name(), 40).0)))),
        }
    }
}
