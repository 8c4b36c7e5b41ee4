//! The one table of codes of findings, and the macro that makes a catalogue.

use super::clause::{Clause, Document};
use super::severity::Severity;
use Document::{BrowserDisplay, Policy, Rfc, SameEntityDraft, Uts};

/// Makes an enum of codes from rows: variant, name, severity, document, section, text. The text is what
/// `$text` returns; a row may have a doc comment of its own beside it.
macro_rules! catalogue {
    (
        $(#[$enum_doc:meta])* $catalogue:ident;
        $(#[$text_doc:meta])* $text:ident;
        $($(#[$doc:meta])* $variant:ident $name:literal, $severity:ident, $document:expr, $section:literal, $words:literal;)*
    ) => {
        $(#[$enum_doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        #[non_exhaustive]
        pub enum $catalogue {
            $(#[doc = concat!("`", $name, "`: ", $words)] $(#[doc = ""] #[$doc])* $variant,)*
        }

        impl $catalogue {
            /// Every code, in the order of the catalogue.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The stable name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The code with this name.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|code| code.name() == name)
            }

            /// The severity, unless a policy says otherwise.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)* }
            }

            /// The clause that states the rule, unless a finding names a closer one.
            #[must_use]
            pub const fn clause(self) -> Clause {
                match self { $(Self::$variant => Clause::new($document, $section),)* }
            }

            $(#[$text_doc])*
            #[must_use]
            pub const fn $text(self) -> &'static str {
                match self { $(Self::$variant => $words,)* }
            }
        }

        impl core::fmt::Display for $catalogue {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.name())
            }
        }
    };
}
#[cfg(feature = "lgr")]
pub(super) use catalogue;

catalogue! {
    /// The stable code of a finding: a family and a name. A code is never renamed and never used again for
    /// another rule.
    ///
    /// | family | is about |
    /// |---|---|
    /// | `syntax` | the spelling of a label: lengths, hyphens, characters of ASCII |
    /// | `ace` | the encoding of A-labels |
    /// | `idna` | which code points IDNA2008 permits, and in which form |
    /// | `context` | contextual rules, RFC 5892 appendix A |
    /// | `bidi` | the Bidi rule, RFC 5893 |
    /// | `script` | scripts and look-alikes, UTS #39 |
    /// | `lgr` | label generation rulesets, RFC 7940 |
    /// | `policy` | what the registry asks beyond the protocol |
    /// | `version` | Unicode versions |
    /// | `display` | what browsers would display; advice |
    ///
    /// ```
    /// use ulabel::finding::Code;
    /// assert_eq!(Code::from_name("context.zwnj"), Some(Code::Zwnj));
    /// assert_eq!(Code::Zwnj.family(), "context");
    /// ```
    Code;
    /// One line in English for lists of codes.
    summary;

    EmptyLabel "syntax.empty-label", Error, Rfc(5890), "§2.3.1", "the label is empty";
    LabelTooLong "syntax.label-too-long", Error, Rfc(5890), "§2.3.1", "the label is longer than 63 octets in its A-label form";
    NameTooLong "syntax.name-too-long", Error, Rfc(1035), "§2.3.4", "the name is longer than 253 octets";
    HyphenStart "syntax.hyphen-start", Error, Rfc(5891), "§4.2.3.1", "the label begins with a hyphen";
    HyphenEnd "syntax.hyphen-end", Error, Rfc(5891), "§4.2.3.1", "the label ends with a hyphen";
    HyphenThreeFour "syntax.hyphen-3-4", Error, Rfc(5891), "§4.2.3.1", "the third and fourth characters are hyphens";
    NotLdh "syntax.not-ldh", Error, Rfc(5890), "§2.3.1", "an ASCII label holds something other than letters, digits and hyphens";
    InvalidUtf8 "syntax.invalid-utf8", Error, Rfc(5891), "§4.1", "the input is not UTF-8";
    Uppercase "syntax.uppercase", Info, Rfc(5890), "§2.3.2.4", "upper-case ASCII letters were folded to lower case";
    BadPunycode "ace.bad-punycode", Error, Rfc(3492), "§6.2", "the label begins with xn-- but does not decode";
    NotCanonical "ace.not-canonical", Error, Rfc(5891), "§4.2.1", "the A-label is not what encoding its U-label gives";
    DecodesToAscii "ace.decodes-to-ascii", Error, Rfc(5890), "§2.3.2.1", "the label begins with xn-- but decodes to ASCII alone";
    PairMismatch "ace.pair-mismatch", Error, Rfc(5891), "§4.2.1", "the A-label and the U-label given are not the same label";
    NotNfc "idna.not-nfc", Error, Rfc(5891), "§4.1", "the label is not in Normalization Form C";
    LeadingMark "idna.leading-mark", Error, Rfc(5891), "§4.2.3.2", "the label begins with a combining mark";
    Disallowed "idna.disallowed", Error, Rfc(5892), "§3", "a code point is DISALLOWED";
    Unassigned "idna.unassigned", Error, Rfc(5892), "§3", "a code point is UNASSIGNED in the Unicode version asked for";
    Uts46Mapped "idna.uts46-mapped", Info, Uts(46), "§4", "browsers would map the label to another one";
    Uts46Refused "idna.uts46-refused", Info, Uts(46), "§4", "browsers would refuse the label";
    Zwnj "context.zwnj", Error, Rfc(5892), "A.1", "ZERO WIDTH NON-JOINER out of its context";
    Zwj "context.zwj", Error, Rfc(5892), "A.2", "ZERO WIDTH JOINER out of its context";
    MiddleDot "context.middle-dot", Error, Rfc(5892), "A.3", "MIDDLE DOT out of its context";
    Keraia "context.keraia", Error, Rfc(5892), "A.4", "GREEK LOWER NUMERAL SIGN out of its context";
    Geresh "context.geresh", Error, Rfc(5892), "A.5", "HEBREW PUNCTUATION GERESH out of its context";
    Gershayim "context.gershayim", Error, Rfc(5892), "A.6", "HEBREW PUNCTUATION GERSHAYIM out of its context";
    KatakanaMiddleDot "context.katakana-middle-dot", Error, Rfc(5892), "A.7", "KATAKANA MIDDLE DOT out of its context";
    ArabicIndicDigits "context.arabic-indic-digits", Error, Rfc(5892), "A.8", "ARABIC-INDIC DIGITS beside extended ones";
    ExtendedArabicIndicDigits "context.extended-arabic-indic-digits", Error, Rfc(5892), "A.9", "EXTENDED ARABIC-INDIC DIGITS beside Arabic-Indic ones";
    BidiCondition1 "bidi.condition-1", Error, Rfc(5893), "§2 condition 1", "the first character is neither left-to-right nor right-to-left";
    BidiCondition2 "bidi.condition-2", Error, Rfc(5893), "§2 condition 2", "a right-to-left label holds a character of another direction";
    BidiCondition3 "bidi.condition-3", Error, Rfc(5893), "§2 condition 3", "a right-to-left label ends with neither a right-to-left letter nor a digit";
    BidiCondition4 "bidi.condition-4", Error, Rfc(5893), "§2 condition 4", "a right-to-left label mixes European and Arabic digits";
    BidiCondition5 "bidi.condition-5", Error, Rfc(5893), "§2 condition 5", "a left-to-right label holds a character of another direction";
    BidiCondition6 "bidi.condition-6", Error, Rfc(5893), "§2 condition 6", "a left-to-right label ends with neither a left-to-right letter nor a digit";
    ScriptMixed "script.mixed", Error, Uts(39), "§5.1", "the label mixes scripts";
    ScriptWrongForTld "script.wrong-for-tld", Error, Policy, "", "the script is not one of this top-level domain";
    RestrictionLevel "script.restriction-level", Error, Uts(39), "§5.2", "the label is beyond the restriction level that the policy asks for";
    MixedDigits "script.mixed-digits", Error, Uts(39), "§5.3", "the label mixes digits of several numbering systems";
    WholeScriptConfusable "script.whole-script-confusable", Warning, Uts(39), "§4", "the whole label looks like one in another script";
    Confusable "script.confusable", Warning, Uts(39), "§4", "the label looks like another name";
    LgrNotInRepertoire "lgr.not-in-repertoire", Error, Rfc(7940), "§8.1", "a code point or sequence is not in the repertoire of the LGR";
    LgrContext "lgr.context", Error, Rfc(7940), "§6.4", "a when or not-when rule of the LGR is not met";
    LgrWholeLabelRule "lgr.whole-label-rule", Error, Rfc(7940), "§7.2", "a whole-label rule of the LGR refuses the label";
    LgrInvalidDisposition "lgr.invalid-disposition", Error, Rfc(7940), "§7.3", "the actions of the LGR give the label a disposition that refuses it";
    LgrDuplicateVariant "lgr.duplicate-variant", Warning, Rfc(7940), "§8.4", "the LGR makes a variant of the label in several ways";
    LgrBoundReached "lgr.bound-reached", Warning, Rfc(7940), "§8.2", "the variants of the label cannot be told within the bounds of time and memory";
    LgrBlockedVariant "lgr.blocked-variant", Error, Rfc(7940), "§7.3", "the label is a blocked variant of another name";
    LgrCollision "lgr.collision", Warning, Rfc(7940), "§8.5", "the label is in the variant set of another name";
    OutsideTld "policy.outside-tld", Error, Policy, "", "the name is under no domain of the policy";
    TooShort "policy.too-short", Error, Policy, "", "the label is shorter than the policy allows";
    TooLong "policy.too-long", Error, Policy, "", "the label is longer than the policy allows";
    Reserved "policy.reserved", Error, Policy, "", "the name is reserved";
    AllDigits "policy.all-digits", Error, Policy, "", "the label is made of digits alone";
    Hyphens "policy.hyphens", Error, Policy, "", "the policy does not allow these hyphens";
    AsciiNotAllowed "policy.ascii-not-allowed", Error, Policy, "", "the policy does not take labels of ASCII alone";
    NotInTable "policy.not-in-table", Error, Policy, "", "no single table of the policy holds the whole label";
    MustContain "policy.must-contain", Error, Policy, "", "the label lacks a character that the policy asks for";
    UnknownTable "policy.unknown-table", Warning, Policy, "", "the label may fit a table of the registry whose letters are not known";
    RegistryUnknown "policy.registry-unknown", Warning, Policy, "", "no source says which internationalized names the registry takes";
    StartTakes "policy.start-takes", Info, Policy, "", "the registry refuses the label today; the start in the languages of the territory takes it";
    PolicyContext "policy.context", Error, Policy, "", "a character stands where the policy does not allow it";
    DigitPlacement "policy.digits", Error, Policy, "", "digits of a kind or in a place that the policy does not allow";
    Member "decision.member", Info, SameEntityDraft, "EPP check command", "the name is a member of a set that the holder may have";
    MemberElsewhere "decision.member-elsewhere", Info, SameEntityDraft, "EPP check command", "names of the set are registered to the holder under other top-level domains";
    Registered "decision.registered", Error, SameEntityDraft, "EPP check command", "the name is registered";
    KeptName "decision.reserved", Error, Rfc(9022), "§5.6", "the registry keeps the name for itself";
    BlockedName "decision.nndn-blocked", Error, Rfc(9022), "§5.6", "the name is blocked as a variant of another";
    ExemptedSet "decision.exempted", Error, SameEntityDraft, "Terms", "names of the set were registered before variants were known, to different holders or against the table";
    VariantsBlocked "decision.blocked-by-policy", Error, Policy, "", "the policy blocks all variants of a registered name";
    PendingTransfer "decision.pending-transfer", Error, SameEntityDraft, "EPP check command", "the set is on its way to another registrar";
    OtherRegistrar "decision.other-registrar", Error, SameEntityDraft, "Terms", "the set belongs to the customers of another registrar";
    OtherRegistrant "decision.other-registrant", Error, SameEntityDraft, "Terms", "the set belongs to another registrant";
    SetIsFull "decision.limit", Error, Policy, "", "the set has as many names as it may have";
    UnawareClient "decision.unaware-client", Error, SameEntityDraft, "EPP check command", "the client does not speak the extension for variant sets";
    NotRegistrable "decision.not-registrable", Error, Policy, "", "the name is not one label under a domain of the policy";
    LookAlike "decision.look-alike", Warning, Uts(39), "§4", "the name looks like another that exists or is protected";
    NewerThanPolicy "version.newer-than-policy", Info, Rfc(5892), "§5.1", "a character came in after the Unicode version asked for";
    ChangedBetweenVersions "version.changed-between-versions", Info, Rfc(5892), "§5.1", "a character has another derived property in the newest Unicode version";
    DisplayChrome "display.chrome", Info, BrowserDisplay, "", "Chrome would show the A-label";
    DisplayFirefox "display.firefox", Info, BrowserDisplay, "", "Firefox would show the A-label";
}

impl Code {
    /// The family: the name up to its full stop.
    #[must_use]
    pub fn family(self) -> &'static str {
        self.name().split_once('.').map_or(self.name(), |(family, _)| family)
    }
}
