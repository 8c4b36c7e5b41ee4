//! Derives policies from the official languages of a territory and their letters.

use std::path::Path;

use ulabel::idna2008::property::derived_property;
use ulabel::policy::{
    AsciiLetters, Certainty, CodePointSet, DigitSet, Mixing, MustContain, Policy, RuleName, ScriptCode,
    Stance, Status, Table, read,
};
use ulabel::unicode::{DerivedProperty, Script, UNICODE_VERSION, digit_zero, general_category, nfc, script};

use super::GENERATED;
use super::inputs::{Cctld, Cldr, Letters};

/// A policy, and its text when it is derived.
pub(super) struct Made {
    pub(super) policy: Policy,
    pub(super) derived_text: Option<String>,
}

const SOURCE: &str = "CLDR 48.2: official languages of the territory and their letters";

const LATIN: ScriptCode = ScriptCode::One(Script::Latin);

/// The unified ideographs of Unicode 1.1, which the national standards of China, Taiwan, Japan and Korea
/// draw on. CLDR's own sets hold what a reader meets, some thousand, far fewer than a registry takes.
const IDEOGRAPHS: (char, char) = ('\u{4E00}', '\u{9FA5}');

/// The modern syllables.
const HANGUL: (char, char) = ('\u{AC00}', '\u{D7A3}');

/// A language that lends its letters to those of its script for which CLDR has none.
const LENDERS: [(ScriptCode, &str); 2] =
    [(ScriptCode::One(Script::Devanagari), "hi"), (ScriptCode::One(Script::Arabic), "ar")];

/// The policy of each domain, in their order: the published ones read, the others derived.
pub(super) fn policies(cctlds: &[Cctld], cldr: &Cldr) -> Result<Vec<Made>, String> {
    cctlds.iter().map(|cctld| policy(cctld, cldr)).collect()
}

fn policy(cctld: &Cctld, cldr: &Cldr) -> Result<Made, String> {
    let path = format!("data/policies/{}.toml", cctld.a_label);
    if Path::new(&path).exists() {
        let policy = read(&crate::read(&path)?).map_err(|e| format!("{path}: {e}"))?.policy;
        if policy.status == Status::Published {
            return Ok(Made { policy, derived_text: None });
        }
    }
    let path = format!("data/registries/{}.toml", cctld.a_label);
    let known = if Path::new(&path).exists() {
        Some(read(&crate::read(&path)?).map_err(|e| format!("{path}: {e}"))?.policy)
    } else {
        None
    };
    let policy = derive(cctld, cldr, known)?;
    let text = format!(
        "# DERIVED, a start: this is not what the registry of .{} publishes. It is made from public data, and\n\
         # the registry has the last word. Copy it, change it, use your own.\n# {GENERATED}\n\
         # CLDR data is under LICENSE-UNICODE.\n\n{}",
        cctld.u_label,
        policy.to_toml()
    );
    Ok(Made { policy, derived_text: Some(text) })
}

/// Derives a policy; `known` is what is known of the registry, whose tables lack letters.
fn derive(cctld: &Cctld, cldr: &Cldr, known: Option<Policy>) -> Result<Policy, String> {
    let mut policy = known.unwrap_or_else(|| {
        let mut policy = Policy::new(&cctld.a_label);
        policy.certainty = Some(Certainty::Unsure);
        policy
    });
    let languages: Vec<(String, ScriptCode)> = if cctld.is_idn() {
        let scripts = cldr.letters.keys().filter_map(|(tag, code)| Some((tag, ScriptCode::from_code(code)?)));
        let of = |tag: &String| {
            scripts
                .clone()
                .find(|(other, code)| *other == tag && is_of(*code, &cctld.scripts))
                .map(|(_, code)| code)
        };
        let fallback = cctld.scripts.first().copied().unwrap_or(LATIN);
        cctld.languages.iter().map(|tag| (tag.clone(), of(tag).unwrap_or(fallback))).collect()
    } else {
        cldr.territory(&cctld.iso3166)?.languages.clone()
    };
    policy.tlds = vec![cctld.u_label.clone()];
    policy.iso3166 = Some(cctld.iso3166.clone());
    policy.territory = Some(cctld.territory.clone());
    policy.status = Status::Derived;
    if policy.sources.is_empty() {
        policy.sources.push(SOURCE.to_owned());
    } else {
        policy.source_of.insert(RuleName::Tables, SOURCE.to_owned());
        policy.certainty_of.insert("letters".to_owned(), Certainty::Unsure);
    }
    let mut notes = vec!["a start derived from public data; the registry has the last word".to_owned()];
    notes.extend(policy.note.take());
    if policy.tables.is_empty() {
        policy.tables = tables_of(cctld, &languages);
    }
    for table in &mut policy.tables {
        fill(table, &languages, cldr, &mut notes);
    }
    policy.tables.retain(|table| !table.letters.is_empty() || !table.sequences.is_empty());
    merge_covered(&mut policy.tables);
    set_rules(&mut policy, cctld);
    notes.dedup();
    policy.note = Some(notes.join("; "));
    Ok(policy)
}

/// True if a script is one of those, a composite code counting for its scripts.
fn is_of(code: ScriptCode, scripts: &[ScriptCode]) -> bool {
    scripts.iter().any(|other| other.scripts().iter().any(|script| code.scripts().contains(script)))
}

/// An empty table for each language; and one for a to z where the domain is ASCII.
fn tables_of(cctld: &Cctld, languages: &[(String, ScriptCode)]) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    for (tag, script) in languages {
        let mut id = format!("{}-{}", cctld.iso3166, tag).to_ascii_lowercase();
        if tables.iter().any(|table| table.id == id) {
            id = format!("{id}-{script}").to_ascii_lowercase();
        }
        let mut table = Table::new(&id);
        table.languages.push(tag.clone());
        table.scripts.push(*script);
        if !script.scripts().contains(&Script::Latin) && mixes_with_ascii(*script) {
            table.ascii_letters = AsciiLetters::Beside;
            table.must_contain.push(MustContain::Scripts(vec![*script]));
        }
        tables.push(table);
    }
    if !cctld.is_idn() && !languages.iter().any(|(_, script)| *script == LATIN) {
        let mut table = Table::new(&format!("{}-latn", cctld.iso3166).to_ascii_lowercase());
        table.scripts.push(LATIN);
        tables.push(table);
    }
    tables
}

/// The East Asian scripts take ASCII letters beside them.
fn mixes_with_ascii(code: ScriptCode) -> bool {
    code.scripts().iter().any(|script| matches!(script, Script::Han | Script::Hangul))
}

/// Fills in the letters of a table that has none: those of its languages in its script.
fn fill(table: &mut Table, languages: &[(String, ScriptCode)], cldr: &Cldr, notes: &mut Vec<String>) {
    let scripts = table.scripts.clone();
    if table.languages.is_empty() {
        let of_script = languages.iter().filter(|(_, script)| is_of(*script, &scripts));
        table.languages = of_script.map(|(tag, _)| tag.clone()).collect();
    }
    let mut letters = CodePointSet::new();
    let mut sequences = Vec::new();
    for code in &scripts {
        if *code == LATIN {
            letters.insert_range('a', 'z');
        }
        if code.scripts().contains(&Script::Han) && *code != ScriptCode::Kore {
            letters.insert_range(IDEOGRAPHS.0, IDEOGRAPHS.1);
            notes.push(
                "the ideographs are the 20 902 of Unicode 1.1, a frame for the registry's own table"
                    .to_owned(),
            );
        }
        if code.scripts().contains(&Script::Hangul) {
            letters.insert_range(HANGUL.0, HANGUL.1);
            continue;
        }
        if *code == ScriptCode::Jpan {
            // U+3005, U+3006, U+3007, U+30FB, U+30FC, U+30FD, U+30FE, U+309D, U+309E
            letters = [letters, "々〆〇・ーヽヾゝゞ".chars().collect()].into_iter().collect();
        }
        if code.scripts().contains(&Script::Tibetan) {
            // The mark between syllables, which CLDR counts as punctuation and RFC 5892 §2.6 permits.
            letters.insert('\u{F0B}');
        }
        for tag in &table.languages {
            let found = cldr.letters_of(tag, *code).filter(|found| has_letters(found, *code));
            let lender = LENDERS.iter().find(|(script, _)| script == code).map(|(_, lender)| *lender);
            let found = match (found, lender) {
                (Some(found), _) => Some(found),
                (None, _) if *code == LATIN => {
                    notes.push(format!("CLDR has no letters for {tag}, a to z stand in"));
                    None
                }
                (None, Some(lender)) => {
                    notes.push(format!("CLDR has no letters for {tag}, those of {lender} stand in"));
                    cldr.letters_of(lender, *code)
                }
                (None, None) => None,
            };
            if let Some(found) = found {
                let (more, composed) = permitted(found, *code);
                letters = [letters, more].into_iter().collect();
                sequences.extend(composed);
            }
        }
    }
    if table.digits == [DigitSet::Ascii] && scripts == [ScriptCode::One(Script::Arabic)] {
        table.digits.push(DigitSet::From(arabic_zero(&table.languages)));
    }
    sequences.retain(|sequence: &String| !sequence.chars().all(|c| letters.contains(c)));
    sequences.sort_unstable();
    sequences.dedup();
    table.letters = letters;
    table.sequences = sequences;
}

fn has_letters(letters: &Letters, code: ScriptCode) -> bool {
    !permitted(letters, code).0.is_empty() || code.scripts().contains(&Script::Han)
}

/// Persian, Urdu and the languages written like them use U+06F0; others U+0660.
fn arabic_zero(languages: &[String]) -> char {
    let extended = ["fa", "ur", "ps", "ks", "sd", "pa", "ckb", "ug"];
    if languages.iter().any(|tag| extended.contains(&tag.as_str())) { '\u{6F0}' } else { '\u{660}' }
}

/// Scripts whose marks are letters of the spelling.
fn spells_with_marks(code: ScriptCode) -> bool {
    !code.scripts().iter().any(|script| {
        matches!(
            script,
            Script::Latin
                | Script::Greek
                | Script::Cyrillic
                | Script::Arabic
                | Script::Hebrew
                | Script::Armenian
                | Script::Georgian
                | Script::Ethiopic
        )
    })
}

/// The letters and sequences of a language that IDNA2008 permits, in NFC: no capitals, no tatweel, no
/// vowel points of Arabic and Hebrew (RFC 5564), no bare combining marks where letters carry them. What
/// is DISALLOWED for its compatibility decomposition (U+0E33, U+0EB3) is taken decomposed.
fn permitted(found: &Letters, code: ScriptCode) -> (CodePointSet, Vec<String>) {
    let is_letter = |c: char| {
        is_permitted(c)
            && digit_zero(c).is_none()
            && (spells_with_marks(code) || !general_category(c).is_mark())
            && (code.covers(c) && script(c).is_common_or_inherited() || code.scripts().contains(&script(c)))
    };
    let mut letters = CodePointSet::new();
    let mut sequences = Vec::new();
    for c in found.letters.iter() {
        let composed = nfc(&c.to_string());
        let mut characters = composed.chars();
        match (characters.next(), characters.next()) {
            (Some(one), None) if is_letter(one) => letters.insert(one),
            (Some('\u{E33}'), None) => sequences.push("\u{E4D}\u{E32}".to_owned()),
            (Some('\u{EB3}'), None) => sequences.push("\u{ECD}\u{EB2}".to_owned()),
            (Some(_), Some(_)) if composed.chars().all(is_permitted) => sequences.push(composed),
            _ => {}
        }
    }
    for sequence in &found.sequences {
        let composed = nfc(sequence);
        let mut characters = composed.chars();
        match (characters.next(), characters.next()) {
            (Some(one), None) if is_letter(one) => letters.insert(one),
            (Some(_), Some(_)) if spells_with_marks(code) => {
                composed.chars().filter(|c| is_letter(*c)).for_each(|c| letters.insert(c));
            }
            (Some(first), Some(_)) if is_letter(first) && composed.chars().all(is_permitted) => {
                sequences.push(composed);
            }
            _ => {}
        }
    }
    (letters, sequences)
}

/// PVALID, or CONTEXTO, whose rule IDNA2008 asks anyway: the middle dot of Catalan.
fn is_permitted(c: char) -> bool {
    matches!(derived_property(c, UNICODE_VERSION), DerivedProperty::Pvalid | DerivedProperty::ContextO)
}

/// Leaves out tables that another one holds whole, its languages going to that one.
fn merge_covered(tables: &mut Vec<Table>) {
    let mut kept: Vec<Table> = Vec::new();
    let mut rest = std::mem::take(tables);
    // The largest first, so that what covers others stands.
    rest.sort_by_key(|table| std::cmp::Reverse(table.letters.len()));
    for table in rest {
        let covers = |other: &&mut Table| {
            let same_rules =
                (&other.scripts, &other.digits, &other.must_contain, &other.neighbours, &other.length)
                    == (&table.scripts, &table.digits, &table.must_contain, &table.neighbours, &table.length)
                    && other.ascii_letters == table.ascii_letters;
            let sequences = table.sequences.iter();
            let mut held = sequences
                .map(|s| other.sequences.contains(s) || s.chars().all(|c| other.letters.contains(c)));
            same_rules && other.letters.contains_all(&table.letters) && held.all(|held| held)
        };
        match kept.iter_mut().find(covers) {
            Some(other) => other.languages.extend(table.languages),
            None => kept.push(table),
        }
    }
    for table in &mut kept {
        table.languages.sort_unstable();
        table.languages.dedup();
    }
    kept.sort_by(|a, b| a.id.cmp(&b.id));
    *tables = kept;
}

/// The rules that follow from the tables.
fn set_rules(policy: &mut Policy, cctld: &Cctld) {
    let mut scripts: Vec<ScriptCode> = Vec::new();
    for code in policy.tables.iter().flat_map(|table| &table.scripts) {
        if !scripts.contains(code) {
            scripts.push(*code);
        }
    }
    scripts.sort_unstable();
    if policy.scripts.mixing == Mixing::Repertoire {
        let beside = policy.tables.iter().any(|table| table.ascii_letters == AsciiLetters::Beside);
        policy.scripts.mixing = if beside { Mixing::ScriptAsciiLetters } else { Mixing::TldScript };
    }
    if policy.scripts.of_tld.is_empty() {
        policy.scripts.of_tld = scripts;
    }
    if policy.tables.iter().any(|table| table.digits.len() > 1) {
        policy.digits.several_sets = Stance::Refuse;
    }
    if !cctld.is_idn() {
        policy.ascii_labels = Stance::Allow;
    }
}
