//! The rulesets of a folder: read when they are asked for, kept as long as their files do not change.

use std::fmt;
use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

use axum::http::StatusCode;
use quick_cache::sync::{Cache, DefaultLifecycle, GuardResult};
use quick_cache::{DefaultHashBuilder, OptionsBuilder, Weighter};
use ulabel::lgr::{self, CompiledLgr, Strictness};

use super::options::LgrServerOptions;
use super::reply::{Failure, Refusal};
use super::target::unknown_ruleset;
use crate::limits::Limits;

/// Octets of a ruleset, at most.
const MAX_OCTETS: u64 = 64 << 20;

/// Rulesets that are expected to be kept.
const EXPECTED: usize = 256;

/// The rulesets that are served as LGR Server does.
pub struct LgrServer {
    options: LgrServerOptions,
    rulesets: Cache<Key, Arc<Ruleset>, Octets>,
}

/// A set and a tag.
type Key = (String, String);

/// A ruleset that was read.
struct Ruleset {
    version: FileVersion,
    /// None for a file that cannot be used, so that it is read once as others are.
    compiled: Option<Arc<CompiledLgr>>,
}

/// What changes when a file does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct FileVersion {
    octets: u64,
    modified: Option<SystemTime>,
    /// Device and number: another file may have been moved to the place.
    identity: (u64, u64),
}

impl FileVersion {
    fn of(metadata: &Metadata) -> Self {
        #[cfg(unix)]
        let identity = {
            use std::os::unix::fs::MetadataExt;
            (metadata.dev(), metadata.ino())
        };
        #[cfg(not(unix))]
        let identity = (0, 0);
        Self { octets: metadata.len(), modified: metadata.modified().ok(), identity }
    }
}

/// A ruleset weighs as much as its file.
#[derive(Clone)]
struct Octets;

impl Weighter<Key, Arc<Ruleset>> for Octets {
    fn weight(&self, _: &Key, ruleset: &Arc<Ruleset>) -> u64 {
        ruleset.version.octets.max(1)
    }
}

impl LgrServer {
    pub(crate) fn new(options: LgrServerOptions, limits: &Limits) -> Self {
        let cache = OptionsBuilder::new()
            .estimated_items_capacity(EXPECTED)
            .weight_capacity(limits.ruleset_octets)
            // With several, each would have a part of the room, and a large ruleset none in its own.
            .shards(1)
            .build();
        let rulesets = match cache {
            Ok(cache) => {
                Cache::with_options(cache, Octets, DefaultHashBuilder::default(), DefaultLifecycle::default())
            }
            // Only where an option is missing that it asks for.
            Err(_) => Cache::with_weighter(EXPECTED, limits.ruleset_octets, Octets),
        };
        Self { options, rulesets }
    }

    /// The options.
    #[must_use]
    pub const fn options(&self) -> &LgrServerOptions {
        &self.options
    }

    /// True if there is a set of that name.
    pub(super) fn has_set(&self, set: &str) -> bool {
        self.options.rulesets.join(set).is_dir()
    }

    /// Reads every ruleset anew when it is asked for next.
    pub(crate) fn forget(&self) {
        self.rulesets.clear();
    }

    /// The ruleset of a set with a tag; both have been found to be plain names.
    pub(super) fn ruleset(&self, set: &str, tag: &str) -> Result<Arc<CompiledLgr>, Failure> {
        let path = self.options.rulesets.join(set).join(format!("{tag}.xml"));
        let metadata = fs::metadata(&path).ok().filter(Metadata::is_file);
        let Some(metadata) = metadata else { return Err(unknown_ruleset(tag).into()) };
        let version = FileVersion::of(&metadata);
        let key = (set.to_owned(), tag.to_owned());
        let is_old = |ruleset: &Arc<Ruleset>| ruleset.version != version;
        if self.rulesets.peek(&key).is_some_and(|ruleset| is_old(&ruleset)) {
            self.rulesets.remove_if(&key, is_old);
        }
        let ruleset = match self.rulesets.get_value_or_guard(&key, None) {
            GuardResult::Value(ruleset) => ruleset,
            GuardResult::Guard(guard) => {
                let ruleset = Arc::new(read(&path, version));
                // Nobody else has put one there: that is what the guard is for.
                let _ = guard.insert(ruleset.clone());
                ruleset
            }
            GuardResult::Timeout => Arc::new(read(&path, version)),
        };
        let unusable = || Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, format!("Unusable LGR '{tag}'"));
        ruleset.compiled.clone().ok_or_else(|| self.unusable(unusable()))
    }

    /// The failure of a ruleset that is none; LGR Server gives no answer.
    fn unusable(&self, refusal: Refusal) -> Failure {
        if self.options.is_compatible { Failure::NoAnswer } else { refusal.into() }
    }
}

impl fmt::Debug for LgrServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LgrServer").field("options", &self.options).finish_non_exhaustive()
    }
}

/// Reads a ruleset. What is wrong with it goes to the log, once for each version of the file.
fn read(path: &Path, version: FileVersion) -> Ruleset {
    let octets = octets(path).map_err(|error| error.to_string());
    let compiled = octets.and_then(|octets| {
        let reading = lgr::read(&octets, Strictness::Strict).map_err(|refused| refused.to_string())?;
        CompiledLgr::new(&reading.lgr).map_err(|error| error.to_string())
    });
    if let Err(reason) = &compiled {
        tracing::error!(path = %path.display(), reason, "a ruleset cannot be used");
    }
    Ruleset { version, compiled: compiled.ok().map(Arc::new) }
}

fn octets(path: &Path) -> io::Result<Vec<u8>> {
    let mut octets = Vec::new();
    File::open(path)?.take(MAX_OCTETS + 1).read_to_end(&mut octets)?;
    Ok(octets)
}
