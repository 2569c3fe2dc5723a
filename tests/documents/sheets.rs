//! The .xlsx: what its XML says, read by another library.

use crate::package::{Package, shown};
use crate::samples::{TYPED, workbook};
use explorateur_sress::documents::request::Request;

/// A cell: its kind (`s` for text, nothing for numbers and dates), value, style.
struct Read {
    kind: String,
    value: String,
    style: String,
}

/// Cells of a worksheet by their reference, texts in full.
fn cells(package: &Package, sheet: usize) -> std::collections::BTreeMap<String, Read> {
    let shared = package.xml("xl/sharedStrings.xml");
    let texts: Vec<String> = shared.descendants().filter(|n| n.tag_name().name() == "si").map(shown).collect();
    let xml = package.xml(&format!("xl/worksheets/sheet{sheet}.xml"));
    assert!(!xml.descendants().any(|n| n.tag_name().name() == "f"), "a formula");
    let cell = |n: roxmltree::Node| {
        let kind = n.attribute("t").unwrap_or_default().to_owned();
        let value = n.descendants().find(|n| n.tag_name().name() == "v").and_then(|n| n.text()).unwrap_or_default();
        let value =
            if kind == "s" { texts[value.parse::<usize>().expect("a place")].clone() } else { value.to_owned() };
        let style = n.attribute("s").unwrap_or_default().to_owned();
        (n.attribute("r").unwrap_or_default().to_owned(), Read { kind, value, style })
    };
    xml.descendants().filter(|n| n.tag_name().name() == "c").map(cell).collect()
}

fn package() -> Package {
    let package = Package::of(&Request::Spreadsheet(workbook()));
    package.holds_together();
    package
}

#[test]
fn what_is_typed_stays_text_whatever_it_begins_with() {
    let cells = cells(&package(), 1);
    for (row, typed) in (2..).zip(TYPED) {
        let cell = &cells[&format!("A{row}")];
        // Escapes of the format, `_x005F_` for `_` where what follows would be one.
        let value = cell.value.replace("_x005F_", "_");
        assert_eq!((cell.kind.as_str(), value.trim_end_matches(' ')), ("s", typed));
    }
    assert_eq!(cells["A16"].value, "avant\n\naprès");
}

#[test]
fn numbers_and_dates_are_numbers_and_what_is_none_is_text() {
    let cells = cells(&package(), 1);
    let of = |name: &str| (cells[name].kind.as_str(), cells[name].value.as_str());
    assert_eq!(of("B2"), ("", "1"));
    assert_eq!(of("B16"), ("", "-2.5"));
    assert_eq!(of("B17"), ("s", "NaN"));
    // Days since the last one of 1899, as Excel counts them.
    assert_eq!(of("C2"), ("", "46349"));
    assert_eq!(of("C16"), ("", "45351"));
    assert_eq!(of("C17"), ("s", "bientôt"));
    assert_eq!(of("C18"), ("s", "1789-07-14"));
    assert_ne!(cells["C2"].style, cells["B2"].style);
}

#[test]
fn a_text_too_long_for_a_cell_is_cut_and_says_so() {
    let long = cells(&package(), 1)["A17"].value.clone();
    assert_eq!(long.encode_utf16().count(), 32_767);
    assert!(long.ends_with("x […] (texte coupé : une cellule ne peut en contenir davantage)"));
}

#[test]
fn sheets_have_legal_names_a_frozen_and_filtered_header() {
    let package = package();
    let book = package.xml("xl/workbook.xml");
    let sheets = book.descendants().filter(|n| n.tag_name().name() == "sheet");
    let names: Vec<&str> = sheets.filter_map(|n| n.attribute("name")).collect();
    assert_eq!(names, ["Été suivi bilan 2026", "Été suivi bilan 2026 (2)", "Lisez-moi", "Lisez-moi (2)"]);
    for (sheet, filtered) in [(1, "A1:C18"), (2, "A1:C1")] {
        let xml = package.xml(&format!("xl/worksheets/sheet{sheet}.xml"));
        let one = |name: &str| xml.descendants().find(|n| n.tag_name().name() == name);
        let pane = one("pane").expect("a frozen row");
        assert_eq!((pane.attribute("ySplit"), pane.attribute("state")), (Some("1"), Some("frozen")));
        assert_eq!(one("autoFilter").and_then(|n| n.attribute("ref")), Some(filtered));
        assert_eq!(xml.descendants().filter(|n| n.tag_name().name() == "col").count(), 3);
    }
    assert!(package.parts["docProps/core.xml"].contains("<dc:title>Suivi de l’été &amp; d’ailleurs<"));
}

#[test]
fn the_last_sheet_says_what_each_column_holds() {
    let cells = cells(&package(), 4);
    let row = |at: usize| ["A", "B", "C"].map(|c| cells[&format!("{c}{at}")].value.clone());
    assert_eq!(row(4), ["Été suivi bilan 2026", "Ce qui est dit", "Les mots du visiteur, comme il les a tapés."]);
    assert_eq!(row(12), ["Lisez-moi", "Date", "Le jour de la réunion."]);
    assert!(!cells.contains_key("A13"));
}
