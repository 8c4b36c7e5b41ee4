//! The one table of codes.

use core::fmt;

use super::Severity;
use super::clause::{Clause, Document};
use Document::{BrowserDisplay, Policy, Rfc, Uts};
use Severity::{Error, Info, Warning};

/// Makes the codes from rows: variant, family and name, severity, clause, summary.
macro_rules! catalogue {
    ($($variant:ident: $family:ident $name:literal, $severity:ident, $document:expr, $section:literal, $summary:literal;)*) => {
        /// The stable code of a finding. A code is never renamed and never used again for another rule.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        #[non_exhaustive]
        pub enum Code {
            $(#[doc = concat!("`", $name, "`: ", $summary)] $variant,)*
        }

        impl Code {
            /// Every code, in the order of the catalogue.
            pub const ALL: &'static [Code] = &[$(Code::$variant,)*];

            /// Family and name, as in `context.zwnj`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The family.
            #[must_use]
            pub const fn family(self) -> Family {
                match self { $(Self::$variant => Family::$family,)* }
            }

            /// The severity, unless a policy says otherwise.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$variant => $severity,)* }
            }

            /// The clause that states the rule, unless the finding names a closer one.
            #[must_use]
            pub const fn clause(self) -> Clause {
                match self { $(Self::$variant => Clause::new($document, $section),)* }
            }

            /// One line in English for lists of codes.
            #[must_use]
            pub const fn summary(self) -> &'static str {
                match self { $(Self::$variant => $summary,)* }
            }
        }
    };
}

/// What a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Family {
    /// The spelling of a label: lengths, hyphens, characters of ASCII.
    Syntax,
    /// The encoding of A-labels.
    Ace,
    /// Which code points IDNA2008 permits, and in which form.
    Idna,
    /// Contextual rules, RFC 5892 appendix A.
    Context,
    /// The Bidi rule, RFC 5893.
    Bidi,
    /// Scripts and look-alikes, UTS #39.
    Script,
    /// Label generation rulesets, RFC 7940.
    Lgr,
    /// What the registry asks beyond the protocol.
    Policy,
    /// Unicode versions.
    Version,
    /// What browsers would display; advice.
    Display,
}

catalogue! {
    EmptyLabel: Syntax "syntax.empty-label", Error, Rfc(5890), "§2.3.1", "the label is empty";
    LabelTooLong: Syntax "syntax.label-too-long", Error, Rfc(5890), "§2.3.1", "the label is longer than 63 octets in its A-label form";
    NameTooLong: Syntax "syntax.name-too-long", Error, Rfc(1035), "§2.3.4", "the name is longer than 253 octets";
    HyphenStart: Syntax "syntax.hyphen-start", Error, Rfc(5891), "§4.2.3.1", "the label begins with a hyphen";
    HyphenEnd: Syntax "syntax.hyphen-end", Error, Rfc(5891), "§4.2.3.1", "the label ends with a hyphen";
    HyphenThreeFour: Syntax "syntax.hyphen-3-4", Error, Rfc(5891), "§4.2.3.1", "the third and fourth characters are hyphens";
    NotLdh: Syntax "syntax.not-ldh", Error, Rfc(5890), "§2.3.1", "an ASCII label holds something other than letters, digits and hyphens";
    InvalidUtf8: Syntax "syntax.invalid-utf8", Error, Rfc(5891), "§4.1", "the input is not UTF-8";
    Uppercase: Syntax "syntax.uppercase", Info, Rfc(5890), "§2.3.2.4", "upper-case ASCII letters were folded to lower case";
    BadPunycode: Ace "ace.bad-punycode", Error, Rfc(3492), "§6.2", "the label begins with xn-- but does not decode";
    NotCanonical: Ace "ace.not-canonical", Error, Rfc(5891), "§4.2.1", "the A-label is not what encoding its U-label gives";
    DecodesToAscii: Ace "ace.decodes-to-ascii", Error, Rfc(5890), "§2.3.2.1", "the label begins with xn-- but decodes to ASCII alone";
    PairMismatch: Ace "ace.pair-mismatch", Error, Rfc(5891), "§4.2.1", "the A-label and the U-label given are not the same label";
    NotNfc: Idna "idna.not-nfc", Error, Rfc(5891), "§4.1", "the label is not in Normalization Form C";
    LeadingMark: Idna "idna.leading-mark", Error, Rfc(5891), "§4.2.3.2", "the label begins with a combining mark";
    Disallowed: Idna "idna.disallowed", Error, Rfc(5892), "§3", "a code point is DISALLOWED";
    Unassigned: Idna "idna.unassigned", Error, Rfc(5892), "§3", "a code point is UNASSIGNED in the Unicode version asked for";
    Uts46Mapped: Idna "idna.uts46-mapped", Info, Uts(46), "§4", "browsers would map the label to another one";
    Uts46Refused: Idna "idna.uts46-refused", Info, Uts(46), "§4", "browsers would refuse the label";
    Zwnj: Context "context.zwnj", Error, Rfc(5892), "A.1", "ZERO WIDTH NON-JOINER out of its context";
    Zwj: Context "context.zwj", Error, Rfc(5892), "A.2", "ZERO WIDTH JOINER out of its context";
    MiddleDot: Context "context.middle-dot", Error, Rfc(5892), "A.3", "MIDDLE DOT out of its context";
    Keraia: Context "context.keraia", Error, Rfc(5892), "A.4", "GREEK LOWER NUMERAL SIGN out of its context";
    Geresh: Context "context.geresh", Error, Rfc(5892), "A.5", "HEBREW PUNCTUATION GERESH out of its context";
    Gershayim: Context "context.gershayim", Error, Rfc(5892), "A.6", "HEBREW PUNCTUATION GERSHAYIM out of its context";
    KatakanaMiddleDot: Context "context.katakana-middle-dot", Error, Rfc(5892), "A.7", "KATAKANA MIDDLE DOT out of its context";
    ArabicIndicDigits: Context "context.arabic-indic-digits", Error, Rfc(5892), "A.8", "ARABIC-INDIC DIGITS beside extended ones";
    ExtendedArabicIndicDigits: Context "context.extended-arabic-indic-digits", Error, Rfc(5892), "A.9", "EXTENDED ARABIC-INDIC DIGITS beside Arabic-Indic ones";
    BidiCondition1: Bidi "bidi.condition-1", Error, Rfc(5893), "§2 condition 1", "the first character is neither left-to-right nor right-to-left";
    BidiCondition2: Bidi "bidi.condition-2", Error, Rfc(5893), "§2 condition 2", "a right-to-left label holds a character of another direction";
    BidiCondition3: Bidi "bidi.condition-3", Error, Rfc(5893), "§2 condition 3", "a right-to-left label ends with neither a right-to-left letter nor a digit";
    BidiCondition4: Bidi "bidi.condition-4", Error, Rfc(5893), "§2 condition 4", "a right-to-left label mixes European and Arabic digits";
    BidiCondition5: Bidi "bidi.condition-5", Error, Rfc(5893), "§2 condition 5", "a left-to-right label holds a character of another direction";
    BidiCondition6: Bidi "bidi.condition-6", Error, Rfc(5893), "§2 condition 6", "a left-to-right label ends with neither a left-to-right letter nor a digit";
    ScriptMixed: Script "script.mixed", Error, Uts(39), "§5.1", "the label mixes scripts";
    ScriptWrongForTld: Script "script.wrong-for-tld", Error, Policy, "", "the script is not one of this top-level domain";
    RestrictionLevel: Script "script.restriction-level", Error, Uts(39), "§5.2", "the label is beyond the restriction level that the policy asks for";
    MixedDigits: Script "script.mixed-digits", Error, Uts(39), "§5.3", "the label mixes digits of several numbering systems";
    WholeScriptConfusable: Script "script.whole-script-confusable", Warning, Uts(39), "§4", "the whole label looks like one in another script";
    Confusable: Script "script.confusable", Warning, Uts(39), "§4", "the label looks like another name";
    LgrNotInRepertoire: Lgr "lgr.not-in-repertoire", Error, Rfc(7940), "§8.1", "a code point or sequence is not in the repertoire of the LGR";
    LgrContext: Lgr "lgr.context", Error, Rfc(7940), "§6.4", "a when or not-when rule of the LGR is not met";
    LgrWholeLabelRule: Lgr "lgr.whole-label-rule", Error, Rfc(7940), "§7.2", "a whole-label rule of the LGR refuses the label";
    LgrInvalidDisposition: Lgr "lgr.invalid-disposition", Error, Rfc(7940), "§7.3", "the actions of the LGR give the label a disposition that refuses it";
    LgrBlockedVariant: Lgr "lgr.blocked-variant", Error, Rfc(7940), "§7.3", "the label is a blocked variant of another name";
    LgrCollision: Lgr "lgr.collision", Warning, Rfc(7940), "§8.5", "the label is in the variant set of another name";
    TooShort: Policy "policy.too-short", Error, Policy, "", "the label is shorter than the policy allows";
    TooLong: Policy "policy.too-long", Error, Policy, "", "the label is longer than the policy allows";
    Reserved: Policy "policy.reserved", Error, Policy, "", "the name is reserved";
    AllDigits: Policy "policy.all-digits", Error, Policy, "", "the label is made of digits alone";
    Hyphens: Policy "policy.hyphens", Error, Policy, "", "the policy does not allow these hyphens";
    AsciiNotAllowed: Policy "policy.ascii-not-allowed", Error, Policy, "", "the policy does not take labels of ASCII alone";
    NotInTable: Policy "policy.not-in-table", Error, Policy, "", "no single table of the policy holds the whole label";
    MustContain: Policy "policy.must-contain", Error, Policy, "", "the label lacks a character that the policy asks for";
    PolicyContext: Policy "policy.context", Error, Policy, "", "a character stands where the policy does not allow it";
    DigitPlacement: Policy "policy.digits", Error, Policy, "", "digits of a kind or in a place that the policy does not allow";
    NewerThanPolicy: Version "version.newer-than-policy", Info, Rfc(5892), "§5.1", "a character came in after the Unicode version asked for";
    ChangedBetweenVersions: Version "version.changed-between-versions", Info, Rfc(5892), "§5.1", "a character has another derived property in the newest Unicode version";
    DisplayChrome: Display "display.chrome", Info, BrowserDisplay, "", "Chrome would show the A-label";
    DisplayFirefox: Display "display.firefox", Info, BrowserDisplay, "", "Firefox would show the A-label";
}

impl Code {
    /// The code with this name.
    ///
    /// ```
    /// use ulabel::finding::Code;
    /// assert_eq!(Code::from_name("context.zwnj"), Some(Code::Zwnj));
    /// ```
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.name() == name)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
