//! The rules of a policy and of its tables, as written.

use alloc::string::String;
use alloc::vec::Vec;

use crate::script::ScriptCode;
use crate::text::keywords;

keywords! {
    /// How a policy treats the labels that a rule concerns.
    #[non_exhaustive]
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
    /// How the scripts of a label may mix.
    #[non_exhaustive]
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
    /// The stance on a label that breaks the rule.
    pub otherwise: Stance,
}

impl Default for ScriptRule {
    fn default() -> Self {
        Self { mixing: Mixing::Repertoire, of_tld: Vec::new(), otherwise: Stance::Refuse }
    }
}

/// The rule on digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DigitRule {
    /// The stance on a label with digits of several numbering systems (UTS #39 §5.3).
    pub several_sets: Stance,
    /// The stance on a label with a digit first or last.
    pub at_ends: Stance,
    /// The stance on a label of digits alone.
    pub all: Stance,
}

impl Default for DigitRule {
    fn default() -> Self {
        Self { several_sets: Stance::Allow, at_ends: Stance::Allow, all: Stance::Allow }
    }
}

keywords! {
    /// The unit that a length counts.
    #[non_exhaustive]
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
    /// The least length.
    pub min: Option<u32>,
    /// The unit of the least length.
    pub min_unit: LengthUnit,
    /// The greatest length.
    pub max: Option<u32>,
    /// The unit of the greatest length.
    pub max_unit: LengthUnit,
    /// The stance on a label outside the bounds.
    pub otherwise: Stance,
}

impl Default for LengthRule {
    fn default() -> Self {
        let unit = LengthUnit::CodePoints;
        Self { min: None, min_unit: unit, max: None, max_unit: unit, otherwise: Stance::Refuse }
    }
}

impl LengthRule {
    /// True if a bound counts letters.
    pub(in crate::policy) fn counts_letters(&self) -> bool {
        self.min.is_some() && self.min_unit == LengthUnit::Letters
            || self.max.is_some() && self.max_unit == LengthUnit::Letters
    }
}

/// What holds for names under some suffixes of the policy in place of its own rules.
///
/// ```
/// use ulabel::{Checker, policy};
/// let text = r#"
///     id = "id"
///     tld = ["id"]
///     length = { min = 5 }
///     [[level]]
///     suffixes = ["*.id"]
///     length = { min = 2 }
/// "#;
/// let checker = Checker::with_policy(&policy::read(text).unwrap().policy).unwrap();
/// assert!(!checker.check("kata.id").is_valid());
/// assert!(checker.check("kata.co.id").is_valid());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Level {
    /// The suffixes, as U-labels; `*.id` is every suffix of two labels under `id`.
    pub suffixes: Vec<String>,
    /// How long a label right below them is.
    pub length: LengthRule,
}

keywords! {
    /// The disposition of the variants of a registered name.
    #[non_exhaustive]
    VariantDisposition {
        /// Nobody may register them.
        Block = "block",
        /// The holder of the name alone may register them.
        SameEntity = "same-entity",
        /// They are allocated to the holder of the name.
        Allocate = "allocate",
        /// Each is a name of its own.
        None = "none",
    }
}

keywords! {
    /// Who is the same entity as the holder of a name.
    #[non_exhaustive]
    SameEntity {
        /// The same registrant at the same registrar.
        Both = "both",
        /// The same registrant, at any registrar.
        Registrant = "registrant",
        /// The same registrar.
        Registrar = "registrar",
    }
}

keywords! {
    /// Which variants of a registered name the registry keeps as names that are no domains (NNDN, RFC 9022 §5.6).
    #[derive(Default)]
    #[non_exhaustive]
    Withhold {
        /// None of them.
        #[default]
        None = "none",
        /// Those that the holder of the name may have, as `withheld`.
        Allocatable = "allocatable",
        /// Those, and the others, which nobody may have, as `blocked`.
        All = "all",
    }
}

/// The rule on variants.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VariantRule {
    /// The disposition; `None` where it is not known.
    pub disposition: Option<VariantDisposition>,
    /// Who may have the variants, where the disposition is `same-entity` or `allocate`.
    pub same_entity: Option<SameEntity>,
    /// True if some variants come with the name.
    pub activate: bool,
    /// Names of one set that are registered at most.
    pub max_members: Option<u32>,
    /// The variants that are kept in deposits as names that are no domains.
    pub withhold: Withhold,
    /// How many of them are listed of one set at most, [`VariantRule::MAX_WITHHELD`] where it is not said; of a set
    /// with more none are.
    pub max_withheld: Option<u32>,
    /// The registry's own words on variants.
    pub note: Option<String>,
}

impl VariantRule {
    /// The variants of one set that are listed as withheld at most, where the policy does not say.
    pub const MAX_WITHHELD: u32 = 1000;
}

/// The rule on look-alikes (UTS #39 §4): of existing names, by equal skeletons, and of words of another
/// script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfusableRule {
    /// The names, as U-labels or A-labels.
    pub names: Vec<String>,
    /// Files with a name a line.
    pub files: Vec<String>,
    /// The stance on a label that looks like one of them.
    pub otherwise: Stance,
    /// Scripts in which no label of another script may be written whole with look-alikes.
    pub whole_script: Vec<ScriptCode>,
    /// The stance on a label that could be.
    pub otherwise_whole_script: Stance,
    /// The stance on a candidate that has the skeleton of a registered name of another set. The decision tells it
    /// whatever the stance.
    pub otherwise_existing: Stance,
    /// The stance on a candidate that has the wide skeleton of one, likewise: it differs in marks.
    pub otherwise_marks: Stance,
    /// Words that are protected, as U-labels or A-labels.
    pub protected: Vec<String>,
    /// Files with a protected word a line.
    pub protected_files: Vec<String>,
    /// The stance on a candidate inside which a protected word stands.
    pub otherwise_inside: Stance,
}

impl Default for ConfusableRule {
    fn default() -> Self {
        Self {
            names: Vec::new(),
            files: Vec::new(),
            otherwise: Stance::Review,
            whole_script: Vec::new(),
            otherwise_whole_script: Stance::Review,
            otherwise_existing: Stance::Review,
            otherwise_marks: Stance::Allow,
            protected: Vec::new(),
            protected_files: Vec::new(),
            otherwise_inside: Stance::Review,
        }
    }
}
