//! The findings of a label that a policy has something against.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::check::{Outside, Sum, contexts_hold, first_gap};
use super::compile::{CompiledPolicy, CompiledTable};
use super::lookup::Marks;
use super::mixing;
use super::model::{RuleName, Stance};
use super::names::LazySkeleton;
use super::table::Table;
use crate::finding::{ArgumentName, Code, Finding, Severity};
use crate::label::{Label, Span};
use crate::script::{self, Confusable};
use crate::unicode::{self, Character, DerivedProperty};

impl Stance {
    /// The severity of a finding; `None` when the rule is switched off.
    pub(super) const fn severity(self) -> Option<Severity> {
        match self {
            Self::Allow => None,
            Self::Review => Some(Severity::Warning),
            Self::Refuse => Some(Severity::Error),
        }
    }
}

/// Gathers findings that name a rule and its source.
struct Explanation<'p, 'f> {
    policy: &'p CompiledPolicy,
    findings: &'f mut Vec<Finding>,
}

impl Explanation<'_, '_> {
    fn add(&mut self, finding: Finding, stance: Stance, rule: RuleName, key: String) {
        let source = self.policy.policy().source(rule).map(ToString::to_string);
        self.add_with_source(finding, stance, key, source);
    }

    fn add_with_source(&mut self, finding: Finding, stance: Stance, key: String, source: Option<String>) {
        let Some(severity) = stance.severity() else { return };
        let mut finding = finding.with_severity(severity);
        // A ruleset has named its own rule.
        if finding.arguments().iter().all(|(name, _)| *name != ArgumentName::Rule) {
            finding = finding.with(ArgumentName::Rule, key);
        }
        if let Some(source) = source {
            finding = finding.with(ArgumentName::Source, source);
        }
        self.findings.push(finding);
    }
}

impl CompiledPolicy {
    /// Adds every finding. Speed does not count here, bounds do: the work is linear in the label.
    #[cold]
    pub(super) fn explain(&self, label: &Label, text: &str, sum: &Sum, findings: &mut Vec<Finding>) {
        let code_points: Vec<char> = text.chars().collect();
        let mut out = Explanation { policy: self, findings };
        self.explain_whole(sum, &code_points, &mut out);
        let accepting = self.accepting(sum, &code_points, text);
        if accepting & self.script_safe == 0 {
            self.explain_scripts(&code_points, &mut out);
        }
        if accepting == 0 && !self.tables.is_empty() {
            self.explain_tables(sum, &code_points, text, &mut out);
        }
        self.explain_names(label, text, &mut out);
        if !self.look_alike_scripts.is_empty() {
            let rules = script::Rules::new().no_whole_script_confusables(self.look_alike_scripts);
            let stance = self.policy().confusables.otherwise_whole_script;
            for finding in rules.check(text) {
                out.add(finding, stance, RuleName::Confusables, "confusables.whole-script".to_string());
            }
        }
    }

    /// Rules about the label as a whole.
    fn explain_whole(&self, sum: &Sum, label: &[char], out: &mut Explanation<'_, '_>) {
        let policy = self.policy();
        if let Some(outside) = sum.outside(&policy.length) {
            let key = if outside.is_short { "length.min" } else { "length.max" };
            let rule = &policy.length;
            out.add(length_finding(&outside), rule.otherwise, RuleName::Length, key.to_string());
        }
        if !sum.has(Marks::NON_ASCII) && !label.is_empty() {
            let finding = Finding::new(Code::AsciiNotAllowed, Span::new(0, label.len()));
            out.add(finding, policy.ascii_labels, RuleName::AsciiLabels, "ascii-labels".to_string());
        }
        if sum.is_all_digits() {
            let finding = Finding::new(Code::AllDigits, Span::new(0, label.len()));
            out.add(finding, policy.digits.all, RuleName::AllDigits, "digits.all".to_string());
        }
        if let Some((first, other)) = script::mixed_numbers_of(label.iter().copied().map(Character::from)) {
            let finding =
                Finding::new(Code::MixedDigits, Span::one(other)).with_second_span(Span::one(first));
            out.add(finding, policy.digits.several_sets, RuleName::Digits, "digits.several-sets".to_string());
        }
        if sum.has_digit_at_end() {
            let finding = digit_at_end(label);
            out.add(finding, policy.digits.at_ends, RuleName::Digits, "digits.at-ends".to_string());
        }
        if sum.double_hyphen {
            let at = label.windows(2).position(|pair| pair == ['-', '-']).unwrap_or_default();
            let run = label.iter().skip(at).take_while(|c| **c == '-').count();
            let finding = Finding::new(Code::Hyphens, Span::new(at, at + run));
            out.add(finding, policy.double_hyphens, RuleName::Hyphens, "double-hyphens".to_string());
        }
    }

    fn explain_scripts(&self, label: &[char], out: &mut Explanation<'_, '_>) {
        let rule = &self.policy().scripts;
        let Some(finding) = mixing::finding(rule, label) else { return };
        out.add(finding, rule.otherwise, RuleName::Scripts, "scripts.mixing".to_string());
    }

    /// Why no table takes the label.
    fn explain_tables(&self, sum: &Sum, label: &[char], text: &str, out: &mut Explanation<'_, '_>) {
        let both = || self.policy().tables.iter().zip(&self.tables);
        let fitting = both().filter(|(_, compiled)| sum.tables & compiled.bit != 0);
        let failing = fitting.map(|(table, compiled)| {
            let mut failures = failures(compiled, table, sum, label);
            if let Some(lgr) = self.rulesets.of(table) {
                failures.extend(lgr.findings(&lgr.evaluate(text)).into_iter().map(Failure::Ruleset));
            }
            (table, failures)
        });
        if let Some((table, failures)) =
            failing.min_by_key(|(_, failures)| failures.iter().map(Failure::weight).sum::<u32>())
        {
            for failure in failures {
                self.add_failure(table, failure, label, out);
            }
            return;
        }
        self.explain_letters(label, out);
    }

    /// The code points that keep the label out of the table that comes closest.
    fn explain_letters(&self, label: &[char], out: &mut Explanation<'_, '_>) {
        let has = |compiled: &CompiledTable, c: char| self.lookup.class(c).tables & compiled.bit != 0;
        let count = |compiled: &CompiledTable| label.iter().filter(|c| has(compiled, **c)).count();
        // The first of those that have the most.
        let both = self.policy().tables.iter().zip(&self.tables).rev();
        let Some((table, compiled)) = both.max_by_key(|(_, compiled)| count(compiled)) else { return };
        let mut at = 0;
        while at < label.len() {
            let outside = |c: &&char| !has(compiled, **c) && is_permitted_somewhere(**c);
            let run = label.iter().skip(at).take_while(outside).count();
            if run > 0 {
                let in_others = label.iter().skip(at).take(run).all(|c| self.lookup.class(*c).tables != 0);
                let reason = if in_others { "several-tables" } else { "no-table" };
                let finding = Finding::new(Code::NotInTable, Span::new(at, at + run))
                    .with(ArgumentName::Reason, reason)
                    .with(ArgumentName::Value, table.id.clone());
                let source = self.source_of(table, RuleName::Tables);
                let key = format!("table.{}.letters", table.id);
                out.add_with_source(finding, self.policy().outside_tables, key, source);
            }
            at += run.max(1);
        }
    }

    fn add_failure(&self, table: &Table, failure: Failure, label: &[char], out: &mut Explanation<'_, '_>) {
        let value = |finding: Finding| finding.with(ArgumentName::Value, table.id.clone());
        let outside = self.policy().outside_tables;
        let (finding, stance, rule, key) = match failure {
            Failure::Sequence(at) => {
                let finding =
                    Finding::new(Code::NotInTable, Span::one(at)).with(ArgumentName::Reason, "sequence");
                (value(finding), outside, RuleName::Tables, "sequences")
            }
            Failure::Must => {
                let finding = Finding::new(Code::MustContain, Span::new(0, label.len()));
                (value(finding), outside, RuleName::MustContain, "must-contain")
            }
            Failure::Context(at) => {
                let finding = Finding::new(Code::PolicyContext, Span::one(at));
                (value(finding), outside, RuleName::Context, "context")
            }
            Failure::DigitAtEnd => {
                (value(digit_at_end(label)), table.digits_at_ends, RuleName::Digits, "digits-at-ends")
            }
            Failure::Ruleset(finding) => (finding, outside, RuleName::Tables, "lgr"),
            Failure::Length(bounds) => {
                (length_finding(&bounds), table.length.otherwise, RuleName::Length, "length")
            }
        };
        let source = self.source_of(table, rule);
        out.add_with_source(finding, stance, format!("table.{}.{key}", table.id), source);
    }

    fn source_of(&self, table: &Table, rule: RuleName) -> Option<String> {
        table.source.clone().or_else(|| self.policy().source(rule).map(ToString::to_string))
    }

    /// Reserved names and look-alikes of existing ones.
    fn explain_names(&self, label: &Label, text: &str, out: &mut Explanation<'_, '_>) {
        let policy = self.policy();
        let whole = Span::new(0, text.chars().count());
        let mut skeleton = LazySkeleton::new(text);
        for (list, names) in policy.reserved.iter().zip(&self.reserved) {
            // A name that is on the list looks like itself too.
            let is_reserved = names.has(label);
            let builtin = match &list.from {
                super::ReservedSource::Builtin(builtin) => Some(builtin.source()),
                _ => None,
            };
            let source = || {
                let own = list.source.as_deref().or(builtin).or_else(|| policy.source(RuleName::Reserved));
                own.map(ToString::to_string)
            };
            let key = || format!("reserved.{}", list.name());
            if is_reserved {
                let finding = Finding::new(Code::Reserved, whole).with(ArgumentName::Reason, "exact");
                out.add_with_source(finding, list.otherwise, key(), source());
            } else if let Some(other) = names.variant_of(label, self.rulesets.set()) {
                let finding = Finding::new(Code::Reserved, whole)
                    .with(ArgumentName::Reason, "variant")
                    .with(ArgumentName::Other, other.to_string());
                out.add_with_source(finding, list.otherwise, key(), source());
            } else if names.by_skeleton()
                && let Some(other) = names.look_alike(skeleton.get(), label)
            {
                let finding = Finding::new(Code::Reserved, whole)
                    .with(ArgumentName::Reason, "skeleton")
                    .with(ArgumentName::Other, other.to_string());
                out.add_with_source(finding, list.otherwise_skeleton, key(), source());
            }
        }
        if let Some(names) = &self.existing
            && let Some(other) = names.look_alike(skeleton.get(), label)
        {
            // Names with one skeleton are confusable, in one of three ways.
            let kind = script::confusable(text, other).unwrap_or(Confusable::MixedScript);
            let finding = script::confusable_finding(text, kind, other);
            let stance = policy.confusables.otherwise;
            out.add(finding, stance, RuleName::Confusables, "confusables".to_string());
        }
    }
}

/// Why a table that has every code point of a label does not take it.
enum Failure {
    Sequence(usize),
    Must,
    Context(usize),
    DigitAtEnd,
    Length(Outside),
    /// What the ruleset of the table says.
    Ruleset(Finding),
}

impl Failure {
    /// How far the label is from the table: what it lacks altogether weighs most.
    const fn weight(&self) -> u32 {
        match self {
            Self::Must => 8,
            Self::Sequence(_) => 4,
            Self::Context(_) | Self::Ruleset(_) => 2,
            Self::DigitAtEnd | Self::Length(_) => 1,
        }
    }
}

fn failures(compiled: &CompiledTable, table: &Table, sum: &Sum, label: &[char]) -> Vec<Failure> {
    let unmet = table.must_contain.iter().filter(|rule| !label.iter().any(|c| rule.is_met_by(*c)));
    let mut failures: Vec<Failure> = unmet.map(|_| Failure::Must).collect();
    failures.extend(first_gap(compiled, label).map(Failure::Sequence));
    failures.extend(contexts_hold(table, label).map(Failure::Context));
    if table.digits_at_ends != Stance::Allow && sum.has_digit_at_end() {
        failures.push(Failure::DigitAtEnd);
    }
    failures.extend(sum.outside(&table.length).map(Failure::Length));
    failures
}

fn length_finding(outside: &Outside) -> Finding {
    let code = if outside.is_short { Code::TooShort } else { Code::TooLong };
    Finding::new(code, Span::default())
        .with(ArgumentName::Actual, outside.actual as usize)
        .with(ArgumentName::Limit, outside.limit as usize)
        .with(ArgumentName::Reason, outside.unit.name())
}

/// The digit first in the label, or else last.
fn digit_at_end(label: &[char]) -> Finding {
    let first = label.first().is_some_and(|c| unicode::digit_zero(*c).is_some());
    let at = if first { 0 } else { label.len().saturating_sub(1) };
    Finding::new(Code::DigitPlacement, Span::one(at)).with(ArgumentName::Reason, "at-ends")
}

/// Whether IDNA2008 may permit the code point; what it never permits has a finding of its own.
fn is_permitted_somewhere(c: char) -> bool {
    !matches!(unicode::derived_property(c), DerivedProperty::Disallowed | DerivedProperty::Unassigned)
}
