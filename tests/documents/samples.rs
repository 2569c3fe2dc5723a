//! What every reader is given: one of each block and cell, with texts chosen to be taken for something else.

use explorateur_sress::domain::document::{Block, Cell, Column, Document, Sheet, Table, Workbook};

/// Each would be markup, a formula, a field or a fault in some format.
pub const TYPED: [&str; 14] = [
    "<script>alert(1)</script> & \"guillemets\" d'ici ]]>",
    "<r><t>texte riche</t></r>",
    "=1+1",
    "+33 2 00 00 00 00",
    "-5 %",
    "@SUM(A1:A9)",
    "_x0041_ &amp; &#65;",
    "# pas un titre\n- pas une liste\n1. pas un rang\n> pas une citation",
    "| pas | un | tableau |\n| --- | --- | --- |",
    "**gras** _italique_ `code` [lien](https://exemple.fr) ~~barré~~ <https://exemple.fr> $x$",
    "عربي و עברית \u{202b}de droite à gauche\u{202c}",
    "👩🏽‍🔬 🏴󠁧󠁢󠁢󠁺󠁨󠁿 œuvre, Noël, ﬁn",
    "MERGEFIELD { PAGE } ${nom}",
    "un\tonglet,  deux  blancs",
];

/// What no file may hold, inside what it must.
pub const CONTROLS: &str = "avant\0\u{1}\u{b}\u{c}\u{1b}\u{fffe}\u{ffff}après";

pub fn document() -> Document {
    let mut blocks = vec![
        Block::Heading(1, "Orientation 1 — Agir près des gens".into()),
        Block::Official {
            text: "Développer l’économie sociale et solidaire dans les bassins de vie".into(), page: 18
        },
        Block::Text("Notre remarque :\nà discuter en comité.".into()),
        Block::Heading(2, "Ce que nous retenons".into()),
        Block::List(vec!["Première idée".into(), "Deuxième idée,\nsur deux lignes".into()]),
        Block::Table(table(60)),
        Block::Text(CONTROLS.into()),
        Block::Text("long ".repeat(2_000)),
        Block::Heading(9, "Au plus profond".into()),
    ];
    blocks.extend(TYPED.map(|text| Block::Text(text.into())));
    Document {
        title: "Contribution de l’été & d’ailleurs <2025>".into(),
        lines: vec!["Association Exemple".into(), "23 novembre 2026".into()],
        blocks,
        source: "Stratégie régionale adoptée, texte officiel".into(),
    }
}

/// Long enough for several pages.
pub fn table(rows: usize) -> Table {
    let row =
        |at: usize| vec![format!("Mesure n° {at}"), "à l’étude\ndepuis mars".into(), "Région, départements".into()];
    Table {
        caption: "Avancement des mesures".into(),
        header: vec!["Mesure".into(), "État".into(), "Qui".into()],
        rows: (1..=rows).map(row).collect(),
    }
}

pub fn workbook() -> Workbook {
    let column = |name: &str, about: &str, width| Column { name: name.into(), about: about.into(), width };
    let typed = TYPED.map(|text| vec![Cell::Text(text.into()), Cell::Number(1.0), Cell::Date("2026-11-23".into())]);
    let odd = [
        vec![Cell::Text(CONTROLS.into()), Cell::Number(-2.5), Cell::Date("2024-02-29".into())],
        vec![Cell::Text("x".repeat(40_000)), Cell::Number(f64::NAN), Cell::Date("bientôt".into())],
        vec![Cell::Text("deux\nlignes".into()), Cell::Number(1e15), Cell::Date("1789-07-14".into())],
    ];
    let columns = vec![
        column("Ce qui est dit", "Les mots du visiteur, comme il les a tapés.", 40),
        column("Nombre", "Une quantité, sans unité.", 10),
        column("Date", "Le jour de la réunion.", 12),
    ];
    let sheet = |name: &str, rows: Vec<Vec<Cell>>| Sheet { name: name.into(), columns: columns.clone(), rows };
    Workbook {
        title: "Suivi de l’été & d’ailleurs".into(),
        sheets: vec![
            sheet("Été : suivi/bilan [2026]", typed.into_iter().chain(odd).collect()),
            sheet("Été : suivi/bilan [2026]", Vec::new()),
            sheet("Lisez-moi", Vec::new()),
        ],
    }
}
