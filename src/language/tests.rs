//! Every code in every language, with every argument and without: findings that no label raises
//! together can only be made here.

use alloc::string::String;
use alloc::vec::Vec;
use std::collections::BTreeSet;
use std::format;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};

use super::messages::{EXPLAIN, WAY_OUT, pattern};
use super::{Language, Messages, arguments};
use crate::finding::Code;
use crate::finding::{Argument, ArgumentName, Finding};
use crate::label::{Label, Span};
use crate::language::Sentences;
use crate::language::needs::{NAMES, Needs};
use crate::text::escape;
use crate::unicode::{Script, Version};

/// A terminal escape, a line end, an override, an unclosed isolate.
const HOSTILE: &str = "\u{1b}[31m\r\n\u{202E}\u{2067}evil";

/// Keywords that `.ftl` files choose by, of `reason`.
fn reasons(language: Language) -> BTreeSet<&'static str> {
    fn walk<'a>(pattern: &Pattern<&'a str>, found: &mut BTreeSet<&'a str>) {
        for element in &pattern.elements {
            let PatternElement::Placeable { expression: Expression::Select { selector, variants } } = element
            else {
                continue;
            };
            let by_reason =
                matches!(selector, InlineExpression::VariableReference { id } if id.name == "reason");
            for variant in variants {
                if let (true, VariantKey::Identifier { name }) = (by_reason, &variant.key) {
                    found.insert(*name);
                }
                walk(&variant.value, found);
            }
        }
    }
    let resource = fluent_syntax::parser::parse(language.source()).expect("a message file parses");
    let mut found = BTreeSet::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        message.value.iter().for_each(|value| walk(value, &mut found));
        message.attributes.iter().for_each(|attribute| walk(&attribute.value, &mut found));
    }
    found
}

fn full(code: Code, reason: &'static str) -> Finding {
    Finding::new(code, Span::new(1, 3))
        .with_second_span(Span::one(4))
        .with(ArgumentName::Actual, 3)
        .with(ArgumentName::Limit, 2)
        .with(ArgumentName::Reason, reason)
        .with(ArgumentName::Expected, String::from(HOSTILE))
        .with(ArgumentName::Version, Version::new(18, 0))
        .with(ArgumentName::OtherVersion, Version::new(12, 0))
        .with(ArgumentName::Scripts, Vec::from([Script::Latin, Script::Greek]))
        .with(ArgumentName::OtherScripts, Vec::from([Script::Cyrillic]))
        .with(ArgumentName::Rule, String::from(HOSTILE))
        .with(ArgumentName::Source, String::from(HOSTILE))
        .with(ArgumentName::Other, String::from(HOSTILE))
        .with(ArgumentName::Value, String::from(HOSTILE))
}

/// What a terminal could be turned by: anything [`escape`] writes out, but for isolates that are closed
/// and the no-break space of French and Russian.
fn assert_harmless(text: &str, context: &str) {
    let mut depth = 0_usize;
    for c in text.chars() {
        match c {
            '\u{2066}' | '\u{2068}' => depth += 1,
            '\u{2069}' => depth = depth.checked_sub(1).unwrap_or_else(|| panic!("{context}: {text:?}")),
            '\u{A0}' => {}
            // A mark would get a dotted circle to stand on, but none stands alone here.
            c => assert_eq!(escape(&format!("a{c}")), format!("a{c}"), "{context}: {text:?}"),
        }
    }
    assert_eq!(depth, 0, "{context}: {text:?}");
}

fn assert_sentence(text: &str, context: &str) {
    assert_harmless(text, context);
    let unescaped = text.replace("\\u{", "");
    assert!(!unescaped.contains('{') && !unescaped.contains("  "), "{context}: {text:?}");
    assert!(!text.starts_with(' ') && !text.ends_with(' ') && !text.contains('\n'), "{context}: {text:?}");
}

#[test]
fn every_code_renders_with_and_without_arguments() {
    let label = Label::parse("a\u{301}\u{5D0}\u{202E}\u{200C}b");
    for &language in Language::ALL {
        let messages = Messages::new(language);
        let reasons = reasons(language);
        assert!(reasons.contains("upper-case"), "{language}");
        for &code in Code::ALL {
            let bare = Finding::new(code, Span::default());
            let mut findings = Vec::from([(bare, None), (full(code, "no such reason"), Some(&label))]);
            let asked = reasons.iter().filter(|_| chooses_by_reason(&messages, code));
            findings.extend(asked.map(|reason| (full(code, reason), Some(&label))));
            for (finding, label) in &findings {
                let context = format!("{language} {code} {:?}", finding.arguments());
                let sentence = messages.sentence(finding, *label);
                assert_sentence(&sentence, &context);
                assert!(!sentence.is_empty() && !sentence.ends_with(['.', '。']), "{context}: {sentence:?}");
                let explanation = messages.explanation(finding, *label);
                assert_sentence(&explanation, &context);
                assert!(explanation.ends_with(['.', '。']), "{context}: {explanation:?}");
                if let Some(way_out) = messages.way_out(finding, *label) {
                    assert_sentence(&way_out, &context);
                    assert!(way_out.ends_with(['.', '。']), "{context}: {way_out:?}");
                }
                assert_no_faults(&messages, finding, *label, &context);
            }
        }
    }
}

fn chooses_by_reason(messages: &Messages, code: Code) -> bool {
    let id = code.name().replace('.', "-");
    let patterns = [None, Some(EXPLAIN), Some(WAY_OUT)];
    let mut patterns = patterns.into_iter().filter_map(|attribute| pattern(&messages.bundle, &id, attribute));
    patterns.any(|pattern| Needs::of(pattern, &messages.bundle).names().any(|name| name == "reason"))
}

fn assert_no_faults(messages: &Messages, finding: &Finding, label: Option<&Label>, context: &str) {
    let id = finding.code().name().replace('.', "-");
    for attribute in [None, Some(EXPLAIN), Some(WAY_OUT)] {
        let Some(pattern) = pattern(&messages.bundle, &id, attribute) else { continue };
        let needs = Needs::of(pattern, &messages.bundle);
        let arguments = arguments::of_finding(finding, label, messages.language(), needs);
        let mut errors = Vec::new();
        let _ = messages.bundle.format_pattern(pattern, Some(&arguments), &mut errors);
        assert!(errors.is_empty(), "{context}: {errors:?}");
    }
}

#[test]
fn arguments_of_findings_can_be_named() {
    let names = [
        ArgumentName::Actual,
        ArgumentName::Limit,
        ArgumentName::Reason,
        ArgumentName::Expected,
        ArgumentName::Version,
        ArgumentName::OtherVersion,
        ArgumentName::Scripts,
        ArgumentName::OtherScripts,
        ArgumentName::Rule,
        ArgumentName::Source,
        ArgumentName::Other,
        ArgumentName::Value,
    ];
    for name in names {
        assert!(NAMES.contains(&name.name()), "{}", name.name());
    }
}

#[test]
fn long_texts_lose_their_middle() {
    let finding = Finding::new(Code::PairMismatch, Span::default())
        .with(ArgumentName::Expected, Argument::Text("é".repeat(5000) + "z"));
    let sentence = Messages::new(Language::En).sentence(&finding, None);
    assert!(
        sentence.contains("é…é") && sentence.contains("éz") && sentence.chars().count() < 200,
        "{sentence}"
    );
}
