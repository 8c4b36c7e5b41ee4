//! Is a ruleset sound: its faults, those of a review, and can labels be held to it.

use alloc::string::String;
use alloc::vec::Vec;

use super::{Review, Statistics, review};
use crate::finding::Severity;
use crate::lgr::{CompileError, CompiledLgr, Fault, Format, Lgr, ReadOptions};

/// The soundness of a ruleset.
///
/// ```
/// use ulabel::lgr::{Strictness, review::Soundness};
///
/// let soundness = Soundness::of_file("a.txt", b"U+0061\nU+0061", Strictness::Strict.into());
/// assert!(!soundness.is_sound());
/// assert!(soundness.statistics.is_none()); // it was refused
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Soundness {
    /// The file, or another name by which reports call the ruleset.
    pub file: String,
    /// The format of the file, if it came from one.
    pub format: Option<Format>,
    /// Its faults, in the order of the file.
    pub faults: Vec<Fault>,
    /// Why no label can be held to it, though it may keep all requirements.
    pub unusable: Option<CompileError>,
    /// Its contents, in numbers; none for a file that was refused.
    pub statistics: Option<Statistics>,
}

impl Soundness {
    /// Reads and reviews a file of any format.
    #[must_use]
    pub fn of_file(file: &str, octets: &[u8], options: ReadOptions) -> Self {
        match crate::lgr::read_with(octets, options) {
            Ok(reading) => {
                let soundness = Self::of_ruleset(file, &reading.lgr);
                Self { format: Some(reading.format), ..soundness }.with(reading.faults)
            }
            Err(refused) => {
                let format = Some(Format::of(octets));
                let none =
                    Self { file: file.into(), format, faults: Vec::new(), unusable: None, statistics: None };
                none.with(refused.into_faults())
            }
        }
    }

    /// Reviews a ruleset.
    #[must_use]
    pub fn of_ruleset(name: &str, lgr: &Lgr) -> Self {
        let Review { faults, statistics } = review(lgr);
        let unusable = CompiledLgr::new(lgr).err();
        Self { file: name.into(), format: None, faults, unusable, statistics: Some(statistics) }
    }

    /// With the faults that a reader found.
    fn with(mut self, mut faults: Vec<Fault>) -> Self {
        faults.append(&mut self.faults);
        faults.sort_by_key(Fault::position);
        Self { faults, ..self }
    }

    /// The number of its faults of one severity; that labels cannot be held to it is an error.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        let unusable = severity == Severity::Error && self.unusable.is_some();
        self.faults.iter().filter(|fault| fault.severity() == severity).count() + usize::from(unusable)
    }

    /// True if it has no error.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.count(Severity::Error) == 0
    }
}
