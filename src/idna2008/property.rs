//! The derived property of RFC 5892 for any Unicode version from 5.2.0 on.
//!
//! In the newest version it is computed by the algorithm of RFC 5892 §3 from Unicode properties, by
//! `ulabel-gen`, and packed into our table. Other versions differ from it in two ways only: a code
//! point that came in later is UNASSIGNED, and four code points changed because a property of theirs
//! did. RFC 5892 §5.1 leaves it to each new version to decide what becomes of such changes; those four
//! were let change, and BackwardCompatible (§2.7) is still empty.

use alloc::string::String;

use crate::unicode::{DerivedProperty, GeneralCategory, Record, UNICODE_VERSION, Version, record};

/// A code point whose derived property changed other than from UNASSIGNED.
struct Change {
    code_point: char,
    /// The property before `since`; that from then on is in the table.
    before: DerivedProperty,
    since: Version,
}

/// Every such change from 5.2.0 to [`UNICODE_VERSION`].
const CHANGES: [Change; 4] = [
    // NEW TAI LUE THAM DIGIT ONE: General_Category Nd became No.
    Change { code_point: '\u{19DA}', before: DerivedProperty::Pvalid, since: Version::new(6, 0) },
    // KANNADA SIGN JIHVAMULIYA: General_Category So became Lo.
    Change { code_point: '\u{0CF1}', before: DerivedProperty::Disallowed, since: Version::new(6, 0) },
    // KANNADA SIGN UPADHMANIYA: General_Category So became Lo.
    Change { code_point: '\u{0CF2}', before: DerivedProperty::Disallowed, since: Version::new(6, 0) },
    // SHARADA SANDHI MARK: General_Category Po became Mn.
    Change { code_point: '\u{111C9}', before: DerivedProperty::Disallowed, since: Version::new(11, 0) },
];

/// The derived property of `c` under Unicode `version`.
///
/// ```
/// use ulabel::idna2008::property::derived_property;
/// use ulabel::unicode::{DerivedProperty, Version};
/// // U+0528 CYRILLIC SMALL LETTER EN WITH LEFT HOOK came in with Unicode 7.0.
/// assert_eq!(derived_property('\u{529}', Version::new(7, 0)), DerivedProperty::Pvalid);
/// assert_eq!(derived_property('\u{529}', Version::new(6, 3)), DerivedProperty::Unassigned);
/// ```
#[must_use]
pub fn derived_property(c: char, version: Version) -> DerivedProperty {
    of_record(c, record(c as u32), version)
}

/// As [`derived_property`], for any code point, surrogates too.
#[must_use]
pub fn derived_property_of_code_point(code_point: u32, version: Version) -> DerivedProperty {
    of_record(char::from_u32(code_point).unwrap_or('\0'), record(code_point), version)
}

#[inline]
pub(super) fn of_record(c: char, record: Record, version: Version) -> DerivedProperty {
    let newest = record.derived_property();
    if version == UNICODE_VERSION {
        return newest;
    }
    if record.age().is_none_or(|age| age > version) && !is_noncharacter(record) {
        return DerivedProperty::Unassigned;
    }
    match CHANGES.iter().find(|change| change.code_point == c) {
        Some(change) if version < change.since => change.before,
        _ => newest,
    }
}

/// A noncharacter is DISALLOWED in every version: General_Category Cn with an age.
fn is_noncharacter(record: Record) -> bool {
    record.general_category() == GeneralCategory::Cn && record.age().is_some()
}

/// The lower-case form of `c`, where `c` is disallowed only for its case.
pub(super) fn lower_case(c: char) -> Option<String> {
    use GeneralCategory::{Lt, Lu};
    if !matches!(record(c as u32).general_category(), Lu | Lt) {
        return None;
    }
    let folded = crate::unicode::lower_case(c)?;
    let permitted = record(folded as u32).derived_property() == DerivedProperty::Pvalid;
    permitted.then(|| String::from(folded))
}

/// A range of code points with one derived property.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PropertyRange {
    /// The first code point.
    pub first: u32,
    /// The last code point.
    pub last: u32,
    /// Their derived property.
    pub value: DerivedProperty,
}

/// The derived property of all 1,114,112 code points under `version`, as ranges in order.
///
/// ```
/// use ulabel::unicode::UNICODE_VERSION;
/// let first = ulabel::idna2008::property::ranges(UNICODE_VERSION).next().unwrap();
/// assert_eq!((first.first, first.last), (0, 0x2C)); // DISALLOWED up to the hyphen
/// ```
pub fn ranges(version: Version) -> impl Iterator<Item = PropertyRange> {
    let mut next = 0;
    core::iter::from_fn(move || {
        let first = next;
        if first > u32::from(char::MAX) {
            return None;
        }
        let value = derived_property_of_code_point(first, version);
        while next <= u32::from(char::MAX) && derived_property_of_code_point(next, version) == value {
            next += 1;
        }
        Some(PropertyRange { first, last: next - 1, value })
    })
}

/// A range of code points with one derived property in one Unicode version and another in another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RangeChange {
    /// The first code point.
    pub first: u32,
    /// The last code point.
    pub last: u32,
    /// The derived property in the one version.
    pub from: DerivedProperty,
    /// The derived property in the other.
    pub to: DerivedProperty,
}

/// The code points whose derived property differs between two versions, as ranges in order.
///
/// ```
/// use ulabel::idna2008::property::changes;
/// use ulabel::unicode::Version;
/// let (from, to): (Version, Version) = ("6.0".parse().unwrap(), "6.1".parse().unwrap());
/// assert!(changes(from, to).any(|change| change.first == 0x058F)); // ARMENIAN DRAM SIGN
/// ```
pub fn changes(from: Version, to: Version) -> impl Iterator<Item = RangeChange> {
    let (mut left, mut right) = (ranges(from).peekable(), ranges(to).peekable());
    let mut first = 0;
    let mut next = move || {
        let (from, to) = (left.peek().copied()?, right.peek().copied()?);
        let last = from.last.min(to.last);
        left.next_if(|_| from.last == last);
        right.next_if(|_| to.last == last);
        let change = RangeChange { first, last, from: from.value, to: to.value };
        first = last + 1;
        Some(change)
    };
    core::iter::from_fn(move || core::iter::from_fn(&mut next).find(|change| change.from != change.to))
}
