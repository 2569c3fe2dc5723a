//! The table twin of a chart: what it leaves out is told, what it holds goes to a spreadsheet.

use crate::charts::summary;
use explorateur_sress::charts::table::{rows, table, unfold};
use explorateur_sress::domain::chart::Chart;
use explorateur_sress::domain::summary::{ROWS, Shape};

/// What is not the first dozen is a link away, in rows and in columns; what is chosen stays.
#[test]
fn what_a_long_chart_leaves_out_is_told_and_what_is_chosen_stays() {
    let told =
        |link: &str, whole| unfold(&summary(Chart::Crossing, link), whole).map(|text| text.replace('\u{a0}', " "));
    let link = "#/graphiques/croisement?croiser=public,acteur&acteur=medef";
    let Shape::Grid(grid) = summary(Chart::Crossing, link).shape else { panic!("a grid") };
    assert!(grid.columns.iter().any(|mark| mark.kept), "the one chosen is there");
    let partners = grid.all.expect("more").1;
    assert_eq!(grid.columns.len(), ROWS + 1);
    let (rows, shown) = (grid.all.expect("more").0, grid.rows.len());
    let expected = match rows > shown {
        true => format!("Voir les {rows} lignes et les {partners} colonnes ({shown} et {} sont montrées)", ROWS + 1),
        false => format!("Voir les {partners} colonnes ({} sont montrées)", ROWS + 1),
    };
    assert_eq!(told(link, false), Some(expected));
    let whole = format!("{link}&lignes=toutes");
    assert_eq!(told(&whole, true).as_deref(), Some("Ne montrer que les 12 premières"));
    assert_eq!(told("#/graphiques/croisement?croiser=nature,orientation", false), None);
}

#[test]
fn the_values_of_a_table_are_numbers_in_a_spreadsheet() {
    let rows = rows(&table(&summary(Chart::Targets, "#/")));
    let head = |name: &str| rows[0].iter().position(|head| head == name).expect("a column");
    assert_eq!(rows[1][head("Départ")], "1400");
    assert_eq!(
        rows[1][head("Départ (en toutes lettres)")].replace(['\u{a0}', '\u{202f}'], " "),
        "1 400 salariés (2023)"
    );
    assert_eq!(rows[3][head("Départ")], "14,2");
    assert!(rows.iter().all(|row| row.len() == rows[0].len()));
}
