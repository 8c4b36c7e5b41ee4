//! The message file of one language, parsed.

use alloc::string::String;
use alloc::vec::Vec;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};
use unic_langid::LanguageIdentifier;

use super::Language;

/// The attributes of the message of a code.
pub(super) const EXPLAIN: &str = "explain";
pub(super) const WAY_OUT: &str = "way-out";

impl Language {
    /// The message file.
    #[must_use]
    pub const fn source(self) -> &'static str {
        match self {
            Self::Ar => include_str!("ar.ftl"),
            Self::Zh => include_str!("zh.ftl"),
            Self::En => include_str!("en.ftl"),
            Self::Fr => include_str!("fr.ftl"),
            Self::Ru => include_str!("ru.ftl"),
            Self::Es => include_str!("es.ftl"),
        }
    }
}

/// Messages by their ids. Tests prove that every file parses whole and that all have the same messages.
pub(super) struct Bundle(FluentBundle<FluentResource>);

impl Bundle {
    pub(super) fn new(language: Language) -> Self {
        let tag = LanguageIdentifier::from_bytes(language.tag().as_bytes());
        debug_assert!(tag.is_ok(), "{language} is a language tag");
        let mut bundle = FluentBundle::new_concurrent(tag.into_iter().collect());
        // Arguments are isolated where they are made, if their direction can differ.
        bundle.set_use_isolating(false);
        let resource = FluentResource::try_new(language.source().into());
        debug_assert!(resource.is_ok(), "the file of {language} parses");
        let (Ok(resource) | Err((resource, _))) = resource;
        bundle.add_resource_overriding(resource);
        Self(bundle)
    }

    /// The value of a message, or one of its attributes.
    pub(super) fn pattern(&self, id: &str, attribute: Option<&str>) -> Option<&Pattern<&str>> {
        let message = self.0.get_message(id)?;
        match attribute {
            Some(name) => message.get_attribute(name).map(|attribute| attribute.value()),
            None => message.value(),
        }
    }

    /// The text of a message that asks for no arguments.
    pub(super) fn word(&self, id: &'static str) -> &str {
        match self.pattern(id, None).map(|pattern| &*pattern.elements) {
            Some([PatternElement::TextElement { value }]) => value,
            _ => {
                debug_assert!(false, "{id} is a message without arguments");
                id
            }
        }
    }

    /// A pattern with its arguments put in.
    pub(super) fn format(&self, pattern: &Pattern<&str>, arguments: &FluentArgs<'_>) -> String {
        let mut out = String::with_capacity(128);
        let mut errors = Vec::new();
        let written = self.0.write_pattern(&mut out, pattern, Some(arguments), &mut errors);
        debug_assert!(written.is_ok() && errors.is_empty(), "{errors:?}");
        out
    }

    /// Calls `found` with the name of each argument that a pattern asks for, itself or through messages
    /// that it refers to.
    pub(super) fn arguments<'a>(&'a self, pattern: &'a Pattern<&'a str>, found: &mut impl FnMut(&'a str)) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.arguments_of_expression(expression, found);
            }
        }
    }

    fn arguments_of_expression<'a>(
        &'a self,
        expression: &'a Expression<&'a str>,
        found: &mut impl FnMut(&'a str),
    ) {
        let (inline, variants) = match expression {
            Expression::Inline(inline) => (inline, &[][..]),
            Expression::Select { selector, variants } => (selector, &**variants),
        };
        match inline {
            InlineExpression::VariableReference { id } => found(id.name),
            InlineExpression::MessageReference { id, attribute: None } => {
                if let Some(pattern) = self.pattern(id.name, None) {
                    self.arguments(pattern, found);
                }
            }
            InlineExpression::Placeable { expression } => self.arguments_of_expression(expression, found),
            _ => {}
        }
        for variant in variants {
            self.arguments(&variant.value, found);
        }
    }
}
