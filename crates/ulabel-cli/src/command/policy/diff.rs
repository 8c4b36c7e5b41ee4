//! `policy diff`: what changes between two policies, and for which names.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;
use ulabel::finding::Severity;
use ulabel::language::Sentences;
use ulabel::lgr::Detail;
use ulabel::policy::compare::{ChangeKind, PolicyChange, compare};
use ulabel::{Checker, Report, Verdict};

use crate::args::{Format, NamesArguments, among};
use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::input::{self, Batch};
use crate::load::PolicySource;
use crate::output::{Presentation, counted, thousands};

/// Compare two policies: what changes in them, and for which names.
///
/// Everything that a policy file can say is compared, tables one by one; of letters there is an example, a
/// label that is now taken or refused. As text, `+` is what only NEW has, `-` what only OLD has, `~` what has
/// another value.
///
/// Exit status: 0 when nothing changes, 1 when something does, 2 when the command could not be carried out.
#[derive(Debug, Args)]
pub(super) struct DiffArguments {
    /// The policy as it was: a top-level domain, an ISO 3166-1 code, or a policy file.
    #[arg(value_name = "OLD")]
    old: String,

    /// The policy as it is to be.
    #[arg(value_name = "NEW")]
    new: String,

    /// Names, one a line (`-` is standard input); those whose verdict changes are written, with both verdicts and
    /// the first finding.
    #[arg(long, value_name = "FILE")]
    names: Option<PathBuf>,

    /// How to write the results.
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = among(&[Format::Text, Format::Json]))]
    format: Format,
}

/// Runs the command.
pub(super) fn run(
    arguments: &DiffArguments,
    presentation: &Presentation,
    env: &mut Env,
) -> Result<Exit, Failure> {
    let old = PolicySource::of_id_or_file(&arguments.old, env)?.compiled(env)?;
    let new = PolicySource::of_id_or_file(&arguments.new, env)?.compiled(env)?;
    let changes = compare(&old, &new);
    let mut output = Output {
        is_json: arguments.format == Format::Json,
        presentation,
        has_names: arguments.names.is_some(),
        count: 0,
    };
    let head = [&old, &new].map(|policy| policy.policy().id.clone());
    output.changes(&head, &changes, env).map_err(changed(!changes.is_empty()))?;
    if let Some(names) = &arguments.names {
        let checkers =
            [old, new].map(|policy| Checker::with_compiled_policy(policy).with_detail(Detail::Findings));
        let mut reports = [Report::new(), Report::new()];
        let input = input::open(&NamesArguments::of_files(std::slice::from_ref(names)), false, env)?;
        let (mut seen, mut failure) = (0_u64, None);
        output.open_names(env)?;
        input.read(Batch::default(), |batch| {
            for line in batch.lines() {
                seen += 1;
                for (checker, report) in checkers.iter().zip(&mut reports) {
                    checker.check_bytes_into(line, report);
                }
                let [before, after] = &reports;
                if before.verdict() != after.verdict()
                    && let Err(error) = output.name(before, after, env)
                {
                    failure = Some(error);
                    return None;
                }
            }
            Some(batch)
        })?;
        if let Some(failure) = failure {
            return Err(changed(true)(failure));
        }
        env.note(&format!(
            "{}, {} of them with another verdict",
            counted(seen, "name", "names"),
            thousands(output.count)
        ));
    }
    let has_changed = !changes.is_empty() || output.count > 0;
    output.close(env).map_err(changed(has_changed))?;
    Ok(if has_changed { Exit::Invalid } else { Exit::Valid })
}

/// Whoever has seen enough of the changes has seen one.
fn changed(has_changed: bool) -> impl Fn(Failure) -> Failure {
    move |failure| match failure {
        Failure::Closed(_) if has_changed => Failure::Closed(Exit::Invalid),
        other => other,
    }
}

#[derive(Serialize)]
struct ChangeRow<'a> {
    table: Option<&'a str>,
    key: &'a str,
    change: &'static str,
    old: Option<&'a str>,
    new: Option<&'a str>,
    example: Option<ExampleRow<'a>>,
}

#[derive(Serialize)]
struct ExampleRow<'a> {
    label: &'a str,
    now: &'static str,
}

/// A name whose verdict changes.
#[derive(Serialize)]
struct NameRow<'a> {
    name: &'a str,
    old: &'static str,
    new: &'static str,
    code: Option<&'static str>,
    message: Option<String>,
}

impl<'a> From<&'a PolicyChange> for ChangeRow<'a> {
    fn from(change: &'a PolicyChange) -> Self {
        let example = change.example.as_ref().map(|example| ExampleRow {
            label: &example.label,
            now: if example.is_taken { "taken" } else { "refused" },
        });
        Self {
            table: change.table.as_deref(),
            key: &change.key,
            change: change.kind.name(),
            old: change.old.as_deref(),
            new: change.new.as_deref(),
            example,
        }
    }
}

/// Writes changes, then names one after another.
struct Output<'p> {
    is_json: bool,
    presentation: &'p Presentation,
    /// True if names are compared too.
    has_names: bool,
    /// Names written so far.
    count: u64,
}

impl Output<'_> {
    fn changes(
        &self,
        [old, new]: &[String; 2],
        changes: &[PolicyChange],
        env: &mut Env,
    ) -> Result<(), Failure> {
        if self.is_json {
            let rows: Vec<ChangeRow<'_>> = changes.iter().map(ChangeRow::from).collect();
            // The object stays open for the names.
            let [old, new] = [json(old)?, json(new)?];
            write!(env.stdout, "{{\"old\":{old},\"new\":{new},\"changes\":{}", json(&rows)?)?;
            return Ok(());
        }
        let style = self.presentation.style;
        for change in changes {
            let (sign, value) = match (change.kind, &change.old, &change.new) {
                (ChangeKind::Removed, Some(old), _) => ("-", old.clone()),
                (ChangeKind::Added, _, Some(new)) => ("+", new.clone()),
                (_, old, new) => {
                    let shown = |value: &Option<String>| value.clone().unwrap_or_default();
                    ("~", format!("{} -> {}", shown(old), shown(new)))
                }
            };
            let place = change.table.as_ref().map(|table| format!("{table}: ")).unwrap_or_default();
            let line = format!("{place}{} {value}", change.key);
            writeln!(env.stdout, "{sign} {}", style.escape(line.trim_end()))?;
            if let Some(example) = &change.example {
                let now = if example.is_taken { "now taken" } else { "now refused" };
                writeln!(env.stdout, "    {now}: {}", style.escape(&example.label))?;
            }
        }
        Ok(())
    }

    fn open_names(&self, env: &mut Env) -> Result<(), Failure> {
        if self.is_json {
            write!(env.stdout, ",\"names\":[")?;
        }
        Ok(())
    }

    fn name(&mut self, before: &Report, after: &Report, env: &mut Env) -> Result<(), Failure> {
        // The finding is that of the policy which is stricter.
        let stricter = if rank(after.verdict()) > rank(before.verdict()) { after } else { before };
        let messages = &self.presentation.messages;
        let of_labels = stricter
            .labels()
            .iter()
            .flat_map(|label| label.findings().iter().map(move |finding| (finding, Some(label.label()))));
        let all = || of_labels.clone().chain(stricter.findings().iter().map(|finding| (finding, None)));
        // The first of those that matter most.
        let of_severity = |severity| all().find(|(finding, _)| finding.severity() == severity);
        let first = [Severity::Error, Severity::Warning, Severity::Info].into_iter().find_map(of_severity);
        let row = NameRow {
            name: after.input(),
            old: before.verdict().name(),
            new: after.verdict().name(),
            code: first.map(|(finding, _)| finding.code().name()),
            message: first.map(|(finding, label)| messages.sentence(finding, label)),
        };
        if self.is_json {
            let comma = if self.count > 0 { "," } else { "" };
            write!(env.stdout, "{comma}\n{}", json(&row)?)?;
        } else {
            let style = self.presentation.style;
            write!(env.stdout, "{}  {} -> {}", style.escape(row.name), row.old, row.new)?;
            if let (Some(code), Some(message)) = (row.code, &row.message) {
                write!(env.stdout, "  {message} {}", style.faint(&format!("[{code}]")))?;
            }
            writeln!(env.stdout)?;
        }
        self.count += 1;
        Ok(())
    }

    fn close(&self, env: &mut Env) -> Result<(), Failure> {
        if self.is_json {
            let names = match (self.has_names, self.count) {
                (false, _) => "",
                (true, 0) => "]",
                (true, _) => "\n]",
            };
            writeln!(env.stdout, "{names}}}")?;
        }
        Ok(())
    }
}

const fn rank(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Valid => 0,
        Verdict::Review => 1,
        Verdict::Invalid => 2,
    }
}

fn json(value: &(impl Serialize + ?Sized)) -> Result<String, Failure> {
    Ok(serde_json::to_string(value).map_err(std::io::Error::from)?)
}
