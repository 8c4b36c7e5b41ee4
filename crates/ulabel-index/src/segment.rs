//! Segments: names and skeletons that do not change any more, in two sections.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::error::{IndexError, Result};
use crate::files::Files;
use crate::manifest::{SegmentEntry, names_path, skeletons_path};
use crate::merge::{NewestNames, SkeletonSums};
use crate::section::{Kind, Origin, Scan, Section, SectionWriter, Source};

/// A segment, open for reading.
#[derive(Debug)]
pub(crate) struct Segment {
    pub(crate) number: u64,
    pub(crate) names: Arc<Section>,
    pub(crate) skeletons: Arc<Section>,
}

impl Segment {
    pub(crate) fn open(
        files: &dyn Files,
        folder: &Path,
        origin: &Origin,
        entry: SegmentEntry,
    ) -> Result<Self> {
        let SegmentEntry { number, names, skeletons } = entry;
        let open = |path: &Path, kind, length| Section::open(files, path, kind, origin, length).map(Arc::new);
        Ok(Self {
            number,
            names: open(&names_path(folder, number), Kind::Names, names)?,
            skeletons: open(&skeletons_path(folder, number), Kind::Skeletons, skeletons)?,
        })
    }

    pub(crate) fn entry(&self) -> SegmentEntry {
        SegmentEntry { number: self.number, names: self.names.length(), skeletons: self.skeletons.length() }
    }

    /// The entries of names, removed ones and old ones too.
    pub(crate) fn entries(&self) -> u64 {
        self.names.entries()
    }

    pub(crate) fn section(&self, kind: Kind) -> &Arc<Section> {
        match kind {
            Kind::Names => &self.names,
            Kind::Skeletons => &self.skeletons,
        }
    }
}

/// Where a segment is made.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) files: Arc<dyn Files>,
    pub(crate) folder: std::path::PathBuf,
    pub(crate) origin: Origin,
}

impl Place {
    /// Writes a segment of sources of names and of skeletons, with at most so many entries, and opens it. Nothing is
    /// left of one that was not finished.
    pub(crate) fn write_segment(
        &self,
        number: u64,
        names: (u64, impl Source),
        skeletons: (u64, impl Source),
        stop: &AtomicBool,
    ) -> Result<Segment> {
        let written = (|| {
            let names = self.write_section(number, Kind::Names, names.0, names.1, stop)?;
            let skeletons = self.write_section(number, Kind::Skeletons, skeletons.0, skeletons.1, stop)?;
            let entry = SegmentEntry { number, names, skeletons };
            Segment::open(&*self.files, &self.folder, &self.origin, entry)
        })();
        if written.is_err() {
            self.remove_segment(number);
        }
        written
    }

    pub(crate) fn write_section(
        &self,
        number: u64,
        kind: Kind,
        expected: u64,
        mut source: impl Source,
        stop: &AtomicBool,
    ) -> Result<u64> {
        let path = match kind {
            Kind::Names => names_path(&self.folder, number),
            Kind::Skeletons => skeletons_path(&self.folder, number),
        };
        let mut writer = SectionWriter::new(&*self.files, &path, kind, &self.origin, expected)?;
        let mut count = 0_u32;
        while source.advance()? {
            writer.push(source.hash(), source.entry())?;
            count = count.wrapping_add(1);
            if count.is_multiple_of(1024) && stop.load(Ordering::Relaxed) {
                let source = std::io::ErrorKind::Interrupted.into();
                return Err(IndexError::Io { action: "go on writing", path, source });
            }
        }
        writer.finish()
    }

    /// Makes one segment of several, the newest first. If they are all there is, nothing is kept of names that were
    /// taken out.
    pub(crate) fn merge_segments(
        &self,
        number: u64,
        segments: &[Arc<Segment>],
        are_all: bool,
        stop: &AtomicBool,
    ) -> Result<Segment> {
        let scans = |kind| -> Vec<Scan> {
            segments.iter().map(|segment| Scan::new(segment.section(kind).clone())).collect()
        };
        let sum = |kind| segments.iter().map(|segment| segment.section(kind).entries()).sum();
        let names = NewestNames::new(scans(Kind::Names), !are_all)?;
        let skeletons = SkeletonSums::new(scans(Kind::Skeletons))?;
        self.write_segment(number, (sum(Kind::Names), names), (sum(Kind::Skeletons), skeletons), stop)
    }

    pub(crate) fn remove_segment(&self, number: u64) {
        // What cannot be removed now is left over, and removed when a writer opens the index.
        let _ = self.files.remove(&names_path(&self.folder, number));
        let _ = self.files.remove(&skeletons_path(&self.folder, number));
    }
}
