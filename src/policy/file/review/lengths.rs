//! Lengths that no label has.

use alloc::format;

use crate::finding::FaultCode;
use crate::label::MAX_LABEL_OCTETS;
use crate::policy::file::reader::{Node, Section};
use crate::policy::model::{LengthRule, LengthUnit, Stance, Table};

/// The bounds of one rule. That both count the same and exclude each other is a fault of the file already.
pub(in crate::policy::file) fn length(rule: &LengthRule, section: &Section<'_>) {
    if rule.otherwise == Stance::Allow {
        return;
    }
    if let Some(least) = rule.min.filter(|least| *least as usize > MAX_LABEL_OCTETS) {
        let message = format!("`min` is {least}, but no label is longer than {MAX_LABEL_OCTETS}");
        section.fault("min", FaultCode::NoSuchLength, message);
    }
    if rule.max == Some(0) && rule.max_unit != LengthUnit::Letters {
        section.fault("max", FaultCode::NoSuchLength, "`max` is 0, but every label is longer");
    }
    if rule.min_unit != rule.max_unit
        && let Some((least, most)) = excluded(rule, rule)
    {
        let message = format!(
            "`min` is {least} {} and `max` is {most} {}: no label keeps both",
            rule.min_unit, rule.max_unit
        );
        section.fault("min", FaultCode::NoSuchLength, message);
    }
}

/// The bounds of a table beside those of the policy: a label keeps both.
pub(super) fn beside(of_policy: &LengthRule, table: &Table, node: Node<'_>) {
    let Some(length) = node.get("length") else { return };
    if of_policy.otherwise == Stance::Allow || table.length.otherwise == Stance::Allow {
        return;
    }
    let exclude = |key: &'static str, least: u32, most: u32| {
        let message =
            format!("a label would be {least} long at least and {most} at most, by the policy and the table");
        length.get(key).unwrap_or(length).fault(FaultCode::NoSuchLength, message);
    };
    if let Some((least, most)) = excluded(of_policy, &table.length) {
        exclude("max", least, most);
    }
    if let Some((least, most)) = excluded(&table.length, of_policy) {
        exclude("min", least, most);
    }
}

/// The least length of one rule and the greatest of another, if no label has both. A label never has more
/// code points than octets, nor more letters than code points.
fn excluded(least: &LengthRule, most: &LengthRule) -> Option<(u32, u32)> {
    let rank = |unit: LengthUnit| match unit {
        LengthUnit::Letters => 0,
        LengthUnit::CodePoints => 1,
        LengthUnit::Octets => 2,
    };
    let (min, max) = (least.min?, most.max?);
    (min > max && rank(least.min_unit) <= rank(most.max_unit)).then_some((min, max))
}
