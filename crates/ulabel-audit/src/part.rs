//! What is found in a stretch of names.

use std::borrow::Cow;

use ulabel::report::LabelReport;
use ulabel::unicode::Script;
use ulabel::{Report, Verdict};

use crate::against::Changes;
use crate::counts::{Counts, Place};
use crate::details::Offence;
use crate::report::CodeKey;
use crate::work::Results;

/// What is found in a stretch of names; the places are in the order of the names.
#[derive(Debug, Default)]
pub(crate) struct Part {
    pub(crate) verdicts: Verdicts,
    pub(crate) codes: Counts<CodeKey>,
    pub(crate) kinds: Counts<&'static str>,
    pub(crate) scripts: Counts<String>,
    pub(crate) tables: Counts<String>,
    pub(crate) changes: Changes,
    pub(crate) offences: Vec<Offence>,
    /// The hashes of coarse keys and of skeletons.
    pub(crate) hashes: [Vec<u64>; 2],
    /// Octets of files, as they are stored, that were read for it.
    pub(crate) octets: u64,
}

/// How many names have which verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Verdicts {
    pub(crate) valid: u64,
    pub(crate) review: u64,
    pub(crate) invalid: u64,
}

impl Verdicts {
    pub(crate) const fn count(&mut self, verdict: Verdict) {
        match verdict {
            Verdict::Valid => self.valid += 1,
            Verdict::Review => self.review += 1,
            Verdict::Invalid => self.invalid += 1,
        }
    }

    pub(crate) const fn names(&self) -> u64 {
        self.valid + self.review + self.invalid
    }

    pub(crate) const fn add(&mut self, other: Self) {
        self.valid += other.valid;
        self.review += other.review;
        self.invalid += other.invalid;
    }
}

/// Where a name stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct At {
    pub(crate) file: usize,
    pub(crate) line: u64,
}

impl Part {
    /// Counts a report, with at most `most` places for each key.
    pub(crate) fn count(&mut self, report: &Report, at: At, most: usize) {
        let place = || Place { name: report.name(), file: at.file, line: at.line };
        self.verdicts.count(report.verdict());
        if let Some(label) = report.labels().first() {
            self.kinds.count(&label.label().kind().name(), most, place);
            self.scripts.count(&*scripts(label), most, place);
            for table in label.tables().into_iter().flatten() {
                self.tables.count(table, most, place);
            }
        }
        // A name counts once for each code.
        let mut known: Vec<CodeKey> = Vec::new();
        for finding in report.all_findings() {
            let key = CodeKey::of(finding);
            if !known.contains(&key) {
                self.codes.count(&key, most, place);
                known.push(key);
            }
        }
    }

    /// Takes over what was found in names that come later, but for offences and hashes.
    pub(crate) fn take(&mut self, other: &mut Self, most: usize) {
        self.verdicts.add(other.verdicts);
        self.codes.take(&mut other.codes, most);
        self.kinds.take(&mut other.kinds, most);
        self.scripts.take(&mut other.scripts, most);
        self.tables.take(&mut other.tables, most);
        self.changes.take(&mut other.changes, most);
    }
}

/// The codes of the scripts of a label, in order, with a blank between.
fn scripts(label: &LabelReport) -> Cow<'static, str> {
    // Nearly all labels are of ASCII.
    if let Some(text) = label.label().u_label().filter(|text| text.is_ascii()) {
        return if text.bytes().any(|octet| octet.is_ascii_alphabetic()) { "Latn".into() } else { "".into() };
    }
    let mut scripts: Vec<&str> = label.scripts().into_iter().map(Script::short_name).collect();
    scripts.sort_unstable();
    scripts.join(" ").into()
}

impl Results for Part {
    fn clear(&mut self) {
        let [mut coarse, mut skeletons] = std::mem::take(&mut self.hashes);
        coarse.clear();
        skeletons.clear();
        *self = Self { hashes: [coarse, skeletons], ..Self::default() };
    }
}
