//! The arguments of messages about findings.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString};
use core::fmt::Write;

use fluent_bundle::FluentValue;

use super::{Language, scripts};
use crate::finding::{Argument, Finding};
use crate::label::{Label, Span};
use crate::text::{CodePoint, escape};
use crate::unicode::{BidiClass, bidi_class};

/// Code points that are written out at most, and characters of a text from outside that are shown: more
/// tells a person nothing.
const MAX_CODE_POINTS_SHOWN: usize = 8;
const MAX_TEXT_SHOWN: usize = 96;

/// LEFT-TO-RIGHT ISOLATE, FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE: what stands between the last
/// and one of the others cannot turn the direction of what surrounds it.
const LRI: char = '\u{2066}';
const FSI: char = '\u{2068}';
const PDI: char = '\u{2069}';

/// The argument of a name that a message asks of `finding`; the number 0 where the finding lacks it.
pub(super) fn of_finding<'a>(
    name: &str,
    finding: &'a Finding,
    label: Option<&'a Label>,
    language: Language,
) -> FluentValue<'a> {
    let text = label.and_then(Label::u_label);
    let span = finding.span();
    let chars = || text.into_iter().flat_map(str::chars).skip(span.start()).take(span.len());
    let given = |name: &str| {
        let mut arguments = finding.arguments().iter();
        arguments.find(|(known, _)| known.name() == name).map(|(_, argument)| argument)
    };
    match name {
        "count" => number(span.len()),
        "start" => number(span.start() + 1),
        "end" => number(span.end()),
        "second" => number(finding.second_span().map_or(0, |span| span.start() + 1)),
        "what" => ltr(what(chars(), language), language),
        "code_points" => ltr(code_points(chars(), MAX_CODE_POINTS_SHOWN), language),
        "bidi_class" => chars().next().map_or(number(0), |c| FluentValue::from(bidi_class(c).short_name())),
        "label" => text.map_or(number(0), |text| FluentValue::String(shown(text, language))),
        "without" if span.is_empty() => number(0),
        "without" => match text.map(|text| without(text, span)) {
            Some(text) if !text.is_empty() => string(shown(&text, language).into_owned()),
            _ => number(0),
        },
        "expected_code_points" => match given("expected") {
            Some(Argument::Text(text)) => ltr(code_points(text.chars(), MAX_TEXT_SHOWN), language),
            _ => number(0),
        },
        _ => given(name).map_or(number(0), |argument| value(argument, language)),
    }
}

/// The text without the code points of a span.
fn without(text: &str, span: Span) -> String {
    let outside = |at: usize| !span.range().contains(&at);
    text.chars().enumerate().filter(|(at, _)| outside(*at)).map(|(_, c)| c).collect()
}

/// Code points, which are read from left to right in every language.
fn ltr<'a>(text: String, language: Language) -> FluentValue<'a> {
    if language.is_rtl() && !text.is_empty() {
        return FluentValue::from(format!("{LRI}{text}{PDI}"));
    }
    string(text)
}

/// A text of our own; an empty one counts as absent.
fn string<'a>(text: String) -> FluentValue<'a> {
    if text.is_empty() { number(0) } else { FluentValue::from(text) }
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
        Argument::Scripts(scripts) => string(scripts::list(scripts, language)),
    }
}

/// A text from outside as it may stand in a sentence: escaped, not too long, and closed off where its
/// direction could differ from the sentence's.
pub(super) fn shown(text: &str, language: Language) -> Cow<'_, str> {
    let text = shortened(text);
    let turns = language.is_rtl() || text.chars().any(is_right_to_left);
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
    let head: String = text.chars().take(ENDS).collect();
    let tail = text.char_indices().nth_back(ENDS - 1).map_or(text, |(at, _)| text.split_at(at).1);
    Cow::Owned(format!("{head}…{tail}"))
}

fn is_right_to_left(c: char) -> bool {
    !c.is_ascii() && matches!(bidi_class(c), BidiClass::R | BidiClass::AL | BidiClass::AN)
}

/// `U+0065 U+0301`.
fn code_points(chars: impl Iterator<Item = char>, limit: usize) -> String {
    let mut out = String::with_capacity(24);
    for (n, c) in chars.enumerate() {
        if n > 0 {
            out.push(' ');
        }
        if n == limit {
            out.push('…');
            break;
        }
        // Writing to a String cannot fail.
        let _ = write!(out, "{}", CodePoint(c));
    }
    out
}

/// `U+0065 U+0301 (é)`; without the glyphs when some of them cannot be seen.
fn what(chars: impl Iterator<Item = char> + Clone, language: Language) -> String {
    let mut out = code_points(chars.clone(), MAX_CODE_POINTS_SHOWN);
    let text: String = chars.take(MAX_CODE_POINTS_SHOWN).collect();
    let escaped = escape(&text);
    // A leading mark may have got a dotted circle, but nothing may have been written out.
    let is_visible = escaped == text || escaped.strip_prefix('\u{25CC}') == Some(text.as_str());
    if is_visible && !text.is_empty() && !text.contains(' ') {
        let _ = write!(out, " ({})", shown(&text, language));
    }
    out
}
