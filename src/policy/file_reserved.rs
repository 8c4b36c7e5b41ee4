//! Reading the lists of names of a policy.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use toml::de::DeValue;

use super::fault::Faults;
use super::file::u_label;
use super::keyword::Keyword;
use super::model::Stance;
use super::reader::{Section, section_of, shown};
use super::reserved::{BuiltinList, Match, ReservedList, ReservedSource};
use crate::finding::FaultCode;

/// The `reserved` array: names of lists that are built in, or tables that say more.
pub(super) fn reserved(root: &mut Section<'_, '_>, faults: &mut Faults<'_>) -> Vec<ReservedList> {
    let mut lists = Vec::new();
    for member in root.members("reserved", faults) {
        if let DeValue::String(name) = member.get_ref() {
            match BuiltinList::from_name(name) {
                Some(list) => lists.push(ReservedList::builtin(list)),
                None => faults.add(member.span().start, FaultCode::BadValue, unknown(name)),
            }
            continue;
        }
        let Some(mut section) = section_of("reserved", member, faults) else { continue };
        lists.extend(list(&mut section, faults));
        section.finish("`reserved`", faults);
    }
    lists
}

fn list(section: &mut Section<'_, '_>, faults: &mut Faults<'_>) -> Option<ReservedList> {
    let builtin = section.text("list", faults);
    let file = section.text("file", faults);
    let names = section.take("names").is_some().then(|| names(section, "names", faults));
    let from = match (builtin, file, names) {
        (Some(name), None, None) => match BuiltinList::from_name(&name) {
            Some(list) => Some(ReservedSource::Builtin(list)),
            None => {
                faults.add(section.place("list"), FaultCode::BadValue, unknown(&name));
                None
            }
        },
        (None, Some(file), None) => Some(ReservedSource::File(file)),
        (None, None, Some(names)) => Some(ReservedSource::Names(names)),
        _ => {
            let message = "a reserved list needs one of `list`, `file` and `names`".to_string();
            faults.add(section.start(), FaultCode::Missing, message);
            None
        }
    };
    let mut matching = Vec::new();
    for (at, text) in section.texts("match", faults) {
        match Match::from_name(&text) {
            Some(how) if !matching.contains(&how) => matching.push(how),
            Some(_) => {}
            None => {
                let names = Match::NAMES.join(", ");
                let message = format!("`match` is \"{}\", expected one of {names}", shown(&text));
                faults.add(at, FaultCode::BadValue, message);
            }
        }
    }
    let otherwise = section.keyword("otherwise", faults);
    let otherwise_skeleton = section.keyword("otherwise-skeleton", faults);
    let source = section.text("source", faults);
    let mut list = ReservedList::new(from?);
    if !matching.is_empty() {
        list.matching = matching;
    }
    list.otherwise = otherwise.unwrap_or(Stance::Refuse);
    list.otherwise_skeleton = otherwise_skeleton.unwrap_or(Stance::Review);
    list.source = source;
    Some(list)
}

fn unknown(name: &str) -> String {
    format!(
        "\"{}\" is no list that is built in, expected one of {}",
        shown(name),
        BuiltinList::NAMES.join(", ")
    )
}

/// Names, each a label in either form; one that is no label is warned of.
pub(super) fn names(
    section: &mut Section<'_, '_>,
    key: &'static str,
    faults: &mut Faults<'_>,
) -> Vec<String> {
    let mut all = Vec::new();
    for (at, name) in section.texts(key, faults) {
        if u_label(&name).is_none() {
            let message = format!("\"{}\" is no label that could be registered", shown(&name));
            faults.add(at, FaultCode::NotALabel, message);
        }
        all.push(name);
    }
    all
}
