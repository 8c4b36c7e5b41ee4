//! Files that are read whole, never more of them than a bound; and files that are written whole, or not at all.

use std::fs::{File, Metadata};
use std::io::{BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

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

/// A file that gets its name when it is whole: until then what had the name before stays.
pub(crate) struct NewFile {
    path: PathBuf,
    out: BufWriter<NamedTempFile>,
}

impl NewFile {
    /// A file that will have this name.
    pub(crate) fn create(path: &Path) -> Result<Self, Failure> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let made = match path.is_dir() {
            true => Err(std::io::Error::other("it is a directory")),
            false => NamedTempFile::new_in(folder.unwrap_or_else(|| Path::new("."))),
        };
        match made {
            Ok(file) => Ok(Self { path: path.into(), out: BufWriter::new(file) }),
            Err(error) => Err(cannot_write(path, error)),
        }
    }

    /// Gives it its name.
    pub(crate) fn finish(self) -> Result<(), Failure> {
        let Self { path, out } = self;
        let written = out.into_inner().map_err(std::io::IntoInnerError::into_error).and_then(|file| {
            file.as_file().sync_all()?;
            #[cfg(unix)]
            {
                // A temporary file is its owner's alone; a result is not.
                use std::os::unix::fs::PermissionsExt;
                file.as_file().set_permissions(std::fs::Permissions::from_mode(0o644))?;
            }
            file.persist(&path).map_err(|error| error.error)
        });
        written.map(drop).map_err(|error| cannot_write(&path, error))
    }
}

impl Write for NewFile {
    fn write(&mut self, octets: &[u8]) -> std::io::Result<usize> {
        self.out.write(octets)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.out.flush()
    }
}

fn cannot_write(path: &Path, reason: impl std::fmt::Display) -> Failure {
    Failure::new(format!("cannot write {}: {reason}", path.display()))
}
