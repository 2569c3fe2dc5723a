//! Errors of one file, gathered as they are found.

use super::files::DataError;
use std::collections::BTreeSet;

/// Collects errors of one file.
pub struct Faults<'a> {
    pub file: String,
    pub errors: &'a mut Vec<DataError>,
}

impl Faults<'_> {
    pub fn refuse(&mut self, field: impl Into<String>, message: impl Into<String>) {
        self.errors.push(DataError { file: self.file.clone(), field: field.into(), message: message.into() });
    }

    /// Refuses unless the rule holds.
    pub fn unless(&mut self, holds: bool, field: &str, message: &str) {
        if !holds {
            self.refuse(field, message);
        }
    }

    /// Refuses ids that are mistyped or met twice; gives those there are.
    pub fn unique<'b>(&mut self, field: &str, ids: impl Iterator<Item = &'b str>) -> BTreeSet<&'b str> {
        let mut seen = BTreeSet::new();
        for id in ids {
            self.unless(is_id(id), field, &format!("« {id} » n’est pas un identifiant (minuscules, chiffres, tirets)"));
            self.unless(seen.insert(id), field, &format!("« {id} » figure deux fois"));
        }
        seen
    }
}

fn is_id(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}
