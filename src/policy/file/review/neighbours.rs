//! Contexts: of letters that the table has, with neighbours that it has.

use alloc::format;
use alloc::vec::Vec;

use super::set;
use crate::finding::FaultCode;
use crate::policy::file::reader::{Node, Section};
use crate::policy::model::{CodePointSet, Table};
use crate::text::CodePoint;

/// `all` are the code points of the table, those of sequences too.
pub(super) fn review(table: &Table, all: &CodePointSet, section: &Section<'_>) {
    let alone = table.repertoire();
    for context in section.get("context").into_iter().flat_map(Node::members) {
        if let Some((node, letters)) = context.get("letters").and_then(|node| Some((node, set(node)?))) {
            let outside: Vec<char> = letters.iter().filter(|c| !alone.contains(*c)).collect();
            if let Some(first) = outside.first() {
                let others = match outside.len() {
                    1 => "",
                    _ => " and others",
                };
                let message =
                    format!("{}{others} with a context, but no letter of the table", CodePoint(*first));
                node.fault(FaultCode::UnusedContext, message);
            }
        }
        for key in ["after", "before"] {
            let Some((node, neighbours)) = context.get(key).and_then(|node| Some((node, set(node)?))) else {
                continue;
            };
            if !neighbours.iter().any(|c| all.contains(c)) {
                let message =
                    format!("the table has none of the neighbours `{key}`: the letters can stand nowhere");
                node.fault(FaultCode::NoNeighbour, message);
            }
        }
    }
}
