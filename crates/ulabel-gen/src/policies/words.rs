//! Writes words of each official language: what every start must take.

use std::collections::BTreeSet;

use serde_json::Value;
use ulabel::policy::ScriptCode;
use ulabel::unicode::{Script, nfc, to_lower_case};

use super::packages::{Packages, at, head};

/// Words of each language.
const WORDS: usize = 20;

/// Languages of which CLDR has no words, with the locale that npm `moment` has for them.
const ELSEWHERE: [(&str, &str); 3] = [("cnr-Latn", "me"), ("dv", "dv"), ("tet", "tet")];

/// Slips of the source, with what is wrong with each.
const SLIPS: [(&str, &str, &str); 1] = [("brx", "सुुखुरबार", "the same vowel sign twice")];

/// The version of `moment`; another is refused.
const MOMENT: &str = "2.30.1";

/// The words of languages, each in a script.
pub(super) fn text(
    packages: &Packages<'_>,
    languages: &BTreeSet<(String, ScriptCode)>,
    likely: &Value,
) -> Result<String, String> {
    packages.expect("moment", MOMENT)?;
    let mut text = head(
        "Words of languages, twenty of each where there are so many: the language's own name, names of weekdays, months and\n# \
         spans of time by turns, then names of languages and of territories; in lower case and NFC, names of several words split\n# \
         at the spaces. Left out: what IDNA2008 refuses, single letters, and what CLDR has of no language",
        "Columns: language; script; source; words.",
    );
    let from = ELSEWHERE.map(|(tag, _)| tag).join(", ");
    text += &format!("# Words of {from}, which CLDR has not, are of npm moment {MOMENT}, licence MIT.\n");
    for (tag, slip, reason) in SLIPS {
        text += &format!("# Left out as a slip of the source: {slip} ({tag}), {reason}.\n");
    }
    for (tag, code) in languages {
        let elsewhere = ELSEWHERE.iter().find(|(other, _)| other == tag);
        let (source, lists) = match elsewhere {
            Some((_, locale)) => ("moment", lists_of_moment(packages, locale)?),
            None => ("CLDR", lists_of_cldr(packages, tag, *code, likely)?),
        };
        let words = choose(tag, lists);
        if !words.is_empty() {
            text += &format!("{tag}\t{code}\t{source}\t{}\n", words.join(" "));
        }
    }
    Ok(text)
}

/// Names by kind: what comes first, what is taken by turns, what fills up.
#[derive(Default)]
struct Lists {
    first: Vec<String>,
    by_turns: [Vec<String>; 3],
    rest: Vec<String>,
}

fn choose(tag: &str, lists: Lists) -> Vec<String> {
    let longest = lists.by_turns.iter().map(Vec::len).max().unwrap_or(0);
    let by_turns = (0..longest).flat_map(|turn| lists.by_turns.iter().filter_map(move |list| list.get(turn)));
    let mut words: Vec<String> = Vec::new();
    for name in lists.first.iter().chain(by_turns).chain(&lists.rest) {
        for word in name.split_whitespace().filter_map(|word| word_of(tag, word)) {
            if words.len() < WORDS && !words.contains(&word) {
                words.push(word);
            }
        }
    }
    words
}

/// A word as a label, if IDNA2008 permits it and it is more than one letter, of ideographs one.
fn word_of(tag: &str, word: &str) -> Option<String> {
    // Turkish and Azerbaijani tell i with a dot from i without.
    let dotted = matches!(tag, "tr" | "az").then(|| word.replace('I', "ı").replace('İ', "i"));
    let word = nfc(&to_lower_case(dotted.as_deref().unwrap_or(word)));
    if SLIPS.iter().any(|(of, slip, _)| *of == tag && *slip == word) {
        return None;
    }
    let long =
        word.chars().nth(1).is_some() || word.chars().all(|c| ulabel::unicode::script(c) == Script::Han);
    let letters = word.chars().any(|c| !c.is_ascii_digit() && c != '-');
    (long && letters && ulabel::Checker::registration().check_label(&word).is_valid()).then_some(word)
}

fn lists_of_cldr(
    packages: &Packages<'_>,
    tag: &str,
    code: ScriptCode,
    likely: &Value,
) -> Result<Lists, String> {
    let mut lists = Lists::default();
    if let Some(locale) = packages.locale("cldr-dates-full", tag, code, likely) {
        let [weekdays, months, spans] = dates(packages, &locale)?;
        let [no_weekdays, no_months, no_spans] = dates(packages, "und")?;
        // What a locale lacks is that of the root, in no language.
        let own = |list: Vec<String>, root: &[String]| -> Vec<String> {
            list.into_iter().filter(|name| !root.contains(name)).collect()
        };
        lists.by_turns = [own(weekdays, &no_weekdays), own(months, &no_months), own(spans, &no_spans)];
    }
    if let Some(locale) = packages.locale("cldr-localenames-full", tag, code, likely) {
        let names = |file: &str| -> Result<Vec<(String, String)>, String> {
            let json = packages.json_or_null(&format!("cldr-localenames-full/main/{locale}/{file}.json"))?;
            let names = at(&json, &["main", &locale, "localeDisplayNames", file]).as_object().cloned();
            let names = names.into_iter().flatten();
            let named = names.filter_map(|(key, name)| Some((key, name.as_str()?.to_owned())));
            // A name that is the code is that of the root.
            Ok(named.filter(|(key, name)| key != name && key.len() == 2).collect())
        };
        let languages = names("languages")?;
        let language = tag.split('-').next().unwrap_or(tag);
        let own = languages.iter().filter(|(key, _)| key == language);
        lists.first = own.map(|(_, name)| name.clone()).collect();
        lists.rest = languages.into_iter().chain(names("territories")?).map(|(_, name)| name).collect();
    }
    Ok(lists)
}

/// Names of weekdays, of months and of spans of time in a locale.
fn dates(packages: &Packages<'_>, locale: &str) -> Result<[Vec<String>; 3], String> {
    let json = packages.json_or_null(&format!("cldr-dates-full/main/{locale}/ca-gregorian.json"))?;
    let gregorian = at(&json, &["main", locale, "dates", "calendars", "gregorian"]);
    let wide = |kind: &str, keys: &[&str]| -> Vec<String> {
        let of = at(gregorian, &[kind, "stand-alone", "wide"]);
        keys.iter().filter_map(|key| at(of, &[key]).as_str()).map(str::to_owned).collect()
    };
    let weekdays = wide("days", &["mon", "tue", "wed", "thu", "fri", "sat", "sun"]);
    let months: Vec<String> = (1..=12).map(|month| month.to_string()).collect();
    let months = wide("months", &months.iter().map(String::as_str).collect::<Vec<_>>());
    let json = packages.json_or_null(&format!("cldr-dates-full/main/{locale}/dateFields.json"))?;
    let fields = at(&json, &["main", locale, "dates", "fields"]);
    let relative = ["relative-type-0", "relative-type-1", "relative-type--1"].map(|key| ["day", key]);
    let spans = ["year", "month", "week", "day", "hour", "minute"].map(|field| [field, "displayName"]);
    let spans = spans.iter().chain(&relative).filter_map(|keys| at(fields, keys).as_str());
    Ok([weekdays, months, spans.map(str::to_owned).collect()])
}

/// The names of weekdays and months in a locale of `moment`, a script whose strings stand between the keys.
fn lists_of_moment(packages: &Packages<'_>, locale: &str) -> Result<Lists, String> {
    let script = packages.text(&format!("moment/locale/{locale}.js"))?;
    let between = |first: &str, last: &str| -> Vec<String> {
        let part = script.split_once(first).and_then(|(_, rest)| rest.split_once(last));
        let strings = part.map_or("", |(part, _)| part).split('\'').skip(1).step_by(2);
        let names = strings.flat_map(|string| string.split('_'));
        names.filter(|name| !name.is_empty() && *name != locale).map(str::to_owned).collect()
    };
    let by_turns = [between("weekdays", "weekdaysShort"), between("months", "monthsShort"), Vec::new()];
    Ok(Lists { by_turns, ..Lists::default() })
}
