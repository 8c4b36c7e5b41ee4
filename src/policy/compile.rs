//! A policy made ready for checking.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use super::code_points::CodePointSet;
use super::fault::nowhere;
use super::file::MAX_TABLES;
use super::lookup::{Lookup, Marks};
use super::mixing;
use super::model::{LengthRule, LengthUnit, Policy, Stance};
use super::names::Names;
use super::reader::shown;
use super::reserved::{Match, ReservedSource};
use super::rulesets::{self, Rulesets};
use super::table::Table;
use crate::finding::{Fault, FaultCode, Refused};
use crate::idna2008::Settings;
use crate::label::{Label, MAX_LABEL_OCTETS};
use crate::lgr::Tables;
use crate::script::ScriptSet;

/// A policy made ready for checking: cheap to share between threads. A check of a label that finds
/// nothing allocates nothing.
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
    pub(super) tables: Vec<CompiledTable>,
    /// Tables that ask nothing but their letters, a bit each.
    pub(super) plain: u64,
    /// Tables whose letters alone satisfy the script rule.
    pub(super) script_safe: u64,
    /// Octets of an LDH label that can only break a rule on digits or hyphens, at least and at most.
    pub(super) plain_ascii: (u32, u32),
    pub(super) reserved: Vec<Names>,
    pub(super) existing: Option<Names>,
    pub(super) rulesets: Rulesets,
    /// Scripts in which no label of another script may be written whole.
    pub(super) look_alike_scripts: ScriptSet,
}

/// What a table asks beyond its letters.
#[derive(Clone, Debug)]
pub(super) struct CompiledTable {
    pub(super) bit: u64,
    /// What stands alone, where there are sequences.
    pub(super) alone: CodePointSet,
    /// Sequences by their first code point.
    pub(super) sequences: BTreeMap<char, Vec<Vec<char>>>,
    /// The bit of each must-contain rule, where it has one.
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
        let mut faults = Vec::new();
        if policy.tables.len() > MAX_TABLES {
            let message = format!("there are {} tables, expected at most {MAX_TABLES}", policy.tables.len());
            faults.push(nowhere(FaultCode::TooMany, message));
        }
        let mut text_of = |file: &str, faults: &mut Vec<Fault>| match files(file) {
            Ok(text) => text,
            Err(reason) => {
                faults.push(nowhere(FaultCode::File, format!("{}: {}", shown(file), shown(&reason))));
                String::new()
            }
        };
        let mut reserved: Vec<Names> = policy
            .reserved
            .iter()
            .map(|list| {
                let by_skeleton = list.matching.contains(&Match::Skeleton);
                match &list.from {
                    ReservedSource::Builtin(list) => Names::of_text(list.text(), by_skeleton),
                    ReservedSource::File(file) => Names::of_text(&text_of(file, &mut faults), by_skeleton),
                    ReservedSource::Names(names) => Names::new(names.iter().map(String::as_str), by_skeleton),
                }
            })
            .collect();
        let rule = &policy.confusables;
        let existing = (!(rule.names.is_empty() && rule.files.is_empty())).then(|| {
            let mut names = Names::new(rule.names.iter().map(String::as_str), true);
            for file in &rule.files {
                names.add_text(&text_of(file, &mut faults));
            }
            names
        });
        let (listed, rulesets) = rulesets::read(&policy.tables, &mut text_of, &mut faults);
        for (list, names) in policy.reserved.iter().zip(&mut reserved) {
            if !list.matching.contains(&Match::Variant) {
                continue;
            }
            match rulesets.set() {
                Some(set) => names.index(set),
                None => faults.push(nowhere(
                    FaultCode::Contradiction,
                    format!(
                        "reserved list {} asks for variants, expected a table with a ruleset",
                        shown(list.name())
                    ),
                )),
            }
        }
        if !faults.is_empty() {
            return Err(Refused::new(faults));
        }
        Ok(Self::assemble(policy.clone(), &listed, reserved, existing, rulesets))
    }

    /// `listed` are the tables with the code points of their rulesets.
    fn assemble(
        policy: Policy,
        listed: &[Table],
        reserved: Vec<Names>,
        existing: Option<Names>,
        rulesets: Rulesets,
    ) -> Self {
        let lookup = Lookup::new(listed);
        let mut rules = 0;
        let tables: Vec<CompiledTable> =
            policy.tables.iter().enumerate().map(|(n, table)| compile_table(n, table, &mut rules)).collect();
        let mask = |holds: &dyn Fn(&Table) -> bool| {
            let of = listed.iter().zip(&tables).filter(|(table, _)| holds(table));
            of.fold(0, |mask, (_, compiled)| mask | compiled.bit)
        };
        let rule = &policy.confusables;
        let look_alike_scripts = match rule.otherwise_whole_script {
            Stance::Allow => ScriptSet::EMPTY,
            _ => rule.whole_script.iter().flat_map(|code| code.scripts()).copied().collect(),
        };
        let plain = mask(&is_plain);
        let script_safe = mask(&|table| mixing::is_safe(&policy.scripts, table));
        let mut compiled = Self {
            lookup,
            tables,
            plain,
            script_safe,
            plain_ascii: (1, 0),
            reserved,
            existing,
            rulesets,
            look_alike_scripts,
            policy,
        };
        compiled.plain_ascii = compiled.plain_ascii().unwrap_or((1, 0));
        compiled
    }

    /// The policy it was made from.
    #[must_use]
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// The label generation rulesets among the tables, compiled together: variant sets and index labels
    /// run over all of them.
    #[must_use]
    pub fn rulesets(&self) -> Option<&Arc<Tables>> {
        self.rulesets.all.as_ref()
    }

    /// The protocol and the Unicode version that the policy asks for.
    #[must_use]
    pub fn settings(&self) -> Settings {
        Settings { protocol: self.policy.protocol, version: self.policy.unicode }
    }

    /// The tables that the label fits whole.
    pub fn tables_that_fit(&self, label: &Label) -> impl Iterator<Item = &Table> {
        let fitting = self.fitting_tables(label);
        let both = self.policy.tables.iter().zip(&self.tables);
        both.filter(move |(_, compiled)| compiled.bit & fitting != 0).map(|(table, _)| table)
    }

    /// How many octets an LDH label has at least and at most so that only the rules on digits and hyphens
    /// can stand against it: some table has the letters, digits and hyphens of ASCII and asks nothing but
    /// a length. `None` when each label is to be looked at.
    fn plain_ascii(&self) -> Option<(u32, u32)> {
        let policy = &self.policy;
        let counts_letters = |rule: &LengthRule| {
            [rule.min, rule.max].into_iter().flatten().any(|(_, unit)| unit == LengthUnit::Letters)
        };
        let is_quiet = policy.ascii_labels == Stance::Allow
            && !counts_letters(&policy.length)
            && self.reserved.is_empty()
            && self.existing.is_none()
            && self.look_alike_scripts.is_empty();
        if !is_quiet {
            return None;
        }
        let of_policy = bounds(&policy.length);
        if policy.tables.is_empty() {
            return mixing::holds(&policy.scripts, &['a', '0', '-']).then_some(of_policy);
        }
        let ldh = ('a'..='z').chain('0'..='9').chain(['-']);
        let holding = ldh.fold(self.script_safe, |tables, c| tables & self.lookup.class(c).tables);
        let both = policy.tables.iter().zip(&self.tables);
        let plain = both.filter(|(table, compiled)| {
            compiled.bit & holding != 0 && asks_only_length(table) && !counts_letters(&table.length)
        });
        let of_tables = plain.map(|(table, _)| bounds(&table.length));
        // The table that takes the most.
        let (least, most) = of_tables.max_by_key(|(least, most)| most.saturating_sub(*least))?;
        Some((least.max(of_policy.0), most.min(of_policy.1)))
    }
}

/// The bounds of a length of ASCII, whose code points are octets.
fn bounds(rule: &LengthRule) -> (u32, u32) {
    if rule.otherwise == Stance::Allow {
        return (0, u32::MAX);
    }
    (rule.min.map_or(0, |(n, _)| n), rule.max.map_or(u32::MAX, |(n, _)| n))
}

fn compile_table(n: usize, table: &Table, rules: &mut usize) -> CompiledTable {
    let mut sequences: BTreeMap<char, Vec<Vec<char>>> = BTreeMap::new();
    for sequence in &table.sequences {
        if let Some(first) = sequence.chars().next() {
            sequences.entry(first).or_default().push(sequence.chars().collect());
        }
    }
    let must = table.must_contain.iter().map(|_| {
        *rules += 1;
        Marks::must(*rules - 1)
    });
    let alone = if sequences.is_empty() { CodePointSet::new() } else { table.repertoire() };
    CompiledTable { bit: 1_u64.checked_shl(n as u32).unwrap_or(0), alone, sequences, must: must.collect() }
}

/// Whether a label of the table's letters needs no further look.
fn is_plain(table: &Table) -> bool {
    asks_only_length(table) && is_without_bounds(&table.length)
}

/// Whether a label of the table's letters only has a length to keep.
fn asks_only_length(table: &Table) -> bool {
    table.lgr.is_none()
        && table.sequences.is_empty()
        && table.must_contain.is_empty()
        && table.neighbours.is_empty()
        && table.digits_at_ends == Stance::Allow
}

/// Whether the bounds say nothing that the protocol does not.
fn is_without_bounds(rule: &LengthRule) -> bool {
    let least = rule.min.is_none_or(|(n, unit)| n == 0 || n == 1 && unit != LengthUnit::Letters);
    let most = rule.max.is_none_or(|(n, _)| n as usize >= MAX_LABEL_OCTETS);
    rule.otherwise == Stance::Allow || least && most
}
