//! Names from arguments, files and standard input: lines of bytes, in whole batches.

use std::ffi::OsString;
use std::io::{self, Cursor, Read};
use std::path::Path;

pub(crate) use ulabel_audit::input::lines::{Lines, lines};

use crate::args::NamesArguments;
use crate::env::Env;
use crate::exit::Failure;
use crate::files;

/// All names of a run.
pub(crate) struct Input {
    sources: Vec<Source>,
    /// Octets of all sources together, where it is known.
    pub(crate) octets: Option<u64>,
    /// True if names come from a file or from standard input.
    pub(crate) is_bulk: bool,
}

struct Source {
    name: String,
    reader: Box<dyn Read + Send>,
}

/// Opens everything that names are to be read from.
pub(crate) fn open(arguments: &NamesArguments, pair: bool, env: &mut Env) -> Result<Input, Failure> {
    let mut input = Input { sources: Vec::new(), octets: Some(0), is_bulk: true };
    if !arguments.names.is_empty() {
        input.sources.push(of_arguments(&arguments.names, pair)?);
    }
    for path in &arguments.file {
        if path == Path::new("-") {
            input.push_stdin(env);
        } else {
            input.push_file(path)?;
        }
    }
    if input.sources.is_empty() {
        if env.stdin_is_terminal {
            env.note("ulabel: reading names from the terminal, one a line; Ctrl-D ends");
        }
        input.push_stdin(env);
    }
    input.is_bulk = arguments.names.is_empty() || !arguments.file.is_empty();
    Ok(input)
}

/// Arguments as lines; of a pair, two arguments make one.
fn of_arguments(names: &[OsString], pair: bool) -> Result<Source, Failure> {
    let per_line = if pair { 2 } else { 1 };
    let mut text = Vec::new();
    for names in names.chunks(per_line) {
        if names.len() < per_line {
            return Err(Failure::new("--pair takes names two by two: each A-label with its U-label"));
        }
        for (n, name) in names.iter().enumerate() {
            if n > 0 {
                text.push(b' ');
            }
            let name = name.as_encoded_bytes();
            if name.contains(&b'\n') {
                return Err(Failure::new("a name cannot hold a line feed"));
            }
            text.extend_from_slice(name);
        }
        // As in a file whose lines end so: a carriage return of the name itself is kept.
        text.extend_from_slice(b"\r\n");
    }
    Ok(Source { name: "arguments".into(), reader: Box::new(Cursor::new(text)) })
}

impl Input {
    fn push_stdin(&mut self, env: &mut Env) {
        self.octets = None;
        self.sources.push(Source { name: "standard input".into(), reader: env.take_stdin() });
    }

    fn push_file(&mut self, path: &Path) -> Result<(), Failure> {
        let (file, metadata) = files::open(path)?;
        self.octets = self.octets.filter(|_| metadata.is_file()).map(|octets| octets + metadata.len());
        self.sources.push(Source { name: path.display().to_string(), reader: Box::new(file) });
        Ok(())
    }

    /// Reads everything, batch by batch. A batch holds whole lines, as many as came at once: a slow
    /// source has each line answered as it comes. `hand_over` gives back a buffer to read into, or
    /// `None` when nobody wants more.
    pub(crate) fn read(
        self,
        mut buffer: Vec<u8>,
        mut hand_over: impl FnMut(Vec<u8>) -> Option<Vec<u8>>,
    ) -> Result<(), Failure> {
        for mut source in self.sources {
            let failed = |error: io::Error| Failure::new(format!("cannot read {}: {error}", source.name));
            let mut lines = Lines::new(&mut source.reader);
            while lines.next_batch(&mut buffer).map_err(failed)? {
                let Some(next) = hand_over(buffer) else { return Ok(()) };
                buffer = next;
            }
        }
        Ok(())
    }
}
