//! `lgr show`: a ruleset for people.

use std::io::Write;

use ulabel::page::ruleset as page;
use ulabel::view::ruleset::View;

use crate::args::lgr::{LgrShowArguments, ShowFormat};
use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::output::Look;
use crate::ruleset;

/// Runs the command.
pub(crate) fn run(arguments: &LgrShowArguments, look: &Look, env: &mut Env) -> Result<Exit, Failure> {
    let strictness = ruleset::strictness(arguments.reading.lenient);
    let reading = ruleset::read(&arguments.file, strictness, env)?;
    let view = View::new(&reading.lgr);
    match arguments.format {
        ShowFormat::Text => env.stdout.write_all(page::text(&view, &look.words).as_bytes())?,
        ShowFormat::Html => env.stdout.write_all(page::html(&view, &look.words).as_bytes())?,
        ShowFormat::Json => {
            let mut out = Vec::new();
            // Writing to memory cannot fail, and the view has no map keys that could.
            let _ = serde_json::to_writer(&mut out, &view);
            out.push(b'\n');
            env.stdout.write_all(&out)?;
        }
    }
    Ok(Exit::Valid)
}
