//! The store's door: what reaches the history, what derives from it, and what the visitor is told.

use crate::support::CORPUS;
use explorateur_sress::domain::address::{LONGEST_TEXT, Notice, View};
use explorateur_sress::domain::facet::Facet;
use explorateur_sress::domain::search::Index;
use explorateur_sress::reactive::{Owner, With};
use explorateur_sress::store::{Step, Store};
use std::cell::RefCell;
use std::ops::Deref;
use std::sync::LazyLock;

static INDEX: LazyLock<Index> = LazyLock::new(|| Index::of(&CORPUS));

thread_local! {
    /// What the store wrote into the history since last asked; each test has its thread.
    static WRITTEN: RefCell<Vec<(String, Step)>> = const { RefCell::new(Vec::new()) };
}

fn write(fragment: &str, step: Step) {
    WRITTEN.with_borrow_mut(|all| all.push((fragment.to_owned(), step)));
}

/// A store and what its signals live as long as.
struct Page {
    store: Store,
    _owner: Owner,
}

impl Deref for Page {
    type Target = Store;

    fn deref(&self) -> &Store {
        &self.store
    }
}

/// A store at an address the browser shows.
fn at(fragment: &str) -> Page {
    let owner = Owner::new();
    let store = owner.with(|| Store::new(&CORPUS, &INDEX, Box::leak(Box::default()), write));
    store.adopt(fragment);
    Page { store, _owner: owner }
}

/// Numbers of the measures shown.
fn shown(store: &Store) -> Vec<u16> {
    let hits = store.selection(|s| s.hits.clone());
    hits.iter().filter_map(|&m| CORPUS.measure(m)).map(|m| m.number).collect()
}

#[track_caller]
fn wrote(expected: &[(&str, Step)]) {
    let written = WRITTEN.take();
    assert_eq!(written.iter().map(|(fragment, step)| (fragment.as_str(), *step)).collect::<Vec<_>>(), expected);
}

fn unknown(value: &str) -> Notice {
    Notice::UnknownValue { label: CORPUS.facet_label(Facet::Audience).to_owned(), value: value.to_owned() }
}

#[test]
fn each_edit_is_written_once_as_the_step_it_is_and_everything_follows() {
    let page = at("#/mesures?public=jeunes");
    let before = shown(&page);
    let jeunes = CORPUS.option_by_key(Facet::Audience, "jeunes").expect("an audience");
    page.edit(Step::Push, |a| a.query.toggle(Facet::Audience, jeunes));
    wrote(&[("#/mesures", Step::Push)]);
    assert_eq!((shown(&page).len(), page.fragment_untracked().as_str()), (CORPUS.measures.len(), "#/mesures"));
    assert!(!before.is_empty() && before.len() < CORPUS.measures.len(), "{before:?}");
    page.edit(Step::Replace, |a| a.query.text = "foncier".to_owned());
    wrote(&[("#/mesures?q=foncier", Step::Replace)]);
    assert!(shown(&page).contains(&10) && page.search(|s| !s.is_empty()));
    page.edit(Step::Push, |a| a.view = View::Charts);
    wrote(&[("#/graphiques?q=foncier", Step::Push)]);
    assert_eq!(page.view(), View::Charts);
}

#[test]
fn an_edit_that_changes_nothing_writes_nothing_and_unsays_nothing() {
    let page = at("#/mesures?public=jeunes,nimporte&q=foncier");
    assert_eq!(page.notices(), [unknown("nimporte")]);
    page.edit(Step::Push, |_| {});
    page.edit(Step::Push, |a| a.query.text = "foncier".to_owned());
    page.edit(Step::Push, |a| {
        a.flat = !a.flat;
        a.flat = !a.flat;
    });
    wrote(&[]);
    assert_eq!(page.notices(), [unknown("nimporte")]);
    page.edit(Step::Push, |a| a.flat = true);
    assert_eq!(page.notices(), [], "what was said of the former address");
}

#[test]
fn what_the_browser_shows_is_adopted_and_never_written_back() {
    let page = at("#/mesures?axe=2");
    let axis = shown(&page);
    assert!(!axis.is_empty() && axis.len() < CORPUS.measures.len(), "{axis:?}");
    page.adopt("#/mesures?axe=2");
    // Not canonical: the bar keeps what was typed until the next edit.
    page.adopt("#/objectifs?public=nimporte&axe=2,2");
    assert_eq!((page.view(), page.notices()), (View::Targets, vec![unknown("nimporte")]));
    page.adopt("");
    assert_eq!((shown(&page).len(), page.notices()), (CORPUS.measures.len(), vec![]));
    wrote(&[]);
}

#[test]
fn a_link_followed_is_one_step_and_keeps_what_must_be_said_of_it() {
    let page = at("#/mesures");
    page.follow("#/mesures?public=jeunes,nimporte");
    wrote(&[("#/mesures?public=jeunes", Step::Push)]);
    assert_eq!(page.notices(), [unknown("nimporte")]);
    // To where one is already: nothing to write, but the link has its own to say.
    page.follow("#/mesures?public=jeunes,autre");
    wrote(&[]);
    assert_eq!(page.notices(), [unknown("autre")]);
}

#[test]
fn a_question_too_long_is_cut_and_the_visitor_told() {
    let page = at("#/mesures");
    page.edit(Step::Replace, |a| a.query.text = "é".repeat(LONGEST_TEXT));
    assert_eq!(page.notices(), [], "as long as it may be");
    WRITTEN.take();
    page.edit(Step::Replace, |a| a.query.text = "à".repeat(LONGEST_TEXT + 1));
    let kept = "à".repeat(LONGEST_TEXT);
    assert_eq!((page.query.with(|q| q.text.clone()), page.notices()), (kept.clone(), vec![Notice::TextCut]));
    wrote(&[(&format!("#/mesures?q={}", "%C3%A0".repeat(LONGEST_TEXT)), Step::Replace)]);
    page.edit(Step::Replace, |a| a.query.text = "à".to_owned());
    assert_eq!(page.notices(), []);
}

#[test]
fn links_keep_the_question() {
    let page = at("#/mesures?axe=2&public=jeunes&q=foncier&tri=pertinence&choix=1,6");
    let asked = "axe=2&public=jeunes&q=foncier&tri=pertinence&choix=1,6";
    let measure = CORPUS.by_number(6).expect("a measure");
    let links = [
        (View::Measures, "#/mesures"),
        (View::Measure(measure), "#/mesures/6"),
        (View::Terms(Facet::Actor), "#/acteurs"),
        (View::Charts, "#/graphiques"),
        (View::Targets, "#/objectifs"),
        (View::About, "#/a-propos"),
    ];
    for (view, path) in links {
        assert_eq!(page.link(view), format!("{path}?{asked}"));
    }
    wrote(&[]);
}

#[test]
fn the_link_to_a_change_is_what_the_change_would_write() {
    let page = at("#/mesures?public=jeunes");
    let link = page.link_to(|a| a.query.text = "foncier".to_owned());
    assert_eq!(page.fragment_untracked(), "#/mesures?public=jeunes", "a link changes nothing by itself");
    page.edit(Step::Push, |a| a.query.text = "foncier".to_owned());
    wrote(&[(&link, Step::Push)]);
}
