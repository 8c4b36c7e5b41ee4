//! The one place where arguments become a checker.

use ulabel::{Checker, Settings};

use crate::args::CheckerArguments;
use crate::env::Env;
use crate::exit::Failure;
use crate::ruleset;

/// The checker that the arguments ask for.
pub(crate) fn build(arguments: &CheckerArguments, env: &mut Env) -> Result<Checker, Failure> {
    let checker = Checker::new(Settings { protocol: arguments.protocol.into(), version: arguments.unicode });
    Ok(match ruleset::tables(&arguments.rulesets, env)? {
        Some(tables) => checker.with_tables(tables),
        None => checker,
    })
}
