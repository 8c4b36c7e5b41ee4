//! Names from arguments, files and standard input: lines of bytes, in whole batches.

use std::ffi::OsString;
use std::io::{self, Cursor, Read};
use std::path::Path;
use std::sync::Arc;

use serde::Serialize;
use ulabel_audit::input::lines::{self, Lines};

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
    /// What it is called when it cannot be read.
    name: String,
    /// The file that its lines are of; none for arguments.
    file: Option<Arc<str>>,
    reader: Box<dyn Read + Send>,
}

/// A stretch of whole lines of one source, in memory that is used again.
#[derive(Debug, Default)]
pub(crate) struct Batch {
    octets: Vec<u8>,
    /// The line that the octets begin with, from 1 on.
    first_line: u64,
    file: Option<Arc<str>>,
}

/// Where a name stands.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Place<'a> {
    /// The file as it was named; `-` is standard input.
    pub(crate) file: &'a str,
    /// The line, from 1 on.
    pub(crate) line: u64,
}

impl Batch {
    /// The lines, without their ends.
    pub(crate) fn lines(&self) -> impl Iterator<Item = &[u8]> {
        lines::lines(&self.octets)
    }

    /// The lines, each with its place, which those of arguments have not.
    pub(crate) fn lines_with_place(&self) -> impl Iterator<Item = (&[u8], Option<Place<'_>>)> {
        let place = |line| self.file.as_deref().map(|file| Place { file, line });
        self.lines().zip((self.first_line..).map(place))
    }

    /// How many octets the lines have.
    pub(crate) const fn octets(&self) -> usize {
        self.octets.len()
    }
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
    Ok(Source { name: "arguments".into(), file: None, reader: Box::new(Cursor::new(text)) })
}

impl Input {
    fn push_stdin(&mut self, env: &mut Env) {
        self.octets = None;
        let reader = env.take_stdin();
        self.sources.push(Source { name: "standard input".into(), file: Some("-".into()), reader });
    }

    fn push_file(&mut self, path: &Path) -> Result<(), Failure> {
        let (file, metadata) = files::open(path)?;
        self.octets = self.octets.filter(|_| metadata.is_file()).map(|octets| octets + metadata.len());
        let name = path.display().to_string();
        self.sources.push(Source { file: Some(name.as_str().into()), name, reader: Box::new(file) });
        Ok(())
    }

    /// Reads everything, batch by batch. A batch holds whole lines, as many as came at once: a slow
    /// source has each line answered as it comes. `hand_over` gives back a buffer to read into, or
    /// `None` when nobody wants more.
    pub(crate) fn read(
        self,
        mut batch: Batch,
        mut hand_over: impl FnMut(Batch) -> Option<Batch>,
    ) -> Result<(), Failure> {
        for mut source in self.sources {
            let failed = |error: io::Error| Failure::new(format!("cannot read {}: {error}", source.name));
            let mut lines = Lines::new(&mut source.reader);
            let mut next_line = 1;
            while lines.next_batch(&mut batch.octets).map_err(failed)? {
                batch.first_line = next_line;
                batch.file.clone_from(&source.file);
                // A batch without a line feed at its end is the last.
                next_line += memchr::memchr_iter(b'\n', &batch.octets).count() as u64;
                let Some(next) = hand_over(batch) else { return Ok(()) };
                batch = next;
            }
        }
        Ok(())
    }
}
