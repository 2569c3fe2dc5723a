//! The visitor's selection as the device keeps it, and how it is reordered.

use crate::domain::corpus::MeasureIdx;
use crate::store::Store;

/// Numbers, as in an address.
pub fn selection_text(store: Store, basket: &[MeasureIdx]) -> String {
    let numbers: Vec<String> =
        basket.iter().filter_map(|&m| store.corpus.measure(m)).map(|m| m.number.to_string()).collect();
    numbers.join(",")
}

/// The measures a kept selection names, those of another version left out.
pub fn selection_of(store: Store, text: &str) -> Vec<MeasureIdx> {
    text.split(',').filter_map(|number| store.corpus.by_number(number.parse().ok()?)).collect()
}

/// Puts a measure at a place of a selection.
pub fn move_to(basket: &mut Vec<MeasureIdx>, measure: MeasureIdx, to: usize) {
    let before = basket.len();
    basket.retain(|&m| m != measure);
    if basket.len() < before {
        basket.insert(to.min(basket.len()), measure);
    }
}
