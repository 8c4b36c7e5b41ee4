//! Values of properties in earlier versions of Unicode, where they were others than now.
//!
//! General_Category, Script, Script_Extensions, Bidi_Class, Joining_Type, Indic_Syllabic_Category and Deprecated, from
//! version 5.2 on. Canonical_Combining_Class needs none: the value of an assigned code point does not change (Unicode
//! stability policy on normalization).

use super::Version;

/// One line a range of code points; the file says how.
const HISTORY: &str = include_str!("../../data/unicode/history.tsv");

/// A value that some code points had before a version, or that they have now.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Change {
    pub(crate) first: char,
    pub(crate) last: char,
    /// The version since which they have another value; none for a value of the newest version.
    pub(crate) until: Option<Version>,
    /// The value by its long name; those of Script_Extensions with spaces between.
    pub(crate) value: &'static str,
}

/// The values of one property, by its short name, that differ from those of the newest version; and for properties
/// that the library asks for nowhere else, those too. The newest come first.
pub(crate) fn changes(property: &str) -> impl Iterator<Item = Change> {
    let lines =
        HISTORY.lines().filter(move |line| line.split_once('\t').is_some_and(|(name, _)| name == property));
    lines.filter_map(|line| {
        let change = change(line);
        debug_assert!(change.is_some(), "the file was made by the generator: {line}");
        change
    })
}

fn change(line: &'static str) -> Option<Change> {
    let mut fields = line.split('\t').skip(1);
    let until = match fields.next()? {
        "-" => None,
        version => Some(version.parse().ok()?),
    };
    let mut code_point = || char::from_u32(u32::from_str_radix(fields.next()?, 16).ok()?);
    let (first, last) = (code_point()?, code_point()?);
    Some(Change { first, last, until, value: fields.next()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read() {
        let lines = HISTORY.lines().filter(|line| !line.starts_with('#')).count();
        let properties = ["gc", "sc", "scx", "bc", "jt", "InSC", "Dep"];
        assert_eq!(properties.iter().map(|property| changes(property).count()).sum::<usize>(), lines);
        assert!(changes("gc").any(|change| change.first == '\u{10D0}' && change.value == "Other_Letter"));
    }
}
