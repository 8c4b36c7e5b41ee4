//! References to IDN tables (RFC 9022 §5.5).

use alloc::string::String;
use core::ops::RangeInclusive;

use crate::view::token::{Unwritable, UnwritableReason, token};

/// How many characters the identifier of a table has.
pub(super) const TABLE_ID: RangeInclusive<usize> = 1..=64;

/// A reference to an IDN table of the registry.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct IdnTableRef {
    /// The identifier: that of the table in the policy, so that names can point to it.
    pub id: String,
    /// Where the table is published.
    pub url: String,
    /// Where the rules of registration are published.
    pub policy_url: String,
}

impl IdnTableRef {
    /// A reference to the table with this identifier, of at most 64 characters.
    ///
    /// # Errors
    ///
    /// If the identifier is too long, or an address is absent or has blanks in it.
    pub fn new(id: &str, url: &str, policy_url: &str) -> Result<Self, Unwritable> {
        Ok(Self {
            id: token("id", id, TABLE_ID)?.into_owned(),
            url: address("url", url)?,
            policy_url: address("urlPolicy", policy_url)?,
        })
    }
}

/// An address as `anyURI` takes it: blanks and brackets of markup have to be escaped there.
fn address(part: &'static str, text: &str) -> Result<String, Unwritable> {
    let address = token(part, text, 1..=usize::MAX)?;
    match address.contains([' ', '<', '>', '"', '{', '}', '|', '\\', '^', '`']) {
        true => Err(Unwritable::new(part, text, UnwritableReason::Form)),
        false => Ok(address.into_owned()),
    }
}
