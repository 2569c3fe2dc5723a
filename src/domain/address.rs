//! The address: one value that is the whole view, and its two-way form in the URL fragment.
//!
//! The only place that knows keys. Parsing is total: what is not understood becomes a notice, never a failure.
//! Printing is canonical: fixed order, sorted values, defaults left out.

use super::corpus::{Corpus, MeasureIdx, OptionIdx};
use super::facet::Facet;
use super::french::quoted;
use super::order::by_key;
use super::query::{Choice, Mode, Query};
use super::text::clip;
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

/// Longest question kept, in characters.
pub const LONGEST_TEXT: usize = 200;

/// Characters that would end or split a fragment, or that messengers cut links at.
const RESERVED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'&')
    .add(b'+')
    .add(b',')
    .add(b'<')
    .add(b'=')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}')
    .add(b'\'');

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum View {
    #[default]
    Measures,
    Measure(MeasureIdx),
    /// Every term of a facet.
    Terms(Facet),
    Term(Facet, OptionIdx),
    Charts,
    Targets,
    About,
}

/// Order of the list of measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    #[default]
    Document,
    Relevance,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Address {
    pub view: View,
    pub query: Query,
    pub order: Order,
    /// One list rather than groups by section.
    pub flat: bool,
    /// Whether the measures left out are listed too.
    pub misses_shown: bool,
    /// The visitor's own selection, in the order of the document.
    pub basket: Vec<MeasureIdx>,
}

/// Something of an address that could not be honoured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    UnknownView(String),
    UnknownValue { label: String, value: String },
    TextCut,
    NewerVersion,
}

impl Notice {
    /// What the visitor reads.
    pub fn message(&self) -> String {
        match self {
            Notice::UnknownView(path) => {
                format!("La page {} n’existe pas\u{a0}: voici les mesures.", quoted(&short(path)))
            }
            Notice::UnknownValue { label, value } => {
                format!("{label}\u{a0}: {} n’est pas connu, ce choix est laissé de côté.", quoted(&short(value)))
            }
            Notice::TextCut => {
                format!("Votre recherche est limitée à {LONGEST_TEXT} caractères\u{a0}: la suite est laissée de côté.")
            }
            Notice::NewerVersion => {
                "Ce lien vient d’une version plus récente de l’explorateur\u{a0}: une partie a pu être laissée de côté."
                    .into()
            }
        }
    }
}

fn short(text: &str) -> String {
    let (start, cut) = clip(text, 40);
    if cut { format!("{start}…") } else { start.to_owned() }
}

/// Version of the address this code writes; left out of the link while it is the first.
const VERSION: u32 = 1;

impl Address {
    /// Reads a fragment, with or without its `#`.
    pub fn parse(fragment: &str, corpus: &Corpus) -> (Address, Vec<Notice>) {
        let mut notices = Vec::new();
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let (path, params) = fragment.split_once('?').unwrap_or((fragment, ""));
        let mut address = Address { view: read_view(&decode(path), corpus, &mut notices), ..Address::default() };
        for (key, value) in params.split('&').filter_map(|pair| pair.split_once('=')) {
            read_param(&mut address, &decode(key), &decode(value), corpus, &mut notices);
        }
        (address, notices)
    }

    /// The fragment that `parse` reads back to the same value, `#` included.
    pub fn fragment(&self, corpus: &Corpus) -> String {
        let mut params: Vec<String> = Vec::new();
        for facet in self.query.active() {
            let choice = self.query.choice(facet);
            let keys: Vec<_> = choice.options().iter().map(|&o| corpus.option_key(facet, o)).collect();
            let values = match choice.mode() {
                Mode::Any => keys.join(","),
                Mode::All if keys.len() == 1 => format!("{}+", keys[0]),
                Mode::All => keys.join("+"),
            };
            params.push(format!("{}={values}", corpus.facet_key(facet)));
        }
        if !self.query.text.is_empty() {
            params.push(format!("q={}", utf8_percent_encode(&self.query.text, RESERVED)));
        }
        params.extend((self.order == Order::Relevance).then(|| "tri=pertinence".to_owned()));
        params.extend(self.flat.then(|| "groupes=non".to_owned()));
        params.extend(self.misses_shown.then(|| "ecartees=oui".to_owned()));
        if !self.basket.is_empty() {
            let numbers: Vec<_> =
                self.basket.iter().filter_map(|&m| corpus.measure(m)).map(|m| m.number.to_string()).collect();
            params.push(format!("choix={}", numbers.join(",")));
        }
        let mark = if params.is_empty() { "" } else { "?" };
        format!("#{}{mark}{}", print_view(self.view, corpus), params.join("&"))
    }

    /// The same question and selection, seen from another view.
    pub fn at(&self, view: View) -> Address {
        Address { view, ..self.clone() }
    }
}

fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// Path of the page that lists the terms of a facet; kinds of action have no page.
fn terms_path(facet: Facet) -> Option<&'static str> {
    match facet {
        Facet::Actor => Some("acteurs"),
        Facet::Scheme => Some("dispositifs"),
        Facet::Place => Some("territoires"),
        Facet::Audience => Some("publics"),
        Facet::Kind | Facet::Level(_) => None,
    }
}

fn print_view(view: View, corpus: &Corpus) -> String {
    match view {
        View::Measures => "/mesures".into(),
        View::Measure(at) => format!("/mesures/{}", corpus.measure(at).map_or(0, |m| m.number)),
        View::Terms(facet) => format!("/{}", terms_path(facet).unwrap_or("mesures")),
        View::Term(facet, at) => {
            format!("/{}/{}", terms_path(facet).unwrap_or("mesures"), corpus.option_key(facet, at))
        }
        View::Charts => "/graphiques".into(),
        View::Targets => "/objectifs".into(),
        View::About => "/a-propos".into(),
    }
}

fn read_view(path: &str, corpus: &Corpus, notices: &mut Vec<Notice>) -> View {
    let segments: Vec<&str> = path.split('/').filter(|s| !s.is_empty()).collect();
    let facet = |name: &str| Facet::TAGS.into_iter().find(|&f| terms_path(f) == Some(name));
    let found = match segments.as_slice() {
        [] | ["mesures"] => Some(View::Measures),
        ["mesures", number] => number.parse().ok().and_then(|n| corpus.by_number(n)).map(View::Measure),
        ["graphiques"] => Some(View::Charts),
        ["objectifs"] => Some(View::Targets),
        ["a-propos"] => Some(View::About),
        [list] => facet(list).map(View::Terms),
        [list, id] => facet(list).and_then(|f| corpus.option_by_key(f, id).map(|o| View::Term(f, o))),
        _ => None,
    };
    found.unwrap_or_else(|| {
        notices.push(Notice::UnknownView(path.to_owned()));
        View::Measures
    })
}

fn read_param(address: &mut Address, key: &str, value: &str, corpus: &Corpus, notices: &mut Vec<Notice>) {
    match key {
        "q" => {
            let (text, cut) = clip(value, LONGEST_TEXT);
            text.clone_into(&mut address.query.text);
            notices.extend(cut.then_some(Notice::TextCut));
        }
        "tri" => address.order = if value == "pertinence" { Order::Relevance } else { Order::Document },
        "groupes" => address.flat = value == "non",
        "ecartees" => address.misses_shown = value == "oui",
        "choix" => address.basket = read_basket(value, corpus, notices),
        "v" => notices.extend(value.parse().is_ok_and(|v: u32| v > VERSION).then_some(Notice::NewerVersion)),
        _ => {
            if let Some(facet) = corpus.facets().find(|&f| corpus.facet_key(f) == key) {
                address.query.set(facet, read_choice(facet, value, corpus, notices));
            }
        }
    }
}

fn read_choice(facet: Facet, value: &str, corpus: &Corpus, notices: &mut Vec<Notice>) -> Choice {
    let mode = if facet.is_tag() && value.contains('+') { Mode::All } else { Mode::Any };
    let mut options = Vec::new();
    for key in value.split([',', '+']).filter(|k| !k.is_empty()) {
        match corpus.option_by_key(facet, key) {
            Some(option) => options.push(option),
            None => unknown(notices, corpus.facet_label(facet), key),
        }
    }
    Choice::new(options, mode)
}

fn read_basket(value: &str, corpus: &Corpus, notices: &mut Vec<Notice>) -> Vec<MeasureIdx> {
    let mut basket = Vec::new();
    for number in value.split(',').filter(|n| !n.is_empty()) {
        match number.parse().ok().and_then(|n| corpus.by_number(n)) {
            Some(measure) => basket.push(measure),
            None => unknown(notices, "Sélection", number),
        }
    }
    let mut basket = by_key(&basket, |m| *m);
    basket.dedup();
    basket
}

/// A hostile link may hold thousands of unknown values: a few are enough to say so.
fn unknown(notices: &mut Vec<Notice>, label: &str, value: &str) {
    if notices.len() < 4 {
        notices.push(Notice::UnknownValue { label: label.to_owned(), value: value.to_owned() });
    }
}
