//! `policy`: the policies that are built in, and files of one's own.

mod diff;
mod export;
mod show;

use std::collections::BTreeSet;
use std::io::Write;
use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use ulabel::finding::Severity;
use ulabel::language::{Language, Messages, Text, TextArgument, Word};
use ulabel::policy::builtin::{self, Builtin};
use ulabel::policy::{self, IdnOffered, PolicyReview, Refused, ScriptCode, Status};
use ulabel::view::{CsvRows, PolicyRow};
use unicode_width::UnicodeWidthStr;

use crate::args::{Format, FormatArguments};
use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::load::{self, PolicySource};
use crate::output::{Presentation, Printer, ResultWriter, counted, fault_line};

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
    /// Print a policy to start one's own from, with what is to be decided: in the language of `--lang`, by default in an
    /// official language of the territory that is one of the six, or else in English.
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
    /// Only those of a territory: a top-level domain, an ISO 3166-1 code of two letters or of three, or a part of its name
    /// in Arabic, Chinese, English, French, Russian or Spanish.
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
    language: Option<Language>,
    presentation: &Presentation,
    env: &mut Env,
) -> Result<Exit, Failure> {
    match &arguments.command {
        PolicyCommand::List(arguments) => list(arguments, presentation, env),
        PolicyCommand::Show(arguments) => show::run(arguments, env),
        PolicyCommand::New { tld } => new(tld.as_deref(), language, env),
        PolicyCommand::Export(arguments) => export::run(arguments, presentation, env),
        PolicyCommand::Diff(arguments) => diff::run(arguments, presentation, env),
        PolicyCommand::Check { files } => check(files, presentation, env),
    }
}

/// The columns of a line of text.
fn columns(builtin: &Builtin) -> [String; 6] {
    let (id, u_label, a_label) = (builtin.id(), builtin.u_label(), builtin.a_label());
    let behind = id.strip_prefix(a_label).unwrap_or_default();
    let ace = if u_label == a_label { String::new() } else { format!(" ({a_label})") };
    let offered = match builtin.idn_offered() {
        IdnOffered::Yes => "IDN offered",
        IdnOffered::No => "no IDN",
        _ => "IDN unknown",
    };
    let tables = match builtin.tables() {
        1 => "1 table".to_owned(),
        tables => format!("{tables} tables"),
    };
    // A long list of scripts says less than its number.
    let scripts: Vec<&str> = builtin.scripts().map(ScriptCode::code).collect();
    let scripts = match scripts.len() {
        0..=6 => scripts.join(" "),
        count => format!("{count} scripts"),
    };
    let certainty =
        builtin.certainty().map_or_else(String::new, |certainty| format!(", {}", certainty.name()));
    [
        format!(".{u_label}{behind}{ace}"),
        builtin.territory().to_owned(),
        offered.to_owned(),
        tables,
        scripts,
        format!("{}{certainty}", builtin.status().name()),
    ]
}

fn list(arguments: &ListArguments, presentation: &Presentation, env: &mut Env) -> Result<Exit, Failure> {
    let all = if arguments.starts { builtin::starts() } else { builtin::all() };
    if let Some(asked) = arguments.territory.as_deref()
        && !all.iter().any(|builtin| load::is_territory(builtin, asked))
    {
        return Err(Failure::new(format!("no territory is called {asked}{}", load::meant(asked))));
    }
    let mut listed: Vec<&Builtin> = all.iter().filter(|builtin| is_wanted(arguments, builtin)).collect();
    match arguments.sort {
        ListOrder::Domain => listed.sort_by_key(|builtin| builtin.u_label()),
        ListOrder::Territory => listed.sort_by_key(|builtin| (builtin.territory(), builtin.u_label())),
    }
    let printer = Printer::new(arguments.format, presentation);
    let columns: Vec<[String; 6]> = listed.iter().copied().map(columns).collect();
    let mut widths = [0_usize; 6];
    for row in &columns {
        for (width, text) in widths.iter_mut().zip(row) {
            *width = text.width().max(*width);
        }
    }
    let mut out = Vec::new();
    for (builtin, columns) in listed.iter().copied().zip(&columns) {
        printer.print(&PolicyRow::from(builtin), &mut out, |_, out| {
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
        writeln!(out, "{above}{}", coverage(&listed, &presentation.messages))?;
    }
    let mut writer = ResultWriter::new(printer.format, PolicyRow::HEADING);
    writer.write(&out, env)?;
    writer.end(env)?;
    Ok(Exit::Valid)
}

fn is_wanted(arguments: &ListArguments, builtin: &Builtin) -> bool {
    let names = |wanted: &str| load::is_territory(builtin, wanted);
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
fn coverage(listed: &[&Builtin], messages: &Messages) -> String {
    let members = |builtins: &mut dyn Iterator<Item = &Builtin>| {
        let of_members = builtins.filter(|builtin| builtin.is_itu_member());
        of_members.map(Builtin::iso3166).collect::<BTreeSet<_>>().len()
    };
    let published = listed.iter().filter(|builtin| builtin.status() == Status::Published).count();
    let offering = listed.iter().filter(|builtin| builtin.idn_offered() == IdnOffered::Yes).count();
    let numbers = [
        ("policies", listed.len()),
        ("published", published),
        ("derived", listed.len() - published),
        ("offering", offering),
        ("members", members(&mut listed.iter().copied())),
        ("all", members(&mut builtin::all().iter())),
    ];
    messages
        .text(Text::PoliciesListed, &numbers.map(|(name, count)| (name, TextArgument::Number(count as u64))))
}

/// What a registry has to decide: the keys, and the question.
const TO_DECIDE: [(&str, Word); 8] = [
    ("tables", Word::DecideTables),
    ("ascii-labels", Word::DecideAscii),
    ("scripts.mixing", Word::DecideMixing),
    ("digits, double-hyphens, length", Word::DecideShape),
    ("variants, variant-sets", Word::DecideVariants),
    ("reserved", Word::DecideReserved),
    ("suffixes, level", Word::DecideSuffixes),
    ("authority, contact, version, effective, sources", Word::DecidePublished),
];

/// The official language of a territory that is one of the six: English where it is among them, or where none is.
fn language_of(start: &policy::Policy) -> Language {
    let tags = start.tables.iter().flat_map(|table| &table.languages);
    let official: Vec<Language> = tags.filter_map(|tag| Language::from_tag(tag)).collect();
    let first = official.first().copied().unwrap_or_default();
    official.into_iter().find(|language| *language == Language::En).unwrap_or(first)
}

fn new(tld: Option<&str>, language: Option<Language>, env: &mut Env) -> Result<Exit, Failure> {
    let Some(tld) = tld else {
        env.stdout.write_all(policy::EXAMPLE.as_bytes())?;
        return Ok(Exit::Valid);
    };
    // What a registry takes today is a fact; a policy of its own begins from its languages.
    let start = builtin::find(tld).map_or(tld, |builtin| builtin.start().id());
    let PolicySource { mut policy, .. } = PolicySource::of_tld(start, env)?;
    let language = language.unwrap_or_else(|| language_of(&policy));
    policy.status = Status::Own;
    policy.id = policy.id.replace("-start", "-own");
    policy.certainty = None;
    let messages = Messages::new(language);
    let tld = format!(".{}", policy.tlds.first().map_or("", String::as_str));
    let names = [("tld", TextArgument::Text(&tld)), ("start", TextArgument::Text(start))];
    writeln!(env.stdout, "# {}", messages.text(Text::PolicyNew, &names))?;
    writeln!(env.stdout, "# {} (`ulabel policy new`):", messages.word(Word::Decide))?;
    for (keys, question) in TO_DECIDE {
        writeln!(env.stdout, "# - {keys}: {}", messages.word(question))?;
    }
    writeln!(
        env.stdout,
        "# {}: `ulabel policy check FILE`, `ulabel policy diff OLD NEW`, `ulabel policy export FILE --to xml`.\n",
        messages.word(Word::DecideNext)
    )?;
    write!(env.stdout, "{}", policy.to_toml())?;
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
        let errors_of = counted(errors as u64, "error", "errors");
        let warnings = counted(warnings as u64, "warning", "warnings");
        writeln!(env.stdout, "{}: {errors_of}, {warnings}", style.escape(&name))?;
        if errors > 0 {
            exit = Exit::Invalid;
        }
    }
    Ok(exit)
}
