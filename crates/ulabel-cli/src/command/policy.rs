//! `policy`: the policies that are built in, and files of one's own.

mod diff;
mod export;
mod show;

use std::collections::BTreeSet;
use std::io::Write;
use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use serde::Serialize;
use ulabel::finding::Severity;
use ulabel::policy::builtin::{self, Builtin};
use ulabel::policy::{self, IdnOffered, PolicyReview, Refused, ScriptCode, Status};
use ulabel::view::CsvRows;
use unicode_width::UnicodeWidthStr;

use crate::args::{Format, FormatArguments};
use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::load::{self, PolicySource};
use crate::output::{Presentation, Printer, ResultWriter, fault_line};

/// List, show, make, check, compare and export registry policies.
///
/// A policy is what a registry asks of a label beyond the protocol. Two are built in for every country-code top-level
/// domain: one named as the domain, what its registry takes today as far as it is known; and one with `-start` behind
/// the name, a start in the languages of the territory. The registry has the last word.
#[derive(Debug, Args)]
pub(crate) struct PolicyCommandArguments {
    #[command(subcommand)]
    command: PolicyCommand,
}

#[derive(Debug, Subcommand)]
enum PolicyCommand {
    /// List the policies that are built in, and how far they cover the world.
    List(ListArguments),
    /// Print a policy: to read, to copy and to change.
    Show(show::ShowArguments),
    /// Print a policy to start one's own from.
    New {
        /// Begin from the start of this top-level domain in the languages of its territory; without it, from an example
        /// that explains every key.
        #[arg(value_name = "TLD")]
        tld: Option<String>,
    },
    /// Check policy files: every fault with line and column.
    ///
    /// What makes a policy of no use is an error: letters of which IDNA2008 permits none, lengths that no label
    /// has, a table without letters, requirements and whole-label rules that no label of a table can meet. What
    /// has no effect, or was hardly meant, is a warning.
    ///
    /// Exit status: 0 when there is no error, 1 when there is one, 2 when a file cannot be read.
    Check {
        /// The files.
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
    },
    Export(export::ExportArguments),
    Diff(diff::DiffArguments),
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

    /// Only those whose registries offer internationalized names, offer none, or of which that is not known.
    #[arg(long, value_name = "OFFERED")]
    offered: Option<ListedOffer>,

    /// List the starts in the languages of territories in place of what registries take today.
    #[arg(long)]
    starts: bool,

    /// The order of the list.
    #[arg(long, value_name = "ORDER", default_value = "domain")]
    sort: ListOrder,

    #[command(flatten)]
    format: FormatArguments,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ListedStatus {
    /// Restates what the registry publishes.
    Published,
    /// Inferred, in part or as a whole.
    Derived,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ListedOffer {
    /// The registry takes internationalized names.
    Yes,
    /// It takes ASCII names only.
    No,
    /// It is not known.
    Unknown,
}

impl ListedOffer {
    const fn is(self, offered: IdnOffered) -> bool {
        matches!(
            (self, offered),
            (Self::Yes, IdnOffered::Yes) | (Self::No, IdnOffered::No) | (Self::Unknown, IdnOffered::Unknown)
        )
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ListOrder {
    /// By the U-label of the domain.
    Domain,
    /// By the name of the territory.
    Territory,
}

fn script(code: &str) -> Result<ScriptCode, String> {
    ScriptCode::from_code(code).ok_or_else(|| "no code of ISO 15924".to_owned())
}

/// Runs the command.
pub(crate) fn run(
    arguments: &PolicyCommandArguments,
    presentation: &Presentation,
    env: &mut Env,
) -> Result<Exit, Failure> {
    match &arguments.command {
        PolicyCommand::List(arguments) => list(arguments, presentation, env),
        PolicyCommand::Show(arguments) => show::run(arguments, env),
        PolicyCommand::New { tld } => new(tld.as_deref(), env),
        PolicyCommand::Export(arguments) => export::run(arguments, presentation, env),
        PolicyCommand::Diff(arguments) => diff::run(arguments, presentation, env),
        PolicyCommand::Check { files } => check(files, presentation, env),
    }
}

/// A policy in a list.
#[derive(Serialize)]
struct Row {
    id: &'static str,
    u_label: &'static str,
    a_label: &'static str,
    iso3166: &'static str,
    territory: &'static str,
    region: &'static str,
    itu_member: bool,
    idn_offered: &'static str,
    tables: usize,
    scripts: Vec<&'static str>,
    status: &'static str,
    certainty: Option<&'static str>,
}

impl From<&Builtin> for Row {
    fn from(builtin: &Builtin) -> Self {
        Self {
            id: builtin.id(),
            u_label: builtin.u_label(),
            a_label: builtin.a_label(),
            iso3166: builtin.iso3166(),
            territory: builtin.territory(),
            region: builtin.region(),
            itu_member: builtin.is_itu_member(),
            idn_offered: builtin.idn_offered().name(),
            tables: builtin.tables(),
            scripts: builtin.scripts().map(ScriptCode::code).collect(),
            status: builtin.status().name(),
            certainty: builtin.certainty().map(|certainty| certainty.name()),
        }
    }
}

impl CsvRows for Row {
    const HEADING: &'static [&'static str] = &[
        "id",
        "u_label",
        "a_label",
        "iso3166",
        "territory",
        "region",
        "itu_member",
        "idn_offered",
        "tables",
        "scripts",
        "status",
        "certainty",
    ];

    fn csv_rows(&self, row: &mut dyn FnMut(&[&str])) {
        let member = if self.itu_member { "true" } else { "false" };
        let (tables, scripts) = (self.tables.to_string(), self.scripts.join(" "));
        let Self { id, u_label, a_label, iso3166, territory, region, idn_offered, status, .. } = self;
        let certainty = self.certainty.unwrap_or_default();
        row(&[
            id,
            u_label,
            a_label,
            iso3166,
            territory,
            region,
            member,
            idn_offered,
            &tables,
            &scripts,
            status,
            certainty,
        ]);
    }
}

impl Row {
    /// The columns of a line of text.
    fn columns(&self) -> [String; 6] {
        let Self { id, u_label, a_label, territory, tables, scripts, status, .. } = self;
        let behind = id.strip_prefix(a_label).unwrap_or_default();
        let ace = if u_label == a_label { String::new() } else { format!(" ({a_label})") };
        let offered = match self.idn_offered {
            "yes" => "IDN offered",
            "no" => "no IDN",
            _ => "IDN unknown",
        };
        let tables = if *tables == 1 { "1 table".to_owned() } else { format!("{tables} tables") };
        // A long list of scripts says less than its number.
        let scripts = match scripts.len() {
            0..=6 => scripts.join(" "),
            count => format!("{count} scripts"),
        };
        let certainty = self.certainty.map_or_else(String::new, |certainty| format!(", {certainty}"));
        [
            format!(".{u_label}{behind}{ace}"),
            (*territory).to_owned(),
            offered.to_owned(),
            tables,
            scripts,
            format!("{status}{certainty}"),
        ]
    }
}

fn list(arguments: &ListArguments, presentation: &Presentation, env: &mut Env) -> Result<Exit, Failure> {
    let all = if arguments.starts { builtin::starts() } else { builtin::all() };
    let mut listed: Vec<&Builtin> = all.iter().filter(|builtin| is_wanted(arguments, builtin)).collect();
    match arguments.sort {
        ListOrder::Domain => listed.sort_by_key(|builtin| builtin.u_label()),
        ListOrder::Territory => listed.sort_by_key(|builtin| (builtin.territory(), builtin.u_label())),
    }
    let printer = Printer::new(arguments.format, presentation);
    let rows: Vec<Row> = listed.iter().copied().map(Row::from).collect();
    let columns: Vec<[String; 6]> = rows.iter().map(Row::columns).collect();
    let mut widths = [0_usize; 6];
    for row in &columns {
        for (width, text) in widths.iter_mut().zip(row) {
            *width = text.width().max(*width);
        }
    }
    let mut out = Vec::new();
    for (row, columns) in rows.iter().zip(&columns) {
        printer.print(row, &mut out, |_, out| {
            let mut line = String::new();
            for (text, width) in columns.iter().zip(widths) {
                line.push_str(text);
                line.extend(std::iter::repeat_n(' ', width - text.width() + 2));
            }
            // Writing to memory cannot fail.
            let _ = writeln!(out, "{}", line.trim_end());
        });
    }
    if printer.format == Format::Text {
        let above = if listed.is_empty() { "" } else { "\n" };
        writeln!(out, "{above}{}", coverage(&listed))?;
    }
    let mut writer = ResultWriter::new(printer.format, Row::HEADING);
    writer.write(&out, env)?;
    writer.end(env)?;
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
        && arguments.offered.is_none_or(|offered| offered.is(builtin.idn_offered()))
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
    let offering = listed.iter().filter(|builtin| builtin.idn_offered() == IdnOffered::Yes).count();
    format!(
        "{} policies: {published} published, {} derived; {offering} registries offer IDNs; {} of the {} ITU Member States",
        listed.len(),
        listed.len() - published,
        members(&mut listed.iter().copied()),
        members(&mut builtin::all().iter()),
    )
}

/// What a registry has to decide, at the head of a policy of its own.
const NEW: &str = "\
# To decide, key by key (`ulabel policy new` alone prints an example that explains each):
# - tables: which languages and scripts? Which letters of each, and which digits? Are letters of loan words among them?
# - ascii-labels: are labels of ASCII alone taken, or refused?
# - scripts.mixing: may letters of two scripts stand in one label?
# - digits, double-hyphens, length: labels of digits alone, two hyphens in a row, the shortest and the longest label?
# - variants, variant-sets: which spellings are one name, and who may have the others?
# - reserved: which names are kept, and do look-alikes count?
# - suffixes, level: are names registered below suffixes too, and with what lengths?
# - authority, contact, version, effective, sources: what is published beside the tables?
# Then `ulabel policy check FILE`, `ulabel policy diff OLD NEW`, `ulabel policy export FILE --to xml`.
";

fn new(tld: Option<&str>, env: &mut Env) -> Result<Exit, Failure> {
    let Some(tld) = tld else {
        env.stdout.write_all(policy::EXAMPLE.as_bytes())?;
        return Ok(Exit::Valid);
    };
    // What a registry takes today is a fact; a policy of its own begins from its languages.
    let start = builtin::find(tld).map_or(tld, |builtin| builtin.start().id());
    let PolicySource { mut policy, .. } = PolicySource::of_tld(start, env)?;
    policy.status = Status::Own;
    policy.id = policy.id.replace("-start", "-own");
    policy.certainty = None;
    write!(
        env.stdout,
        "# A policy of one's own for .{}, from {start}, the start in the languages of the territory.\n{NEW}\n{}",
        policy.tlds.first().map_or("", String::as_str),
        policy.to_toml()
    )?;
    Ok(Exit::Valid)
}

fn check(files: &[PathBuf], presentation: &Presentation, env: &mut Env) -> Result<Exit, Failure> {
    let style = presentation.style;
    let mut exit = Exit::Valid;
    for path in files {
        let PolicyReview { policy, mut faults } = policy::review(&load::policy_text(path)?);
        let refused = policy.and_then(|policy| PolicySource::of_file(policy, path).compile().err());
        faults.extend(refused.into_iter().flat_map(Refused::into_faults));
        let name = path.display().to_string();
        for fault in &faults {
            writeln!(env.stdout, "{}", fault_line(&name, fault, style))?;
        }
        let errors = faults.iter().filter(|fault| fault.severity() == Severity::Error).count();
        let warnings = faults.len() - errors;
        writeln!(env.stdout, "{}: {errors} errors, {warnings} warnings", style.escape(&name))?;
        if errors > 0 {
            exit = Exit::Invalid;
        }
    }
    Ok(exit)
}
