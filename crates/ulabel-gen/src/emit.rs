//! Writes the tables: data only, no functions.

use std::collections::BTreeMap;
use std::fmt::Write;

use ulabel::unicode::{BidiClass, DerivedProperty, GeneralCategory};
use unicode_script::{Script, ScriptExtension};

use crate::Generated;
use crate::confusables;
use crate::derive;
use crate::layout;
use crate::source::{self, Ages};
use crate::trie::OwnedTrie;
use crate::version::{AGES, UNICODE_VERSION};

pub(crate) const CODE_POINTS: u32 = 0x11_0000;
/// A code point without a property of its own, in a block that will hardly be given out soon.
const UNASSIGNED: u32 = 0xD_0000;

/// Every table.
pub(crate) fn tables() -> Result<Vec<Generated>, String> {
    source::refuse_other_versions()?;
    derive::assert_relations()?;
    let ages = Ages::read("data/unicode/ages.tsv")?;
    let mut lists = Lists::new();
    let mut records = Vec::with_capacity(CODE_POINTS as usize);
    for code_point in 0..CODE_POINTS {
        records.push(record(code_point, &ages, &mut lists)?);
    }
    let unassigned = record(UNASSIGNED, &ages, &mut lists)?;
    let tables = [
        ("src/unicode/tables/properties.rs", properties(&records, unassigned)?),
        ("src/unicode/tables/script.rs", lists.scripts_text()?),
        ("src/unicode/tables/numbering.rs", lists.zeros_text()),
        ("src/unicode/tables/case.rs", lower_case_text()),
        ("src/script/tables/sets.rs", confusables::sets_text(&lists.scripts, &lists.extensions)?),
        ("src/script/tables/confusables.rs", confusables::text(&lists.scripts)?),
        ("src/script/tables/mirrored.rs", confusables::mirrored_text()),
    ];
    Ok(tables.map(|(path, text)| (path.to_owned(), text)).into())
}

/// The values that records refer to by number.
struct Lists {
    scripts: Vec<Script>,
    extensions: Vec<Vec<u8>>,
    zeros: Vec<char>,
}

impl Lists {
    fn new() -> Self {
        let mut scripts: Vec<Script> =
            (0..CODE_POINTS).filter_map(char::from_u32).map(Script::from).collect();
        scripts.extend([Script::Unknown]);
        scripts.sort_by_key(|script| script.full_name());
        scripts.dedup();
        Self { scripts, extensions: Vec::new(), zeros: Vec::new() }
    }

    fn script(&self, script: Script) -> Result<u64, String> {
        number(&self.scripts, &script).ok_or_else(|| format!("unknown script {}", script.full_name()))
    }

    /// 0 for a set that is just `script`, otherwise the number of the set in the list plus one.
    fn extension(&mut self, script: Script, set: ScriptExtension) -> Result<u64, String> {
        if matches!(script, Script::Common | Script::Inherited) && (set.is_common() || set.is_inherited()) {
            return Ok(0);
        }
        if script == Script::Unknown {
            return Ok(0);
        }
        let mut numbers = Vec::new();
        for script in set.iter() {
            numbers.push(self.script(script)? as u8);
        }
        numbers.sort_unstable();
        if numbers == [self.script(script)? as u8] {
            return Ok(0);
        }
        Ok(1 + number_or_push(&mut self.extensions, numbers))
    }

    fn scripts_text(&self) -> Result<String, String> {
        let mut text = head("the scripts (UAX #24) and the sets of Script_Extensions");
        text.push_str("use crate::unicode::values::property_values;\n\nproperty_values! {\n");
        text.push_str("    /// A script (UAX #24), under its long name in camel case. Its short name is the code of ISO 15924.\n");
        text.push_str("    #[non_exhaustive]\n    Script {\n");
        for script in &self.scripts {
            let (short, long) = (script.short_name(), script.full_name());
            line(&mut text, format_args!("        {} = {short:?}, {long:?};", variant(*script)));
        }
        text.push_str("    }\n}\n\n/// The sets of Script_Extensions with more than the script itself.\n");
        line(
            &mut text,
            format_args!(
                "#[rustfmt::skip]\npub(crate) static SCRIPT_EXTENSIONS: [&[Script]; {}] = [",
                self.extensions.len()
            ),
        );
        for set in &self.extensions {
            let names: Vec<String> = set
                .iter()
                .filter_map(|n| self.scripts.get(usize::from(*n)))
                .map(|script| format!("Script::{}", variant(*script)))
                .collect();
            line(&mut text, format_args!("    &[{}],", names.join(", ")));
        }
        text.push_str("];\n");
        Ok(text)
    }

    fn zeros_text(&self) -> String {
        let mut text = head("the zero of each set of decimal digits");
        text.push_str("/// The digit zero of each numbering system, in the order of first use.\n");
        line(&mut text, format_args!("pub(crate) static ZEROS: [char; {}] = [", self.zeros.len()));
        for zero in &self.zeros {
            line(&mut text, format_args!("    '\\u{{{:X}}}',", *zero as u32));
        }
        text.push_str("];\n");
        text
    }
}

/// Simple lower-case mappings, for the way out of a finding about an upper-case letter.
fn lower_case_text() -> String {
    let pairs: Vec<(char, char)> = (0..CODE_POINTS)
        .filter_map(char::from_u32)
        .map(|c| (c, source::simple_lower_case(c)))
        .filter(|(c, lower)| c != lower)
        .collect();
    let mut text = head("the simple lower-case mappings");
    text.push_str("/// Character and its lower-case form, sorted.\n");
    line(&mut text, format_args!("pub(crate) static LOWER_CASE: [(char, char); {}] = [", pairs.len()));
    for (c, lower) in pairs {
        line(&mut text, format_args!("    ('\\u{{{:X}}}', '\\u{{{:X}}}'),", c as u32, lower as u32));
    }
    text.push_str("];\n");
    text
}

/// Old_Italic is OldItalic in Rust.
fn variant(script: Script) -> String {
    script.full_name().replace('_', "")
}

/// The properties of a code point in 64 bits.
fn record(code_point: u32, ages: &Ages, lists: &mut Lists) -> Result<u64, String> {
    let category = source::general_category(code_point);
    let derived = derive::derived_property(code_point);
    let bidi = source::bidi_class(code_point)?;
    let age = match ages.of(code_point) {
        Some(version) => 1 + number(&AGES, &version).ok_or_else(|| format!("unknown version {version}"))?,
        None => 0,
    };
    if (age == 0) != (derived == DerivedProperty::Unassigned) {
        return Err(format!(
            "U+{code_point:04X}: age and General_Category disagree on whether it is assigned"
        ));
    }
    let mut record = pack(layout::DERIVED, derived as u64)?
        | pack(layout::BIDI_CLASS, bidi as u64)?
        | pack(layout::JOINING_TYPE, source::joining_type(code_point)? as u64)?
        | pack(layout::GENERAL_CATEGORY, category as u64)?
        | pack(layout::AGE, age)?
        | pack(
            layout::RIGHT_TO_LEFT,
            u64::from(matches!(bidi, BidiClass::R | BidiClass::AL | BidiClass::AN)),
        )?
        | pack(layout::MARK, u64::from(category.is_mark()))?;
    let Some(c) = char::from_u32(code_point) else {
        // A surrogate has no place in text; its script is Unknown.
        return Ok(record | pack(layout::SCRIPT, lists.script(Script::Unknown)?)?);
    };
    let script = Script::from(c);
    if category == GeneralCategory::Nd {
        let value = digit_value(c, category)?;
        let zero = char::from_u32(code_point - value).ok_or("a digit zero is no scalar value")?;
        record |= pack(layout::NUMBERING_SYSTEM, 1 + number_or_push(&mut lists.zeros, zero))?;
    }
    Ok(record
        | pack(layout::COMBINING_CLASS, u64::from(source::canonical_combining_class(c)))?
        | pack(layout::NFC_QUICK_CHECK, source::nfc_quick_check(c) as u64)?
        | pack(layout::SCRIPT, lists.script(script)?)?
        | pack(layout::SCRIPT_EXTENSIONS, lists.extension(script, ScriptExtension::from(c))?)?
        | pack(layout::IDENTIFIER_ALLOWED, u64::from(source::identifier_allowed(c)))?
        | pack(layout::DECOMPOSES, u64::from(source::has_canonical_decomposition(c)))?)
}

/// The value of a decimal digit. Decimal digits stand in runs of ten that begin with zero (the Unicode
/// Standard §4.6), so the place in the run is the value.
fn digit_value(c: char, category: GeneralCategory) -> Result<u32, String> {
    let mut first = c as u32;
    while first > 0 && source::general_category(first - 1) == category {
        first -= 1;
    }
    // Runs that touch, such as the mathematical digits, are each ten long.
    Ok((c as u32 - first) % 10)
}

fn pack(place: (u32, u32), value: u64) -> Result<u64, String> {
    if value >> place.1 != 0 {
        return Err(format!("{value} does not fit into {} bits", place.1));
    }
    Ok(value << place.0)
}

/// The trie from code points to the numbers of the distinct records. That of unassigned code points comes
/// first, since number 0 is what the trie says of a code point that it does not hold.
fn properties(records: &[u64], unassigned: u64) -> Result<String, String> {
    let mut distinct: Vec<u64> = records.to_vec();
    distinct.sort_unstable_by_key(|record| (*record != unassigned, *record));
    distinct.dedup();
    if distinct.len() > usize::from(u16::MAX) || distinct.first() != Some(&unassigned) {
        return Err("too many records for 16 bits, or none of unassigned code points".into());
    }
    let numbers: BTreeMap<u64, u16> = distinct.iter().copied().zip(0..).collect();
    let trie = (0..).zip(records.iter().filter_map(|record| numbers.get(record).copied())).collect();
    let mut text = head("every property of every code point, packed as src/unicode/layout.rs says");
    push_trie::<128>(&mut text, "The number of the record", &trie);
    array(&mut text, "The distinct records.", "RECORDS", "u64", &distinct, true);
    Ok(text)
}

/// The two stages of a trie; the blocks are arrays of their own, so that looking into one needs no check of
/// bounds.
pub(crate) fn push_trie<const N: usize>(text: &mut String, what: &str, trie: &OwnedTrie<u16, N>) {
    line(text, format_args!("/// Code points that a block holds."));
    line(text, format_args!("pub(crate) const BLOCK: usize = {N};\n"));
    let index: Vec<u64> = trie.index.iter().copied().map(u64::from).collect();
    array(text, "The block of each run of code points.", "INDEX", "u16", &index, false);
    line(text, format_args!("/// {what} of each code point of a block."));
    let count = trie.blocks.len();
    line(text, format_args!("#[rustfmt::skip]\npub(crate) static BLOCKS: [[u16; BLOCK]; {count}] = ["));
    for block in &trie.blocks {
        text.push_str("    [\n");
        for row in block.chunks(20) {
            let row: Vec<String> = row.iter().map(u16::to_string).collect();
            line(text, format_args!("        {},", row.join(", ")));
        }
        text.push_str("    ],\n");
    }
    text.push_str("];\n\n");
}

pub(crate) fn array(text: &mut String, doc: &str, name: &str, of: &str, values: &[u64], hexadecimal: bool) {
    line(text, format_args!("/// {doc}"));
    line(text, format_args!("#[rustfmt::skip]\npub(crate) static {name}: [{of}; {}] = [", values.len()));
    for row in values.chunks(if hexadecimal { 5 } else { 20 }) {
        let row: Vec<String> =
            row.iter().map(|n| if hexadecimal { format!("{n:#018x}") } else { n.to_string() }).collect();
        line(text, format_args!("    {},", row.join(", ")));
    }
    text.push_str("];\n\n");
    if hexadecimal {
        text.pop();
    }
}

pub(crate) fn head(what: &str) -> String {
    format!(
        "// DO NOT EDIT: made by `cargo run --release --package ulabel-gen`.\n\
         // Unicode {UNICODE_VERSION}.0: {what}.\n\
         // From {}.\n\
         // Unicode data files are under LICENSE-UNICODE.\n\n",
        source::SUPPLIERS
    )
}

pub(crate) fn line(text: &mut String, arguments: std::fmt::Arguments<'_>) {
    // Writing to a String cannot fail.
    let _ = writeln!(text, "{arguments}");
}

fn number<T: PartialEq>(list: &[T], value: &T) -> Option<u64> {
    list.iter().position(|item| item == value).map(|n| n as u64)
}

pub(crate) fn number_or_push<T: PartialEq>(list: &mut Vec<T>, value: T) -> u64 {
    number(list, &value).unwrap_or_else(|| {
        list.push(value);
        list.len() as u64 - 1
    })
}
