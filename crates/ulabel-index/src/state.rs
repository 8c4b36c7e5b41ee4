//! An index as its files have it at one moment.

use std::path::Path;
use std::sync::Arc;

use ulabel::decision::Decider;

use crate::entry::{Counts, Entry};
use crate::error::Result;
use crate::files::Files;
use crate::log::LogReader;
use crate::manifest::Manifest;
use crate::overlay::Overlay;
use crate::segment::Segment;
use crate::view::View;

/// Times that a reader begins again because a writer replaced the files in between.
const ATTEMPTS: usize = 20;

#[derive(Clone, Debug)]
pub(crate) struct State {
    pub(crate) manifest: Manifest,
    pub(crate) view: View,
    pub(crate) log: LogReader,
    /// Those of the manifest, and what the log says.
    pub(crate) counts: Counts,
}

impl State {
    /// Reads an index; segments of `known` that are still part of it are not opened again. Without a decider the
    /// tables are not compared.
    pub(crate) fn load(
        files: &dyn Files,
        folder: &Path,
        decider: Option<&Decider>,
        known: &[Arc<Segment>],
    ) -> Result<Self> {
        let mut attempts = ATTEMPTS;
        loop {
            let manifest = Manifest::read(files, folder)?;
            if let Some(decider) = decider {
                manifest.check_policy(folder, decider)?;
            }
            let generation = manifest.generation;
            match Self::load_of(files, folder, manifest, known) {
                // A writer has replaced the manifest, and removed what the old one named.
                Err(error)
                    if error.is_not_found()
                        && attempts > 0
                        && Manifest::read(files, folder).is_ok_and(|now| now.generation != generation) =>
                {
                    attempts -= 1;
                }
                state => return state,
            }
        }
    }

    fn load_of(files: &dyn Files, folder: &Path, manifest: Manifest, known: &[Arc<Segment>]) -> Result<Self> {
        let origin = &manifest.origin;
        let segments =
            manifest.segments.iter().map(|entry| match known.iter().find(|known| known.entry() == *entry) {
                Some(known) => Ok(known.clone()),
                None => Segment::open(files, folder, origin, *entry).map(Arc::new),
            });
        let segments = segments.collect::<Result<_>>()?;
        let log = LogReader::open(files, folder, origin, manifest.log)?;
        let view = View { seed: manifest.seed, overlay: Arc::default(), segments };
        let mut state = Self { counts: manifest.counts, manifest, view, log };
        state.read_log()?;
        Ok(state)
    }

    /// Reads what the log has more than before; true if there was something.
    pub(crate) fn read_log(&mut self) -> Result<bool> {
        let Self { view, log, counts, .. } = self;
        let before = log.end();
        let overlay = &mut view.overlay;
        log.read(&mut |change, entry| apply(Arc::make_mut(overlay), counts, change, entry))?;
        Ok(log.end() != before)
    }
}

/// Applies a change that is in the log.
pub(crate) fn apply(
    overlay: &mut Overlay,
    counts: &mut Counts,
    change: &crate::log::LogChange<'_>,
    entry: &Entry<'_>,
) {
    if let Some(prior) = change.prior {
        counts.subtract(prior);
    }
    if !entry.is_removed() {
        counts.add(entry);
    }
    overlay.apply(change, entry.is_removed());
}
