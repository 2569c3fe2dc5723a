//! The adopted text: where it is, its words without Markdown marks, and its outline as the tests need it.

use explorateur_sress::domain::passage::Role;
use explorateur_sress::domain::text::fold;
use std::io::Write;
use std::path::PathBuf;
use std::sync::LazyLock;
use std::{env, fs};

/// The adopted text, read with its structure.
pub struct Adopted {
    /// All its words, marks removed, white space folded.
    pub flat: String,
    /// Page of the table of contents from each place of `flat` on.
    pub pages: Vec<(usize, u16)>,
    pub sections: Vec<SectionText>,
    pub measures: Vec<MeasureText>,
}

/// An axis or an orientation of the body.
#[derive(Debug, Default)]
pub struct SectionText {
    /// « AXE I », « ORIENTATIONS 4 ».
    pub heading: String,
    pub title: String,
    /// Paragraphs before the next heading.
    pub introduction: Vec<String>,
    pub targets: Vec<String>,
}

#[derive(Debug, Default)]
pub struct MeasureText {
    pub number: u16,
    /// Place in `sections` of the heading it stands under.
    pub section: usize,
    /// Each passage with its paragraphs, in order, title first.
    pub passages: Vec<(Role, Vec<String>)>,
    pub bullets: usize,
}

static ADOPTED: LazyLock<Option<Adopted>> = LazyLock::new(|| {
    let given = env::var_os("SRESS_SOURCE").map(PathBuf::from);
    let path = given.clone().unwrap_or_else(|| super::root().join("../shared/source/strategie-ess-2025-2030.txt"));
    match fs::read_to_string(&path) {
        Ok(text) => Some(Adopted::read(&text)),
        Err(error) if given.is_some() || env::var_os("CI").is_some() => panic!("{} : {error}", path.display()),
        Err(_) => None,
    }
});

/// The adopted text; where it is absent says, past the capture of the test runner, that the check is skipped.
pub fn adopted(check: &str) -> Option<&'static Adopted> {
    if ADOPTED.is_none() {
        let _ = writeln!(std::io::stderr(), "sauté : {check} (texte adopté absent ; SRESS_SOURCE=chemin le donne)");
    }
    ADOPTED.as_ref()
}

/// White space folded, no-break spaces included; ends trimmed.
pub fn squeeze(text: &str) -> String {
    text.split(|c: char| c.is_whitespace()).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A line without its Markdown marks.
fn plain(line: &str) -> String {
    let mut text = line.trim().trim_start_matches('#').trim_start().to_owned();
    text = text.strip_prefix("- ").map(str::to_owned).unwrap_or(text);
    for mark in ["**", "*", "<b>", "</b>", "\\", "<sup>1</sup>", "<sup>2</sup>", "<http"] {
        text = text.replace(mark, if mark == "<http" { "http" } else { "" });
    }
    squeeze(&text.replace(".fr>", ".fr"))
}

const OBJECTIVE: [&str; 2] = ["Objectifs", "Objectif"];

/// The source spells its label three ways.
const ACTIONS: [&str; 3] = [
    "Actions mises en œuvre par la Région",
    "Actions mise en œuvre par la Région",
    "Action mise en œuvre par la Région",
];

/// What follows a label such as « Objectifs : »; the label may stand alone.
fn after_label(text: &str, labels: &[&str]) -> Option<String> {
    let rest = labels.iter().find_map(|label| text.strip_prefix(label))?;
    let rest = rest.trim_start();
    Some(rest.strip_prefix(':').unwrap_or(rest).trim().to_owned())
}

/// `Mesure 9 : Titre` → its number and its title, without a trailing « : ».
fn measure_heading(text: &str) -> Option<(u16, String)> {
    let rest = text.strip_prefix("Mesure ")?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let title = rest[digits..].trim_start().trim_start_matches(['.', ':']).trim();
    Some((rest[..digits].parse().ok()?, title.trim_end_matches(':').trim_end().to_owned()))
}

impl Adopted {
    pub fn read(text: &str) -> Self {
        let (flat, pages) = paged(text);
        let mut adopted = Adopted { flat, pages, sections: Vec::new(), measures: Vec::new() };
        let mut reader = Reader { adopted: &mut adopted, place: Place::Outside };
        text.lines().filter(|l| !plain(l).is_empty()).for_each(|l| reader.line(l));
        for measure in &mut adopted.measures {
            measure.settle();
        }
        adopted
    }

    /// The pages of the headings the words stand under, wherever they do.
    pub fn pages_of(&self, quote: &str) -> Vec<u16> {
        let quote = squeeze(quote);
        let page = |at: usize| self.pages.iter().rev().find(|(start, _)| *start <= at).map(|(_, page)| *page);
        super::whole_words(&self.flat, &quote).flat_map(|at| [page(at), page(at + quote.len())]).flatten().collect()
    }

    /// Whether the words stand in the text, letter for letter, without cutting a word.
    pub fn quotes(&self, quote: &str) -> bool {
        super::whole_words(&self.flat, &squeeze(quote)).next().is_some()
    }
}

/// « Mesure 8. Permettre….....</b> <b>22 » → the folded heading and its page.
fn contents_line(text: &str) -> Option<(String, u16)> {
    let heading = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let page = text[heading.len()..].parse().ok()?;
    let heading = heading.trim_end().strip_suffix("..")?;
    Some((fold(heading), page))
}

/// The words of the text, and the page of each stretch of it.
///
/// The deliberation is page 1 until its decision; a heading takes the page the table of contents gives it.
fn paged(text: &str) -> (String, Vec<(usize, u16)>) {
    let (mut flat, mut pages, mut contents) = (String::new(), vec![(0, 1)], Vec::new());
    for line in text.lines() {
        let words = plain(line);
        if words.is_empty() {
            continue;
        }
        let start = flat.len();
        let folded = fold(&words);
        if let Some(entry) = contents_line(&words) {
            contents.push(entry);
        } else if words == "DECIDE" {
            pages.push((start, 2));
        } else if line.starts_with('#') {
            // The body and the contents do not spell every heading alike: the first words are enough.
            let alike = |h: &str| h.len().min(folded.len()) > 12 && common(h, &folded) * 10 >= h.len() * 6;
            let best = contents.iter().filter(|(h, _)| alike(h)).max_by_key(|(h, _)| common(h, &folded));
            pages.extend(best.map(|(_, page)| (start, *page)));
        }
        flat.push_str(&words);
        flat.push(' ');
    }
    (flat.trim_end().to_owned(), pages)
}

/// Bytes two texts share from their start.
fn common(a: &str, b: &str) -> usize {
    a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count()
}

#[derive(PartialEq)]
enum Place {
    Outside,
    Introduction,
    Targets,
    Measure,
}

struct Reader<'a> {
    adopted: &'a mut Adopted,
    place: Place,
}

impl Reader<'_> {
    fn line(&mut self, line: &str) {
        let text = plain(line);
        let is_heading = line.starts_with('#');
        if let Some((number, title)) = measure_heading(&text).filter(|_| is_heading) {
            let section = self.adopted.sections.len() - 1;
            let passages = vec![(Role::Title, vec![title])];
            self.adopted.measures.push(MeasureText { number, section, passages, bullets: 0 });
            self.place = Place::Measure;
        } else if is_heading && (text.starts_with("AXE ") || text.starts_with("ORIENTATION")) {
            let (heading, title) = text.split_once(" : ").expect("a section has a title");
            let (heading, title) = (heading.to_owned(), title.to_owned());
            self.adopted.sections.push(SectionText { heading, title, ..SectionText::default() });
            self.place = Place::Introduction;
        } else if text.starts_with("Objectifs mesurables") {
            self.place = Place::Targets;
        } else if self.place == Place::Measure {
            let measure = self.adopted.measures.last_mut().expect("a measure is open");
            measure.line(&text, line.trim_start().starts_with("- "));
        } else if is_heading {
            self.place = Place::Outside;
        } else if let Some(section) = self.adopted.sections.last_mut() {
            match self.place {
                Place::Introduction => section.introduction.push(text),
                Place::Targets => section.targets.push(text),
                Place::Outside | Place::Measure => {}
            }
        }
    }
}

impl MeasureText {
    fn line(&mut self, text: &str, is_bullet: bool) {
        let actions = self.passages.iter().filter(|(r, _)| matches!(r, Role::Action(_))).count() as u8;
        self.bullets += usize::from(is_bullet);
        let (role, words) = if is_bullet || text.starts_with("Exemple ") {
            (Role::Action(actions + 1), text.to_owned())
        } else if let Some(rest) = after_label(text, &OBJECTIVE) {
            (Role::Objective, rest)
        } else if let Some(rest) = after_label(text, &ACTIONS) {
            (Role::Lead, rest)
        } else if self.passages.len() == 1 {
            (Role::Objective, text.to_owned())
        } else if self.bullets > 0 {
            (Role::Closing, text.to_owned())
        } else {
            let last = self.passages.last_mut();
            return last.into_iter().for_each(|(_, blocks)| blocks.push(text.to_owned()));
        };
        if !words.is_empty() {
            self.passages.push((role, vec![words]));
        }
    }

    /// A lead that leads to no list is itself the one action.
    fn settle(&mut self) {
        if let Some((role @ Role::Lead, _)) = self.passages.last_mut() {
            *role = Role::Action(1);
        }
    }
}
