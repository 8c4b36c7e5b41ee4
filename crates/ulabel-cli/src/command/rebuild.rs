//! `index rebuild`: the keys of an index under other tables, and which names move.

use std::io::Write;
use std::path::Path;

use serde::Serialize;
use ulabel::view::CsvRows;
use ulabel_index::{Moved, SetChange, rebuild};

use crate::args::{FormatArguments, PolicyArguments};
use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::load::{self, PolicySource};
use crate::output::{Presentation, Printer, ResultWriter, counted};

/// Runs the command.
pub(crate) fn run(
    folder: &Path,
    policy: &PolicyArguments,
    old: Option<&str>,
    format: FormatArguments,
    presentation: &Presentation,
    env: &mut Env,
) -> Result<Exit, Failure> {
    let new = load::decider(policy, env)?;
    let old = old.map(|old| PolicySource::of_id_or_file(old, env)?.decider(env)).transpose()?;
    let printer = Printer::new(format, presentation);
    let mut writer = ResultWriter::new(format.format, Row::HEADING);
    let mut failed = None;
    let report = rebuild(folder, old.as_ref(), &new, &mut |moved| {
        let mut out = Vec::new();
        printer.print(&Row(&moved), &mut out, |presentation, out| write(&moved, presentation, out));
        if failed.is_none() {
            failed = writer.write(&out, env).err();
        }
    })?;
    // The index is rebuilt, whoever reads of it.
    failed.map_or(Ok(()), Err)?;
    writer.end(env)?;
    env.note(&format!(
        "{}: {}; {} together, {} apart",
        folder.display(),
        counted(report.names, "name", "names"),
        counted(report.together, "set came", "sets came"),
        counted(report.apart, "set went", "sets went"),
    ));
    Ok(if report.together + report.apart > 0 { Exit::Invalid } else { Exit::Valid })
}

const fn word(change: SetChange) -> &'static str {
    match change {
        SetChange::Together => "together",
        SetChange::Apart => "apart",
    }
}

fn write(moved: &Moved, presentation: &Presentation, out: &mut Vec<u8>) {
    let parts: Vec<String> = moved.parts.iter().map(|part| part.join(", ")).collect();
    let doubt = if moved.is_coarse { " (before: by coarse keys)" } else { "" };
    // Writing to memory cannot fail.
    let _ = writeln!(out, "{}{doubt}  {}", word(moved.change), presentation.style.escape(&parts.join(" | ")));
}

/// One change in JSON and CSV.
struct Row<'a>(&'a Moved);

impl Serialize for Row<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut out = serializer.serialize_struct("Moved", 3)?;
        out.serialize_field("change", word(self.0.change))?;
        out.serialize_field("parts", &self.0.parts)?;
        out.serialize_field("by_coarse_keys", &self.0.is_coarse)?;
        out.end()
    }
}

impl CsvRows for Row<'_> {
    const HEADING: &'static [&'static str] = &["change", "part", "name", "by_coarse_keys"];

    fn csv_rows(&self, row: &mut dyn FnMut(&[&str])) {
        let doubt = if self.0.is_coarse { "true" } else { "false" };
        for (number, part) in self.0.parts.iter().enumerate() {
            let number = number.to_string();
            part.iter().for_each(|name| row(&[word(self.0.change), &number, name, doubt]));
        }
    }
}
