//! The data to take away: the current selection, made here; everything published, described by the index beside it.

use super::citation::citation_of_selection;
use super::links::asked_chips;
use super::local::{Local, Saved};
use super::published::published;
use super::status::{sentence, status};
use crate::components::prose::{subtitle, title};
use crate::contract::file_name::file_name;
use crate::contract::measures::measures_json;
use crate::contract::sheet::{BOM, measures_csv};
use crate::domain::address::View;
use crate::domain::corpus::Measure;
use crate::domain::french::count;
use crate::kids;
use crate::platform::{files, page};
use crate::reactive::*;
use crate::store::Store;
use crate::view::node::{Element, Node, a, button, el};

const LEAD: &str = "Toutes les données de cet explorateur sont ouvertes\u{a0}: la sélection que vous avez sous les yeux, ou l’ensemble des fichiers, avec ce que veut dire chaque colonne et chaque clé.";

const WHOLE: &str = "Une mesure affichée y est entière, avec toutes ses actions, dans l’ordre du texte adopté. Mêmes colonnes que mesures.csv, même forme que mesures.json.";

/// A form the selection can take.
#[derive(Clone, Copy)]
enum Form {
    Sheet,
    Json,
}

impl Form {
    const fn extension(self) -> &'static str {
        match self {
            Form::Sheet => "csv",
            Form::Json => "json",
        }
    }

    const fn media_type(self) -> &'static str {
        match self {
            Form::Sheet => "text/csv;charset=utf-8",
            Form::Json => "application/json",
        }
    }

    /// The file: nothing but an allocation can fail in memory, and that is a panic.
    fn write(self, store: Store) -> String {
        let measures = measures(store);
        match self {
            Form::Sheet => measures_csv(store.corpus, measures).unwrap_or_default(),
            Form::Json => measures_json(store.corpus, measures).unwrap_or_default(),
        }
    }
}

pub fn data_page(store: Store, local: Local) -> Element {
    let inside = kids![
        title(None, "Données".to_owned()),
        status(store),
        el("p", "xp-page__lead", kids![LEAD]),
        subtitle("Votre sélection".to_owned()),
        selection(store, local),
        published(store, local),
    ];
    el("div", "xp-page", inside)
}

/// The measures shown, in the document's order.
fn measures(store: Store) -> Vec<&'static Measure> {
    store.selection(|s| s.hits.iter().filter_map(|&at| store.corpus.measure(at)).collect())
}

fn selection(store: Store, local: Local) -> Vec<Node> {
    let (shown, total) = store.selection(|s| (s.hits.len(), s.total()));
    let list = a("", store.link(View::Measures), kids!["Voir la liste"]).attr("id", "voir-liste");
    let rows: usize = measures(store).iter().map(|m| m.actions().count()).sum();
    let held = format!(
        "Le fichier CSV aura {}, une par action\u{202f}; le fichier JSON, {}. {WHOLE}",
        count(rows, "ligne", "lignes"),
        count(shown, "mesure", "mesures"),
    );
    let none = "Aucune mesure ne répond à ces critères\u{a0}: il n’y a rien à télécharger. Retirez un critère pour en retrouver.";
    let save = |id: &'static str, text: &'static str, form: Form| {
        button("xp-button", kids![text], move || keep(store, local, form)).attr("id", id)
    };
    let ways = || {
        kids![
            el("p", "xp-page__lead", kids![held]),
            el(
                "p",
                "xp-downloads",
                kids![
                    save("selection-csv", "Télécharger en CSV", Form::Sheet),
                    save("selection-json", "Télécharger en JSON", Form::Json),
                ],
            ),
        ]
    };
    kids![
        el("p", "xp-page__lead", kids![sentence(shown, total), ". ", list]),
        asked_chips(store, "titre"),
        if shown > 0 { ways() } else { kids![el("p", "xp-page__lead", kids![none])] },
        told(store, local),
        if shown > 0 { citation_of_selection(store, local) } else { Vec::new() },
    ]
}

fn keep(store: Store, local: Local, form: Form) {
    let text = form.write(store);
    let name = store.query.with_untracked(|query| file_name(store.corpus, query, form.extension()));
    let refused = files::save(&name, form.media_type(), text.as_bytes()).is_err();
    let text = text.strip_prefix(BOM).unwrap_or(&text).to_owned();
    let saved = Saved { fragment: store.fragment_untracked(), name, refused, shown: refused, text };
    // Taken away first, and told once the page shows nothing: the same words again would be no change to a screen reader.
    local.saved.set(None);
    page::after_paint(move || drop(local.saved.try_set(Some(saved))));
}

/// What came of it, in a region that a screen reader knows already; then the text itself, where it is wanted.
fn told(store: Store, local: Local) -> Vec<Node> {
    // What was told of another selection is no longer true of this one.
    let here = store.link_to(|_| {});
    let saved = local.saved.get().filter(|saved| saved.fragment == here);
    let sentence = saved.as_ref().map(|saved| match saved.refused {
        false => format!("{} est proposé au téléchargement.", saved.name),
        true => "Le navigateur refuse le téléchargement. Voici le texte du fichier, à copier\u{a0}:".to_owned(),
    });
    let show = move || {
        local.saved.update(|saved| {
            if let Some(saved) = saved {
                saved.shown = true;
            }
        });
        page::after_paint(|| page::focus("texte-fichier"));
    };
    let offer = saved.as_ref().is_some_and(|saved| !saved.shown).then(|| {
        let text = "Rien ne se passe\u{202f}? Afficher le texte à copier";
        button("xp-link-button", kids![text], show).attr("id", "afficher-texte")
    });
    let text = saved.filter(|saved| saved.shown).map(|saved| {
        let label = format!("Texte de {}", saved.name);
        let field = el("textarea", "xp-downloads__text", kids![]).attr("id", "texte-fichier").attr("rows", "10");
        let field = field.flag("readonly", true).attr("spellcheck", "false").attr("wrap", "off").typed(saved.text);
        el("p", "xp-downloads__copy", kids![el("label", "", kids![label]).attr("for", "texte-fichier"), field])
    });
    kids![el("p", "xp-copy__told", kids![sentence]).told(), offer, text]
}
