//! What would work in place of a name that cannot be had.

use maud::{Markup, html as markup};

use super::Told;
use crate::language::Word;
use crate::report::Verdict;

pub(super) fn render(told: &Told<'_>) -> Markup {
    // What somebody else has is not mended by another spelling.
    let is_refused =
        told.answer.report().verdict() == Verdict::Invalid && told.answer.verdict() == Verdict::Invalid;
    if !is_refused || told.answer.report().labels().iter().all(|label| label.is_valid()) {
        return markup! {};
    }
    let ways_out = &told.explanation.ways_out;
    let body = markup! {
        @if ways_out.is_empty() {
            p { (told.site.messages.word(Word::PageNoWayOut)) }
        } @else {
            ul.ways-out {
                @for way in ways_out {
                    li {
                        a href=(told.link_to(&way.name)) lang="" { bdi { (way.name) } }
                        @if way.ascii != way.name { " " code dir="ltr" { (way.ascii) } }
                    }
                }
            }
        }
    };
    told.section("ways-out", Word::PageWaysOut, &body)
}
