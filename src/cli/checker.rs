//! The one place where arguments become a checker.

use ulabel::{Checker, Settings};

use crate::args::CheckerArguments;
use crate::exit::Failure;

/// The checker that the arguments ask for.
pub(crate) fn build(arguments: &CheckerArguments) -> Result<Checker, Failure> {
    Ok(Checker::new(Settings { protocol: arguments.protocol.into(), version: arguments.unicode }))
}
