//! The policies that are built in: one for every country-code top-level domain.

mod index;

use alloc::vec::Vec;

use super::file::{read, u_label};
use super::model::{Policy, Status};
use crate::finding::Refused;
use crate::script::ScriptCode;
pub(super) use index::INDEX;

/// A policy that is built in, with what lists of them need; the policy itself is read when it is asked
/// for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Builtin {
    u_label: &'static str,
    a_label: &'static str,
    iso3166: &'static str,
    territory: &'static str,
    region: &'static str,
    itu_member: bool,
    scripts: &'static [ScriptCode],
    status: Status,
    text: &'static str,
}

impl Builtin {
    /// The top-level domain as a U-label.
    #[must_use]
    pub const fn u_label(&self) -> &'static str {
        self.u_label
    }

    /// The top-level domain as an A-label.
    #[must_use]
    pub const fn a_label(&self) -> &'static str {
        self.a_label
    }

    /// The ISO 3166-1 code of the territory, or the reserved code that the domain is named by.
    #[must_use]
    pub const fn iso3166(&self) -> &'static str {
        self.iso3166
    }

    /// The name of the territory in English.
    #[must_use]
    pub const fn territory(&self) -> &'static str {
        self.territory
    }

    /// The region of the world: a first-level region of UN M49 by its English name, empty for a domain
    /// that belongs to none.
    #[must_use]
    pub const fn region(&self) -> &'static str {
        self.region
    }

    /// True if the territory is a Member State of the International Telecommunication Union.
    #[must_use]
    pub const fn is_itu_member(&self) -> bool {
        self.itu_member
    }

    /// The scripts of its tables.
    pub fn scripts(&self) -> impl Iterator<Item = ScriptCode> + use<> {
        self.scripts.iter().copied()
    }

    /// Where the policy comes from.
    #[must_use]
    pub const fn status(&self) -> Status {
        self.status
    }

    /// The policy as a file, with its comments.
    #[must_use]
    pub const fn text(&self) -> &'static str {
        self.text
    }

    /// Reads the policy.
    ///
    /// # Errors
    ///
    /// Never with a policy of this crate: tests read and compile each of them.
    pub fn policy(&self) -> Result<Policy, Refused> {
        Ok(read(self.text)?.policy)
    }
}

/// Every policy that is built in, by A-label.
#[must_use]
pub fn all() -> &'static [Builtin] {
    INDEX
}

/// The policy of a top-level domain, by its U-label, its A-label, or the ISO 3166-1 code of its
/// territory; case does not matter, nor does a dot before or behind it.
///
/// ```
/// use ulabel::policy::builtin;
/// assert_eq!(builtin::find("xn--p1ai").unwrap().u_label(), "рф");
/// assert_eq!(builtin::find("GB").unwrap().a_label(), "uk");
/// assert!(builtin::find("example").is_none());
/// ```
#[must_use]
pub fn find(key: &str) -> Option<&'static Builtin> {
    let key = key.trim_matches('.');
    let folded: alloc::string::String =
        crate::unicode::nfc(key).chars().map(|c| crate::unicode::lower_case(c).unwrap_or(c)).collect();
    let u_label = u_label(&folded)?;
    find_label(&u_label).or_else(|| {
        let mut of_territory = INDEX.iter().filter(|builtin| builtin.iso3166.eq_ignore_ascii_case(key));
        // The ASCII domain of a territory stands for it.
        of_territory.find(|builtin| builtin.a_label == builtin.u_label)
    })
}

/// The policy of a top-level domain, by its U-label.
pub(super) fn find_label(u_label: &str) -> Option<&'static Builtin> {
    INDEX.iter().find(|builtin| builtin.u_label == u_label)
}

/// The policies of a territory, by its ISO 3166-1 code; case does not matter.
#[must_use]
pub fn of_territory(iso3166: &str) -> Vec<&'static Builtin> {
    INDEX.iter().filter(|builtin| builtin.iso3166.eq_ignore_ascii_case(iso3166)).collect()
}
