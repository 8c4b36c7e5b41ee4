//! The policies that are built in, two for every country-code top-level domain: what its registry takes today, and a start
//! in the languages of the territory.

#[allow(clippy::indexing_slicing, reason = "the compiler checks where constants are indexed")]
mod index;

use alloc::vec::Vec;

use super::file::{read, u_label};
use super::model::{Certainty, IdnOffered, Policy, Status};
use crate::finding::Refused;
use crate::script::ScriptCode;
use crate::unicode;
use index::{REGISTRIES, STARTS};

/// The languages in which territories have names.
const NAMES_IN: [&str; 6] = ["ar", "zh", "en", "fr", "ru", "es"];

/// A country-code top-level domain, which has two policies.
#[derive(Debug, PartialEq, Eq)]
struct Domain {
    u_label: &'static str,
    a_label: &'static str,
    iso3166: &'static str,
    alpha3: &'static str,
    territory: &'static str,
    /// In the languages of [`NAMES_IN`], empty where there is none.
    names: [&'static str; NAMES_IN.len()],
    region: &'static str,
    itu_member: bool,
    idn_offered: IdnOffered,
}

/// A policy that is built in, with what lists of them need; the policy itself is read when it is asked
/// for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Builtin {
    domain: &'static Domain,
    id: &'static str,
    scripts: &'static [ScriptCode],
    tables: usize,
    status: Status,
    certainty: Option<Certainty>,
    text: &'static str,
}

impl Builtin {
    /// The name of the policy: the A-label of the domain, for a start with `-start` behind it.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// True for a start in the languages of the territory, false for what the registry takes today.
    #[must_use]
    pub fn is_start(&self) -> bool {
        self.id.len() != self.domain.a_label.len()
    }

    /// The start for the same domain.
    #[must_use]
    pub fn start(&'static self) -> &'static Self {
        let found = STARTS.iter().find(|start| start.domain == self.domain);
        debug_assert!(found.is_some(), "every domain has a start");
        found.unwrap_or(self)
    }

    /// The top-level domain as a U-label.
    #[must_use]
    pub const fn u_label(&self) -> &'static str {
        self.domain.u_label
    }

    /// The top-level domain as an A-label.
    #[must_use]
    pub const fn a_label(&self) -> &'static str {
        self.domain.a_label
    }

    /// The ISO 3166-1 code of the territory, or the reserved code that the domain is named by.
    #[must_use]
    pub const fn iso3166(&self) -> &'static str {
        self.domain.iso3166
    }

    /// The ISO 3166-1 code of three letters, where the territory has one.
    #[must_use]
    pub fn iso3166_alpha3(&self) -> Option<&'static str> {
        Some(self.domain.alpha3).filter(|code| !code.is_empty())
    }

    /// The names of the territory in CLDR, each with the ISO 639-1 code of its language: Arabic, Chinese, English, French,
    /// Russian and Spanish.
    ///
    /// ```
    /// use ulabel::policy::builtin;
    /// let names: Vec<_> = builtin::find("am").unwrap().territory_names().collect();
    /// assert!(names.contains(&("fr", "Arménie")));
    /// ```
    pub fn territory_names(&self) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
        NAMES_IN.into_iter().zip(self.domain.names).filter(|(_, name)| !name.is_empty())
    }

    /// True if that is one of the ISO 3166-1 codes of the territory, of two letters or of three; case does not matter.
    fn has_code(&self, code: &str) -> bool {
        self.domain.iso3166.eq_ignore_ascii_case(code)
            || !code.is_empty() && self.domain.alpha3.eq_ignore_ascii_case(code)
    }

    /// The name of the territory in English.
    #[must_use]
    pub const fn territory(&self) -> &'static str {
        self.domain.territory
    }

    /// The region of the world: a first-level region of UN M49 by its English name, empty for a domain
    /// that belongs to none.
    #[must_use]
    pub const fn region(&self) -> &'static str {
        self.domain.region
    }

    /// True if the territory is a Member State of the International Telecommunication Union.
    #[must_use]
    pub const fn is_itu_member(&self) -> bool {
        self.domain.itu_member
    }

    /// The scripts of its tables.
    pub fn scripts(&self) -> impl Iterator<Item = ScriptCode> + use<> {
        self.scripts.iter().copied()
    }

    /// The number of its tables, those included of which the letters are not known.
    #[must_use]
    pub const fn tables(&self) -> usize {
        self.tables
    }

    /// How sure it is that the registry's rules are as stated.
    #[must_use]
    pub const fn certainty(&self) -> Option<Certainty> {
        self.certainty
    }

    /// Whether the registry takes internationalized names today.
    #[must_use]
    pub const fn idn_offered(&self) -> IdnOffered {
        self.domain.idn_offered
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

/// What each registry takes today, as far as it is known, by A-label.
#[must_use]
pub fn all() -> &'static [Builtin] {
    REGISTRIES
}

/// A start in the languages of the territory for each domain, in the same order.
#[must_use]
pub fn starts() -> &'static [Builtin] {
    STARTS
}

/// The policy of a top-level domain, by its U-label, its A-label, or the ISO 3166-1 code of its
/// territory, of two letters, since some of three are domains of their own (`com`); with `-start` behind that, the start. Case does not matter, nor does a dot before or behind it.
///
/// ```
/// use ulabel::policy::builtin;
/// assert_eq!(builtin::find("xn--p1ai").unwrap().u_label(), "рф");
/// assert_eq!(builtin::find("GB").unwrap().a_label(), "uk");
/// assert_eq!(builtin::find("рф-start").unwrap().id(), "xn--p1ai-start");
/// assert!(builtin::find("example").is_none());
/// ```
#[must_use]
pub fn find(key: &str) -> Option<&'static Builtin> {
    let key = key.trim_matches('.');
    let behind = key.len().checked_sub(START.len()).and_then(|at| key.split_at_checked(at));
    match behind.filter(|(_, end)| end.eq_ignore_ascii_case(START)) {
        Some((domain, _)) => of_domain(domain).map(Builtin::start),
        None => of_domain(key),
    }
}

/// What stands behind the name of a domain in the name of its start.
const START: &str = "-start";

fn of_domain(key: &str) -> Option<&'static Builtin> {
    let u_label = u_label(&unicode::to_lower_case(&unicode::nfc(key)))?;
    find_label(&u_label).or_else(|| {
        let mut of_territory =
            REGISTRIES.iter().filter(|builtin| builtin.domain.iso3166.eq_ignore_ascii_case(key));
        // The ASCII domain of a territory stands for it.
        of_territory.find(|builtin| builtin.domain.a_label == builtin.domain.u_label)
    })
}

/// The policy of a top-level domain, by its U-label.
pub(crate) fn find_label(u_label: &str) -> Option<&'static Builtin> {
    REGISTRIES.iter().find(|builtin| builtin.domain.u_label == u_label)
}

/// The policies of a territory, by its ISO 3166-1 code of two letters or of three; case does not matter.
#[must_use]
pub fn of_territory(iso3166: &str) -> Vec<&'static Builtin> {
    REGISTRIES.iter().filter(|builtin| builtin.has_code(iso3166)).collect()
}

/// The policy for a name of several labels: that of its last label, in either form.
///
/// ```
/// use ulabel::policy::builtin;
/// assert_eq!(builtin::of_name("пример.xn--p1ai").unwrap().u_label(), "рф");
/// assert!(builtin::of_name("ch").is_none());
/// ```
#[must_use]
pub fn of_name(name: &str) -> Option<&'static Builtin> {
    let (_, last) = name.strip_suffix('.').unwrap_or(name).rsplit_once('.')?;
    find_label(&u_label(&unicode::to_lower_case(&unicode::nfc(last)))?)
}
