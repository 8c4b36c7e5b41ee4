//! What can be wrong with a policy file.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use super::keyword::keywords;
use crate::finding::Severity;

/// Faults told of one file at most.
const MAX_FAULTS: usize = 200;

keywords! {
    /// The stable code of a fault.
    FaultCode {
        /// The text is not TOML.
        Syntax = "syntax",
        /// The file is larger than a policy may be.
        TooLarge = "too-large",
        /// A key that the format does not have.
        UnknownKey = "unknown-key",
        /// A value of another type than the key takes.
        WrongType = "wrong-type",
        /// A keyword or number that the key does not take.
        BadValue = "bad-value",
        /// A key that must be there is not.
        Missing = "missing",
        /// Two things of the same name.
        Duplicate = "duplicate",
        /// Two statements that cannot both hold.
        Contradiction = "contradiction",
        /// A list longer than it may be.
        Limit = "limit",
        /// A file that the policy names cannot be had or is at fault.
        File = "file",
        /// A letter that IDNA2008 never permits; it is without effect.
        NeverPermitted = "never-permitted",
        /// A letter of a script that the table does not name.
        OtherScript = "other-script",
        /// A reserved or existing name that is no label.
        BadName = "bad-name",
    }
}

impl FaultCode {
    /// How grave it is: an error stands in the way of using the policy.
    #[must_use]
    pub const fn severity(self) -> Severity {
        match self {
            Self::NeverPermitted | Self::OtherScript | Self::BadName => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

/// One fault of a policy file, with its place.
///
/// ```
/// let refused = ulabel::policy::read("id = \"x\"\nlenght = 3\n").unwrap_err();
/// let fault = &refused.faults()[0];
/// assert_eq!((fault.line(), fault.column()), (2, 1));
/// assert_eq!(fault.to_string(), "2:1: `lenght` is not a key of a policy, expected `length`");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    code: FaultCode,
    line: u32,
    column: u32,
    message: String,
}

impl Fault {
    /// The code.
    #[must_use]
    pub const fn code(&self) -> FaultCode {
        self.code
    }

    /// How grave it is.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// The line, from 1; 0 when the fault is in no place of the file.
    #[must_use]
    pub const fn line(&self) -> u32 {
        self.line
    }

    /// The column in code points, from 1; 0 when the fault is in no place of the file.
    #[must_use]
    pub const fn column(&self) -> u32 {
        self.column
    }

    /// What was found and what was expected, in one line of English.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// A fault in no place of the policy's own text.
    pub(super) fn nowhere(code: FaultCode, message: String) -> Self {
        Self { code, line: 0, column: 0, message }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line > 0 {
            write!(f, "{}:{}: ", self.line, self.column)?;
        }
        f.write_str(&self.message)
    }
}

/// A policy that cannot be used, with all that is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    faults: Vec<Fault>,
}

impl Refused {
    pub(super) fn new(faults: Vec<Fault>) -> Self {
        Self { faults }
    }

    /// Every fault, in the order of the file.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, fault) in self.faults.iter().enumerate() {
            if n > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{fault}")?;
        }
        Ok(())
    }
}

impl core::error::Error for Refused {}

/// Collects the faults of a file, by the offset of their place in octets.
pub(super) struct Faults<'t> {
    text: &'t str,
    list: Vec<(usize, FaultCode, String)>,
}

impl<'t> Faults<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, list: Vec::new() }
    }

    pub(super) fn add(&mut self, offset: usize, code: FaultCode, message: String) {
        if self.list.len() < MAX_FAULTS {
            self.list.push((offset, code, message));
        }
    }

    /// The place of an octet inside a string whose value begins at `at`; `at` itself where the string is
    /// not written as it reads.
    pub(super) fn inside(&self, at: usize, value: &str, offset: usize) -> usize {
        let written = self.text.get(at + 1..).is_some_and(|text| text.starts_with(value));
        if written { at + 1 + offset } else { at }
    }

    /// Every fault in the order of the file.
    pub(super) fn finish(mut self) -> Vec<Fault> {
        self.list.sort_by_key(|(offset, code, _)| (*offset, *code));
        let (mut line, mut line_start, mut at) = (1, 0, 0);
        let mut faults = Vec::with_capacity(self.list.len());
        for (offset, code, message) in self.list {
            let between = self.text.get(at..offset).unwrap_or_default();
            for (n, _) in between.match_indices('\n') {
                line += 1;
                line_start = at + n + 1;
            }
            at = at.max(offset);
            let column = self.text.get(line_start..offset).unwrap_or_default().chars().count() as u32 + 1;
            faults.push(Fault { code, line, column, message });
        }
        faults
    }
}
