//! Makes the extract of CLDR under `data/cldr` from the npm packages.

#![allow(clippy::indexing_slicing)] // of JSON, where indexing what is not there gives Null

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;
use ulabel::policy::{CodePointSet, ScriptCode};
use ulabel::unicode::{Script, script};

use super::inputs::{Cctld, Orthography};
use super::packages::{Packages, at, head, with_script};
use super::{names, words};
use crate::Generated;

/// First-level regions of UN M49 with the names of CLDR's English.
const REGIONS: [(&str, &str); 5] =
    [("002", "Africa"), ("019", "Americas"), ("142", "Asia"), ("150", "Europe"), ("009", "Oceania")];

/// Languages whose vowel signs CLDR has among the auxiliary characters, which are taken too.
const VOWELS_IN_AUXILIARY: [&str; 1] = ["ml"];

/// The files of the extract.
pub(super) fn extract(
    folder: &Path,
    cctlds: &[Cctld],
    orthographies: &[Orthography],
) -> Result<Vec<Generated>, String> {
    let packages = Packages::open(folder)?;
    let supplemental = |file: &str, key: &str| -> Result<Value, String> {
        let json = packages.json(&format!("cldr-core/supplemental/{file}.json"))?;
        Ok(at(&json, &["supplemental", key]).clone())
    };
    let info = supplemental("territoryInfo", "territoryInfo")?;
    let likely = supplemental("likelySubtags", "likelySubtags")?;
    let containment = supplemental("territoryContainment", "territoryContainment")?;

    let codes: BTreeSet<&str> = cctlds.iter().map(|cctld| cctld.iso3166.as_str()).collect();
    let mut wanted: BTreeSet<(String, ScriptCode)> = BTreeSet::new();
    let mut territories = head(
        "Official languages of territories, with their scripts, and first-level regions of UN M49",
        "Columns: ISO 3166-1 code; region; whether the territory is a Member State of the ITU (the members of the United Nations and the Holy See); languages, each with its script.",
    );
    for &code in &codes {
        let mut languages = Vec::new();
        for (tag, data) in at(&info, &[code, "languagePopulation"]).as_object().into_iter().flatten() {
            let status = at(data, &["_officialStatus"]).as_str().unwrap_or_default();
            if matches!(status, "official" | "de_facto_official") {
                languages.push(with_script(tag, code, &likely)?);
            }
        }
        let in_un = at(&containment, &["UN", "_contains"])
            .as_array()
            .into_iter()
            .flatten()
            .any(|member| member == code);
        let member = if in_un || code == "VA" { "yes" } else { "no" };
        let region = region_of(code, &containment);
        let listed: Vec<String> = languages.iter().map(|(tag, script)| format!("{tag}:{script}")).collect();
        territories.push_str(&format!("{code}\t{region}\t{member}\t{}\n", listed.join(",")));
        wanted.extend(languages);
    }
    for cctld in cctlds {
        for tag in &cctld.languages {
            let (_, usual) = with_script(tag, &cctld.iso3166, &likely)?;
            let covered = cctld.scripts.iter().find(|code| code.scripts().contains(&first_script(usual)));
            let code = covered.map_or_else(|| cctld.scripts.first().copied().unwrap_or(usual), |_| usual);
            wanted.insert((tag.clone(), code));
        }
    }
    let mut letters = head(
        "Letters of languages: the main exemplar characters, for ml the auxiliary ones too; ideographs left out",
        "Columns: language; script (ISO 15924); letters, as policies write them; sequences, the contents of the braces in the source.",
    );
    for (tag, code) in &wanted {
        if let Some(set) = packages.exemplars(tag, *code, &likely)? {
            let (singles, sequences) = set;
            letters.push_str(&format!("{tag}\t{code}\t{singles}\t{}\n", sequences.join(" ")));
        }
    }
    wanted.extend(orthographies.iter().map(|one| (one.language.clone(), one.script)));
    let words = words::text(&packages, &wanted, &likely)?;
    let names = names::text(&packages, &codes)?;
    let files = [("territories", territories), ("letters", letters), ("words", words), ("names", names)];
    Ok(files.map(|(name, text)| (format!("data/cldr/{name}.tsv"), text)).into())
}

impl Packages<'_> {
    /// Letters and sequences.
    fn exemplars(
        &self,
        tag: &str,
        code: ScriptCode,
        likely: &Value,
    ) -> Result<Option<(CodePointSet, Vec<String>)>, String> {
        let Some(locale) = self.locale("cldr-misc-full", tag, code, likely) else { return Ok(None) };
        let json = self.json(&format!("cldr-misc-full/main/{locale}/characters.json"))?;
        let characters = at(&json, &["main", &locale, "characters"]);
        let text = at(characters, &["exemplarCharacters"]).as_str().unwrap_or_default();
        let (mut singles, sequences) = unicode_set(text).map_err(|e| format!("{locale}: {e}"))?;
        if VOWELS_IN_AUXILIARY.contains(&tag) {
            let auxiliary = at(characters, &["auxiliary"]).as_str().unwrap_or_default();
            singles.extend(unicode_set(auxiliary).map_err(|e| format!("{locale}: {e}"))?.0);
        }
        singles.retain(|c| !is_ideograph(*c));
        Ok((!singles.is_empty() || !text.trim_matches(['[', ']']).is_empty())
            .then(|| (singles.into_iter().collect(), sequences)))
    }
}

fn is_ideograph(c: char) -> bool {
    script(c) == Script::Han && !matches!(c, '々' | '〆' | '〇')
}

fn first_script(code: ScriptCode) -> Script {
    code.scripts().first().copied().unwrap_or(Script::Common)
}

fn region_of(code: &str, containment: &Value) -> &'static str {
    fn within(code: &str, area: &str, containment: &Value) -> bool {
        let members = at(containment, &[area, "_contains"]).as_array();
        members.into_iter().flatten().filter_map(Value::as_str).any(|member| {
            // QO, Outlying Oceania, gathers what belongs to no region.
            member == code || member != "QO" && member.len() == 3 && within(code, member, containment)
        })
    }
    if code == "EU" {
        return "Europe";
    }
    REGIONS.iter().find(|(area, _)| within(code, area, containment)).map_or("", |(_, name)| name)
}

/// A UnicodeSet as CLDR writes exemplars: characters, ranges, `{sequences}`, escapes.
fn unicode_set(text: &str) -> Result<(Vec<char>, Vec<String>), String> {
    let inner = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).ok_or("no UnicodeSet")?;
    let (mut singles, mut sequences) = (Vec::new(), Vec::new());
    let mut characters = inner.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            ' ' => {}
            '{' => {
                let mut sequence = String::new();
                loop {
                    match characters.next().ok_or("an open brace")? {
                        '}' => break,
                        '\\' => sequence.push(escaped(&mut characters)?),
                        c => sequence.push(c),
                    }
                }
                sequences.push(sequence);
            }
            '-' if characters.peek().is_some_and(|next| *next != ' ') => {
                let first = singles.pop().ok_or("a range without beginning")?;
                let last = match characters.next() {
                    Some('\\') => escaped(&mut characters)?,
                    Some(c) => c,
                    None => return Err("a range without end".to_owned()),
                };
                singles.extend(first..=last);
            }
            '\\' => singles.push(escaped(&mut characters)?),
            c => singles.push(c),
        }
    }
    Ok((singles, sequences))
}

fn escaped(characters: &mut impl Iterator<Item = char>) -> Result<char, String> {
    let digits = match characters.next() {
        Some('u') => 4,
        Some('U') => 8,
        Some(c) => return Ok(c),
        None => return Err("an open escape".to_owned()),
    };
    let number: String = characters.take(digits).collect();
    let number = u32::from_str_radix(&number, 16).map_err(|e| format!("\\u{number}: {e}"))?;
    char::from_u32(number).ok_or_else(|| format!("no character {number:X}"))
}
