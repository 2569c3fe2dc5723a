//! What one finds by filtering `mesures.csv` in a spreadsheet is what the page shows.

use crate::support::CORPUS;
use explorateur_sress::contract::file_name::file_name;
use explorateur_sress::contract::sheet::{SEPARATOR, rows};
use explorateur_sress::domain::address::Address;
use explorateur_sress::domain::corpus::OptionIdx;
use explorateur_sress::domain::facet::Facet;
use explorateur_sress::domain::label;
use explorateur_sress::domain::passage::Role;
use explorateur_sress::domain::query::{Choice, Mode, Query};
use explorateur_sress::domain::search::Index;
use explorateur_sress::domain::select::select;
use std::collections::BTreeSet;

/// The columns that tell, of a whole measure, what a facet filters by.
const COLUMNS: [(Facet, &[&str]); 4] = [
    (Facet::Audience, &["Publics visés par la mesure", "Publics associés à la mesure"]),
    (Facet::Actor, &["Partenaires de la mesure"]),
    (Facet::Scheme, &["Dispositifs de la mesure"]),
    (Facet::Place, &["Territoires de la mesure"]),
];

/// Numbers of the measures the page shows for one option.
fn shown(index: &Index, facet: Facet, option: OptionIdx) -> BTreeSet<String> {
    let mut query = Query::default();
    query.set(facet, Choice::new(vec![option], Mode::Any));
    let selection = select(&CORPUS, index, &query, &index.parse(""));
    selection.hits.iter().filter_map(|&at| CORPUS.measure(at)).map(|m| m.number.to_string()).collect()
}

#[test]
fn filtering_the_spreadsheet_on_a_name_finds_the_measures_the_page_shows() {
    let index = Index::of(&CORPUS);
    let sheet = rows(&CORPUS, &CORPUS.measures);
    let (header, rows) = sheet.split_first().expect("a header");
    let mut asked = 0;
    for (facet, columns) in COLUMNS {
        let at = |name: &&str| header.iter().position(|h| h == name).unwrap_or_else(|| panic!("{name} : {header:?}"));
        let columns: Vec<usize> = columns.iter().map(at).collect();
        for option in CORPUS.options(facet) {
            let name = label::option(&CORPUS, facet, option);
            let named = |row: &&Vec<String>| columns.iter().any(|&c| row[c].split(SEPARATOR).any(|item| item == name));
            let found: BTreeSet<String> = rows.iter().filter(named).map(|row| row[0].clone()).collect();
            assert_eq!(found, shown(&index, facet, option), "{facet:?}, {name}");
            asked += 1;
        }
    }
    assert!(asked > 100, "{asked} names asked");
}

/// An audience the measure acts for is not also said to be called on: the two columns part its audiences.
#[test]
fn an_audience_of_a_measure_stands_in_one_of_the_two_columns() {
    let sheet = rows(&CORPUS, &CORPUS.measures);
    let at = |name: &str| sheet[0].iter().position(|h| h == name).expect("a column");
    let [targets, associates] = [at("Publics visés par la mesure"), at("Publics associés à la mesure")];
    for row in &sheet[1..] {
        let items = |c: usize| row[c].split(SEPARATOR).filter(|i| !i.is_empty()).collect::<BTreeSet<_>>();
        assert!(items(targets).is_disjoint(&items(associates)), "{}", row[0]);
    }
}

#[test]
fn the_sentences_before_and_after_the_actions_are_in_the_spreadsheet() {
    let sheet = rows(&CORPUS, &CORPUS.measures);
    let rows = &sheet[1..];
    let mut said = 0;
    for (name, role) in [("Mise en œuvre", Role::Lead), ("Complément", Role::Closing)] {
        let at = sheet[0].iter().position(|h| h == name).expect("a column");
        for measure in &CORPUS.measures {
            let text = measure.passage(role).map_or(String::new(), |p| p.blocks.join("\n"));
            let number = measure.number.to_string();
            assert!(rows.iter().filter(|row| row[0] == number).all(|row| row[at] == text), "{number}, {name}");
            said += usize::from(!text.is_empty());
        }
    }
    assert!(said > 0, "some measures have one");
}

/// Other programs count the columns: a new one goes last.
#[test]
fn the_first_columns_keep_their_places() {
    let header = rows(&CORPUS, []).remove(0);
    let first = "Mesure;Titre;Axe;Axe (titre);Orientation;Orientation (titre);Page;Objectif;Action;Texte de l’action;\
        Paragraphes;Nature;Publics visés;Publics associés;Partenaires;Dispositifs;Territoires";
    assert_eq!(header[..17].join(";"), first);
    assert_eq!(header.iter().collect::<BTreeSet<_>>().len(), header.len(), "each name once");
}

#[test]
fn a_file_of_a_selection_says_what_was_asked_and_the_version() {
    let name = |fragment: &str| file_name(&CORPUS, &Address::parse(fragment, &CORPUS).0.query, "csv");
    let version = &CORPUS.version;
    for (fragment, criteria) in [
        ("#/donnees", ""),
        ("#/donnees?tri=pertinence&choix=1", ""),
        ("#/donnees?public=collectivites", "public-collectivites-"),
        ("#/donnees?acteur=cress+urscop&q=Foncier", "acteur-cress-et-urscop-q-foncier-"),
        ("#/donnees?acteur=cress,urscop&orientation=3", "orientation-3-acteur-cress-urscop-"),
    ] {
        assert_eq!(name(fragment), format!("mesures-{criteria}{version}.csv"), "{fragment}");
    }
}
