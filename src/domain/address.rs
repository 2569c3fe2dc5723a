//! The address: one value that is the whole view, and its two-way form in the URL fragment.
//!
//! The only place that knows keys. Parsing is total: what is not understood becomes a notice, never a failure.
//! Printing is canonical: fixed order, sorted values, defaults left out.

use super::chart::{Chart, Crossing};
use super::corpus::{Corpus, MeasureIdx};
use super::facet::Facet;
pub use super::notice::{LONGEST_TEXT, Notice};
use super::notice::{tell, unknown};
use super::query::{Choice, Mode, Query};
use super::routes::read_view;
use super::text::clip;
pub use super::views::View;
use super::views::print_view;
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

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
    /// Ids of the answers to the three questions, as the suite knows them: lower case letters, digits and hyphens.
    pub profile: Vec<String>,
    /// The visitor's own selection, in their order.
    pub basket: Vec<MeasureIdx>,
    /// The chart shown beside the list.
    pub beside: Option<Chart>,
    /// What the crossing counts by, when the visitor chose.
    pub crossing: Option<Crossing>,
    /// Whether the long charts show every row.
    pub whole: bool,
    /// Larger and more contrasted, for a beamer.
    pub projected: bool,
    /// Not the view itself, but what to paste in a web page to show it.
    pub embed: bool,
}

/// Start of the path where a view is made ready for another page.
const EMBED: &str = "/integrer";

/// Version of the address this code writes; left out of the link while it is the first.
const VERSION: u32 = 1;

impl Address {
    /// Reads a fragment, with or without its `#`.
    pub fn parse(fragment: &str, corpus: &Corpus) -> (Address, Vec<Notice>) {
        let mut notices = Vec::new();
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let (path, params) = fragment.split_once('?').unwrap_or((fragment, ""));
        let path = decode(path);
        let (embed, path) = match path.strip_prefix(EMBED) {
            Some(rest) if rest.is_empty() || rest.starts_with('/') => (true, rest.to_owned()),
            _ => (false, path),
        };
        let view = read_view(&path, corpus, &mut notices).unwrap_or_else(|| {
            notices.push(Notice::UnknownView(path));
            View::Measures
        });
        let mut address = Address { view, embed, ..Address::default() };
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
        if !self.profile.is_empty() {
            params.push(format!("profil={}", self.profile.join(",")));
        }
        if !self.basket.is_empty() {
            let numbers: Vec<_> =
                self.basket.iter().filter_map(|&m| corpus.measure(m)).map(|m| m.number.to_string()).collect();
            params.push(format!("choix={}", numbers.join(",")));
        }
        params.extend(self.beside.map(|chart| format!("graphique={}", chart.key())));
        params.extend(
            self.crossing.map(|c| format!("croiser={},{}", corpus.facet_key(c.rows), corpus.facet_key(c.columns))),
        );
        params.extend(self.whole.then(|| "lignes=toutes".to_owned()));
        params.extend(self.projected.then(|| "affichage=projete".to_owned()));
        let mark = if params.is_empty() { "" } else { "?" };
        let embed = if self.embed { EMBED } else { "" };
        format!("#{embed}{}{mark}{}", print_view(self.view, corpus), params.join("&"))
    }

    /// Puts a measure in the selection, last, or takes it out.
    pub fn pick(&mut self, measure: MeasureIdx) {
        let before = self.basket.len();
        self.basket.retain(|&m| m != measure);
        if self.basket.len() == before {
            self.basket.push(measure);
        }
    }

    /// The same question and selection, seen from another view.
    pub fn at(&self, view: View) -> Address {
        Address { view, embed: false, ..self.clone() }
    }
}

pub(super) fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// Two different facets, by their keys.
fn read_crossing(value: &str, corpus: &Corpus) -> Option<Crossing> {
    let facet = |key: &str| corpus.facets().find(|&f| corpus.facet_key(f) == key);
    let (rows, columns) = value.split_once(',')?;
    let crossing = Crossing { rows: facet(rows)?, columns: facet(columns)? };
    (crossing.rows != crossing.columns).then_some(crossing)
}

fn read_param(address: &mut Address, key: &str, value: &str, corpus: &Corpus, notices: &mut Vec<Notice>) {
    match key {
        "q" => {
            let (text, cut) = clip(value, LONGEST_TEXT);
            text.clone_into(&mut address.query.text);
            if cut {
                tell(notices, Notice::TextCut);
            }
        }
        "tri" => address.order = if value == "pertinence" { Order::Relevance } else { Order::Document },
        "groupes" => address.flat = value == "non",
        "ecartees" => address.misses_shown = value == "oui",
        "profil" => address.profile = read_profile(value, notices),
        "choix" => address.basket = read_basket(value, corpus, notices),
        "graphique" => {
            address.beside = Chart::by_key(value);
            if address.beside.is_none() {
                unknown(notices, "Graphique", value);
            }
        }
        "croiser" => {
            address.crossing = read_crossing(value, corpus);
            if address.crossing.is_none() {
                unknown(notices, "Croisement", value);
            }
        }
        "lignes" => address.whole = value == "toutes",
        "affichage" => address.projected = value == "projete",
        "v" if value.parse().is_ok_and(|v: u32| v > VERSION) => tell(notices, Notice::NewerVersion),
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
            Some(measure) if basket.contains(&measure) => {}
            Some(measure) => basket.push(measure),
            None => unknown(notices, "Sélection", number),
        }
    }
    basket
}

/// Answers, at most: more than the questions have.
const MOST_ANSWERS: usize = 60;

/// What may be an id; which ones there are is known to the page that asks.
fn read_profile(value: &str, notices: &mut Vec<Notice>) -> Vec<String> {
    let id = |text: &str| text.len() <= 40 && text.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'));
    let mut profile: Vec<String> = Vec::new();
    for answer in value.split(',').filter(|text| !text.is_empty()).take(MOST_ANSWERS) {
        if !id(answer) {
            unknown(notices, "Réponse", answer);
        } else if !profile.iter().any(|known| known == answer) {
            profile.push(answer.to_owned());
        }
    }
    profile
}
