//! French as it is printed: numbers, plurals, lists, roman numerals, dates. Pure text, no markup.

/// Narrow no-break space: between thousands, before `;`, `!`, `?` and `%`.
const THIN: char = '\u{202f}';

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// `1 234 567`, with narrow spaces.
pub fn integer(value: u64) -> String {
    let digits = value.to_string();
    let mut out = String::with_capacity(digits.len() + 4);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(THIN);
        }
        out.push(digit);
    }
    out
}

/// `14,2`: at most two decimals, none that are not needed.
pub fn decimal(value: f64) -> String {
    let hundredths = (value.abs() * 100.0).round() as u64;
    let sign = if value < 0.0 && hundredths > 0 { "−" } else { "" };
    let whole = integer(hundredths / 100);
    match hundredths % 100 {
        0 => format!("{sign}{whole}"),
        cents if cents.is_multiple_of(10) => format!("{sign}{whole},{}", cents / 10),
        cents => format!("{sign}{whole},{cents:02}"),
    }
}

/// `14,2 %`, `1 400 salariés`, `0 collectivité`: the unit follows its number on the same line.
pub fn quantity(value: f64, unit: &str) -> String {
    // A unit of several words keeps its form: which of them agree is more than this knows.
    let single = value.abs() < 2.0 && !unit.contains(' ');
    let unit = unit.strip_suffix('s').filter(|_| single).unwrap_or(unit);
    let space = if unit.starts_with('%') { THIN } else { '\u{a0}' };
    format!("{}{space}{unit}", decimal(value))
}

/// `812 octets`, `45,1 ko`, `1,2 Mo`: a thousand at a time, one decimal.
pub fn file_size(bytes: u64) -> String {
    let tenths = |unit: f64| decimal((bytes as f64 / unit * 10.0).round() / 10.0);
    match bytes {
        0..1_000 => format!("{bytes}\u{a0}{}", plural(bytes as usize, "octet", "octets")),
        1_000..999_950 => format!("{}\u{a0}ko", tenths(1e3)),
        _ => format!("{}\u{a0}Mo", tenths(1e6)),
    }
}

/// The noun in agreement: zero and one are singular in French.
pub fn plural<'a>(count: usize, one: &'a str, many: &'a str) -> &'a str {
    if count < 2 { one } else { many }
}

/// `3 mesures`, `1 mesure`, `0 mesure`.
pub fn count(count: usize, one: &str, many: &str) -> String {
    format!("{}\u{a0}{}", integer(count as u64), plural(count, one, many))
}

/// `A, B et C`.
pub fn list<S: AsRef<str>>(items: &[S], and: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [start @ .., last] => {
            let start: Vec<&str> = start.iter().map(AsRef::as_ref).collect();
            format!("{} {and} {}", start.join(", "), last.as_ref())
        }
    }
}

/// A label in lower case, to stand inside a sentence. Letters of French only: Unicode's tables weigh 4 kB.
pub fn lower(text: &str) -> String {
    let letter = |c: char| match c {
        'À'..='Ö' | 'Ø'..='Þ' => char::from_u32(c as u32 + 0x20).unwrap_or(c),
        'Œ' => 'œ',
        _ => c.to_ascii_lowercase(),
    };
    text.chars().map(letter).collect()
}

/// `«\u{a0}texte\u{a0}»`.
pub fn quoted(text: &str) -> String {
    format!("«\u{a0}{text}\u{a0}»")
}

/// Data and schemas are typed with straight apostrophes and plain spaces; the page reads as French is printed.
pub fn typeset(text: &str) -> String {
    let text = text.replace('\'', "’").replace(" :", "\u{a0}:").replace("« ", "«\u{a0}").replace(" »", "\u{a0}»");
    [';', '?', '!'].iter().fold(text, |text, sign| text.replace(&format!(" {sign}"), &format!("{THIN}{sign}")))
}

/// Roman numeral, 1 to 3999; anything else in digits.
pub fn roman(value: u16) -> String {
    const SIGNS: [(u16, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if value == 0 || value > 3999 {
        return value.to_string();
    }
    let mut rest = value;
    let mut out = String::new();
    for (weight, sign) in SIGNS {
        while rest >= weight {
            out.push_str(sign);
            rest -= weight;
        }
    }
    out
}

/// `6 mars 2025` from `2025-03-06`; `mai 2024` from `2024-05`; anything else as it is.
pub fn date(iso: &str) -> String {
    let parts: Vec<Option<usize>> = iso.split('-').map(|p| p.parse().ok()).collect();
    let month = |m: usize| m.checked_sub(1).and_then(|i| MONTHS.get(i));
    match parts.as_slice() {
        [Some(year), Some(m)] => month(*m).map_or(iso.to_owned(), |m| format!("{m} {year}")),
        [Some(year), Some(m), Some(day)] => {
            let day = if *day == 1 { "1er".to_owned() } else { day.to_string() };
            month(*m).map_or(iso.to_owned(), |m| format!("{day} {m} {year}"))
        }
        _ => iso.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_printed_the_french_way() {
        assert_eq!(integer(0), "0");
        assert_eq!(integer(999), "999");
        assert_eq!(integer(95_100), "95\u{202f}100");
        assert_eq!(integer(1_234_567), "1\u{202f}234\u{202f}567");
        assert_eq!(decimal(14.2), "14,2");
        assert_eq!(decimal(2.39), "2,39");
        assert_eq!(decimal(2.05), "2,05");
        assert_eq!(decimal(-3.0), "−3");
        assert_eq!(quantity(14.2, "%"), "14,2\u{202f}%");
        assert_eq!(quantity(0.0, "collectivités"), "0\u{a0}collectivité");
        assert_eq!(quantity(1400.0, "salariés"), "1\u{202f}400\u{a0}salariés");
    }

    #[test]
    fn sizes_of_files_have_french_units() {
        let sizes = [0, 1, 812, 1_000, 45_125, 999_949, 999_950, 1_234_567].map(file_size);
        let spaced = sizes.map(|s| s.replace('\u{a0}', " "));
        assert_eq!(spaced, ["0 octet", "1 octet", "812 octets", "1 ko", "45,1 ko", "999,9 ko", "1 Mo", "1,2 Mo"]);
    }

    #[test]
    fn zero_and_one_are_singular() {
        assert_eq!(count(0, "mesure", "mesures"), "0\u{a0}mesure");
        assert_eq!(count(1, "mesure", "mesures"), "1\u{a0}mesure");
        assert_eq!(count(2, "mesure", "mesures"), "2\u{a0}mesures");
    }

    #[test]
    fn lists_end_with_a_conjunction() {
        assert_eq!(list::<&str>(&[], "et"), "");
        assert_eq!(list(&["A"], "et"), "A");
        assert_eq!(list(&["A", "B", "C"], "et"), "A, B et C");
    }

    #[test]
    fn labels_are_lowered_with_their_accents() {
        assert_eq!(lower("Étape ŒUVRE À Ça 2"), "étape œuvre à ça 2");
    }

    #[test]
    fn axes_are_numbered_in_roman() {
        assert_eq!([roman(1), roman(3), roman(4), roman(14)], ["I", "III", "IV", "XIV"]);
        assert_eq!(roman(0), "0");
    }

    #[test]
    fn dates_are_spelled_out() {
        assert_eq!(date("2025-03-06"), "6 mars 2025");
        assert_eq!(date("2024-12-01"), "1er décembre 2024");
        assert_eq!(date("2024-05"), "mai 2024");
        assert_eq!(date("2018"), "2018");
        assert_eq!(date("2024-13-40"), "2024-13-40");
    }
}
