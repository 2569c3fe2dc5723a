//! « Intégrer »: what to paste in a web page to show the view one comes from, with what it will look like.

use super::embed_form::form;
use super::local::Local;
use super::view_name::view_name;
use crate::components::field::{Choices, choices};
use crate::components::prose::{subtitle, title};
use crate::domain::address::View;
use crate::domain::chart::Chart;
use crate::domain::embed::{ALLOW, HEIGHT, SANDBOX, Wish};
use crate::domain::label;
use crate::kids;
use crate::platform::offline::kit;
use crate::platform::{clipboard, history};
use crate::reactive::*;
use crate::store::Store;
use crate::view::node::{Element, Node, a, button, each, el};
use std::hash::{DefaultHasher, Hash, Hasher};

/// Widths of the preview: a key, what it is, and the class of its stage.
const WIDTHS: [(&str, &str, &str); 3] = [
    ("tout", "toute la place", "xp-embed__stage"),
    ("tablette", "768 pixels", "xp-embed__stage xp-embed__stage--768"),
    ("colonne", "320 pixels", "xp-embed__stage xp-embed__stage--320"),
];

/// What the page remembers of one's choices.
#[derive(Clone, Copy)]
pub struct Embedding {
    pub wish: RwSignal<Wish>,
    /// Accents as they are typed, and the contrast of each once known.
    pub typed: [RwSignal<String>; 2],
    /// A fixed height as it is typed.
    pub height: RwSignal<String>,
    /// Which of `WIDTHS` the preview has.
    width: RwSignal<&'static str>,
    pub contrast: [RwSignal<Option<f64>>; 2],
    /// Which of the two extracts was copied, and whether the browser refused.
    copied: RwSignal<Option<(usize, bool)>>,
}

impl Default for Embedding {
    fn default() -> Self {
        Embedding {
            wish: RwSignal::new(Wish::default()),
            typed: std::array::from_fn(|_| RwSignal::new(String::new())),
            height: RwSignal::new(HEIGHT.to_string()),
            width: RwSignal::new(WIDTHS[0].0),
            contrast: std::array::from_fn(|_| RwSignal::new(None)),
            copied: RwSignal::new(None),
        }
    }
}

pub fn embed_page(store: Store, local: Local) -> Element {
    let own = local.embedding;
    let name = view_name(store);
    if kit() {
        return nothing_to_embed(store, name);
    }
    let lead = "Un extrait à coller dans une page de votre site. Le cadre ne dépose rien, ne collecte rien et ne sait rien de la page qui l’entoure.";
    let back = a("xp-button", store.link_to(|a| a.embed = false), kids!["Revenir à la vue"]).attr("id", "retour");
    let inside = kids![
        el("nav", "xp-steps", kids![back]).attr("aria-label", "Retour"),
        title(Some("Intégrer".to_owned()), name.clone()),
        el("p", "xp-page__lead", kids![lead]),
        pieces(store),
        el(
            "div",
            "xp-embed",
            kids![
                form(store, own),
                el("div", "xp-embed__result", kids![extracts(store, own, &name), preview(store, own, &name)]),
            ]
        ),
    ];
    el("article", "xp-page", inside)
}

/// The single file is on a disk: a web page may not frame it, and no extract could name it.
fn nothing_to_embed(store: Store, name: String) -> Element {
    let text = "Vous lisez l’explorateur en un seul fichier\u{a0}: une page web ne peut pas encadrer un fichier de votre disque. Ouvrez cette vue sur le site pour obtenir l’extrait.";
    let back = a("xp-button", store.link_to(|a| a.embed = false), kids!["Revenir à la vue"]).attr("id", "retour");
    let inside = kids![
        el("nav", "xp-steps", kids![back]).attr("aria-label", "Retour"),
        title(Some("Intégrer".to_owned()), name),
        el("p", "xp-page__lead", kids![text]),
    ];
    el("article", "xp-page", inside)
}

/// Other pieces one may want.
fn pieces(store: Store) -> Element {
    let link = |view: View, text: String, id: String| {
        let href = store.link_to(|a| a.view = view);
        el("li", "", kids![a("xp-tag", href, kids![text]).attr("id", id)])
    };
    let pages = [
        (View::Measures, "La liste des mesures"),
        (View::Targets, "Les objectifs"),
        (View::Charts, "Tous les graphiques"),
    ];
    let pages =
        pages.into_iter().enumerate().map(|(at, (view, text))| link(view, text.to_owned(), format!("morceau-{at}")));
    let charts = Chart::ALL
        .into_iter()
        .map(|c| link(View::Chart(c), label::chart(store.corpus, c), format!("morceau-{}", c.key())));
    let inside = kids![
        el("summary", "", kids!["Choisir un autre morceau"]),
        el("ul", "xp-tags", each(pages.chain(charts))),
        el(
            "p",
            "xp-page__source",
            kids![
                "Une mesure, un partenaire, une liste filtrée\u{a0}: ouvrez-les, puis « Intégrer » au bas de la page."
            ]
        ),
    ];
    el("details", "xp-fold", inside)
}

/// Address the extracts name: this page's own folder.
fn base() -> String {
    let here = history::href_with("");
    here.rsplit_once('/').map_or(here.clone(), |(folder, _)| format!("{folder}/"))
}

/// Fragment of the view as one sees it outside this page.
fn shown(store: Store) -> String {
    store.link_to(|a| a.embed = false)
}

fn extracts(store: Store, own: Embedding, name: &str) -> Element {
    let title = format!("{name} — {}", store.corpus.title);
    let (base, fragment) = (base(), shown(store));
    let (frame, element) = own
        .wish
        .with(|w| (w.frame(&base, &fragment, &title, store.corpus), w.element(&base, &fragment, &title, store.corpus)));
    let one = |at: usize, id: &'static str, heading: &'static str, note: &'static str, text: String| {
        let copy = {
            let text = text.clone();
            move || {
                let text = text.clone();
                own.copied.set(None);
                spawn_local(async move {
                    let refused = clipboard::copy(&text).await.is_err();
                    own.copied.try_set(Some((at, refused)));
                });
            }
        };
        let told = match own.copied.get() {
            Some((which, false)) if which == at => "Extrait copié",
            Some((which, true)) if which == at => "Copie refusée par le navigateur\u{a0}: sélectionnez le texte.",
            _ => "",
        };
        let area =
            el("textarea", "xp-embed__code", kids![]).attr("id", id).attr("rows", "6").attr("spellcheck", "false");
        let area = area.flag("readonly", true).typed(text);
        let buttons = kids![
            button("xp-button", kids!["Copier"], copy)
                .attr("id", format!("copier-{id}"))
                .attr("aria-label", format!("Copier\u{a0}: {heading}")),
            " ",
            el("span", "xp-copy__told", kids![told]).told(),
        ];
        el(
            "div",
            "xp-embed__part",
            kids![
                el("label", "xp-embed__label", kids![heading]).attr("for", id),
                el("p", "xp-page__source", kids![note]),
                area,
                el("p", "", buttons),
            ],
        )
    };
    el(
        "section",
        "",
        kids![
            subtitle("L’extrait".to_owned()),
            one(
                0,
                "extrait-cadre",
                "Sans script",
                "Un cadre simple, de hauteur fixe\u{a0}: fonctionne là où les scripts des autres sont refusés.",
                frame
            ),
            one(
                1,
                "extrait-element",
                "Avec notre script (embed.js)",
                "Le cadre prend la hauteur de son contenu. Ajoutez lien=\"mesure\" pour qu’un numéro dans l’adresse de votre page (?mesure=…) ouvre cette mesure.",
                element
            ),
        ],
    )
}

/// The frame itself, made anew at each change: nothing of it enters the history.
fn preview(store: Store, own: Embedding, name: &str) -> Element {
    let address = own.wish.with(|w| w.address("./", &shown(store), store.corpus));
    let mut hasher = DefaultHasher::new();
    address.hash(&mut hasher);
    let height = own.wish.with(|w| w.height).unwrap_or(HEIGHT).to_string();
    let frame = el("iframe", "xp-embed__frame", Vec::<Node>::new())
        .attr("src", address)
        .attr("title", format!("Aperçu\u{a0}: {name}"))
        .attr("height", height)
        .attr("sandbox", SANDBOX)
        .attr("allow", ALLOW)
        .attr("loading", "lazy")
        .key(hasher.finish());
    let width = own.width.get();
    let widths = choices(Choices {
        id: "largeur",
        legend: "Largeur de l’aperçu",
        options: WIDTHS.iter().map(|&(key, text, _)| (key, text)).collect(),
        chosen: width,
        choose: move |wanted: &str| {
            let known = WIDTHS.iter().find(|(key, ..)| *key == wanted);
            own.width.set(known.map_or(WIDTHS[0].0, |(key, ..)| key));
        },
    });
    let stage = WIDTHS.iter().find(|(key, ..)| *key == width).map_or("", |(.., class)| class);
    el("section", "", kids![subtitle("Aperçu".to_owned()), widths, el("div", stage, kids![frame])])
}
