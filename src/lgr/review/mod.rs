//! Is an LGR a sound one?
//!
//! A document that a reader takes obeys RFC 7940. It can still be wrong as a policy: variants that
//! hold in one direction only, code points that IDNA2008 forbids, actions that no label reaches,
//! labels with the same variant label twice. [`review`] finds these, and counts what there is.
//!
//! # Main types
//!
//! * [`Review`], faults and statistics.
//! * [`Soundness`], what a reader, a review and the compiler say of a file together.
//! * [`VariantSet`], code points and sequences that are variants of each other, directly or not.

mod actions;
mod repertoire;
mod scripts;
mod soundness;
mod statistics;
mod variants;
mod witnesses;

use alloc::string::String;
use alloc::vec::Vec;

#[cfg(all(feature = "serde", feature = "language"))]
pub(crate) use repertoire::is_out_of_repertoire;
pub use soundness::Soundness;
pub use statistics::Statistics;
#[cfg(all(feature = "serde", feature = "language"))]
pub(crate) use variants::Repertoire;
pub use variants::{VariantSet, variant_sets};

use super::{Lgr, Origin};
use crate::finding::{Fault, FaultCode, Faults};

/// The result of a review.
#[derive(Clone, Debug)]
pub struct Review {
    /// The faults, in the order of the file. Constraints of RFC 7940 are among them
    /// only when the ruleset did not come out of a reader in strict mode.
    pub faults: Vec<Fault>,
    /// The contents, in numbers.
    pub statistics: Statistics,
}

/// Reviews an LGR.
///
/// ```
/// use ulabel::lgr::{FaultCode, Strictness, review, xml};
///
/// let text = br#"<lgr xmlns="urn:ietf:params:xml:ns:lgr-1.0"><data>
///   <char cp="0061"><var cp="00E1" type="blocked"/></char>
///   <char cp="00E1"/>
/// </data></lgr>"#;
/// let lgr = xml::read(text, Strictness::Strict)?.lgr;
/// let review = review::review(&lgr);
/// assert_eq!(review.faults[0].code(), FaultCode::Asymmetric);
/// assert_eq!(review.statistics.variants, 1);
/// # Ok::<(), ulabel::lgr::Refused>(())
/// ```
#[must_use]
pub fn review(lgr: &Lgr) -> Review {
    let mut reviewer = Reviewer { lgr, faults: Faults::default() };
    reviewer.inspect();
    reviewer.witnesses();
    Review { faults: reviewer.faults.finish(), statistics: Statistics::of(lgr) }
}

/// As [`review`], but only what can be seen without trying labels: neither whether the ruleset can be
/// evaluated nor whether some label has a variant label twice or an index label of its own.
#[must_use]
pub fn inspect(lgr: &Lgr) -> Review {
    let mut reviewer = Reviewer { lgr, faults: Faults::default() };
    reviewer.inspect();
    Review { faults: reviewer.faults.finish(), statistics: Statistics::of(lgr) }
}

struct Reviewer<'a> {
    lgr: &'a Lgr,
    faults: Faults,
}

impl Reviewer<'_> {
    fn inspect(&mut self) {
        self.repertoire();
        self.scripts();
        self.variants();
        self.actions();
        self.unused();
    }

    fn fault(&mut self, code: FaultCode, origin: Origin, arguments: Vec<String>) {
        self.faults.add(Fault::new(code, origin.position(), arguments));
    }
}
