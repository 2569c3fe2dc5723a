//! A tree printed as HTML: what the page shows before the program arrives.

use super::node::{Attr, Element, Node};

/// Elements without a closing tag, of those the pages use.
const VOID: [&str; 3] = ["input", "br", "img"];

pub fn html(element: &Element) -> String {
    let mut out = String::new();
    print(element, &mut out);
    out
}

fn print(element: &Element, out: &mut String) {
    let element = &element.0;
    out.push('<');
    out.push_str(element.tag);
    for (name, value) in &element.attrs {
        match value {
            Attr::Flag(false) => {}
            Attr::Flag(true) => {
                out.push(' ');
                out.push_str(name);
            }
            Attr::Text(text) | Attr::Typed(text) => {
                out.push(' ');
                out.push_str(name);
                out.push_str("=\"");
                escape(text, out);
                out.push('"');
            }
        }
    }
    out.push('>');
    for child in &element.children {
        match child {
            Node::Text(text) => escape(text, out),
            Node::Element(inner) => print(inner, out),
            Node::Later(later) => print(&later.now(), out),
        }
    }
    if !VOID.contains(&element.tag) {
        out.push_str("</");
        out.push_str(element.tag);
        out.push('>');
    }
}

fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kids;
    use crate::view::node::el;

    #[test]
    fn text_and_attributes_are_escaped_and_flags_are_bare() {
        let element =
            el("p", "x", kids!["1 < 2 & \"3\"", el("input", "", kids![]).typed("\"><b>").flag("checked", true)])
                .flag("hidden", false);
        let expected = "<p class=\"x\">1 &lt; 2 &amp; &quot;3&quot;<input value=\"&quot;&gt;&lt;b&gt;\" checked></p>";
        assert_eq!(html(&element), expected);
    }
}
