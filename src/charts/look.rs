//! How charts look: ink, grid, one colour and one pattern a group, sizes. The values of `tokens.css`, which a test holds
//! beside these.

use crate::domain::binary::binary;

/// The page's mode a chart is drawn for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    Light,
    Dark,
}

binary! {
    enum Look { Light, Dark }
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

impl Look {
    pub const ALL: [Look; 2] = [Look::Light, Look::Dark];

    pub const fn style(self) -> Style {
        match self {
            Look::Light => Style {
                ink: "#2b2622",
                muted: "#635a51",
                line: "#ddd3c5",
                surface: "#fffdf9",
                groups: ["#a0462a", "#1f6b5c", "#7a4b8c", "#2f5d8a"],
                text: 13.0,
            },
            Look::Dark => Style {
                ink: "#f1ebe2",
                muted: "#bdb2a4",
                line: "#4a433c",
                surface: "#26221e",
                groups: ["#e8906f", "#6cc3ae", "#c79ad8", "#8fb8e0"],
                text: 13.0,
            },
        }
    }
}
