//! The forms in which a work is taken away, and how it comes back: Word, spreadsheets, text, and the file that opens again as
//! it was.

use super::desk::Desk;
use crate::contract::sheet::csv;
use crate::documents::format::Format;
use crate::documents::markdown::markdown;
use crate::documents::request::Request;
use crate::domain::document::{Document, Sheet, Workbook};
use crate::kids;
use crate::platform::{documents, files, history, page};
use crate::reactive::*;
use crate::view::node::{Element, button, each, el};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Word,
    Excel,
    Csv,
    Markdown,
    Json,
}

impl Form {
    const ALL: [Form; 5] = [Form::Word, Form::Excel, Form::Csv, Form::Markdown, Form::Json];

    const fn extension(self) -> &'static str {
        match self {
            Form::Word => "docx",
            Form::Excel => "xlsx",
            Form::Csv => "csv",
            Form::Markdown => "md",
            Form::Json => "json",
        }
    }

    const fn label(self) -> &'static str {
        match self {
            Form::Word => "Word (.docx)",
            Form::Excel => "Excel (.xlsx)",
            Form::Csv => "Tableur (.csv)",
            Form::Markdown => "Texte (.md)",
            Form::Json => "Fichier à rouvrir (.json)",
        }
    }
}

/// A work that can be taken away.
pub trait Work {
    /// Of its files, without their extension.
    fn name(&self) -> String;
    fn document(&self) -> Document;
    fn workbook(&self) -> Workbook;
    /// The file that gives everything back.
    fn json(&self) -> String;
}

/// Of the forms that are written here, and of those that the documents' program writes.
fn media_type(extension: &str) -> &'static str {
    match Format::ALL.into_iter().find(|format| format.extension() == extension) {
        Some(format) => format.media_type(),
        None if extension == "csv" => "text/csv;charset=utf-8",
        None => "application/json",
    }
}

/// A button for each form, and one for paper.
pub fn ways(save: impl Fn(Form) + Copy + Send + Sync + 'static) -> Element {
    let way = move |form: Form| {
        let ask = button("xp-button", kids![form.label()], move || save(form));
        kids![ask.attr("id", format!("enregistrer-{}", form.extension())), " "]
    };
    let print = button("xp-button", kids!["Imprimer"], page::print).attr("id", "imprimer");
    el("p", "xp-ways", kids![each(Form::ALL.into_iter().map(way)), print])
}

/// A field that opens files; `platform::opening` hears it.
pub fn field(id: &'static str, label: &'static str, many: bool) -> Element {
    let input = el("input", "xp-files__field", kids![])
        .attr("type", "file")
        .attr("id", id)
        .attr("accept", ".json,application/json")
        .flag("multiple", many);
    el("p", "xp-field", kids![el("label", "", kids![label]).attr("for", id), input])
}

/// Hands a work over in a form; tells whether the visitor has all of it, to open again.
pub fn write(desk: Desk, work: &impl Work, form: Form) -> bool {
    let (name, extension) = (work.name(), form.extension());
    let offer = |text: String| hand_over(desk, &name, extension, text.as_bytes());
    match form {
        Form::Word => bring(desk, name, extension, Request::Word(work.document())),
        Form::Excel => bring(desk, name, extension, Request::Spreadsheet(work.workbook())),
        Form::Csv => _ = offer(csv_of(&work.workbook())),
        Form::Markdown => _ = offer(markdown(&work.document())),
        // A frame may refuse files without a word.
        Form::Json => return offer(work.json()) && !history::framed(),
    }
    false
}

/// Its first sheet: a text holds no other. Nothing but an allocation can fail in memory, and that is a panic.
pub fn csv_of(workbook: &Workbook) -> String {
    let lines = workbook.sheets.first().map(Sheet::lines).unwrap_or_default();
    csv(lines).unwrap_or_default()
}

/// Fetches what writes documents, then hands the file over.
pub fn bring(desk: Desk, name: String, extension: &'static str, request: Request) {
    desk.tell("Préparation du fichier…".to_owned(), false);
    spawn_local(async move {
        match documents::write(&request.to_bytes()).await {
            Ok(bytes) => _ = hand_over(desk, &name, extension, &bytes),
            Err(_) => desk.tell(
                "Le fichier n’a pas pu être préparé\u{a0}: ce qui l’écrit n’est pas arrivé (connexion coupée, ou site mis à jour). Réessayez, ou choisissez .csv, qui s’écrit sans réseau.".to_owned(),
                true,
            ),
        }
    });
}

/// Offers a file; tells whether the browser took it.
pub fn hand_over(desk: Desk, name: &str, extension: &str, bytes: &[u8]) -> bool {
    let name = format!("{name}.{extension}");
    let taken = files::save(&name, media_type(extension), bytes).is_ok();
    let framed = if history::framed() {
        " Si rien ne vient, le cadre le refuse\u{a0}: ouvrez l’explorateur complet, en bas de page."
    } else {
        ""
    };
    match taken {
        true => desk.tell(format!("{name} est proposé au téléchargement.{framed}"), false),
        false => desk.tell(
            "Le navigateur refuse le téléchargement\u{a0}: imprimez, ou gardez sur cet appareil.".to_owned(),
            true,
        ),
    }
    taken
}
