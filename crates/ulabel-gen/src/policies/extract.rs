//! Makes the extract of CLDR under `data/cldr` from the npm packages.

#![allow(clippy::indexing_slicing)] // of JSON, where indexing what is not there gives Null

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;
use ulabel::policy::{CodePointSet, ScriptCode};
use ulabel::unicode::{Script, nfc, script};

use super::inputs::Cctld;
use crate::Generated;

/// The version of the packages; another is refused.
const VERSION: &str = "48.2.0";

const PACKAGES: [&str; 3] = ["cldr-core", "cldr-misc-full", "cldr-localenames-full"];

/// First-level regions of UN M49 with the names of CLDR's English.
const REGIONS: [(&str, &str); 5] =
    [("002", "Africa"), ("019", "Americas"), ("142", "Asia"), ("150", "Europe"), ("009", "Oceania")];

/// Languages whose vowel signs CLDR has among the auxiliary characters, which are taken too.
const VOWELS_IN_AUXILIARY: [&str; 1] = ["ml"];

/// Names of territories in each language at most, as samples of realistic labels.
const SAMPLES: usize = 12;

/// The files of the extract.
pub(super) fn extract(folder: &Path, cctlds: &[Cctld]) -> Result<Vec<Generated>, String> {
    let packages = Packages { folder };
    for package in PACKAGES {
        let version = at(&packages.json(&format!("{package}/package.json"))?, &["version"]).clone();
        if version != VERSION {
            return Err(format!("{package} is {version}, expected {VERSION}"));
        }
    }
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
    for code in codes {
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
    let mut samples = head(
        "Realistic labels: the language's own name and names of territories in it, in lower case, spaces as hyphens",
        "Columns: language; script; labels.",
    );
    for (tag, code) in &wanted {
        if let Some(set) = packages.exemplars(tag, *code, &likely)? {
            let (singles, sequences) = set;
            letters.push_str(&format!("{tag}\t{code}\t{singles}\t{}\n", sequences.join(" ")));
        }
        let names = packages.names(tag, *code, &likely)?;
        if !names.is_empty() {
            samples.push_str(&format!("{tag}\t{code}\t{}\n", names.join(" ")));
        }
    }
    let files = [("territories", territories), ("letters", letters), ("samples", samples)];
    Ok(files.map(|(name, text)| (format!("data/cldr/{name}.tsv"), text)).into())
}

fn head(what: &str, columns: &str) -> String {
    format!(
        "# {what}.\n# From npm {} {VERSION} (CLDR), licence Unicode-3.0, see LICENSE-UNICODE.\n# Made by `cargo run --release --package ulabel-gen -- policies --cldr DIR`.\n# {columns}\n",
        PACKAGES.join(", ")
    )
}

/// The JSON value under keys, one in the other; null when there is none.
fn at<'v>(value: &'v Value, keys: &[&str]) -> &'v Value {
    keys.iter().try_fold(value, |value, key| value.get(key)).unwrap_or(&Value::Null)
}

struct Packages<'f> {
    folder: &'f Path,
}

impl Packages<'_> {
    fn json(&self, path: &str) -> Result<Value, String> {
        let path = self.folder.join("node_modules").join(path);
        let text = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        serde_json::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))
    }

    /// The locale that CLDR has for a language in a script.
    fn locale(&self, package: &str, tag: &str, code: ScriptCode, likely: &Value) -> Option<String> {
        let language = tag.split('-').next().unwrap_or(tag);
        let usual = with_script(language, "ZZ", likely).ok().map(|(_, usual)| usual);
        let with = format!("{language}-{code}");
        let locale = if usual == Some(code) { language.to_owned() } else { with };
        let folder = self.folder.join("node_modules").join(package).join("main").join(&locale);
        folder.exists().then_some(locale)
    }

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

    /// Names in a language that could be labels.
    fn names(&self, tag: &str, code: ScriptCode, likely: &Value) -> Result<Vec<String>, String> {
        let package = "cldr-localenames-full";
        let Some(locale) = self.locale(package, tag, code, likely) else { return Ok(Vec::new()) };
        let display = |file: &str, key: &str| -> Result<BTreeMap<String, String>, String> {
            let path = format!("{package}/main/{locale}/{file}.json");
            if !self.folder.join("node_modules").join(&path).exists() {
                return Ok(BTreeMap::new()); // not every locale has every file
            }
            let json = self.json(&path)?;
            let names = at(&json, &["main", &locale, "localeDisplayNames", key])
                .as_object()
                .cloned()
                .unwrap_or_default();
            Ok(names.into_iter().filter_map(|(k, v)| Some((k, v.as_str()?.to_owned()))).collect())
        };
        let language = tag.split('-').next().unwrap_or(tag);
        let mut names: Vec<String> =
            display("languages", "languages")?.get(language).cloned().into_iter().collect();
        let territories = display("territories", "territories")?;
        names.extend(territories.into_iter().filter(|(code, _)| code.len() == 2).map(|(_, name)| name));
        let mut labels: Vec<String> = names.iter().filter_map(|name| label_of(name, code)).collect();
        labels.dedup();
        labels.truncate(SAMPLES);
        Ok(labels)
    }
}

/// A name as a label, when all of it is letters of the script, spaces and hyphens.
fn label_of(name: &str, code: ScriptCode) -> Option<String> {
    let label = ulabel::unicode::to_lower_case(&nfc(name)).replace([' ', '\u{2011}'], "-");
    let right = label.chars().all(|c| c == '-' || code.covers(c) && script(c) != Script::Common);
    let valid = ulabel::Checker::registration().check_label(&label).is_valid();
    (right && valid && label.chars().count() <= 20).then_some(label)
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

/// A language tag of CLDR, which may name a script, with its script; likely scripts decide otherwise.
fn with_script(tag: &str, territory: &str, likely: &Value) -> Result<(String, ScriptCode), String> {
    let tag = tag.replace('_', "-");
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    let code = match parts.next().filter(|part| part.len() == 4) {
        Some(script) => script.to_owned(),
        None => {
            let found = at(likely, &[&format!("{language}-{territory}")])
                .as_str()
                .or_else(|| at(likely, &[language]).as_str());
            let subtags = found.ok_or_else(|| format!("no script is known for {tag}"))?;
            subtags.split('-').nth(1).unwrap_or_default().to_owned()
        }
    };
    let script = ScriptCode::from_code(&code).ok_or_else(|| format!("unknown script {code} of {tag}"))?;
    Ok((tag, script))
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
