//! The values of the enumerated properties, under the short names of the Unicode Character Database.
//!
//! The discriminants are what the packed table stores, so the order here is part of its format.

/// Makes an enum whose values are numbered from 0, with its list of values and their names.
macro_rules! property_values {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $value:ident = $short:literal, $long:literal;)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum $name {
            $(#[doc = $long] $value,)*
        }

        impl $name {
            /// Every value, in the order of its number.
            pub const ALL: &'static [$name] = &[$($name::$value,)*];

            /// The short name in the Unicode Character Database, or in the RFC.
            #[must_use]
            pub const fn short_name(self) -> &'static str {
                match self { $($name::$value => $short,)* }
            }

            /// The long name.
            #[must_use]
            pub const fn long_name(self) -> &'static str {
                match self { $($name::$value => $long,)* }
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.short_name())
            }
        }
    };
}

pub(super) use property_values;

property_values! {
    /// The derived property of RFC 5892 §3: what IDNA2008 says of a code point.
    DerivedProperty {
        Pvalid = "PVALID", "Protocol_Valid";
        ContextJ = "CONTEXTJ", "Contextual_Rule_Required_Join";
        ContextO = "CONTEXTO", "Contextual_Rule_Required_Other";
        Disallowed = "DISALLOWED", "Disallowed";
        Unassigned = "UNASSIGNED", "Unassigned";
    }
}

property_values! {
    #[allow(clippy::upper_case_acronyms)] // the names of the standard
    /// Bidi_Class (UAX #9 §3.2).
    BidiClass {
        L = "L", "Left_To_Right";
        R = "R", "Right_To_Left";
        AL = "AL", "Arabic_Letter";
        AN = "AN", "Arabic_Number";
        EN = "EN", "European_Number";
        ES = "ES", "European_Separator";
        CS = "CS", "Common_Separator";
        ET = "ET", "European_Terminator";
        ON = "ON", "Other_Neutral";
        BN = "BN", "Boundary_Neutral";
        NSM = "NSM", "Nonspacing_Mark";
        B = "B", "Paragraph_Separator";
        S = "S", "Segment_Separator";
        WS = "WS", "White_Space";
        LRE = "LRE", "Left_To_Right_Embedding";
        LRO = "LRO", "Left_To_Right_Override";
        RLE = "RLE", "Right_To_Left_Embedding";
        RLO = "RLO", "Right_To_Left_Override";
        PDF = "PDF", "Pop_Directional_Format";
        LRI = "LRI", "Left_To_Right_Isolate";
        RLI = "RLI", "Right_To_Left_Isolate";
        FSI = "FSI", "First_Strong_Isolate";
        PDI = "PDI", "Pop_Directional_Isolate";
    }
}

property_values! {
    /// Joining_Type (the Unicode Standard §9.2).
    JoiningType {
        NonJoining = "U", "Non_Joining";
        LeftJoining = "L", "Left_Joining";
        RightJoining = "R", "Right_Joining";
        DualJoining = "D", "Dual_Joining";
        JoinCausing = "C", "Join_Causing";
        Transparent = "T", "Transparent";
    }
}

property_values! {
    /// General_Category (the Unicode Standard §4.5).
    GeneralCategory {
        Lu = "Lu", "Uppercase_Letter";
        Ll = "Ll", "Lowercase_Letter";
        Lt = "Lt", "Titlecase_Letter";
        Lm = "Lm", "Modifier_Letter";
        Lo = "Lo", "Other_Letter";
        Mn = "Mn", "Nonspacing_Mark";
        Mc = "Mc", "Spacing_Mark";
        Me = "Me", "Enclosing_Mark";
        Nd = "Nd", "Decimal_Number";
        Nl = "Nl", "Letter_Number";
        No = "No", "Other_Number";
        Pc = "Pc", "Connector_Punctuation";
        Pd = "Pd", "Dash_Punctuation";
        Ps = "Ps", "Open_Punctuation";
        Pe = "Pe", "Close_Punctuation";
        Pi = "Pi", "Initial_Punctuation";
        Pf = "Pf", "Final_Punctuation";
        Po = "Po", "Other_Punctuation";
        Sm = "Sm", "Math_Symbol";
        Sc = "Sc", "Currency_Symbol";
        Sk = "Sk", "Modifier_Symbol";
        So = "So", "Other_Symbol";
        Zs = "Zs", "Space_Separator";
        Zl = "Zl", "Line_Separator";
        Zp = "Zp", "Paragraph_Separator";
        Cc = "Cc", "Control";
        Cf = "Cf", "Format";
        Cs = "Cs", "Surrogate";
        Co = "Co", "Private_Use";
        Cn = "Cn", "Unassigned";
    }
}

impl GeneralCategory {
    /// True if this is a combining mark (Mn, Mc, Me), which no label may begin with (RFC 5891 §4.2.3.2).
    #[must_use]
    pub const fn is_mark(self) -> bool {
        matches!(self, Self::Mn | Self::Mc | Self::Me)
    }
}

property_values! {
    /// NFC_Quick_Check (UAX #15 §9).
    NfcQuickCheck {
        Yes = "Y", "Yes";
        Maybe = "M", "Maybe";
        No = "N", "No";
    }
}
