//! The variants of a domain in RDAP (RFC 9083 §5.3).
//!
//! What is told of a set: every registered name beside the domain itself is `registered`, and `conjoined` too if it
//! comes with the primary name; a name that the holder of the primary name may have is `unregistered` and `registration
//! restricted`, as far as [`Decider::members`](crate::decision::Decider::members) was asked for such names. Names that
//! nobody may have are left out: RDAP has no value for them (§10.2.5), and a set can have more of them than any list.
//! So are names that the DNS cannot have, of which there is no `ldhName`.
//!
//! Main type: [`Variants`].

use alloc::string::String;
use alloc::vec::Vec;

use serde::ser::{Serialize, Serializer};

use super::token::a_name;
use crate::decision::{Member, Members};

/// The array `variants` of a domain object, for serializing.
#[derive(Clone, Debug)]
pub struct Variants<'a> {
    entries: Vec<Entry<'a>>,
}

#[derive(Clone, Debug, serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct Entry<'a> {
    relation: &'static [&'static str],
    #[serde(skip_serializing_if = "Option::is_none")]
    idn_table: Option<&'a str>,
    variant_names: Vec<VariantName<'a>>,
}

#[derive(Clone, Debug, serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct VariantName<'a> {
    ldh_name: String,
    unicode_name: &'a str,
}

/// The variants of the domain that `members` is about. Names of one relation and table stand together.
///
/// ```
/// use ulabel::decision::{Decider, NameRecord, NamesInMemory};
/// use ulabel::policy::builtin;
/// use ulabel::view::rdap::variants;
///
/// let decider = Decider::new(&builtin::find("ca").unwrap().policy().unwrap()).unwrap();
/// let mut names = NamesInMemory::new();
/// let mut keys = decider.keys();
/// for name in ["café.ca", "cafè.ca"] {
///     keys.take(name);
///     names.put(&keys, NameRecord { primary: name == "café.ca", ..NameRecord::default() });
/// }
/// let members = decider.members("café.ca", &names, 1).unwrap();
/// let json = serde_json::to_value(variants(&members)).unwrap();
/// assert_eq!(json, serde_json::json!([
///     {
///         "relation": ["registered"],
///         "idnTable": "ca-fr",
///         "variantNames": [{ "ldhName": "xn--caf-8la.ca", "unicodeName": "cafè.ca" }],
///     },
///     {
///         "relation": ["unregistered", "registration restricted"],
///         "idnTable": "ca-fr",
///         "variantNames": [{ "ldhName": "cafe.ca", "unicodeName": "cafe.ca" }],
///     },
/// ]));
/// ```
#[must_use]
pub fn variants(members: &Members) -> Variants<'_> {
    let mut variants = Variants { entries: Vec::new() };
    for member in members.registered.iter().filter(|member| member.name != members.name) {
        let relation: &[&str] =
            if member.is_activated { &["registered", "conjoined"] } else { &["registered"] };
        variants.add(relation, member);
    }
    for member in &members.allocatable {
        variants.add(&["unregistered", "registration restricted"], member);
    }
    variants
}

impl Variants<'_> {
    /// True if the domain has no variants that are told.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

impl<'a> Variants<'a> {
    fn add(&mut self, relation: &'static [&'static str], member: &'a Member) {
        let Ok(ldh_name) = a_name("ldhName", &member.name) else { return };
        let name = VariantName { ldh_name, unicode_name: &member.name };
        let idn_table = member.table.as_deref();
        let is_same = |entry: &&mut Entry<'_>| entry.relation == relation && entry.idn_table == idn_table;
        match self.entries.iter_mut().find(is_same) {
            Some(entry) => entry.variant_names.push(name),
            None => self.entries.push(Entry { relation, idn_table, variant_names: Vec::from([name]) }),
        }
    }
}

impl Serialize for Variants<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.entries.serialize(serializer)
    }
}
