//! The rules of a policy, one file a rule: its test, and what it finds.
//!
//! A rule first asks what one walk over the label has gathered ([`LabelTraits`]); most labels pass there. What
//! is found names the rule and its source.

mod ascii_labels;
mod confusables;
mod digits;
mod hyphens;
mod length;
mod outside_tld;
mod registry;
mod reserved;
mod scripts;
mod tables;
#[cfg(test)]
mod tests;

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::compile::{Class, CompiledPolicy, Lengths, QuickAscii, Traits};
use super::model::table::Table;
use super::model::{LengthUnit, RuleName, Stance};
use super::names::LazySkeleton;
use crate::finding::{ArgumentName, Finding, Severity};
use crate::label::{Label, LabelKind};
use crate::lgr::{Detail, LgrOutcome, Scratch, TableSet};

/// The traits of a label, gathered in one walk over it. Few rules ask for more; that is looked up when they do.
#[derive(Clone, Copy)]
struct LabelTraits<'l> {
    policy: &'l CompiledPolicy,
    text: &'l str,
    /// The tables that have every code point.
    tables: TableSet,
    /// The [`Traits`] of all code points together.
    all: u32,
    code_points: u32,
    octets: u32,
}

impl LabelTraits<'_> {
    /// Adds each code point, by its class.
    #[inline]
    fn walk(mut self, class: impl Fn(char) -> Class) -> Self {
        for c in self.text.chars() {
            let class = class(c);
            self.tables = self.tables.and(class.tables);
            self.all |= class.traits;
            self.code_points += 1;
        }
        self
    }

    #[inline]
    const fn has(&self, trait_bit: u32) -> bool {
        self.all & trait_bit != 0
    }

    #[inline]
    fn length(&self, unit: LengthUnit) -> u32 {
        match unit {
            LengthUnit::CodePoints => self.code_points,
            LengthUnit::Octets => self.octets,
            LengthUnit::Letters => {
                self.text.chars().filter(|c| self.policy.class(*c).traits & Traits::LETTER != 0).count()
                    as u32
            }
        }
    }

    /// True if the first code point is a digit.
    fn begins_with_digit(&self) -> bool {
        self.is_digit(self.text.chars().next())
    }

    #[inline]
    fn has_digit_at_end(&self) -> bool {
        self.has(Traits::DIGIT) && (self.begins_with_digit() || self.is_digit(self.text.chars().next_back()))
    }

    fn is_digit(&self, c: Option<char>) -> bool {
        c.is_some_and(|c| self.policy.class(c).traits & Traits::DIGIT != 0)
    }
}

/// Takes findings, each with the rule that made it and the source of the rule.
struct Findings<'p, 'f> {
    policy: &'p CompiledPolicy,
    list: &'f mut Vec<Finding>,
}

impl Findings<'_, '_> {
    fn add(&mut self, finding: Finding, stance: Stance, rule: RuleName, key: impl ToString) {
        let source = self.policy.policy.source(rule).map(ToString::to_string);
        self.add_with_source(finding, stance, key, source);
    }

    fn add_of_table(&mut self, finding: Finding, stance: Stance, rule: RuleName, table: &Table, key: &str) {
        let source = table.source.as_deref().or_else(|| self.policy.policy.source(rule));
        let source = source.map(ToString::to_string);
        self.add_with_source(finding, stance, alloc::format!("table.{}.{key}", table.id), source);
    }

    fn add_with_source(
        &mut self,
        finding: Finding,
        stance: Stance,
        key: impl ToString,
        source: Option<String>,
    ) {
        let Some(severity) = stance.severity() else { return };
        let mut finding = finding.with_severity(severity);
        // A ruleset has named its own rule.
        if finding.arguments().iter().all(|(name, _)| *name != ArgumentName::Rule) {
            finding = finding.with(ArgumentName::Rule, key.to_string());
        }
        if let Some(source) = source {
            finding = finding.with(ArgumentName::Source, source);
        }
        self.list.push(finding);
    }
}

impl Stance {
    /// The severity of a finding; none when the rule is switched off.
    pub(crate) const fn severity(self) -> Option<Severity> {
        match self {
            Self::Allow => None,
            Self::Review => Some(Severity::Warning),
            Self::Refuse => Some(Severity::Error),
        }
    }
}

/// True if two hyphens stand side by side. Eight octets are looked at in one go: most labels are two or three such.
#[inline]
fn has_double_hyphen(label: &[u8]) -> bool {
    const LOW: u64 = u64::from_ne_bytes([0x7F; 8]);
    let (chunks, rest) = label.as_chunks::<8>();
    let mut last = [0; 8];
    last.iter_mut().zip(rest).for_each(|(to, octet)| *to = *octet);
    let (mut found, mut before) = (0, 0);
    for octets in chunks.iter().chain([&last]) {
        let differs = u64::from_le_bytes(*octets) ^ u64::from_ne_bytes([b'-'; 8]);
        // The highest bit of each octet that is a hyphen.
        let hyphens = !((differs & LOW).wrapping_add(LOW) | differs) & !LOW;
        found |= hyphens & (hyphens << 8 | before);
        before = hyphens >> 56;
    }
    found != 0
}

impl CompiledPolicy {
    /// Adds what the policy has against the label. `scratch` is memory for rulesets, made when one is asked: most
    /// labels need none. Returns what its tables say, as far as `detail` asks for
    /// it and reports tell it. A label that has no U-label, because it does not decode, is not looked at: what
    /// stands against it has been said.
    #[inline]
    pub fn check(
        &self,
        label: &Label,
        detail: Detail,
        scratch: &mut Option<Scratch>,
        findings: &mut Vec<Finding>,
    ) -> Option<LgrOutcome> {
        self.check_under(label, None, detail, scratch, findings)
    }

    /// As [`CompiledPolicy::check`], of a label under a suffix of a level.
    #[inline]
    pub(crate) fn check_under(
        &self,
        label: &Label,
        level: Option<usize>,
        detail: Detail,
        scratch: &mut Option<Scratch>,
        findings: &mut Vec<Finding>,
    ) -> Option<LgrOutcome> {
        let lengths = self.lengths(level);
        if self.is_clear(label, lengths, detail) {
            return None;
        }
        let text = label.u_label()?;
        self.check_rules(label, text, lengths, detail, scratch, findings)
    }

    /// True if there is nothing to find in the label and nothing to tell of it, as is seen at a glance of most
    /// labels of ASCII.
    #[inline]
    fn is_clear(&self, label: &Label, lengths: &Lengths, detail: Detail) -> bool {
        label.kind() == LabelKind::NrLdhLabel
            && !self.tells_tables(detail)
            && !self.asks_variants
            && label.a_label().is_some_and(|text| self.passes_quickly(text.as_bytes(), lengths))
    }

    /// True if reports tell of the tables, in such detail.
    #[inline]
    fn tells_tables(&self, detail: Detail) -> bool {
        detail > Detail::Findings && (self.has_dispositions || self.quick.len() > 1)
    }

    /// True if an LDH label is seen at a glance to break no rule.
    #[inline]
    fn passes_quickly(&self, label: &[u8], lengths: &Lengths) -> bool {
        let QuickAscii { octets: (least, most), alphabet } = lengths.quick_ascii;
        let octets = label.len() as u32;
        let policy = &self.policy;
        let is_of = |alphabet: [u64; 2]| {
            let has =
                |octet: u8| alphabet.get(usize::from(octet >> 6)).map_or(0, |bits| bits >> (octet & 63));
            label.iter().fold(1, |all, octet| all & has(*octet)) == 1
        };
        let ends_in_digit = || [label.first(), label.last()].into_iter().flatten().any(u8::is_ascii_digit);
        octets >= least
            && octets <= most
            && alphabet.is_none_or(is_of)
            && (policy.digits.all == Stance::Allow || label.iter().any(u8::is_ascii_lowercase))
            && (policy.double_hyphens == Stance::Allow || !has_double_hyphen(label))
            && (policy.digits.at_ends == Stance::Allow || !ends_in_digit())
    }

    #[inline(never)] // its frame is large, and most labels of ASCII need none
    fn check_rules(
        &self,
        label: &Label,
        text: &str,
        lengths: &Lengths,
        detail: Detail,
        scratch: &mut Option<Scratch>,
        findings: &mut Vec<Finding>,
    ) -> Option<LgrOutcome> {
        let tells_tables = self.tells_tables(detail);
        let first = findings.len();
        let traits = self.traits(label, text);
        let mut found = Findings { policy: self, list: findings };
        length::check(&traits, lengths, &mut found);
        ascii_labels::check(&traits, &mut found);
        digits::check(&traits, text, &mut found);
        hyphens::check(&traits, text, &mut found);
        let judged = tables::judge(self, &traits, text, tells_tables, scratch);
        tables::check(&traits, text, &judged, scratch, &mut found);
        if judged.fitting.and(self.script_safe).is_empty() {
            scripts::check(text, &mut found);
        }
        let mut skeleton = LazySkeleton::new(text);
        reserved::check(label, text, &mut skeleton, &mut found);
        confusables::check(label, text, &mut skeleton, &mut found);
        registry::check(&traits, &mut found);
        if judged.fitting.is_empty() && found.policy.policy.start.is_some() {
            registry::tell_start(self, label, findings, first);
        }
        // What is wrong with the variants of a label is found whatever is told of it.
        let outcome = (tells_tables || self.asks_variants)
            .then(|| tables::outcome(self, text, &judged, detail, scratch, findings))?;
        outcome.filter(|_| tells_tables)
    }

    /// Walks over the label.
    #[inline]
    fn traits<'l>(&'l self, label: &Label, text: &'l str) -> LabelTraits<'l> {
        let octets = label.a_label().map_or(text.len(), str::len) as u32;
        let start = LabelTraits { policy: self, text, tables: TableSet::ALL, all: 0, code_points: 0, octets };
        let known = start.walk(|c| self.lookup.class(c));
        if known.has(Traits::UNKNOWN) { start.walk(|c| self.class(c)) } else { known }
    }

    /// The class of a code point; one that no table has gets its traits from its properties.
    fn class(&self, c: char) -> Class {
        let class = self.lookup.class(c);
        if class.traits & Traits::UNKNOWN == 0 {
            return class;
        }
        let tables = if self.quick.is_empty() { TableSet::ALL } else { TableSet::EMPTY };
        Class { tables, traits: Traits::of(c) | Traits::DIGIT_SETS }
    }

    /// The tables that the label fits whole.
    pub(super) fn fitting(&self, label: &Label) -> TableSet {
        let Some(text) = label.u_label().filter(|text| !text.is_empty()) else { return TableSet::EMPTY };
        let traits = self.traits(label, text);
        tables::judge(self, &traits, text, true, &mut None).fitting
    }
}
