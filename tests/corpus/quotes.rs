//! Every official sentence of the data stands in the adopted text, letter for letter.

use crate::support::adopted::{Adopted, adopted, squeeze};
use crate::support::{FILES, no_fault};
use explorateur_sress::domain::check_measures::{passage_key, passages};
use explorateur_sress::domain::french::date;
use explorateur_sress::domain::schema_terms::Origin;
use explorateur_sress::domain::text::fold;

/// Collects what is not in the text.
struct Quotes<'a> {
    adopted: &'a Adopted,
    faults: Vec<String>,
    seen: usize,
}

impl Quotes<'_> {
    fn verbatim(&mut self, place: &str, quote: &str) {
        self.seen += 1;
        if !self.adopted.quotes(quote) {
            self.faults.push(format!("{place} : « {} » ne figure pas dans le texte adopté", squeeze(quote)));
        }
    }

    /// A form we show in another case, the source's beside it.
    fn same_but_case(&mut self, place: &str, shown: &str, source: Option<&str>) {
        self.verbatim(place, source.unwrap_or(shown));
        if source.is_some_and(|s| fold(s) != fold(shown) && corrected(s) != squeeze(shown)) {
            self.faults.push(format!("{place} : « {shown} » s’écarte de sa source sans signalement"));
        }
    }
}

/// The source's form after every correction the reports list.
fn corrected(source: &str) -> String {
    let corrections = FILES.reports.iter().filter_map(|r| r.correction.as_ref());
    corrections.fold(squeeze(source), |text, c| text.replace(&c.source, &c.corrected))
}

#[track_caller]
fn check(name: &str, expected: std::ops::RangeInclusive<usize>, collect: impl FnOnce(&mut Quotes)) {
    let Some(adopted) = adopted(name) else { return };
    let mut quotes = Quotes { adopted, faults: Vec::new(), seen: 0 };
    collect(&mut quotes);
    no_fault(&quotes.faults);
    assert!(expected.contains(&quotes.seen), "{} citations vues, attendu {expected:?}", quotes.seen);
}

#[test]
fn each_passage_of_each_measure_is_quoted_verbatim() {
    check("les passages des mesures", 130..=150, |quotes| {
        for (file, measure) in &FILES.measures {
            for (role, passage) in passages(measure) {
                let place = format!("{file}, {}", passage_key(measure.number, role));
                quotes.same_but_case(&place, &passage.text, passage.source.as_deref());
                for paragraph in &passage.paragraphs {
                    quotes.verbatim(&place, paragraph);
                }
            }
        }
    });
}

#[test]
fn sections_targets_and_governance_are_quoted_verbatim() {
    check("les sections et les objectifs", 40..=60, |quotes| {
        let strategy = &FILES.strategy;
        for section in &strategy.sections {
            quotes.same_but_case(&section.id, &section.title, section.title_source.as_deref());
            section.introduction.iter().for_each(|p| quotes.verbatim(&section.id, p));
        }
        for target in &strategy.targets {
            quotes.verbatim(&target.id, &target.text);
            for point in target.baseline.iter().chain(&target.goal) {
                quotes.verbatim(&target.id, &point.quote);
            }
        }
        strategy.governance.iter().for_each(|g| quotes.verbatim(&g.id, &g.citation));
        strategy.subtitle.iter().for_each(|s| quotes.verbatim("sous_titre", s));
        let known = fold(&quotes.adopted.flat).contains(&fold(&strategy.title));
        assert!(known, "le titre de la stratégie ne figure pas dans le texte adopté");
    });
}

#[test]
fn the_deliberation_is_quoted_verbatim() {
    check("la délibération", 28..=34, |quotes| {
        let Some(act) = &FILES.strategy.deliberation else { panic!("strategie.json : la délibération manque") };
        let plain = [
            &act.number,
            &act.assembly,
            &act.subject,
            &act.outcome,
            &act.decision,
            &act.president,
            &act.receipt,
            &act.appeal,
            &act.contact,
        ];
        plain.into_iter().chain(&act.visas).chain(&act.recitals).for_each(|q| quotes.verbatim("deliberation", q));
        assert!(fold(&quotes.adopted.flat).contains(&fold(&act.place)), "lieu");
        for iso in [&act.date, &act.signed, &act.publication] {
            quotes.verbatim("deliberation", &date(iso));
        }
        let received: Vec<&str> = act.received.rsplit('-').collect();
        quotes.verbatim("deliberation.reception_prefet", &format!("Réception par le préfet : {}", received.join("/")));
        for vote in &act.votes {
            let quote = if vote.single { vote.group.clone() } else { format!("{} ({})", vote.group, vote.votes) };
            assert!(!vote.single || vote.votes == 1, "{} compte pour une voix", vote.group);
            quotes.verbatim("deliberation.votes", &quote);
        }
    });
}

#[test]
fn figures_and_events_are_quoted_verbatim() {
    check("les chiffres et les dates", 90..=250, |quotes| {
        FILES.figures.iter().for_each(|f| quotes.verbatim(&format!("chiffres.json, {}", f.id), &f.citation));
        FILES.events.iter().for_each(|e| quotes.verbatim(&format!("chronologie.json, {}", e.id), &e.citation));
        for figure in &FILES.figures {
            figure.source.iter().for_each(|s| quotes.verbatim(&format!("chiffres.json, {}.source", figure.id), s));
        }
    });
}

#[test]
fn names_acronyms_and_reports_are_quoted_verbatim() {
    check("les registres, le glossaire et les signalements", 250..=700, |quotes| {
        for term in FILES.actors.iter().chain(&FILES.schemes).chain(&FILES.places) {
            term.elsewhere.iter().for_each(|q| quotes.verbatim(&format!("{}.ailleurs", term.id), &q.citation));
            term.alias.iter().for_each(|a| quotes.verbatim(&format!("{}.alias", term.id), a));
        }
        for entry in &FILES.glossary {
            entry.citation.iter().for_each(|c| quotes.verbatim(&format!("glossaire.json, {}", entry.sigle), c));
            let sourced = entry.citation.is_some() && entry.page.is_some();
            let place = format!("glossaire.json, {}", entry.sigle);
            if (entry.origin == Origin::Texte) != sourced {
                quotes
                    .faults
                    .push(format!("{place} : une origine « texte » a une citation et une page, et elle seule"));
            }
        }
        for report in &FILES.reports {
            report
                .citations
                .iter()
                .for_each(|q| quotes.verbatim(&format!("signalements.json, {}", report.id), &q.citation));
            report
                .correction
                .iter()
                .for_each(|c| quotes.verbatim(&format!("signalements.json, {}", report.id), &c.source));
        }
    });
}

/// Each page given is that of a heading of the table of contents under which the words stand.
#[test]
fn pages_are_those_of_the_headings_the_quotes_stand_under() {
    let Some(adopted) = adopted("les pages des citations") else { return };
    let strategy = &FILES.strategy;
    let terms = FILES.actors.iter().chain(&FILES.schemes).chain(&FILES.places);
    let mut quotes: Vec<(String, &str, u16)> = Vec::new();
    quotes.extend(FILES.figures.iter().map(|f| (format!("chiffres.json, {}", f.id), f.citation.as_str(), f.page)));
    quotes.extend(FILES.events.iter().map(|e| (format!("chronologie.json, {}", e.id), e.citation.as_str(), e.page)));
    quotes.extend(strategy.governance.iter().map(|g| (format!("gouvernance, {}", g.id), g.citation.as_str(), g.page)));
    quotes.extend(strategy.targets.iter().map(|t| (format!("objectifs, {}", t.id), t.text.as_str(), t.page)));
    for section in &strategy.sections {
        let title = section.title_source.as_ref().unwrap_or(&section.title);
        quotes.push((format!("sections, {}", section.id), title, section.page));
    }
    for (file, measure) in &FILES.measures {
        quotes.push((file.clone(), measure.objective.text.as_str(), measure.page));
    }
    for entry in &FILES.glossary {
        let quote = entry.citation.as_ref().zip(entry.page);
        quotes.extend(quote.map(|(q, page)| (format!("glossaire.json, {}", entry.sigle), q.as_str(), page)));
    }
    for (id, quote) in terms.flat_map(|t| t.elsewhere.iter().map(|q| (&t.id, q))) {
        quotes.push((format!("{id}.ailleurs"), &quote.citation, quote.page));
    }
    for (id, quote) in FILES.reports.iter().flat_map(|r| r.citations.iter().map(|q| (&r.id, q))) {
        quotes.push((format!("signalements.json, {id}"), &quote.citation, quote.page));
    }
    let misplaced = quotes.iter().filter(|(_, quote, page)| !adopted.pages_of(quote).contains(page));
    let faults = misplaced.map(|(place, quote, page)| {
        format!("{place} : « {} » est p. {:?}, non {page}", squeeze(quote), adopted.pages_of(quote))
    });
    no_fault(&faults.collect::<Vec<_>>());
    assert!(quotes.len() > 250, "{} citations", quotes.len());
}
