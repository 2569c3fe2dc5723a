//! What a web page pastes to show a view: a frame, or the element of `embed.js`, as HTML text for the visitor to copy.

use super::facet::Facet;
use super::frame::{FIX, HIDE};
use crate::domain::corpus::Corpus;

/// Which colours the frame takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// Those the visitor's system asks for.
    #[default]
    Auto,
    Light,
    Dark,
}

impl Theme {
    pub const ALL: [Theme; 3] = [Theme::Auto, Theme::Light, Theme::Dark];

    /// In the address of the frame.
    pub const fn key(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "clair",
            Theme::Dark => "sombre",
        }
    }

    pub fn by_key(key: &str) -> Theme {
        Theme::ALL.into_iter().find(|theme| theme.key() == key).unwrap_or_default()
    }
}

/// What becomes of a facet in the frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Offer {
    #[default]
    Shown,
    Hidden,
    /// The choice made here stays.
    Fixed,
}

/// What the visitor of the generator wants.
#[derive(Debug, Clone, PartialEq)]
pub struct Wish {
    /// This view only, without the menu: what leads elsewhere opens beside.
    pub alone: bool,
    pub theme: Theme,
    /// `#rrggbb`, for light and for dark; the explorer's own when empty.
    pub accents: [String; 2],
    /// By `Facet::slot`.
    pub offers: [Offer; Facet::COUNT],
    /// In pixels; the frame's own, with the script, when absent.
    pub height: Option<u32>,
}

/// Height without a script that follows the page.
pub const HEIGHT: u32 = 800;
/// Heights one may ask for.
pub const HEIGHTS: std::ops::RangeInclusive<u32> = 200..=4_000;

impl Default for Wish {
    fn default() -> Self {
        let offers = [Offer::default(); Facet::COUNT];
        Wish { alone: true, theme: Theme::Auto, accents: Default::default(), offers, height: None }
    }
}

/// What a frame may do: run its scripts, give files, open what leads elsewhere. No storage, no form, no top window.
pub const SANDBOX: &str = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox";
/// What it may use of the device, once the visitor asks for it.
pub const ALLOW: &str = "clipboard-write; fullscreen; screen-wake-lock";

impl Wish {
    /// Settings as `(name, value)`: parameters of the frame's address, attributes of the element.
    pub fn settings(&self, corpus: &Corpus) -> Vec<(&'static str, String)> {
        let facets = |wanted: Offer| {
            let keys: Vec<&str> =
                corpus.facets().filter(|f| self.offers[f.slot()] == wanted).map(|f| corpus.facet_key(f)).collect();
            keys.join(",")
        };
        let accent = |at: usize| self.accents[at].trim_start_matches('#').to_owned();
        let theme = if self.theme == Theme::Auto { String::new() } else { self.theme.key().to_owned() };
        let named = [
            ("theme", theme),
            ("accent", accent(0)),
            ("accent-sombre", accent(1)),
            (HIDE, facets(Offer::Hidden)),
            (FIX, facets(Offer::Fixed)),
        ];
        let alone = self.alone.then(|| ("seul", String::new()));
        alone.into_iter().chain(named.into_iter().filter(|(_, value)| !value.is_empty())).collect()
    }

    /// Address of the frame: `base` ends with `/`, `fragment` starts with `#`.
    pub fn address(&self, base: &str, fragment: &str, corpus: &Corpus) -> String {
        let settings = self.settings(corpus);
        let pair = |(name, value): &(&str, String)| match value.is_empty() {
            true => (*name).to_owned(),
            false => format!("{name}={value}"),
        };
        let pairs: Vec<String> = settings.iter().map(pair).collect();
        let mark = if pairs.is_empty() { "" } else { "?" };
        format!("{base}{mark}{}{fragment}", pairs.join("&"))
    }

    /// A frame that needs no script of the host.
    pub fn frame(&self, base: &str, fragment: &str, title: &str, corpus: &Corpus) -> String {
        let height = self.height.unwrap_or(HEIGHT).to_string();
        let address = self.address(base, fragment, corpus);
        let attributes = [
            ("src", address.as_str()),
            ("title", title),
            ("width", "100%"),
            ("height", &height),
            ("loading", "lazy"),
            ("referrerpolicy", "no-referrer"),
            ("sandbox", SANDBOX),
            ("allow", ALLOW),
        ];
        format!("<iframe{}></iframe>", printed(&attributes))
    }

    /// The element of `embed.js`, which follows the height of the page it shows.
    pub fn element(&self, base: &str, fragment: &str, title: &str, corpus: &Corpus) -> String {
        let settings = self.settings(corpus);
        let height = self.height.map(|height| height.to_string());
        let own = [("vue", fragment), ("titre", title)].into_iter();
        let settings = settings.iter().map(|(name, value)| (*name, value.as_str()));
        let height = height.iter().map(|height| ("hauteur", height.as_str()));
        let attributes: Vec<(&str, &str)> = own.chain(settings).chain(height).collect();
        let script = printed(&[("src", &format!("{base}embed.js"))]);
        let (element, link) = (printed(&attributes), printed(&[("href", &format!("{base}{fragment}"))]));
        // What is read where the script is refused, or before it comes.
        let instead = format!("<a{link}>{}</a>", escaped(title));
        format!("<script{script} async></script>\n<explorateur-sress{element}>{instead}</explorateur-sress>")
    }
}

fn escaped(value: &str) -> String {
    let pairs = [("&", "&amp;"), ("\"", "&quot;"), ("<", "&lt;"), (">", "&gt;")];
    pairs.iter().fold(value.to_owned(), |text, (from, to)| text.replace(from, to))
}

/// Attributes as a page writes them.
fn printed(attributes: &[(&str, &str)]) -> String {
    let one = |(name, value): &(&str, &str)| match value.is_empty() {
        true => format!(" {name}"),
        false => format!(" {name}=\"{}\"", escaped(value)),
    };
    attributes.iter().map(one).collect()
}
