//! `policy show`: a policy as its file, or as data.

use std::io::Write;
use std::path::Path;

use clap::Args;
use ulabel::policy::builtin;
use ulabel::view::PolicyView;

use crate::args::{Format, among};
use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::load::PolicySource;

#[derive(Debug, Args)]
pub(crate) struct ShowArguments {
    /// A top-level domain as U-label or A-label, with `-start` behind it for the start, an ISO 3166-1 code, or a policy
    /// file.
    #[arg(value_name = "TLD|FILE")]
    policy: String,

    /// As the policy file, or as JSON: the same keys, and of each table all code points and sequences.
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = among(&[Format::Text, Format::Json]))]
    format: Format,
}

/// Runs the command.
pub(super) fn run(arguments: &ShowArguments, env: &mut Env) -> Result<Exit, Failure> {
    let name = &*arguments.policy;
    if arguments.format == Format::Text
        && let Some(builtin) = builtin::find(name).filter(|_| !Path::new(name).is_file())
    {
        env.stdout.write_all(builtin.text().as_bytes())?;
        return Ok(Exit::Valid);
    }
    let source = PolicySource::of_id_or_file(name, env)?;
    if arguments.format == Format::Text {
        env.stdout.write_all(source.policy.to_toml().as_bytes())?;
        return Ok(Exit::Valid);
    }
    let view = PolicyView::new(&source.policy, &source.rulesets(env)?);
    let json = serde_json::to_string_pretty(&view).map_err(|error| Failure::new(error.to_string()))?;
    writeln!(env.stdout, "{json}")?;
    Ok(Exit::Valid)
}
