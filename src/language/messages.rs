//! The messages of one language.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString};

use fluent_bundle::{FluentArgs, FluentValue};

use super::bundle::{Bundle, EXPLAIN, WAY_OUT};
use super::{Language, Sentences, Text, Word, arguments, numbers, scripts};
#[cfg(feature = "policy")]
use crate::decision::Reason;
use crate::finding::{Clause, Code, Document, Finding, Severity};
use crate::label::{Label, LabelKind};
use crate::report::Verdict;
use crate::unicode::Script;

/// The messages of one language, parsed. It is made once and shared between threads.
pub struct Messages {
    language: Language,
    pub(super) bundle: Bundle,
}

/// The value of an argument of a [`Text`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextArgument<'a> {
    /// A number; it chooses the plural form.
    Number(u64),
    /// A text from outside; it is escaped.
    Text(&'a str),
}

impl Messages {
    /// The messages of `language`.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self { language, bundle: Bundle::new(language) }
    }

    /// The language.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// A finding in full sentences, for the person who asked for the name.
    #[must_use]
    pub fn explanation(&self, finding: &Finding, label: Option<&Label>) -> String {
        self.render(finding, Some(EXPLAIN), label).unwrap_or_else(|| missing(finding.code()))
    }

    /// The advice on a finding, where there is some.
    #[must_use]
    pub fn way_out(&self, finding: &Finding, label: Option<&Label>) -> Option<String> {
        self.render(finding, Some(WAY_OUT), label).filter(|text| !text.is_empty())
    }

    /// True if there may be a way out of findings with this code.
    #[must_use]
    pub fn has_way_out(&self, code: Code) -> bool {
        self.bundle.pattern(&message_id(code), Some(WAY_OUT)).is_some()
    }

    /// A word or phrase, as it stands within a sentence.
    #[must_use]
    pub fn word(&self, word: Word) -> &str {
        self.bundle.word(word.id())
    }

    /// A word or phrase as a heading: its first letter is in upper case.
    ///
    /// ```
    /// use ulabel::language::{Language, Messages, Word};
    /// assert_eq!(Messages::new(Language::Ru).heading(Word::HeadVariants), "Варианты");
    /// ```
    #[must_use]
    #[expect(
        clippy::disallowed_methods,
        reason = "the letters of our own words are in every Unicode version"
    )]
    pub fn heading(&self, word: Word) -> String {
        let mut rest = self.word(word).chars();
        rest.next().into_iter().flat_map(char::to_uppercase).chain(rest).collect()
    }

    /// A line with arguments.
    ///
    /// ```
    /// use ulabel::language::{Language, Messages, Text, TextArgument::Number};
    /// let messages = Messages::new(Language::En);
    /// assert_eq!(messages.text(Text::FindingsOf, &[("findings", Number(1))]), "1 finding");
    /// ```
    #[must_use]
    pub fn text(&self, text: Text, arguments: &[(&'static str, TextArgument<'_>)]) -> String {
        let value = |argument: TextArgument<'_>| match argument {
            TextArgument::Number(number) => FluentValue::from(number),
            TextArgument::Text(text) => FluentValue::from(self.shown(text)),
        };
        let arguments: FluentArgs<'_> =
            arguments.iter().map(|(name, argument)| (*name, value(*argument))).collect();
        match self.bundle.pattern(text.id(), None) {
            Some(pattern) => self.bundle.format(pattern, &arguments),
            None => {
                debug_assert!(false, "{} is a message", text.id());
                text.id().to_string()
            }
        }
    }

    /// The line at the end of a run: how many names, and how many of each verdict.
    ///
    /// ```
    /// use ulabel::language::{Language, Messages};
    /// let messages = Messages::new(Language::En);
    /// assert_eq!(messages.summary(2, 1, 0, 1), "2 names: 1 valid, 0 to review, 1 invalid");
    /// ```
    #[must_use]
    pub fn summary(&self, names: u64, valid: u64, review: u64, invalid: u64) -> String {
        self.text(Text::Summary, &tally(names, valid, review, invalid))
    }

    /// As [`Messages::summary`], with how long it took.
    ///
    /// ```
    /// use ulabel::language::{Language, Messages};
    /// let messages = Messages::new(Language::Es);
    /// assert_eq!(messages.summary_timed(1, 1, 0, 0, 0.25), "1 nombre: 1 válido, 0 por revisar, 0 no válidos en 0.2 s");
    /// ```
    #[must_use]
    pub fn summary_timed(&self, names: u64, valid: u64, review: u64, invalid: u64, seconds: f64) -> String {
        let seconds = format!("{seconds:.1}");
        let [names, valid, review, invalid] = tally(names, valid, review, invalid);
        let arguments = [names, valid, review, invalid, ("seconds", TextArgument::Text(&seconds))];
        self.text(Text::SummaryTimed, &arguments)
    }

    /// The name of a verdict.
    #[must_use]
    pub fn verdict(&self, verdict: Verdict) -> &str {
        self.word(match verdict {
            Verdict::Valid => Word::Valid,
            Verdict::Review => Word::Review,
            Verdict::Invalid => Word::Invalid,
        })
    }

    /// The name of a severity.
    #[must_use]
    pub fn severity(&self, severity: Severity) -> &str {
        self.word(match severity {
            Severity::Info => Word::Info,
            Severity::Warning => Word::Warning,
            Severity::Error => Word::Error,
        })
    }

    /// The name of a kind of label.
    #[must_use]
    pub fn kind(&self, kind: LabelKind) -> &str {
        self.word(match kind {
            LabelKind::Empty => Word::KindEmpty,
            LabelKind::NrLdhLabel => Word::KindNrLdhLabel,
            LabelKind::ReservedLdhLabel => Word::KindReservedLdhLabel,
            LabelKind::ALabel => Word::KindALabel,
            LabelKind::FakeALabel => Word::KindFakeALabel,
            LabelKind::ULabel => Word::KindULabel,
            LabelKind::PutativeULabel => Word::KindPutativeULabel,
            LabelKind::NonLdhLabel => Word::KindNonLdhLabel,
        })
    }

    /// A clause as a person reads it: as [`Clause`] displays it, with its words translated.
    #[must_use]
    pub fn clause(&self, clause: Clause) -> String {
        match clause.document() {
            Document::Policy => self.word(Word::DocumentPolicy).into(),
            Document::Lgr => self.word(Word::DocumentLgr).into(),
            Document::BrowserDisplay => self.word(Word::DocumentBrowserDisplay).into(),
            _ => format!("{clause}").replace("condition", self.word(Word::ClauseCondition)),
        }
    }

    /// The name of a script.
    #[must_use]
    pub fn script(&self, script: Script) -> Cow<'static, str> {
        scripts::name(script, self.language)
    }

    /// The names of scripts, with what the language puts between them.
    ///
    /// ```
    /// use ulabel::{language::{Language, Messages}, unicode::Script};
    /// assert_eq!(Messages::new(Language::Fr).scripts(&[Script::Latin, Script::Greek]), "latin, grec");
    /// ```
    #[must_use]
    pub fn scripts(&self, scripts: &[Script]) -> String {
        scripts::list(scripts, self.language)
    }

    /// A text from outside as it may stand in a sentence of this language: escaped, shortened when it
    /// is long, isolated where its direction of writing could differ.
    #[must_use]
    pub fn shown(&self, text: &str) -> String {
        arguments::shown(text, self.language).into_owned()
    }

    /// A number with its digits in groups, as the language writes it.
    ///
    /// ```
    /// use ulabel::language::{Language, Messages};
    /// assert_eq!(Messages::new(Language::En).number(1_234_567), "1,234,567");
    /// assert_eq!(Messages::new(Language::Es).number(12_345), "12.345");
    /// ```
    #[must_use]
    pub fn number(&self, number: u64) -> String {
        numbers::grouped(number, self.language)
    }

    /// A part of a whole in per cent, with one decimal. What is neither nothing nor all is never rounded to it.
    ///
    /// ```
    /// use ulabel::language::{Language, Messages};
    /// let messages = Messages::new(Language::En);
    /// assert_eq!(messages.share(1, 3), "33.3%");
    /// assert_eq!(messages.share(1, 1_000_000), "<0.1%");
    /// ```
    #[must_use]
    pub fn share(&self, part: u64, whole: u64) -> String {
        numbers::share(part, whole, self.language)
    }

    fn render(&self, finding: &Finding, attribute: Option<&str>, label: Option<&Label>) -> Option<String> {
        let pattern = self.bundle.pattern(&message_id(finding.code()), attribute)?;
        let mut arguments = FluentArgs::with_capacity(8);
        self.bundle.arguments(pattern, &mut |name| {
            if arguments.get(name).is_none() {
                arguments.set(name, arguments::of_finding(name, finding, label, self.language));
            }
        });
        Some(self.bundle.format(pattern, &arguments))
    }
}

impl Sentences for Messages {
    fn sentence(&self, finding: &Finding, label: Option<&Label>) -> String {
        self.render(finding, None, label).unwrap_or_else(|| missing(finding.code()))
    }

    fn way_out(&self, finding: &Finding, label: Option<&Label>) -> Option<String> {
        Self::way_out(self, finding, label)
    }

    #[cfg(feature = "policy")]
    fn reason(&self, reason: Reason) -> Option<&str> {
        reason_word(reason).map(|word| self.word(word))
    }

    fn language(&self) -> Language {
        self.language
    }
}

#[cfg(feature = "policy")]
const fn reason_word(reason: Reason) -> Option<Word> {
    Some(match reason {
        Reason::Free | Reason::Member | Reason::MemberElsewhere => return None,
        Reason::Registered => Word::ReasonRegistered,
        Reason::Reserved => Word::ReasonReserved,
        Reason::NndnBlocked => Word::ReasonNndnBlocked,
        Reason::InvalidLabel => Word::ReasonInvalidLabel,
        Reason::LookAlike => Word::ReasonLookAlike,
        Reason::Exempted => Word::ReasonExempted,
        Reason::BlockedByPolicy => Word::ReasonBlockedByPolicy,
        Reason::BlockedVariant => Word::ReasonBlockedVariant,
        Reason::PendingTransfer => Word::ReasonPendingTransfer,
        Reason::OtherRegistrar => Word::ReasonOtherRegistrar,
        Reason::OtherRegistrant => Word::ReasonOtherRegistrant,
        Reason::Limit => Word::ReasonLimit,
        Reason::UnawareClient => Word::ReasonUnawareClient,
    })
}

/// The message of a code; a dot begins an attribute in message files.
pub(super) fn message_id(code: Code) -> String {
    code.name().replace('.', "-")
}

/// A code without a message, which tests prove not to exist, is told in English.
fn missing(code: Code) -> String {
    debug_assert!(false, "{code} has a message");
    code.summary().into()
}

impl core::fmt::Debug for Messages {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Messages").field("language", &self.language).finish_non_exhaustive()
    }
}

fn tally(names: u64, valid: u64, review: u64, invalid: u64) -> [(&'static str, TextArgument<'static>); 4] {
    use TextArgument::Number;
    [
        ("names", Number(names)),
        ("valid", Number(valid)),
        ("review", Number(review)),
        ("invalid", Number(invalid)),
    ]
}
