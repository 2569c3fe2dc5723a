//! The Markdown, read by another library: what is shown is what was typed.

use crate::samples::{TYPED, document};
use explorateur_sress::documents::markdown::markdown;
use explorateur_sress::domain::document::{Block, Document, Table};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// What a reader of the page sees, a block a line, then the kinds of block met.
fn read(text: &str) -> (Vec<String>, Vec<String>) {
    let (mut blocks, mut kinds) = (vec![String::new()], Vec::new());
    for event in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        let last = blocks.last_mut().expect("a block");
        match event {
            Event::Text(text) => last.push_str(&text),
            Event::SoftBreak | Event::HardBreak => last.push('\n'),
            Event::Start(Tag::Paragraph) => {}
            Event::Start(tag) => {
                kinds.push(format!("{tag:?}").split([' ', '(', '{']).next().unwrap_or_default().into())
            }
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableCell | TagEnd::Item) => {
                blocks.push(String::new())
            }
            Event::End(_) => {}
            Event::Rule => kinds.push("Rule".into()),
            other => kinds.push(format!("{other:?}")),
        }
    }
    blocks.retain(|block| !block.is_empty());
    (blocks, kinds)
}

fn only(blocks: Vec<Block>) -> Document {
    Document { title: "T".into(), lines: Vec::new(), blocks, source: "S".into() }
}

/// As it can be shown: blanks at the ends of a line and repeated ones are never.
fn visible(text: &str) -> String {
    let words = |line: &str| line.split([' ', '\t']).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ");
    text.lines().map(words).collect::<Vec<_>>().join("\n")
}

#[test]
fn what_is_typed_shows_as_typed() {
    for typed in TYPED {
        let (blocks, kinds) = read(&markdown(&only(vec![Block::Text(typed.into())])));
        assert_eq!(blocks, ["T", &visible(typed), "S"]);
        assert_eq!(kinds, ["Heading", "Rule"], "{typed}");
    }
}

#[test]
fn each_block_is_of_its_kind() {
    let text = markdown(&document());
    for expected in [
        "# Contribution de l’été \\& d’ailleurs \\<2025\\>\n\nAssociation Exemple\\\n23 novembre 2026\n\n## Orientation 1",
        "> «\u{a0}Développer l’économie sociale et solidaire dans les bassins de vie\u{a0}» p.\u{a0}18\n",
        "\n- Première idée\n- Deuxième idée,\\\n  sur deux lignes\n",
        "| Mesure | État | Qui |\n| --- | --- | --- |\n| Mesure n° 1 | à l’étude ; depuis mars | Région, départements |\n",
        "\n###### Au plus profond\n",
        "\n---\n\nStratégie régionale adoptée, texte officiel\n",
    ] {
        assert!(text.contains(expected), "{expected}\n--- absent de\n{}", &text[..2_000]);
    }
}

#[test]
fn a_cell_is_one_line_and_a_bar_in_it_parts_nothing() {
    let table = Table { caption: "C".into(), header: vec!["a|b".into(), "c".into()], rows: vec![vec!["\\|".into()]] };
    let (blocks, kinds) = read(&markdown(&only(vec![Block::Table(table)])));
    assert_eq!(blocks, ["T", "C", "a|b", "c", "\\|", "S"]);
    assert_eq!(kinds.iter().filter(|kind| *kind == "TableCell").count(), 4);
}

proptest! {
    #[test]
    fn any_text_shows_as_typed(text in "[ -~éœ«»\u{a0}]{0,60}") {
        let (blocks, kinds) = read(&markdown(&only(vec![Block::Text(text.clone()), Block::Official { text, page: 2 }])));
        let shown = visible(&blocks[1]);
        prop_assert_eq!(kinds, ["Heading", "BlockQuote", "Rule"]);
        prop_assert!(blocks.iter().any(|b| b.starts_with('«') && b.ends_with("p.\u{a0}2")), "{shown}");
    }

    #[test]
    fn any_line_comes_back(text in "[!-~éœ]{1,12}( [!-~]{1,6}){0,6}(\n[!-~]{1,20}){0,3}") {
        let (blocks, _) = read(&markdown(&only(vec![Block::Text(text.clone())])));
        prop_assert_eq!(&blocks[1], &text);
    }
}
