//! How the scripts of a label may mix.

use alloc::vec::Vec;

use super::model::{Mixing, ScriptRule, Stance};
use super::script_code::ScriptCode;
use super::table::{AsciiLetters, Table};
use crate::unicode::{Script, script_extensions};

/// What breaks a script rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ScriptFault {
    /// Two scripts that may not mix: where the second begins, where the first was, and the scripts of
    /// each.
    Mixed { at: usize, first: usize, scripts: Vec<Script>, others: Vec<Script> },
    /// A script that is not one of the top-level domain, and where it begins.
    Wrong { at: usize, scripts: Vec<Script> },
    /// Beyond the level asked for, and where.
    Level { at: usize },
}

/// What breaks the rule; `None` when nothing does.
pub(super) fn judge(rule: &ScriptRule, label: &[char]) -> Option<ScriptFault> {
    if rule.otherwise == Stance::Allow {
        return None;
    }
    match rule.mixing {
        Mixing::Repertoire => None,
        Mixing::AsciiOnly => label.iter().position(|c| !c.is_ascii()).map(|at| ScriptFault::Level { at }),
        Mixing::SingleScript => mixed(label, &|_| false, &[]),
        Mixing::SingleScriptCjk => mixed(label, &|_| false, &COMPOSITES),
        Mixing::HighlyRestrictive => mixed(label, &|_| false, &WITH_LATIN),
        Mixing::ModeratelyRestrictive => {
            let fault = mixed(label, &|_| false, &WITH_LATIN)?;
            // Latin and one other Recommended script, except Cyrillic and Greek.
            let others: Vec<char> =
                label.iter().copied().filter(|c| !script_extensions(*c).contains(&Script::Latin)).collect();
            let one =
                RECOMMENDED.iter().any(|script| others.iter().all(|c| ScriptCode::One(*script).covers(*c)));
            (!one).then_some(fault)
        }
        Mixing::TldScript => of_tld(rule, label, &|_| false),
        Mixing::ScriptAsciiLetters => of_tld(rule, label, &|c| c.is_ascii_lowercase()),
    }
}

/// Whether a label of the table's letters never breaks the rule.
pub(super) fn is_safe(rule: &ScriptRule, table: &Table) -> bool {
    let whole: Vec<char> = {
        let sequences = table.sequences.iter().flat_map(|sequence| sequence.chars());
        table.repertoire().iter().chain(sequences).collect()
    };
    match rule.mixing {
        Mixing::Repertoire => true,
        Mixing::AsciiOnly => whole.iter().all(char::is_ascii),
        // What the whole repertoire satisfies, each part of it does.
        Mixing::TldScript | Mixing::SingleScript | Mixing::SingleScriptCjk | Mixing::HighlyRestrictive
            if table.ascii_letters == AsciiLetters::Apart || table.scripts.contains(&LATIN) =>
        {
            judge(rule, &whole).is_none()
        }
        Mixing::ScriptAsciiLetters => judge(rule, &whole).is_none(),
        _ => rule.otherwise == Stance::Allow || judge(rule, &whole).is_none(),
    }
}

const LATIN: ScriptCode = ScriptCode::One(Script::Latin);

/// The writing systems of several scripts that count as one (UTS #39 §5.1, augmented script sets).
const COMPOSITES: [&[Script]; 3] = [
    &[Script::Han, Script::Bopomofo],
    &[Script::Han, Script::Hiragana, Script::Katakana],
    &[Script::Han, Script::Hangul],
];

/// The same with Latin (UTS #39 §5.2, Highly Restrictive).
const WITH_LATIN: [&[Script]; 3] = [
    &[Script::Latin, Script::Han, Script::Bopomofo],
    &[Script::Latin, Script::Han, Script::Hiragana, Script::Katakana],
    &[Script::Latin, Script::Han, Script::Hangul],
];

/// The Recommended scripts of UAX #31 table 5, without Latin, Cyrillic and Greek.
const RECOMMENDED: [Script; 28] = [
    Script::Arabic,
    Script::Armenian,
    Script::Bengali,
    Script::Bopomofo,
    Script::Devanagari,
    Script::Ethiopic,
    Script::Georgian,
    Script::Gujarati,
    Script::Gurmukhi,
    Script::Hangul,
    Script::Han,
    Script::Hebrew,
    Script::Hiragana,
    Script::Kannada,
    Script::Katakana,
    Script::Khmer,
    Script::Lao,
    Script::Malayalam,
    Script::Myanmar,
    Script::Oriya,
    Script::Sinhala,
    Script::Tamil,
    Script::Telugu,
    Script::Thaana,
    Script::Thai,
    Script::Tibetan,
    Script::Common,
    Script::Inherited,
];

/// The scripts a character may be of; `None` when it says nothing of the script.
fn said(c: char) -> Option<&'static [Script]> {
    let extensions = script_extensions(c);
    (!extensions.iter().any(|script| script.is_common_or_inherited())).then_some(extensions)
}

/// Whether the label mixes scripts beyond one, or beyond one of the `sets`.
fn mixed(label: &[char], skip: &dyn Fn(char) -> bool, sets: &[&[Script]]) -> Option<ScriptFault> {
    let mut open: Option<(usize, Vec<Script>)> = None;
    let mut fault = None;
    for (at, c) in label.iter().enumerate() {
        let Some(scripts) = said(*c).filter(|_| !skip(*c)) else { continue };
        match &mut open {
            None => open = Some((at, scripts.to_vec())),
            Some((first, common)) => {
                let before = common.clone();
                common.retain(|script| scripts.contains(script));
                if common.is_empty() {
                    let first = *first;
                    fault = Some(ScriptFault::Mixed { at, first, scripts: before, others: scripts.to_vec() });
                    break;
                }
            }
        }
    }
    let fault = fault?;
    let covered = |set: &[Script]| {
        label.iter().all(|c| said(*c).is_none_or(|scripts| scripts.iter().any(|script| set.contains(script))))
    };
    (!sets.iter().any(|set| covered(set))).then_some(fault)
}

fn of_tld(rule: &ScriptRule, label: &[char], beside: &dyn Fn(char) -> bool) -> Option<ScriptFault> {
    let covers = |code: &ScriptCode| label.iter().all(|c| beside(*c) || code.covers(*c));
    if rule.of_tld.iter().any(covers) {
        return None;
    }
    let sets: Vec<&[Script]> = rule.of_tld.iter().map(|code| code.scripts()).collect();
    mixed(label, beside, &sets).or_else(|| {
        let at = label.iter().position(|c| !beside(*c) && !rule.of_tld.iter().any(|code| code.covers(*c)))?;
        let scripts = label.get(at).and_then(|c| said(*c)).unwrap_or_default().to_vec();
        Some(ScriptFault::Wrong { at, scripts })
    })
}
