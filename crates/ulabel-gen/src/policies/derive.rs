//! Derives policies from the official languages of a territory and their letters.

use std::path::Path;

use ulabel::idna2008::property::derived_property;
use ulabel::policy::{
    AsciiLetters, Certainty, CodePointSet, DigitSet, IdnOffered, Mixing, MustContain, Neighbours, Policy,
    ScriptCode, Stance, Status, Table, base_ruleset, read,
};
use ulabel::unicode::{
    DerivedProperty, GeneralCategory, Script, UNICODE_VERSION, digit_zero, general_category, nfc, script,
};

use super::GENERATED;
use super::inputs::{Cctld, Cldr, Letters, Orthography};

/// The two policies of a domain.
pub(super) struct Made {
    /// What its registry takes today.
    pub(super) registry: Policy,
    /// The text of that, where nothing is known of the registry and the start stands in.
    pub(super) registry_text: Option<String>,
    /// A start in the languages of the territory.
    pub(super) start: Policy,
    pub(super) start_text: String,
}

const SOURCE: &str = "CLDR 48.2: official languages of the territory and their letters";

const ORTHOGRAPHIES: &str = "data/orthographies.tsv: letters that everyday words of the language need";

const LATIN: ScriptCode = ScriptCode::One(Script::Latin);

/// The modern syllables.
const HANGUL: (char, char) = ('\u{AC00}', '\u{D7A3}');

/// A language that lends its letters to those of its script for which CLDR has none.
const LENDERS: [(ScriptCode, &str); 2] =
    [(ScriptCode::One(Script::Devanagari), "hi"), (ScriptCode::One(Script::Arabic), "ar")];

/// The table that a script builds on, where one is built in. Greek, Cyrillic, Armenian, Georgian and Latin letters need no
/// rules: what words of the languages need is wider there than the tables of their scripts.
fn base_of(code: ScriptCode, iso3166: &str) -> Option<&'static str> {
    Some(match code {
        ScriptCode::Jpan => "jpan-jis",
        ScriptCode::Hans | ScriptCode::One(Script::Han) => "hani-cdnc",
        // Cantonese has characters that Big5 lacks.
        ScriptCode::Hant if matches!(iso3166, "HK" | "MO") => "hani-cdnc",
        ScriptCode::Hant => "hani-big5",
        ScriptCode::One(script) => match script {
            Script::Arabic => "arab",
            Script::Bengali => "beng",
            Script::Devanagari => "deva",
            Script::Ethiopic => "ethi",
            Script::Gujarati => "gujr",
            Script::Gurmukhi => "guru",
            Script::Hebrew => "hebr",
            Script::Khmer => "khmr",
            Script::Kannada => "knda",
            Script::Lao => "laoo",
            Script::Malayalam => "mlym",
            Script::Myanmar => "mymr",
            Script::Oriya => "orya",
            Script::Sinhala => "sinh",
            Script::Tamil => "taml",
            Script::Telugu => "telu",
            Script::Thaana => "thaa",
            Script::Thai => "thai",
            _ => return None,
        },
        _ => return None,
    })
}

/// The policies of each domain, in their order.
pub(super) fn policies(
    cctlds: &[Cctld],
    cldr: &Cldr,
    orthographies: &[Orthography],
) -> Result<Vec<Made>, String> {
    cctlds.iter().map(|cctld| made(cctld, cldr, orthographies)).collect()
}

fn made(cctld: &Cctld, cldr: &Cldr, orthographies: &[Orthography]) -> Result<Made, String> {
    let start = start(cctld, cldr, orthographies)?;
    let start_text = format!(
        "# A START in the languages of the territory, made from public data: not what the registry of .{} takes today, which\n\
         # is in {}.toml. Copy it, change it, use your own.\n# {GENERATED}\n\
         # CLDR data is under LICENSE-UNICODE.\n\n{}",
        cctld.u_label,
        cctld.a_label,
        start.to_toml()
    );
    let path = format!("data/policies/{}.toml", cctld.a_label);
    let written = if Path::new(&path).exists() { Some(crate::read(&path)?) } else { None };
    if let Some(text) = written.filter(|text| !text.contains(GENERATED)) {
        let registry = read(&text).map_err(|e| format!("{path}: {e}"))?.policy;
        return Ok(Made { registry, registry_text: None, start, start_text });
    }
    let mut registry = start.clone();
    registry.id.clone_from(&cctld.a_label);
    registry.idn_offered = Some(IdnOffered::Unknown);
    registry.note = Some(
        "as known in November 2026: nothing is known of the registry; the start in the languages of the territory stands in".to_owned(),
    );
    let registry_text = Some(format!(
        "# UNKNOWN: no source says what the registry of .{} takes. The start in the languages of the territory stands in; what\n\
         # is valid by it is held for review.\n# {GENERATED}\n# CLDR data is under LICENSE-UNICODE.\n\n{}",
        cctld.u_label,
        registry.to_toml()
    ));
    Ok(Made { registry, registry_text, start, start_text })
}

/// A start in the languages of the territory.
fn start(cctld: &Cctld, cldr: &Cldr, orthographies: &[Orthography]) -> Result<Policy, String> {
    let mut policy = Policy::new(&format!("{}-start", cctld.a_label));
    let mut languages: Vec<(String, ScriptCode)> = if cctld.is_idn() {
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
    // Languages of the territory that are not official in all of it.
    for orthography in orthographies.iter().filter(|one| one.territories.contains(&cctld.iso3166)) {
        let language = (orthography.language.clone(), orthography.script);
        let is_new = !languages.iter().any(|(tag, _)| *tag == language.0);
        if is_new && (!cctld.is_idn() || is_of(orthography.script, &cctld.scripts)) {
            languages.push(language);
        }
    }
    policy.tlds = vec![cctld.u_label.clone()];
    policy.iso3166 = Some(cctld.iso3166.clone());
    policy.territory = Some(cctld.territory.clone());
    policy.status = Status::Derived;
    policy.certainty = Some(Certainty::Unsure);
    policy.sources = vec![SOURCE.to_owned()];
    let mut notes = vec![
        "a start derived from public data, as known in November 2026; the registry has the last word"
            .to_owned(),
    ];
    policy.tables = tables_of(cctld, &languages);
    for table in &mut policy.tables {
        fill(table, &cctld.iso3166, cldr, orthographies, &mut notes);
        let is_corrected =
            table.languages.iter().any(|tag| orthographies.iter().any(|one| one.language == *tag));
        if is_corrected && policy.sources.len() == 1 {
            policy.sources.push(ORTHOGRAPHIES.to_owned());
        }
        if let Some(name) = table.base.as_deref() {
            let source = format!("data/tables: {name}");
            if !policy.sources.contains(&source) {
                policy.sources.push(source);
            }
        }
    }
    policy
        .tables
        .retain(|table| !table.letters.is_empty() || !table.sequences.is_empty() || table.base.is_some());
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

/// Fills in the letters of a table: those of its languages in its script.
fn fill(
    table: &mut Table,
    iso3166: &str,
    cldr: &Cldr,
    orthographies: &[Orthography],
    notes: &mut Vec<String>,
) {
    let Some(&code) = table.scripts.first() else { return };
    table.base = base_of(code, iso3166).map(str::to_owned);
    if code.scripts().contains(&Script::Han) && table.base.is_some() {
        // A reader's set of some thousand ideographs is far from a registry's table.
        return;
    }
    let mut letters = CodePointSet::new();
    let mut sequences = Vec::new();
    if code == LATIN {
        letters.insert_range('a', 'z');
    }
    if code.scripts().contains(&Script::Hangul) {
        letters.insert_range(HANGUL.0, HANGUL.1);
    }
    if code.scripts().contains(&Script::Tibetan) {
        // The mark between syllables, which CLDR counts as punctuation and RFC 5892 §2.6 permits.
        letters.insert('\u{F0B}');
    }
    let (mut zero, mut joiner) = (None, None);
    for tag in table.languages.iter().filter(|_| !code.scripts().contains(&Script::Hangul)) {
        let own = orthographies.iter().find(|one| one.language == *tag && one.script == code);
        if let Some(own) = own {
            letters = [letters, own.letters.clone()].into_iter().collect();
            sequences.extend(own.sequences.iter().cloned());
            zero = zero.or(own.zero);
            joiner = joiner.or(own.joiner);
        }
        let found = cldr.letters_of(tag, code).filter(|found| has_letters(found, code));
        let lender = LENDERS.iter().find(|(script, _)| *script == code).map(|(_, lender)| *lender);
        let found = match (found, lender) {
            (Some(found), _) => Some(found),
            (None, _) if own.is_some() => None,
            (None, _) if code == LATIN => {
                notes.push(format!("CLDR has no letters for {tag}, a to z stand in"));
                None
            }
            (None, Some(lender)) => {
                notes.push(format!("CLDR has no letters for {tag}, those of {lender} stand in"));
                cldr.letters_of(lender, code)
            }
            (None, None) => None,
        };
        if let Some(found) = found {
            let (more, composed) = permitted(found, code);
            letters = [letters, more].into_iter().collect();
            sequences.extend(composed);
        }
    }
    let letters: CodePointSet = letters.iter().filter(|c| is_permitted(*c)).chain(joiner).collect();
    if code == ScriptCode::One(Script::Arabic) {
        zero = zero.or(Some(arabic_zero(&table.languages)));
    }
    if let Some(zero) = zero.or_else(|| native_zero(table.base.as_deref())) {
        table.digits.push(DigitSet::From(zero));
    }
    sequences.retain(|sequence: &String| !sequence.chars().all(|c| letters.contains(c)));
    sequences.sort_unstable();
    sequences.dedup();
    table.letters = letters;
    table.sequences = sequences;
    table.neighbours = neighbours_of_marks(code, &table.letters);
}

/// What marks stand on, in scripts whose tables that are built in do not say: in Arabic a letter, in Tibetan a letter or
/// one subjoined to it, which stand before the vowel sign.
fn neighbours_of_marks(code: ScriptCode, letters: &CodePointSet) -> Vec<Neighbours> {
    let carriers: CodePointSet = match code {
        ScriptCode::One(Script::Arabic) => letters.iter().filter(|c| carries_marks(*c)).collect(),
        ScriptCode::One(Script::Tibetan) => {
            letters.iter().filter(|c| carries_marks(*c) || matches!(c, '\u{F90}'..='\u{FBC}')).collect()
        }
        _ => return Vec::new(),
    };
    let marks: CodePointSet = letters.iter().filter(|c| general_category(*c).is_mark()).collect();
    if marks.is_empty() {
        return Vec::new();
    }
    vec![Neighbours { letters: marks, after: Some(carriers), before: None }]
}

fn carries_marks(c: char) -> bool {
    general_category(c) == GeneralCategory::Lo
}

/// The first native digit that a table has.
fn native_zero(base: Option<&str>) -> Option<char> {
    let lgr = base_ruleset(base?)?;
    let singles = lgr.chars().filter_map(|char| char.cp.single());
    singles.filter(|c| *c > '9').find(|c| digit_zero(*c) == Some(*c))
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
            let same_rules = (&other.scripts, &other.digits, &other.must_contain, &other.neighbours, &other.length)
                    == (&table.scripts, &table.digits, &table.must_contain, &table.neighbours, &table.length)
                    && other.ascii_letters == table.ascii_letters
                    && other.base == table.base
                    // Without letters a table has all of its base.
                    && (other.base.is_none() || other.letters.is_empty() == table.letters.is_empty());
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
