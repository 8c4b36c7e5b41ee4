//! Holds each start against words of its languages and against strings that no language has.

use ulabel::policy::{Policy, ScriptCode};
use ulabel::{Checker, Verdict};

use super::inputs::{Impossible, Word};

/// The words of a language in a script, or all strings that are none: how many were tried, and which came out wrong.
pub(super) struct Tried {
    /// The tag of the language, with its script where the tag occurs twice.
    pub(super) language: String,
    pub(super) count: usize,
    /// Words refused, or strings taken.
    pub(super) wrong: Vec<String>,
}

/// What a start makes of them.
pub(super) struct Judgement {
    /// By language; one of which there are no words has the count 0.
    pub(super) words: Vec<Tried>,
    pub(super) impossible: Tried,
}

pub(super) fn judge(start: &Policy, words: &[Word], impossible: &[Impossible]) -> Result<Judgement, String> {
    let checker = Checker::with_policy(start).map_err(|e| format!("{}: {e}", start.id))?;
    let mut of_words: Vec<Tried> = Vec::new();
    let mut scripts: Vec<ScriptCode> = Vec::new();
    for table in &start.tables {
        scripts.extend(&table.scripts);
        for tag in &table.languages {
            let found = words.iter().find(|one| one.language == *tag && table.scripts.contains(&one.script));
            let all = found.map_or(&[][..], |one| &one.words);
            let refused = all.iter().filter(|word| checker.check_label(word).verdict() != Verdict::Valid);
            let again = of_words.iter().any(|other| other.language == *tag);
            let code = table.scripts.first().filter(|_| again).map(|code| format!("-{code}"));
            of_words.push(Tried {
                language: format!("{tag}{}", code.unwrap_or_default()),
                count: all.len(),
                wrong: refused.cloned().collect(),
            });
        }
    }
    let strings: Vec<&str> =
        impossible.iter().filter(|one| scripts.contains(&one.script)).map(|one| one.text.as_str()).collect();
    let taken = strings.iter().filter(|text| checker.check_label(text).verdict() != Verdict::Invalid);
    let impossible = Tried {
        language: String::new(),
        count: strings.len(),
        wrong: taken.map(|text| (*text).to_owned()).collect(),
    };
    Ok(Judgement { words: of_words, impossible })
}
