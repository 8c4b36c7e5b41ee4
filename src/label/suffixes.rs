//! Domains under which labels are registered.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::ops::Range;

use super::Label;

/// Domains under which labels are registered, such as `ch` and `co.il`; the root is the one without labels.
///
/// ```
/// use ulabel::Label;
/// use ulabel::label::Suffixes;
/// let suffixes: Suffixes = ["il", "co.il"].into_iter().collect();
/// let labels = ["www", "example", "co", "il"].map(Label::parse);
/// assert_eq!(suffixes.registered(labels.iter()), 1..2);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suffixes {
    /// The labels of each from the right, in lower case.
    list: Vec<Vec<Box<str>>>,
}

impl Suffixes {
    /// The labels of a name that are registered under one of these: the one right before the longest that the
    /// name ends in. When it ends in none of them, all: each label may be meant.
    #[must_use]
    pub fn registered<'a>(
        &self,
        labels: impl DoubleEndedIterator<Item = &'a Label> + ExactSizeIterator + Clone,
    ) -> Range<usize> {
        let count = labels.len();
        let is =
            |(label, part): (&Label, &str)| label.u_label() == Some(part) || label.a_label() == Some(part);
        let ends_in = |suffix: &&Vec<Box<str>>| {
            let parts = suffix.iter().map(|part| &**part);
            suffix.len() < count && labels.clone().rev().zip(parts).all(is)
        };
        match self.list.iter().filter(ends_in).map(Vec::len).max() {
            Some(under) => count - under - 1..count - under,
            None => 0..count,
        }
    }
}

impl<'a> FromIterator<&'a str> for Suffixes {
    /// Each as a name in either form; `.` is the root.
    fn from_iter<I: IntoIterator<Item = &'a str>>(names: I) -> Self {
        let mut list: Vec<Vec<Box<str>>> = Vec::new();
        for name in names {
            let labels = name.rsplit('.').filter(|label| !label.is_empty());
            let labels = labels.map(|label| label.to_ascii_lowercase().into()).collect();
            if !list.contains(&labels) {
                list.push(labels);
            }
        }
        Self { list }
    }
}
