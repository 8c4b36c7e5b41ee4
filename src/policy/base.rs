//! The tables that are built in: repertoires, contexts, rules and variants that tables of policies build on.

/// Each table by its name, ascending, with its text: a ruleset (RFC 7940), or a policy with one table. Where a table is that
/// of a script, its name is the ISO 15924 code in lower case.
const TABLES: [(&str, &str); 27] = [
    ("arab", include_str!("../../data/tables/arab.xml")),
    ("armn", include_str!("../../data/tables/armn.xml")),
    ("beng", include_str!("../../data/tables/beng.xml")),
    ("cyrl", include_str!("../../data/tables/cyrl.xml")),
    ("deva", include_str!("../../data/tables/deva.xml")),
    ("ethi", include_str!("../../data/tables/ethi.xml")),
    ("geor", include_str!("../../data/tables/geor.xml")),
    ("grek", include_str!("../../data/tables/grek.xml")),
    ("gujr", include_str!("../../data/tables/gujr.xml")),
    ("guru", include_str!("../../data/tables/guru.xml")),
    ("hani-big5", include_str!("../../data/tables/hani-big5.toml")),
    ("hani-cdnc", include_str!("../../data/tables/hani-cdnc.toml")),
    ("hani-zh", include_str!("../../data/tables/hani-zh.toml")),
    ("hebr", include_str!("../../data/tables/hebr.xml")),
    ("jpan-jis", include_str!("../../data/tables/jpan-jis.toml")),
    ("khmr", include_str!("../../data/tables/khmr.xml")),
    ("knda", include_str!("../../data/tables/knda.xml")),
    ("laoo", include_str!("../../data/tables/laoo.xml")),
    ("latn", include_str!("../../data/tables/latn.xml")),
    ("mlym", include_str!("../../data/tables/mlym.xml")),
    ("mymr", include_str!("../../data/tables/mymr.xml")),
    ("orya", include_str!("../../data/tables/orya.xml")),
    ("sinh", include_str!("../../data/tables/sinh.xml")),
    ("taml", include_str!("../../data/tables/taml.xml")),
    ("telu", include_str!("../../data/tables/telu.xml")),
    ("thaa", include_str!("../../data/tables/thaa.xml")),
    ("thai", include_str!("../../data/tables/thai.xml")),
];

/// The names of the tables, ascending.
///
/// ```
/// use ulabel::policy::{base, base_ruleset};
///
/// assert!(base::names().any(|name| name == "khmr"));
/// assert!(base::names().all(|name| base_ruleset(name).is_some()));
/// ```
pub fn names() -> impl Iterator<Item = &'static str> {
    TABLES.iter().map(|(name, _)| *name)
}

/// The text of a table; none for a name that no table has. [`base_ruleset`](super::base_ruleset) reads it.
#[must_use]
pub fn text(name: &str) -> Option<&'static str> {
    TABLES.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}
