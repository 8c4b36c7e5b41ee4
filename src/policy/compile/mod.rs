//! A policy made ready for checking.

mod han;
mod lookup;
mod neighbours;
mod ruleset;
mod scripts;

use alloc::format;
use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;
use std::sync::OnceLock;

pub(super) use lookup::{Class, Lookup, Traits};
pub(super) use neighbours::{Neighbour, Neighbours};
pub use ruleset::base_ruleset;
use ruleset::{Bases, Made, is_only_variant};
pub(super) use ruleset::{DIGITS_AT_ENDS, MUST_CONTAIN};
pub(super) use scripts::is_safe;

use super::builtin::{self, Builtin};
use super::fault::nowhere;
use super::file::{MAX_TABLES, shown};
use super::model::code_points::CodePointSet;
use super::model::reserved::{ACRONYMS_THAT_ARE_WORDS, Match, ReservedSource};
use super::model::table::Table;
use super::model::{LengthRule, LengthUnit, Level, Policy, Stance};
use super::names::Names;
use super::protected::ProtectedWords;
use crate::finding::{Fault, FaultCode, Refused};
use crate::idna2008::Settings;
use crate::label::{Label, MAX_LABEL_OCTETS, Suffixes};
use crate::lgr::{self, AlwaysEligible, CompiledLgr, Entry, Lgr, Strictness, TableSet, Tables};
use crate::script::ScriptSet;
use crate::text::CodePoint;

/// A policy made ready for checking: cheap to share between threads. A check of a label that finds
/// nothing allocates nothing, but for one check in the life of a table: when a table with rules of its own
/// has been asked a thousand times, an automaton is made that takes most of its labels in one pass.
///
/// Every table is a compiled ruleset, however it was written. Before rulesets are asked, one look-up for each
/// code point tells which tables have it, and whether a table that does can ask anything more of the label.
///
/// ```
/// use ulabel::policy::{CompiledPolicy, builtin};
/// use ulabel::Label;
///
/// let policy = CompiledPolicy::new(&builtin::find("bg").unwrap().policy().unwrap()).unwrap();
/// let tables: Vec<&str> = policy.tables_that_fit(&Label::parse("пример")).map(|table| table.id.as_str()).collect();
/// assert_eq!(tables, ["bg-cyrl"]);
/// ```
#[derive(Clone, Debug)]
pub struct CompiledPolicy {
    pub(super) policy: Policy,
    pub(super) lookup: Lookup,
    pub(super) tables: Option<Arc<Tables>>,
    pub(super) quick: Vec<QuickTable>,
    /// Tables that ask nothing but their letters.
    pub(super) only_letters: TableSet,
    /// Tables whose letters alone satisfy the script rule.
    pub(super) script_safe: TableSet,
    /// The lengths of the policy itself.
    pub(super) lengths: Lengths,
    /// Those that hold in place of them under some suffixes.
    levels: Vec<(Suffixes, Lengths)>,
    pub(super) reserved: Vec<Names>,
    /// Reserved acronyms that are everyday words too; empty without a list of acronyms.
    pub(super) acronym_words: Names,
    pub(super) existing: Option<Names>,
    protected: ProtectedWords,
    /// Scripts in which no label of another script may be written whole.
    pub(super) look_alike_scripts: ScriptSet,
    suffixes: Suffixes,
    pub(super) neighbours: Neighbours,
    /// The start that the policy names, made when it is first asked.
    start: Arc<OnceLock<Option<CompiledPolicy>>>,
    /// True if reports tell what the tables as rulesets say: one is a ruleset file, or has variants.
    pub(super) has_dispositions: bool,
    /// True if something can be wrong with the variants of a label.
    pub(super) asks_variants: bool,
}

/// How long a label may be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lengths {
    pub(super) rule: LengthRule,
    /// The number of the level that has the rule, if it is not the policy's own.
    pub(super) level: Option<usize>,
    pub(super) quick_ascii: QuickAscii,
}

/// The LDH labels that can only break a rule on digits or hyphens.
#[derive(Clone, Copy, Debug)]
pub(super) struct QuickAscii {
    /// Their octets at least and at most.
    pub(super) octets: (u32, u32),
    /// The letters, digits and hyphens that they are made of, if these are not all.
    pub(super) alphabet: Option<[u64; 2]>,
}

impl QuickAscii {
    /// No label.
    const NONE: Self = Self { octets: (1, 0), alphabet: None };
}

/// Where the labels of a name stand under a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// The policy has no domains, or the name is one label: every label may be meant.
    Anywhere,
    /// One label is registered: which, and under which level.
    Under { registered: usize, level: Option<usize> },
    /// The name is under none of the policy's domains.
    Outside,
}

/// The part of a table that is decided in the first step, by the code points of a label alone.
#[derive(Clone, Debug)]
pub(super) struct QuickTable {
    /// True if a ruleset decides.
    pub(super) is_ruleset: bool,
    /// True if only the ruleset can tell, even of code points that are not [`Traits::PLACED`].
    pub(super) must_be_asked: bool,
    /// The bit of each requirement to contain something; none where there is no bit for it.
    pub(super) must: Vec<Option<u32>>,
}

impl CompiledPolicy {
    /// Compiles a policy that names no files.
    ///
    /// # Errors
    ///
    /// All that is wrong with it: more tables than can be, a file that it names.
    pub fn new(policy: &Policy) -> Result<Self, Refused> {
        Self::with_files(policy, &mut |_| Err("the policy is used without its files".into()))
    }

    /// Compiles a policy; `files` gives the text of a file by the name that the policy has for it, or
    /// says why not.
    ///
    /// # Errors
    ///
    /// All that is wrong with the policy and its files.
    pub fn with_files(
        policy: &Policy,
        files: &mut dyn FnMut(&str) -> Result<String, String>,
    ) -> Result<Self, Refused> {
        let mut source = Source { files, bases: Bases::default(), faults: Vec::new() };
        if policy.tables.len() > MAX_TABLES {
            let message = format!("there are {} tables, expected at most {MAX_TABLES}", policy.tables.len());
            source.faults.push(nowhere(FaultCode::TooMany, message));
        }
        if let Some(start) =
            policy.start.as_deref().filter(|start| !builtin::find(start).is_some_and(Builtin::is_start))
        {
            let message =
                format!("`start` is \"{}\", expected a start that is built in, as am-start", shown(start));
            source.faults.push(nowhere(FaultCode::BadValue, message));
        }
        let mut reserved: Vec<Names> = policy
            .reserved
            .iter()
            .map(|list| {
                let by_skeleton = list.matching.contains(&Match::Skeleton);
                match &list.from {
                    ReservedSource::Builtin(list) => Names::of_text(list.text(), by_skeleton),
                    ReservedSource::File(file) => Names::of_text(&source.text(file), by_skeleton),
                    ReservedSource::Names(names) => Names::new(names.iter().map(String::as_str), by_skeleton),
                }
            })
            .collect();
        let has_acronyms = policy.reserved.iter().any(|list| matches!(list.from, ReservedSource::Builtin(_)));
        let words = if has_acronyms { ACRONYMS_THAT_ARE_WORDS } else { "" };
        let acronym_words = Names::of_text(words, false);
        let rule = &policy.confusables;
        let existing = (!(rule.names.is_empty() && rule.files.is_empty())).then(|| {
            let mut names = Names::new(rule.names.iter().map(String::as_str), true);
            for file in &rule.files {
                names.add_text(&source.text(file));
            }
            names
        });
        let mut protected = ProtectedWords::new(rule.protected.iter().map(String::as_str));
        for file in &rule.protected_files {
            protected.add_text(&source.text(file));
        }
        let rulesets = source.rulesets(policy);
        // The look-up needs the code points of a ruleset as letters.
        let listed: Vec<Table> =
            policy.tables.iter().zip(&rulesets).map(|(table, made)| listed(table, made)).collect();
        let asking: Vec<bool> =
            policy.tables.iter().zip(&rulesets).map(|(table, made)| asks_ruleset(table, made)).collect();
        let suffixes = policy.all_suffixes();
        let ids = policy.tables.iter().map(|table| table.id.clone());
        let tables = match Tables::new(ids.zip(rulesets.into_iter().map(|made| made.lgr))) {
            Ok(tables) if tables.ids().is_empty() => None,
            Ok(tables) => Some(Arc::new(tables.with_suffixes(suffixes.clone()))),
            Err(error) => {
                source.faults.push(nowhere(FaultCode::File, error.to_string()));
                None
            }
        };
        let has_dispositions = policy.tables.iter().any(|table| table.lgr.is_some())
            || tables.as_ref().is_some_and(|tables| tables.has_variants());
        let asks_variants = tables.as_ref().is_some_and(|tables| {
            let numbers = policy
                .tables
                .iter()
                .enumerate()
                .filter(|(_, table)| table.base.is_none() && !table.maps_to_nothing());
            tables.can_have_variant_findings(numbers.map(|(number, _)| number))
        });
        for (list, names) in policy.reserved.iter().zip(&mut reserved) {
            if !list.matching.contains(&Match::Variant) {
                continue;
            }
            match tables.as_ref().filter(|_| has_dispositions) {
                Some(tables) => names.index(tables),
                None => source.faults.push(nowhere(
                    FaultCode::Contradiction,
                    format!(
                        "reserved list {} asks for variants, expected a table with a ruleset",
                        shown(list.name())
                    ),
                )),
            }
        }
        if !source.faults.is_empty() {
            return Err(Refused::new(source.faults));
        }
        let look_alike_scripts = match rule.otherwise_whole_script {
            Stance::Allow => ScriptSet::EMPTY,
            _ => rule.whole_script.iter().flat_map(|code| code.scripts()).copied().collect(),
        };
        let mut must = 0..;
        let rulesets = tables.as_ref().map_or(&[][..], |tables| tables.tables());
        let mut always_eligible: Vec<Option<AlwaysEligible<'_>>> = Vec::new();
        let of_table = |(number, (table, asks)): (usize, (&Table, bool))| {
            let is_ruleset = asks || !table.rules.is_empty() || has_reflexive(table);
            let free = rulesets.get(number).filter(|_| is_ruleset).and_then(CompiledLgr::always_eligible);
            let must_be_asked = is_ruleset && free.is_none();
            always_eligible.push(free);
            let must = table.must_contain.iter().map(|_| must.next().and_then(Traits::must)).collect();
            QuickTable { is_ruleset, must_be_asked, must }
        };
        let quick: Vec<QuickTable> = policy.tables.iter().zip(asking).enumerate().map(of_table).collect();
        let among = |holds: &dyn Fn(&Table, &QuickTable) -> bool| -> TableSet {
            let of = listed.iter().zip(&quick).enumerate().filter(|(_, (table, quick))| holds(table, quick));
            of.map(|(number, _)| number).collect()
        };
        let level = |(number, level): (usize, &Level)| {
            let suffixes = level.suffixes.iter().map(String::as_str).collect();
            (suffixes, Lengths::of(level.length, Some(number)))
        };
        let mut compiled = Self {
            lookup: Lookup::new(&listed, &always_eligible),
            tables: tables.clone(),
            only_letters: among(&asks_only_letters),
            script_safe: among(&|table, _| scripts::is_safe(&policy.scripts, table)),
            quick,
            lengths: Lengths::of(policy.length, None),
            levels: policy.levels.iter().enumerate().map(level).collect(),
            reserved,
            acronym_words,
            existing,
            protected,
            look_alike_scripts,
            suffixes,
            neighbours: Neighbours::default(),
            start: Arc::default(),
            has_dispositions,
            asks_variants,
            policy: policy.clone(),
        };
        compiled.lengths.quick_ascii = compiled.quick_ascii(&policy.length);
        let quick: Vec<_> = policy.levels.iter().map(|level| compiled.quick_ascii(&level.length)).collect();
        for ((_, lengths), quick) in compiled.levels.iter_mut().zip(quick) {
            lengths.quick_ascii = quick;
        }
        Ok(compiled)
    }

    /// The start in the languages of the territory that the policy names.
    pub(super) fn start(&self) -> Option<&Self> {
        let make = || {
            let start = builtin::find(self.policy.start.as_deref()?)?.policy().ok()?;
            Self::new(&start).ok()
        };
        self.start.get_or_init(make).as_ref()
    }

    /// The policy it was made from.
    #[must_use]
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// The tables as rulesets, compiled together: variant sets and index labels run over all of them. None
    /// for a policy without tables.
    #[must_use]
    pub fn tables(&self) -> Option<&Arc<Tables>> {
        self.tables.as_ref()
    }

    /// True if reports tell what the tables as rulesets say: one is a ruleset file, or has variants.
    #[must_use]
    pub const fn has_dispositions(&self) -> bool {
        self.has_dispositions
    }

    /// The words that must not stand inside a name.
    pub(crate) const fn protected(&self) -> &ProtectedWords {
        &self.protected
    }

    /// The domains under which the policy's labels are registered.
    #[must_use]
    pub const fn suffixes(&self) -> &Suffixes {
        &self.suffixes
    }

    /// Which labels of a name the policy is about.
    pub(crate) fn place<'a>(
        &self,
        labels: impl DoubleEndedIterator<Item = &'a Label> + ExactSizeIterator + Clone,
    ) -> Place {
        let count = labels.len();
        if count < 2 || self.suffixes.is_empty() {
            return Place::Anywhere;
        }
        let Some(longest) = self.suffixes.longest(labels.clone()) else { return Place::Outside };
        let under = longest.min(count - 1);
        let is_about = |(suffixes, _): &(Suffixes, Lengths)| {
            suffixes.longest(labels.clone().skip(count - under)) == Some(under)
        };
        Place::Under { registered: count - 1 - under, level: self.levels.iter().position(is_about) }
    }

    /// True if one of the labels of a name, not itself a domain of the policy, is registered under it.
    pub(crate) fn registers(&self, labels: &[Label]) -> bool {
        matches!(self.place(labels.iter()), Place::Under { .. })
    }

    /// True if a name is what is registered: one label right below a domain of the policy, or one label where it has
    /// no domains.
    pub(crate) fn is_registrable(&self, labels: &[Label]) -> bool {
        match self.suffixes.longest(labels.iter()) {
            Some(under) => under + 1 == labels.len(),
            None => self.suffixes.is_empty() && labels.len() == 1,
        }
    }

    /// The domains of the policy that are not below another of them, as people read them: `.am`, or several with commas
    /// between; empty for a policy without domains.
    #[must_use]
    pub fn domains(&self) -> String {
        let tlds = &self.policy.tlds;
        let is_below =
            |tld: &str, other: &str| tld.strip_suffix(other).is_some_and(|rest| rest.ends_with('.'));
        let top = tlds.iter().filter(|tld| !tlds.iter().any(|other| is_below(tld, other)));
        top.map(|tld| format!(".{tld}")).collect::<Vec<_>>().join(", ")
    }

    /// How long a label of a level may be.
    #[inline]
    pub(super) fn lengths(&self, level: Option<usize>) -> &Lengths {
        level.and_then(|level| self.levels.get(level)).map_or(&self.lengths, |(_, lengths)| lengths)
    }

    /// The protocol and the Unicode version that the policy asks for.
    #[must_use]
    pub fn settings(&self) -> Settings {
        Settings { protocol: self.policy.protocol, version: self.policy.unicode }
    }

    /// The tables that the label fits whole.
    pub fn tables_that_fit(&self, label: &Label) -> impl Iterator<Item = &Table> {
        self.fitting(label).iter().filter_map(|number| self.policy.tables.get(number))
    }

    /// The LDH labels of which only the rules on digits and hyphens are to be asked: some table has their letters,
    /// digits and hyphens and asks nothing but a length.
    fn quick_ascii(&self, length: &LengthRule) -> QuickAscii {
        let policy = &self.policy;
        let is_quiet = policy.ascii_labels == Stance::Allow
            && !length.counts_letters()
            && self.reserved.is_empty()
            && self.existing.is_none()
            && self.look_alike_scripts.is_empty();
        if !is_quiet {
            return QuickAscii::NONE;
        }
        let of_policy = bounds(length);
        if policy.tables.is_empty() {
            let holds = scripts::holds(&policy.scripts, ['a', '0', '-']);
            return if holds { QuickAscii { octets: of_policy, alphabet: None } } else { QuickAscii::NONE };
        }
        let ldh = || ('a'..='z').chain('0'..='9').chain(['-']);
        let all: u128 = ldh().fold(0, |bits, c| bits | 1 << u32::from(c));
        let of_table = |number: usize| {
            let (table, quick) = (policy.tables.get(number)?, self.quick.get(number)?);
            if !asks_only_length(table, quick) || table.length.counts_letters() {
                return None;
            }
            let has = |c: &char| self.lookup.class(*c).tables.has(number);
            let alphabet = ldh().filter(has).fold(0, |bits, c| bits | 1 << u32::from(c));
            Some((alphabet, bounds(&table.length)))
        };
        // The table that takes the most.
        let most = |(alphabet, (least, most)): &(u128, (u32, u32))| {
            (alphabet.count_ones(), most.saturating_sub(*least))
        };
        let Some((alphabet, of_table)) = self.script_safe.iter().filter_map(of_table).max_by_key(most) else {
            return QuickAscii::NONE;
        };
        let octets = (of_table.0.max(of_policy.0), of_table.1.min(of_policy.1));
        let halves = [alphabet as u64, (alphabet >> 64) as u64];
        QuickAscii { octets, alphabet: (alphabet != all).then_some(halves) }
    }
}

impl Lengths {
    const fn of(rule: LengthRule, level: Option<usize>) -> Self {
        Self { rule, level, quick_ascii: QuickAscii::NONE }
    }
}

impl Policy {
    /// The tables as rulesets, each with its name; `files` as in [`CompiledPolicy::with_files`].
    ///
    /// # Errors
    ///
    /// All that is wrong with ruleset files.
    pub fn to_rulesets(
        &self,
        files: &mut dyn FnMut(&str) -> Result<String, String>,
    ) -> Result<Vec<(String, Lgr)>, Refused> {
        let mut source = Source { files, bases: Bases::default(), faults: Vec::new() };
        let rulesets = source.rulesets(self).into_iter().map(|made| made.lgr);
        let named = self.tables.iter().map(|table| table.id.clone()).zip(rulesets).collect();
        if source.faults.is_empty() { Ok(named) } else { Err(Refused::new(source.faults)) }
    }
}

/// What a policy is compiled of beside itself: the files and the built-in tables that it names, and what is wrong with
/// the files.
struct Source<'f> {
    files: &'f mut dyn FnMut(&str) -> Result<String, String>,
    bases: Bases,
    faults: Vec<Fault>,
}

impl Source<'_> {
    /// The text of a file; empty, with a fault, when it cannot be had.
    fn text(&mut self, file: &str) -> String {
        (self.files)(file).unwrap_or_else(|reason| {
            let message = format!("{}: {}", shown(file), shown(&reason));
            self.faults.push(nowhere(FaultCode::File, message));
            String::new()
        })
    }

    /// Every table as a ruleset; an empty one, with faults, for a file that cannot be used.
    fn rulesets(&mut self, policy: &Policy) -> Vec<Made> {
        let one = |table: &Table| match &table.lgr {
            Some(file) => Made { lgr: self.ruleset_file(file), ..Made::default() },
            None => {
                let made = ruleset::ruleset(table, policy, &mut self.bases);
                for [from, to] in &made.strays {
                    let [from, to] = [from, to].map(|cp| CodePoint::list(cp.iter().copied()));
                    let message = format!(
                        "table {}: `variants` maps {from} and {to}, expected one that the table has",
                        shown(&table.id)
                    );
                    self.faults.push(nowhere(FaultCode::Contradiction, message));
                }
                made
            }
        };
        policy.tables.iter().map(one).collect()
    }

    fn ruleset_file(&mut self, file: &str) -> Lgr {
        let before = self.faults.len();
        let text = self.text(file);
        if self.faults.len() > before {
            return Lgr::default();
        }
        match lgr::read(text.as_bytes(), Strictness::Strict) {
            Ok(reading) => reading.lgr,
            Err(refused) => {
                self.faults.extend(refused.faults().iter().map(|fault| {
                    let place = fault
                        .position()
                        .map_or_else(String::new, |at| format!("{}:{}: ", at.line, at.column));
                    nowhere(FaultCode::File, format!("{}:{place}{}", shown(file), fault.sentence()))
                }));
                Lgr::default()
            }
        }
    }
}

/// A table with the code points of its ruleset, those of sequences too, in place of letters.
fn listed(table: &Table, made: &Made) -> Table {
    let mut listed = table.clone();
    if table.is_ruleset() {
        listed.digits.clear();
        listed.letters = CodePointSet::new();
        listed.letters.extend(made.lgr.data.iter().flat_map(|entry| -> Vec<(char, char)> {
            match entry {
                // Where letters decide, these are none.
                Entry::Char(char) if !asks_ruleset(table, made) && is_only_variant(char) => Vec::new(),
                Entry::Char(char) => char.cp.iter().map(|c| (*c, *c)).collect(),
                Entry::Range(range) => alloc::vec![(range.first, range.last)],
            }
        }));
    }
    listed
}

/// The bounds of a length of ASCII, whose code points are octets.
fn bounds(rule: &LengthRule) -> (u32, u32) {
    if rule.otherwise == Stance::Allow {
        return (0, u32::MAX);
    }
    (rule.min.unwrap_or(0), rule.max.unwrap_or(u32::MAX))
}

/// True if more than letters decides in a table: a ruleset file, or a base with contexts, rules or sequences.
fn asks_ruleset(table: &Table, made: &Made) -> bool {
    table.lgr.is_some() || made.base_asks
}

/// True if a label of the table's letters needs no further look.
fn asks_only_letters(table: &Table, quick: &QuickTable) -> bool {
    asks_only_length(table, quick) && is_without_bounds(&table.length)
}

/// True if a label of the table's letters only has a length to keep.
fn asks_only_length(table: &Table, quick: &QuickTable) -> bool {
    !quick.is_ruleset
        && table.sequences.is_empty()
        && table.must_contain.is_empty()
        && table.neighbours.is_empty()
        && table.digits_at_ends == Stance::Allow
}

/// True if a character is a variant of itself: an action may look for its type.
fn has_reflexive(table: &Table) -> bool {
    table.variants.iter().any(|(from, targets)| targets.iter().any(|target| target.to == *from))
}

/// True if the bounds say nothing that the protocol does not.
fn is_without_bounds(rule: &LengthRule) -> bool {
    let least = rule.min.is_none_or(|n| n == 0 || n == 1 && rule.min_unit != LengthUnit::Letters);
    let most = rule.max.is_none_or(|n| n as usize >= MAX_LABEL_OCTETS);
    rule.otherwise == Stance::Allow || least && most
}
