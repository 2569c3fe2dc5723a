//! A chart on the page: its sentence, its table first, its drawing when the browser can, and what one may take away.
//!
//! `data-etat` says which: `attente` while the chunk loads, `pret` once drawn, `table` when the table stands alone.

use super::drawing::{Picture, REFUSED, host};
use super::value_table::{Sort, TableDeeds, value_table};
use crate::charts::table::{table, unfold};
use crate::domain::chart::Chart;
use crate::domain::summary::{Intent, Summary};
use crate::kids;
use crate::platform::page;
use crate::reactive::*;
use crate::view::node::{Element, Node, a, button, each, el};

/// Whether the drawing is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum State {
    #[default]
    Waiting,
    Drawn,
    TableOnly,
}

impl State {
    const fn key(self) -> &'static str {
        match self {
            State::Waiting => "attente",
            State::Drawn => "pret",
            State::TableOnly => "table",
        }
    }
}

/// What one figure remembers that a link must not carry.
#[derive(Clone, Copy)]
pub struct Own {
    pub state: RwSignal<State>,
    pub sort: RwSignal<Option<Sort>>,
    /// The last picture asked for, and how many were.
    pub picture: RwSignal<(u32, Picture)>,
    /// How many times the visitor asked for the drawing again.
    pub again: RwSignal<u32>,
    /// What came of it, when there is something to say.
    pub told: RwSignal<Option<String>>,
}

impl Own {
    pub fn new() -> Self {
        Own {
            state: RwSignal::new(State::default()),
            sort: RwSignal::new(None),
            picture: RwSignal::new((0, Picture::Svg)),
            again: RwSignal::new(0),
            told: RwSignal::new(None),
        }
    }
}

impl Own {
    /// What came of a download.
    pub fn tell(self, name: &str, proposed: bool) {
        self.say(match proposed {
            true => format!("{name} est proposé au téléchargement."),
            false => REFUSED.to_owned(),
        });
    }

    /// A sentence told again is a change too, for those who hear it.
    pub fn say(self, sentence: String) {
        self.told.try_set(None);
        page::after_paint(move || drop(self.told.try_set(Some(sentence))));
    }
}

impl Default for Own {
    fn default() -> Self {
        Own::new()
    }
}

/// What a figure shows.
#[derive(Clone, Copy)]
pub struct Figure {
    pub chart: Chart,
    pub summary: Memo<Option<Summary>>,
    pub projected: Memo<bool>,
    pub own: Own,
}

/// What surrounds a figure: links it leads to, and what is known of its numbers.
pub struct Around {
    /// To this chart's own page; absent there.
    pub own_page: Option<String>,
    /// To the same chart with every row, or with the first ones again.
    pub folded: String,
    pub whole: bool,
    /// Inconsistencies of what is shown.
    pub doubts: Vec<Node>,
}

/// What the visitor does with a figure.
#[derive(Clone, Copy)]
pub struct FigureDeeds<F, C> {
    pub follow: F,
    /// Saves the values of the table.
    pub csv: C,
}

pub fn figure<F, C>(
    figure: Figure,
    around: Around,
    chosen: &dyn Fn(&Intent) -> bool,
    deeds: FigureDeeds<F, C>,
) -> Option<Element>
where
    F: Fn(Intent) + Copy + Send + Sync + 'static,
    C: Fn() + Copy + Send + Sync + 'static,
{
    let summary = figure.summary.get()?;
    let state = figure.own.state.get();
    let only = state == State::TableOnly;
    let key = figure.chart.key();
    let sort = figure.own.sort;
    let table_deeds =
        TableDeeds { follow: deeds.follow, sort: move |column| sort.update(|s| *s = turned(*s, column)), chosen };
    let values = value_table(&summary.title, key, &table(&summary), sort.get(), table_deeds);
    let unfold = unfold(&summary, around.whole).map(|text| {
        el("p", "xp-figure__rest", kids![a("", around.folded, kids![text]).attr("id", format!("lignes-{key}"))])
    });
    let spoken = format!("Graphique. {}. Les mêmes valeurs sont dans le tableau qui précède.", summary.title);
    let canvas = el("div", "xp-figure__canvas", kids![]).attr("aria-hidden", "true").hosted(host(figure, deeds.follow));
    let wait = el("p", "xp-figure__wait", kids!["Le graphique se charge…"]).flag("hidden", state != State::Waiting);
    let drawing = el("div", "xp-figure__drawing", kids![canvas, wait]).attr("role", "img").attr("aria-label", spoken);
    let note = "Le graphique n’a pas pu être affiché\u{a0}: le tableau donne les mêmes valeurs. ";
    let again = button("xp-button xp-button--small", kids!["Réessayer"], move || figure.own.again.update(|n| *n += 1));
    let again = again.attr("id", again_id(figure.chart)).attr("aria-label", "Réessayer d’afficher le graphique");
    let inside = kids![
        el("figcaption", "xp-figure__title", kids![summary.title.clone()]),
        only.then(|| el("p", "xp-figure__note", kids![note, again])),
        around.doubts,
        el("details", "xp-fold", kids![el("summary", "", kids!["Voir les valeurs en tableau"]), values])
            .flag("open", only),
        unfold,
        drawing.flag("hidden", only),
        tools(figure, around.own_page, state, deeds.csv),
        el("p", "xp-page__source", kids![summary.source]),
    ];
    // A picture with a caption bears its name twice (RGAA 1.9).
    let figured = el("figure", "xp-figure", inside).attr("role", "figure").attr("aria-label", summary.title);
    Some(figured.attr("data-graphique", key).attr("data-etat", state.key()).attr("id", format!("graphique-{key}")))
}

/// Id of the button that asks for the drawing again.
pub fn again_id(chart: Chart) -> String {
    format!("reessayer-{}", chart.key())
}

/// One way, then the other, then the chart's own order: names start upwards, values with the largest.
fn turned(sort: Option<Sort>, column: usize) -> Option<Sort> {
    let first = column > 0;
    match sort.filter(|sort| sort.column == column) {
        None => Some(Sort { column, descending: first }),
        Some(sort) if sort.descending == first => Some(Sort { column, descending: !first }),
        Some(_) => None,
    }
}

/// What one may take away.
fn tools(figure: Figure, own_page: Option<String>, state: State, csv: impl Fn() + Send + Sync + 'static) -> Element {
    let key = figure.chart.key();
    let own = figure.own;
    let pictures =
        each([(Picture::Svg, "SVG", "svg"), (Picture::Png, "PNG", "png")].into_iter().map(|(kind, name, id)| {
            let ask = move || own.picture.update(|(times, last)| (*times, *last) = (*times + 1, kind));
            let label = format!("Télécharger le graphique en {name}");
            let button = button("xp-button xp-button--small", kids![name], ask).attr("aria-label", label);
            button.attr("id", format!("{id}-{key}")).flag("disabled", state != State::Drawn)
        }));
    let table = button("xp-button xp-button--small", kids!["CSV"], csv)
        .attr("aria-label", "Télécharger les valeurs en CSV")
        .attr("id", format!("csv-{key}"));
    let link = own_page.map(|href| a("", href, kids!["Lien vers ce graphique"]).attr("id", format!("lien-{key}")));
    let told = el("span", "", kids![own.told.get()]).told();
    el("p", "xp-figure__tools", kids!["Télécharger\u{a0}: ", pictures, " ", table, " ", link, " ", told])
}
