//! Characters a file may hold. What a visitor pastes can hold others, and one of them makes a whole document unreadable.

/// The text without what XML 1.0 forbids (`Char`, §2.2): controls but tab and line feed, and the two non-characters.
/// Lines end with a line feed alone, whatever the machine they were typed on.
pub fn legal(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    text.chars().filter(|&c| is_legal(c)).collect()
}

/// The same on one line: for names and titles, which have one.
pub fn one_line(text: &str) -> String {
    let text = legal(text);
    let words = text.split([' ', '\t', '\n']).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// DEL and the controls beside it are allowed and discouraged: nobody can see them.
fn is_legal(c: char) -> bool {
    matches!(c, '\t' | '\n') || !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_document_may_hold_is_dropped_and_the_rest_stays() {
        assert_eq!(legal("a\0b\u{1}c\u{1b}[0md\u{ffff}\u{7f}e"), "abc[0mde");
        assert_eq!(legal("un\r\ndeux\rtrois\u{2028}quatre\tcinq"), "un\ndeux\ntrois\nquatre\tcinq");
        let kept = "é œ « » 👩🏽‍🔬 🏴󠁧󠁢󠁢󠁺󠁨󠁿 עברית العربية \u{200f}\u{202b}x\u{fffd}";
        assert_eq!(legal(kept), kept);
        assert_eq!(one_line(" un\ntitre \t long\u{a0}! "), "un titre long\u{a0}!");
    }
}
