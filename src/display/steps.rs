//! The steps of each browser, in order.

use alloc::string::String;
use alloc::vec::Vec;
use unicode_normalization::char::canonical_combining_class;

use super::{Browser, Refusal, Step, patterns};
use crate::finding::{Argument, ArgumentName, Code, Finding};
use crate::label::{Label, Span};
use crate::script::{
    IdentifierProfile, Mixture, RestrictionLevel, ScriptSet, level_of, mixed_numbers_of, mixture_of_records,
    resolve, resolved_script_set, whole_script_confusables_of,
};
use crate::unicode::{GeneralCategory, Record, Script};

/// `display.chrome` and `display.firefox`: a browser would show the A-label.
pub(crate) fn check(chars: &[char], records: &[Record], tld: &str, findings: &mut Vec<Finding>) {
    if chars.iter().all(char::is_ascii) {
        return;
    }
    let tld = Tld::new(tld);
    for browser in Browser::ALL {
        let Some(refusal) = refusal(browser, chars, records, &tld) else { continue };
        let code = match browser {
            Browser::Chrome => Code::DisplayChrome,
            Browser::Firefox => Code::DisplayFirefox,
        };
        let mut finding = Finding::new(code, refusal.span)
            .with(ArgumentName::Reason, Argument::Keyword(refusal.step.name()));
        if let Some(span) = refusal.also {
            finding = finding.with_second_span(span);
        }
        if let Some(mixture) = mixture_of_records(records).filter(|_| refusal.step == Step::ScriptMix) {
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

pub(super) fn refusal(browser: Browser, chars: &[char], records: &[Record], tld: &Tld) -> Option<Refusal> {
    if chars.iter().all(char::is_ascii) {
        return None;
    }
    let level = level_of(chars.iter().copied().zip(records.iter().copied()), IdentifierProfile::AnyCharacter);
    let early = restricted_character(records)
        .or_else(|| denied_character(browser, chars))
        .or_else(|| script_mix(level, records))
        .or_else(|| mixed_digits(records))
        .or_else(|| repeated_mark(chars, records))
        .or_else(|| tld_letter(browser, chars, tld))
        .or_else(|| middle_dot(browser, chars, tld));
    if early.is_some() {
        return early;
    }
    let is_plain = level == RestrictionLevel::SingleScript && !chars.iter().any(|c| patterns::is_suspect(*c));
    if is_plain {
        return whole_script_confusable(browser, chars, records, tld)
            .or_else(|| digit_look_alikes(chars, records));
    }
    digit_look_alikes(chars, records)
        .or_else(|| latin_beside_other(level, chars, records))
        .or_else(|| patterns::find(chars, records))
}

fn restricted_character(records: &[Record]) -> Option<Refusal> {
    let at = records.iter().position(|record| !record.is_identifier_allowed())?;
    Some(Refusal::new(Step::RestrictedCharacter, Span::one(at)))
}

/// Chrome's own deny list: rare blocks of Latin, Greek and Cyrillic, and what looks like punctuation.
fn denied_character(browser: Browser, chars: &[char]) -> Option<Refusal> {
    let is_denied = |c: &char| {
        matches!(c,
            '\u{1CD}'..='\u{1DC}' | '\u{1C80}'..='\u{1C8F}' | '\u{1E00}'..='\u{1E9B}'
            | '\u{1F00}'..='\u{1FFF}' | '\u{A640}'..='\u{A69F}' | '\u{A720}'..='\u{A7FF}'
            | '\u{338}' | '\u{58A}' | '\u{2010}' | '\u{2019}' | '\u{2027}' | '\u{30A0}'
            | '\u{2BB}' | '\u{2BC}' | '\u{2EC}' | '\u{138}')
    };
    let at = chars.iter().position(is_denied).filter(|_| browser == Browser::Chrome)?;
    Some(Refusal::new(Step::DeniedCharacter, Span::one(at)))
}

fn script_mix(level: RestrictionLevel, records: &[Record]) -> Option<Refusal> {
    if level <= RestrictionLevel::HighlyRestrictive {
        return None;
    }
    let Mixture { before, after, .. } = mixture_of_records(records)?;
    Some(Refusal::new(Step::ScriptMix, after).also(before))
}

fn mixed_digits(records: &[Record]) -> Option<Refusal> {
    let (one, other) = mixed_numbers_of(records.iter().copied())?;
    Some(Refusal::new(Step::MixedDigits, Span::one(other)).also(Span::one(one)))
}

/// The same nonspacing mark twice on one character, decomposed (what ICU calls an invisible sequence).
fn repeated_mark(chars: &[char], records: &[Record]) -> Option<Refusal> {
    let mut marks: Vec<char> = Vec::new();
    for (at, (c, record)) in chars.iter().zip(records).enumerate() {
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

fn tld_letter(browser: Browser, chars: &[char], tld: &Tld) -> Option<Refusal> {
    if browser != Browser::Chrome || chars.len() < 2 {
        return None;
    }
    let only_elsewhere =
        |c: &char| TLD_LETTERS.iter().any(|(letter, tlds)| letter == c && !tld.is_one_of(tlds));
    let at = chars.iter().position(only_elsewhere)?;
    Some(Refusal::new(Step::TldLetter, Span::one(at)))
}

fn middle_dot(browser: Browser, chars: &[char], tld: &Tld) -> Option<Refusal> {
    if browser != Browser::Chrome {
        return None;
    }
    let is_catalan = |at: usize| {
        let neighbours = (at.checked_sub(1).and_then(|before| chars.get(before)), chars.get(at + 1));
        tld.is_one_of(&["cat"]) && neighbours == (Some(&'l'), Some(&'l'))
    };
    let at = (0..chars.len()).find(|at| chars.get(*at) == Some(&'\u{B7}') && !is_catalan(*at))?;
    Some(Refusal::new(Step::MiddleDot, Span::one(at)))
}

fn whole_script_confusable(
    browser: Browser,
    chars: &[char],
    records: &[Record],
    tld: &Tld,
) -> Option<Refusal> {
    let own = resolve(records.iter().copied());
    let (script, tlds) = LATIN_LIKE.iter().find(|(script, _)| own.contains(*script))?;
    let asked = browser == Browser::Chrome || matches!(script, Script::Cyrillic | Script::Thai);
    if !asked || tld.is_one_of(tlds) || tld.scripts.contains(*script) {
        return None;
    }
    let characters = chars.iter().copied().zip(records.iter().copied());
    whole_script_confusables_of(characters)
        .contains(Script::Latin)
        .then(|| Refusal::new(Step::WholeScriptConfusable, Span::new(0, chars.len())))
}

/// Digits of ASCII and characters with the skeleton of one, and at least one of the latter.
fn digit_look_alikes(chars: &[char], records: &[Record]) -> Option<Refusal> {
    let looks_like_digit = |(c, record): (&char, &Record)| {
        c.is_ascii_digit() || record.digit_zero().is_none() && patterns::looks_like_digit(*c)
    };
    chars
        .iter()
        .zip(records)
        .all(looks_like_digit)
        .then(|| Refusal::new(Step::DigitLookAlikes, Span::new(0, chars.len())))
}

fn latin_beside_other(level: RestrictionLevel, chars: &[char], records: &[Record]) -> Option<Refusal> {
    if level <= RestrictionLevel::SingleScript {
        return None;
    }
    let at = chars.iter().zip(records).position(|(c, r)| !c.is_ascii() && r.script() == Script::Latin)?;
    Some(Refusal::new(Step::LatinBesideOther, Span::one(at)))
}
