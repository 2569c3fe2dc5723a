//! The address of a view as a QR code, drawn here: no address is sent anywhere to be drawn.

use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write;

/// White around it, in modules: readers need four.
const MARGIN: i32 = 4;

/// An SVG picture, as the address of an image; `None` when the text is longer than a code holds.
pub fn image(text: &str) -> Option<String> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let side = code.size() + 2 * MARGIN;
    let mut dark = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let length = (x..code.size()).take_while(|&at| code.get_module(at, y)).count() as i32;
            if length > 0 {
                // Writing to a text cannot fail.
                let _ = write!(dark, "M{} {}h{length}v1h-{length}z", x + MARGIN, y + MARGIN);
            }
            x += length.max(1);
        }
    }
    let head = format!("xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {side} {side}' shape-rendering='crispEdges'");
    let ground = format!("%3Cpath fill='%23fff' d='M0 0h{side}v{side}H0z'/%3E");
    Some(format!("data:image/svg+xml,%3Csvg {head}%3E{ground}%3Cpath d='{dark}'/%3E%3C/svg%3E"))
}
