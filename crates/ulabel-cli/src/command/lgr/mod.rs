//! `lgr`: work on label generation rulesets, one file a command.

mod check;
mod convert;
mod show;

use crate::args::lgr::{LgrArguments, LgrCommand};
use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::output::Presentation;

/// Runs the command.
pub(crate) fn run(
    arguments: &LgrArguments,
    presentation: &Presentation,
    env: &mut Env,
) -> Result<Exit, Failure> {
    match &arguments.command {
        LgrCommand::Check(arguments) => check::run(arguments, presentation, env),
        LgrCommand::Show(arguments) => show::run(arguments, presentation, env),
        LgrCommand::Convert(arguments) => convert::run(arguments, env),
    }
}
