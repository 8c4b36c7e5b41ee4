//! The files that the generator of policies reads.

use std::collections::BTreeMap;

use ulabel::policy::{CodePointSet, ScriptCode};

use super::names::LANGUAGES;

/// A country-code top-level domain, a line of `data/cctlds.tsv`.
pub(super) struct Cctld {
    pub(super) a_label: String,
    pub(super) u_label: String,
    pub(super) iso3166: String,
    pub(super) territory: String,
    pub(super) scripts: Vec<ScriptCode>,
    pub(super) languages: Vec<String>,
}

impl Cctld {
    pub(super) fn is_idn(&self) -> bool {
        self.a_label != self.u_label
    }
}

/// The rows of a file of tab-separated columns, comments left out.
fn rows(path: &str) -> Result<Vec<Vec<String>>, String> {
    let text = crate::read(path)?;
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    Ok(lines.map(|line| line.split('\t').map(str::to_owned).collect()).collect())
}

fn list(text: &str) -> Vec<String> {
    text.split(',').filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// Words with spaces between.
fn words(text: &str) -> Vec<String> {
    text.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Code points, as policies write them, with spaces between; `place` is where they stand.
fn set(place: &str, items: &str) -> Result<CodePointSet, String> {
    let sets = words(items).into_iter().map(|item| CodePointSet::parse_item(&item));
    Ok(sets.collect::<Result<Vec<_>, _>>().map_err(|e| format!("{place}: {e}"))?.into_iter().collect())
}

fn script(code: &str) -> Result<ScriptCode, String> {
    ScriptCode::from_code(code).ok_or_else(|| format!("unknown script {code}"))
}

/// The domains, by A-label.
pub(super) fn cctlds() -> Result<Vec<Cctld>, String> {
    let path = "data/cctlds.tsv";
    rows(path)?
        .into_iter()
        .map(|row| match row.as_slice() {
            [a_label, u_label, iso3166, territory, scripts, languages] => Ok(Cctld {
                a_label: a_label.clone(),
                u_label: u_label.clone(),
                iso3166: iso3166.clone(),
                territory: territory.clone(),
                scripts: list(scripts).iter().map(|code| script(code)).collect::<Result<_, _>>()?,
                languages: list(languages),
            }),
            _ => Err(format!("{path}: a row has six columns, not {}", row.len())),
        })
        .collect()
}

/// A territory in CLDR.
pub(super) struct Territory {
    pub(super) region: String,
    pub(super) itu_member: bool,
    /// The ISO 3166-1 code of three letters, empty where there is none.
    pub(super) alpha3: String,
    /// Names in the languages of [`LANGUAGES`](super::names::LANGUAGES), empty where there are none.
    pub(super) names: Vec<String>,
    /// Official languages, each with its script.
    pub(super) languages: Vec<(String, ScriptCode)>,
}

/// The letters of a language.
pub(super) struct Letters {
    pub(super) letters: CodePointSet,
    pub(super) sequences: Vec<String>,
}

/// What everyday words of a language need beyond what CLDR has for it, a line of `data/orthographies.tsv`.
pub(super) struct Orthography {
    pub(super) language: String,
    pub(super) script: ScriptCode,
    /// Territories where the language is used beside the official ones.
    pub(super) territories: Vec<String>,
    pub(super) letters: CodePointSet,
    pub(super) sequences: Vec<String>,
    /// The first native digit.
    pub(super) zero: Option<char>,
    /// The joiner that words need; the protocol says where it may stand.
    pub(super) joiner: Option<char>,
}

/// The orthographies, in their order.
pub(super) fn orthographies() -> Result<Vec<Orthography>, String> {
    let path = "data/orthographies.tsv";
    let one = |text: &str| -> Result<Option<char>, String> { Ok(set(path, text)?.iter().next()) };
    rows(path)?
        .into_iter()
        .map(|row| match row.as_slice() {
            [language, code, territories, letters, sequences, loans, zero, joiner] => Ok(Orthography {
                language: language.clone(),
                script: script(code)?,
                territories: list(territories),
                letters: [set(path, letters)?, set(path, loans)?].into_iter().collect(),
                sequences: words(sequences),
                zero: one(zero)?,
                joiner: one(joiner)?,
            }),
            _ => Err(format!("{path}: a row has eight columns, not {}", row.len())),
        })
        .collect()
}

/// Words of a language, a line of `data/cldr/words.tsv`.
pub(super) struct Word {
    pub(super) language: String,
    pub(super) script: ScriptCode,
    pub(super) words: Vec<String>,
}

pub(super) fn words_of_languages() -> Result<Vec<Word>, String> {
    let path = "data/cldr/words.tsv";
    rows(path)?
        .into_iter()
        .map(|row| match row.as_slice() {
            [language, code, _source, list] => {
                Ok(Word { language: language.clone(), script: script(code)?, words: words(list) })
            }
            _ => Err(format!("{path}: a row has four columns, not {}", row.len())),
        })
        .collect()
}

/// What no language of a script writes, a line of `data/impossible.tsv`.
pub(super) struct Impossible {
    pub(super) script: ScriptCode,
    pub(super) text: String,
}

pub(super) fn impossible() -> Result<Vec<Impossible>, String> {
    let path = "data/impossible.tsv";
    rows(path)?
        .into_iter()
        .map(|row| match row.as_slice() {
            [code, _kind, code_points, _reason] => {
                let characters = words(code_points).into_iter().map(|item| {
                    let number = item.strip_prefix("U+").and_then(|hex| u32::from_str_radix(hex, 16).ok());
                    number.and_then(char::from_u32).ok_or_else(|| format!("{path}: {item} is no code point"))
                });
                Ok(Impossible { script: script(code)?, text: characters.collect::<Result<_, _>>()? })
            }
            _ => Err(format!("{path}: a row has four columns, not {}", row.len())),
        })
        .collect()
}

/// The extract of CLDR.
pub(super) struct Cldr {
    pub(super) territories: BTreeMap<String, Territory>,
    /// By language and script code.
    pub(super) letters: BTreeMap<(String, String), Letters>,
}

impl Cldr {
    pub(super) fn read() -> Result<Self, String> {
        let mut names: BTreeMap<String, (String, Vec<String>)> = BTreeMap::new();
        for row in rows("data/cldr/names.tsv")? {
            match row.as_slice() {
                [code, alpha3, all @ ..] if all.len() == LANGUAGES.len() => {
                    names.insert(code.clone(), (alpha3.clone(), all.to_vec()));
                }
                _ => return Err("data/cldr/names.tsv: a row has eight columns".to_owned()),
            }
        }
        let mut territories = BTreeMap::new();
        for row in rows("data/cldr/territories.tsv")? {
            let [code, region, member, languages] = row.as_slice() else {
                return Err("data/cldr/territories.tsv: a row has four columns".to_owned());
            };
            let languages = list(languages).into_iter().map(|pair| {
                let (tag, code) = pair.split_once(':').ok_or("a language without script")?;
                Ok((tag.to_owned(), script(code)?))
            });
            let (alpha3, names) =
                names.remove(code).ok_or_else(|| format!("data/cldr/names.tsv has no {code}"))?;
            let territory = Territory {
                alpha3,
                names,
                region: region.clone(),
                itu_member: member == "yes",
                languages: languages.collect::<Result<_, String>>()?,
            };
            territories.insert(code.clone(), territory);
        }
        let mut letters = BTreeMap::new();
        for row in rows("data/cldr/letters.tsv")? {
            let [tag, code, items, sequences] = row.as_slice() else {
                return Err("data/cldr/letters.tsv: a row has four columns".to_owned());
            };
            let set = set(tag, items)?;
            letters
                .insert((tag.clone(), code.clone()), Letters { letters: set, sequences: words(sequences) });
        }
        Ok(Self { territories, letters })
    }

    pub(super) fn territory(&self, iso3166: &str) -> Result<&Territory, String> {
        self.territories.get(iso3166).ok_or_else(|| format!("CLDR has no territory {iso3166}"))
    }

    /// The letters of a language in a script, where CLDR has any.
    pub(super) fn letters_of(&self, tag: &str, script: ScriptCode) -> Option<&Letters> {
        self.letters.get(&(tag.to_owned(), script.code().to_owned()))
    }
}
