//! The target of a request, as the routes of LGR Server have it.

use axum::http::Uri;

use super::options::is_set_name;
use super::reply::Refusal;

/// What a request asks.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// Whether the service is there.
    Heartbeat,
    /// Something of a label.
    Label(LabelAsked),
}

/// A label under a ruleset, in which nothing is looked up yet.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct LabelAsked {
    pub(super) set: String,
    pub(super) tag: String,
    pub(super) label: String,
    pub(super) what: What,
}

/// What is asked of a label.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum What {
    /// Its judgement.
    Itself,
    /// The list of its variants.
    Variants,
    /// Whether that is in one variant set with it.
    Pair(String),
}

/// Reads a target. `has_set` tells whether there is a set of that name.
///
/// One segment is one label, so the path is split before it is unescaped. LGR Server unescapes it first, drops what is
/// behind a semicolon in the last segment, and takes no notice of a fifth segment.
pub(super) fn read(uri: &Uri, is_compatible: bool, has_set: impl Fn(&str) -> bool) -> Result<Asked, Refusal> {
    // Several slashes at the start are one.
    let path = uri.path().trim_start_matches('/');
    let segments: Vec<String> = if is_compatible {
        unescape(without_parameters(path)).split('/').map(str::to_owned).collect()
    } else {
        path.split('/').map(unescape).collect()
    };
    let most = if is_compatible { 5 } else { 4 };
    let mut parts = segments.iter().map(String::as_str);
    if segments.first().is_some_and(|first| first == "heartbeat") {
        return Ok(Asked::Heartbeat);
    }
    let (Some(set), Some(tag), Some(label), true) =
        (parts.next(), parts.next(), parts.next(), segments.len() <= most)
    else {
        let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
        return Err(Refusal::bad_request(format!("Invalid path '/{path}{query}'")));
    };
    if !is_set_name(set) || !has_set(set) {
        return Err(Refusal::not_found(format!("Invalid LGR set '{set}'")));
    }
    if is_compatible && tag.strip_suffix('\n').is_some_and(is_tag) {
        return Err(unknown_ruleset(tag));
    }
    if !is_tag(tag) {
        return Err(Refusal::bad_request(format!("Invalid tag '{tag}'")));
    }
    if label.is_empty() {
        return Err(Refusal::not_found("Empty label"));
    }
    let what = match parts.next() {
        None => What::Itself,
        Some("variants") => What::Variants,
        Some(other) => What::Pair(other.to_owned()),
    };
    Ok(Asked::Label(LabelAsked { set: set.to_owned(), tag: tag.to_owned(), label: label.to_owned(), what }))
}

/// The refusal of a tag that is the name of no file.
pub(super) fn unknown_ruleset(tag: &str) -> Refusal {
    Refusal::not_found(format!("Unknown LGR '{tag}'"))
}

/// Two or three lower-case letters, and a script after a hyphen.
fn is_tag(tag: &str) -> bool {
    let (language, script) =
        tag.split_once('-').map_or((tag, None), |(language, script)| (language, Some(script)));
    matches!(language.len(), 2 | 3)
        && language.bytes().all(|octet| octet.is_ascii_lowercase())
        && script
            .is_none_or(|script| script.len() == 4 && script.bytes().all(|octet| octet.is_ascii_alphabetic()))
}

/// The text of a part of a path. An escape that is none stays; octets that are not UTF-8 become U+FFFD.
fn unescape(text: &str) -> String {
    let mut octets = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&octet, tail)) = rest.split_first() {
        let escaped = (octet == b'%').then(|| tail.first_chunk().and_then(hexadecimal)).flatten();
        octets.push(escaped.unwrap_or(octet));
        rest = if escaped.is_some() { tail.get(2..).unwrap_or_default() } else { tail };
    }
    String::from_utf8_lossy(&octets).into_owned()
}

/// The octet that two hexadecimal digits stand for.
fn hexadecimal(digits: &[u8; 2]) -> Option<u8> {
    let value = |digit: u8| char::from(digit).to_digit(16);
    let [high, low] = digits;
    u8::try_from(value(*high)? * 16 + value(*low)?).ok()
}

/// A path without what is behind a semicolon in its last segment.
fn without_parameters(path: &str) -> &str {
    let last = path.rfind('/').map_or(0, |slash| slash + 1);
    let semicolon = path.get(last..).and_then(|last| last.find(';'));
    semicolon.and_then(|at| path.get(..last + at)).unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes() {
        for (text, unescaped) in [
            ("caf%C3%A9", "café"),
            ("a%2", "a%2"),
            ("%", "%"),
            ("%zz", "%zz"),
            ("%c3%28", "\u{FFFD}("),
            ("%2525", "%25"),
        ] {
            assert_eq!(unescape(text), unescaped, "{text}");
        }
    }

    #[test]
    fn tags() {
        for tag in ["ar", "und-Latn", "cnr-Cyrl", "und-LATN"] {
            assert!(is_tag(tag), "{tag}");
        }
        for tag in [
            "",
            "a",
            "abcd",
            "und-Lat",
            "und-Latn-x",
            "UND-Latn",
            "und_Latn",
            "und-",
            "und-Latn\n",
            "..",
            "éé",
        ] {
            assert!(!is_tag(tag), "{tag}");
        }
    }

    #[test]
    fn a_segment_is_a_label() {
        let asked = |path: &str, is_compatible| read(&path.parse().unwrap(), is_compatible, |set| set == "s");
        let label = |label: &str, what| {
            Ok(Asked::Label(LabelAsked { set: "s".into(), tag: "de".into(), label: label.into(), what }))
        };
        assert_eq!(asked("/s/de/a%2Fb", false), label("a/b", What::Itself));
        assert_eq!(asked("/s/de/a%2Fb", true), label("a", What::Pair("b".into())));
        assert_eq!(asked("//s/de/a;b", false), label("a;b", What::Itself));
        assert_eq!(asked("//s/de/a;b", true), label("a", What::Itself));
        assert_eq!(asked("/s/de/a/variants?limit=1", false), label("a", What::Variants));
        assert!(asked("/s/de/a/b/c", false).is_err());
        assert_eq!(asked("/s/de/a/b/c", true), label("a", What::Pair("b".into())));
        assert!(asked("/v1/de/a", false).is_err() && asked("/../de/a", false).is_err());
    }
}
