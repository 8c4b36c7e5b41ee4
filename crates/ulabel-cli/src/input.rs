//! Names from arguments, files and standard input: lines of bytes, in whole batches.

use std::ffi::OsString;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::Path;

use crate::args::NamesArguments;
use crate::env::Env;
use crate::exit::Failure;
use crate::files;

/// Octets of a line at most; what is beyond is cut off. It is far above what a pair of names can have.
pub(crate) const MAX_LINE_OCTETS: usize = 8192;

/// Octets that are read at once.
const BATCH_OCTETS: usize = 128 * 1024;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// The byte order marks of UTF-16.
const UTF_16_MARKS: [&[u8]; 2] = [b"\xFF\xFE", b"\xFE\xFF"];

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

/// Cuts a source into batches of whole lines.
struct Lines<R> {
    reader: BufReader<R>,
    at_start: bool,
}

impl<R: Read> Lines<R> {
    fn new(reader: R) -> Self {
        Self { reader: BufReader::with_capacity(BATCH_OCTETS, reader), at_start: true }
    }

    /// Fills `batch` with the whole lines that can be had without waiting, or else with the next one; false if
    /// there is none.
    fn next_batch(&mut self, batch: &mut Vec<u8>) -> io::Result<bool> {
        batch.clear();
        while !batch.ends_with(b"\n") {
            let octets = match self.reader.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                octets => octets?,
            };
            if octets.is_empty() {
                break;
            }
            let end = memchr::memrchr(b'\n', octets).map_or(octets.len(), |end| end + 1);
            batch.extend(octets.iter().take(end));
            self.reader.consume(end);
            if batch.len() > MAX_LINE_OCTETS && !batch.ends_with(b"\n") {
                // One line, longer than any may be.
                self.reader.skip_until(b'\n')?;
                batch.push(b'\n');
            }
        }
        if std::mem::take(&mut self.at_start) {
            if UTF_16_MARKS.iter().any(|mark| batch.starts_with(mark)) {
                let reason = "it is UTF-16, and names are read as UTF-8; save it as UTF-8";
                return Err(io::Error::new(io::ErrorKind::InvalidData, reason));
            }
            if batch.starts_with(BYTE_ORDER_MARK) {
                batch.drain(..BYTE_ORDER_MARK.len());
            }
        }
        Ok(!batch.is_empty())
    }
}

/// The lines of a batch, without their ends, cut to [`MAX_LINE_OCTETS`].
pub(crate) fn lines(batch: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = batch;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        // A carriage return without a line feed after it belongs to the name.
        let (line, after) = match memchr::memchr(b'\n', rest) {
            Some(end) => (rest.get(..end)?, rest.get(end + 1..)?),
            None => return Some(cut(std::mem::take(&mut rest))),
        };
        rest = after;
        Some(cut(line.strip_suffix(b"\r").unwrap_or(line)))
    })
}

/// A line that is too long, cut between two characters.
fn cut(line: &[u8]) -> &[u8] {
    if line.len() <= MAX_LINE_OCTETS {
        return line;
    }
    let is_continuation = |at: usize| line.get(at).is_some_and(|octet| octet & 0xC0 == 0x80);
    let end = (MAX_LINE_OCTETS - 3..=MAX_LINE_OCTETS).rev().find(|at| !is_continuation(*at));
    line.get(..end.unwrap_or(MAX_LINE_OCTETS)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A source that gives `step` octets at a time.
    struct Slow<'a>(&'a [u8], usize);

    impl Read for Slow<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let len = buffer.len().min(self.1);
            self.0.read(&mut buffer[..len])
        }
    }

    fn all(text: &[u8], step: usize) -> Vec<Vec<u8>> {
        let mut source = Lines::new(Slow(text, step));
        let mut batch = Vec::new();
        let mut found = Vec::new();
        while source.next_batch(&mut batch).unwrap() {
            assert!(!batch.is_empty());
            found.extend(lines(&batch).map(<[u8]>::to_vec));
        }
        found
    }

    #[test]
    fn lines_whatever_the_steps() {
        let long = "ü".repeat(300_000);
        let text = format!("\u{FEFF}one\r\n\n\u{FEFF}three\n{long}\nfive\n{long}{long}\n\r\n\nlast");
        let cut = "ü".repeat(MAX_LINE_OCTETS / 2);
        let expected = ["one", "", "\u{FEFF}three", &cut, "five", &cut, "", "", "last"];
        for step in [2, 3, 7, 1000, 65_536, 1_000_000, usize::MAX] {
            let lines = all(text.as_bytes(), step);
            let lines: Vec<&str> = lines.iter().map(|line| std::str::from_utf8(line).unwrap()).collect();
            assert!(lines == expected, "step {step}: {} lines", lines.len());
        }
    }

    #[test]
    fn nothing_and_almost_nothing() {
        assert!(all(b"", 1).is_empty());
        assert!(all(BYTE_ORDER_MARK, 1).is_empty());
        assert_eq!(all(b"\n", 1), [b""]);
        assert_eq!(all(b"a", 1), [b"a"]);
        assert_eq!(all(b"\xEF\xBB", 1), [b"\xEF\xBB"]);
    }

    #[test]
    fn a_line_without_end_is_cut_once() {
        let text = vec![b'a'; 5 * BATCH_OCTETS];
        assert_eq!(all(&text, usize::MAX), [vec![b'a'; MAX_LINE_OCTETS]]);
    }
}
