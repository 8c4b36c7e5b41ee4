//! Facts about code points, all of one Unicode version.
//!
//! Every property comes from one packed table, generated from published crates by
//! `ulabel-gen` and committed. Nothing here asks the compiler's own Unicode tables, whose version is
//! another.
//!
//! Main types: [`Version`], [`Script`], [`GeneralCategory`], [`BidiClass`], [`JoiningType`],
//! [`DerivedProperty`].
//!
//! ```
//! use ulabel::unicode::{self, BidiClass, Script};
//!
//! // U+05D0 HEBREW LETTER ALEF
//! assert_eq!(unicode::script('\u{5D0}'), Script::Hebrew);
//! assert_eq!(unicode::bidi_class('\u{5D0}'), BidiClass::R);
//! assert_eq!(unicode::age('\u{5D0}').unwrap().to_string(), "1.1");
//! ```

mod characters;
#[cfg(feature = "lgr")]
pub(crate) mod history;
mod layout;
#[cfg(feature = "language")]
mod name;
mod normalize;
mod packed;
mod script_names;
mod tables;
mod trie;
mod values;
mod version;

#[cfg(feature = "language")]
pub use name::{character_name, name_or_label};
pub use normalize::{compose, is_nfc, nfc, nfd};
pub use tables::script::Script;
pub use values::{BidiClass, DerivedProperty, GeneralCategory, JoiningType, NfcQuickCheck};
pub use version::{UNICODE_VERSION, Version};

#[cfg(feature = "policy")]
pub(crate) use characters::LabelVec;
pub(crate) use characters::{Character, Characters};
pub(crate) use normalize::is_nfc_of;
pub(crate) use packed::{Record, record};
#[cfg(feature = "lgr")]
pub(crate) use trie::OwnedTrie;
pub(crate) use trie::StaticTrie;

/// The Script property (UAX #24 §2.1).
///
/// ```
/// use ulabel::unicode::{script, Script};
/// assert_eq!(script('я'), Script::Cyrillic); // U+044F CYRILLIC SMALL LETTER YA
/// assert_eq!(script('-'), Script::Common); // U+002D HYPHEN-MINUS
/// ```
#[must_use]
pub fn script(c: char) -> Script {
    record(c as u32).script()
}

/// The Script_Extensions property (UAX #24 §2.4): the scripts that use the character. A character
/// without an entry of its own has the one script of [`script`].
///
/// ```
/// use ulabel::unicode::{script_extensions, Script};
/// // U+30FB KATAKANA MIDDLE DOT is Common by script, used by several.
/// assert!(script_extensions('\u{30FB}').contains(&Script::Katakana));
/// ```
#[must_use]
pub fn script_extensions(c: char) -> &'static [Script] {
    record(c as u32).script_extensions()
}

/// The General_Category property.
#[must_use]
pub fn general_category(c: char) -> GeneralCategory {
    record(c as u32).general_category()
}

/// The Bidi_Class property (UAX #9), which RFC 5893 calls the Bidi property.
#[must_use]
pub fn bidi_class(c: char) -> BidiClass {
    record(c as u32).bidi_class()
}

/// The Joining_Type property.
#[must_use]
pub fn joining_type(c: char) -> JoiningType {
    record(c as u32).joining_type()
}

/// The Canonical_Combining_Class property, 0 to 254.
#[must_use]
pub fn canonical_combining_class(c: char) -> u8 {
    record(c as u32).canonical_combining_class()
}

/// The Unicode version in which the code point was assigned; `None` when it is not assigned in
/// [`UNICODE_VERSION`]. Surrogates, private use and noncharacters have an age too.
#[must_use]
pub fn age(c: char) -> Option<Version> {
    record(c as u32).age()
}

/// True if the code point is assigned in `version`.
#[must_use]
pub fn is_assigned(c: char, version: Version) -> bool {
    age(c).is_some_and(|age| age <= version)
}

/// True if UTS #39 §3.1 (Identifier_Status) allows the character in identifiers.
#[must_use]
pub fn is_identifier_allowed(c: char) -> bool {
    record(c as u32).is_identifier_allowed()
}

/// The zero of the decimal digits that `c` belongs to (U+0030 for ASCII digits), or `None` when `c`
/// is no decimal digit (General_Category Nd). Two digits are of one numbering system when their zeros
/// are equal (UTS #39 §5.3).
///
/// ```
/// // U+0669 ARABIC-INDIC DIGIT NINE
/// assert_eq!(ulabel::unicode::digit_zero('\u{669}'), Some('\u{660}'));
/// ```
#[must_use]
pub fn digit_zero(c: char) -> Option<char> {
    record(c as u32).digit_zero()
}

/// The zero of every set of decimal digits, in code point order.
#[must_use]
pub fn digit_zeros() -> &'static [char] {
    &tables::numbering::ZEROS
}

/// The derived property of RFC 5892 §3 in [`UNICODE_VERSION`]. For another version ask
/// [`crate::idna2008::property`].
#[must_use]
pub fn derived_property(c: char) -> DerivedProperty {
    record(c as u32).derived_property()
}

/// The simple lower-case form of `c`, where it has another than itself.
///
/// ```
/// assert_eq!(ulabel::unicode::lower_case('Ä'), Some('ä')); // U+00C4, U+00E4
/// assert_eq!(ulabel::unicode::lower_case('ä'), None);
/// ```
#[must_use]
pub fn lower_case(c: char) -> Option<char> {
    let table = &tables::case::LOWER_CASE;
    table.binary_search_by_key(&c, |pair| pair.0).ok().and_then(|at| table.get(at)).map(|pair| pair.1)
}

/// A text with each code point in its simple lower-case form.
///
/// ```
/// assert_eq!(ulabel::unicode::to_lower_case("ÄΣ1"), "äσ1"); // U+00C4 U+03A3, U+00E4 U+03C3
/// ```
#[must_use]
pub fn to_lower_case(text: &str) -> alloc::string::String {
    text.chars().map(|c| lower_case(c).unwrap_or(c)).collect()
}
