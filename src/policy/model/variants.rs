//! Variants as a policy writes them (RFC 7940 §5.3).

use alloc::vec::Vec;

use crate::lgr::CodePoints;
use crate::text::keywords;

keywords! {
    /// The type of a variant mapping, by the dispositions that RFC 7940 §7.6 gives to labels.
    #[non_exhaustive]
    VariantType {
        /// Nobody may have the variant label.
        Blocked = "blocked",
        /// The holder of the label may ask for the variant label.
        Allocatable = "allocatable",
        /// The variant label comes with the label.
        Activated = "activated",
    }
}

/// The right-hand side of a variant mapping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VariantTarget {
    /// The code point or sequence that the variant label has; empty where it has nothing there (RFC 7940 §5.3.3).
    pub to: CodePoints,
    /// The type of the mapping, where it is not that of the table.
    pub kind: Option<VariantType>,
}

/// Groups of code points or sequences, each a variant of every other one in its group.
pub type VariantGroups = Vec<Vec<CodePoints>>;
