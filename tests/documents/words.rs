//! The .docx: what its XML says, read by another library.

use crate::package::{Package, shown};
use crate::samples::{TYPED, document, table};
use explorateur_sress::documents::request::Request;
use explorateur_sress::domain::document::{Block, Document, Table};
use proptest::prelude::*;

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

fn package(document: Document) -> Package {
    let package = Package::of(&Request::Word(document));
    package.holds_together();
    package
}

/// Style and text of each paragraph.
fn paragraphs(package: &Package) -> Vec<(String, String)> {
    let xml = package.xml("word/document.xml");
    let paragraphs = xml.descendants().filter(|n| n.tag_name().name() == "p");
    let style = |p: &roxmltree::Node| {
        let style = p.descendants().find(|n| n.tag_name().name() == "pStyle").and_then(|n| n.attribute((W, "val")));
        style.unwrap_or_default().to_owned()
    };
    paragraphs.map(|p| (style(&p), shown(p))).collect()
}

fn only(blocks: Vec<Block>) -> Document {
    Document { title: "T".into(), lines: Vec::new(), blocks, source: "S".into() }
}

#[test]
fn each_block_is_in_its_own_style() {
    let found = paragraphs(&package(document()));
    let has = |style: &str, text: &str| {
        assert!(found.iter().any(|(s, t)| s == style && t == text), "{style} : {text}\n{:?}", &found[..10]);
    };
    has("Titre", "Contribution de l’été & d’ailleurs <2025>");
    has("Sous-titre", "Association Exemple");
    has("Titre1", "Orientation 1 — Agir près des gens");
    has("Titre6", "Au plus profond");
    has("Texteofficiel", "«\u{a0}Développer l’économie sociale et solidaire dans les bassins de vie\u{a0}» p.\u{a0}18");
    has("Note", "Notre remarque :\nà discuter en comité.");
    has("Listepuces", "Deuxième idée,\nsur deux lignes");
    has("Enttedetableau", "Mesure n° 60");
    has("Textedetableau", "à l’étude\ndepuis mars");
    has("Note", "avant\n\naprès");
    has("Note", &"long ".repeat(2_000));
    TYPED.iter().for_each(|text| has("Note", text));
}

#[test]
fn every_style_used_is_described_headings_in_the_outline() {
    let package = package(document());
    let xml = package.xml("word/styles.xml");
    let styles: Vec<_> = xml.descendants().filter(|n| n.tag_name().name() == "style").collect();
    let id = |n: &roxmltree::Node| n.attribute((W, "styleId")).unwrap_or_default().to_owned();
    let ids: Vec<String> = styles.iter().map(id).collect();
    assert!(paragraphs(&package).iter().all(|(style, _)| ids.contains(style)), "{ids:?}");
    let value = |style: &str, name: &str| {
        let style = styles.iter().find(|n| id(n) == style).expect("a style");
        let found = style.descendants().find(|n| n.tag_name().name() == name);
        found.and_then(|n| n.attribute((W, "val"))).map(str::to_owned)
    };
    assert_eq!(value("Titre1", "name").as_deref(), Some("heading 1"));
    assert_eq!(value("Titre2", "outlineLvl").as_deref(), Some("1"));
    assert_eq!(value("Texteofficiel", "name").as_deref(), Some("Texte officiel"));
    assert_eq!(value("Note", "name").as_deref(), Some("Note"));
    let lang = xml.descendants().find(|n| n.tag_name().name() == "lang").expect("a language");
    assert_eq!(lang.attribute((W, "val")), Some("fr-FR"));
    assert!(
        package.parts["docProps/core.xml"].contains("<dc:title>Contribution de l’été &amp; d’ailleurs &lt;2025&gt;<")
    );
}

#[test]
fn the_header_of_a_table_comes_again_and_its_columns_fit_the_page() {
    let package = package(document());
    let xml = package.xml("word/document.xml");
    let rows: Vec<_> = xml.descendants().filter(|n| n.tag_name().name() == "tr").collect();
    let repeated = rows.iter().map(|row| row.descendants().any(|n| n.tag_name().name() == "tblHeader"));
    assert_eq!(repeated.collect::<Vec<_>>(), [vec![true], vec![false; 60]].concat());
    let widths = xml.descendants().filter(|n| n.tag_name().name() == "gridCol");
    let widths: Vec<u32> = widths.filter_map(|n| n.attribute((W, "w"))?.parse().ok()).collect();
    assert_eq!((widths.len(), widths.iter().sum::<u32>()), (3, 11_906 - 2 * 1_134));
}

#[test]
fn the_footer_gives_the_source_and_the_page() {
    let package = package(document());
    let xml = package.xml("word/footer1.xml");
    assert_eq!(shown(xml.root()), "Stratégie régionale adoptée, texte officiel\tpage 1 sur 1");
    let fields: Vec<_> = xml.descendants().filter_map(|n| n.attribute((W, "instr"))).collect();
    assert_eq!(fields, ["PAGE", "NUMPAGES"]);
}

#[test]
fn odd_tables_are_written_whole_or_refused_with_a_word() {
    let mut ragged = table(1);
    ragged.rows.push(vec!["seule".into()]);
    ragged.rows.push(["a", "b", "c", "de trop"].map(str::to_owned).into());
    let empty = Table { caption: "Rien".into(), header: Vec::new(), rows: vec![Vec::new()] };
    let package = package(only(vec![Block::Table(ragged), Block::Table(empty)]));
    let xml = package.xml("word/document.xml");
    let cells = |row: roxmltree::Node| row.children().filter(|n| n.tag_name().name() == "tc").count();
    let rows = xml.descendants().filter(|n| n.tag_name().name() == "tr");
    assert_eq!(rows.map(cells).collect::<Vec<_>>(), [4; 4]);
    assert!(shown(xml.root()).contains("de trop"));
    let wide = Table { caption: "Large".into(), header: vec!["x".into(); 64], rows: Vec::new() };
    let refused = Request::file(&Request::Word(only(vec![Block::Table(wide)])).to_bytes());
    assert!(refused.is_err_and(|why| why.contains("63 colonnes : Large")));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn what_is_typed_is_what_is_read(text in "\\PC{0,40}", other in any::<String>()) {
        let blocks = vec![Block::Text(text.clone()), Block::Official { text: other.clone(), page: 1 }, Block::Text(other)];
        let found = paragraphs(&package(only(blocks)));
        prop_assert_eq!(&found[1].1, &text);
        prop_assert_eq!(found.len(), 4);
    }
}
