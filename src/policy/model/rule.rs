//! The rules of a policy and of its tables, as written.

use alloc::string::String;
use alloc::vec::Vec;

use super::keyword::keywords;
use crate::script::ScriptCode;

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
