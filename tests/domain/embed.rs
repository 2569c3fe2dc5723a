//! What a web page pastes: settings that the frame reads back, text that holds as HTML whatever is asked.

use crate::random::query;
use crate::support::CORPUS;
use explorateur_sress::domain::address::Address;
use explorateur_sress::domain::embed::{Offer, SANDBOX, Theme, Wish};
use explorateur_sress::domain::facet::Facet;
use explorateur_sress::domain::frame::Frame;
use proptest::prelude::*;

const BASE: &str = "https://exemple.fr/ess/";

fn wish(change: impl FnOnce(&mut Wish)) -> Wish {
    let mut wish = Wish::default();
    change(&mut wish);
    wish
}

#[test]
fn the_frame_of_a_view_says_what_it_is_and_asks_for_little() {
    let html = wish(|w| w.alone = false).frame(BASE, "#/mesures/8", "Mesure 8", &CORPUS);
    assert!(html.starts_with("<iframe src=\"https://exemple.fr/ess/#/mesures/8\" title=\"Mesure 8\""), "{html}");
    for said in ["loading=\"lazy\"", "referrerpolicy=\"no-referrer\"", "height=\"800\"", SANDBOX] {
        assert!(html.contains(said), "{said} in {html}");
    }
    assert!(!SANDBOX.contains("same-origin") && !SANDBOX.contains("top-navigation"));
}

#[test]
fn the_element_bears_the_same_settings_as_the_frame() {
    let wish = wish(|w| {
        w.theme = Theme::Dark;
        w.accents = ["#0b5cad".into(), String::new()];
        w.offers[Facet::Kind.slot()] = Offer::Hidden;
        w.offers[Facet::Audience.slot()] = Offer::Fixed;
        w.height = Some(500);
    });
    let address = wish.address(BASE, "#/mesures?public=jeunes", &CORPUS);
    let expected = "?seul&theme=sombre&accent=0b5cad&masquer=nature&figer=public#/mesures?public=jeunes";
    assert_eq!(address, format!("{BASE}{expected}"));
    let html = wish.element(BASE, "#/mesures?public=jeunes", "Jeunes", &CORPUS);
    // For whom the script is refused: a link to the same view.
    assert!(
        html.ends_with("><a href=\"https://exemple.fr/ess/#/mesures?public=jeunes\">Jeunes</a></explorateur-sress>")
    );
    assert!(html.contains("<script src=\"https://exemple.fr/ess/embed.js\" async></script>"));
    for said in [" seul", " theme=\"sombre\"", " masquer=\"nature\"", " figer=\"public\"", " hauteur=\"500\""] {
        assert!(html.contains(said), "{said} in {html}");
    }
}

#[test]
fn what_is_written_in_an_attribute_stays_there() {
    let html = Wish::default().element(BASE, "#/mesures?q=%3Cb%3E", "« \"Jeunes\" & <b>", &CORPUS);
    assert!(html.contains("titre=\"« &quot;Jeunes&quot; &amp; &lt;b&gt;\""), "{html}");
}

#[test]
fn a_frame_offers_what_its_host_leaves_and_holds_what_it_fixed() {
    let frame = Frame::parse("?seul=&masquer=nature,inconnu&figer=public", "#/mesures?public=jeunes", &CORPUS);
    assert!(!frame.offers(Facet::Kind) && !frame.offers(Facet::Audience) && frame.offers(Facet::Actor));
    assert!(frame.fixes(Facet::Audience) && !frame.fixes(Facet::Kind));
    let (mut address, _) = Address::parse("#/mesures?public=collectivites&acteur=cress", &CORPUS);
    frame.hold(&mut address);
    assert_eq!(
        address.fragment(&CORPUS),
        Address::parse("#/mesures?public=jeunes&acteur=cress", &CORPUS).0.fragment(&CORPUS)
    );
    assert_eq!(Frame::parse("?", "#/", &CORPUS), Frame::default());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_view_leaves_the_attribute_it_is_written_in(query in query(), title in ".{0,40}") {
        let fragment = Address { query, ..Address::default() }.fragment(&CORPUS);
        for html in [Wish::default().frame(BASE, &fragment, &title, &CORPUS), Wish::default().element(BASE, &fragment, &title, &CORPUS)] {
            // Outside its quotes, HTML of ours only.
            let outside: String = html.split('"').step_by(2).collect();
            prop_assert_eq!(outside.matches('<').count(), outside.matches('>').count());
            // What is asked may be read between two tags, never in one.
            let tags = outside.split('<').filter_map(|tag| tag.split_once('>')).map(|(tag, _)| tag);
            prop_assert!(tags.collect::<String>().is_ascii(), "{}", outside);
        }
    }

    #[test]
    fn a_query_of_any_kind_is_read(text in ".{0,80}") {
        let frame = Frame::parse(&format!("?{text}"), "#/", &CORPUS);
        let mut address = Address::default();
        frame.hold(&mut address);
        prop_assert_eq!(address, Address::default());
    }
}
