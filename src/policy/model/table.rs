//! Tables: the letters and rules of one language or script. A label fits one table whole.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use super::code_points::CodePointSet;
use super::han::HanSet;
use super::pattern::Pattern;
use super::rule::{LengthRule, Stance};
use super::variants::{VariantTarget, VariantType};
use crate::lgr::CodePoints;
use crate::script::ScriptCode;
use crate::text::{CodePoint, keywords};
use crate::unicode::{self, Script};

/// The letters, digits and rules of one language or script.
///
/// The hyphen is in every table.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Table {
    /// The name of the table, unique in the policy.
    pub id: String,
    /// The languages it serves, as BCP 47 tags.
    pub languages: Vec<String>,
    /// Its scripts.
    pub scripts: Vec<ScriptCode>,
    /// The letters.
    pub letters: CodePointSet,
    /// Sequences permitted whole. A code point that stands in a sequence and not in `letters` is
    /// permitted nowhere else.
    pub sequences: Vec<String>,
    /// The digits.
    pub digits: Vec<DigitSet>,
    /// The place of a to z beside the letters.
    pub ascii_letters: AsciiLetters,
    /// Requirements that a label has to meet, all of them.
    pub must_contain: Vec<MustContain>,
    /// The neighbours that characters must have.
    pub neighbours: Vec<Neighbours>,
    /// Named classes of characters, for the patterns of rules.
    pub classes: BTreeMap<String, CodePointSet>,
    /// Rules on the label as a whole.
    pub rules: Vec<WholeLabelRule>,
    /// The type of a variant mapping that does not say its own, and of those that sets make.
    pub variant_type: VariantType,
    /// Variants of code points and sequences, as written;
    /// [`Policy::variant_mappings`](super::Policy::variant_mappings) adds the ways back.
    pub variants: BTreeMap<CodePoints, Vec<VariantTarget>>,
    /// The names of sets of the policy ([`Policy::variant_sets`](super::Policy::variant_sets)) whose
    /// members are variants of each other.
    pub variant_sets: Vec<String>,
    /// Ideographs that are variants of each other. A variant label all in simplified or all in traditional forms of the
    /// label is `allocatable`, any other is `blocked`. Ideographs that the table lacks are left out.
    pub han_variants: Vec<HanSet>,
    /// The stance on a digit first or last in a label of this table.
    pub digits_at_ends: Stance,
    /// The bounds of the length of a label of this table.
    pub length: LengthRule,
    /// The table that is built in whose contexts, rules and variants this one takes over, for the letters that it has;
    /// without letters of its own, all of it. See [`base`](crate::policy::base).
    pub base: Option<String>,
    /// The file of the label generation ruleset (RFC 7940) that says what letters say here, and more.
    pub lgr: Option<String>,
    /// The source of the table, where it is not the policy's.
    pub source: Option<String>,
}

impl Table {
    /// A table without letters: the hyphen and the ASCII digits.
    #[must_use]
    pub fn new(id: &str) -> Self {
        Self {
            id: id.into(),
            languages: Vec::new(),
            scripts: Vec::new(),
            letters: CodePointSet::new(),
            sequences: Vec::new(),
            digits: alloc::vec![DigitSet::Ascii],
            ascii_letters: AsciiLetters::Apart,
            must_contain: Vec::new(),
            neighbours: Vec::new(),
            classes: BTreeMap::new(),
            rules: Vec::new(),
            variant_type: VariantType::Blocked,
            variants: BTreeMap::new(),
            variant_sets: Vec::new(),
            han_variants: Vec::new(),
            digits_at_ends: Stance::Allow,
            length: LengthRule::default(),
            base: None,
            lgr: None,
            source: None,
        }
    }

    /// True if the table has the code points of its base, since it lists none.
    pub(in crate::policy) fn takes_all_of_base(&self) -> bool {
        self.base.is_some() && self.letters.is_empty() && self.sequences.is_empty()
    }

    /// True if a code point or sequence may be left out in a variant label.
    pub(in crate::policy) fn maps_to_nothing(&self) -> bool {
        self.variants.values().flatten().any(|target| target.to.is_empty())
    }

    /// True if more than a list of letters decides: a ruleset file, or a base.
    pub(in crate::policy) fn is_ruleset(&self) -> bool {
        self.lgr.is_some() || self.base.is_some()
    }

    /// Every code point that may stand alone in a label of this table.
    #[must_use]
    pub fn repertoire(&self) -> CodePointSet {
        let mut all = self.letters.clone();
        all.insert('-');
        if self.takes_all_of_base() {
            // Besides what the base has.
            all = CodePointSet::new();
        }
        if self.ascii_letters == AsciiLetters::Beside {
            all.insert_range('a', 'z');
        }
        for set in self.digits.iter().filter(|_| !self.takes_all_of_base()) {
            all.extend(set.zeros(&self.scripts).map(|zero| (zero, nine(zero))));
        }
        all
    }

    /// True if the code points can stand in a label of this table: each of them alone (`repertoire` is the
    /// table's), or all of them as one of its sequences.
    pub(in crate::policy) fn has(&self, repertoire: &CodePointSet, cp: &CodePoints) -> bool {
        cp.iter().all(|c| repertoire.contains(*c))
            || self.sequences.iter().any(|sequence| sequence.chars().eq(cp.iter().copied()))
    }
}

/// A table that a registry has, of which the letters are not known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnknownTable {
    /// The name of the table, unique in the policy.
    pub id: String,
    /// The languages it serves, as BCP 47 tags.
    pub languages: Vec<String>,
    /// Its scripts; none where they are not known either.
    pub scripts: Vec<ScriptCode>,
}

/// The place of a to z beside the letters of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AsciiLetters {
    /// They may.
    Beside,
    /// They may not, unless they are letters of the table.
    Apart,
}

/// Digits that a table permits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DigitSet {
    /// `ascii`: 0 to 9.
    Ascii,
    /// `native`: every set of decimal digits that the scripts of the table use by Script_Extensions.
    Native,
    /// The ten digits from this zero on.
    From(char),
}

impl DigitSet {
    /// Reads `ascii`, `native`, or the range of ten digits (`U+0660..U+0669`).
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "ascii" => Some(Self::Ascii),
            "native" => Some(Self::Native),
            _ => {
                let set = CodePointSet::parse_item(text).ok()?;
                let &[(zero, last)] = set.ranges() else { return None };
                let is_set = unicode::digit_zero(zero) == Some(zero) && last == nine(zero);
                is_set.then_some(if zero == '0' { Self::Ascii } else { Self::From(zero) })
            }
        }
    }

    /// The zeros of the sets it stands for in a table of these scripts.
    pub fn zeros(self, scripts: &[ScriptCode]) -> impl Iterator<Item = char> {
        let one = match self {
            Self::Ascii => Some('0'),
            Self::From(zero) => Some(zero),
            Self::Native => None,
        };
        let native = one.is_none();
        let scripts: Vec<Script> = scripts.iter().flat_map(|code| code.scripts()).copied().collect();
        let all = unicode::digit_zeros().iter().copied();
        let of_scripts = all.filter(move |zero| {
            native && unicode::script_extensions(*zero).iter().any(|script| scripts.contains(script))
        });
        one.into_iter().chain(of_scripts)
    }
}

impl fmt::Display for DigitSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ascii => f.write_str("ascii"),
            Self::Native => f.write_str("native"),
            Self::From(zero) => write!(f, "{}..{}", CodePoint(*zero), CodePoint(nine(*zero))),
        }
    }
}

fn nine(zero: char) -> char {
    char::from_u32(zero as u32 + 9).unwrap_or(zero)
}

/// A requirement: a label must have at least one of these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MustContain {
    /// One of these characters.
    Letters(CodePointSet),
    /// A character of one of these scripts, by the Script property.
    Scripts(Vec<ScriptCode>),
}

impl MustContain {
    /// True if `c` meets the requirement.
    #[must_use]
    pub fn is_met_by(&self, c: char) -> bool {
        match self {
            Self::Letters(letters) => letters.contains(c),
            Self::Scripts(codes) => {
                let script = unicode::script(c);
                codes.iter().any(|code| code.scripts().contains(&script))
            }
        }
    }
}

/// The neighbours that some characters must have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Neighbours {
    /// The characters.
    pub letters: CodePointSet,
    /// The characters of which one must stand right before each; any may when this is `None`.
    pub after: Option<CodePointSet>,
    /// The characters of which one must stand right behind each; any may when this is `None`.
    pub before: Option<CodePointSet>,
}

impl Neighbours {
    /// True if the character at `at`, one of `letters`, has the neighbours that it needs.
    #[must_use]
    pub fn is_met(&self, label: &[char], at: usize) -> bool {
        let holds = |set: &Option<CodePointSet>, at: Option<usize>| {
            set.as_ref().is_none_or(|set| at.and_then(|at| label.get(at)).is_some_and(|c| set.contains(*c)))
        };
        holds(&self.after, at.checked_sub(1)) && holds(&self.before, at.checked_add(1))
    }
}

keywords! {
    /// The effect of a whole-label rule.
    #[non_exhaustive]
    Demand {
        /// A label that matches is invalid.
        Refuse = "refuse",
        /// A label that does not match is invalid.
        Require = "require",
    }
}

/// A rule on the label as a whole (RFC 7940 §6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WholeLabelRule {
    /// The name of the rule; rules and classes of a table share one space of names.
    pub name: String,
    /// The effect of a match.
    pub demand: Demand,
    /// The pattern that a label is searched for.
    pub pattern: Pattern,
}
