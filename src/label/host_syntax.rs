//! Labels that only host names and owners of records have.

use super::MAX_LABEL_OCTETS;

/// True if a label is host syntax: `_` and at least one letter, digit, hyphen or underscore of ASCII after it, 63 octets at
/// most (an underscored node name, RFC 8552 §1.1), or, as the leftmost of a name, `*` (an asterisk label, RFC 4592 §2.1.1).
pub(crate) fn is_host_syntax(label: &str, is_leftmost: bool) -> bool {
    let is_name = |octet: u8| octet.is_ascii_alphanumeric() || matches!(octet, b'-' | b'_');
    match label.strip_prefix('_') {
        Some(name) => !name.is_empty() && label.len() <= MAX_LABEL_OCTETS && name.bytes().all(is_name),
        None => is_leftmost && label == "*",
    }
}

#[cfg(test)]
mod tests {
    use super::is_host_syntax;

    #[test]
    fn underscores_and_the_leftmost_asterisk() {
        let longest = alloc::format!("_{}", "a".repeat(62));
        for label in ["_dmarc", "_25", "_TCP", "_ta-4f66", "_a_b", "__a", longest.as_str()] {
            assert!(is_host_syntax(label, true) && is_host_syntax(label, false), "{label}");
        }
        let too_long = alloc::format!("_{}", "a".repeat(63));
        for label in ["", "_", "a_b", "_ü", "_a b", "_a\u{7}", "**", "*a", "the*", "www", too_long.as_str()]
        {
            assert!(!is_host_syntax(label, true) && !is_host_syntax(label, false), "{label}");
        }
        assert!(is_host_syntax("*", true) && !is_host_syntax("*", false));
    }
}
