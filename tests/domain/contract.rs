//! The published contract, read back as another program would.

use crate::support::{CORPUS, FILES};
use explorateur_sress::contract::{measures_csv, measures_json, targets_json};
use explorateur_sress::domain::check_measures::passages;
use explorateur_sress::domain::schema_terms::PassageFile;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

fn rows(json: serde_json::Result<String>) -> Vec<Map<String, Value>> {
    let text = json.expect("JSON is written");
    serde_json::from_str(&text).expect("an array of objects")
}

fn keys(row: &Map<String, Value>) -> BTreeSet<&str> {
    row.keys().map(String::as_str).collect()
}

fn ids(value: &Value) -> BTreeSet<String> {
    let id = |v: &Value| v.as_str().or(v["id"].as_str()).map(str::to_owned);
    value.as_array().into_iter().flatten().filter_map(id).collect()
}

#[test]
fn measures_have_the_published_keys_and_no_other() {
    let measures = rows(measures_json(&CORPUS));
    assert_eq!(measures.len(), CORPUS.measures.len());
    let expected = BTreeSet::from([
        "numero",
        "titre",
        "axe",
        "orientation",
        "page",
        "objectif",
        "actions",
        "acteurs",
        "publics",
        "dispositifs",
        "territoires",
    ]);
    let action_keys = BTreeSet::from(["id", "texte", "nature", "acteurs", "publics", "dispositifs", "territoires"]);
    for measure in &measures {
        assert_eq!(keys(measure), expected);
        for action in measure["actions"].as_array().expect("a list of actions") {
            let action = action.as_object().expect("an action");
            let mut keys = keys(action);
            if keys.remove("paragraphes") {
                assert!(!action["paragraphes"].as_array().expect("a list").is_empty());
            }
            assert_eq!(keys, action_keys);
        }
    }
    let eighth = &measures[7];
    assert_eq!(
        (&eighth["numero"], &eighth["axe"], &eighth["orientation"], &eighth["page"]),
        (&8.into(), &2.into(), &3.into(), &22.into())
    );
}

#[test]
fn a_measure_bears_whatever_any_of_its_passages_names() {
    type List = (&'static str, fn(&PassageFile) -> BTreeSet<String>);
    let lists: [List; 4] = [
        ("acteurs", |p| p.actors.iter().map(|m| m.id.clone()).collect()),
        ("publics", |p| p.audiences.iter().map(|m| m.id.clone()).collect()),
        ("dispositifs", |p| p.schemes.iter().map(|m| m.id.clone()).collect()),
        ("territoires", |p| p.places.iter().map(|m| m.id.clone()).collect()),
    ];
    for (row, (file, measure)) in rows(measures_json(&CORPUS)).iter().zip(&FILES.measures) {
        for (key, of) in lists {
            let union: BTreeSet<String> = passages(measure).iter().flat_map(|(_, p)| of(p)).collect();
            assert_eq!(ids(&row[key]), union, "{file}, {key}");
            let listed = row[key].as_array().map_or(0, Vec::len);
            assert_eq!(listed, union.len(), "{file}, {key} : une seule fois chacun");
        }
        for (action, passage) in row["actions"].as_array().expect("actions").iter().zip(&measure.actions) {
            assert_eq!(action["texte"], passage.text);
            assert_eq!(action["nature"].as_str(), passage.nature.as_ref().map(|n| n.id.as_str()));
            for (key, of) in lists {
                assert_eq!(ids(&action[key]), of(passage), "{file}, {}", action["id"]);
            }
        }
    }
}

#[test]
fn an_audience_the_measure_acts_for_is_not_also_called_on() {
    for (row, (file, measure)) in rows(measures_json(&CORPUS)).iter().zip(&FILES.measures) {
        for audience in row["publics"].as_array().expect("a list") {
            let is_target = passages(measure).iter().flat_map(|(_, p)| &p.audiences).any(|m| {
                Some(m.id.as_str()) == audience["id"].as_str()
                    && m.link == Some(explorateur_sress::domain::schema_terms::Link::Target)
            });
            assert_eq!(audience["lien"], if is_target { "cible" } else { "associé" }, "{file}, {}", audience["id"]);
        }
    }
}

#[test]
fn the_spreadsheet_has_one_row_an_action() {
    let text = measures_csv(&CORPUS).expect("CSV is written");
    let body = text.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(body.as_bytes());
    let header = reader.headers().expect("a header").clone();
    let column = |name: &str| header.iter().position(|h| h == name).unwrap_or_else(|| panic!("{name} in {header:?}"));
    let rows: Vec<csv::StringRecord> = reader.records().map(|r| r.expect("a row as long as the header")).collect();
    assert_eq!(rows.len(), CORPUS.action_count());
    let texts: Vec<&str> = CORPUS.measures.iter().flat_map(|m| m.actions().map(|p| p.text())).collect();
    for (row, text) in rows.iter().zip(texts) {
        assert_eq!(&row[column("Texte de l’action")], text);
        assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])));
    }
    let action = rows.iter().find(|r| &r[column("Action")] == "8.1").expect("action 8.1");
    assert_eq!((&action[column("Axe")], &action[column("Orientation")]), ("2", "3"));
    assert!(
        action[column("Territoires")].starts_with("Tours | Brenne | Vierzon"),
        "{}",
        &action[column("Territoires")]
    );
}

#[test]
fn targets_are_published_with_what_they_count() {
    let targets = rows(targets_json(&CORPUS));
    assert_eq!(targets.len(), FILES.strategy.targets.len());
    let expected = BTreeSet::from([
        "id",
        "section",
        "axe",
        "orientation",
        "texte",
        "page",
        "type",
        "unite",
        "depart",
        "cible",
        "precision",
        "mesures_liees",
    ]);
    for (row, target) in targets.iter().zip(&FILES.strategy.targets) {
        assert_eq!(keys(row), expected);
        assert_eq!((row["id"].as_str(), row["texte"].as_str()), (Some(target.id.as_str()), Some(target.text.as_str())));
        assert_eq!(row["cible"]["valeur"].as_f64(), target.goal.as_ref().map(|p| p.value));
        assert_eq!(row["depart"]["annee"].as_u64(), target.baseline.as_ref().and_then(|p| p.year).map(u64::from));
        assert!(row["axe"].is_u64() && row["orientation"].is_null());
    }
}
