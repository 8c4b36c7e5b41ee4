//! The messages of one language.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::Pattern;
use unic_langid::LanguageIdentifier;

use super::needs::Needs;
use super::{Language, Sentences, Text, Word, arguments, scripts};
use crate::finding::{Clause, Code, Document, Finding, Severity};
use crate::label::{Label, LabelKind};
use crate::report::Verdict;
use crate::unicode::Script;

/// The message files, English first: it stands in for what another language lacks.
const ENGLISH: &str = include_str!("en.ftl");

impl Language {
    /// The message file.
    #[must_use]
    pub const fn source(self) -> &'static str {
        match self {
            Self::Ar => include_str!("ar.ftl"),
            Self::Zh => include_str!("zh.ftl"),
            Self::En => ENGLISH,
            Self::Fr => include_str!("fr.ftl"),
            Self::Ru => include_str!("ru.ftl"),
            Self::Es => include_str!("es.ftl"),
        }
    }
}

pub(super) type Bundle = FluentBundle<FluentResource>;

/// The messages of one language, parsed. It is made once and shared between threads.
pub struct Messages {
    language: Language,
    pub(super) bundle: Bundle,
    /// In the order of [`Code::ALL`].
    codes: Vec<CodeMessages>,
    /// In the order of [`Word::ALL`].
    words: Vec<String>,
}

/// What is said of one code.
struct CodeMessages {
    id: String,
    sentence: Prepared,
    explanation: Prepared,
    way_out: Option<Prepared>,
}

/// A message that is made for a finding, or the text itself when it asks for nothing.
enum Prepared {
    Text(String),
    Asks(Needs),
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
        let tag = LanguageIdentifier::from_bytes(language.tag().as_bytes()).unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(alloc::vec![tag]);
        // What is isolated, and what need not be, is decided where arguments are made.
        bundle.set_use_isolating(false);
        if language != Language::En {
            bundle.add_resource_overriding(parse(ENGLISH));
        }
        bundle.add_resource_overriding(parse(language.source()));
        let words = Word::ALL.iter().map(|word| format(&bundle, word.id(), None, None)).collect();
        let codes = Code::ALL.iter().map(|code| CodeMessages::new(*code, &bundle)).collect();
        Self { language, bundle, codes, words }
    }

    /// The language.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// A finding in full sentences, for the person who asked for the name.
    #[must_use]
    pub fn explanation(&self, finding: &Finding, label: Option<&Label>) -> String {
        let Some(messages) = self.of(finding.code()) else { return String::new() };
        self.render(&messages.id, Some(EXPLAIN), &messages.explanation, finding, label)
    }

    /// What to do about a finding, where there is something.
    #[must_use]
    pub fn way_out(&self, finding: &Finding, label: Option<&Label>) -> Option<String> {
        let messages = self.of(finding.code())?;
        let way_out = messages.way_out.as_ref()?;
        Some(self.render(&messages.id, Some(WAY_OUT), way_out, finding, label))
            .filter(|text| !text.is_empty())
    }

    /// Whether there may be a way out of findings with this code.
    #[must_use]
    pub fn has_way_out(&self, code: Code) -> bool {
        self.of(code).is_some_and(|messages| messages.way_out.is_some())
    }

    /// A word or phrase.
    #[must_use]
    pub fn word(&self, word: Word) -> &str {
        self.words.get(word as usize).map_or("", String::as_str)
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
        format(&self.bundle, text.id(), None, Some(&arguments))
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
        let seconds = alloc::format!("{seconds:.1}");
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
            _ => alloc::format!("{clause}").replace("condition", self.word(Word::ClauseCondition)),
        }
    }

    /// The name of a script.
    #[must_use]
    pub fn script(&self, script: Script) -> Cow<'static, str> {
        scripts::name(script, self.language)
    }

    /// A text from outside as it may stand in a sentence of this language: escaped, shortened when it
    /// is long, isolated where its direction of writing could differ.
    #[must_use]
    pub fn shown(&self, text: &str) -> String {
        arguments::shown(text, self.language).into_owned()
    }

    fn of(&self, code: Code) -> Option<&CodeMessages> {
        self.codes.get(code as usize)
    }

    fn render(
        &self,
        id: &str,
        attribute: Option<&str>,
        prepared: &Prepared,
        finding: &Finding,
        label: Option<&Label>,
    ) -> String {
        match prepared {
            Prepared::Text(text) => text.clone(),
            Prepared::Asks(needs) => {
                let arguments = arguments::of_finding(finding, label, self.language, *needs);
                format(&self.bundle, id, attribute, Some(&arguments))
            }
        }
    }
}

impl Sentences for Messages {
    fn sentence(&self, finding: &Finding, label: Option<&Label>) -> String {
        match self.of(finding.code()) {
            Some(messages) => self.render(&messages.id, None, &messages.sentence, finding, label),
            None => finding.code().summary().into(),
        }
    }
}

impl CodeMessages {
    fn new(code: Code, bundle: &Bundle) -> Self {
        // A dot begins an attribute in message files.
        let id = code.name().replace('.', "-");
        let prepared = |attribute: Option<&str>| {
            let needs = Needs::of(pattern(bundle, &id, attribute)?, bundle);
            Some(match needs.is_empty() {
                true => Prepared::Text(format(bundle, &id, attribute, None)),
                false => Prepared::Asks(needs),
            })
        };
        let summary = || Prepared::Text(code.summary().into());
        let sentence = prepared(None).unwrap_or_else(summary);
        let explanation = prepared(Some(EXPLAIN)).unwrap_or_else(summary);
        let way_out = prepared(Some(WAY_OUT));
        Self { sentence, explanation, way_out, id }
    }
}

/// The attributes of messages.
pub(super) const EXPLAIN: &str = "explain";
pub(super) const WAY_OUT: &str = "way-out";

pub(super) fn pattern<'a>(
    bundle: &'a Bundle,
    id: &str,
    attribute: Option<&str>,
) -> Option<&'a Pattern<&'a str>> {
    let message = bundle.get_message(id)?;
    match attribute {
        Some(name) => message.get_attribute(name).map(|attribute| attribute.value()),
        None => message.value(),
    }
}

fn format(bundle: &Bundle, id: &str, attribute: Option<&str>, arguments: Option<&FluentArgs<'_>>) -> String {
    let Some(pattern) = pattern(bundle, id, attribute) else { return String::new() };
    let mut out = String::with_capacity(128);
    let mut errors = Vec::new();
    // Writing to a String cannot fail; a fault of a message file would leave its mark in the text.
    let _ = bundle.write_pattern(&mut out, pattern, arguments, &mut errors);
    out
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

/// What parses of a message file; tests prove that all of it does.
fn parse(source: &str) -> FluentResource {
    match FluentResource::try_new(source.into()) {
        Ok(resource) | Err((resource, _)) => resource,
    }
}
