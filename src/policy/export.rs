//! A table of a policy made ready to be published: a ruleset that stands alone, with the head that IANA's
//! Repository of IDN Practices asks for.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::compile::is_safe;
use super::model::{
    CodePointSet, Demand, LengthRule, LengthUnit, Pattern, Policy, RuleName, Stance, Table, WholeLabelRule,
};
use crate::finding::Refused;
use crate::idna2008::property::derived_property;
use crate::label::MAX_LABEL_OCTETS;
use crate::lgr::text::{self, Written};
use crate::lgr::{
    Description, Format, Identifier, Lgr, LgrVersion, Located, Origin, Reference, full_date, xml,
};
use crate::text::keywords;
use crate::unicode::DerivedProperty;

/// A table to be published.
///
/// ```
/// use ulabel::policy::{builtin, HeadField};
///
/// let policy = builtin::find("ch").unwrap().policy().unwrap();
/// let table = policy.export(&policy.tables[0], &mut |_| Err("no files".into())).unwrap();
/// assert!(table.head.contains(&(HeadField::Registry, Some("SWITCH".into()))));
/// assert!(table.to_xml().contains("<language>und-Latn</language>"));
/// assert!(table.to_rfc4290().text.contains("# Effective Date (not stated by the policy, to be filled in):\n"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Export {
    /// The name of the table.
    pub id: String,
    /// The table as it was exported: with letters that IDNA2008 permits alone, and lengths as rules.
    pub table: Table,
    /// What the head says, in order; none where the policy does not say what a published table should.
    pub head: Vec<(HeadField, Option<String>)>,
    /// The table as a ruleset: what IDNA2008 never permits is left out, lengths in code points are a rule.
    pub lgr: Lgr,
    /// The rules of the policy that a label has to keep beside the ruleset.
    pub beside: Vec<RuleName>,
}

keywords! {
    /// A line in the head of a table, by the name it has in text.
    #[non_exhaustive]
    HeadField {
        /// A language, as a tag of RFC 5646.
        Language = "Language",
        /// A script, as a code of ISO 15924.
        Script = "Script",
        /// The version of the table.
        Version = "Version",
        /// The day from which it is in force.
        EffectiveDate = "Effective Date",
        /// Who decides on registrations.
        Registry = "Registry",
        /// A domain it is for.
        Tld = "TLD",
        /// Whom to ask: name, address, telephone.
        Contact = "Contact",
        /// Where the policy comes from.
        Status = "Status",
        /// The certainty that the registry's rules are as stated.
        Certainty = "Certainty",
        /// A document that states the rules.
        Source = "Source",
        /// A note for people.
        Note = "Note",
    }
}

impl Policy {
    /// Makes a table of this policy ready to be published; `files` as in
    /// [`CompiledPolicy::with_files`](super::CompiledPolicy::with_files).
    ///
    /// # Errors
    ///
    /// All that is wrong with the ruleset file of the table.
    pub fn export(
        &self,
        table: &Table,
        files: &mut dyn FnMut(&str) -> Result<String, String>,
    ) -> Result<Export, Refused> {
        let mut alone = self.clone();
        let mut table = table.clone();
        let beside = self.beside(&table);
        if table.lgr.is_none() {
            self.permit(&mut table);
            lengths(&self.length, &mut table);
            let of_table = table.length;
            lengths(&of_table, &mut table);
        }
        alone.tables = alloc::vec![table.clone()];
        let lgr = alone.to_rulesets(files)?.into_iter().next().map(|(_, lgr)| lgr).unwrap_or_default();
        let mut export = Export { id: table.id.clone(), head: self.head(&table), lgr, beside, table };
        if export.table.lgr.is_none() {
            export.metadata();
        }
        Ok(export)
    }

    /// Leaves out letters that the protocol never permits.
    fn permit(&self, table: &mut Table) {
        let is_permitted = |c: &char| {
            !matches!(
                derived_property(*c, self.unicode),
                DerivedProperty::Disallowed | DerivedProperty::Unassigned
            )
        };
        table.letters = table.letters.iter().filter(is_permitted).collect::<CodePointSet>();
    }

    /// What published tables say of themselves.
    fn head(&self, table: &Table) -> Vec<(HeadField, Option<String>)> {
        use HeadField as F;
        let mut head: Vec<(F, Option<String>)> = Vec::new();
        head.extend(table.languages.iter().map(|tag| (F::Language, Some(tag.clone()))));
        head.extend(table.scripts.iter().map(|code| (F::Script, Some(code.to_string()))));
        if head.is_empty() {
            head.push((F::Script, None));
        }
        head.push((F::Version, self.version.clone()));
        head.push((F::EffectiveDate, self.effective.clone()));
        head.push((F::Registry, self.authority.clone()));
        match self.tlds.as_slice() {
            [] => head.push((F::Tld, None)),
            tlds => head.extend(tlds.iter().map(|tld| (F::Tld, Some(tld.clone())))),
        }
        head.push((F::Contact, self.contact.clone()));
        head.push((F::Status, Some(self.status.to_string())));
        head.extend(self.certainty.map(|certainty| (F::Certainty, Some(certainty.to_string()))));
        let sources =
            table.source.iter().chain(self.sources.iter().filter(|of| Some(*of) != table.source.as_ref()));
        head.extend(sources.map(|source| (F::Source, Some(source.clone()))));
        head.extend(self.note.iter().map(|note| (F::Note, Some(note.clone()))));
        head
    }

    /// The rules that no ruleset of this table holds, or that are not written into it.
    fn beside(&self, table: &Table) -> Vec<RuleName> {
        let is_beside =
            |rule: &LengthRule| rule.otherwise != Stance::Allow && (rule.min.is_some() || rule.max.is_some());
        let in_table = |rule: &LengthRule| table.lgr.is_none() && !is_beside(rule) || is_written(rule);
        let digits = &self.digits;
        let confusables = &self.confusables;
        let all = [
            (
                RuleName::Scripts,
                !is_safe(&self.scripts, table) || table.lgr.is_some() && self.scripts.mixing_rule().is_some(),
            ),
            (
                RuleName::Digits,
                digits.several_sets != Stance::Allow && table.digits.len() > 1
                    || digits.at_ends != Stance::Allow,
            ),
            (RuleName::AllDigits, digits.all != Stance::Allow),
            (RuleName::Hyphens, self.double_hyphens != Stance::Allow),
            (
                RuleName::Length,
                [&self.length, &table.length]
                    .into_iter()
                    .any(|rule| is_beside(rule) && (table.lgr.is_some() || !in_table(rule))),
            ),
            (RuleName::AsciiLabels, self.ascii_labels != Stance::Allow),
            (RuleName::Reserved, !self.reserved.is_empty()),
            (
                RuleName::Confusables,
                !(confusables.names.is_empty()
                    && confusables.files.is_empty()
                    && confusables.whole_script.is_empty()),
            ),
        ];
        all.into_iter().filter(|(_, holds)| *holds).map(|(rule, _)| rule).collect()
    }
}

/// True if the length can be a rule of RFC 7940, which counts code points.
fn is_written(rule: &LengthRule) -> bool {
    let counts = |bound: Option<u32>, unit: LengthUnit| bound.is_none() || unit == LengthUnit::CodePoints;
    rule.otherwise == Stance::Refuse && counts(rule.min, rule.min_unit) && counts(rule.max, rule.max_unit)
}

/// Adds a length as a whole-label rule.
fn lengths(rule: &LengthRule, table: &mut Table) {
    let longest = MAX_LABEL_OCTETS as u32;
    let (least, most) = (rule.min.unwrap_or(1), rule.max.unwrap_or(longest).min(longest));
    if !is_written(rule) || least <= 1 && most == longest {
        return;
    }
    // Bounds that exclude each other have no pattern; the review of the policy tells.
    let Ok(pattern) = Pattern::parse(&format!("^.{{{least},{most}}}$")) else { return };
    let is_taken =
        |name: &String| table.classes.contains_key(name) || table.rules.iter().any(|rule| rule.name == *name);
    let numbered = (2_u32..).map(|number| format!("length-{number}"));
    let Some(name) = core::iter::once("length".into()).chain(numbered).find(|name| !is_taken(name)) else {
        return;
    };
    table.rules.push(WholeLabelRule { name, demand: Demand::Require, pattern });
}

impl Export {
    /// The values of a line of the head that are stated.
    fn stated(&self, field: HeadField) -> impl Iterator<Item = &str> {
        self.head.iter().filter(move |(of, _)| *of == field).filter_map(|(_, value)| value.as_deref())
    }

    /// Says in the terms of RFC 7940 what the head says.
    fn metadata(&mut self) {
        let mut metadata = core::mem::take(&mut self.lgr.metadata);
        if metadata.languages.is_empty() {
            let tag = |code: &str| Identifier::from(format!("und-{code}").as_str()).into();
            metadata.languages = self.stated(HeadField::Script).map(tag).collect();
        }
        metadata.version = self.stated(HeadField::Version).next().map(|version| LgrVersion {
            value: version.into(),
            comment: None,
            origin: Origin::NONE,
        });
        metadata.date = self.stated(HeadField::EffectiveDate).next().and_then(full_date).map(Located::from);
        let sources = self.stated(HeadField::Source).enumerate().map(|(number, source)| Reference {
            id: format!("{number}").as_str().into(),
            text: source.into(),
            comment: None,
            origin: Origin::NONE,
        });
        metadata.references = sources.collect();
        let fields = [
            HeadField::Registry,
            HeadField::Contact,
            HeadField::Status,
            HeadField::Certainty,
            HeadField::Note,
        ];
        let lines = fields
            .into_iter()
            .flat_map(|field| self.stated(field).map(move |value| format!("{}: {value}", field.name())));
        let text = lines.collect::<Vec<_>>().join("\n");
        metadata.description = Some(plain(&text));
        self.lgr.metadata = metadata;
    }

    /// As XML of RFC 7940.
    #[must_use]
    pub fn to_xml(&self) -> String {
        xml::write(&self.lgr)
    }

    /// As text of RFC 4290, with the head as comments, and what the format cannot hold.
    #[must_use]
    pub fn to_rfc4290(&self) -> Written {
        let mut lgr = self.lgr.clone();
        let mut number = 0;
        let lines = self.head.iter().map(|(field, value)| match (field, value.as_deref().map(one_line)) {
            (HeadField::Source, Some(value)) => {
                number += 1;
                // So that a reader finds the reference again.
                format!("Reference {} {value}", number - 1)
            }
            (_, Some(value)) => format!("{}: {value}", field.name()),
            (_, None) => format!("{} (not stated by the policy, to be filled in):", field.name()),
        });
        let mut lines: Vec<String> = lines.collect();
        if !self.beside.is_empty() {
            let beside: Vec<&str> = self.beside.iter().map(|rule| rule.name()).collect();
            lines.push(format!("Asked by the policy beside this table: {}", beside.join(", ")));
        }
        lgr.metadata.description = Some(plain(&lines.join("\n")));
        text::write(&lgr, Format::Rfc4290)
    }
}

fn one_line(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

fn plain(text: &str) -> Description {
    Description { media_type: None, text: text.into(), origin: Origin::NONE }
}
