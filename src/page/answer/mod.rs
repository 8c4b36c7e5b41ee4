//! The page on which a person asks for a name, and reads the answer: whether it can be had, what would work, where the
//! fault is, what it looks like, and what else is taken with it.
//!
//! ```
//! use ulabel::language::{Language, Messages};
//! use ulabel::page::{Question, Site, answer::{self, Answer}};
//! use ulabel::{Checker, policy::builtin};
//!
//! let policy = builtin::find("ch").unwrap().policy().unwrap();
//! let checker = Checker::with_policy(&policy).unwrap();
//! let question = Question { name: "Bücher", tld: "ch" };
//! let answer = Answer::new(checker.check(&question.whole_name("ch")), &checker);
//! let site = Site { messages: &Messages::new(Language::En), base: "/", policies: &["ch", "ch-start"] };
//! let page = answer::html(&question, Some(&answer), &site);
//! assert!(page.contains("<bdi>bücher.ch</bdi>"), "the way out is a link");
//! ```

mod appearance;
mod findings;
mod form;
mod gathered;
mod headline;
mod letters;
mod variants;
mod ways_out;

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;

pub use gathered::Answer;
use maud::{Markup, html as markup};

use super::isolates::isolated;
use super::shell::Page;
use super::site::{Address, Question, Site};
use crate::finding::Severity;
use crate::language::Word;
use crate::text::excerpt;
use crate::view::explanation::Explanation;
use gathered::Noted;

/// The octets that a name is given in at most. A label of 63 octets in its A-label form has at most 59 code points, and a
/// name four of them: written in Unicode, with four octets each, that stays below.
pub const MAX_NAME_OCTETS: usize = 1024;

impl<'a> Question<'a> {
    /// True if nothing that long is a name, so that nothing is to be looked at.
    #[must_use]
    pub const fn is_too_long(&self) -> bool {
        self.name.len() > MAX_NAME_OCTETS
    }

    /// The name that is asked for: a label alone is one under `tld`, the domain of the policy that was chosen.
    #[must_use]
    pub fn whole_name(&self, tld: &str) -> Cow<'a, str> {
        let name = self.name.trim();
        if name.contains('.') || name.is_empty() || tld.is_empty() {
            return Cow::Borrowed(name);
        }
        Cow::Owned(format!("{name}.{tld}"))
    }
}

/// The page, in UTF-8: the form, and the answer where there is one. Where the question is
/// [too long](Question::is_too_long) it says so, and shows no answer.
#[must_use]
pub fn html(question: &Question<'_>, answer: Option<&Answer<'_>>, site: &Site<'_>) -> String {
    let messages = site.messages;
    let answer = answer.filter(|_| !question.is_too_long());
    let told = answer.map(|answer| Told::new(answer, question, site));
    let content = markup! {
        h1 { (messages.heading(Word::PageTitle)) }
        p.lead { (isolated(messages.word(Word::PageLead))) }
        (form::render(question, site))
        @if question.is_too_long() { p.note role="alert" { (messages.word(Word::PageTooLong)) } }
        @if let Some(told) = &told { (told.render()) }
    };
    // A name that is no name makes no address.
    let name = if question.is_too_long() { "" } else { question.name };
    let address = Address::Question(Question { name, ..*question });
    let title = told.as_ref().map(|told| told.headline.as_str());
    Page { site, address, title, content }.into_html()
}

/// An answer on its way into a page.
struct Told<'a> {
    answer: &'a Answer<'a>,
    question: &'a Question<'a>,
    site: &'a Site<'a>,
    explanation: Explanation<'a>,
    headline: String,
}

impl<'a> Told<'a> {
    fn new(answer: &'a Answer<'a>, question: &'a Question<'a>, site: &'a Site<'a>) -> Self {
        let explanation = Explanation::new(answer.report(), answer.checker, site.messages);
        let headline = headline::text(answer, site.messages);
        Self { answer, question, site, explanation, headline }
    }

    fn render(&self) -> Markup {
        let noted = gathered::noted(self.answer, &self.explanation);
        markup! {
            (headline::render(self))
            (ways_out::render(self))
            (letters::render(self, &noted))
            (findings::render(self, &noted))
            (appearance::render(self))
            (variants::render(self))
            (self.permanent_link())
        }
    }

    fn heading(&self, word: Word) -> String {
        self.site.messages.heading(word)
    }

    /// A part of the answer, under its heading.
    fn section(&self, id: &str, word: Word, body: &Markup) -> Markup {
        markup! {
            section id=(id) aria-labelledby={ (id) "-heading" } {
                h2 id={ (id) "-heading" } { (self.heading(word)) }
                (body)
            }
        }
    }

    /// A name near the one asked for, as a question of its own.
    fn link_to(&self, name: &str) -> String {
        self.site.link(&Address::Question(Question { name, ..*self.question }))
    }

    fn permanent_link(&self) -> Markup {
        let link = self.site.link(&Address::Question(*self.question));
        let body = markup! {
            p { a.link href=(link) dir="ltr" { (excerpt(&link, MAX_LINK_SHOWN)) } }
            p.quiet { (self.site.messages.word(Word::PagePermanentLinkHint)) }
        };
        self.section("link", Word::PagePermanentLink, &body)
    }
}

/// Characters of an address that are shown at most; the link itself is whole.
const MAX_LINK_SHOWN: usize = 400;

/// The mark of a severity, beside its word: meaning is never in a colour alone.
const fn mark(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "✖",
        Severity::Warning => "▲",
        Severity::Info => "ℹ",
    }
}
