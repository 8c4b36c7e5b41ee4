//! What labels are registered under: the policy's own domains, and those of the Public Suffix List below them.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::builtin;
use super::model::{Policy, SuffixSource};
use crate::label::Suffixes;

/// What is below each country-code top-level domain.
const LIST: &str = include_str!("../../data/suffixes.tsv");

/// The domains right under which names of a top-level domain, a U-label in lower case, are registered beside
/// the domain itself, as the Public Suffix List writes them, without that domain.
pub(super) fn public_suffixes(tld: &str) -> impl Iterator<Item = &'static str> + use<> {
    let rows = LIST.lines().filter_map(|line| line.split_once('\t'));
    let mut rows = rows.filter(|(domain, _)| *domain == tld);
    rows.next().map_or("", |(_, below)| below).split_ascii_whitespace()
}

impl Policy {
    /// The domains under which its labels are registered: [`Policy::tlds`], and unless [`Policy::suffixes`] says
    /// otherwise the other top-level domains of the territory that its tables have a script for, and the public suffixes below all of these.
    ///
    /// ```
    /// use ulabel::{Label, policy::builtin};
    /// let suffixes = builtin::find("uk").unwrap().policy().unwrap().all_suffixes();
    /// let labels = ["www", "example", "co", "uk"].map(Label::parse);
    /// assert_eq!(suffixes.registered(labels.iter()), 1..2);
    /// ```
    #[must_use]
    pub fn all_suffixes(&self) -> Suffixes {
        let own = self.tlds.iter().map(String::as_str);
        if self.suffixes == SuffixSource::Own {
            return own.collect();
        }
        let mut tlds: BTreeSet<&str> = own.clone().collect();
        // A registry may run the domains of its territory in several scripts by one policy, with tables for each.
        let in_tables = |tld: &str| {
            let mut scripts = self.tables.iter().map(|table| &table.scripts);
            scripts.any(|scripts| tld.chars().all(|c| scripts.iter().any(|code| code.covers(c))))
        };
        for builtin in own.filter_map(builtin::find_label) {
            for other in builtin::of_territory(builtin.iso3166()) {
                if in_tables(other.u_label()) {
                    tlds.insert(other.u_label());
                }
            }
        }
        let below = |tld| public_suffixes(tld).map(move |below| format!("{below}.{tld}"));
        let listed: Vec<String> = tlds.iter().copied().flat_map(below).collect();
        tlds.iter().copied().chain(listed.iter().map(String::as_str)).collect()
    }
}
