//! What a host asks of its frame in the query, beside an address that is no more to be trusted.

use crate::cases;
use crate::memory::peak;
use crate::random::{address, query};
use crate::spoil::{piece, spoilt, ways};
use crate::support::CORPUS;
use explorateur_sress::domain::address::Address;
use explorateur_sress::domain::embed::{Offer, Theme, Wish};
use explorateur_sress::domain::facet::Facet;
use explorateur_sress::domain::frame::Frame;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use proptest::prelude::*;
use std::sync::LazyLock;

fn wish() -> impl Strategy<Value = Wish> {
    let offer = prop::sample::select(vec![Offer::Shown, Offer::Hidden, Offer::Fixed]);
    let offers = prop::collection::vec(offer, Facet::COUNT);
    let theme = prop::sample::select(Theme::ALL.to_vec());
    (offers, any::<bool>(), theme).prop_map(|(offers, alone, theme)| {
        let offers = std::array::from_fn(|slot| offers[slot]);
        Wish { offers, alone, theme, ..Wish::default() }
    })
}

/// The query and the fragment of a frame's address.
fn cut(address: &str) -> (&str, &str) {
    let at = address.find('#').unwrap_or(address.len());
    address.split_at(at)
}

/// As `embed.js` writes a query: the browser encodes each value whole.
fn encoded(query: &str) -> String {
    let value = |pair: &str| match pair.split_once('=') {
        Some((name, value)) => format!("{name}={}", utf8_percent_encode(value, NON_ALPHANUMERIC)),
        None => pair.to_owned(),
    };
    query.split('&').map(value).collect::<Vec<_>>().join("&")
}

#[track_caller]
fn holds(query: &str, fragment: &str) {
    LazyLock::force(&CORPUS);
    let (frame, held) = peak(|| Frame::parse(query, fragment, &CORPUS));
    assert!(held <= 100_000 + 40 * (query.len() + fragment.len()), "{held} octets : {query:.200}");
    let (visited, _) = Address::parse(fragment, &CORPUS);
    let mut once = visited.clone();
    frame.hold(&mut once);
    let (back, notices) = Address::parse(&once.fragment(&CORPUS), &CORPUS);
    assert_eq!((&back, notices.as_slice()), (&once, &[][..]), "{query:.200}");
    // The address the frame came with is the one it fixed.
    assert_eq!(once, visited, "{query:.200}");
    assert!(CORPUS.facets().all(|f| !(frame.fixes(f) && frame.offers(f))), "{query:.200}");
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn a_spoilt_query_is_read(wish in wish(), query in query(), ways in ways(), other in ways()) {
        let fragment = Address { query, ..Address::default() }.fragment(&CORPUS);
        let address = wish.address("", &fragment, &CORPUS);
        let (query, fragment) = cut(&address);
        holds(&spoilt(query, &ways), &spoilt(fragment, &other));
    }

    /// What the generator wishes is what the frame does, written by hand or by the element.
    #[test]
    fn a_wish_is_read_back(wish in wish(), here in address(), gone in address(), noise in piece()) {
        let address = wish.address("", &here.fragment(&CORPUS), &CORPUS);
        let (query, fragment) = cut(&address);
        let noisy = format!("{query}&x={}", noise.replace('&', ""));
        for query in [query.to_owned(), encoded(query), noisy] {
            let frame = Frame::parse(&query, fragment, &CORPUS);
            let mut held = gone.clone();
            frame.hold(&mut held);
            for facet in CORPUS.facets() {
                let wished = wish.offers[facet.slot()];
                prop_assert_eq!(frame.offers(facet), wished == Offer::Shown, "{}", &query);
                prop_assert_eq!(frame.fixes(facet), wished == Offer::Fixed, "{}", &query);
                let from = if wished == Offer::Fixed { &here } else { &gone };
                prop_assert_eq!(held.query.choice(facet), from.query.choice(facet), "{}", &query);
            }
        }
    }
}

/// A setting said thousands of times is that setting.
#[test]
fn a_query_never_grows() {
    let key = CORPUS.facet_key(Facet::Actor);
    for name in ["masquer", "figer"] {
        let once = Frame::parse(&format!("?{name}={key}"), "#/", &CORPUS);
        let often = vec![format!("{name}={key}"); 3_000].join("&");
        let listed = format!("?{name}={}", vec![key; 3_000].join(","));
        assert_eq!(Frame::parse(&format!("?{often}"), "#/", &CORPUS), once);
        assert_eq!(Frame::parse(&listed, "#/", &CORPUS), once);
        holds(&format!("?{often}"), &format!("#/mesures?{}", "acteur=x,".repeat(3_000)));
    }
}
