//! The words for where a policy comes from, and how sure it is.

use crate::language::Word;
use crate::policy::{Certainty, Status};

pub(super) const fn status(status: Status) -> Word {
    match status {
        Status::Published => Word::StatusPublished,
        Status::Derived => Word::StatusDerived,
        Status::Own => Word::StatusOwn,
    }
}

pub(super) const fn certainty(certainty: Certainty) -> Word {
    match certainty {
        Certainty::Sure => Word::CertaintySure,
        Certainty::Likely => Word::CertaintyLikely,
        Certainty::Unsure => Word::CertaintyUnsure,
    }
}
