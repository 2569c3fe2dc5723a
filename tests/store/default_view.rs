//! The default view as `prerender` prints it: everything to read is in it, for this strategy and for another one.

use crate::support::synthetic::corpus;
use crate::support::{CORPUS, lines, no_fault, root, sources, whole_words};
use explorateur_sress::app::App;
use explorateur_sress::domain::address::Address;
use explorateur_sress::domain::corpus::{Corpus, Measure};
use explorateur_sress::domain::frame::Frame;
use explorateur_sress::embedded;
use explorateur_sress::reactive::Owner;
use explorateur_sress::view::html::html;

fn printed(corpus: Corpus) -> String {
    Owner::new().with(|| html(&App::new(corpus, |_| Frame::default()).view()))
}

fn this() -> String {
    printed(embedded::corpus().expect("the strategy of this build"))
}

fn other() -> Corpus {
    Corpus::from_json(&sources(&root().join("tests/autre"))).unwrap_or_else(|errors| panic!("{}", lines(&errors)))
}

/// The words between the tags, as one reads them.
fn seen(html: &str) -> String {
    let text: String = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect();
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")]
        .iter()
        .fold(text, |t, (from, to)| t.replace(from, to))
}

/// What `attribute="…"` holds, wherever it is written.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let opening = format!(" {attribute}=\"");
    html.match_indices(&opening).filter_map(|(at, _)| html[at + opening.len()..].split('"').next()).collect()
}

/// What must be read of a measure: its title, our summary, each paragraph of the adopted text.
fn words(measure: &Measure) -> impl Iterator<Item = &str> {
    let passages = measure.passages.iter().flat_map(|p| p.blocks.iter());
    [measure.summary.as_str()].into_iter().chain(passages.map(String::as_str))
}

#[track_caller]
fn holds_every_measure(corpus: &Corpus, html: &str) {
    let cards: Vec<&str> = html.split("<article ").skip(1).filter_map(|card| card.split("</article>").next()).collect();
    let numbers: Vec<String> = corpus.measures.iter().map(|m| m.number.to_string()).collect();
    assert_eq!(values(html, "data-mesure"), numbers, "one card a measure, in the order of the text");
    assert_eq!(cards.len(), numbers.len());
    let mut faults = Vec::new();
    for (measure, card) in corpus.measures.iter().zip(cards) {
        let card = seen(card);
        let missing = words(measure).filter(|words| !card.contains(words));
        faults.extend(missing.map(|words| format!("mesure {} : « {words} »", measure.number)));
    }
    no_fault(&faults);
}

#[test]
fn a_long_list_is_printed_whole_though_the_program_makes_it_in_parts() {
    let long = corpus(220, 3);
    let html = printed(long.clone());
    holds_every_measure(&long, &html);
    assert!(html.matches("xp-results__part").count() > 5);
    assert!(!this().contains("xp-results__part"), "this strategy's list is short");
}

/// A link of the page leads to an address we understand, or to a place that is there; none is a button in disguise.
#[track_caller]
fn each_link_leads_somewhere(corpus: &Corpus, html: &str) {
    let (links, places) = (values(html, "href"), values(html, "id"));
    assert!(links.len() > corpus.measures.len(), "{links:?}");
    let leads = |link: &str| match link.strip_prefix('#') {
        Some(address) if address.starts_with('/') => {
            let (_, notices) = Address::parse(link, corpus);
            // Without script the card itself is where the browser goes.
            notices.is_empty() && (!address.starts_with("/mesures/") || places.contains(&address))
        }
        Some(place) => places.contains(&place),
        None => link.starts_with("./") || link.starts_with("data/"),
    };
    let faults = links.iter().filter(|link| !leads(link)).map(|link| format!("« {link} »"));
    no_fault(&faults.collect::<Vec<_>>());
}

#[test]
fn every_word_of_every_measure_is_printed_in_its_card() {
    holds_every_measure(&CORPUS, &this());
    holds_every_measure(&other(), &printed(other()));
}

#[test]
fn every_link_printed_leads_somewhere() {
    each_link_leads_somewhere(&CORPUS, &this());
    each_link_leads_somewhere(&other(), &printed(other()));
}

/// Words of the regional strategy come from its data. The name of the explorer is the one left in the code.
#[test]
fn another_strategy_is_printed_in_its_own_words() {
    let page = printed(other());
    for own in ["Plan climat du Val d'Exemple", "Défi", "Levier", "Chantier"] {
        assert!(page.contains(own), "« {own} »");
    }
    let page = page.replace("Explorateur de la stratégie ESS", "");
    let foreign = ["Centre-Val", "Région", "rientation", "Axe"].into_iter().filter(|words| page.contains(words));
    let acronym = whole_words(&page, "ESS").next().map(|_| "ESS");
    no_fault(&foreign.chain(acronym).map(str::to_owned).collect::<Vec<_>>());
}
