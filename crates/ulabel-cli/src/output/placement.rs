//! Where a label may be registered, for people: a line a policy.

use std::io::Write;

use ulabel::{Label, Placement};

use super::Presentation;
use super::report::{told, verdict_width};

/// Adds what one policy says; its name where it is not that of the domain.
pub(crate) fn write(placement: &Placement<'_>, presentation: &Presentation, out: &mut Vec<u8>) {
    let Presentation { style, messages } = presentation;
    let verdict = placement.report.verdict();
    let width = verdict_width(messages);
    let domain = match placement.tld {
        Some(tld) => format!(".{}", style.escape(tld)),
        None => style.escape(placement.policy).into_owned(),
    };
    // Writing to memory cannot fail.
    let _ = write!(out, "{:width$}  {domain}", style.verdict(verdict, messages.verdict(verdict)));
    let is_of_domain = placement.tld.is_none_or(|tld| Label::parse(tld).a_label() == Some(placement.policy));
    if !is_of_domain {
        let _ = write!(out, " ({})", style.escape(placement.policy));
    }
    if let Some(reason) = placement.reason() {
        let _ = write!(out, "  {}", told(reason, Some(&placement.report), presentation));
    }
    let _ = writeln!(out);
}
