//! What this is, where it comes from, what may be done with it, what it keeps (nothing), how accessible it is.

use super::local::Local;
use super::named::missing;
use super::offline::offline;
use crate::components::prose::{fold, ours, subtitle, title};
use crate::components::reports::reports;
use crate::domain::address::View;
use crate::domain::annex::Annex;
use crate::domain::french::{count, date};
use crate::kids;
use crate::platform::{offline::leave, storage};
use crate::reactive::*;
use crate::store::Store;
use crate::view::node::{Element, a, button, each, el};

const METHOD: &str = "Chaque phrase officielle est citée mot pour mot, avec la page où commence sa partie dans le texte adopté, d’après la table des matières. Chaque étiquette (public, partenaire, dispositif, territoire, type d’action) renvoie aux mots qui la justifient. Ce que nous avons rédigé nous-mêmes, comme les résumés, est signalé. À chaque version, un contrôle automatique compare les données au texte adopté.";

const LICENCES: &str = "Les données sont sous Licence Ouverte 2.0 (Etalab)\u{202f}; le code est sous licence MIT ou Apache\u{a0}2.0, au choix. Les graphiques sont dessinés par Apache ECharts (Apache\u{a0}2.0) et zrender (BSD).";

const ACCESS: &str = "Accessibilité\u{a0}: non conforme, car non audité. Cet explorateur est conçu pour suivre le référentiel RGAA\u{a0}4.1.2 et vérifié par des essais automatiques, mais aucun audit n’a été mené par un tiers\u{a0}: aucun taux ne peut être annoncé. Si un contenu ou une fonction vous est inaccessible, signalez-le à la collectivité qui publie cette page\u{202f}; sans réponse satisfaisante, vous pouvez saisir le Défenseur des droits.";

const PRIVACY: &str = "Aucun cookie, aucune mesure d’audience, aucun service tiers. Vos recherches restent dans l’adresse de la page, après le signe #, que le navigateur n’envoie à aucun serveur. Rien n’est gardé sur votre appareil sans que vous le demandiez.";

pub fn about_page(store: Store, local: Local) -> Element {
    let corpus = store.corpus;
    let paragraph = |text: String| el("p", "", kids![text]);
    let heading = |text: &str| subtitle(text.to_owned());
    let data = a("", store.link(View::Data), kids!["Fichiers, colonnes, licence, citation, versions"])
        .attr("id", "voir-donnees");
    // Beside the page: `cargo xtask build` writes it.
    let notices = a("", "LICENCES.txt".to_owned(), kids!["Licences des bibliothèques publiées avec la page"]);
    let criteria =
        a("", "rgaa.md".to_owned(), kids!["Les 106 critères du référentiel, un par un, et ce qui les vérifie"]);
    let fetched = local.annex();
    let glossary = fetched.annex().map(glossary);
    let anomalies = kids![fetched.annex().map(anomalies), missing(fetched, "Les remarques sur le texte")];
    let source = format!(
        "Cet explorateur reprend «\u{a0}{}\u{a0}» ({}). Le texte adopté fait foi.",
        corpus.title, corpus.author
    );
    let inside = kids![
        title(None, "À propos".to_owned()),
        heading("Source et méthode"),
        paragraph(source),
        el("p", "", kids![METHOD]),
        paragraph(format!("Version des données\u{a0}: {}.", date(&corpus.version))),
        anomalies,
        glossary,
        heading("Données et licences"),
        el("p", "", kids![data]),
        el("p", "", kids![LICENCES, " ", notices, "."]),
        heading("Accessibilité"),
        el("p", "", kids![ACCESS]),
        el("p", "", kids![criteria]),
        offline(store, local),
        heading("Vie privée"),
        el("p", "", kids![PRIVACY]),
        erase(local),
    ];
    el("div", "xp-page xp-prose", inside)
}

/// Everything we noticed in the adopted text.
fn anomalies(annex: &Annex) -> Element {
    let number = count(annex.reports.len(), "remarque", "remarques");
    let note = "Écarts entre deux passages, ou fautes de frappe, relevés en préparant les données. Les citations gardent la forme du texte.";
    let list = el("div", "xp-reports", reports(annex.reports.iter()));
    fold(format!("{number} sur le texte adopté"), kids![el("p", "", kids![note]), list])
}

/// Acronyms: their words from the text, or from us.
fn glossary(annex: &Annex) -> Element {
    let items = each(annex.glossary.iter().map(|entry| {
        let ours = if entry.official { "" } else { " (développé par nos soins)" };
        let words = entry.expansion.as_ref().map(|words| format!("{words}{ours}."));
        let words = words.unwrap_or_else(|| "le texte ne le développe pas.".to_owned());
        let definition = entry.definition.as_ref().map(|d| ours_line(d));
        el(
            "div",
            "xp-glossary__entry",
            kids![el("dt", "", kids![entry.acronym.clone()]), el("dd", "", kids![words, definition])],
        )
    }));
    fold(count(annex.glossary.len(), "sigle", "sigles"), kids![el("dl", "xp-glossary", items)])
}

fn ours_line(definition: &str) -> Element {
    ours("Notre définition", kids![definition.to_owned()])
}

fn erase(local: Local) -> Element {
    let erase = move || {
        let kept = storage::erase();
        local.desk.forget();
        spawn_local(async move {
            // Where it is refused nothing is kept either.
            let whole = leave().await.is_ok_and(|versions| versions > 0);
            local.erased.try_set(Some(erased(kept.ok(), whole)));
        });
    };
    let inside = kids![
        button("xp-button", kids!["Effacer mes données de cet appareil"], erase).attr("id", "effacer"),
        " ",
        el("span", "", kids![local.erased.get()]).told(),
    ];
    el("p", "", inside)
}

/// `kept`: how many entries there were, `None` where the browser keeps nothing; `whole`: whether the explorer itself was kept.
fn erased(kept: Option<usize>, whole: bool) -> String {
    let entries = |n: usize| count(n, "élément effacé", "éléments effacés");
    match (kept, whole) {
        (Some(0) | None, true) => "C’est fait\u{a0}: l’explorateur n’est plus gardé hors ligne.".into(),
        (Some(n), true) => format!("C’est fait\u{a0}: {}, et l’explorateur n’est plus gardé hors ligne.", entries(n)),
        (Some(0), false) => "Il n’y avait rien à effacer.".into(),
        (Some(n), false) => format!("C’est fait\u{a0}: {}.", entries(n)),
        (None, false) => "Votre navigateur ne laisse rien garder à cette page\u{a0}: il n’y a rien à effacer.".into(),
    }
}
