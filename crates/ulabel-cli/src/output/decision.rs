//! Decisions for people: a line a name, and under it what decides and what would make the name possible.

use std::io::Write;

use ulabel::decision::Decision;
use ulabel::language::{Messages, Word};
use ulabel::view::DecisionView;
use ulabel::{Label, Verdict};

use super::Presentation;
use super::report::finding_line;

/// Adds one decision.
pub(crate) fn write(
    decision: &Decision,
    view: &DecisionView<'_, Messages>,
    presentation: &Presentation,
    out: &mut Vec<u8>,
) {
    let Presentation { style, messages } = presentation;
    let word = if decision.available { Word::Available } else { Word::NotAvailable };
    let verdict = if decision.available { Verdict::Valid } else { Verdict::Invalid };
    // Writing to memory cannot fail.
    let _ = write!(out, "{}  {}", style.verdict(verdict, messages.word(word)), style.escape(&decision.name));
    if let Some(a_label) = decision.a_label.as_deref().filter(|label| Label::parse(label).u_label() != Some(label)) {
        let _ = write!(out, "  {}", style.faint(a_label));
    }
    if let Some(status) = decision.status() {
        let _ = write!(out, "  {}", style.faint(&format!("[{status}]")));
    }
    let _ = writeln!(out);
    for (finding, label) in decision.findings() {
        finding_line(finding, label, None, presentation, out);
    }
    let names = |names: &[String]| names.join(", ");
    let look_alikes: Vec<&str> = decision.look_alikes.iter().map(|other| &*other.name).collect();
    let lines = [
        (Word::HeadPrimary, decision.primary.clone().filter(|name| *name != decision.name)),
        (Word::HeadSet, Some(names(&decision.colliding))),
        (Word::HeadElsewhere, Some(names(&decision.elsewhere))),
        (Word::HeadLooksLike, Some(look_alikes.join(", "))),
        (Word::HeadCommand, decision.command().map(|command| command.name().into())),
        (Word::HeadWayOut, view.way_out()),
    ];
    for (word, text) in lines {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            let _ = writeln!(out, "  {}: {}", messages.word(word), style.escape(&text));
        }
    }
}
