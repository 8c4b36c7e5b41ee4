//! What changes from one policy to another.
//!
//! ```
//! use ulabel::policy::{CompiledPolicy, compare::{ChangeKind, compare}, read};
//!
//! let policy = |letters: &str| {
//!     let text = format!("id = \"x\"\n[[table]]\nid = \"latin\"\nletters = [{letters}]");
//!     CompiledPolicy::new(&read(&text).unwrap().policy).unwrap()
//! };
//! let changes = compare(&policy(r#""a..z""#), &policy(r#""a..z", "é""#));
//! assert_eq!(changes.len(), 1);
//! assert_eq!((changes[0].kind, changes[0].key.as_str()), (ChangeKind::Added, "letters"));
//! assert_eq!(changes[0].new.as_deref(), Some("é"));
//! let example = changes[0].example.as_ref().unwrap();
//! assert_eq!((example.label.as_str(), example.is_taken), ("é", true));
//! ```

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::compile::CompiledPolicy;
use super::file::stated::{self, Stated, Statements};
use super::model::{CodePointSet, LengthRule, Neighbours, Policy, Table};
use crate::finding::Severity;
use crate::idna2008::{self, Outcome};
use crate::label::MAX_LABEL_OCTETS;
use crate::lgr::Detail;
use crate::text::keywords;
use crate::unicode;

/// A difference between two policies.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PolicyChange {
    /// The table that it is in, by the name it has in the new policy, or else in the old one; none for the policy
    /// itself.
    pub table: Option<String>,
    /// The key of the policy file, `length.min` for one within another; `table` for a table as a whole.
    pub key: String,
    /// What became of it.
    pub kind: ChangeKind,
    /// What the old policy has there, and the new one has not.
    pub old: Option<String>,
    /// What the new policy has there, and the old one has not.
    pub new: Option<String>,
    /// Of a difference of letters, a label that only one of the policies takes, where one was found.
    pub example: Option<Example>,
}

keywords! {
    /// What became of a part of a policy.
    #[non_exhaustive]
    ChangeKind {
        /// Only the new policy has it.
        Added = "added",
        /// Only the old policy has it.
        Removed = "removed",
        /// Both have it, with another value.
        Changed = "changed",
    }
}

/// A label that only one of two policies takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The label, as a U-label.
    pub label: String,
    /// True if the new policy takes it, false if the old one does.
    pub is_taken: bool,
}

/// Compares two policies in everything that a policy file can say: first the policy itself, then table by table.
/// Tables belong together by their names; of those left, by their languages and scripts.
#[must_use]
pub fn compare(old: &CompiledPolicy, new: &CompiledPolicy) -> Vec<PolicyChange> {
    let mut found = Found { old, new, table: None, changes: Vec::new() };
    found.statements(&stated::of_policy(old.policy()), &stated::of_policy(new.policy()), None);
    let pairs = pairs(old.policy(), new.policy());
    for (old_table, new_table) in &pairs {
        found.table = new_table.or(*old_table).map(|table| table.id.clone());
        match (old_table, new_table) {
            (Some(old), Some(new)) => {
                found.statements(&stated::of_table(old), &stated::of_table(new), Some((old, new)));
            }
            (Some(table), None) => found.whole_table(table, ChangeKind::Removed),
            (None, Some(table)) => found.whole_table(table, ChangeKind::Added),
            (None, None) => {}
        }
    }
    found.changes
}

type Pair<'t> = (Option<&'t Table>, Option<&'t Table>);

/// The tables that belong together, in the order of the new policy, and then the old tables that are gone.
fn pairs<'t>(old: &'t Policy, new: &'t Policy) -> Vec<Pair<'t>> {
    let mut left: Vec<&Table> = old.tables.iter().collect();
    let mut take = |holds: &dyn Fn(&Table) -> bool| {
        left.iter().position(|table| holds(table)).map(|place| left.remove(place))
    };
    let mut all: Vec<Pair<'t>> =
        new.tables.iter().map(|table| (take(&|other| other.id == table.id), Some(table))).collect();
    for (old, table) in &mut all {
        let Some(table) = table.filter(|_| old.is_none()) else { continue };
        *old = take(&|other| {
            (&other.languages, &other.scripts) == (&table.languages, &table.scripts)
                && new.tables.iter().all(|known| known.id != other.id)
        });
    }
    all.extend(left.into_iter().map(|table| (Some(table), None)));
    all
}

struct Found<'p> {
    old: &'p CompiledPolicy,
    new: &'p CompiledPolicy,
    table: Option<String>,
    changes: Vec<PolicyChange>,
}

impl Found<'_> {
    fn push(&mut self, key: &str, old: Option<String>, new: Option<String>, example: Option<Example>) {
        let kind = match (&old, &new) {
            (None, _) => ChangeKind::Added,
            (_, None) => ChangeKind::Removed,
            _ => ChangeKind::Changed,
        };
        self.changes.push(PolicyChange {
            table: self.table.clone(),
            key: key.into(),
            kind,
            old,
            new,
            example,
        });
    }

    fn whole_table(&mut self, table: &Table, kind: ChangeKind) {
        let is_taken = kind == ChangeKind::Added;
        let example = self.example(&table.letters, table, None, is_taken);
        let letters = Some(table.letters.to_string());
        let (old, new) = if is_taken { (None, letters) } else { (letters, None) };
        self.push("table", old, new, example);
    }

    fn statements(&mut self, old: &Statements, new: &Statements, tables: Option<(&Table, &Table)>) {
        let mut keys: Vec<&String> = old.keys().chain(new.keys()).collect();
        keys.sort_unstable();
        keys.dedup();
        for key in keys {
            self.statement(key, old.get(key), new.get(key), tables);
        }
    }

    fn statement(
        &mut self,
        key: &str,
        old: Option<&Stated>,
        new: Option<&Stated>,
        tables: Option<(&Table, &Table)>,
    ) {
        if old == new {
            return;
        }
        match (old, new) {
            (Some(Stated::Letters(_)) | None, Some(Stated::Letters(_)) | None) => {
                self.letters(key, old, new, tables);
            }
            (Some(Stated::Many(_)) | None, Some(Stated::Many(_)) | None) => self.members(key, old, new),
            _ => self.push(key, old.map(Stated::to_string), new.map(Stated::to_string), None),
        }
    }

    /// The members that a list has lost, and those that it has got; another order is a change too.
    fn members(&mut self, key: &str, old: Option<&Stated>, new: Option<&Stated>) {
        let (before, after) = (list(old), list(new));
        let removed: Vec<&String> = before.iter().filter(|member| !after.contains(member)).collect();
        let added: Vec<&String> = after.iter().filter(|member| !before.contains(member)).collect();
        if removed.is_empty() && added.is_empty() {
            self.push(key, old.map(Stated::to_string), new.map(Stated::to_string), None);
        }
        removed.into_iter().for_each(|member| self.push(key, Some(member.clone()), None, None));
        added.into_iter().for_each(|member| self.push(key, None, Some(member.clone()), None));
    }

    fn letters(
        &mut self,
        key: &str,
        old: Option<&Stated>,
        new: Option<&Stated>,
        tables: Option<(&Table, &Table)>,
    ) {
        let (before, after) = (set(old), set(new));
        let tables = tables.filter(|_| key == "letters");
        let removed: CodePointSet = before.iter().filter(|c| !after.contains(*c)).collect();
        if !removed.is_empty() {
            let example = tables.and_then(|(old, new)| self.example(&removed, old, Some(new), false));
            self.push(key, Some(removed.to_string()), None, example);
        }
        let added: CodePointSet = after.iter().filter(|c| !before.contains(*c)).collect();
        if !added.is_empty() {
            let example = tables.and_then(|(old, new)| self.example(&added, new, Some(old), true));
            self.push(key, None, Some(added.to_string()), example);
        }
    }

    /// A label with one of these letters of a table that only one of the policies takes. `other` is the table of
    /// the other policy.
    fn example(
        &self,
        letters: &CodePointSet,
        table: &Table,
        other: Option<&Table>,
        is_taken: bool,
    ) -> Option<Example> {
        let (with, without) = if is_taken { (self.new, self.old) } else { (self.old, self.new) };
        let least = least(&with.policy().length).max(least(&table.length));
        let fits = |label: &String| takes(with, label) && !takes(without, label);
        let labels = letters.iter().take(MAX_LETTERS).flat_map(|c| labels(c, table, other, least));
        labels.into_iter().find(fits).map(|label| Example { label, is_taken })
    }
}

/// Letters of a difference that are tried for an example.
const MAX_LETTERS: usize = 40;

/// A bound as code points; a label that meets it in another unit is longer, or found by trying.
fn least(rule: &LengthRule) -> usize {
    (rule.min.unwrap_or(1) as usize).min(MAX_LABEL_OCTETS)
}

/// Labels with a letter that stands as the table asks: alone, and among letters that both tables have.
fn labels(c: char, table: &Table, other: Option<&Table>, least: usize) -> Vec<String> {
    let has_place = |c: char| table.neighbours.iter().any(|context| context.letters.contains(c));
    let is_shared = |c: char| other.is_none_or(|other| other.letters.contains(c));
    let is_plain = |d: &char| *d != c && is_shared(*d) && !has_place(*d) && is_letter(*d);
    // The nearest by number is of the same script, as a rule.
    let filler = table.letters.iter().filter(is_plain).min_by_key(|d| u32::from(*d).abs_diff(c.into()));
    let filler = filler.unwrap_or(c);
    let contexts = table.neighbours.iter().filter(|context| context.letters.contains(c));
    let mut cores: Vec<String> = contexts.map(|context| placed(c, context)).collect();
    if cores.is_empty() {
        cores.push(c.into());
    }
    let asked: String = table
        .must_contain
        .iter()
        .filter_map(|must| table.repertoire().iter().find(|c| must.is_met_by(*c) && is_letter(*c)))
        .collect();
    let mut all = Vec::new();
    for core in cores {
        for before in ["", &filler.to_string(), &asked] {
            let start = alloc::format!("{before}{core}");
            let missing = least.saturating_sub(start.chars().count());
            for more in [missing, missing.max(1), missing + 1] {
                let mut label = start.clone();
                label.extend(core::iter::repeat_n(filler, more));
                all.push(label);
            }
        }
    }
    all
}

fn is_letter(c: char) -> bool {
    use unicode::GeneralCategory::{Ll, Lm, Lo};
    matches!(unicode::general_category(c), Ll | Lm | Lo)
        && unicode::derived_property(c) == unicode::DerivedProperty::Pvalid
}

/// A character between neighbours that its context asks for.
fn placed(c: char, context: &Neighbours) -> String {
    let first = |set: &Option<CodePointSet>| set.as_ref().and_then(|set| set.iter().next());
    first(&context.after).into_iter().chain([c]).chain(first(&context.before)).collect()
}

/// True if a policy takes a label, after a review it may be.
fn takes(policy: &CompiledPolicy, label: &str) -> bool {
    let mut outcome = Outcome::new();
    idna2008::check(label, &policy.settings(), &mut outcome);
    policy.check(&outcome.label, Detail::Findings, &mut None, &mut outcome.findings);
    outcome.findings.iter().all(|finding| finding.severity() != Severity::Error)
}

fn list(stated: Option<&Stated>) -> &[String] {
    match stated {
        Some(Stated::Many(members)) => members,
        _ => &[],
    }
}

fn set(stated: Option<&Stated>) -> CodePointSet {
    match stated {
        Some(Stated::Letters(letters)) => letters.clone(),
        _ => CodePointSet::new(),
    }
}
