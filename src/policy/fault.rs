//! Faults of a policy beside its file.

use alloc::string::String;

use crate::finding::{Fault, FaultCode};

/// A fault in no place of the policy's own text.
pub(super) fn nowhere(code: FaultCode, message: String) -> Fault {
    Fault::new(code, None, alloc::vec![message])
}
