//! What crosses from the suite to the documents' own wasm: what to write, and in which format. Bytes in, bytes out.

use crate::domain::binary::{self, Binary, Reader, Stream, Writer, binary};
use crate::domain::document::{Block, Cell, Column, Document, Sheet, Table, Workbook};

#[derive(Debug, Clone, PartialEq)]
pub enum Request {
    /// As .docx.
    Word(Document),
    /// As .xlsx.
    Spreadsheet(Workbook),
}

impl Request {
    pub fn to_bytes(&self) -> Vec<u8> {
        binary::to_bytes(self)
    }

    /// `None` when the bytes are not a request of this version.
    pub fn from_bytes(bytes: &[u8]) -> Option<Request> {
        binary::from_bytes(bytes)
    }

    /// The bytes of the file, or what stood in the way, in French.
    #[cfg(feature = "documents")]
    pub fn file(bytes: &[u8]) -> Result<Vec<u8>, String> {
        match Request::from_bytes(bytes) {
            Some(Request::Word(document)) => super::word::write(&document),
            Some(Request::Spreadsheet(workbook)) => super::spreadsheet::write(&workbook),
            None => Err("requête de document illisible".to_owned()),
        }
    }
}

binary! {
    struct Document { title, lines, blocks, source }
    struct Table { caption, header, rows }
    struct Workbook { title, sheets }
    struct Sheet { name, columns, rows }
    struct Column { name, about, width }
}

impl Binary for Request {
    fn write(&self, to: &mut Writer) {
        match self {
            Request::Word(document) => {
                to.number(Stream::Choice, 0);
                document.write(to);
            }
            Request::Spreadsheet(workbook) => {
                to.number(Stream::Choice, 1);
                workbook.write(to);
            }
        }
    }

    fn read(from: &mut Reader) -> Request {
        match from.number(Stream::Choice, 1) {
            0 => Request::Word(Binary::read(from)),
            _ => Request::Spreadsheet(Binary::read(from)),
        }
    }
}

impl Binary for Block {
    fn write(&self, to: &mut Writer) {
        match self {
            Block::Heading(level, text) => {
                to.number(Stream::Choice, 0);
                level.write(to);
                text.write(to);
            }
            Block::Official { text, page } => {
                to.number(Stream::Choice, 1);
                text.write(to);
                page.write(to);
            }
            Block::Text(text) => {
                to.number(Stream::Choice, 2);
                text.write(to);
            }
            Block::List(items) => {
                to.number(Stream::Choice, 3);
                items.write(to);
            }
            Block::Table(table) => {
                to.number(Stream::Choice, 4);
                table.write(to);
            }
        }
    }

    fn read(from: &mut Reader) -> Block {
        match from.number(Stream::Choice, 4) {
            0 => Block::Heading(Binary::read(from), Binary::read(from)),
            1 => Block::Official { text: Binary::read(from), page: Binary::read(from) },
            2 => Block::Text(Binary::read(from)),
            3 => Block::List(Binary::read(from)),
            _ => Block::Table(Binary::read(from)),
        }
    }
}

impl Binary for Cell {
    fn write(&self, to: &mut Writer) {
        match self {
            Cell::Text(text) => {
                to.number(Stream::Choice, 0);
                text.write(to);
            }
            Cell::Number(number) => {
                to.number(Stream::Choice, 1);
                number.write(to);
            }
            Cell::Date(date) => {
                to.number(Stream::Choice, 2);
                date.write(to);
            }
        }
    }

    fn read(from: &mut Reader) -> Cell {
        match from.number(Stream::Choice, 2) {
            0 => Cell::Text(Binary::read(from)),
            1 => Cell::Number(Binary::read(from)),
            _ => Cell::Date(Binary::read(from)),
        }
    }
}
