//! `policy`: the policies that are built in, and files of one's own.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand, ValueEnum};
use serde::Serialize;
use ulabel::finding::Severity;
use ulabel::policy::builtin::{self, Builtin};
use ulabel::policy::{self, MAX_POLICY_OCTETS, ScriptCode, Status};
use ulabel::text::escape;

use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::policies::{self, Found};

/// List, show, make and check registry policies.
///
/// A policy is what a registry asks of a label beyond the protocol. One is built in for every country-code
/// top-level domain: `published` where it restates what the registry publishes, `derived` where it is a
/// start made from public data. The registry has the last word.
#[derive(Debug, Args)]
pub(crate) struct PolicyArguments {
    #[command(subcommand)]
    command: PolicyCommand,
}

#[derive(Debug, Subcommand)]
enum PolicyCommand {
    /// List the policies that are built in, and how far they cover the world.
    List(ListArguments),
    /// Print a policy: to read, to copy and to change.
    Show {
        /// A top-level domain as U-label or A-label, an ISO 3166-1 code, or a policy file.
        #[arg(value_name = "TLD|FILE")]
        policy: String,
    },
    /// Print a policy to start one's own from.
    New {
        /// Start from the policy of this top-level domain; without it, from an example that explains every
        /// key.
        #[arg(value_name = "TLD")]
        tld: Option<String>,
    },
    /// Check policy files: every fault with line and column.
    Check {
        /// The files.
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
    },
}

#[derive(Debug, Args)]
struct ListArguments {
    /// Only those of a territory: an ISO 3166-1 code, or a part of its English name.
    #[arg(long, value_name = "TERRITORY")]
    territory: Option<String>,

    /// Only those of a region: Africa, Americas, Asia, Europe or Oceania.
    #[arg(long, value_name = "REGION")]
    region: Option<String>,

    /// Only those with a table in a script, by its ISO 15924 code; Hani finds Japanese and Korean too.
    #[arg(long, value_name = "CODE", value_parser = script)]
    script: Option<ScriptCode>,

    /// Only those of a status.
    #[arg(long, value_name = "STATUS")]
    status: Option<ListedStatus>,

    /// How to write the list.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: ListFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ListedStatus {
    /// Restates what the registry publishes.
    Published,
    /// A start made from public data.
    Derived,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ListFormat {
    /// For people.
    Text,
    /// One JSON array.
    Json,
    /// JSON Lines: one object a policy.
    Jsonl,
    /// One row a policy, with a heading line.
    Csv,
}

fn script(code: &str) -> Result<ScriptCode, String> {
    ScriptCode::from_code(code).ok_or_else(|| "no code of ISO 15924".to_owned())
}

/// Runs the command.
pub(crate) fn run(arguments: &PolicyArguments, env: &mut Env) -> Result<Exit, Failure> {
    match &arguments.command {
        PolicyCommand::List(arguments) => list(arguments, env),
        PolicyCommand::Show { policy } => show(policy, env),
        PolicyCommand::New { tld } => new(tld.as_deref(), env),
        PolicyCommand::Check { files } => check(files, env),
    }
}

/// A policy in a list.
#[derive(Serialize)]
struct Row {
    u_label: &'static str,
    a_label: &'static str,
    iso3166: &'static str,
    territory: &'static str,
    region: &'static str,
    itu_member: bool,
    scripts: Vec<&'static str>,
    status: &'static str,
}

impl From<&Builtin> for Row {
    fn from(builtin: &Builtin) -> Self {
        Self {
            u_label: builtin.u_label(),
            a_label: builtin.a_label(),
            iso3166: builtin.iso3166(),
            territory: builtin.territory(),
            region: builtin.region(),
            itu_member: builtin.is_itu_member(),
            scripts: builtin.scripts().map(ScriptCode::code).collect(),
            status: builtin.status().name(),
        }
    }
}

fn list(arguments: &ListArguments, env: &mut Env) -> Result<Exit, Failure> {
    let listed: Vec<&Builtin> =
        builtin::all().iter().filter(|builtin| is_wanted(arguments, builtin)).collect();
    let mut out = std::io::BufWriter::new(&mut env.stdout);
    match arguments.format {
        ListFormat::Text => {
            for builtin in &listed {
                let Row { u_label, a_label, territory, scripts, status, .. } = Row::from(*builtin);
                let ace = if u_label == a_label { String::new() } else { format!(" ({a_label})") };
                writeln!(out, ".{u_label}{ace}  {territory}  {}  {status}", scripts.join(" "))?;
            }
            if !listed.is_empty() {
                writeln!(out)?;
            }
            writeln!(out, "{}", coverage(&listed))?;
        }
        ListFormat::Json => {
            let rows: Vec<Row> = listed.into_iter().map(Row::from).collect();
            serde_json::to_writer(&mut out, &rows).map_err(std::io::Error::from)?;
            writeln!(out)?;
        }
        ListFormat::Jsonl => {
            for builtin in listed {
                serde_json::to_writer(&mut out, &Row::from(builtin)).map_err(std::io::Error::from)?;
                writeln!(out)?;
            }
        }
        ListFormat::Csv => {
            let mut rows = csv::Writer::from_writer(&mut out);
            let failed = |error: csv::Error| std::io::Error::other(error);
            rows.write_record([
                "u_label",
                "a_label",
                "iso3166",
                "territory",
                "region",
                "itu_member",
                "scripts",
                "status",
            ])
            .map_err(failed)?;
            for builtin in listed {
                let row = Row::from(builtin);
                let (member, scripts) = (row.itu_member.to_string(), row.scripts.join(" "));
                rows.write_record([
                    row.u_label,
                    row.a_label,
                    row.iso3166,
                    row.territory,
                    row.region,
                    &member,
                    &scripts,
                    row.status,
                ])
                .map_err(failed)?;
            }
            rows.flush()?;
        }
    }
    out.flush()?;
    Ok(Exit::Valid)
}

fn is_wanted(arguments: &ListArguments, builtin: &Builtin) -> bool {
    let names = |wanted: &str| {
        builtin.iso3166().eq_ignore_ascii_case(wanted)
            || wanted.len() > 2
                && builtin.territory().to_ascii_lowercase().contains(&wanted.to_ascii_lowercase())
    };
    let writes = |wanted: &ScriptCode| {
        builtin.scripts().any(|code| {
            code == *wanted || matches!(wanted, ScriptCode::One(script) if code.scripts().contains(script))
        })
    };
    let status = match arguments.status {
        Some(ListedStatus::Published) => builtin.status() == Status::Published,
        Some(ListedStatus::Derived) => builtin.status() == Status::Derived,
        None => true,
    };
    status
        && arguments.territory.as_deref().is_none_or(names)
        && arguments.region.as_deref().is_none_or(|region| builtin.region().eq_ignore_ascii_case(region))
        && arguments.script.as_ref().is_none_or(writes)
}

/// How far a list covers the world.
fn coverage(listed: &[&Builtin]) -> String {
    let members = |builtins: &mut dyn Iterator<Item = &Builtin>| {
        let of_members = builtins.filter(|builtin| builtin.is_itu_member());
        of_members.map(Builtin::iso3166).collect::<BTreeSet<_>>().len()
    };
    let published = listed.iter().filter(|builtin| builtin.status() == Status::Published).count();
    format!(
        "{} policies: {published} published, {} derived; {} of the {} ITU Member States",
        listed.len(),
        listed.len() - published,
        members(&mut listed.iter().copied()),
        members(&mut builtin::all().iter()),
    )
}

fn show(name: &str, env: &mut Env) -> Result<Exit, Failure> {
    if let Some(builtin) = builtin::find(name)
        && !Path::new(name).is_file()
    {
        env.stdout.write_all(builtin.text().as_bytes())?;
    } else {
        let found = policies::of_id_or_file(name)?;
        env.stdout.write_all(found.policy.to_toml().as_bytes())?;
    }
    Ok(Exit::Valid)
}

fn new(tld: Option<&str>, env: &mut Env) -> Result<Exit, Failure> {
    let Some(tld) = tld else {
        env.stdout.write_all(policy::EXAMPLE.as_bytes())?;
        return Ok(Exit::Valid);
    };
    let Found { mut policy, .. } = policies::of_tld(tld)?;
    let from = policy.status;
    policy.status = Status::Own;
    policy.id = format!("{}-own", policy.id);
    write!(
        env.stdout,
        "# A policy of one's own, from the {from} one that is built in for .{}. `ulabel policy new` without a\n\
         # top-level domain prints an example that explains every key; `ulabel policy check FILE` checks.\n\n{}",
        policy.tlds.first().map_or("", String::as_str),
        policy.to_toml()
    )?;
    Ok(Exit::Valid)
}

fn check(files: &[PathBuf], env: &mut Env) -> Result<Exit, Failure> {
    let mut exit = Exit::Valid;
    for path in files {
        let text = policies::read_text(path, MAX_POLICY_OCTETS as u64)?;
        let name = path.display().to_string();
        let name = escape(&name);
        let mut faults = Vec::new();
        match policy::read(&text) {
            Ok(reading) => {
                faults.extend(reading.warnings);
                let folder = path.parent().map(Path::to_path_buf).unwrap_or_default();
                if let Err(refused) = (Found { policy: reading.policy, folder }).compile() {
                    faults.extend(refused.faults().iter().cloned());
                }
            }
            Err(refused) => faults.extend(refused.faults().iter().cloned()),
        }
        for fault in &faults {
            let place = policies::place(fault);
            writeln!(env.stdout, "{name}:{place}{}: {}", fault.severity(), escape(&fault.sentence()))?;
        }
        let errors = faults.iter().filter(|fault| fault.severity() == Severity::Error).count();
        let warnings = faults.len() - errors;
        writeln!(env.stdout, "{name}: {errors} errors, {warnings} warnings")?;
        if errors > 0 {
            exit = Exit::Invalid;
        }
    }
    Ok(exit)
}
