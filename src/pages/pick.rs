//! Putting a measure in one's selection, from wherever it is shown. What is pressed is heard by `platform::links`: a list too
//! long to be kept has no listeners of its own.

use crate::domain::corpus::{Measure, MeasureIdx};
#[cfg(feature = "pages")]
use crate::domain::french::count;
use crate::kids;
use crate::platform::links::PICK;
#[cfg(feature = "pages")]
use crate::store::Step;
use crate::store::Store;
#[cfg(feature = "pages")]
use crate::view::node::button;
use crate::view::node::{Element, el, spoken};

/// The toggle of a measure; its name does not change, its state does.
pub fn pick(store: Store, at: MeasureIdx, measure: &Measure) -> Element {
    let number = measure.number.to_string();
    let on = store.read(|a| a.basket.contains(&at));
    let name = kids!["Ma sélection", spoken(format!("\u{a0}: mesure\u{a0}{number}"))];
    el("button", "xp-button xp-button--small xp-pick xp-needs-js", name)
        .attr("type", "button")
        .attr("id", format!("choisir-{number}"))
        .attr("aria-pressed", on.to_string())
        .attr(PICK, number)
}

/// Puts measures in the selection in one go; nothing where they all are there.
#[cfg(feature = "pages")]
pub fn pick_all(store: Store, measures: impl IntoIterator<Item = MeasureIdx>) -> Option<Element> {
    let missing: Vec<MeasureIdx> = store.read(|a| measures.into_iter().filter(|m| !a.basket.contains(m)).collect());
    let text = format!("Ajouter {} à ma sélection", count(missing.len(), "mesure", "mesures"));
    let nothing = missing.is_empty();
    let add = move || store.edit(Step::Push, |a| a.basket.extend(&missing));
    (!nothing).then(|| button("xp-button", kids![text], add).attr("id", "tout-ajouter"))
}
