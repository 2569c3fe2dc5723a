//! The headers any host of the explorer should send, in one place: the server sends them, tests check them.

/// The strict policy. `wasm-unsafe-eval` allows compiling WebAssembly, and nothing else.
pub fn content_security_policy(frame_ancestors: &str) -> String {
    [
        "default-src 'self'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        &format!("frame-ancestors {frame_ancestors}"),
    ]
    .join("; ")
}

/// What the page may use of the device: only what an animated workshop needs.
pub const PERMISSIONS_POLICY: &str = "accelerometer=(), autoplay=(), camera=(), display-capture=(), \
    encrypted-media=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), \
    payment=(), usb=(), xr-spatial-tracking=(), fullscreen=(self), screen-wake-lock=(self), \
    clipboard-write=(self)";

/// The headers that every answer carries, whatever the file.
///
/// Any origin may read the files: they are public, no cookie exists, the data are meant for reuse, and a
/// frame with `sandbox` but without `allow-same-origin` could not even load the wasm otherwise.
pub fn security(frame_ancestors: &str) -> Vec<(&'static str, String)> {
    vec![
        ("Content-Security-Policy", content_security_policy(frame_ancestors)),
        ("Access-Control-Allow-Origin", "*".to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", "no-referrer".to_owned()),
        ("Permissions-Policy", PERMISSIONS_POLICY.to_owned()),
    ]
}

/// A name that carries its content's hash can be kept for ever; any other is asked again each time.
pub fn cache_control(name: &str) -> &'static str {
    let hashed = name.rsplit_once('.').is_some_and(|(stem, _)| {
        stem.rsplit_once('-').is_some_and(|(_, hash)| hash.len() == 16 && hash.bytes().all(|b| b.is_ascii_hexdigit()))
    });
    if hashed { "public, max-age=31536000, immutable" } else { "no-cache" }
}

/// The media type of a file, by its extension.
pub fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json; charset=utf-8",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "txt" | "md" => "text/plain; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "zip" => "application/zip",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_hashed_names_are_kept_for_ever() {
        assert!(cache_control("style-0123456789abcdef.css").contains("immutable"));
        assert_eq!(cache_control("index.html"), "no-cache");
        assert_eq!(cache_control("strategie-ess.json"), "no-cache");
    }

    #[test]
    fn the_policy_allows_no_inline_and_no_other_origin() {
        let policy = content_security_policy("'self'");
        assert!(policy.ends_with("frame-ancestors 'self'"));
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"));
        assert!(!policy.contains("http"));
    }
}
