//! Names, and lists of names that many elements share.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;
use core::ops::Deref;

/// The name of a class, rule, tag, variant type, disposition or reference.
///
/// Shared, since a table of thirty thousand variants uses five type names.
pub type Identifier = Arc<str>;

/// A space-separated list: of tags, of reference ids, of variant types.
///
/// Elements with the same list share it; [`IdentifierList::key`] tells shared lists apart cheaply.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct IdentifierList(Option<Arc<[Identifier]>>);

impl IdentifierList {
    /// The list without members.
    pub const EMPTY: Self = Self(None);

    /// The members in the order written.
    #[must_use]
    pub fn as_slice(&self) -> &[Identifier] {
        self.0.as_deref().unwrap_or(&[])
    }

    /// True if the list has that member.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.as_slice().iter().any(|member| &**member == name)
    }

    /// A number that is the same for lists that share their storage, and 0 for the empty list.
    ///
    /// Equal keys mean equal lists as long as both live; the reverse does not hold.
    #[must_use]
    pub fn key(&self) -> usize {
        self.0.as_ref().map_or(0, |list| Arc::as_ptr(list).cast::<Identifier>().addr())
    }
}

impl Deref for IdentifierList {
    type Target = [Identifier];

    fn deref(&self) -> &[Identifier] {
        self.as_slice()
    }
}

impl<'a> IntoIterator for &'a IdentifierList {
    type Item = &'a Identifier;
    type IntoIter = core::slice::Iter<'a, Identifier>;

    fn into_iter(self) -> Self::IntoIter {
        self.as_slice().iter()
    }
}

impl FromIterator<Identifier> for IdentifierList {
    fn from_iter<I: IntoIterator<Item = Identifier>>(names: I) -> Self {
        let names: Vec<Identifier> = names.into_iter().collect();
        if names.is_empty() { Self(None) } else { Self(Some(names.into())) }
    }
}

impl<'a> FromIterator<&'a str> for IdentifierList {
    fn from_iter<I: IntoIterator<Item = &'a str>>(names: I) -> Self {
        names.into_iter().map(Identifier::from).collect()
    }
}

impl fmt::Debug for IdentifierList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.as_slice()).finish()
    }
}

impl fmt::Display for IdentifierList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, name) in self.into_iter().enumerate() {
            if index > 0 {
                f.write_str(" ")?;
            }
            f.write_str(name)?;
        }
        Ok(())
    }
}
