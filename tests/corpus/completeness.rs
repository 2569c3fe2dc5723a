//! Nothing of the adopted text's measures, sections and targets is missing from the data, or out of place.

use crate::support::adopted::{adopted, squeeze};
use crate::support::{CORPUS, FILES, no_fault};
use explorateur_sress::domain::check_measures::{passage_key, passages};
use explorateur_sress::domain::passage::Role;
use explorateur_sress::domain::schema::SectionFile;
use explorateur_sress::domain::schema_terms::MeasureFile;

/// The measure as the source writes it: uncorrected forms, paragraph by paragraph.
fn as_written(measure: &MeasureFile) -> Vec<(Role, Vec<String>)> {
    let blocks = |p: &explorateur_sress::domain::schema_terms::PassageFile| {
        let first = p.source.as_ref().unwrap_or(&p.text);
        std::iter::once(first).chain(&p.paragraphs).map(|b| squeeze(b)).collect()
    };
    passages(measure).into_iter().map(|(role, p)| (role, blocks(p))).collect()
}

#[test]
fn each_measure_holds_exactly_the_passages_of_the_text_in_their_order() {
    let Some(adopted) = adopted("les mesures au complet") else { return };
    let numbers: Vec<u16> = adopted.measures.iter().map(|m| m.number).collect();
    assert_eq!(numbers, (1..=22).collect::<Vec<u16>>(), "les mesures du texte");
    let mut faults = Vec::new();
    for text in &adopted.measures {
        let Some((file, measure)) = FILES.measures.iter().find(|(_, m)| m.number == text.number) else {
            faults.push(format!("mesure {} : absente des données", text.number));
            continue;
        };
        let written = as_written(measure);
        for (role, blocks) in text.passages.iter().filter(|p| !written.contains(p)) {
            faults.push(format!("{file}, {} : manque « {} »", passage_key(text.number, *role), blocks.join(" ¶ ")));
        }
        for (role, blocks) in written.iter().filter(|p| !text.passages.contains(p)) {
            faults.push(format!(
                "{file}, {} : « {} » est de trop",
                passage_key(text.number, *role),
                blocks.join(" ¶ ")
            ));
        }
        let section = &adopted.sections[text.section];
        let known = FILES.strategy.sections.iter().find(|s| s.id == measure.section);
        if known.is_none_or(|s| written_title(s) != section.title) {
            faults.push(format!("{file} : la mesure est sous « {} »", section.heading));
        }
    }
    no_fault(&faults);
}

fn written_title(section: &SectionFile) -> String {
    squeeze(section.title_source.as_ref().unwrap_or(&section.title))
}

#[test]
fn each_section_holds_exactly_its_introduction_and_its_targets() {
    let Some(adopted) = adopted("les sections au complet") else { return };
    assert_eq!(adopted.sections.len(), FILES.strategy.sections.len());
    let mut faults = Vec::new();
    for text in &adopted.sections {
        let Some(section) = FILES.strategy.sections.iter().find(|s| written_title(s) == text.title) else {
            faults.push(format!("{} : absente des données", text.heading));
            continue;
        };
        let introduction: Vec<String> = section.introduction.iter().map(|p| squeeze(p)).collect();
        if introduction != text.introduction {
            faults.push(format!("{} : l’introduction diffère du texte", section.id));
        }
        let mut targets: Vec<String> =
            FILES.strategy.targets.iter().filter(|t| t.section == section.id).map(|t| squeeze(&t.text)).collect();
        targets.dedup();
        if targets != text.targets {
            faults.push(format!("{} : objectifs {targets:?}, le texte a {:?}", section.id, text.targets));
        }
    }
    no_fault(&faults);
}

#[test]
fn the_text_has_as_many_bullets_as_counted_by_hand() {
    let Some(adopted) = adopted("le nombre de puces") else { return };
    let bullets: Vec<usize> = adopted.measures.iter().map(|m| m.bullets).collect();
    assert_eq!(bullets, [9, 5, 5, 0, 2, 6, 3, 4, 3, 5, 6, 4, 2, 5, 3, 4, 6, 2, 3, 2, 3, 0]);
    assert_eq!(bullets.iter().sum::<usize>(), 82);
    let targets: Vec<usize> = adopted.sections.iter().map(|s| s.targets.len()).filter(|&n| n > 0).collect();
    assert_eq!(targets, [5, 3, 3]);
}

#[test]
fn the_data_have_the_numbers_of_the_document() {
    let sections = |depth: u8| CORPUS.sections.iter().filter(|s| s.depth == depth).count();
    assert_eq!([sections(0), sections(1)], [3, 6], "axes et orientations");
    assert_eq!(CORPUS.measures.len(), 22);
    let actions: Vec<usize> = CORPUS.measures.iter().map(|m| m.actions().count()).collect();
    assert_eq!(actions, [9, 5, 5, 1, 2, 6, 3, 4, 3, 5, 6, 4, 2, 5, 3, 4, 6, 2, 3, 2, 3, 3]);
    assert_eq!(CORPUS.action_count(), 82 + 1 + 3, "puces, paragraphe de la mesure 4, exemples de la mesure 22");
    let closings = CORPUS.measures.iter().filter(|m| m.passage(Role::Closing).is_some()).map(|m| m.number);
    assert_eq!(closings.collect::<Vec<_>>(), [19]);
    let leads = CORPUS.measures.iter().filter(|m| m.passage(Role::Lead).is_some()).map(|m| m.number);
    assert_eq!(leads.collect::<Vec<_>>(), [1, 2, 3, 6, 11]);
}

#[test]
fn measures_and_targets_hang_where_the_document_puts_them() {
    let under = |id: &str| {
        let of = |at| CORPUS.ancestry(at).iter().any(|&s| CORPUS.section(s).is_some_and(|s| s.id == id));
        let measures = CORPUS.measures.iter().filter(|m| of(m.section)).count();
        (measures, CORPUS.targets.iter().filter(|t| of(t.section)).count())
    };
    let axes = ["axe-1", "axe-2", "axe-3"].map(under);
    // One sentence of the second axis states two targets.
    assert_eq!(axes, [(7, 5), (11, 4), (4, 3)]);
    let orientations = [1, 2, 3, 4, 5, 6].map(|n| under(&format!("orientation-{n}")).0);
    assert_eq!(orientations, [4, 3, 2, 7, 2, 4]);
}

#[test]
fn the_votes_are_those_of_the_minutes() {
    let act = FILES.strategy.deliberation.as_ref().expect("the deliberation");
    let sum = |side| act.votes.iter().filter(|v| v.side == side).map(|v| v.votes).sum::<u16>();
    use explorateur_sress::domain::schema::VoteSide::{Abstention, Contre, Pour};
    assert_eq!([sum(Pour), sum(Contre), sum(Abstention)], [56, 11, 8]);
}
