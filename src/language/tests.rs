//! Every code in every language, with every argument and without: findings that no label raises
//! together can only be made here. Formatting asserts that a message lacks nothing.

use alloc::string::String;
use alloc::vec::Vec;
use std::collections::BTreeSet;
use std::format;

use super::bundle::{EXPLAIN, WAY_OUT};
use super::messages::message_id;
use super::{Language, Messages, Sentences};
use crate::finding::{Argument, ArgumentName, Code, Finding};
use crate::label::{Label, Span};
use crate::text::escape;
use crate::unicode::{Script, Version};

/// A terminal escape, a line end, an override, an unclosed isolate.
const HOSTILE: &str = "\u{1b}[31m\r\n\u{202E}\u{2067}evil";

/// Arguments of messages that are made from the label and the span.
const FROM_LABEL: &[&str] = &[
    "bidi_class",
    "code_points",
    "count",
    "end",
    "expected_code_points",
    "label",
    "second",
    "start",
    "what",
    "without",
];

/// The names of the arguments that the messages of a code ask for.
fn asked(messages: &Messages, code: Code) -> BTreeSet<&str> {
    let mut asked = BTreeSet::new();
    for attribute in [None, Some(EXPLAIN), Some(WAY_OUT)] {
        if let Some(pattern) = messages.bundle.pattern(&message_id(code), attribute) {
            messages.bundle.arguments(pattern, &mut |name| {
                asked.insert(name);
            });
        }
    }
    asked
}

/// The keywords by which a message file chooses.
fn keywords(language: Language) -> BTreeSet<&'static str> {
    let keyword = |line: &'static str| Some(line.trim_start().strip_prefix('[')?.split_once(']')?.0);
    language.source().lines().filter_map(keyword).collect()
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

/// The text holds nothing that could change a terminal: nothing that [`escape`] writes out, but for isolates
/// that are closed and the no-break space of French and Russian.
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
        let keywords = keywords(language);
        assert!(keywords.contains("upper-case"), "{language}");
        for &code in Code::ALL {
            let mut findings =
                Vec::from([(Finding::new(code, Span::default()), None), (full(code, "none"), Some(&label))]);
            let asked = asked(&messages, code);
            let given = full(code, "none");
            for name in &asked {
                let is_given = given.arguments().iter().any(|(given, _)| given.name() == *name);
                assert!(is_given || FROM_LABEL.contains(name), "{language} {code} asks for {name}");
            }
            if asked.contains("reason") {
                findings.extend(keywords.iter().map(|reason| (full(code, reason), Some(&label))));
            }
            for (finding, label) in &findings {
                let context = format!("{language} {code} {:?}", finding.arguments());
                let sentence = messages.sentence(finding, *label);
                assert_sentence(&sentence, &context);
                assert!(!sentence.is_empty() && !sentence.ends_with(['.', '。']), "{context}: {sentence:?}");
                let way_out = messages.way_out(finding, *label);
                for text in way_out.into_iter().chain([messages.explanation(finding, *label)]) {
                    assert_sentence(&text, &context);
                    assert!(text.ends_with(['.', '。']), "{context}: {text:?}");
                }
            }
        }
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
