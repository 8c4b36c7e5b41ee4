//! Lines of a file, one record on each.

use std::io::{BufRead, Read};

use ulabel::decision::NameRecord;

use super::error;
use crate::error::Result;

/// Reads one line after the other, until the end or the first fault.
#[derive(Debug)]
pub(super) struct Lines<R> {
    input: R,
    text: Vec<u8>,
    number: u64,
    /// Octets that a line may have.
    most: u64,
    /// What a fault of a whole line is one of.
    field: &'static str,
    is_over: bool,
}

impl<R> Lines<R> {
    pub(super) const fn new(input: R, most: u64, field: &'static str) -> Self {
        Self { input, text: Vec::new(), number: 0, most, field, is_over: false }
    }
}

impl<R: BufRead> Lines<R> {
    /// The next record, as `parse` makes it of a line and its number; it makes none of a line without one.
    pub(super) fn next(
        &mut self,
        mut parse: impl FnMut(&[u8], u64) -> Result<Option<NameRecord>>,
    ) -> Option<Result<NameRecord>> {
        while !self.is_over {
            let parsed = match self.read() {
                Ok(true) => parse(&self.text, self.number),
                Ok(false) => {
                    self.is_over = true;
                    Ok(None)
                }
                Err(fault) => Err(fault),
            };
            self.is_over |= parsed.is_err();
            if let Some(record) = parsed.transpose() {
                return Some(record);
            }
        }
        None
    }

    /// Reads the next line; false at the end.
    fn read(&mut self) -> Result<bool> {
        self.text.clear();
        self.number += 1;
        let read = Read::take(&mut self.input, self.most).read_until(b'\n', &mut self.text);
        match read {
            Err(fault) => Err(error(self.number, self.field, fault.to_string())),
            Ok(count) if count as u64 == self.most => {
                Err(error(self.number, self.field, format!("has more than {} octets", self.most)))
            }
            Ok(count) => Ok(count > 0),
        }
    }
}
