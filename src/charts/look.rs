//! How charts look: ink, grid, one colour and one pattern a group, sizes. The values of `tokens.css`, which a test holds
//! beside these.

use crate::domain::binary::binary;

/// The page's mode a chart is drawn for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    Light,
    Dark,
    /// On a beamer: larger, contrast of 7 at least.
    Projected,
    ProjectedDark,
    /// On paper: black on white, patterns tell the groups apart.
    Print,
}

binary! {
    enum Look { Light, Dark, Projected, ProjectedDark, Print }
}

/// The colours and sizes of a look; colours as CSS reads them, sizes in pixels.
pub struct Style {
    pub ink: &'static str,
    pub muted: &'static str,
    pub line: &'static str,
    pub surface: &'static str,
    /// One a group (axis), in order; more groups start again.
    pub groups: [&'static str; 4],
    pub text: f64,
}

impl Style {
    pub fn group(&self, group: usize) -> &'static str {
        self.groups[group % self.groups.len()]
    }
}

impl Look {
    pub const ALL: [Look; 5] = [Look::Light, Look::Dark, Look::Projected, Look::ProjectedDark, Look::Print];

    /// Text in a window of this width, in pixels: a phone's is smaller, never below 12; a beamer's stays.
    pub fn style_at(self, width: u32) -> Style {
        let style = self.style();
        let small = width < 400 && matches!(self, Look::Light | Look::Dark);
        Style { text: if small { 12.0 } else { style.text }, ..style }
    }

    pub const fn style(self) -> Style {
        match self {
            Look::Light => Style {
                ink: "#2b2622",
                muted: "#635a51",
                line: "#ddd3c5",
                surface: "#fffdf9",
                groups: ["#a0462a", "#1f6b5c", "#7a4b8c", "#2f5d8a"],
                text: 14.0,
            },
            Look::Dark => Style {
                ink: "#f1ebe2",
                muted: "#bdb2a4",
                line: "#4a433c",
                surface: "#26221e",
                groups: ["#e8906f", "#6cc3ae", "#c79ad8", "#8fb8e0"],
                text: 14.0,
            },
            Look::Projected => Style {
                ink: "#000000",
                muted: "#333333",
                line: "#767676",
                surface: "#ffffff",
                groups: ["#7c2d14", "#0d4f42", "#5a2f6b", "#1c3f63"],
                text: 20.0,
            },
            Look::ProjectedDark => Style {
                ink: "#ffffff",
                muted: "#dddddd",
                line: "#8a8a8a",
                surface: "#000000",
                groups: ["#f5b59c", "#8fdcc8", "#dcbce8", "#b3d2f0"],
                text: 20.0,
            },
            Look::Print => Style {
                ink: "#000000",
                muted: "#333333",
                line: "#999999",
                surface: "#ffffff",
                groups: ["#7c2d14", "#0d4f42", "#5a2f6b", "#1c3f63"],
                text: 14.0,
            },
        }
    }
}
