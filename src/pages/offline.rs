//! « Hors ligne »: the explorer kept by this browser once one asks, or taken away as a single file. What it costs comes from
//! `hors-ligne.json`, fetched with the pages that show it.

use super::local::Local;
use crate::components::prose::subtitle;
use crate::domain::address::View;
use crate::domain::french::{date, file_size, integer};
use crate::kids;
use crate::platform::offline::{self, Failure, Obstacle, Offline};
use crate::platform::{fetch, json::Json, page};
use crate::reactive::*;
use crate::store::Store;
use crate::view::node::{Element, Node, a, button, each, el};

/// Sizes of both, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sizes {
    /// What keeping the explorer here makes travel, and what it takes on the device.
    sent: u64,
    kept: u64,
    /// The single file.
    kit: u64,
}

/// What the section knows.
#[derive(Clone, Copy, Default)]
pub struct Keeping {
    pub state: RwSignal<Offline>,
    sizes: RwSignal<Option<Sizes>>,
    /// Whether they were asked for, and may still come.
    asked: RwSignal<bool>,
    /// What came of the last gesture.
    told: RwSignal<&'static str>,
}

const KIT: &str = "explorateur-sress.html";
const SIZES: &str = "./hors-ligne.json";

const FREE: &str = "Ce navigateur peut garder l’explorateur entier, données comprises, pour l’ouvrir sans réseau à la même adresse. Rien n’est gardé tant que vous ne le demandez pas.";
const READY: &str = "L’explorateur s’ouvre sans réseau, à la même adresse, dans ce navigateur. Vous pouvez aussi l’installer depuis le menu du navigateur. Une nouvelle version est prise en entier, puis proposée\u{a0}: elle ne remplace jamais celle que vous lisez sans votre accord.";
const NEWER: &str = "Une nouvelle version est prête, en entier. La page se recharge à la même adresse\u{a0}: gardez d’abord ce que vous n’avez pas enregistré. Sans rien faire, elle viendra quand vous aurez fermé toutes les pages de l’explorateur.";
const IN_KIT: &str = "Vous lisez l’explorateur en un seul fichier\u{a0}: il n’a besoin d’aucun réseau. Pour l’emporter, copiez le fichier. Pour une version plus récente, ou pour envoyer un lien vers une vue, ouvrez le site.";
const FRAMED: &str = "Dans une page d’un autre site, rien n’est gardé\u{a0}: ouvrez l’explorateur seul, ou prenez le fichier ci-dessous.";
const PLAIN: &str =
    "Cette page n’est pas servie en https\u{a0}: le navigateur refuse de la garder. Prenez le fichier ci-dessous.";
const ABSENT: &str = "Ce navigateur ne sait pas garder une page, ou le refuse ici (navigation privée, réglage de l’organisation). Prenez le fichier ci-dessous.";
const BY_HAND: &str = "Un seul fichier à copier sur une clé USB ou un poste sans réseau, à ouvrir d’un double clic\u{a0}: filtres, graphiques, feuille de route et fichiers à emporter y fonctionnent. Il se télécharge avec une connexion, et ne se met pas à jour.";

/// Hears the browser from the start, and fetches the sizes with the first page that shows them.
pub fn watch(store: Store, local: Local) {
    let own = local.offline;
    offline::watch(move |state| drop(own.state.try_set(state)));
    Effect::new(move |_| {
        let shown = matches!(store.view(), View::About | View::Workshop(..)) && !offline::kit();
        if shown && !own.asked.get_untracked() {
            own.asked.set(true);
            bring(own);
        }
    });
}

/// Without the sizes both are still offered.
fn bring(own: Keeping) {
    spawn_local(async move {
        let fetched = fetch::bytes(SIZES).await.ok();
        let sizes = fetched.and_then(|bytes| read(&bytes));
        own.sizes.try_set(sizes);
        own.asked.try_set(sizes.is_some());
    });
}

fn read(bytes: &[u8]) -> Option<Sizes> {
    let json = Json::parse(str::from_utf8(bytes).ok()?)?;
    let number = |key: &str| json.at(key)?.integer();
    Some(Sizes { sent: number("transmis")?, kept: number("octets")?, kit: number("fichier")? })
}

pub fn offline(store: Store, local: Local) -> Element {
    let own = local.offline;
    let state = own.state.get();
    let inside = kids![
        subtitle("Hors ligne".to_owned()),
        each(here(store, own, &state).into_iter()),
        el("p", "xp-offline__told", kids![told(own, &state)]).told(),
        (state != Offline::Nowhere(Obstacle::Kit)).then(|| kit(own)),
    ];
    let waits = state == Offline::Unknown || own.asked.get() && own.sizes.get().is_none();
    el("section", "xp-offline", inside).attr("data-hors-ligne", key(&state)).attr("aria-busy", waits.to_string())
}

/// For tests and scripts.
fn key(state: &Offline) -> &'static str {
    match state {
        Offline::Unknown => "attente",
        Offline::Nowhere(_) => "impossible",
        Offline::Free => "libre",
        Offline::Coming { .. } => "prepare",
        Offline::Ready => "pret",
        Offline::Newer => "nouvelle",
        Offline::Failed(_) => "echec",
    }
}

fn here(store: Store, own: Keeping, state: &Offline) -> Vec<Element> {
    let text = |text: &'static str| el("p", "", kids![text]);
    match state {
        Offline::Unknown => Vec::new(),
        Offline::Nowhere(Obstacle::Kit) => {
            vec![text(IN_KIT), el("p", "", kids![format!("Données du {}.", date(&store.corpus.version))])]
        }
        Offline::Nowhere(Obstacle::Framed) => vec![text(FRAMED)],
        Offline::Nowhere(Obstacle::Plain) => vec![text(PLAIN)],
        Offline::Nowhere(Obstacle::Absent) => vec![text(ABSENT)],
        Offline::Free => vec![text(FREE), el("p", "", kids![take(own, "Rendre disponible hors ligne"), cost(own)])],
        Offline::Coming { here, of } => vec![coming(*here, *of)],
        Offline::Ready => vec![text(READY), el("p", "", kids![leave(own)])],
        Offline::Newer => {
            let pass = button("xp-button", kids!["Passer à la nouvelle version"], offline::pass).attr("id", "passer");
            vec![text(NEWER), el("p", "xp-downloads", kids![pass, leave(own)])]
        }
        Offline::Failed(_) => vec![el("p", "", kids![take(own, "Réessayer"), cost(own)])],
    }
}

fn take(own: Keeping, text: &'static str) -> Element {
    let take = move || {
        own.told.set("");
        offline::take();
    };
    // The same place holds another button next, and its focus with it.
    button("xp-button", kids![text], take).attr("id", "hors-ligne")
}

fn cost(own: Keeping) -> Option<String> {
    let Sizes { sent, kept, .. } = own.sizes.get()?;
    Some(format!(" {} à télécharger, {} sur l’appareil.", file_size(sent), file_size(kept)))
}

fn coming(here: u32, of: u32) -> Element {
    let bar = el("progress", "xp-offline__bar", kids![]).attr("id", "avance").attr("max", of.max(1).to_string());
    let bar = bar.attr("value", here.to_string());
    let number = |number: u32| integer(u64::from(number));
    let far = match of {
        0 => "Préparation…".to_owned(),
        of => format!("Préparation\u{a0}: {}\u{a0}fichiers sur {}.", number(here), number(of)),
    };
    el("p", "", kids![el("label", "", kids![far]).attr("for", "avance"), " ", bar])
}

fn leave(own: Keeping) -> Element {
    let leave = move || {
        spawn_local(async move {
            own.told.try_set(match offline::leave().await {
                Ok(_) => "L’explorateur n’est plus gardé ici\u{a0}: il demande de nouveau une connexion.",
                Err(_) => {
                    "Le navigateur n’a pas pu tout effacer\u{a0}: effacez les données de ce site dans ses réglages."
                }
            });
            page::after_paint(|| page::focus_without_scroll("hors-ligne"));
        });
    };
    button("xp-button", kids!["Ne plus garder hors ligne"], leave).attr("id", "ne-plus-garder-hors-ligne")
}

/// What is told once: not each file, which would talk without end.
fn told(own: Keeping, state: &Offline) -> Vec<Node> {
    match state {
        Offline::Coming { .. } => kids!["Préparation en cours."],
        Offline::Ready if own.told.get().is_empty() => kids!["Disponible hors ligne."],
        Offline::Failed(failure) => kids![el("span", "xp-told--wrong", kids![failed(failure)])],
        _ => kids![own.told.get()],
    }
}

fn failed(failure: &Failure) -> String {
    let why = match failure {
        Failure::Refused => "le navigateur refuse (navigation privée, réglage de l’organisation)".to_owned(),
        Failure::Full => "il n’y a plus assez de place sur l’appareil".to_owned(),
        Failure::Missing(path) if path.is_empty() => "un fichier n’est pas venu".to_owned(),
        Failure::Missing(path) => format!("le fichier {path} n’est pas venu, ou n’est pas de cette version"),
    };
    format!(
        "La préparation n’a pas abouti, et rien n’a été gardé\u{a0}: {why}. Vérifiez la connexion et réessayez\u{202f}; si le site vient de changer, rechargez d’abord la page."
    )
}

fn kit(own: Keeping) -> Element {
    let size = own.sizes.get().map(|sizes| format!(" ({})", file_size(sizes.kit)));
    let link = a("xp-button", KIT.to_owned(), kids!["Télécharger le fichier unique", size]);
    let link = link.attr("download", KIT).attr("id", "fichier-unique");
    el(
        "div",
        "xp-offline__kit",
        kids![
            el("h3", "xp-naming__title", kids!["Sur une clé USB"]),
            el("p", "", kids![BY_HAND]),
            el("p", "xp-downloads", kids![link]),
        ],
    )
}
