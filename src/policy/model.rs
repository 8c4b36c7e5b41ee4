//! A policy as written.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use super::keyword::keywords;
use super::reserved::ReservedList;
use super::script_code::ScriptCode;
use super::table::Table;
use super::variants::VariantGroups;
use crate::idna2008::Protocol;
use crate::unicode::{UNICODE_VERSION, Version};

/// All that a registry asks of a label beyond the protocol.
///
/// A policy is plain data: read it from a file ([`super::read`]), take one that is built in
/// ([`super::builtin`]) or make one here, change what is to be changed, then compile it
/// ([`super::CompiledPolicy`]) or write it ([`Policy::to_toml`]).
///
/// ```
/// use ulabel::policy::{Policy, Stance};
/// let mut policy = Policy::new("example");
/// policy.ascii_labels = Stance::Refuse;
/// assert_eq!(ulabel::policy::read(&policy.to_toml()).unwrap().policy, policy);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Policy {
    /// The name of the policy, in lower-case ASCII letters, digits and hyphens.
    pub id: String,
    /// The top-level domains, as U-labels; also suffixes of several labels under which names are
    /// registered, as in `co.il`.
    pub tlds: Vec<String>,
    /// The ISO 3166-1 code of the territory, two letters in upper case.
    pub iso3166: Option<String>,
    /// The name of the territory.
    pub territory: Option<String>,
    /// Who decides on registrations.
    pub authority: Option<String>,
    /// Where the policy comes from.
    pub status: Status,
    /// How sure it is that the registry says so.
    pub certainty: Option<Certainty>,
    /// Single statements that are more or less sure than the whole, in words.
    pub certainty_of: BTreeMap<String, Certainty>,
    /// The documents that state the rules.
    pub sources: Vec<String>,
    /// The source of a single rule, where it is not the first of `sources`.
    pub source_of: BTreeMap<RuleName, String>,
    /// What else a reader should know.
    pub note: Option<String>,
    /// The Unicode version that decides what is assigned.
    pub unicode: Version,
    /// The protocol of RFC 5891 that labels are tested by.
    pub protocol: Protocol,
    /// The tables; a label must fit one of them whole. Without any, every code point is taken.
    pub tables: Vec<Table>,
    /// What becomes of a label that fits no table.
    pub outside_tables: Stance,
    /// Which scripts, and how they may mix.
    pub scripts: ScriptRule,
    /// Digits.
    pub digits: DigitRule,
    /// What becomes of a label with two consecutive hyphens anywhere. (Hyphens at the ends and in the
    /// third and fourth position are the protocol's.)
    pub double_hyphens: Stance,
    /// How long a label is.
    pub length: LengthRule,
    /// What becomes of a label of ASCII alone.
    pub ascii_labels: Stance,
    /// What becomes of variants.
    pub variants: VariantRule,
    /// Named sets of variants that several tables can share.
    pub variant_sets: BTreeMap<String, VariantGroups>,
    /// Names that nobody, or not everybody, may register.
    pub reserved: Vec<ReservedList>,
    /// Existing names that a new one must not look like.
    pub confusables: ConfusableRule,
}

impl Policy {
    /// A policy that asks nothing.
    #[must_use]
    pub fn new(id: &str) -> Self {
        Self {
            id: id.into(),
            tlds: Vec::new(),
            iso3166: None,
            territory: None,
            authority: None,
            status: Status::Own,
            certainty: None,
            certainty_of: BTreeMap::new(),
            sources: Vec::new(),
            source_of: BTreeMap::new(),
            note: None,
            unicode: UNICODE_VERSION,
            protocol: Protocol::Registration,
            tables: Vec::new(),
            outside_tables: Stance::Refuse,
            scripts: ScriptRule::default(),
            digits: DigitRule::default(),
            double_hyphens: Stance::Allow,
            length: LengthRule::default(),
            ascii_labels: Stance::Allow,
            variants: VariantRule::default(),
            variant_sets: BTreeMap::new(),
            reserved: Vec::new(),
            confusables: ConfusableRule::default(),
        }
    }

    /// The source of a rule: its own, or the first of the policy's.
    #[must_use]
    pub fn source(&self, rule: RuleName) -> Option<&str> {
        self.source_of.get(&rule).or_else(|| self.sources.first()).map(String::as_str)
    }

    /// The files that the policy names: LGRs, lists of reserved names, lists of existing names. Who
    /// compiles the policy is asked for their text.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        let rulesets = self.tables.iter().filter_map(|table| table.lgr.as_deref());
        let reserved = self.reserved.iter().filter_map(|list| list.file());
        rulesets.chain(reserved).chain(self.confusables.files.iter().map(String::as_str))
    }
}

keywords! {
    /// Where a policy comes from.
    Status {
        /// It restates rules that a registry publishes.
        Published = "published",
        /// It is a start made from public data; the registry has the last word.
        Derived = "derived",
        /// An administration's own.
        Own = "own",
    }
}

keywords! {
    /// How sure it is that a registry says so.
    Certainty {
        /// Stated by the registry, in its deposit with IANA, or by a standard.
        Sure = "sure",
        /// Reported consistently, not confirmed letter by letter.
        Likely = "likely",
        /// Only the script or the language is known.
        Unsure = "unsure",
    }
}

keywords! {
    /// What becomes of a label that a rule speaks of.
    Stance {
        /// Nothing: the rule is switched off.
        Allow = "allow",
        /// A person looks first: the verdict is `review`.
        Review = "review",
        /// The label is refused: the verdict is `invalid`.
        Refuse = "refuse",
    }
}

keywords! {
    /// A rule of a policy, as the policy file names it.
    RuleName {
        /// A label fits one table whole.
        Tables = "tables",
        /// A label has a character that its table asks for.
        MustContain = "must-contain",
        /// A character stands in the context that its table asks for.
        Context = "context",
        /// Scripts and their mixing.
        Scripts = "scripts",
        /// Digits of one set, and their place.
        Digits = "digits",
        /// Labels of digits alone.
        AllDigits = "all-digits",
        /// Consecutive hyphens.
        Hyphens = "hyphens",
        /// Lengths.
        Length = "length",
        /// Labels of ASCII alone.
        AsciiLabels = "ascii-labels",
        /// Variants.
        Variants = "variants",
        /// Reserved names.
        Reserved = "reserved",
        /// Look-alikes of existing names.
        Confusables = "confusables",
    }
}

keywords! {
    /// How the scripts of a label may mix.
    Mixing {
        /// The scripts are not asked for; the tables alone decide.
        Repertoire = "repertoire",
        /// One script, whichever.
        SingleScript = "single-script",
        /// One script, or those of Japanese (Han, Hiragana, Katakana), Korean (Hangul, Han) or Chinese
        /// with Bopomofo: "Single Script" of UTS #39 §5.2.
        SingleScriptCjk = "single-script+cjk",
        /// One script of the top-level domain; a composite one (`Jpan`, `Kore`) counts as one.
        TldScript = "tld-script",
        /// One script of the top-level domain, and ASCII letters beside it.
        ScriptAsciiLetters = "script+ascii-letters",
        /// UTS #39 §5.2 Highly Restrictive.
        HighlyRestrictive = "highly-restrictive",
        /// UTS #39 §5.2 Moderately Restrictive.
        ModeratelyRestrictive = "moderately-restrictive",
        /// ASCII alone.
        AsciiOnly = "ascii-only",
    }
}

/// Which scripts a label may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScriptRule {
    /// How they may mix.
    pub mixing: Mixing,
    /// The scripts of the top-level domain.
    pub of_tld: Vec<ScriptCode>,
    /// What becomes of a label that breaks the rule.
    pub otherwise: Stance,
}

impl Default for ScriptRule {
    fn default() -> Self {
        Self { mixing: Mixing::Repertoire, of_tld: Vec::new(), otherwise: Stance::Refuse }
    }
}

/// What is asked of digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DigitRule {
    /// What becomes of a label with digits of several numbering systems (UTS #39 §5.3).
    pub several_sets: Stance,
    /// What becomes of a label with a digit first or last.
    pub at_ends: Stance,
    /// What becomes of a label of digits alone.
    pub all: Stance,
}

impl Default for DigitRule {
    fn default() -> Self {
        Self { several_sets: Stance::Allow, at_ends: Stance::Allow, all: Stance::Allow }
    }
}

keywords! {
    /// What a length counts.
    LengthUnit {
        /// Code points of the U-label.
        CodePoints = "code-points",
        /// Octets of the A-label, with its prefix.
        Octets = "octets",
        /// Code points of the U-label that are letters (General_Category L).
        Letters = "letters",
    }
}

/// The bounds of a label's length, of the policy or of one table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LengthRule {
    /// The least, and what it counts.
    pub min: Option<(u32, LengthUnit)>,
    /// The most, and what it counts.
    pub max: Option<(u32, LengthUnit)>,
    /// What becomes of a label outside the bounds.
    pub otherwise: Stance,
}

impl Default for LengthRule {
    fn default() -> Self {
        Self { min: None, max: None, otherwise: Stance::Refuse }
    }
}

keywords! {
    /// What becomes of the variants of a registered name.
    VariantDisposition {
        /// Nobody may register them.
        Block = "block",
        /// The holder of the name alone may register them.
        SameEntity = "same-entity",
        /// They are allocated to the holder of the name.
        Allocate = "allocate",
    }
}

/// What becomes of variants.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VariantRule {
    /// The disposition; `None` where every spelling is a name of its own.
    pub disposition: Option<VariantDisposition>,
    /// What the registry says of variants, in words.
    pub note: Option<String>,
}

/// What a name must not look like (UTS #39 §4): existing names, by equal skeletons, and words of another
/// script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfusableRule {
    /// The names, as U-labels or A-labels.
    pub names: Vec<String>,
    /// Files with a name a line.
    pub files: Vec<String>,
    /// What becomes of a label that looks like one of them.
    pub otherwise: Stance,
    /// Scripts in which no label of another script may be written whole with look-alikes.
    pub whole_script: Vec<ScriptCode>,
    /// What becomes of a label that could be.
    pub otherwise_whole_script: Stance,
}

impl Default for ConfusableRule {
    fn default() -> Self {
        Self {
            names: Vec::new(),
            files: Vec::new(),
            otherwise: Stance::Review,
            whole_script: Vec::new(),
            otherwise_whole_script: Stance::Review,
        }
    }
}
