//! The frame around the pages, and the wiring of the browser to the store.

use crate::components::card::TEXTS;
use crate::domain::address::View;
use crate::domain::binary;
use crate::domain::corpus::Corpus;
use crate::domain::facet::Facet;
use crate::domain::frame::Frame;
use crate::domain::french::date;
use crate::domain::query::Query;
use crate::domain::search::Index;
use crate::domain::views::{Comparing, Layout};
use crate::embedded;
use crate::kids;
use crate::pages::beside::{beside, drawing, watch};
use crate::pages::explore::explore;
use crate::pages::local::{Fetched, Local};
use crate::pages::status::sentence;
use crate::platform::program::Arrival;
use crate::platform::{Listeners, fetch, history, links, media, page, program};
use crate::reactive::*;
use crate::store::{Step, Store};
use crate::view::node::{Element, Later, a, each, el};

/// Everything one page needs for its life.
#[derive(Clone, Copy)]
pub struct App {
    pub store: Store,
    local: Local,
}

impl App {
    /// Takes the corpus for the life of the program: one page, one strategy. Starts at the default view.
    pub fn new(corpus: Corpus, frame: fn(&Corpus) -> Frame) -> Self {
        let corpus: &'static Corpus = Box::leak(Box::new(corpus));
        let index: &'static Index = Box::leak(Box::new(Index::of(corpus)));
        let store = Store::new(corpus, index, Box::leak(Box::new(frame(corpus))), write);
        App { store, local: Local::new(store) }
    }

    /// Starts where the first program is.
    fn take_over(&self) {
        // The bar first: it alone tells what could not be understood.
        self.store.adopt(&history::fragment());
        #[cfg(feature = "pages")]
        if let Some(shown) = history::shown().filter(|shown| !self.store.is_at(shown)) {
            self.store.adopt(&shown);
        }
    }

    /// The whole page as a tree, tracked.
    pub fn view(&self) -> Element {
        let store = self.store;
        let notices = store.notices();
        let notices = each(notices.iter().map(|n| el("p", "xp-notice", kids![n.message()])));
        let main = kids![el("div", "xp-notices", notices).attr("role", "alert"), self.page(store.view())];
        let name = a("xp-header__name xp-needs-js", "#/mesures".to_owned(), kids![store.corpus.name.clone()]);
        let navigation = Later::stale("nav", 0, move || navigation(store));
        let about = "À propos, accessibilité\u{a0}: non conforme (non audité), vie privée";
        let data = format!("{}. Données du {}. ", store.corpus.title, date(&store.corpus.version));
        let foot = kids![data, a("xp-needs-js", store.link(View::About), kids![about]).attr("id", "pied-a-propos")];
        // On paper the way back to the screen is the address.
        let paper = self.local.read(|s| s.settled).then(|| {
            let address = history::href_with(&store.link_to(|_| {}));
            let framed = if history::framed() { "Imprimé dans un cadre, qui peut en couper la fin. " } else { "" };
            el("p", "xp-paper", kids![format!("{framed}Adresse de cette vue\u{a0}: {address}")])
        });
        el(
            "div",
            "xp-app",
            kids![
                a("xp-skip", format!("#{}", links::MAIN), kids!["Aller au contenu"]),
                el("header", "xp-header", kids![name.attr("id", "accueil"), navigation]),
                el("main", "xp-main", main).attr("id", links::MAIN).attr("tabindex", "-1"),
                el("footer", "xp-footer", kids![el("p", "", foot), ways(store), paper]),
            ],
        )
    }

    fn page(&self, view: View) -> Option<Element> {
        let App { store, local } = *self;
        if store.lists() { Some(explore(store, local)) } else { beside(store, local, view) }
    }

    /// The page, and what its window says of it. Not an effect of its own: each is a kilobyte of program.
    fn shown(&self) -> Element {
        page::set_title(title(self.store));
        page::set_projected(self.store.projected());
        drawing(self.store, self.local);
        self.view()
    }

    /// Wires the browser to the store once a view is on the page: address, links, title, focus.
    pub fn listen(&self) -> Listeners {
        let App { store, local } = *self;
        local.edit(|session| {
            session.narrow = media::narrow();
            session.settled = true;
        });
        let fragment = history::fragment();
        // The suite took it over before its first view.
        if !cfg!(feature = "pages") {
            store.adopt(&fragment);
        }
        // The browser may have gone to the card that bears the address, before the page of that address was there. The
        // default view stays where it is: somebody may be reading it already.
        if !fragment.is_empty() || history::remembers() {
            history::restore();
        }
        let steps = history::on_change(move |fragment| {
            store.adopt(&fragment);
            history::restore();
        });
        let follows = links::on_follow(
            move |fragment| {
                let place = || untrack(|| (store.view(), store.embed()));
                let before = place();
                store.follow(fragment);
                let left = match (before, place()) {
                    // Back on the list: where the measure just left stands.
                    ((View::Measure(at), false), (View::Measures, false)) => {
                        store.corpus.measure(at).map(|m| format!("m-{}", m.number))
                    }
                    _ => None,
                };
                if place() != before {
                    page::after_paint(move || match left.filter(|id| page::has(id)) {
                        Some(id) => page::focus(&id),
                        None => page::focus_top("titre"),
                    });
                }
            },
            move |number| {
                if let Some(measure) = store.corpus.by_number(number) {
                    store.edit(Step::Push, |a| a.pick(measure));
                }
            },
        );
        let missing = cfg!(not(feature = "pages")) && !untrack(|| store.lists());
        page::after_paint(if missing { page::waiting } else { page::ready });
        let suite = watch(store, local);
        fetch_annex(local);
        steps.into_iter().chain(follows).chain(suite).collect()
    }
}

/// Runs the program in the browser.
pub fn start(arrival: Arrival) {
    page::on_panic();
    match arrival {
        // At once: the first program ends as soon as this returns.
        Arrival::Second => run(arrival, embedded::corpus()),
        Arrival::First => match embedded::corpus_with(&binary::printed(&page::texts(TEXTS))) {
            None => spawn_local(async move {
                let text = fetch::bytes(&format!("./{}", embedded::TEXT_NAME)).await;
                run(arrival, text.ok().and_then(|text| embedded::corpus_with(&text)));
            }),
            corpus => run(arrival, corpus),
        },
    }
}

fn run(arrival: Arrival, corpus: Option<Corpus>) {
    let Some(corpus) = corpus else { return page::broken("stratégie illisible") };
    program::start(arrival, move || {
        let app = App::new(corpus, |corpus| Frame::parse(&history::query(), &history::fragment(), corpus));
        if arrival == Arrival::Second {
            app.take_over();
        }
        (move || app.shown(), move || app.listen())
    });
}

/// Whoever leaves the page to the suite leaves the answer too.
fn fetch_annex(local: Local) {
    spawn_local(async move {
        let fetched = fetch::bytes(&format!("./{}", embedded::ANNEX_NAME)).await;
        let read = fetched.ok().and_then(|bytes| embedded::annex(&bytes));
        let annex = read.map_or(Fetched::Missing, |annex| Fetched::Here(Box::leak(Box::new(annex))));
        local.edit(|session| session.annex = annex);
    });
}

/// A refused write leaves the former address in the bar; « copier le lien » builds its own from the state.
fn write(fragment: &str, step: Step) {
    match step {
        Step::Push => history::push(fragment),
        Step::Replace => history::replace(fragment),
    }
}

fn navigation(store: Store) -> Element {
    let entries = [
        (View::Measures, "Mesures", "nav-mesures"),
        (View::Profile, "Ce qui me concerne", "nav-parcours"),
        (View::Terms(Facet::Actor), "Partenaires", "nav-partenaires"),
        (View::Charts, "Graphiques", "nav-graphiques"),
        (View::Targets, "Objectifs", "nav-objectifs"),
        (View::Compare(Comparing::Nothing), "Comparer", "nav-comparer"),
        (View::Data, "Données", "nav-donnees"),
        (View::About, "À propos", "nav-a-propos"),
        (View::Selection, "Ma sélection", "nav-selection"),
        (View::Roadmap(Layout::Table), "Feuille de route", "nav-feuille"),
        (View::WORKSHOP, "Atelier", "nav-atelier"),
    ];
    let picked = store.read(|a| a.basket.len());
    let here = store.view();
    let items = entries.into_iter().map(|(view, name, id)| {
        let number = (view == View::Selection && picked > 0).then(|| format!(" ({picked})"));
        let link = a("xp-nav__link", store.link(view), kids![name, number]).attr("id", id);
        let link = match (here, view) {
            _ if here == view => link.attr("aria-current", "page"),
            (View::Measure(_) | View::Brief(_), View::Measures)
            | (View::Roadmap(_), View::Roadmap(_))
            | (View::Chart(_), View::Charts)
            | (View::Compare(_), View::Compare(_)) => link.attr("aria-current", "true"),
            #[cfg(feature = "pages")]
            (View::Workshop(..), View::Workshop(..)) => link.attr("aria-current", "true"),
            (View::Term(facet, _), View::Terms(listed)) if facet == listed => link.attr("aria-current", "true"),
            _ => link,
        };
        el("li", "", kids![link])
    });
    el("nav", "xp-nav xp-needs-js", kids![el("ul", "", each(items))]).attr("aria-label", "Pages")
}

/// The same view for a room, for another page, and out of the frame it is in (which styles show there only).
fn ways(store: Store) -> Element {
    let projected = if store.projected() { "Quitter l’affichage projeté" } else { "Affichage projeté" };
    let project = a("xp-needs-js xp-footer__way", store.link_to(|a| a.projected = !a.projected), kids![projected]);
    let embed = a("xp-needs-js xp-footer__way", store.link_to(|a| a.embed = true), kids!["Intégrer cette vue"]);
    let plan = a("xp-needs-js xp-footer__way", store.link(View::Plan), kids!["Plan du site"]);
    let whole = a(links::WHOLE, format!("./{}", store.link_to(|_| {})), kids!["Ouvrir l’explorateur complet"]);
    el(
        "p",
        "",
        kids![
            plan.attr("id", "plan"),
            " ",
            project.attr("id", "projeter"),
            " ",
            embed.attr("id", "integrer"),
            " ",
            whole
        ],
    )
}

fn title(store: Store) -> String {
    let title = &store.corpus.title;
    let page = match store.view() {
        View::Measures if store.query.with(Query::is_empty) => return title.clone(),
        View::Measures => store.selection(|s| sentence(s.hits.len(), s.total())),
        #[cfg(feature = "pages")]
        _ => crate::pages::view_name::view_name(store),
        // The first program only waits for the others.
        #[cfg(not(feature = "pages"))]
        _ => return title.clone(),
    };
    format!("{page} — {title}")
}
