//! The words of WordprocessingML the other files are written with; every text is escaped here, by the library.

use super::super::legal::legal;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use std::io;

/// Namespaces of the parts that hold text.
pub const NAMES: [(&str, &str); 2] = [
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
];

/// An XML part being written.
pub struct Xml {
    writer: Writer<Vec<u8>>,
}

impl Xml {
    /// A whole part, whose root is this element.
    pub fn part(
        root: &str,
        names: &[(&str, &str)],
        inside: impl FnOnce(&mut Xml) -> io::Result<()>,
    ) -> io::Result<Vec<u8>> {
        let mut xml = Xml { writer: Writer::new(Vec::new()) };
        xml.writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
        xml.within(root, names, inside)?;
        Ok(xml.writer.into_inner())
    }

    /// An element and what it holds: one that is opened is closed.
    pub fn within(
        &mut self,
        name: &str,
        attributes: &[(&str, &str)],
        inside: impl FnOnce(&mut Xml) -> io::Result<()>,
    ) -> io::Result<()> {
        self.writer.write_event(Event::Start(start(name, attributes)))?;
        inside(self)?;
        self.writer.write_event(Event::End(BytesEnd::new(name)))
    }

    /// An element that holds nothing.
    pub fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
        self.writer.write_event(Event::Empty(start(name, attributes)))
    }

    pub fn text(&mut self, text: &str) -> io::Result<()> {
        self.writer.write_event(Event::Text(BytesText::new(text)))
    }

    /// A paragraph in a style of `styles.xml`, named by its id.
    pub fn paragraph(&mut self, named: &str, inside: impl FnOnce(&mut Xml) -> io::Result<()>) -> io::Result<()> {
        self.within("w:p", &[], |xml| {
            xml.within("w:pPr", &[], |xml| xml.empty("w:pStyle", &[("w:val", named)]))?;
            inside(xml)
        })
    }

    /// A text in the paragraph's own style; it may hold lines and tabs.
    pub fn run(&mut self, text: &str) -> io::Result<()> {
        self.within("w:r", &[], |xml| xml.content(text))
    }

    /// The same in a style of characters.
    pub fn styled(&mut self, named: &str, text: &str) -> io::Result<()> {
        self.within("w:r", &[], |xml| {
            xml.within("w:rPr", &[], |xml| xml.empty("w:rStyle", &[("w:val", named)]))?;
            xml.content(text)
        })
    }

    /// What the reader's program reckons; « 1 » stands there until it has.
    pub fn field(&mut self, instruction: &str) -> io::Result<()> {
        self.within("w:fldSimple", &[("w:instr", instruction)], |xml| xml.run("1"))
    }

    fn content(&mut self, text: &str) -> io::Result<()> {
        for (at, line) in legal(text).split('\n').enumerate() {
            if at > 0 {
                self.empty("w:br", &[])?;
            }
            for (at, part) in line.split('\t').enumerate() {
                if at > 0 {
                    self.empty("w:tab", &[])?;
                }
                if !part.is_empty() {
                    self.within("w:t", &[("xml:space", "preserve")], |xml| xml.text(part))?;
                }
            }
        }
        Ok(())
    }
}

fn start<'a>(name: &'a str, attributes: &[(&'a str, &'a str)]) -> BytesStart<'a> {
    BytesStart::new(name).with_attributes(attributes.iter().copied())
}
