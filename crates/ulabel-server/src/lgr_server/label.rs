//! Labels as IDNA2008 has them: what LGR Server asks before it asks a ruleset.

use ulabel::Checker;
use ulabel::label::ACE_PREFIX;

use super::reply::Refusal;

/// A label that IDNA2008 takes, or for LGR Server also several with dots between.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ValidLabel {
    pub(super) u_label: String,
    pub(super) a_label: String,
}

impl ValidLabel {
    /// A label in either form. ASCII letters are read without case; others have to be in lower case.
    pub(super) fn read(text: &str) -> Option<Self> {
        let lower = if text.is_ascii() { text.to_ascii_lowercase() } else { text.to_owned() };
        let report = Checker::registration().check_label(&lower);
        if !report.is_valid() {
            return None;
        }
        let label = report.label();
        Some(Self { u_label: label.u_label()?.to_owned(), a_label: label.a_label()?.to_owned() })
    }

    /// As [`ValidLabel::read`], or the refusal of what is none.
    pub(super) fn read_or_refuse(text: &str) -> Result<Self, Refusal> {
        Self::read(text).ok_or_else(|| refusal(text))
    }

    /// As LGR Server reads it: a label with dots is taken for several, and ASCII letters keep their case in the A-label.
    pub(super) fn read_compatible(text: &str) -> Result<Self, Refusal> {
        let (name, has_root) = match text.strip_suffix(is_dot) {
            Some(name) => (name, true),
            None => (text, false),
        };
        let labels = name.split(is_dot).map(|label| {
            let valid = Self::read(label)?;
            let a_label = if label.is_ascii() { label.to_owned() } else { valid.a_label };
            Some(Self { a_label, ..valid })
        });
        let labels: Option<Vec<Self>> = labels.collect();
        let labels = labels.ok_or_else(|| refusal(text))?;
        let joined = |form: fn(&Self) -> &str| {
            let name = labels.iter().map(form).collect::<Vec<_>>().join(".");
            if has_root { name + "." } else { name }
        };
        Ok(Self { u_label: joined(|label| &label.u_label), a_label: joined(|label| &label.a_label) })
    }

    pub(super) fn code_points(&self) -> Vec<u32> {
        self.u_label.chars().map(u32::from).collect()
    }
}

/// The full stops that IDNA2003 takes for separators, which LGR Server still does.
fn is_dot(c: char) -> bool {
    matches!(c, '.' | '\u{3002}' | '\u{FF0E}' | '\u{FF61}')
}

/// The refusal of what is no label.
fn refusal(text: &str) -> Refusal {
    let has_prefix = text.get(..ACE_PREFIX.len()).is_some_and(|start| start.eq_ignore_ascii_case(ACE_PREFIX));
    let form = if has_prefix { "A-label" } else { "U-label" };
    Refusal::not_found(format!("Invalid {form} '{text}'"))
}
