//! How many measures are shown, told to screen readers once the visitor pauses (RGAA 7.5).

use super::named::shown_terms;
use crate::domain::french::{count, plural};
use crate::domain::label;
use crate::kids;
use crate::platform::announce;
use crate::reactive::*;
use crate::store::Store;
use crate::view::node::{Element, el};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// « 8 mesures affichées sur 22, 14 écartées ».
pub fn sentence(shown: usize, total: usize) -> String {
    let verb = plural(shown, "affichée", "affichées");
    let start = format!("{} {verb} sur\u{a0}{total}", count(shown, "mesure", "mesures"));
    match total - shown {
        0 => start,
        n => format!("{start}, {n}\u{a0}{}", plural(n, "écartée", "écartées")),
    }
}

/// The terms shown above the list because the question names them.
fn also(store: Store) -> String {
    let names: Vec<String> =
        shown_terms(store).into_iter().map(|(facet, option)| label::option(store.corpus, facet, option)).collect();
    if names.is_empty() { String::new() } else { format!(". Voir aussi\u{a0}: {}", names.join(", ")) }
}

/// The live region: the only `role=status` of a page, its first number the number of measures shown.
pub fn status(store: Store) -> Element {
    let now = move || store.selection(|s| sentence(s.hits.len(), s.total())) + &also(store);
    let region = el("p", "xp-hidden", kids![now()]).attr("id", "nombre").attr("role", "status");
    region.hosted(Arc::new(move |place| {
        // Its own root: the page's owner forgets its children at each update.
        let owner = Owner::new_root(None);
        let telling = Rc::new(RefCell::new(None));
        if let Some(region) = announce::Region::new(place) {
            let (owner, telling) = (owner.clone(), telling.clone());
            // After the address is read: what it asks for is told at once.
            spawn_local(async move {
                let tell = move |first: Option<()>| region.tell(now(), first.is_none());
                telling.replace(Some(owner.with(|| RenderEffect::new(tell))));
            });
        }
        Box::new((telling, owner))
    }))
}
