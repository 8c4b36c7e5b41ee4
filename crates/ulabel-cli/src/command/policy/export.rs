//! `policy export`: the tables of a policy, ready to be published.

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use ulabel::page::policy_table;
use ulabel::policy::{Export, Table};

use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::load::PolicySource;
use crate::output::Presentation;

/// Write the tables of a policy to be published.
///
/// Each has the head that IANA's Repository of IDN Practices asks for: language or script, version, effective
/// date, registry, top-level domain, contact. What the policy does not say is left to be filled in, and says so.
/// What the format cannot hold, and what the policy asks beside the table, goes to standard error.
#[derive(Debug, Args)]
pub(super) struct ExportArguments {
    /// A top-level domain as U-label or A-label, an ISO 3166-1 code, or a policy file.
    #[arg(value_name = "POLICY")]
    policy: String,

    /// The format to write.
    #[arg(long, value_name = "FORMAT")]
    to: ExportFormat,

    /// Only the table of this name.
    #[arg(long, value_name = "ID")]
    table: Option<String>,

    /// The folder to write a file into for each table, made when it is absent. Without it, the one table goes to
    /// standard output.
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ExportFormat {
    /// A label generation ruleset of RFC 7940.
    Xml,
    /// A table of RFC 4290 as text.
    Rfc4290,
    /// A page, in the language of `--lang`.
    Html,
}

impl ExportFormat {
    const fn extension(self) -> &'static str {
        match self {
            Self::Xml => "xml",
            Self::Rfc4290 => "txt",
            Self::Html => "html",
        }
    }
}

/// Runs the command.
pub(super) fn run(
    arguments: &ExportArguments,
    presentation: &Presentation,
    env: &mut Env,
) -> Result<Exit, Failure> {
    let source = PolicySource::of_id_or_file(&arguments.policy, env)?;
    let tables = source.chosen(arguments.table.as_deref())?;
    if arguments.output.is_none() && tables.len() > 1 {
        let ids: Vec<&str> = tables.iter().map(|table| table.id.as_str()).collect();
        return Err(Failure::new(format!(
            "the policy has {} tables, expected --output for a folder, or --table with one of: {}",
            ids.len(),
            ids.join(", ")
        )));
    }
    // All are made before the first is written.
    let mut written = Vec::new();
    for table in tables {
        let export = source.export(table, env)?;
        written.push((table, text(&export, arguments.to, presentation, env)));
    }
    for (table, text) in written {
        match &arguments.output {
            None => env.stdout.write_all(text.as_bytes())?,
            Some(folder) => write(folder, &source, table, arguments.to, &text, env)?,
        }
    }
    Ok(Exit::Valid)
}

/// A table as text; what it does not hold goes to standard error.
fn text(export: &Export, to: ExportFormat, presentation: &Presentation, env: &mut Env) -> String {
    let (text, losses) = match to {
        ExportFormat::Xml => (export.to_xml(), Vec::new()),
        ExportFormat::Html => (policy_table::html(export, &presentation.messages), Vec::new()),
        ExportFormat::Rfc4290 => {
            let written = export.to_rfc4290();
            (written.text, written.losses)
        }
    };
    if !losses.is_empty() {
        let losses: Vec<String> = losses.iter().map(ToString::to_string).collect();
        env.note(&format!("ulabel: {}: the format cannot hold all; lost: {}", export.id, losses.join(", ")));
    }
    if !export.beside.is_empty() {
        let rules: Vec<&str> = export.beside.iter().map(|rule| rule.name()).collect();
        env.note(&format!("ulabel: {}: the policy asks beside the table: {}", export.id, rules.join(", ")));
    }
    text
}

fn write(
    folder: &std::path::Path,
    source: &PolicySource,
    table: &Table,
    to: ExportFormat,
    text: &str,
    env: &mut Env,
) -> Result<(), Failure> {
    // Names of policies and tables are made of letters, digits and hyphens.
    let path = folder.join(format!("{}_{}.{}", source.policy.id, table.id, to.extension()));
    let done = fs::create_dir_all(folder).and_then(|()| fs::write(&path, text));
    done.map_err(|error| Failure::new(format!("cannot write {}: {error}", path.display())))?;
    writeln!(env.stdout, "{}", path.display())?;
    Ok(())
}
