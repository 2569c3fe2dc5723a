//! Three questions, all optional, and what concerns who answers: by how much it does, and by which words of the text.

use super::local::Local;
use super::measure::place;
use super::pick::{pick, pick_all};
use super::selection::told;
use crate::components::prose::{fold, ours, quote, subtitle, title};
use crate::components::segments::marked;
use crate::domain::address::View;
use crate::domain::corpus::Measure;
use crate::domain::french::{count, plural, quoted, typeset};
use crate::domain::label;
use crate::domain::markup::words_in;
use crate::domain::order::by_key;
use crate::domain::paths::{Answer, AnswerIdx, Ask, Paths, Question};
use crate::domain::profile::Profile;
use crate::domain::ranking::{Group, Ranked, Ranking, Reason, counts, rank};
use crate::kids;
use crate::platform::page;
use crate::reactive::*;
use crate::store::{Step, Store};
use crate::view::node::{Element, Node, a, button, each, el};

/// Reasons shown at once; the others are folded.
const FIRST: usize = 2;

const LEAD: &str = "Trois questions, toutes facultatives. Chaque réponse est dans l’adresse\u{a0}: le lien copié l’emporte, et le bouton «\u{a0}Précédent\u{a0}» la reprend.";

/// What the address says of who asks, and what of it is not known here.
pub fn profile(store: Store, paths: &Paths) -> (Profile, Vec<String>) {
    Profile::parse(&store.read(|a| a.profile.join(",")), paths)
}

pub fn profile_page(store: Store, local: Local) -> Element {
    let paths = local.paths;
    let (profile, unknown) = profile(store, paths);
    let ranking = rank(store.corpus, paths, &profile);
    let counts = counts(store.corpus, paths, &profile);
    let lost =
        unknown.iter().map(|id| format!("La réponse {} n’est pas connue, elle est laissée de côté.", quoted(id)));
    let questions = each(paths.questions.iter().map(|q| question(store, paths, &profile, &counts, q)));
    let inside =
        kids![
            title(None, "Ce qui me concerne".to_owned()),
            el("p", "xp-page__lead xp-screen", kids![LEAD]),
            each(lost.take(3).map(|text| el("p", "xp-notice", kids![text]))),
            el(
                "div",
                "xp-profile__told",
                kids![
                    el("p", "", kids![sentence(paths, &profile, &ranking)]).attr("id", "bilan").told(),
                    ranking.asked.then(|| a("xp-screen", "#ressort".to_owned(), kids!["Voir lesquelles"])
                        .attr("id", "voir-lesquelles")),
                ]
            ),
            el("form", "xp-profile__questions xp-screen", questions).attr("id", "questions"),
            el("p", "xp-page__source xp-screen", kids![typeset(&paths.origin)]),
            subtitle("Ce qui en ressort".to_owned()).attr("id", "ressort").attr("tabindex", "-1"),
            given(paths, &profile),
            ranking.asked.then(|| ways(store, &ranking)),
            told(local.desk),
            each(Group::ALL.into_iter().map(|g| group(store, paths, &ranking, g))),
        ];
    el("div", "xp-page", inside)
}

/// « 14 mesures sur 22 : 5 dont vous êtes la cible… ». Nothing is left out without being counted.
fn sentence(paths: &Paths, profile: &Profile, ranking: &Ranking) -> String {
    let number = |group| ranking.group(group).len();
    let total = ranking.total();
    if !ranking.asked {
        return format!(
            "Répondez à une question au moins\u{a0}; sans réponse, les {total}\u{a0}mesures sont ci-dessous, dans l’ordre du texte."
        );
    }
    let shown = ranking.shown();
    let wished = |reason: &Reason| paths.answer(reason.answer).is_some_and(|a| a.ask == Ask::Wish);
    let all = [Group::Target, Group::Called, Group::Also].into_iter().flat_map(|group| ranking.group(group));
    let wished = match all.filter(|one| one.reasons.iter().any(wished)).count() {
        _ if !profile.asks(Ask::Wish, paths) => String::new(),
        0 => " Aucune ne répond à ce que vous attendez.".to_owned(),
        n => format!(" Parmi elles, {n} {} à ce que vous attendez.", plural(n, "répond", "répondent")),
    };
    let start = format!(
        "{} sur\u{a0}{total}\u{a0}: vous êtes la cible de {}, appelés à agir par {}, {} {} aussi vous intéresser. {} en bas.",
        count(shown, "mesure", "mesures"),
        number(Group::Target),
        number(Group::Called),
        number(Group::Also),
        plural(number(Group::Also), "peut", "peuvent"),
        count(number(Group::Rest), "autre est repliée", "autres sont repliées"),
    );
    start + &wished
}

fn question(store: Store, paths: &'static Paths, profile: &Profile, counts: &[usize], question: &Question) -> Element {
    let ask = question.ask;
    let answers = each(paths.answers_to(ask).map(|(at, one)| {
        let number = counts.get(at.0 as usize).copied().unwrap_or_default();
        answer(store, paths, profile, number, at, one)
    }));
    // A single answer has no box to take it back.
    let none = (ask.is_single() && profile.asks(ask, paths)).then(|| {
        let clear = move || {
            change(store, paths, |profile| {
                let given =
                    profile.answers().iter().copied().find(|&at| paths.answer(at).is_some_and(|a| a.ask == ask));
                given.into_iter().for_each(|at| profile.toggle(at, paths));
            });
            page::after_paint(|| page::focus_first(&["#questions input"]));
        };
        button("xp-link-button", kids!["Ne pas répondre"], clear).attr("id", "sans-reponse")
    });
    let help = question.help.as_deref().map(|help| el("p", "xp-field__help", kids![typeset(help)]));
    let inside = kids![el("legend", "", kids![typeset(&question.label)]), help, answers, none];
    el("fieldset", "xp-field xp-profile__question", inside)
}

fn answer(
    store: Store,
    paths: &'static Paths,
    profile: &Profile,
    number: usize,
    at: AnswerIdx,
    answer: &Answer,
) -> Element {
    let id = format!("reponse-{}", answer.id);
    let kind = if answer.ask.is_single() { "radio" } else { "checkbox" };
    let input = el("input", "", kids![])
        .attr("type", kind)
        .attr("name", format!("question-{}", answer.ask as u8))
        .attr("id", id.clone())
        .attr("value", answer.id.clone())
        .attr("data-reponse", answer.id.clone())
        .flag("checked", profile.contains(at))
        .on("change", move |_| change(store, paths, |profile| profile.toggle(at, paths)));
    let shown = el("span", "xp-profile__count", kids![format!(" {}", count(number, "mesure", "mesures"))]);
    let help = answer.help.as_deref().map(|help| el("span", "xp-field__help", kids![format!(" {}", typeset(help))]));
    let label = el("label", "", kids![typeset(&answer.label), shown]).attr("for", id);
    el("p", "xp-field__choice", kids![input, " ", label, help])
}

/// One step of the history: Back takes the answer back.
fn change(store: Store, paths: &Paths, change: impl FnOnce(&mut Profile)) {
    let mut now = untrack(|| profile(store, paths).0);
    change(&mut now);
    let ids = now.print(paths);
    store.edit(Step::Push, |a| a.profile = ids.split(',').filter(|id| !id.is_empty()).map(str::to_owned).collect());
}

/// The answers, for paper and for who scrolled past the questions.
fn given(paths: &Paths, profile: &Profile) -> Option<Element> {
    let answers = profile.answers().iter().filter_map(|&at| paths.answer(at));
    let names = answers.map(|a| typeset(&a.label)).collect::<Vec<_>>().join(" · ");
    (!names.is_empty()).then(|| el("p", "xp-page__source", kids![format!("Vos réponses\u{a0}: {names}")]))
}

fn ways(store: Store, ranking: &Ranking) -> Element {
    let shown = [Group::Target, Group::Called, Group::Also].into_iter().flat_map(|group| ranking.group(group));
    let clear = move || {
        store.edit(Step::Push, |a| a.profile.clear());
        page::after_paint(|| page::focus_without_scroll("titre"));
    };
    let inside = kids![
        pick_all(store, shown.map(|one| one.measure)),
        a("xp-button", store.link(View::Selection), kids!["Ma sélection"]).attr("id", "vers-selection"),
        button("xp-button", kids!["Effacer mes réponses"], clear).attr("id", "effacer-reponses"),
        button("xp-button", kids!["Imprimer"], page::print).attr("id", "imprimer"),
    ];
    el("p", "xp-ways xp-screen", inside)
}

fn group(store: Store, paths: &Paths, ranking: &Ranking, group: Group) -> Option<Element> {
    let ranked = ranking.group(group);
    let items = each(ranked.iter().filter_map(|one| item(store, paths, one, group)));
    let list = el("ul", "xp-profile__list", items);
    let name = if ranking.asked { group.label() } else { "Toutes les mesures" };
    let heading = el("h3", "xp-naming__title", kids![format!("{name} ({})", ranked.len())]);
    let list = match group {
        Group::Rest if ranking.asked => fold("Les voir".to_owned(), kids![list]),
        Group::Rest | Group::Target | Group::Called | Group::Also => list,
    };
    let key = ["cible", "appel", "aussi", "reste"][group as usize];
    let section = el("section", "xp-profile__group", kids![heading, list]);
    (!ranked.is_empty()).then(|| section.attr("data-groupe", key).key(group as u64))
}

fn item(store: Store, paths: &Paths, ranked: &Ranked, group: Group) -> Option<Element> {
    let measure = store.corpus.measure(ranked.measure)?;
    let name = format!("{}. {}", label::measure(store.corpus, ranked.measure), measure.title());
    let link =
        a("", store.link(View::Measure(ranked.measure)), kids![name]).attr("id", format!("m-{}", measure.number));
    let reasons: Vec<Node> = reasons(paths, measure, &ranked.reasons);
    let (first, rest) = reasons.split_at(reasons.len().min(FIRST));
    let rest = (!rest.is_empty()).then(|| {
        let more = count(rest.len(), "autre raison", "autres raisons");
        fold(more, kids![el("ul", "xp-profile__reasons", rest.to_vec())])
    });
    let step = paths.step(ranked.measure).filter(|_| group != Group::Rest);
    let inside = kids![
        el("h4", "xp-profile__title", kids![link]),
        (!first.is_empty()).then(|| el("ul", "xp-profile__reasons", first.to_vec())),
        rest,
        step.map(|step| ours("Un premier pas, selon nous", kids![typeset(step)])),
        el("p", "xp-screen", kids![pick(store, ranked.measure, measure)]),
    ];
    Some(
        el("li", "xp-profile__item", inside)
            .attr("data-mesure", measure.number.to_string())
            .key(u64::from(measure.number)),
    )
}

/// One for an answer and a paragraph, the strongest first.
pub fn reasons(paths: &Paths, measure: &Measure, all: &[Reason]) -> Vec<Node> {
    let all = by_key(all, |one| one.find.why as u8);
    let place = |one: &Reason| (one.answer, one.find.block(measure));
    let first = |at: usize| !all[..at].iter().any(|before| place(before) == place(&all[at]));
    each((0..all.len()).filter(|&at| first(at)).filter_map(|at| reason(paths, measure, &all[at])))
}

/// « La mesure agit pour vous (commune) : … », in the words of the text.
fn reason(paths: &Paths, measure: &Measure, reason: &Reason) -> Option<Element> {
    let answer = paths.answer(reason.answer)?;
    let passage = reason.find.passage(measure)?;
    let why = format!("{} ({})\u{a0}:", reason.find.why.label(), typeset(&answer.label));
    let words = marked(words_in(reason.find.block(measure), reason.find.range()));
    Some(el("li", "", kids![why, quote(words, &place(measure.number, passage.role), measure.page)]))
}
