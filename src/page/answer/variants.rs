//! What else is taken with a name: its variants, counted, and some of them.

use maud::{Markup, html as markup};

use super::Told;
use crate::collisions::VariantList;
use crate::label::Label;
use crate::language::{Text, TextArgument, Word};
use crate::policy::VariantDisposition;
use crate::text::escape;

pub(super) fn render(told: &Told<'_>) -> Markup {
    let Some(list) = &told.answer.variants else { return markup! {} };
    let messages = told.site.messages;
    let counts = list.counts.by_disposition();
    let rule = told.answer.policy().and_then(|policy| policy.variants.disposition);
    let body = markup! {
        @if list.variants.is_err() {
            p { (messages.word(Word::NotKnown)) }
        } @else if counts.is_empty() {
            p { (messages.word(Word::PageNoVariants)) }
        } @else {
            p { (messages.word(word(rule))) }
            dl.counts {
                @for (disposition, count) in counts {
                    dt { @match called(disposition) {
                        Some(word) => (messages.heading(word)),
                        None => bdi { (escape(disposition)) },
                    } }
                    dd { (count) }
                }
            }
            (listed(told, list))
        }
    };
    told.section("variants", Word::PageTaken, &body)
}

fn listed(told: &Told<'_>, list: &VariantList) -> Markup {
    let messages = told.site.messages;
    let more = list.not_listed().filter(|more| *more > 0);
    markup! {
        ul.variants {
            @for variant in list.variants.iter().flatten() {
                li {
                    bdi lang="" { (escape(&variant.label)) }
                    @if let Some(a_label) = Label::parse(&variant.label).a_label() { " " code dir="ltr" { (a_label) } }
                    " – "
                    @match called(&variant.disposition) {
                        Some(word) => (messages.word(word)),
                        None => bdi { (escape(&variant.disposition)) },
                    }
                }
            }
        }
        @if let Some(more) = more {
            p.quiet { (messages.text(Text::NotShown, &[("count", TextArgument::Number(more))])) }
        }
    }
}

/// What the policy does with variants.
const fn word(rule: Option<VariantDisposition>) -> Word {
    match rule {
        Some(VariantDisposition::Block) => Word::PageVariantsBlock,
        Some(VariantDisposition::SameEntity) => Word::PageVariantsSameEntity,
        Some(VariantDisposition::Allocate) => Word::PageVariantsAllocate,
        Some(VariantDisposition::None) => Word::PageVariantsNone,
        None => Word::PageVariantsUnknown,
    }
}

/// The word for a disposition of RFC 7940 §7.6; a table may have others.
fn called(disposition: &str) -> Option<Word> {
    Some(match disposition {
        "blocked" => Word::DispositionBlocked,
        "allocatable" => Word::DispositionAllocatable,
        "activated" => Word::DispositionActivated,
        _ => return None,
    })
}
