//! The tables of UTS #39: augmented script sets, skeletons of single characters, and in which scripts a
//! look-alike of each exists.

use std::collections::BTreeMap;

use ulabel::unicode::DerivedProperty;
use unicode_script::{Script, ScriptExtension};

use crate::derive;
use crate::emit::{CODE_POINTS, array, head, line, number_or_push, push_trie};
use crate::source;

/// The entry of a Hangul syllable, whose skeleton is that of its jamo.
const HANGUL: u16 = 1;

/// Sets of scripts written together that §5.1 adds to the scripts: Hanb, Jpan, Kore.
const WRITING_SYSTEMS: usize = 3;

type Words = [u64; 3];

/// The augmented script set (UTS #39 §5.1) of each script and of each set of Script_Extensions, in the
/// order of their numbers in a record.
pub(crate) fn sets_text(scripts: &[Script], extensions: &[Vec<u8>]) -> Result<String, String> {
    if scripts.len() + WRITING_SYSTEMS > 192 {
        return Err("more scripts than a set of 192 bits holds".into());
    }
    let mut sets = Vec::new();
    for number in 0..scripts.len() {
        sets.push(augmented(scripts, &[number])?);
    }
    for set in extensions {
        let set: Vec<usize> = set.iter().map(|number| usize::from(*number)).collect();
        sets.push(augmented(scripts, &set)?);
    }
    let mut recommended = [0; 3];
    for (number, script) in scripts.iter().enumerate() {
        if script.is_recommended() && !matches!(script, Script::Common | Script::Inherited) {
            insert(&mut recommended, number);
        }
    }
    let mut text = head("augmented script sets (UTS #39 §5.1)");
    words(&mut text, "One for each script, then one for each set of Script_Extensions.", "SETS", &sets);
    words(&mut text, "The Recommended scripts (UAX #31 Table 5).", "RECOMMENDED", &[recommended]);
    text.pop();
    Ok(text)
}

/// Hanb, Jpan and Kore stand for the scripts that are written together; Common and Inherited for all.
fn augmented(scripts: &[Script], numbers: &[usize]) -> Result<Words, String> {
    let mut set = [0; 3];
    for number in numbers {
        let script = *scripts.get(*number).ok_or("a set names a script that is not in the list")?;
        if matches!(script, Script::Common | Script::Inherited) {
            return Ok(all(scripts));
        }
        insert(&mut set, *number);
        let [hanb, jpan, kore] = [0, 1, 2].map(|n| scripts.len() + n);
        let with: &[usize] = match script {
            Script::Han => &[hanb, jpan, kore],
            Script::Bopomofo => &[hanb],
            Script::Hiragana | Script::Katakana => &[jpan],
            Script::Hangul => &[kore],
            _ => &[],
        };
        for number in with {
            insert(&mut set, *number);
        }
    }
    Ok(set)
}

fn all(scripts: &[Script]) -> Words {
    let mut set = [0; 3];
    for number in 0..scripts.len() + WRITING_SYSTEMS {
        insert(&mut set, number);
    }
    set
}

fn insert(set: &mut Words, number: usize) {
    if let Some(word) = set.get_mut(number / 64) {
        *word |= 1 << (number % 64);
    }
}

fn words(text: &mut String, doc: &str, name: &str, sets: &[Words]) {
    line(text, format_args!("/// {doc}\n#[rustfmt::skip]"));
    line(text, format_args!("pub(crate) static {name}: [[u64; 3]; {}] = [", sets.len()));
    for [a, b, c] in sets {
        line(text, format_args!("    [{a:#018x}, {b:#018x}, {c:#018x}],"));
    }
    text.push_str("];\n\n");
}

/// The skeleton of a code point, and how combining marks stand at its ends.
struct Entry {
    skeleton: Vec<char>,
    /// True if the decomposition or the skeleton begins with a combining class other than 0, so that the
    /// order beside a neighbour is in doubt.
    begins_with_mark: bool,
    ends_with_mark: bool,
}

/// The trie from code points to entries.
pub(crate) fn text(scripts: &[Script]) -> Result<String, String> {
    let mut numbers = vec![0_u16; CODE_POINTS as usize];
    let mut classes: BTreeMap<Vec<char>, Vec<char>> = BTreeMap::new();
    for c in (0..CODE_POINTS).filter_map(char::from_u32) {
        if !is_hangul_syllable(c) {
            classes.entry(source::skeleton(c)).or_default().push(c);
        }
    }
    // Entries 0 and 1: a character of its own class alone, and a Hangul syllable.
    let (mut pool, mut entries, mut entry_scripts) = (Vec::new(), vec![0, 0], vec![0, 0]);
    let mut script_sets: Vec<Words> = vec![[0; 3]];
    for (skeleton, members) in &classes {
        let scripts_of_class = number_or_push(&mut script_sets, class_scripts(scripts, members)?);
        let mut numbers_of_class: BTreeMap<(bool, bool), u16> = BTreeMap::new();
        for c in members {
            let entry = entry(*c, skeleton);
            let marks = (entry.begins_with_mark, entry.ends_with_mark);
            if members.len() == 1 && *skeleton == [*c] && marks == (false, false) {
                continue;
            }
            let number = match numbers_of_class.get(&marks) {
                Some(number) => *number,
                None => {
                    entries.push(packed(&entry, &mut pool)?);
                    entry_scripts.push(scripts_of_class);
                    let number = entries.len() as u16 - 1;
                    numbers_of_class.insert(marks, number);
                    number
                }
            };
            set(&mut numbers, *c, number)?;
        }
    }
    for c in (0..CODE_POINTS).filter_map(char::from_u32).filter(|c| is_hangul_syllable(*c)) {
        set(&mut numbers, c, HANGUL)?;
    }
    if entries.len() > usize::from(u16::MAX) || script_sets.len() > usize::from(u16::MAX) {
        return Err("too many entries for 16 bits".into());
    }
    let mut text = head("skeletons of single characters, and scripts with look-alikes (UTS #39 §4)");
    let trie = (0..).zip(numbers).collect();
    push_trie::<64>(
        &mut text,
        "0 for one that is like itself alone, 1 for a Hangul syllable, or the entry",
        &trie,
    );
    array(
        &mut text,
        "The entries, packed as src/script/prototype.rs says.",
        "ENTRIES",
        "u32",
        &entries,
        false,
    );
    line(&mut text, format_args!("/// Skeletons of more than one character, one after the other."));
    line(&mut text, format_args!("#[rustfmt::skip]\npub(crate) static POOL: [char; {}] = [", pool.len()));
    for row in pool.chunks(10) {
        let row: Vec<String> = row.iter().map(|c| format!("'\\u{{{:X}}}'", *c as u32)).collect();
        line(&mut text, format_args!("    {},", row.join(", ")));
    }
    text.push_str("];\n\n");
    array(
        &mut text,
        "For each entry, its set of scripts in `SCRIPT_SETS`.",
        "ENTRY_SCRIPTS",
        "u16",
        &entry_scripts,
        false,
    );
    words(
        &mut text,
        "The scripts in which something allowed and PVALID has this skeleton.",
        "SCRIPT_SETS",
        &script_sets,
    );
    text.pop();
    Ok(text)
}

fn set(numbers: &mut [u16], c: char, number: u16) -> Result<(), String> {
    *numbers.get_mut(c as usize).ok_or("a character beyond the last")? = number;
    Ok(())
}

const fn is_hangul_syllable(c: char) -> bool {
    matches!(c, '\u{AC00}'..='\u{D7A3}')
}

fn entry(c: char, skeleton: &[char]) -> Entry {
    let decomposition = source::nfd(c);
    let is_mark = |c: Option<&char>| c.is_some_and(|c| source::canonical_combining_class(*c) != 0);
    Entry {
        begins_with_mark: is_mark(decomposition.first()) || is_mark(skeleton.first()),
        ends_with_mark: is_mark(decomposition.last()) || is_mark(skeleton.last()),
        skeleton: skeleton.to_vec(),
    }
}

/// The layout of `src/script/prototype.rs`: the character, or where in the pool; length; marks.
fn packed(entry: &Entry, pool: &mut Vec<char>) -> Result<u64, String> {
    let (value, len) = match entry.skeleton.as_slice() {
        [c] => (*c as usize, 1),
        skeleton => {
            let at = pool.windows(skeleton.len().max(1)).position(|window| window == skeleton);
            let at = at.unwrap_or_else(|| {
                pool.extend(skeleton);
                pool.len() - skeleton.len()
            });
            (if skeleton.is_empty() { 0 } else { at }, skeleton.len())
        }
    };
    if value >= 1 << 21 || len >= 1 << 5 {
        return Err("a skeleton does not fit into an entry".into());
    }
    Ok(value as u64
        | (len as u64) << 21
        | u64::from(entry.begins_with_mark) << 26
        | u64::from(entry.ends_with_mark) << 27)
}

/// The union of the augmented script sets of those members that a label may hold: Identifier_Status
/// Allowed and PVALID.
fn class_scripts(scripts: &[Script], members: &[char]) -> Result<Words, String> {
    let mut union = [0; 3];
    for c in members {
        if !source::identifier_allowed(*c) || derive::derived_property(*c as u32) != DerivedProperty::Pvalid {
            continue;
        }
        let extension = ScriptExtension::from(*c);
        let numbers: Vec<usize> = if extension.is_common() || extension.is_inherited() {
            scripts.iter().position(|script| *script == Script::Common).into_iter().collect()
        } else {
            let position = |script| scripts.iter().position(|other| *other == script);
            extension.iter().filter_map(position).collect()
        };
        for (word, more) in union.iter_mut().zip(augmented(scripts, &numbers)?) {
            *word |= more;
        }
    }
    Ok(union)
}

/// Mirrored characters, with those that open a pair of brackets.
pub(crate) fn mirrored_text() -> String {
    let pairs: Vec<(char, char, bool)> = (0..CODE_POINTS)
        .filter_map(char::from_u32)
        .filter_map(|c| source::mirrored(c).map(|(mirrored, opens)| (c, mirrored, opens)))
        .collect();
    let mut text = head("mirrored characters (UAX #9, Bidi_Mirroring_Glyph, Bidi_Paired_Bracket_Type)");
    text.push_str("/// Character, its mirrored one, and whether it opens a pair of brackets; sorted.\n");
    line(
        &mut text,
        format_args!(
            "#[rustfmt::skip]\npub(crate) static MIRRORED: [(char, char, bool); {}] = [",
            pairs.len()
        ),
    );
    for (c, mirrored, opens) in pairs {
        line(
            &mut text,
            format_args!("    ('\\u{{{:X}}}', '\\u{{{:X}}}', {opens}),", c as u32, mirrored as u32),
        );
    }
    text.push_str("];\n");
    text
}
