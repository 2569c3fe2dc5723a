//! The formats of files: how each is named on a disk and on the network.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For texts (Word, LibreOffice Writer, Pages).
    Word,
    Markdown,
    /// For tables (Excel, LibreOffice Calc, Numbers).
    Spreadsheet,
}

impl Format {
    pub const ALL: [Format; 3] = [Format::Word, Format::Markdown, Format::Spreadsheet];

    /// Without its dot.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Word => "docx",
            Format::Markdown => "md",
            Format::Spreadsheet => "xlsx",
        }
    }

    /// As IANA registers it.
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Word => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Format::Markdown => "text/markdown;charset=utf-8",
            Format::Spreadsheet => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}
