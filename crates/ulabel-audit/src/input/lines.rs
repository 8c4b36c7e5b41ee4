//! Lines of octets, in batches of whole lines.

use std::io::{self, BufRead, BufReader, Read};

/// Octets of a line at most; what is beyond is cut off. It is far above what a pair of names can have.
pub const MAX_LINE_OCTETS: usize = 8192;

/// Octets that are read at once.
const BATCH_OCTETS: usize = 128 * 1024;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// The byte order marks of UTF-16.
const UTF_16_MARKS: [&[u8]; 2] = [b"\xFF\xFE", b"\xFE\xFF"];

/// Cuts a source into batches of whole lines.
#[derive(Debug)]
pub struct Lines<R> {
    reader: BufReader<R>,
    at_start: bool,
}

impl<R: Read> Lines<R> {
    /// The lines that a reader gives.
    pub fn new(reader: R) -> Self {
        Self { reader: BufReader::with_capacity(BATCH_OCTETS, reader), at_start: true }
    }

    /// Fills `batch` with the whole lines that can be had without waiting, or else with the next one; false if
    /// there is none. Each line has its end, but for the last. A line that is longer than
    /// [`MAX_LINE_OCTETS`] is cut somewhere behind.
    ///
    /// # Errors
    ///
    /// Those of reading; and if the text is UTF-16.
    pub fn next_batch(&mut self, batch: &mut Vec<u8>) -> io::Result<bool> {
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
pub fn lines(batch: &[u8]) -> impl Iterator<Item = &[u8]> {
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
pub(crate) fn cut(line: &[u8]) -> &[u8] {
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
