//! The properties of a code point in one [`Record`].
//!
//! A record packs every property into 64 bits, so that one look-up answers all questions of a check,
//! and the records of a whole label can be or-ed to learn at once what need not be looked at again.

use super::layout;
use super::tables::numbering::ZEROS;
use super::tables::properties::{BLOCK, BLOCKS, INDEX, RECORDS};
use super::tables::script::{SCRIPT_EXTENSIONS, Script};
use super::trie::StaticTrie;
use super::values::{BidiClass, DerivedProperty, GeneralCategory, JoiningType, NfcQuickCheck};
use super::version::{AGES, Version};

/// The properties of one code point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Record(pub(crate) u64);

static TRIE: StaticTrie<u16, BLOCK> = StaticTrie::of(&INDEX, &BLOCKS);

/// The record of `code_point`; that of an unassigned code point beyond U+10FFFF.
#[inline]
pub(crate) fn record(code_point: u32) -> Record {
    Record(RECORDS.get(usize::from(TRIE.get(code_point))).copied().unwrap_or(Record::UNASSIGNED))
}

/// The value of `ALL` with number `n`; the numbers in the table are all valid, which a test proves.
#[inline]
fn value<T: Copy>(all: &'static [T], n: usize, otherwise: T) -> T {
    debug_assert!(n < all.len());
    all.get(n).copied().unwrap_or(otherwise)
}

impl Record {
    /// The record that stands in where one is missing: it permits nothing.
    const UNASSIGNED: u64 = DerivedProperty::Unassigned as u64;

    /// Bits that are set when a code point needs more than a look: not PVALID, a doubt about NFC, a
    /// combining class, or right-to-left. No bit set in a whole label means that only its first code
    /// point and its hyphens are left to look at.
    pub(crate) const ATTENTION: u64 = layout::mask(layout::DERIVED)
        | layout::mask(layout::NFC_QUICK_CHECK)
        | layout::mask(layout::COMBINING_CLASS)
        | layout::mask(layout::RIGHT_TO_LEFT);

    #[inline]
    const fn field(self, place: (u32, u32)) -> usize {
        ((self.0 >> place.0) & ((1 << place.1) - 1)) as usize
    }

    #[inline]
    pub(crate) fn derived_property(self) -> DerivedProperty {
        value(DerivedProperty::ALL, self.field(layout::DERIVED), DerivedProperty::Disallowed)
    }

    #[inline]
    pub(crate) fn bidi_class(self) -> BidiClass {
        value(BidiClass::ALL, self.field(layout::BIDI_CLASS), BidiClass::L)
    }

    #[inline]
    pub(crate) fn joining_type(self) -> JoiningType {
        value(JoiningType::ALL, self.field(layout::JOINING_TYPE), JoiningType::NonJoining)
    }

    #[inline]
    pub(crate) fn general_category(self) -> GeneralCategory {
        value(GeneralCategory::ALL, self.field(layout::GENERAL_CATEGORY), GeneralCategory::Cn)
    }

    #[inline]
    pub(crate) fn canonical_combining_class(self) -> u8 {
        self.field(layout::COMBINING_CLASS) as u8
    }

    #[inline]
    pub(crate) fn nfc_quick_check(self) -> NfcQuickCheck {
        value(NfcQuickCheck::ALL, self.field(layout::NFC_QUICK_CHECK), NfcQuickCheck::Maybe)
    }

    #[inline]
    pub(crate) fn age(self) -> Option<Version> {
        self.field(layout::AGE).checked_sub(1).and_then(|n| AGES.get(n).copied())
    }

    #[inline]
    pub(crate) fn script(self) -> Script {
        value(Script::ALL, self.field(layout::SCRIPT), Script::Unknown)
    }

    #[inline]
    pub(crate) fn script_extensions(self) -> &'static [Script] {
        match self.field(layout::SCRIPT_EXTENSIONS) {
            0 => self.script().as_slice(),
            n => value(&SCRIPT_EXTENSIONS, n - 1, &[]),
        }
    }

    /// The number of the set of Script_Extensions: first each script alone, then the larger sets.
    #[inline]
    pub(crate) const fn script_set_number(self) -> usize {
        match self.field(layout::SCRIPT_EXTENSIONS) {
            0 => self.field(layout::SCRIPT),
            n => Script::ALL.len() + n - 1,
        }
    }

    /// The number of the numbering system of a decimal digit, from 1; 0 for what is none.
    #[inline]
    pub(crate) const fn numbering_system(self) -> usize {
        self.field(layout::NUMBERING_SYSTEM)
    }

    #[inline]
    pub(crate) fn digit_zero(self) -> Option<char> {
        self.field(layout::NUMBERING_SYSTEM).checked_sub(1).and_then(|n| ZEROS.get(n).copied())
    }

    #[inline]
    pub(crate) const fn is_identifier_allowed(self) -> bool {
        self.field(layout::IDENTIFIER_ALLOWED) != 0
    }

    /// True if the code point has a canonical decomposition.
    #[inline]
    pub(crate) const fn has_decomposition(self) -> bool {
        self.field(layout::DECOMPOSES) != 0
    }

    /// True if the Bidi class is R, AL or AN, which makes a label an RTL label (RFC 5893 §1.4).
    #[inline]
    pub(crate) const fn is_right_to_left(self) -> bool {
        self.field(layout::RIGHT_TO_LEFT) != 0
    }

    /// True if the General_Category is Mn, Mc or Me.
    #[inline]
    pub(crate) const fn is_mark(self) -> bool {
        self.field(layout::MARK) != 0
    }

    /// The bits of the derived property: 0 for PVALID, and for a union of records 0 only when all are.
    #[inline]
    pub(crate) const fn derived_bits(self) -> usize {
        self.field(layout::DERIVED)
    }

    /// True if NFC is in doubt: a quick check other than Yes, or a combining class whose order matters.
    #[inline]
    pub(crate) const fn needs_nfc_look(self) -> bool {
        self.field(layout::NFC_QUICK_CHECK) | self.field(layout::COMBINING_CLASS) != 0
    }
}
