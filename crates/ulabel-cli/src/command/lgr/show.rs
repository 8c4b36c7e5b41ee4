//! `lgr show`: a ruleset for people.

use std::io::Write;

use ulabel::page::ruleset as page;
use ulabel::view::ruleset::View;

use crate::args::Format;
use crate::args::lgr::LgrShowArguments;
use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::load;
use crate::output::Presentation;

/// Runs the command.
pub(crate) fn run(
    arguments: &LgrShowArguments,
    presentation: &Presentation,
    env: &mut Env,
) -> Result<Exit, Failure> {
    let lgr = load::ruleset(arguments.file.as_deref(), &arguments.source, env)?;
    let view = View::new(&lgr);
    let messages = &presentation.messages;
    let shown = match arguments.format {
        Format::Html => page::html(&view, messages),
        Format::Json => serde_json::to_string(&view).map_err(std::io::Error::from)? + "\n",
        _ => page::text(&view, messages),
    };
    env.stdout.write_all(shown.as_bytes())?;
    Ok(Exit::Valid)
}
