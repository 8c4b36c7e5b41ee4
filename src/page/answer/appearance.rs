//! What the name looks like: its forms, what browsers show, what it can be taken for.

use alloc::vec::Vec;

use maud::{Markup, html as markup};

use super::super::isolates::isolated;
use super::Told;
use super::gathered::is_advice;
use crate::finding::{Code, Finding};
use crate::language::Word;
use crate::script::skeleton;
use crate::text::escape;
use crate::unicode::nfc;

pub(super) fn render(told: &Told<'_>) -> Markup {
    let (answer, messages) = (told.answer, told.site.messages);
    let Some(label) = answer.registered_label() else { return markup! {} };
    let Some(u_label) = label.label().u_label() else { return markup! {} };
    let report = answer.report();
    let explained = told.answer.registered.and_then(|at| told.explanation.labels.get(at));
    let of_label = label.findings().iter().zip(explained.into_iter().flat_map(|it| &it.explanations));
    let of_name = report.findings().iter().zip(&told.explanation.findings);
    // What browsers would show of a label that nobody can have helps nobody; what they would make of it may.
    let is_mapping = |finding: &Finding| matches!(finding.code(), Code::Uts46Mapped | Code::Uts46Refused);
    let helps = |finding: &Finding| is_advice(finding) && (label.is_valid() || is_mapping(finding));
    let advice: Vec<_> = of_label.chain(of_name).filter(|(finding, _)| helps(finding)).collect();
    let is_shown = advice.is_empty() && !u_label.is_ascii() && label.is_valid();
    let skeleton = Some(nfc(&skeleton(u_label))).filter(|it| !u_label.is_ascii() && it != u_label);
    let a_label = label.label().a_label().filter(|a_label| label.is_valid() && *a_label != u_label);
    let scripts: Vec<_> = label.scripts().into_iter().map(|script| messages.script(script)).collect();
    let look_alikes = answer.decision().map(|decision| &*decision.look_alikes).unwrap_or_default();
    let body = markup! {
        dl {
            dt { (told.heading(if u_label.is_ascii() { Word::HeadLabel } else { Word::HeadULabel })) }
            dd lang="" { bdi { (escape(u_label)) } }
            @if let Some(a_label) = a_label {
                dt { (told.heading(Word::HeadALabel)) }
                dd { code dir="ltr" { (a_label) } }
            }
            @if !scripts.is_empty() {
                dt { (told.heading(Word::HeadScripts)) }
                dd { (scripts.join(", ")) }
            }
            @if let Some(skeleton) = &skeleton {
                dt { (told.heading(Word::HeadSkeleton)) }
                dd lang="" { bdi { (escape(skeleton)) } }
            }
            @if !look_alikes.is_empty() {
                dt { (told.heading(Word::HeadLooksLike)) }
                @for other in look_alikes { dd lang="" { bdi { (escape(&other.name)) } } }
            }
        }
        @if skeleton.is_some() { p.quiet { (messages.word(Word::PageSameSkeleton)) } }
        @if is_shown { p { (messages.word(Word::PageShown)) } }
        @for (_, words) in advice {
            p {
                (isolated(&words.explanation))
                // What would work in place of a label that is refused is told above.
                @if let Some(way_out) = words.way_out.as_ref().filter(|_| label.is_valid()) { " " (isolated(way_out)) }
            }
        }
    };
    told.section("looks", Word::PageLooks, &body)
}
