//! The answer in a line, and what it rests on.

use alloc::format;
use alloc::string::String;

use maud::{Markup, html as markup};

use super::super::isolates::isolated;
use super::super::site::Address;
use super::super::standing::{certainty, status};
use super::{Answer, Told};
use crate::language::{Messages, Sentences, Text, TextArgument, Word};
use crate::policy::Policy;
use crate::report::Verdict;

/// The answer in a line.
pub(super) fn text(answer: &Answer<'_>, messages: &Messages) -> String {
    let report = answer.report();
    let name = answer.decision().map_or_else(|| report.name(), |decision| decision.name.clone());
    let name = ("name", TextArgument::Text(&name));
    if let Some(other) = answer.holder_of() {
        return messages.text(Text::PageForHolder, &[name, ("other", TextArgument::Text(other))]);
    }
    if let Some(decision) = answer.decision() {
        let text = if decision.available { Text::PageAvailable } else { Text::PageNotAvailable };
        return messages.text(text, &[name]);
    }
    let domain = answer.policy().map(domain).unwrap_or_default();
    let tld = ("tld", TextArgument::Text(&domain));
    match (answer.verdict(), domain.is_empty()) {
        (Verdict::Valid, false) => messages.text(Text::PageFits, &[name, tld]),
        (Verdict::Valid, true) => messages.text(Text::PageFitsProtocol, &[name]),
        (Verdict::Review, _) => messages.text(Text::PageReview, &[name]),
        (Verdict::Invalid, false) => messages.text(Text::PageRefused, &[name, tld]),
        (Verdict::Invalid, true) => messages.text(Text::PageRefusedProtocol, &[name]),
    }
}

/// The first domain of a policy, as people write it.
fn domain(policy: &Policy) -> String {
    policy.tlds.first().map(|tld| format!(".{tld}")).unwrap_or_default()
}

pub(super) fn render(told: &Told<'_>) -> Markup {
    let (answer, messages) = (told.answer, told.site.messages);
    let verdict = answer.verdict();
    let sign = match verdict {
        Verdict::Valid => "✔",
        Verdict::Review => "▲",
        Verdict::Invalid => "✖",
    };
    markup! {
        section class={ "answer " (verdict.name()) } id="answer" aria-labelledby="answer-heading" {
            h2 id="answer-heading" { span.sign aria-hidden="true" { (sign) } " " (isolated(&told.headline)) }
            @if let Some(decision) = answer.decision() {
                @let view = decision.view(told.question.name, messages);
                @if let Some(reason) = messages.reason(decision.reason) { p { strong { (reason) } } }
                @if let Some(sentence) = view.sentence() { p { (isolated(&sentence)) } }
                @if let Some(way_out) = view.way_out() { p { (isolated(&way_out)) } }
            } @else {
                p { (isolated(messages.word(Word::PageNotLookedUp))) }
            }
            @match answer.policy() {
                Some(policy) => (basis(policy, told)),
                None => p { (isolated(messages.word(Word::PageNoPolicy))) },
            }
        }
    }
}

/// Which policy was applied, and how far it can be relied upon.
fn basis(policy: &Policy, told: &Told<'_>) -> Markup {
    let messages = told.site.messages;
    markup! {
        p.quiet {
            (messages.heading(Word::HeadPolicy)) " "
            a href=(told.site.link(&Address::Policy(&policy.id))) { bdi { (policy.id) } }
            " – " (messages.word(status(policy.status)))
            @if let Some(sure) = policy.certainty { " (" (messages.word(certainty(sure))) ")" }
        }
    }
}
