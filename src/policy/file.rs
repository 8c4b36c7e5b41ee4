//! Reading a policy from TOML. The format is shown in `data/policies/example.toml`.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use toml::de::DeTable;

use super::fault::Faults;
use super::keyword::Keyword;
use super::model::{
    Certainty, ConfusableRule, DigitRule, LengthRule, LengthUnit, Mixing, Policy, RuleName, ScriptRule,
    Stance, VariantRule,
};
use super::reader::{Section, keyword_of, shown};
use super::script_code::ScriptCode;
use super::{file_reserved, file_ruleset, file_table};
use crate::finding::Severity;
use crate::finding::{Fault, FaultCode, Refused};
use crate::idna2008::{self, Outcome, Protocol, Settings};
use crate::unicode::{UNICODE_VERSION, Version};

/// Octets of a policy file at most: ten times the largest that is known, so that a hostile file costs
/// no more than a moment.
pub const MAX_POLICY_OCTETS: usize = 4 << 20;

/// What reading a policy file gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyReading {
    /// The policy.
    pub policy: Policy,
    /// What is unwise or without effect in the file, but not in the way of using it.
    pub warnings: Vec<Fault>,
}

/// Reads a policy.
///
/// # Errors
///
/// Every fault of the file, each with line and column.
///
/// ```
/// let reading = ulabel::policy::read(r#"
///     id = "ch"
///     tld = ["ch"]
///     [[table]]
///     id = "latin"
///     scripts = ["Latn"]
///     letters = ["a..z", "àéö"]
/// "#).unwrap();
/// assert_eq!(reading.policy.tables[0].letters.len(), 29);
/// ```
pub fn read(text: &str) -> Result<PolicyReading, Refused> {
    let mut faults = Faults::new(text);
    if text.len() > MAX_POLICY_OCTETS {
        let message = format!("the file has {} octets, expected at most {MAX_POLICY_OCTETS}", text.len());
        faults.add(0, FaultCode::TooLarge, message);
        return Err(Refused::new(faults.finish()));
    }
    let (document, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let at = error.span().map_or(0, |span| span.start);
        faults.add(at, FaultCode::Syntax, format!("not TOML: {}", shown(error.message())));
    }
    let mut root = Section::new(document.get_ref(), 0..text.len());
    let policy = policy(&mut root, errors.is_empty(), &mut faults);
    if errors.is_empty() {
        root.finish("a policy", &mut faults);
    }
    let faults = faults.finish();
    if faults.iter().any(|fault| fault.severity() == Severity::Error) {
        return Err(Refused::new(faults));
    }
    Ok(PolicyReading { policy, warnings: faults })
}

fn policy(root: &mut Section<'_, '_>, whole: bool, faults: &mut Faults<'_>) -> Policy {
    let id = root.text("id", faults).unwrap_or_default();
    if !is_id(&id) && whole {
        let message = "`id` must be there, made of a to z, 0 to 9 and hyphens".to_string();
        faults.add(root.place("id"), FaultCode::Missing, message);
    }
    let mut policy = Policy::new(&id);
    policy.tlds = tlds(root, faults);
    policy.iso3166 = root.text("iso3166", faults);
    if let Some(code) = &policy.iso3166
        && !(code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase()))
    {
        let message = format!("`iso3166` is \"{}\", expected two letters in upper case", shown(code));
        faults.add(root.place("iso3166"), FaultCode::BadValue, message);
    }
    policy.territory = root.text("territory", faults);
    policy.authority = root.text("authority", faults);
    policy.status = root.keyword("status", faults).unwrap_or(policy.status);
    policy.certainty = root.keyword("certainty", faults);
    policy.certainty_of = certainties(root, faults);
    policy.sources = plain(root.texts("sources", faults));
    policy.source_of = sources(root, faults);
    policy.note = root.text("note", faults);
    policy.unicode = unicode(root, faults);
    policy.protocol = protocol(root, faults);
    policy.outside_tables = root.keyword("outside-tables", faults).unwrap_or(Stance::Refuse);
    policy.double_hyphens = root.keyword("double-hyphens", faults).unwrap_or(Stance::Allow);
    policy.ascii_labels = root.keyword("ascii-labels", faults).unwrap_or(Stance::Allow);
    policy.variant_sets = file_ruleset::variant_sets(root, faults);
    policy.tables = file_table::tables(root, &policy.variant_sets, faults);
    file_ruleset::limit_variants(&policy, root.place("table"), faults);
    policy.scripts = scripts(root, faults);
    policy.digits = digits(root, faults);
    if let Some(mut section) = root.section("length", faults) {
        policy.length = length(&mut section, faults);
        section.finish("`[length]`", faults);
    }
    policy.variants = variants(root, faults);
    policy.reserved = file_reserved::reserved(root, faults);
    policy.confusables = confusables(root, faults);
    policy
}

fn protocol(root: &mut Section<'_, '_>, faults: &mut Faults<'_>) -> Protocol {
    match root.text("protocol", faults).as_deref() {
        Some("lookup") => Protocol::Lookup,
        Some("registration") | None => Protocol::Registration,
        Some(other) => {
            let message = format!("`protocol` is \"{}\", expected registration or lookup", shown(other));
            faults.add(root.place("protocol"), FaultCode::BadValue, message);
            Protocol::Registration
        }
    }
}

/// Whether `id` names a policy or table: so that it can stand in a command and a file name.
pub(super) fn is_id(id: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    (1..=63).contains(&id.len()) && id.bytes().all(plain)
}

fn plain(texts: Vec<(usize, String)>) -> Vec<String> {
    texts.into_iter().map(|(_, text)| text).collect()
}

fn tlds(root: &mut Section<'_, '_>, faults: &mut Faults<'_>) -> Vec<String> {
    let mut tlds: Vec<String> = Vec::new();
    for (at, text) in root.texts("tld", faults) {
        // A suffix of several labels is one under which names are registered, as in co.il.
        let suffix: Option<Vec<String>> = text.split('.').map(u_label).collect();
        match suffix.map(|labels| labels.join(".")) {
            Some(tld) if tlds.contains(&tld) => {
                faults.add(at, FaultCode::Duplicate, format!("the top-level domain {tld} is named twice"));
            }
            Some(tld) => tlds.push(tld),
            None => {
                let message =
                    format!("\"{}\" is no top-level domain, expected a U-label or an A-label", shown(&text));
                faults.add(at, FaultCode::BadValue, message);
            }
        }
    }
    tlds
}

/// The U-label of a valid label given in either form, in lower case.
pub(super) fn u_label(text: &str) -> Option<String> {
    let mut outcome = Outcome::new();
    idna2008::check(text, &Settings::default(), &mut outcome);
    let label = outcome.label;
    label.kind().is_idna_valid().then(|| label.u_label().unwrap_or_default().to_ascii_lowercase())
}

fn unicode(root: &mut Section<'_, '_>, faults: &mut Faults<'_>) -> Version {
    let Some(text) = root.text("unicode", faults) else { return UNICODE_VERSION };
    match text.parse::<Version>().ok().and_then(Version::published) {
        Some(version) => version,
        None => {
            let message = format!(
                "`unicode` is \"{}\", expected a published version from 5.2 to {UNICODE_VERSION}",
                shown(&text)
            );
            faults.add(root.place("unicode"), FaultCode::BadValue, message);
            UNICODE_VERSION
        }
    }
}

fn certainties(root: &mut Section<'_, '_>, faults: &mut Faults<'_>) -> BTreeMap<String, Certainty> {
    let mut all = BTreeMap::new();
    if let Some(section) = root.section("certainty-of", faults) {
        for (_, key, value) in section.entries() {
            if let Some(certainty) = keyword_of(key, value, faults) {
                all.insert(key.to_string(), certainty);
            }
        }
    }
    all
}

fn sources(root: &mut Section<'_, '_>, faults: &mut Faults<'_>) -> BTreeMap<RuleName, String> {
    let mut all = BTreeMap::new();
    if let Some(section) = root.section("source-of", faults) {
        for (at, key, value) in section.entries() {
            let Some(rule) = RuleName::from_name(key) else {
                let names = RuleName::NAMES.join(", ");
                let message = format!("`{}` is no rule, expected one of {names}", shown(key));
                faults.add(at, FaultCode::UnknownKey, message);
                continue;
            };
            if let Some(text) = super::reader::text_of(key, value, faults) {
                all.insert(rule, text);
            }
        }
    }
    all
}

/// ISO 15924 codes.
pub(super) fn script_codes(
    section: &mut Section<'_, '_>,
    key: &'static str,
    faults: &mut Faults<'_>,
) -> Vec<ScriptCode> {
    let mut codes = Vec::new();
    for (at, text) in section.texts(key, faults) {
        match ScriptCode::from_code(&text) {
            Some(code) if !codes.contains(&code) => codes.push(code),
            Some(code) => faults.add(at, FaultCode::Duplicate, format!("the script {code} is named twice")),
            None => {
                let message = format!("\"{}\" is no script, expected a code of ISO 15924", shown(&text));
                faults.add(at, FaultCode::BadValue, message);
            }
        }
    }
    codes
}

fn scripts(root: &mut Section<'_, '_>, faults: &mut Faults<'_>) -> ScriptRule {
    let mut rule = ScriptRule::default();
    let Some(mut section) = root.section("scripts", faults) else { return rule };
    rule.mixing = section.keyword("mixing", faults).unwrap_or(Mixing::Repertoire);
    rule.of_tld = script_codes(&mut section, "of-tld", faults);
    rule.otherwise = section.keyword("otherwise", faults).unwrap_or(Stance::Refuse);
    if matches!(rule.mixing, Mixing::TldScript | Mixing::ScriptAsciiLetters) && rule.of_tld.is_empty() {
        let message = format!("mixing `{}` needs `of-tld`, the scripts of the top-level domain", rule.mixing);
        faults.add(section.place("mixing"), FaultCode::Missing, message);
    }
    section.finish("`[scripts]`", faults);
    rule
}

fn digits(root: &mut Section<'_, '_>, faults: &mut Faults<'_>) -> DigitRule {
    let mut rule = DigitRule::default();
    let Some(mut section) = root.section("digits", faults) else { return rule };
    rule.several_sets = section.keyword("several-sets", faults).unwrap_or(rule.several_sets);
    rule.at_ends = section.keyword("at-ends", faults).unwrap_or(rule.at_ends);
    rule.all = section.keyword("all", faults).unwrap_or(rule.all);
    section.finish("`[digits]`", faults);
    rule
}

/// The bounds of a length, from the keys of a section.
pub(super) fn length(section: &mut Section<'_, '_>, faults: &mut Faults<'_>) -> LengthRule {
    let min = section.number("min", faults);
    let min_unit = section.keyword("min-unit", faults).unwrap_or(LengthUnit::CodePoints);
    let max = section.number("max", faults);
    let max_unit = section.keyword("max-unit", faults).unwrap_or(LengthUnit::CodePoints);
    let otherwise = section.keyword("otherwise", faults).unwrap_or(Stance::Refuse);
    if let (Some(least), Some(most)) = (min, max)
        && min_unit == max_unit
        && least > most
    {
        let message = format!("`min` is {least} and `max` is {most}: no label is so long");
        faults.add(section.place("min"), FaultCode::Contradiction, message);
    }
    LengthRule { min: min.map(|n| (n, min_unit)), max: max.map(|n| (n, max_unit)), otherwise }
}

fn variants(root: &mut Section<'_, '_>, faults: &mut Faults<'_>) -> VariantRule {
    let mut rule = VariantRule::default();
    let Some(mut section) = root.section("variants", faults) else { return rule };
    rule.disposition = section.keyword("disposition", faults);
    rule.note = section.text("note", faults);
    section.finish("`[variants]`", faults);
    rule
}

fn confusables(root: &mut Section<'_, '_>, faults: &mut Faults<'_>) -> ConfusableRule {
    let mut rule = ConfusableRule::default();
    let Some(mut section) = root.section("confusables", faults) else { return rule };
    rule.names = file_reserved::names(&mut section, "names", faults);
    rule.files = plain(section.texts("files", faults));
    rule.otherwise = section.keyword("otherwise", faults).unwrap_or(rule.otherwise);
    rule.whole_script = script_codes(&mut section, "whole-script", faults);
    rule.otherwise_whole_script =
        section.keyword("otherwise-whole-script", faults).unwrap_or(rule.otherwise_whole_script);
    section.finish("`[confusables]`", faults);
    rule
}

/// Reports ids that stand twice.
pub(super) fn refuse_duplicates<'a>(
    ids: impl Iterator<Item = (usize, &'a str)>,
    what: &str,
    faults: &mut Faults<'_>,
) {
    let mut seen = BTreeSet::new();
    for (at, id) in ids {
        if !seen.insert(id) {
            faults.add(at, FaultCode::Duplicate, format!("there are two {what} named `{}`", shown(id)));
        }
    }
}
