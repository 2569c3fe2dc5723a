//! A package opened: its parts by name, each read as XML by a parser that refuses what is not well formed.

use explorateur_sress::documents::request::Request;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

pub struct Package {
    pub parts: BTreeMap<String, String>,
}

impl Package {
    pub fn of(request: &Request) -> Package {
        let bytes = Request::file(&request.to_bytes()).expect("a file");
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
        let mut parts = BTreeMap::new();
        for at in 0..archive.len() {
            let mut file = archive.by_index(at).expect("a part");
            let mut text = String::new();
            file.read_to_string(&mut text).expect("UTF-8");
            let name = file.name().expect("a name").into_owned();
            assert!(parts.insert(name, text).is_none(), "a part twice");
        }
        let package = Package { parts };
        package.parts.keys().for_each(|name| drop(package.xml(name)));
        package
    }

    #[track_caller]
    pub fn xml(&self, name: &str) -> roxmltree::Document<'_> {
        let text = self.parts.get(name).unwrap_or_else(|| panic!("{name} absent de {:?}", self.parts.keys()));
        roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{name} : {error}"))
    }

    /// Every target of a relationship is there, and every part has its type.
    pub fn holds_together(&self) {
        let types = self.xml("[Content_Types].xml");
        let typed: Vec<&str> = types.descendants().filter_map(|n| n.attribute("PartName")).collect();
        let named = |part: &str| self.parts.contains_key(part.trim_start_matches('/'));
        assert!(typed.iter().all(|part| named(part)), "{typed:?}");
        let rels = self.parts.keys().filter(|name| name.ends_with(".rels"));
        for name in rels {
            let base = name.split("_rels/").next().unwrap_or_default();
            for target in self.xml(name).descendants().filter_map(|n| n.attribute("Target")) {
                let path = if target.starts_with('/') { target.to_owned() } else { format!("/{base}{target}") };
                assert!(named(&path) && typed.contains(&path.as_str()), "{name} : {path}");
            }
        }
    }
}

/// What a Word or spreadsheet reader shows of an element: texts, line breaks, tabs.
pub fn shown(node: roxmltree::Node) -> String {
    let mut text = String::new();
    for one in node.descendants() {
        match one.tag_name().name() {
            "t" => text.push_str(one.text().unwrap_or_default()),
            "br" => text.push('\n'),
            "tab" if one.parent().is_some_and(|p| p.tag_name().name() == "r") => text.push('\t'),
            _ => {}
        }
    }
    text
}
