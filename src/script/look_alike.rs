//! How a label would be spelled in Latin letters that look the same.

use alloc::string::String;
use unicode_normalization::UnicodeNormalization;

use super::prototype::Prototype;
use crate::unicode::Character;

/// The label with each character replaced by one of Latin script that has its skeleton, ASCII first;
/// `None` when a character has none. Only for showing it in a finding: it looks through the letters.
#[cold]
pub(super) fn latin_look_alike(label: &[Character]) -> Option<String> {
    let spelled: Option<String> = label.iter().map(|character| character.c).nfd().map(latin_of).collect();
    spelled.map(|spelled| spelled.nfc().collect())
}

fn latin_of(c: char) -> Option<char> {
    let prototype = Prototype::of(c);
    // Digits, the hyphen and marks stand in every script.
    let common = || Some(c).filter(|_| super::ScriptSet::of(c).contains(crate::unicode::Script::Latin));
    // Basic Latin, then Latin-1 Supplement to IPA Extensions.
    let letters = ('a'..='z').chain('\u{DF}'..='\u{2AF}');
    common().or_else(|| letters.filter(|_| !prototype.is_itself()).find(|l| Prototype::of(*l) == prototype))
}
