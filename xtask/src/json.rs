//! Just enough JSON to write reports and inventories: no crate for two functions.

/// Members whose values are JSON already.
pub fn object(members: &[(&str, String)]) -> String {
    let members: Vec<String> = members.iter().map(|(key, value)| format!("{}:{value}", quoted(key))).collect();
    format!("{{{}}}", members.join(","))
}

pub fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            ' '.. => out.push(c),
            control => out.push_str(&format!("\\u{:04x}", control as u32)),
        }
    }
    out + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_json_reserves_is_escaped() {
        assert_eq!(quoted("« a\"b\\c\n »"), "\"« a\\\"b\\\\c\\u000a »\"");
        assert_eq!(object(&[("a", "1".to_owned()), ("b", quoted("é"))]), "{\"a\":1,\"b\":\"é\"}");
    }
}
