//! Policies by name or file, for every command that takes one.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use ulabel::policy::{self, CompiledPolicy, Fault, MAX_POLICY_OCTETS, Policy, Refused, Status, builtin};

use crate::exit::Failure;

/// Octets of a list of names, or of another file that a policy names, at most.
const MAX_FILE_OCTETS: u64 = 256 << 20;

/// A policy, and the folder that the files it names are looked for in.
pub(crate) struct Found {
    pub(crate) policy: Policy,
    pub(crate) folder: PathBuf,
}

/// The policy that is built in for a top-level domain or an ISO 3166-1 code.
pub(crate) fn of_tld(tld: &str) -> Result<Found, Failure> {
    match builtin::find(tld) {
        Some(builtin) => {
            let policy = builtin.policy().map_err(|refused| Failure::new(refused.to_string()))?;
            Ok(Found { policy, folder: PathBuf::new() })
        }
        None => Err(Failure::new(format!(
            "no policy is built in for {}, expected a country-code top-level domain or an ISO 3166-1 code; see `ulabel policy list`",
            ulabel::text::escape(tld)
        ))),
    }
}

/// A policy that is built in, or the one in a file; a file that is there goes first.
pub(crate) fn of_id_or_file(name: &str) -> Result<Found, Failure> {
    let path = Path::new(name);
    let is_path = path.is_file() || path.extension().is_some() || path.components().count() > 1;
    if !is_path {
        return of_tld(name);
    }
    let text = read_text(path, MAX_POLICY_OCTETS as u64)?;
    let reading = policy::read(&text).map_err(|refused| Failure::new(told(path, &refused)))?;
    Ok(Found { policy: reading.policy, folder: path.parent().map(Path::to_path_buf).unwrap_or_default() })
}

impl Found {
    /// Compiles it, with the files that it names.
    pub(crate) fn compile(&self) -> Result<CompiledPolicy, Refused> {
        CompiledPolicy::with_files(&self.policy, &mut |name| {
            read_text(&self.folder.join(name), MAX_FILE_OCTETS).map_err(|failure| match failure {
                Failure::Message(message) => message,
                Failure::Closed(_) => String::new(),
            })
        })
    }

    /// What a user of the policy should be told before its results.
    pub(crate) fn notice(&self) -> Option<String> {
        let tld = self.policy.tlds.first()?;
        (self.policy.status == Status::Derived).then(|| {
            format!(
                "note: the policy of .{tld} is derived from public data, a start; the registry has the last word"
            )
        })
    }
}

/// The faults of a policy file, a line each, with its name.
pub(crate) fn told(path: &Path, refused: &Refused) -> String {
    let line = |fault: &Fault| format!("{}:{}{}", path.display(), place(fault), fault.sentence());
    refused.faults().iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The place of a fault, before what is said of it.
pub(crate) fn place(fault: &Fault) -> String {
    fault.position().map_or_else(String::new, |at| format!("{at}: "))
}

/// The text of a file, bounded.
pub(crate) fn read_text(path: &Path, limit: u64) -> Result<String, Failure> {
    let cannot =
        |reason: &dyn std::fmt::Display| Failure::new(format!("cannot read {}: {reason}", path.display()));
    let mut octets = Vec::new();
    let file = File::open(path).map_err(|error| cannot(&error))?;
    file.take(limit + 1).read_to_end(&mut octets).map_err(|error| cannot(&error))?;
    if octets.len() as u64 > limit {
        return Err(cannot(&format_args!("it has more than {limit} octets")));
    }
    match String::from_utf8(octets) {
        Ok(text) => Ok(text.strip_prefix('\u{FEFF}').map_or_else(|| text.clone(), str::to_owned)),
        Err(error) => Err(cannot(&format_args!("octet {} is not UTF-8", error.utf8_error().valid_up_to()))),
    }
}
