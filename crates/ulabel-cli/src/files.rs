//! Files that are read whole, never more of them than a bound.

use std::fs::{File, Metadata};
use std::io::Read;
use std::path::Path;

use crate::env::Env;
use crate::exit::Failure;

/// Opens a file; a directory is none.
pub(crate) fn open(path: &Path) -> Result<(File, Metadata), Failure> {
    let opened = File::open(path).and_then(|file| file.metadata().map(|metadata| (file, metadata)));
    match opened {
        Ok((_, metadata)) if metadata.is_dir() => Err(cannot_read(path, "it is a directory")),
        Ok(opened) => Ok(opened),
        Err(error) => Err(cannot_read(path, error)),
    }
}

/// The octets of a file, or of standard input for `-`. Of one that is longer than `limit` there is one octet
/// more than that.
pub(crate) fn octets(path: &Path, limit: u64, env: &mut Env) -> Result<Vec<u8>, Failure> {
    if path == Path::new("-") {
        return all_of(env.take_stdin(), path, limit);
    }
    all_of(open(path)?.0, path, limit)
}

/// The text of a file that is not longer than `limit` octets, without a byte order mark.
pub(crate) fn text(path: &Path, limit: u64) -> Result<String, Failure> {
    let octets = all_of(open(path)?.0, path, limit)?;
    if octets.len() as u64 > limit {
        return Err(cannot_read(path, format_args!("it has more than {limit} octets")));
    }
    match String::from_utf8(octets) {
        Ok(text) => Ok(text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text)),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            Err(cannot_read(path, format_args!("octet {at} is not UTF-8")))
        }
    }
}

fn all_of(source: impl Read, path: &Path, limit: u64) -> Result<Vec<u8>, Failure> {
    let mut octets = Vec::new();
    let read = source.take(limit + 1).read_to_end(&mut octets);
    read.map(|_| octets).map_err(|error| cannot_read(path, error))
}

fn cannot_read(path: &Path, reason: impl std::fmt::Display) -> Failure {
    Failure::new(format!("cannot read {}: {reason}", path.display()))
}
