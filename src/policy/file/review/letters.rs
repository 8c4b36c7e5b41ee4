//! Letters that IDNA2008 never permits, and letters that are not in Normalization Form C.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::vec::Vec;

use super::is_permitted;
use crate::finding::FaultCode;
use crate::policy::file::reader::{Node, Section, shown};
use crate::policy::model::{CodePointSet, Table};
use crate::text::CodePoint;
use crate::unicode;

/// Reviews the letters of a table. False if some of them could not be read, so that what is said of the others
/// may be wrong; or if nothing is left that a label could be made of.
pub(super) fn review(table: &Table, section: &Section<'_>) -> bool {
    let Some(letters) = section.get("letters") else { return true };
    let (mut are_known, mut are_of_use) = (true, !table.sequences.is_empty());
    for member in letters.members() {
        let set =
            member.value().as_str().and_then(|item| CodePointSet::parse_item(item).ok().zip(Some(item)));
        let Some((set, item)) = set else {
            are_known = false;
            continue;
        };
        are_of_use |= permission(&set, item, member);
        normal_form(item, member);
    }
    if letters.members().len() == 0 && table.sequences.is_empty() && !table.repertoire().contains('a') {
        letters.fault(FaultCode::NoLetters, "the table has no letters");
    }
    are_known && are_of_use
}

/// Some letter of the item is permitted; the others are told. True if one is.
fn permission(set: &CodePointSet, item: &str, member: Node<'_>) -> bool {
    let mut never = set.iter().filter(|c| !is_permitted(*c));
    let Some(first) = never.next() else { return true };
    let count = never.count() + 1;
    if count == set.len() {
        let message = format!("IDNA2008 permits nothing of \"{}\"{}", shown(item), hint(first));
        member.fault(FaultCode::NothingPermitted, message);
        return false;
    }
    // Single letters are warned of one by one. Ranges run over what is not assigned, without harm.
    let is_disallowed = |c: &char| unicode::derived_property(*c) == unicode::DerivedProperty::Disallowed;
    let disallowed: Vec<char> = set.iter().filter(is_disallowed).collect();
    if let Some(first) = disallowed.first().filter(|_| item.contains("..")) {
        let message = format!(
            "IDNA2008 never permits {} of the {} code points of \"{}\", first {}",
            disallowed.len(),
            set.len(),
            shown(item),
            CodePoint(*first)
        );
        member.fault(FaultCode::RangeNotPermitted, message);
    }
    true
}

/// What to write in place of an upper-case letter.
fn hint(c: char) -> &'static str {
    if unicode::lower_case(c).is_some_and(|lower| lower != c) { ": labels are in lower case" } else { "" }
}

/// The text reads as letters that it does not stand for.
fn normal_form(item: &str, member: Node<'_>) {
    let text: alloc::string::String = match CodePointSet::parse_item(item) {
        Ok(set) if item.starts_with("U+") && !item.contains("..") => set.iter().collect(),
        _ if item.contains("..") => return,
        _ => item.into(),
    };
    let composed = unicode::nfc(&text);
    let set = |text: &str| text.chars().collect::<BTreeSet<char>>();
    // Another order of marks is the same set of letters.
    if set(&text) != set(&composed) {
        let message = format!(
            "\"{}\" is not in Normalization Form C: each of its code points is taken for a letter, expected {}",
            shown(item),
            CodePoint::list(composed.chars())
        );
        member.fault(FaultCode::NotNfc, message);
    }
}
