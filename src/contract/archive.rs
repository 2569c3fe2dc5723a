//! `donnees.zip`: every published file in one. The same bytes from the same data: order, dates and rights are fixed.

use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter, result::ZipResult};

/// Files as `(path, bytes)`, in the order given, all dated from the data's version (`2025-03-06`).
pub fn archive(files: &[(String, Vec<u8>)], version: &str) -> ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(midnight(version))
        .unix_permissions(0o644);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        writer.start_file(path, options)?;
        writer.write_all(bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}

/// The first day a ZIP can tell, for a date it cannot.
fn midnight(version: &str) -> DateTime {
    let parts: Vec<u16> = version.split('-').filter_map(|part| part.parse().ok()).collect();
    let [year, month, day] = parts[..] else { return DateTime::default() };
    DateTime::from_date_and_time(year, month as u8, day as u8, 0, 0, 0).unwrap_or_default()
}
