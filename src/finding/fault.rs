//! Faults of files.
//!
//! A fault has a stable code, a severity, the clause that it goes by, the place, and arguments. Words come
//! last: `Display` says a fault in English in one line.

use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Ordering;
use core::fmt;

use super::clause::Clause;
use super::fault_code::FaultCode;
use super::severity::Severity;

/// A line and a column, both counted from 1; columns count code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line, from 1.
    pub line: u32,
    /// The column in code points, from 1.
    pub column: u32,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// One fault of a file.
///
/// ```
/// use ulabel::lgr::{FaultCode, xml};
///
/// let text = br#"<lgr xmlns="urn:ietf:params:xml:ns:lgr-1.0"><data><char cp="00e9"/></data></lgr>"#;
/// let refused = xml::read(text, Default::default()).unwrap_err();
/// let fault = &refused.faults()[0];
/// assert_eq!(fault.code(), FaultCode::BadCodePoint);
/// assert_eq!(fault.position().unwrap().line, 1);
/// assert_eq!(fault.clause().to_string(), "RFC 7940 §5");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    code: FaultCode,
    position: Option<Position>,
    arguments: Vec<String>,
    skipped: bool,
}

impl Fault {
    pub(crate) fn new(code: FaultCode, position: Option<Position>, arguments: Vec<String>) -> Self {
        Self { code, position, arguments, skipped: false }
    }

    /// The code of what is wrong.
    #[must_use]
    pub fn code(&self) -> FaultCode {
        self.code
    }

    /// How much it matters.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// The rule it goes by, such as RFC 7940 §5.3.1.
    #[must_use]
    pub fn clause(&self) -> Clause {
        self.code.clause()
    }

    /// Where it is; unknown where what is at fault was not read from this file.
    #[must_use]
    pub fn position(&self) -> Option<Position> {
        self.position
    }

    /// The arguments of the sentence, in the order of the template of its code.
    #[must_use]
    pub fn arguments(&self) -> &[String] {
        &self.arguments
    }

    /// The sentence that says what is wrong, in English; the place, the severity and the clause stand beside it.
    #[must_use]
    pub fn sentence(&self) -> String {
        let mut text = String::new();
        let mut rest = self.code.template();
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let (index, tail) = after.split_once('}').unwrap_or((after, ""));
            let argument = index.parse().ok().and_then(|index: usize| self.arguments.get(index));
            debug_assert!(argument.is_some(), "{} has no argument {index}", self.code);
            text.push_str(argument.map_or("?", String::as_str));
            rest = tail;
        }
        text.push_str(rest);
        text
    }

    /// True if the element was left out of the model (lenient reading only).
    #[must_use]
    pub fn skipped(&self) -> bool {
        self.skipped
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(position) = self.position {
            write!(f, "{position}: ")?;
        }
        write!(f, "{}: {}", self.severity(), self.sentence())?;
        if self.skipped {
            f.write_str("; skipped")?;
        }
        write!(f, " [{}, {}]", self.code, self.clause())
    }
}

/// Why a file could not be taken: all its faults, in the order of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    faults: Vec<Fault>,
}

impl Refused {
    pub(crate) fn new(faults: Vec<Fault>) -> Self {
        Self { faults }
    }

    /// One fault that is in no place of a file.
    #[cfg(feature = "policy")]
    pub(crate) fn one(code: super::FaultCode, message: alloc::string::String) -> Self {
        Self::new(alloc::vec![Fault::new(code, None, alloc::vec![message])])
    }

    /// The faults; at least one is an error.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// The faults by value.
    #[must_use]
    pub fn into_faults(self) -> Vec<Fault> {
        self.faults
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, fault) in self.faults.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{fault}")?;
        }
        Ok(())
    }
}

impl core::error::Error for Refused {}

/// More faults than this say nothing new, and each costs memory.
pub(crate) const MAX_FAULTS: usize = 1000;

/// Collects faults up to [`MAX_FAULTS`].
#[derive(Debug, Default)]
pub(crate) struct Faults {
    list: Vec<Fault>,
    /// True if what is at fault is left out, so that an error says so.
    is_lenient: bool,
}

impl Faults {
    /// A collector for a reader that leaves out what is at fault.
    pub(crate) fn lenient(is_lenient: bool) -> Self {
        Self { list: Vec::new(), is_lenient }
    }

    /// Adds a fault; of an error, a lenient reader has left out what is at fault.
    pub(crate) fn add(&mut self, mut fault: Fault) {
        fault.skipped = self.is_lenient && fault.severity() == Severity::Error;
        self.tolerate(fault);
    }

    /// Adds a fault for which nothing is left out.
    pub(crate) fn tolerate(&mut self, fault: Fault) {
        match self.list.len().cmp(&MAX_FAULTS) {
            Ordering::Less => self.list.push(fault),
            Ordering::Equal => {
                self.list.push(Fault::new(FaultCode::Limit, fault.position, limit("faults", MAX_FAULTS)));
            }
            Ordering::Greater => {}
        }
    }

    /// True if further faults are dropped, so that there is no need to put them into words.
    pub(crate) fn is_full(&self) -> bool {
        self.list.len() > MAX_FAULTS
    }

    pub(crate) fn has_errors(&self) -> bool {
        self.list.iter().any(|fault| fault.severity() == Severity::Error)
    }

    /// All faults in the order of the file.
    pub(crate) fn finish(mut self) -> Vec<Fault> {
        self.list.sort_by_key(Fault::position);
        self.list
    }
}

/// The arguments of [`FaultCode::Limit`]: what there are too many of, and how many there may be.
pub(crate) fn limit(what: &str, most: usize) -> Vec<String> {
    alloc::vec![what.into(), alloc::format!("{most}")]
}
