//! The form of a question.

use maud::{Markup, html as markup};

use super::super::choice::choice;
use super::super::site::{Question, Site};
use crate::language::Word;
use crate::text::excerpt;

/// Characters of a name that are shown at most in the form.
const MAX_TYPED_SHOWN: usize = super::MAX_NAME_OCTETS;

pub(super) fn render(question: &Question<'_>, site: &Site<'_>) -> Markup {
    let messages = site.messages;
    markup! {
        form.question method="get" action=(site.base) {
            p {
                label for="name" { (messages.heading(Word::HeadName)) }
                input id="name" name="name" type="text" value=(excerpt(question.name, MAX_TYPED_SHOWN)) dir="auto" lang=""
                    autocapitalize="none" autocomplete="off" spellcheck="false" aria-describedby="name-hint";
                span.quiet id="name-hint" { (messages.word(Word::PageNameHint)) }
            }
            p {
                label for="tld" { (messages.heading(Word::TopLevelDomain)) }
                (choice("tld", question.tld, Some(messages.word(Word::PageTldOfName)), site))
            }
            input type="hidden" name="lang" value=(messages.language().tag());
            p { button type="submit" { (messages.heading(Word::PageAsk)) } }
        }
    }
}
