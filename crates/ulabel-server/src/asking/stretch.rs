//! A stretch of what is asked, answered.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Answer;
use super::lines::{MAX_LINE_OCTETS, too_long};
use crate::error::Problem;
use crate::extract::read_json;
use crate::workers::Deadline;

/// Some of many things that are asked, one after the other.
pub(super) enum Stretch<T> {
    /// Those of an array.
    Items(Vec<T>),
    /// Those of whole lines, of which the first has this number.
    Lines { octets: Vec<u8>, first: u64 },
    /// None, but a reason that stands in their place.
    Problem(Problem),
}

/// What stands between answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Parted {
    /// A comma before each.
    ByCommas,
    /// A line end behind each.
    ByLines,
}

impl<T: DeserializeOwned> Stretch<T> {
    /// The answers, each with what stands between them.
    pub(super) fn answered<A: Answer<Asked = T>>(
        self,
        mut by: A,
        parted: Parted,
        deadline: Deadline,
    ) -> Vec<u8> {
        let mut out = Vec::new();
        let mut put = |asked: Result<T, Problem>, line: Option<u64>| {
            if parted == Parted::ByCommas {
                out.extend_from_slice(b",\n");
            }
            let start = out.len();
            let answered = deadline.check().and(asked).and_then(|asked| by.answer(asked, deadline, &mut out));
            if let Err(problem) = answered {
                out.truncate(start);
                append_json(
                    &line.map_or_else(|| problem.clone(), |line| problem.clone().at_line(line)),
                    &mut out,
                );
            }
            if parted == Parted::ByLines {
                out.push(b'\n');
            }
        };
        match self {
            Self::Items(items) => items.into_iter().for_each(|item| put(Ok(item), None)),
            Self::Problem(problem) => put(Err(problem), None),
            Self::Lines { octets, first } => {
                let octets = octets.strip_suffix(b"\n").unwrap_or(&octets);
                for (line, number) in octets.split(|octet| *octet == b'\n').zip(first..) {
                    match line.trim_ascii() {
                        [] => {}
                        _ if line.len() > MAX_LINE_OCTETS => put(Err(too_long()), Some(number)),
                        _ => put(read_json(line), Some(number)),
                    }
                }
            }
        }
        by.end();
        out
    }
}

/// Appends a value that can be written as JSON: one whose maps have strings as keys.
pub(crate) fn append_json(value: &impl Serialize, out: &mut Vec<u8>) {
    // Writing to memory cannot fail.
    let written = serde_json::to_writer(out, value);
    debug_assert!(written.is_ok());
}
