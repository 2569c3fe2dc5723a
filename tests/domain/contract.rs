//! The published contract, read back as another program would.

use crate::support::{CORPUS, FILES};
use explorateur_sress::contract::measures::measures_json;
use explorateur_sress::contract::sheet::{csv, measures_csv, rows as rows_of};
use explorateur_sress::contract::targets::targets_json;
use explorateur_sress::domain::check_measures::passages;
use explorateur_sress::domain::corpus::Measure;
use explorateur_sress::domain::schema_terms::PassageFile;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

fn rows(json: serde_json::Result<String>) -> Vec<Map<String, Value>> {
    let text = json.expect("JSON is written");
    serde_json::from_str(&text).expect("an array of objects")
}

/// The cells of a spreadsheet, header first, as a spreadsheet reads them.
fn cells(text: &str) -> Vec<Vec<String>> {
    let body = text.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(body.as_bytes());
    let record = |r: csv::Result<csv::StringRecord>| r.expect("a whole row").iter().map(str::to_owned).collect();
    reader.records().map(record).collect()
}

fn keys(row: &Map<String, Value>) -> BTreeSet<&str> {
    row.keys().map(String::as_str).collect()
}

fn ids(value: &Value) -> BTreeSet<String> {
    let id = |v: &Value| v.as_str().or(v["id"].as_str()).map(str::to_owned);
    value.as_array().into_iter().flatten().filter_map(id).collect()
}

fn text_of(passage: &PassageFile) -> String {
    let blocks = std::iter::once(&passage.text).chain(&passage.paragraphs);
    blocks.map(String::as_str).collect::<Vec<_>>().join("\n")
}

#[test]
fn measures_have_the_published_keys_and_no_other() {
    let measures = rows(measures_json(&CORPUS, &CORPUS.measures));
    assert_eq!(measures.len(), CORPUS.measures.len());
    let expected = BTreeSet::from([
        "numero",
        "titre",
        "axe",
        "orientation",
        "page",
        "objectif",
        "amorce",
        "actions",
        "cloture",
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
    for (row, (file, measure)) in rows(measures_json(&CORPUS, &CORPUS.measures)).iter().zip(&FILES.measures) {
        for (key, of) in lists {
            let union: BTreeSet<String> = passages(measure).iter().flat_map(|(_, p)| of(p)).collect();
            assert_eq!(ids(&row[key]), union, "{file}, {key}");
            let listed = row[key].as_array().map_or(0, Vec::len);
            assert_eq!(listed, union.len(), "{file}, {key} : une seule fois chacun");
        }
        for (key, passage) in [("amorce", &measure.lead), ("cloture", &measure.closing)] {
            assert_eq!(row[key].as_str().map(str::to_owned), passage.as_ref().map(text_of), "{file}, {key}");
        }
        for (action, passage) in row["actions"].as_array().expect("actions").iter().zip(&measure.actions) {
            assert_eq!(action["texte"], passage.text);
            assert_eq!(action["nature"].as_str(), passage.nature.as_ref().map(|n| n.id.as_str()));
            for (key, of) in lists {
                let named = of(passage);
                assert_eq!(ids(&action[key]), named, "{file}, {}", action["id"]);
                let listed = action[key].as_array().map_or(0, Vec::len);
                assert_eq!(listed, named.len(), "{file}, {}, {key} : une seule fois chacun", action["id"]);
            }
        }
    }
}

#[test]
fn an_audience_the_measure_acts_for_is_not_also_called_on() {
    for (row, (file, measure)) in rows(measures_json(&CORPUS, &CORPUS.measures)).iter().zip(&FILES.measures) {
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
    let text = measures_csv(&CORPUS, &CORPUS.measures).expect("CSV is written");
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

/// The published texts hold no formula today: some are put in. A reader gets them back but for one apostrophe.
#[test]
fn each_published_cell_is_its_text_or_its_text_made_harmless() {
    let mut raw = rows_of(&CORPUS, &CORPUS.measures);
    assert_eq!(measures_csv(&CORPUS, &CORPUS.measures).expect("CSV"), csv(raw.clone()).expect("CSV"));
    let spoilt = ["=1+1", "@somme", "\tx", "＝1"];
    for (at, text) in spoilt.iter().enumerate() {
        raw[7 * at + 1][at + 1] = (*text).to_owned();
    }
    raw[2][0] = "-5".to_owned();
    let written = cells(&csv(raw.clone()).expect("CSV"));
    assert_eq!(written.iter().map(Vec::len).collect::<Vec<_>>(), raw.iter().map(Vec::len).collect::<Vec<_>>());
    let changed = raw.iter().flatten().zip(written.iter().flatten()).filter(|(raw, cell)| raw != cell);
    let changed: Vec<_> = changed.map(|(raw, cell)| (cell.strip_prefix('\''), raw.as_str())).collect();
    assert_eq!(changed, spoilt.map(|text| (Some(text), text)));
}

#[test]
fn part_of_the_measures_is_written_as_in_the_whole() {
    let whole = rows(measures_json(&CORPUS, &CORPUS.measures));
    let sheet = cells(&measures_csv(&CORPUS, &CORPUS.measures).expect("CSV"));
    let chosen: Vec<&Measure> = CORPUS.measures.iter().filter(|m| m.number % 3 == 1).collect();
    let of = |number: &str| chosen.iter().any(|m| m.number.to_string() == number);
    let wanted: Vec<_> = whole.into_iter().filter(|row| of(&row["numero"].to_string())).collect();
    assert_eq!(rows(measures_json(&CORPUS, chosen.iter().copied())), wanted);
    let wanted: Vec<_> = sheet.iter().enumerate().filter(|(at, row)| *at == 0 || of(&row[0])).map(|(_, r)| r).collect();
    let part = cells(&measures_csv(&CORPUS, chosen.iter().copied()).expect("CSV"));
    assert!(part.iter().eq(wanted) && part.len() > chosen.len());
    let none = cells(&measures_csv(&CORPUS, []).expect("CSV"));
    assert_eq!((none.len(), &none[0]), (1, &sheet[0]));
    assert_eq!(measures_json(&CORPUS, []).expect("JSON"), "[]\n");
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
