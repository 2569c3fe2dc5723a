//! Edited data: whatever a maintainer, an editor or a merge makes of the files, an error that says where, or a strategy
//! that works.

use crate::cases;
use crate::spoil::{At, among, piece, spoilt, ways};
use crate::support::{root, sources};
use explorateur_sress::charts::look::Look;
use explorateur_sress::charts::request::Request;
use explorateur_sress::contract::measures::measures_json;
use explorateur_sress::domain::address::{Address, View};
use explorateur_sress::domain::binary::{from_bytes, to_bytes};
use explorateur_sress::domain::chart::Chart;
use explorateur_sress::domain::corpus::Corpus;
use explorateur_sress::domain::query::{Choice, Mode, Query};
use explorateur_sress::domain::search::Index;
use explorateur_sress::domain::select::select;
use explorateur_sress::domain::summary::{Asked, summarise};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use std::sync::LazyLock;

static SOURCES: LazyLock<Vec<(String, String)>> = LazyLock::new(|| sources(&root().join("tests/autre")));

static VALUES: LazyLock<Vec<Value>> =
    LazyLock::new(|| SOURCES.iter().map(|(_, json)| serde_json::from_str(json).expect("JSON")).collect());

/// Where each value of a file stands, as JSON pointers.
static PLACES: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    let of = |value| {
        let mut places = Vec::new();
        walk(value, String::new(), &mut places);
        places
    };
    VALUES.iter().map(of).collect()
});

fn walk(value: &Value, here: String, places: &mut Vec<String>) {
    match value {
        Value::Array(items) => items.iter().enumerate().for_each(|(at, v)| walk(v, format!("{here}/{at}"), places)),
        Value::Object(members) => members.iter().for_each(|(key, v)| walk(v, format!("{here}/{key}"), places)),
        _ => {}
    }
    places.push(here);
}

/// One edit of one value.
#[derive(Debug, Clone)]
enum Edit {
    Set(Value),
    /// Another value of the same files: an id of something else, a text elsewhere.
    Copy(At, At),
    /// The value under another name, wherever it stands: an id changed in every file that names it.
    Rename(String),
    Remove,
    /// An item or a member more: the value itself in a list, under another key in an object.
    Twice(String),
    /// So many lists around it.
    Bury(u16),
}

/// Words of the address, which the data must not take for theirs.
fn taken() -> impl Strategy<Value = String> {
    let words = [
        "q",
        "tri",
        "groupes",
        "ecartees",
        "choix",
        "graphique",
        "croiser",
        "lignes",
        "affichage",
        "v",
        "acteur",
        "mesure",
        "comparer",
        "integrer",
        "numero",
        "amorce",
        "acteurs",
        "section",
    ];
    prop::sample::select(words.to_vec()).prop_map(str::to_owned)
}

fn odd() -> impl Strategy<Value = Value> {
    prop_oneof![
        taken().prop_map(Value::from),
        piece().prop_map(Value::from),
        prop::sample::select(vec![
            json!(null),
            json!(true),
            json!(-1),
            json!(0),
            json!(1.5),
            json!(65_535),
            json!(65_536),
            json!(1e308),
            json!(u64::MAX),
            json!(""),
            json!(" "),
            json!("2031-13-45"),
            json!([]),
            json!({}),
            json!([[]]),
        ]),
        any::<u16>().prop_map(Value::from),
    ]
}

fn edit() -> impl Strategy<Value = (At, At, Edit)> {
    let edit = prop_oneof![
        4 => odd().prop_map(Edit::Set),
        4 => any::<(At, At)>().prop_map(|(file, place)| Edit::Copy(file, place)),
        3 => taken().prop_map(Edit::Rename),
        2 => Just(Edit::Remove),
        2 => piece().prop_map(Edit::Twice),
        1 => (1..400_u16).prop_map(Edit::Bury),
    ];
    (any::<At>(), any::<At>(), edit)
}

fn place(file: At, at: At) -> (usize, &'static str) {
    let file = among(file, PLACES.len());
    (file, &PLACES[file][among(at, PLACES[file].len())])
}

fn rename(value: &mut Value, from: &str, to: &str) {
    match value {
        Value::String(text) if text == from => to.clone_into(text),
        Value::Array(items) => items.iter_mut().for_each(|v| rename(v, from, to)),
        Value::Object(members) => members.values_mut().for_each(|v| rename(v, from, to)),
        _ => {}
    }
}

fn apply(values: &mut [Value], (file, at, edit): &(At, At, Edit)) {
    let (file, pointer) = place(*file, *at);
    let (above, key) = pointer.rsplit_once('/').unwrap_or_default();
    match edit {
        Edit::Rename(to) => {
            if let Some(from) = values[file].pointer(pointer).and_then(Value::as_str).map(str::to_owned) {
                values.iter_mut().for_each(|value| rename(value, &from, to));
            }
        }
        Edit::Remove | Edit::Twice(_) => {
            let value = values[file].pointer(pointer).cloned().unwrap_or_default();
            match (values[file].pointer_mut(above), edit) {
                (Some(Value::Array(items)), Edit::Twice(_)) => items.push(value),
                (Some(Value::Object(members)), Edit::Twice(name)) => drop(members.insert(name.clone(), value)),
                (Some(Value::Array(items)), _) => {
                    drop(key.parse().ok().filter(|&k: &usize| k < items.len()).map(|k| items.remove(k)))
                }
                (Some(Value::Object(members)), _) => drop(members.remove(key)),
                _ => {}
            }
        }
        Edit::Set(_) | Edit::Copy(..) | Edit::Bury(_) => {
            let other = match edit {
                Edit::Set(value) => Some(value.clone()),
                Edit::Copy(file, at) => {
                    let (file, pointer) = place(*file, *at);
                    values[file].pointer(pointer).cloned()
                }
                _ => None,
            };
            let Some(value) = values[file].pointer_mut(pointer) else { return };
            match (other, edit) {
                (Some(other), _) => *value = other,
                (None, Edit::Bury(depth)) => (0..*depth).for_each(|_| *value = json!([value.take()])),
                _ => {}
            }
        }
    }
}

/// An error names its file, in one line.
fn check(sources: &[(String, String)], chart: Chart) {
    match Corpus::from_json(sources) {
        Ok(corpus) => works(&corpus, chart),
        Err(errors) => {
            assert!(!errors.is_empty());
            for error in errors {
                assert!(!error.message.is_empty(), "{error:?}");
                let known = sources.iter().any(|(name, _)| *name == error.file);
                // A file that is absent is named all the same.
                assert!(known || error.file.ends_with(".json"), "{error:?}");
            }
        }
    }
}

/// What was accepted travels, is asked, linked to, drawn and published.
fn works(corpus: &Corpus, chart: Chart) {
    assert!(from_bytes::<Corpus>(&to_bytes(corpus)).as_ref() == Some(corpus));
    let linked = |address: &Address| {
        let fragment = address.fragment(corpus);
        let (back, notices) = Address::parse(&fragment, corpus);
        assert_eq!((&back, notices.as_slice()), (address, &[][..]), "{fragment}");
    };
    for facet in corpus.facets() {
        for option in corpus.options(facet) {
            let mut query = Query::default();
            query.set(facet, Choice::new(vec![option], Mode::Any));
            linked(&Address { query, ..Address::default() });
        }
    }
    let all: Vec<_> = corpus.measure_indices().collect();
    all.iter().for_each(|&one| linked(&Address { view: View::Measure(one), ..Address::default() }));
    linked(&Address { basket: all, ..Address::default() });
    let index = Index::of(corpus);
    let (query, search) = (Query::default(), index.parse(""));
    let selection = select(corpus, &index, &query, &search);
    assert_eq!(selection.hits.len(), corpus.measures.len());
    let (corpus, annex) = corpus.clone().split();
    let whole = Asked {
        corpus: &corpus,
        annex: Some(&annex),
        query: &query,
        search: &search,
        selection: &selection,
        crossing: None,
        whole: true,
    };
    if let Some(summary) = summarise(chart, &whole) {
        assert!(Request { summary, look: Look::Light, width: 600, still: true }.json().is_some(), "{}", chart.key());
    }
    let published = measures_json(&corpus, &corpus.measures).expect("JSON");
    let read: Vec<Map<String, Value>> = serde_json::from_str(&published).expect("a list of measures");
    assert_eq!(read.len(), corpus.measures.len());
    // A key written twice is read once: the first of its values would be lost.
    let written = published.lines().filter(|line| line.starts_with("    \"")).count();
    assert_eq!(written, read.iter().map(Map::len).sum::<usize>(), "{published}");
}

fn chart() -> impl Strategy<Value = Chart> {
    prop::sample::select(Chart::ALL.to_vec())
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn edited_data_are_refused_or_work(edits in prop::collection::vec(edit(), 1..4), chart in chart()) {
        let mut values = VALUES.clone();
        edits.iter().for_each(|edit| apply(&mut values, edit));
        let sources: Vec<_> = SOURCES.iter().zip(&values).map(|((name, _), value)| (name.clone(), value.to_string())).collect();
        check(&sources, chart);
    }

    #[test]
    fn spoilt_files_are_refused_or_work(file: At, ways in ways(), chart in chart()) {
        let mut sources = SOURCES.clone();
        let file = among(file, sources.len());
        sources[file].1 = spoilt(&sources[file].1, &ways);
        check(&sources, chart);
    }
}

/// A file may be anything JSON can be, and much that it cannot.
#[test]
fn files_of_another_shape_are_refused() {
    let deep = |open: &str, close: &str| open.repeat(100_000) + &close.repeat(100_000);
    let others =
        [String::new(), "null".into(), "\u{feff}{}".into(), deep("[", "]"), deep("{\"a\":", "}"), "[".repeat(100_000)];
    for (at, (name, _)) in SOURCES.iter().enumerate() {
        for other in &others {
            let mut sources = SOURCES.clone();
            sources[at].1.clone_from(other);
            let errors = Corpus::from_json(&sources).err().unwrap_or_default();
            assert!(errors.iter().any(|e| e.file == *name), "{name} : {errors:?}");
        }
    }
    let named = Map::from_iter([("version".to_owned(), json!("2031-01-15"))]);
    assert!(Corpus::from_json(&[("strategie.json", Value::Object(named).to_string().as_str())]).is_err());
}
