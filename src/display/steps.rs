//! The steps of each browser, in order.

use alloc::string::String;
use alloc::vec::Vec;
use unicode_normalization::char::canonical_combining_class;

use super::{Browser, Refusal, Step, patterns};
use crate::finding::{Argument, ArgumentName, Code, Finding};
use crate::label::{Label, Span};
use crate::script::{
    IdentifierProfile, Mixture, RestrictionLevel, ScriptSet, level_of, mixed_numbers_of, mixture_of, resolve,
    resolved_script_set, whole_script_confusables_of,
};
use crate::unicode::{Character, GeneralCategory, Script};

/// `display.chrome` and `display.firefox`: a browser would show the A-label.
pub(super) fn check(label: &[Character], tld: &str, findings: &mut Vec<Finding>) {
    let tld = Tld::new(tld);
    for browser in Browser::ALL {
        let Some(refusal) = refusal(browser, label, &tld) else { continue };
        let code = match browser {
            Browser::Chrome => Code::DisplayChrome,
            Browser::Firefox => Code::DisplayFirefox,
        };
        let mut finding = Finding::new(code, refusal.span)
            .with(ArgumentName::Reason, Argument::Keyword(refusal.step.name()));
        if let Some(span) = refusal.second_span {
            finding = finding.with_second_span(span);
        }
        if let Some(mixture) = mixture_of(label).filter(|_| refusal.step == Step::ScriptMix) {
            finding = finding
                .with(ArgumentName::Scripts, mixture.before_scripts.scripts())
                .with(ArgumentName::OtherScripts, mixture.after_scripts.scripts());
        }
        findings.push(finding);
    }
}

/// A top-level domain as the browsers compare it.
pub(super) struct Tld {
    /// In ASCII, in lower case.
    ascii: String,
    /// The script it is in, when it is an IDN.
    scripts: ScriptSet,
}

impl Tld {
    pub(super) fn new(tld: &str) -> Self {
        let label = Label::parse(tld.trim_matches('.'));
        let unicode = label.u_label().filter(|text| !text.is_ascii());
        Self {
            ascii: label.a_label().unwrap_or_default().into(),
            scripts: unicode.map_or(ScriptSet::EMPTY, resolved_script_set),
        }
    }

    fn is_one_of(&self, tlds: &[&str]) -> bool {
        tlds.contains(&self.ascii.as_str())
    }
}

/// Letters that Chrome shows under some top-level domains only.
const TLD_LETTERS: &[(char, &[&str])] = &[
    ('\u{FE}', &["is", "fo"]), // LATIN SMALL LETTER THORN, which looks like b and p
    ('\u{F0}', &["is", "fo"]), // LATIN SMALL LETTER ETH, which looks like o
    ('\u{259}', &["az"]),      // LATIN SMALL LETTER SCHWA, which looks like e
];

/// Scripts in which a label may look like Latin whole, with the top-level domains where it is shown
/// nevertheless. It is shown, too, under a top-level domain of the same script.
const LATIN_LIKE: &[(Script, &[&str])] = &[
    (Script::Cyrillic, &["bg", "by", "kz", "pyc", "ru", "su", "ua", "uz"]),
    (Script::Greek, &["gr"]),
    (Script::Hebrew, &["il"]),
    (Script::Armenian, &["am"]),
    (Script::Georgian, &["ge"]),
    (Script::Ethiopic, &["er", "et"]),
    (Script::Thai, &["th"]),
    (Script::Myanmar, &["mm"]),
    (Script::Bengali, &[]),
    (Script::Devanagari, &[]),
    (Script::Gujarati, &[]),
    (Script::Gurmukhi, &[]),
    (Script::Kannada, &[]),
    (Script::Malayalam, &[]),
    (Script::Oriya, &[]),
    (Script::Tamil, &[]),
    (Script::Telugu, &[]),
];

pub(super) fn refusal(browser: Browser, label: &[Character], tld: &Tld) -> Option<Refusal> {
    let level = level_of(label.iter().copied(), IdentifierProfile::AnyCharacter);
    if level == RestrictionLevel::AsciiOnly {
        return None;
    }
    let early = restricted_character(label)
        .or_else(|| denied_character(browser, label))
        .or_else(|| script_mix(level, label))
        .or_else(|| mixed_digits(label))
        .or_else(|| repeated_mark(label))
        .or_else(|| tld_letter(browser, label, tld))
        .or_else(|| middle_dot(browser, label, tld));
    if early.is_some() {
        return early;
    }
    let has_suspect = || label.iter().any(|character| patterns::is_suspect(character.c));
    if level == RestrictionLevel::SingleScript && !has_suspect() {
        return whole_script_confusable(browser, label, tld).or_else(|| digit_look_alikes(label));
    }
    digit_look_alikes(label).or_else(|| latin_beside_other(level, label)).or_else(|| patterns::find(label))
}

fn restricted_character(label: &[Character]) -> Option<Refusal> {
    let at = label.iter().position(|character| !character.record.is_identifier_allowed())?;
    Some(Refusal::new(Step::RestrictedCharacter, Span::one(at)))
}

/// Chrome's own deny list: rare blocks of Latin, Greek and Cyrillic, and what looks like punctuation.
fn denied_character(browser: Browser, label: &[Character]) -> Option<Refusal> {
    let is_denied = |character: &Character| {
        matches!(character.c,
            '\u{1CD}'..='\u{1DC}' | '\u{1C80}'..='\u{1C8F}' | '\u{1E00}'..='\u{1E9B}'
            | '\u{1F00}'..='\u{1FFF}' | '\u{A640}'..='\u{A69F}' | '\u{A720}'..='\u{A7FF}'
            | '\u{338}' | '\u{58A}' | '\u{2010}' | '\u{2019}' | '\u{2027}' | '\u{30A0}'
            | '\u{2BB}' | '\u{2BC}' | '\u{2EC}' | '\u{138}')
    };
    let at = label.iter().position(is_denied).filter(|_| browser == Browser::Chrome)?;
    Some(Refusal::new(Step::DeniedCharacter, Span::one(at)))
}

fn script_mix(level: RestrictionLevel, label: &[Character]) -> Option<Refusal> {
    if level <= RestrictionLevel::HighlyRestrictive {
        return None;
    }
    let Mixture { before, after, .. } = mixture_of(label)?;
    Some(Refusal::new(Step::ScriptMix, after).with_second_span(before))
}

fn mixed_digits(label: &[Character]) -> Option<Refusal> {
    let (one, other) = mixed_numbers_of(label.iter().copied())?;
    Some(Refusal::new(Step::MixedDigits, Span::one(other)).with_second_span(Span::one(one)))
}

/// The same nonspacing mark twice on one character, decomposed (what ICU calls an invisible sequence).
fn repeated_mark(label: &[Character]) -> Option<Refusal> {
    let mut marks: Vec<char> = Vec::new();
    for (at, Character { c, record }) in label.iter().enumerate() {
        if record.general_category() != GeneralCategory::Mn {
            marks.clear();
        }
        if !record.has_decomposition() && record.general_category() != GeneralCategory::Mn {
            continue;
        }
        let mut repeated = false;
        unicode_normalization::char::decompose_canonical(*c, |part| {
            if part == *c || canonical_combining_class(part) != 0 {
                repeated |= marks.contains(&part);
                marks.push(part);
            }
        });
        if repeated {
            return Some(Refusal::new(Step::RepeatedMark, Span::one(at)));
        }
    }
    None
}

fn tld_letter(browser: Browser, label: &[Character], tld: &Tld) -> Option<Refusal> {
    if browser != Browser::Chrome || label.len() < 2 {
        return None;
    }
    let only_elsewhere = |character: &Character| {
        TLD_LETTERS.iter().any(|(letter, tlds)| *letter == character.c && !tld.is_one_of(tlds))
    };
    let at = label.iter().position(only_elsewhere)?;
    Some(Refusal::new(Step::TldLetter, Span::one(at)))
}

fn middle_dot(browser: Browser, label: &[Character], tld: &Tld) -> Option<Refusal> {
    if browser != Browser::Chrome {
        return None;
    }
    let is = |at: usize, c: char| label.get(at).is_some_and(|character| character.c == c);
    let is_catalan = |at: usize| {
        tld.is_one_of(&["cat"]) && at.checked_sub(1).is_some_and(|before| is(before, 'l')) && is(at + 1, 'l')
    };
    let at = (0..label.len()).find(|at| is(*at, '\u{B7}') && !is_catalan(*at))?;
    Some(Refusal::new(Step::MiddleDot, Span::one(at)))
}

fn whole_script_confusable(browser: Browser, label: &[Character], tld: &Tld) -> Option<Refusal> {
    let own = resolve(label.iter().copied());
    let (script, tlds) = LATIN_LIKE.iter().find(|(script, _)| own.contains(*script))?;
    let asked = browser == Browser::Chrome || matches!(script, Script::Cyrillic | Script::Thai);
    if !asked || tld.is_one_of(tlds) || tld.scripts.contains(*script) {
        return None;
    }
    whole_script_confusables_of(label.iter().copied())
        .contains(Script::Latin)
        .then(|| Refusal::new(Step::WholeScriptConfusable, Span::new(0, label.len())))
}

/// Digits of ASCII and characters with the skeleton of one, and at least one of the latter.
fn digit_look_alikes(label: &[Character]) -> Option<Refusal> {
    let looks_like_digit = |Character { c, record }: &Character| {
        c.is_ascii_digit() || record.digit_zero().is_none() && patterns::looks_like_digit(*c)
    };
    label.iter().all(looks_like_digit).then(|| Refusal::new(Step::DigitLookAlikes, Span::new(0, label.len())))
}

fn latin_beside_other(level: RestrictionLevel, label: &[Character]) -> Option<Refusal> {
    if level <= RestrictionLevel::SingleScript {
        return None;
    }
    let is_latin =
        |character: &Character| !character.c.is_ascii() && character.record.script() == Script::Latin;
    let at = label.iter().position(is_latin)?;
    Some(Refusal::new(Step::LatinBesideOther, Span::one(at)))
}
