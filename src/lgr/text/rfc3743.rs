//! RFC 3743 section 5.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::ToString;
use alloc::vec;
use alloc::vec::Vec;
use std::collections::HashMap;

use super::lines::Line;
use super::{Reader, entry};
use crate::finding::{Fault, FaultCode};
use crate::lgr::{
    Action, CharEntry, CodePoints, Date, Declaration, Entry, Identifier, IdentifierList, LgrVersion, Origin,
    Reference, Variant, VariantTrigger,
};

/// The type of the reflexive variant of a code point that is its own preferred variant.
pub const OWN_PREFERRED: &str = "own-preferred";

/// The actions of a language variant table: a label is itself valid; one in which every code point is a preferred
/// variant is activated; every other is reserved for the holder.
pub(super) fn actions() -> impl Iterator<Item = Action> {
    let types = |types: &[&str]| types.iter().copied().collect::<IdentifierList>();
    let action = |disposition, variants| Action { variants: Some(variants), ..Action::new(disposition) };
    [
        action("valid", VariantTrigger::All(types(&[OWN_PREFERRED]))),
        action("activated", VariantTrigger::Only(types(&["activated", OWN_PREFERRED]))),
        action("allocatable", VariantTrigger::Any(types(&["activated", "allocatable"]))),
    ]
    .into_iter()
}

/// True for a line that begins with `Reference` or `Version`.
pub(super) fn is_keyword(content: &str) -> bool {
    ["Reference", "Version"].iter().any(|word| keyword(content, word).is_some())
}

/// A code point or sequence with the references behind it.
struct Cited {
    cp: CodePoints,
    references: Vec<Identifier>,
}

impl Reader {
    /// `U+56E2(1);U+56E2(5);U+5718(2)`, or a line that begins with `Reference` or `Version`.
    pub(super) fn rfc3743(&mut self, line: &Line<'_>) {
        if let Some(rest) = keyword(line.content, "Reference") {
            self.reference(rest, line);
            return;
        }
        if let Some(rest) = keyword(line.content, "Version") {
            self.version(rest, line);
            return;
        }
        let mut columns = line.content.split(';');
        let base = columns.next().and_then(cited);
        let preferred = list(columns.next().unwrap_or(""));
        let others = list(columns.next().unwrap_or(""));
        let nothing_follows = columns.all(|column| column.trim_ascii().is_empty());
        let (Some(base), Some(preferred), Some(others), true) = (base, preferred, others, nothing_follows)
        else {
            self.bad_line(FaultCode::Bad3743Line, line);
            return;
        };
        let mut char =
            CharEntry { references: base.references.into_iter().collect(), ..CharEntry::new(base.cp) };
        let [own, activated, allocatable] = [OWN_PREFERRED, "activated", "allocatable"].map(Identifier::from);
        // Without a preferred variant a code point stands for itself.
        if preferred.is_empty() {
            char.variants.push(Variant::new(char.cp.clone(), Some(own.clone())));
        }
        let mut places: HashMap<CodePoints, usize> = HashMap::new();
        let preferred = preferred.into_iter().map(|cited| (cited, &activated));
        for (cited, kind) in preferred.chain(others.into_iter().map(|cited| (cited, &allocatable))) {
            let is_own = cited.cp == char.cp;
            if is_own && *kind == allocatable {
                // That a code point is among its own variants says nothing.
                continue;
            }
            let kind = if is_own { &own } else { kind };
            // A preferred variant is commonly repeated among the others; it stays preferred.
            let place = *places.entry(cited.cp.clone()).or_insert(char.variants.len());
            match char.variants.get_mut(place) {
                Some(variant) => {
                    let mut references: Vec<Identifier> = variant.references.to_vec();
                    references.extend(cited.references);
                    variant.references = once(references);
                }
                None => char.variants.push(Variant {
                    references: once(cited.references),
                    ..Variant::new(cited.cp, Some(kind.clone()))
                }),
            }
        }
        self.push(char, None, line);
    }

    /// The actions that give the dispositions of RFC 3743.
    pub(super) fn add_actions(&mut self) {
        self.lgr.declarations.extend(actions().map(Declaration::Action));
    }

    fn reference(&mut self, rest: &str, line: &Line<'_>) {
        let (id, text) = rest.split_once([' ', '\t']).unwrap_or((rest, ""));
        if id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_digit()) {
            self.bad_line(FaultCode::Bad3743Line, line);
            return;
        }
        self.lgr.metadata.references.push(Reference {
            id: id.into(),
            text: text.trim_ascii().into(),
            comment: line.comment.map(Into::into),
            origin: line.position().into(),
        });
    }

    /// `Version 1 20020701 # July 2002`.
    fn version(&mut self, rest: &str, line: &Line<'_>) {
        let mut parts = rest.split_ascii_whitespace();
        let version =
            parts.next().filter(|part| part.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.'));
        let date = parts.next().map(compact_date);
        let (Some(version), None | Some(Some(_)), None) = (version, date, parts.next()) else {
            self.bad_line(FaultCode::Bad3743Line, line);
            return;
        };
        let origin: Origin = line.position().into();
        let metadata = &mut self.lgr.metadata;
        metadata.version =
            Some(LgrVersion { value: version.into(), comment: line.comment.map(Into::into), origin });
        if let Some(Some(date)) = date {
            metadata.date = Some(crate::lgr::Located { value: date, origin });
        }
    }

    /// Declares every reference number that no line declares, so that the table is whole.
    ///
    /// Many tables give the citations in comments only.
    pub(super) fn cite_all(&mut self) {
        let cited: BTreeSet<&str> = self.lgr.metadata.references.iter().map(|known| &*known.id).collect();
        let mut missing: BTreeMap<(usize, Identifier), Origin> = BTreeMap::new();
        for entry in &self.lgr.data {
            let Entry::Char(char) = entry else { continue };
            let lists = char.variants.iter().map(|variant| &variant.references);
            for id in core::iter::once(&char.references).chain(lists).flatten() {
                if !cited.contains(&**id) {
                    missing.entry((id.len(), id.clone())).or_insert(char.origin);
                }
            }
        }
        for ((_, id), origin) in missing {
            let arguments = vec![id.to_string()];
            self.faults.add(Fault::new(FaultCode::UncitedReference, origin.position(), arguments));
            self.lgr.metadata.references.push(Reference { id, text: "".into(), comment: None, origin });
        }
    }
}

/// The text behind a word that begins a line.
pub(super) fn keyword<'a>(content: &'a str, word: &str) -> Option<&'a str> {
    let rest = content.strip_prefix(word)?;
    rest.starts_with([' ', '\t']).then(|| rest.trim_ascii())
}

/// `YYYYMMDD`.
pub(super) fn compact_date(text: &str) -> Option<Date> {
    let is_compact = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_compact.then(|| text.parse().ok()).flatten()
}

/// References without repetition.
fn once(references: Vec<Identifier>) -> IdentifierList {
    let mut seen = BTreeSet::new();
    references.into_iter().filter(|id| seen.insert(id.clone())).collect()
}

/// A column: variants with commas between, or nothing. Commas also stand inside parentheses.
fn list(column: &str) -> Option<Vec<Cited>> {
    let mut rest = column.trim_ascii();
    let mut members = Vec::new();
    while !rest.is_empty() {
        let mut depth = 0_usize;
        let end = rest.char_indices().find_map(|(index, c)| match c {
            '(' => {
                depth += 1;
                None
            }
            ')' => {
                depth = depth.saturating_sub(1);
                None
            }
            ',' if depth == 0 => Some(index),
            _ => None,
        });
        let (member, after) = match end {
            Some(end) => (rest.get(..end)?, rest.get(end + 1..)?.trim_ascii_start()),
            None => (rest, ""),
        };
        members.push(cited(member)?);
        rest = after;
    }
    Some(members)
}

/// Code points with spaces between, each with or without its references in parentheses.
fn cited(text: &str) -> Option<Cited> {
    let mut rest = text.trim_ascii();
    let (mut code_points, mut references) = (Vec::new(), Vec::new());
    while !rest.is_empty() && code_points.len() < 63 {
        let (c, after) = entry::split_code_point(rest)?;
        code_points.push(c);
        rest = after.trim_ascii_start();
        if let Some(list) = rest.strip_prefix('(') {
            let (list, after) = list.split_once(')')?;
            for id in list.split(',').map(str::trim_ascii) {
                if id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_digit()) {
                    return None;
                }
                references.push(Identifier::from(id));
            }
            rest = after.trim_ascii_start();
        } else if !rest.is_empty() && !after.starts_with([' ', '\t']) {
            return None;
        }
    }
    (rest.is_empty() && !code_points.is_empty())
        .then(|| Cited { cp: CodePoints::from(&*code_points), references })
}
