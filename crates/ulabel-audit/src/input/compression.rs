//! Input that is compressed, as its first octets tell.

use std::io::{self, Cursor, Read};
use std::sync::mpsc::{self, Receiver};
use std::thread;

use flate2::read::MultiGzDecoder;
use ruzstd::decoding::StreamingDecoder;

/// Octets that are handed on at once.
const CHUNK_OCTETS: usize = 256 * 1024;

/// Chunks that wait to be read.
const WAITING: usize = 4;

/// The octets of a file, decompressed if they are compressed by gzip (RFC 1952) or zstd (RFC 8878).
pub(super) fn decompressed(mut reader: Box<dyn Read + Send>) -> io::Result<Box<dyn Read + Send>> {
    let mut start = Vec::new();
    reader.by_ref().take(4).read_to_end(&mut start)?;
    let is_gzip = start.starts_with(b"\x1F\x8B");
    let is_zstd = start == b"\x28\xB5\x2F\xFD";
    let whole = Box::new(Cursor::new(start).chain(reader));
    if is_gzip {
        return Ok(Box::new(Ahead::new(move || Ok(MultiGzDecoder::new(whole)), "gzip")));
    }
    if is_zstd {
        let open = move || StreamingDecoder::new(whole).map_err(io::Error::other);
        return Ok(Box::new(Ahead::new(open, "zstd")));
    }
    Ok(whole)
}

/// A source that is read ahead by a thread of its own, so that one decompresses while another reads lines.
struct Ahead {
    chunks: Receiver<io::Result<Vec<u8>>>,
    chunk: Cursor<Vec<u8>>,
}

impl Ahead {
    /// `open` makes the source, in the thread.
    fn new<R: Read>(open: impl FnOnce() -> io::Result<R> + Send + 'static, format: &'static str) -> Self {
        let (sender, chunks) = mpsc::sync_channel(WAITING);
        thread::spawn(move || {
            let named = |error: io::Error| match error.kind() {
                io::ErrorKind::UnexpectedEof => {
                    io::Error::new(error.kind(), format!("it is compressed by {format} and cut short"))
                }
                _ => io::Error::new(error.kind(), format!("it is compressed by {format}: {error}")),
            };
            let mut source = match open() {
                Ok(source) => source,
                Err(error) => {
                    let _ = sender.send(Err(named(error)));
                    return;
                }
            };
            loop {
                let mut chunk = Vec::with_capacity(CHUNK_OCTETS);
                let read = source.by_ref().take(CHUNK_OCTETS as u64).read_to_end(&mut chunk);
                // What was read before a fault is handed on before it.
                let is_over = chunk.is_empty();
                if !is_over && sender.send(Ok(chunk)).is_err() {
                    return;
                }
                match read {
                    Ok(_) if is_over => return,
                    Ok(_) => {}
                    Err(error) => {
                        let _ = sender.send(Err(named(error)));
                        return;
                    }
                }
            }
        });
        Self { chunks, chunk: Cursor::default() }
    }
}

impl Read for Ahead {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let read = self.chunk.read(buffer)?;
            if read > 0 || buffer.is_empty() {
                return Ok(read);
            }
            match self.chunks.recv() {
                Ok(chunk) => self.chunk = Cursor::new(chunk?),
                Err(_) => return Ok(0),
            }
        }
    }
}
