//! Where each property lies in a packed record: (lowest bit, number of bits). The generator includes
//! this file to pack what is unpacked here.

pub(crate) const DERIVED: (u32, u32) = (0, 3);
pub(crate) const BIDI_CLASS: (u32, u32) = (3, 5);
pub(crate) const JOINING_TYPE: (u32, u32) = (8, 3);
pub(crate) const GENERAL_CATEGORY: (u32, u32) = (11, 5);
pub(crate) const COMBINING_CLASS: (u32, u32) = (16, 8);
pub(crate) const NFC_QUICK_CHECK: (u32, u32) = (24, 2);
/// 0 for unassigned, otherwise the index into the list of versions plus one.
pub(crate) const AGE: (u32, u32) = (26, 5);
pub(crate) const SCRIPT: (u32, u32) = (31, 8);
/// 0 where Script_Extensions is just the script, otherwise the index of the set plus one.
pub(crate) const SCRIPT_EXTENSIONS: (u32, u32) = (39, 9);
/// 0 for what is no decimal digit, otherwise the index of its zero plus one.
pub(crate) const NUMBERING_SYSTEM: (u32, u32) = (48, 7);
pub(crate) const IDENTIFIER_ALLOWED: (u32, u32) = (55, 1);
pub(crate) const DECOMPOSES: (u32, u32) = (56, 1);
pub(crate) const RIGHT_TO_LEFT: (u32, u32) = (57, 1);
pub(crate) const MARK: (u32, u32) = (58, 1);

/// The bits of a property.
pub(crate) const fn mask(place: (u32, u32)) -> u64 {
    ((1 << place.1) - 1) << place.0
}
