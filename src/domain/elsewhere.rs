//! In the place of `routes` in the first program, which has the list alone.

use super::corpus::Corpus;
use super::notice::Notice;
use super::views::View;

/// The list, or whatever the path means to the suite. A path lives as long as the page: the first program follows one such
/// link, then ends.
pub fn read_view(path: &str, _: &Corpus, _: &mut Vec<Notice>) -> Option<View> {
    match path {
        "" | "/" | "/mesures" | "/mesures/" => Some(View::Measures),
        _ => Some(View::Elsewhere(Box::leak(path.to_owned().into_boxed_str()))),
    }
}
