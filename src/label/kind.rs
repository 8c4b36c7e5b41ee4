//! The taxonomy of RFC 5890 §2.3.

use crate::text::keywords;

keywords! {
    /// The kind of a label, in the taxonomy of RFC 5890 §2.3.
    ///
    /// ```
    /// use ulabel::{Checker, LabelKind};
    /// let checker = Checker::registration();
    /// assert_eq!(checker.check_label("example").label().kind(), LabelKind::NrLdhLabel);
    /// assert_eq!(checker.check_label("bücher").label().kind(), LabelKind::ULabel);
    /// assert_eq!(checker.check_label("xn--bcher-kva").label().kind(), LabelKind::ALabel);
    /// assert_eq!(checker.check_label("xn--abc-").label().kind(), LabelKind::FakeALabel);
    /// ```
    #[non_exhaustive]
    LabelKind {
        /// No characters at all.
        Empty = "empty",
        /// An LDH label without hyphens in both the third and fourth position: a host name label as of old
        /// (§2.3.1).
        NrLdhLabel = "nr-ldh-label",
        /// A reserved LDH label that is no XN-label: `--` in the third and fourth position (§2.3.1).
        ReservedLdhLabel = "r-ldh-label",
        /// An XN-label that is valid: the encoding of a U-label (§2.3.2.1).
        ALabel = "a-label",
        /// An XN-label that is not an A-label (§2.3.1).
        FakeALabel = "fake-a-label",
        /// A Unicode string in NFC with at least one character beyond ASCII that passes every test
        /// (§2.3.2.1).
        ULabel = "u-label",
        /// A string with a character beyond ASCII that is not known to be a U-label (§2.3.2.1): before the
        /// tests, or when it failed one.
        PutativeULabel = "putative-u-label",
        /// An ASCII string that is no LDH label (§2.3.1): another character, a hyphen at an end, or more
        /// than 63 octets.
        NonLdhLabel = "non-ldh-label",
    }
}

impl LabelKind {
    /// True if this is an LDH label: letters, digits and hyphens of ASCII (§2.3.1).
    #[must_use]
    pub const fn is_ldh_label(self) -> bool {
        matches!(self, Self::NrLdhLabel) || self.is_r_ldh_label()
    }

    /// True if this is a reserved LDH label: `--` in the third and fourth position (§2.3.1).
    #[must_use]
    pub const fn is_r_ldh_label(self) -> bool {
        matches!(self, Self::ReservedLdhLabel) || self.is_xn_label()
    }

    /// True if this is an XN-label: it begins with `xn--` (§2.3.1).
    #[must_use]
    pub const fn is_xn_label(self) -> bool {
        matches!(self, Self::ALabel | Self::FakeALabel)
    }

    /// True if the label is valid under IDNA2008 in one of its forms (an "IDNA-valid string", §2.3.2.1).
    #[must_use]
    pub const fn is_idna_valid(self) -> bool {
        matches!(self, Self::NrLdhLabel | Self::ALabel | Self::ULabel)
    }
}
