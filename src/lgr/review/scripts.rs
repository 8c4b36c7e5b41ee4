//! Scripts of the repertoire against the languages of the LGR (RFC 7940 section 4.3.3).

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::ToString;
use alloc::vec;
use alloc::vec::Vec;

use super::Reviewer;
use super::repertoire::{is_out_of_repertoire, span};
use crate::finding::FaultCode;
use crate::lgr::{Entry, Origin};
use crate::unicode::{Script, script, script_extensions};

impl Reviewer<'_> {
    /// Adds no fault when the script of a language is not known, or is Common, which RFC 7940 makes
    /// the sign of a ruleset of many scripts.
    pub(super) fn scripts(&mut self) {
        let lgr = self.lgr;
        let mut declared: BTreeSet<Script> = BTreeSet::new();
        for language in &lgr.metadata.languages {
            match scripts_of(&language.value) {
                Some(scripts) if !scripts.contains(&Script::Common) => declared.extend(scripts),
                _ => return,
            }
        }
        if declared.is_empty() {
            return;
        }
        // One fault a script: an ideographic table with the letters a to z need not say so 26 times.
        let mut foreign: BTreeMap<Script, (char, usize, Origin)> = BTreeMap::new();
        for entry in &lgr.data {
            let mut count = |c: char, origin: Origin| {
                if is_foreign(c, &declared) {
                    foreign.entry(script(c)).or_insert((c, 0, origin)).1 += 1;
                }
            };
            match entry {
                Entry::Char(char) if is_out_of_repertoire(char) => {}
                Entry::Char(char) => char.cp.iter().for_each(|&c| count(c, char.origin)),
                Entry::Range(range) => (range.first..=range.last).for_each(|c| count(c, range.origin)),
            }
        }
        let names: Vec<&str> = declared.iter().map(|script| script.short_name()).collect();
        for (script, (first, count, origin)) in foreign {
            let arguments = vec![
                span(first, first),
                script.short_name().to_string(),
                names.join(", "),
                count.to_string(),
            ];
            self.fault(FaultCode::ForeignScript, origin, arguments);
        }
    }
}

fn is_foreign(c: char, declared: &BTreeSet<Script>) -> bool {
    !script(c).is_common_or_inherited()
        && !script_extensions(c).iter().any(|script| declared.contains(script))
}

/// The scripts that a language tag stands for: its script subtag, or the script in which the language
/// is usually written; `None` if there is neither.
pub(crate) fn scripts_of(tag: &str) -> Option<Vec<Script>> {
    let mut subtags = tag.split('-');
    let language = subtags.next()?.to_ascii_lowercase();
    let stated = subtags.find(|part| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_alphabetic()));
    match stated {
        Some(script) => script_set(script),
        None => usual_script(&language).and_then(script_set),
    }
}

/// A script code of ISO 15924 as scripts of Unicode; some codes stand for several.
fn script_set(code: &str) -> Option<Vec<Script>> {
    Some(match &*code.to_ascii_lowercase() {
        "jpan" => vec![Script::Han, Script::Hiragana, Script::Katakana],
        "kore" => vec![Script::Hangul, Script::Han],
        "hans" | "hant" | "hani" => vec![Script::Han],
        "hanb" => vec![Script::Han, Script::Bopomofo],
        "hrkt" => vec![Script::Hiragana, Script::Katakana],
        _ => vec![Script::from_name(code)?],
    })
}

/// The script that needs no saying, as the Suppress-Script fields of the language subtag registry
/// (RFC 5646 section 3.1.9) have it, and for Japanese, Chinese, Divehi and Tigrinya as they are written.
fn usual_script(language: &str) -> Option<&'static str> {
    Some(match language {
        "af" | "ay" | "br" | "ca" | "ch" | "co" | "cs" | "cy" | "da" | "de" | "dsb" | "en" | "eo" | "es"
        | "et" | "eu" | "fi" | "fj" | "fo" | "fr" | "frr" | "fy" | "ga" | "gl" | "gn" | "gsw" | "gv"
        | "hr" | "hsb" | "ht" | "hu" | "id" | "is" | "it" | "kl" | "la" | "lb" | "ln" | "lt" | "lv"
        | "mg" | "mh" | "mi" | "ms" | "mt" | "na" | "nb" | "nd" | "nds" | "niu" | "nl" | "nn" | "no"
        | "nr" | "nso" | "ny" | "om" | "pap" | "pl" | "pt" | "qu" | "rm" | "rn" | "ro" | "rw" | "se"
        | "sg" | "sk" | "sl" | "sm" | "so" | "sq" | "ss" | "st" | "sv" | "sw" | "tet" | "tkl" | "tl"
        | "tn" | "to" | "tpi" | "tr" | "ts" | "tvl" | "ve" | "vi" | "xh" | "zu" => "Latn",
        "ab" | "be" | "bg" | "kk" | "mk" | "ru" | "uk" => "Cyrl",
        "ar" | "fa" | "ps" | "ur" => "Arab",
        "hi" | "kok" | "mai" | "mr" | "ne" | "sa" => "Deva",
        "he" | "iw" | "yi" => "Hebr",
        "am" | "ti" => "Ethi",
        "as" | "bn" => "Beng",
        "dv" => "Thaa",
        "dz" | "bo" => "Tibt",
        "el" => "Grek",
        "gu" => "Gujr",
        "hy" => "Armn",
        "ja" => "Jpan",
        "ka" => "Geor",
        "km" => "Khmr",
        "kn" => "Knda",
        "ko" => "Kore",
        "lo" => "Laoo",
        "ml" => "Mlym",
        "my" => "Mymr",
        "or" => "Orya",
        "pa" => "Guru",
        "si" => "Sinh",
        "ta" => "Taml",
        "te" => "Telu",
        "th" => "Thai",
        "zh" => "Hani",
        _ => return None,
    })
}
