//! What was found, each finding in full sentences.

use alloc::format;

use maud::{Markup, html as markup};

use super::super::isolates::isolated;
use super::{Noted, Told, mark};
use crate::language::Word;

pub(super) fn render(told: &Told<'_>, noted: &[Noted<'_>]) -> Markup {
    if noted.is_empty() {
        return markup! {};
    }
    let body = markup! {
        ol.findings { @for noted in noted { (finding(told, noted)) } }
    };
    told.section("findings", Word::HeadFindings, &body)
}

fn finding(told: &Told<'_>, noted: &Noted<'_>) -> Markup {
    let messages = told.site.messages;
    let Noted { number, finding, words, .. } = noted;
    let severity = finding.severity();
    markup! {
        li id=(id(*number)) class=(severity.name()) value=(number) {
            h3 {
                span aria-hidden="true" { (mark(severity)) } " " (messages.severity(severity)) " " (number) " – "
                (isolated(&words.sentence))
            }
            p { (isolated(&words.explanation)) }
            @if let Some(way_out) = &words.way_out { p.way-out { (isolated(way_out)) } }
            p.quiet { bdi { (words.clause) } " · " code dir="ltr" { (words.code) } }
        }
    }
}

/// Where the finding of a number stands on the page.
pub(super) fn id(number: usize) -> alloc::string::String {
    format!("finding-{number}")
}
