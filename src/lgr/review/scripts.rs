//! Scripts of the repertoire against the languages of the LGR (RFC 7940 section 4.3.3).

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::ToString;
use alloc::vec;
use alloc::vec::Vec;

use super::Reviewer;
use super::repertoire::{is_out_of_repertoire, span};
use crate::finding::FaultCode;
use crate::lgr::model::language_tag;
use crate::lgr::{Entry, Origin};
use crate::unicode::{Script, script, script_extensions};

impl Reviewer<'_> {
    /// Adds no fault for scripts when a language is declared whose script is not known, or Common, which RFC 7940
    /// makes the sign of a ruleset of many scripts.
    pub(super) fn scripts(&mut self) {
        let lgr = self.lgr;
        let mut declared: BTreeSet<Script> = BTreeSet::new();
        let mut is_known = true;
        for language in &lgr.metadata.languages {
            let tag = &*language.value;
            if let Some(subtag) = unknown_subtag(tag) {
                let arguments = vec![subtag.to_string(), tag.to_string()];
                self.fault(FaultCode::UnknownSubtag, language.origin, arguments);
            }
            match scripts_of(tag) {
                Some(scripts) if !scripts.contains(&Script::Common) => declared.extend(scripts),
                Some(_) => is_known = false,
                None => {
                    is_known = false;
                    self.fault(FaultCode::ScriptsNotCompared, language.origin, vec![tag.to_string()]);
                }
            }
        }
        if !is_known {
            return;
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
    let language = tag.split('-').next()?.to_ascii_lowercase();
    let stated = language_tag::script(tag).and_then(script_set);
    // What is no language subtag may still be the name of a script.
    stated.or_else(|| usual_script(&language).and_then(script_set)).or_else(|| {
        let is_name = language.len() > 3;
        is_name.then(|| Script::from_name(&language).map(|script| vec![script])).flatten()
    })
}

/// The subtag that the IANA registry does not have, if a well-formed tag has one: a language of more than three letters,
/// of which none is registered, or a script that is none. Which languages of two or three letters there
/// are is not asked.
fn unknown_subtag(tag: &str) -> Option<&str> {
    let language = tag.split('-').next().filter(|language| language.len() > 3);
    let is_unknown = |script: &&str| {
        // ISO 15924 codes that are no Unicode script: parts of one, kinds of writing, private use.
        let others =
            ["aran", "blis", "brai", "cyrs", "geok", "inds", "jamo", "latf", "latg", "syre", "syrj", "syrn"];
        let lower = script.to_ascii_lowercase();
        script_set(script).is_none()
            && !lower.starts_with('z')
            && !lower.starts_with("qa")
            && !others.contains(&&*lower)
    };
    language.or_else(|| language_tag::script(tag).filter(is_unknown))
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
