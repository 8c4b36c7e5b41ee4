//! What messages are told about a finding.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString};
use core::fmt::Write;

use fluent_bundle::{FluentArgs, FluentValue};

use super::{Language, scripts};
use crate::finding::{Argument, ArgumentName, Finding};
use crate::label::{Label, Span};
use crate::report::escape;
use crate::unicode::{BidiClass, bidi_class};

/// Code points that are written out at most, and characters of a text from outside that are shown: more
/// tells a person nothing.
const MAX_CODE_POINTS_SHOWN: usize = 8;
const MAX_TEXT_SHOWN: usize = 96;

/// FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE: what stands between them cannot turn the direction
/// of what surrounds it.
const FSI: char = '\u{2068}';
const PDI: char = '\u{2069}';

/// Every argument that a message may name, in order.
const NAMES: &[&str] = &[
    "actual",
    "bidi_class",
    "code_points",
    "count",
    "end",
    "expected",
    "expected_code_points",
    "label",
    "limit",
    "other",
    "other_scripts",
    "other_version",
    "reason",
    "rule",
    "scripts",
    "second",
    "source",
    "start",
    "value",
    "version",
    "what",
    "without",
];

/// How much a message may ask for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// A sentence fragment.
    Sentence,
    /// Full sentences: the label itself too, and what it would be.
    Explanation,
}

/// Everything that messages may be told of `finding`; an argument that it lacks is the number 0.
pub(super) fn of_finding<'a>(
    finding: &'a Finding,
    label: Option<&'a Label>,
    language: Language,
    extent: Extent,
) -> FluentArgs<'a> {
    let mut arguments: FluentArgs<'a> = NAMES.iter().map(|name| (*name, number(0))).collect();
    let span = finding.span();
    let text = label.and_then(Label::u_label);
    let chars = || text.unwrap_or_default().chars().skip(span.start()).take(span.len());
    arguments.set("count", number(span.len()));
    arguments.set("start", number(span.start() + 1));
    arguments.set("end", number(span.end()));
    if let Some(other) = finding.second_span() {
        arguments.set("second", number(other.start() + 1));
    }
    if let Some(first) = chars().next() {
        let mut what = String::with_capacity(24);
        write_code_points(&mut what, chars(), MAX_CODE_POINTS_SHOWN);
        arguments.set("code_points", what.clone());
        write_glyphs(&mut what, chars(), language);
        arguments.set("what", what);
        arguments.set("bidi_class", bidi_class(first).short_name());
    }
    for (name, argument) in finding.arguments() {
        arguments.set(name.name(), value(argument, language));
    }
    if extent == Extent::Explanation {
        add_full(&mut arguments, finding, text, language);
    }
    arguments
}

/// What only full sentences need.
fn add_full<'a>(
    arguments: &mut FluentArgs<'a>,
    finding: &'a Finding,
    text: Option<&'a str>,
    language: Language,
) {
    let Some(text) = text else { return };
    arguments.set("label", shown(text, language));
    let without = without(text, finding.span());
    if !without.is_empty() && without.len() < text.len() {
        arguments.set("without", shown(&without, language).into_owned());
    }
    let expected = finding.arguments().iter().find_map(|(name, argument)| match argument {
        Argument::Text(expected) if *name == ArgumentName::Expected => Some(expected),
        _ => None,
    });
    if let Some(expected) = expected {
        let mut points = String::new();
        write_code_points(&mut points, expected.chars(), MAX_TEXT_SHOWN);
        arguments.set("expected_code_points", points);
    }
}

/// The text without the code points of a span.
fn without(text: &str, span: Span) -> String {
    let outside = |at: usize| !span.range().contains(&at);
    text.chars().enumerate().filter(|(at, _)| outside(*at)).map(|(_, c)| c).collect()
}

fn number<'a>(number: usize) -> FluentValue<'a> {
    FluentValue::from(number as u64)
}

fn value<'a>(argument: &'a Argument, language: Language) -> FluentValue<'a> {
    match argument {
        Argument::Number(number) => FluentValue::from(*number),
        Argument::Keyword(keyword) => FluentValue::from(*keyword),
        Argument::Text(text) => FluentValue::String(shown(text, language)),
        Argument::Version(version) => FluentValue::from(version.to_string()),
        Argument::Scripts(scripts) => FluentValue::from(scripts::list(scripts, language)),
    }
}

/// A text from outside as it may stand in a sentence: escaped, not too long, and closed off where its
/// direction could differ from the sentence's.
pub(super) fn shown(text: &str, language: Language) -> Cow<'_, str> {
    let text = shortened(text);
    let turns = if language.is_rtl() { true } else { text.chars().any(is_right_to_left) };
    match (text, turns) {
        (Cow::Borrowed(text), false) => escape(text),
        (text, false) => Cow::Owned(escape(&text).into_owned()),
        (text, true) => Cow::Owned(format!("{FSI}{}{PDI}", escape(&text))),
    }
}

/// Cuts out the middle of what is too long.
fn shortened(text: &str) -> Cow<'_, str> {
    const ENDS: usize = MAX_TEXT_SHOWN / 2;
    // A text has at least as many octets as characters.
    if text.len() <= MAX_TEXT_SHOWN || text.chars().count() <= MAX_TEXT_SHOWN {
        return Cow::Borrowed(text);
    }
    let head = text.char_indices().nth(ENDS).map_or(text.len(), |(at, _)| at);
    let tail = text.char_indices().rev().nth(ENDS - 1).map_or(0, |(at, _)| at);
    Cow::Owned(format!("{}…{}", text.get(..head).unwrap_or_default(), text.get(tail..).unwrap_or_default()))
}

fn is_right_to_left(c: char) -> bool {
    !c.is_ascii() && matches!(bidi_class(c), BidiClass::R | BidiClass::AL | BidiClass::AN)
}

/// `U+0065 U+0301`; writing to a String cannot fail.
fn write_code_points(out: &mut String, chars: impl Iterator<Item = char>, limit: usize) {
    for (n, c) in chars.enumerate() {
        if n > 0 {
            out.push(' ');
        }
        if n == limit {
            out.push('…');
            return;
        }
        let _ = write!(out, "U+{:04X}", c as u32);
    }
}

/// ` (é)`, unless there is something that cannot be seen.
fn write_glyphs(out: &mut String, chars: impl Iterator<Item = char> + Clone, language: Language) {
    let text: String = chars.take(MAX_CODE_POINTS_SHOWN).collect();
    let escaped = escape(&text);
    // A dotted circle under a leading mark may have been added, but nothing may have been written out.
    if escaped.contains('\\') || text.chars().any(|c| c == ' ') {
        return;
    }
    let _ = write!(out, " ({})", shown(&text, language));
}
