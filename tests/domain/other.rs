//! Another strategy by changing data only: other depth, other keys, other terms; and what `from_json` says of a bad one.

use crate::support::{lines, root, sources};
use explorateur_sress::charts::look::Look;
use explorateur_sress::charts::request::Request;
use explorateur_sress::charts::table::table;
use explorateur_sress::contract::measures::measures_json;
use explorateur_sress::contract::sheet::measures_csv;
use explorateur_sress::domain::address::{Address, View};
use explorateur_sress::domain::chart::Chart;
use explorateur_sress::domain::corpus::{Corpus, MeasureIdx};
use explorateur_sress::domain::facet::Facet;
use explorateur_sress::domain::query::Criterion;
use explorateur_sress::domain::search::{Index, by_relevance};
use explorateur_sress::domain::select::{Selection, select};
use explorateur_sress::domain::summary::{Asked, summarise};

fn files() -> Vec<(String, String)> {
    sources(&root().join("tests/autre"))
}

fn other() -> Corpus {
    Corpus::from_json(&files()).unwrap_or_else(|errors| panic!("{}", lines(&errors)))
}

fn numbers(corpus: &Corpus, hits: &[MeasureIdx]) -> Vec<u16> {
    hits.iter().filter_map(|&m| corpus.measure(m)).map(|m| m.number).collect()
}

fn asked(corpus: &Corpus, link: &str) -> (Address, Selection) {
    let (address, notices) = Address::parse(link, corpus);
    assert_eq!(notices, [], "{link}");
    let index = Index::of(corpus);
    let selection = select(corpus, &index, &address.query, &index.parse(&address.query.text));
    (address, selection)
}

#[track_caller]
fn check(link: &str, expected: &[u16]) {
    let corpus = other();
    let (address, selection) = asked(&corpus, link);
    assert_eq!(numbers(&corpus, &selection.hits), expected);
    assert_eq!(selection.total(), 5);
    assert_eq!(address.fragment(&corpus), link);
}

#[test]
fn it_is_built_with_its_own_levels_and_terms() {
    let corpus = other();
    let keys: Vec<&str> = corpus.facets().map(|f| corpus.facet_key(f)).collect();
    assert_eq!(keys, ["defi", "levier", "chantier", "public", "acteur", "dispositif", "territoire", "nature"]);
    let titles: Vec<&str> = corpus.sections.iter().map(|s| s.id.as_str()).collect();
    assert_eq!(titles, ["d1", "l1", "c1", "c2", "d2", "l2", "c3"], "depth first");
    assert_eq!((corpus.measures.len(), corpus.action_count()), (5, 6));
}

#[test]
fn it_is_filtered_and_addressed_by_its_own_keys() {
    check("#/mesures", &[1, 2, 3, 4, 5]);
    check("#/mesures?defi=1", &[1, 2, 3]);
    check("#/mesures?levier=1", &[1, 2, 3]);
    check("#/mesures?chantier=1,3", &[1, 4, 5]);
    check("#/mesures?defi=2&public=eleves", &[5]);
    check("#/mesures?acteur=office-habitat,ecoles", &[1, 2, 3, 5]);
    check("#/mesures?acteur=office-habitat+ecoles", &[3]);
    check("#/mesures?nature=compter", &[1, 2, 3]);
    check("#/mesures?territoire=vallee-haute", &[4]);
}

#[test]
fn a_key_of_another_strategy_means_nothing_here() {
    let corpus = other();
    let (address, _) = Address::parse("#/mesures?axe=1&orientation=2&defi=2", &corpus);
    assert_eq!(address.fragment(&corpus), "#/mesures?defi=2");
    let (address, notices) = Address::parse("#/mesures/8", &corpus);
    assert_eq!((address.view, notices.len()), (View::Measures, 1));
}

#[test]
fn it_is_searched_with_its_own_words() {
    check("#/mesures?q=bocage", &[4, 5]);
    check("#/mesures?q=office%20public%20de%20l%27habitat%20de%20la%20vall%C3%A9e", &[2, 3]);
    check("#/mesures?q=diagnostic%20de%20performance%20%C3%A9nerg%C3%A9tique", &[2]);
    check("#/mesures?q=mesure%203", &[3]);
    check("#/mesures?q=coop%C3%A9rative", &[]);
    let corpus = other();
    let index = Index::of(&corpus);
    let search = index.parse("planter haies");
    let all: Vec<MeasureIdx> = corpus.measure_indices().collect();
    assert_eq!(numbers(&corpus, &by_relevance(&corpus, &search, &all))[0], 4);
}

#[test]
fn a_measure_may_hang_from_a_middle_section() {
    let corpus = other();
    let (_, selection) = asked(&corpus, "#/mesures?chantier=2");
    assert_eq!(numbers(&corpus, &selection.hits), [2]);
    // The third measure has no « chantier » at all: it is among those this criterion leaves out.
    let out: Vec<MeasureIdx> = selection.left_out_by(Criterion::Facet(Facet::Level(2))).collect();
    assert_eq!(numbers(&corpus, &out), [1, 3, 4, 5]);
    let json: serde_json::Value =
        serde_json::from_str(&measures_json(&corpus, &corpus.measures).expect("JSON")).expect("JSON");
    assert_eq!((&json[2]["levier"], &json[2]["chantier"]), (&1.into(), &serde_json::Value::Null));
    assert_eq!(json[0]["chantier"], 1);
}

#[test]
fn its_charts_and_tables_follow() {
    let corpus = other();
    let index = Index::of(&corpus);
    let (address, selection) = asked(&corpus, "#/mesures?defi=2");
    let search = index.parse("");
    let (corpus, query, selection) = (&corpus, &address.query, &selection);
    let asked = Asked { corpus, annex: None, query, search: &search, selection, crossing: None, whole: false };
    let summary = summarise(Chart::Sections, &asked).expect("a chart of the sections");
    assert_eq!(summary.head, "Chantier");
    let rows: Vec<(String, Vec<String>)> = table(&summary)
        .rows
        .into_iter()
        .map(|row| (row.head, row.cells.into_iter().take(2).map(|cell| cell.text).collect()))
        .collect();
    let told = |level: u8, measures: &str, actions: &str| {
        let over = format!("(Levier\u{a0}{level})");
        rows.iter().filter(|(head, cells)| head.ends_with(&over) && *cells == [measures, actions]).count()
    };
    assert_eq!(told(1, "0\u{a0}mesure", "0\u{a0}action"), 2, "{rows:?}");
    assert_eq!(told(2, "2\u{a0}mesures", "2\u{a0}actions"), 1, "{rows:?}");
    for chart in Chart::ALL {
        // Whatever its levels and facets, nothing panics; what it has no numbers for is not drawn.
        let drawn =
            summarise(chart, &asked).map(|summary| Request { summary, look: Look::Light, width: 600, still: true });
        assert!(drawn.is_none_or(|request| request.json().is_some()), "{}", chart.key());
    }
    let csv = measures_csv(corpus, &corpus.measures).expect("CSV");
    assert!(csv.contains("Défi;Défi (titre);Levier;Levier (titre);Chantier;Chantier (titre)"), "{csv}");
}

/// Replaces words of one file; the words must be there.
fn spoil(files: &mut [(String, String)], name: &str, from: &str, to: &str) {
    let (_, text) = files.iter_mut().find(|(n, _)| n == name).unwrap_or_else(|| panic!("{name}"));
    assert!(text.contains(from), "{name} : {from}");
    *text = text.replacen(from, to, 1);
}

#[test]
fn a_text_that_a_spreadsheet_would_run_is_neutralised() {
    let mut files = files();
    spoil(&mut files, "mesures/04.json", "\"De l'ombre", "\"=De l'ombre");
    let corpus = Corpus::from_json(&files).expect("a good corpus");
    let csv = measures_csv(&corpus, &corpus.measures).expect("CSV");
    assert!(csv.contains(";'=De l'ombre") && !csv.contains(";=De l'ombre"), "{csv}");
}

#[test]
fn every_error_of_a_bad_corpus_is_found_and_named() {
    let mut files = files();
    let faults = [
        (
            "strategie.json",
            "\"cle\": \"chantier\"",
            "\"cle\": \"choix\"",
            "strategie.json, niveaux.cle : « choix » est réservé",
        ),
        (
            "strategie.json",
            "\"parent\": \"l2\"",
            "\"parent\": \"l9\"",
            "strategie.json, sections.c3 : section parente inconnue",
        ),
        (
            "strategie.json",
            "\"section\": \"d2\"",
            "\"section\": \"d9\"",
            "strategie.json, objectifs.haies : section inconnue",
        ),
        (
            "strategie.json",
            "40 km de haies d'ici 2036\"\n",
            "50 km\"\n",
            "strategie.json, objectifs.haies : « 50 km » ne figure pas",
        ),
        (
            "acteurs.json",
            "\"id\": \"amis-haies\"",
            "\"id\": \"Amis\"",
            "acteurs.json, id : « Amis » n’est pas un identifiant",
        ),
        (
            "acteurs.json",
            "\"genre\": \"public\"",
            "\"genre\": \"martien\"",
            "acteurs.json, office-habitat.genre : « martien »",
        ),
        ("dispositifs.json", "\"Fonds chaleur\"\n", "\" \"\n", "dispositifs.json, fonds-chaleur.alias :"),
        ("mesures/01.json", "\"numero\": 1", "\"numero\": 2", "mesures/02.json, numero : numéro déjà pris"),
        ("mesures/02.json", "\"page\": 4", "\"page\": 0", "mesures/02.json, page : page manquante"),
        (
            "mesures/02.json",
            "\"section\": \"c2\"",
            "\"section\": \"c9\"",
            "mesures/02.json, section : section inconnue",
        ),
        (
            "mesures/03.json",
            "\"preuve\": \"écoles\"",
            "\"preuve\": \"collèges\"",
            "mesures/03.json, 3.1.acteurs.ecoles : la preuve « collèges »",
        ),
        (
            "mesures/04.json",
            "\"id\": \"4.1\"",
            "\"id\": \"4.7\"",
            "mesures/04.json, 4.1 : l’identifiant devrait être 4.1",
        ),
        (
            "mesures/04.json",
            "\"id\": \"planter\"",
            "\"id\": \"arroser\"",
            "mesures/04.json, 4.1.nature.arroser : identifiant inconnu",
        ),
        (
            "mesures/05.json",
            "\"preuve\": \"Les élèves\"",
            "\"preuve\": \"choisissent\"",
            "mesures/05.json, 5.1.publics.eleves : la preuve ne contient aucun des termes",
        ),
    ];
    for (file, from, to, _) in faults {
        spoil(&mut files, file, from, to);
    }
    let errors: Vec<String> =
        Corpus::from_json(&files).expect_err("a bad corpus").iter().map(ToString::to_string).collect();
    for (.., expected) in faults {
        assert!(errors.iter().any(|e| e.starts_with(expected)), "manque « {expected} » parmi :{}", lines(&errors));
    }
}

#[test]
fn every_file_that_cannot_be_read_is_named() {
    let mut files = files();
    spoil(&mut files, "mesures/01.json", "\"resume\"", "\"resumé\"");
    spoil(&mut files, "mesures/03.json", "\"page\": 5", "\"page\": \"cinq\"");
    spoil(&mut files, "acteurs.json", "[", "{");
    let errors: Vec<String> =
        Corpus::from_json(&files).expect_err("a bad corpus").iter().map(ToString::to_string).collect();
    let named = |file: &str| errors.iter().any(|e| e.starts_with(file));
    assert!(
        errors.len() == 3 && named("mesures/01.json") && named("mesures/03.json") && named("acteurs.json"),
        "{}",
        lines(&errors)
    );
}

#[test]
fn a_measure_with_more_actions_than_fit_is_refused_not_a_panic() {
    let mut files = files();
    let action = r#"{"id": "4.2", "texte": "Planter", "nature": {"id": "planter", "preuve": "Planter"}},"#;
    spoil(&mut files, "mesures/04.json", "\"actions\": [", &format!("\"actions\": [{}", action.repeat(300)));
    let errors: Vec<String> =
        Corpus::from_json(&files).expect_err("too many actions").iter().map(ToString::to_string).collect();
    assert!(errors.iter().any(|e| e.contains("301 actions")), "{}", lines(&errors));
}
