//! Two windows wrote on one roadmap, neither having seen the other's last words: what each changed, together.

use super::row::{Roadmap, Row, Subject};

/// `base` is what `mine` was before the changes that `theirs` may not have seen. A field is mine where I changed it, theirs
/// elsewhere; a line goes when one took it out and the other left it as it was.
pub fn reconcile(base: &Roadmap, mine: &Roadmap, theirs: &Roadmap) -> Roadmap {
    let order = |roadmap: &Roadmap| roadmap.rows.iter().map(|row| row.subject).collect::<Vec<Subject>>();
    let shared = |one: &Roadmap, other: &Roadmap| {
        order(one).into_iter().filter(|subject| other.row(*subject).is_some()).collect::<Vec<_>>()
    };
    let moved = shared(mine, base) != shared(base, mine);
    let (first, second) = if moved { (mine, theirs) } else { (theirs, mine) };
    let mut subjects = order(first);
    subjects.extend(order(second).into_iter().filter(|subject| first.row(*subject).is_none()));
    let mut merged = Roadmap {
        title: pick(&base.title, &mine.title, &theirs.title),
        holder: pick(&base.holder, &mine.holder, &theirs.holder),
        date: pick(&base.date, &mine.date, &theirs.date),
        rows: subjects
            .into_iter()
            .filter_map(|subject| line(base.row(subject), mine.row(subject), theirs.row(subject)))
            .collect(),
    };
    merged.settle();
    merged
}

fn pick<T: Clone + PartialEq>(base: &T, mine: &T, theirs: &T) -> T {
    if mine == base { theirs.clone() } else { mine.clone() }
}

fn line(base: Option<&Row>, mine: Option<&Row>, theirs: Option<&Row>) -> Option<Row> {
    match (mine, theirs) {
        (Some(mine), Some(theirs)) => {
            // Added by both: as if from nothing.
            let empty = Row::new(mine.subject);
            let base = base.unwrap_or(&empty);
            Some(Row {
                subject: mine.subject,
                status: pick(&base.status, &mine.status, &theirs.status),
                priority: pick(&base.priority, &mine.priority, &theirs.priority),
                due: pick(&base.due, &mine.due, &theirs.due),
                texts: std::array::from_fn(|at| pick(&base.texts[at], &mine.texts[at], &theirs.texts[at])),
            })
        }
        (Some(one), None) | (None, Some(one)) => (base != Some(one)).then(|| one.clone()),
        (None, None) => None,
    }
}
