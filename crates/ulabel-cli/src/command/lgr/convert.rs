//! `lgr convert`: a ruleset in another format.

use std::io::Write;

use ulabel::lgr::text;

use crate::args::lgr::LgrConvertArguments;
use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::load;

/// Runs the command.
pub(crate) fn run(arguments: &LgrConvertArguments, env: &mut Env) -> Result<Exit, Failure> {
    let lgr = load::ruleset(arguments.file.as_deref(), &arguments.source, env)?;
    let written = text::write(&lgr, arguments.to.into());
    if !written.losses.is_empty() {
        let losses: Vec<String> = written.losses.iter().map(ToString::to_string).collect();
        let losses = format!("the format cannot hold all; lost: {}", losses.join(", "));
        if arguments.lossless {
            return Err(Failure::new(losses));
        }
        env.note(&format!("ulabel: {losses}"));
    }
    env.stdout.write_all(written.text.as_bytes())?;
    Ok(Exit::Valid)
}
