//! What an index holds, and what it takes.

use std::path::Path;

use serde::ser::{Serialize, SerializeStruct, Serializer};
use ulabel::decision::NameState;

use crate::entry::STATES;
use crate::error::Result;
use crate::files::DiskFiles;
use crate::state::State;

/// What an index holds, and what it takes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Stats {
    /// The id of the policy that the index was made under.
    pub policy: String,
    /// The digest of what keys depend on (SHA-256).
    pub digest: [u8; 32],
    /// The number of names in each state.
    pub names: Vec<(NameState, u64)>,
    /// Octets of all names and their holders, originals and tables.
    pub text_octets: u64,
    /// Octets of all files.
    pub file_octets: u64,
    /// Names that changed since the last segment.
    pub in_log: u64,
    /// Entries of each segment, the newest first; old entries and those of names taken out are among them.
    pub segments: Vec<u64>,
}

impl Stats {
    /// Reads the stats of the index in a folder, under whichever policy it was made.
    ///
    /// # Errors
    ///
    /// As for [`Index::open`](crate::Index::open).
    pub fn read(folder: impl AsRef<Path>) -> Result<Self> {
        Ok(Self::of(&State::load(&DiskFiles, folder.as_ref(), None, &[])?))
    }

    pub(crate) fn of(state: &State) -> Self {
        let segments = &state.view.segments;
        let files = segments.iter().map(|segment| segment.names.length() + segment.skeletons.length());
        Self {
            policy: state.manifest.policy.clone(),
            digest: state.manifest.origin.digest,
            names: STATES.into_iter().zip(state.counts.by_state).collect(),
            text_octets: state.counts.text_octets,
            file_octets: files.sum::<u64>() + state.log.end(),
            in_log: state.view.overlay.len() as u64,
            segments: segments.iter().map(|segment| segment.entries()).collect(),
        }
    }

    /// The number of all names.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.names.iter().map(|(_, count)| count).sum()
    }

    /// Octets of the files for each name, beside the name and its holder.
    #[must_use]
    pub fn overhead(&self) -> f64 {
        let more = self.file_octets as f64 - self.text_octets as f64;
        more / self.count().max(1) as f64
    }
}

/// Writes it as `ulabel index stats --format json` does.
impl Serialize for Stats {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let digest: String = self.digest.iter().map(|octet| format!("{octet:02x}")).collect();
        let mut out = serializer.serialize_struct("Stats", 9)?;
        out.serialize_field("policy", &self.policy)?;
        out.serialize_field("digest", &digest)?;
        out.serialize_field("names", &self.count())?;
        out.serialize_field("states", &States(&self.names))?;
        out.serialize_field("file_octets", &self.file_octets)?;
        out.serialize_field("text_octets", &self.text_octets)?;
        out.serialize_field("octets_beside_a_name", &self.overhead())?;
        out.serialize_field("in_log", &self.in_log)?;
        out.serialize_field("segments", &self.segments)?;
        out.end()
    }
}

struct States<'a>(&'a [(NameState, u64)]);

impl Serialize for States<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(state, count)| (state.name(), count)))
    }
}
