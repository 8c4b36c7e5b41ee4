//! The audit: names read, judged by every processor, counted.

use std::io;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::Arc;

use ulabel::Report;
use ulabel::decision::NameRecord;
use ulabel::policy::SameEntity;
use ulabel::unicode::UNICODE_VERSION;

use crate::collisions::{Gathered, Gatherer, Grouping, KeyHasher, SharedHashes};
use crate::details::Offence;
use crate::error::InputError;
use crate::hashes::Hashes;
use crate::holders::Sets;
use crate::input::Batch;
use crate::judge::{Judge, Judges};
use crate::part::{At, Part};
use crate::report::{Against, AuditReport, Rules};
use crate::source::Source;
use crate::work::{self, HandOver, Work};

/// What is asked of an audit.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct AuditOptions {
    /// The rules that names are held to.
    pub judge: Judge,
    /// Other rules, and what they are called: the report says what they would change.
    pub against: Option<(Judge, String)>,
    /// True to find names that collide; the files are then read twice.
    pub collisions: bool,
    /// Places and groups that are told as examples, of each kind.
    pub examples: usize,
    /// Octets of memory for the keys of names, of which each takes eight; what is beyond is sorted on the disk.
    pub memory: usize,
    /// The folder for what does not fit into memory, and for a copy of input that can be read once only.
    pub folder: PathBuf,
    /// Threads that judge names; as many as there are processors if it is not said.
    pub jobs: Option<NonZeroUsize>,
}

impl AuditOptions {
    /// An audit under these rules, without collisions.
    #[must_use]
    pub fn new(judge: Judge) -> Self {
        Self {
            judge,
            against: None,
            collisions: false,
            examples: 5,
            memory: 1 << 30,
            folder: std::env::temp_dir(),
            jobs: None,
        }
    }
}

/// What happens on the way.
pub trait Observer {
    /// So many octets of the files, as they are stored, and so many names are done.
    fn progress(&mut self, octets: u64, names: u64) {
        let _ = (octets, names);
    }

    /// A name has something against it.
    ///
    /// # Errors
    ///
    /// Whatever is to end the audit.
    fn offence(&mut self, offence: &Offence) -> io::Result<()> {
        let _ = offence;
        Ok(())
    }

    /// A name of a set that several hold, marked as exempted, or as the primary that is proposed.
    ///
    /// # Errors
    ///
    /// Whatever is to end the audit.
    fn exempted(&mut self, record: &NameRecord) -> io::Result<()> {
        let _ = record;
        Ok(())
    }
}

/// An observer that does not look.
impl Observer for () {}

/// The records of who holds names.
pub type Owners<'a> = &'a mut dyn Iterator<Item = Result<NameRecord, String>>;

/// Why an audit stopped before its end.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AuditError {
    /// Names cannot be read.
    #[error(transparent)]
    Input(#[from] InputError),
    /// Keys do not fit into memory, and cannot be sorted on the disk.
    #[error("cannot sort keys in {folder}: {error}", folder = .0.display(), error = .1)]
    Sorting(PathBuf, io::Error),
    /// What was found could not be written.
    #[error("cannot write: {0}")]
    Output(io::Error),
    /// The records of holders cannot be read.
    #[error("{0}")]
    Owners(String),
}

/// Holds the names of all sources to rules.
///
/// ```
/// use ulabel::Checker;
/// use ulabel_audit::input::InputFormat;
/// use ulabel_audit::{AuditOptions, Judge, Source, audit};
///
/// let zone = "$ORIGIN example.\n@ SOA . . 1 1 1 1 1\nxn--bcher-kva NS ns\nxn--0 NS ns\n";
/// let format = InputFormat::Zone { origin: None };
/// let source = Source::reader(Box::new(zone.as_bytes()), "zone", format);
/// let options = AuditOptions::new(Judge::One(Checker::registration().into()));
/// let report = audit(vec![source], &options, None, &mut ()).unwrap();
/// assert_eq!((report.names, report.valid, report.invalid), (2, 1, 1));
/// assert_eq!(report.codes[0].key.code, "ace.bad-punycode");
/// assert_eq!((&*report.codes[0].examples[0].name, report.codes[0].examples[0].line), ("xn--0.example", 4));
/// ```
///
/// # Errors
///
/// If a source cannot be read to its end; if there is no room for what does not fit into memory; if the observer ends it.
pub fn audit(
    sources: Vec<Source>,
    options: &AuditOptions,
    owners: Option<Owners<'_>>,
    observer: &mut dyn Observer,
) -> Result<AuditReport, AuditError> {
    let mut sources = sources;
    let finds_collisions = options.collisions || owners.is_some();
    for source in &mut sources {
        if finds_collisions || source.needs_file() {
            source.keep(&options.folder)?;
        }
    }
    let files: Vec<String> = sources.iter().map(|source| source.name().to_owned()).collect();
    let shared_sources = Arc::new(std::sync::Mutex::new(sources));
    let hasher = KeyHasher::default();
    let sorting = |error| AuditError::Sorting(options.folder.clone(), error);

    // Two keys of each name, in equal parts.
    let hashes = || Hashes::new(options.memory / 2, &options.folder);
    let mut found = Part::default();
    let mut keys = [hashes(), hashes()];
    let mut octets = 0;
    let make_auditor = || Auditor {
        judges: Judges::new(&options.judge),
        against: options.against.as_ref().map(|(judge, _)| Judges::new(judge)),
        reports: [Report::new(), Report::new()],
        hasher: finds_collisions.then(|| hasher.clone()),
        examples: options.examples,
    };
    let mut take = |part: &mut Part| {
        found.take(part, options.examples);
        for (keys, hashes) in keys.iter_mut().zip(&part.hashes) {
            keys.extend(hashes).map_err(sorting)?;
        }
        octets += part.octets;
        observer.progress(octets, found.verdicts.names());
        part.offences.iter().try_for_each(|offence| observer.offence(offence)).map_err(AuditError::Output)
    };
    work::run(work::jobs(options.jobs), read_all(&shared_sources), make_auditor, &mut take)?;

    let mut sets = Sets::new();
    let collisions = match finds_collisions {
        false => None,
        true => {
            let [coarse, skeletons] = keys;
            let shared = [coarse.shared().map_err(sorting)?, skeletons.shared().map_err(sorting)?];
            let shared: SharedHashes = Arc::new(shared);
            let mut grouping = Grouping::new(&options.judge);
            let make_gatherer = || Gatherer {
                judges: Judges::new(&options.judge),
                hasher: hasher.clone(),
                shared: shared.clone(),
            };
            let mut octets = 0;
            let names = found.verdicts.names();
            let mut take = |gathered: &mut Gathered| {
                grouping.take(gathered);
                octets += gathered.octets;
                observer.progress(octets, names);
                Ok(())
            };
            if shared.iter().any(|shared| !shared.is_empty()) {
                work::run(work::jobs(options.jobs), read_all(&shared_sources), make_gatherer, &mut take)?;
            }
            Some(grouping.groups(options.examples, &mut |names| sets.add(names)))
        }
    };
    let holders = match owners {
        None => None,
        Some(records) => {
            let counts = same_entity(&options.judge);
            let mut exempt =
                |record: NameRecord| observer.exempted(&record).map_err(|error| error.to_string());
            Some(sets.held(records, counts, options.examples, &mut exempt).map_err(AuditError::Owners)?)
        }
    };
    Ok(report(files, found, options, collisions, holders))
}

/// What counts as one holder under the rules.
fn same_entity(judge: &Judge) -> SameEntity {
    let policy = match judge {
        Judge::One(checker) => checker.policy(),
        Judge::ByDomain(_) => None,
    };
    policy.and_then(|policy| policy.policy().variants.same_entity).unwrap_or(SameEntity::Both)
}

fn report(
    files: Vec<String>,
    found: Part,
    options: &AuditOptions,
    collisions: Option<crate::report::Collisions>,
    holders: Option<crate::report::Holders>,
) -> AuditReport {
    let Part { verdicts, codes, kinds, scripts, tables, changes, .. } = found;
    let against = options.against.as_ref().map(|(_, rules)| {
        let verdicts = changes.verdicts.into_sorted();
        let refused = verdicts.iter().filter(|count| count.key.to == "invalid");
        Against {
            rules: rules.clone(),
            exempted: refused.map(|count| count.names).sum(),
            verdicts,
            codes: changes.codes.into_sorted(),
            dispositions: changes.dispositions.into_sorted(),
            variant_sets: changes.variant_sets.into_sorted().into_iter().next(),
        }
    });
    AuditReport {
        version: env!("CARGO_PKG_VERSION"),
        unicode: UNICODE_VERSION.to_string(),
        rules: Rules::of(&options.judge),
        date: None,
        files,
        names: verdicts.names(),
        valid: verdicts.valid,
        review: verdicts.review,
        invalid: verdicts.invalid,
        codes: codes.into_sorted(),
        kinds: kinds.into_sorted(),
        scripts: scripts.into_sorted(),
        tables: tables.into_sorted(),
        collisions,
        against,
        holders,
    }
}

type SharedSources = Arc<std::sync::Mutex<Vec<Source>>>;

/// Reads every source, one after the other.
fn read_all(
    sources: &SharedSources,
) -> impl FnOnce(Batch, &mut HandOver<'_, Batch>) -> Result<(), AuditError> + Send + 'static + use<> {
    let sources = sources.clone();
    move |first, hand_over| {
        let mut sources = sources.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let mut batch = first;
        for (number, source) in sources.iter_mut().enumerate() {
            let mut reader = source.open(number)?;
            while reader.next_batch(&mut batch)? {
                let Some(next) = hand_over(batch) else { return Ok(()) };
                batch = next;
            }
        }
        Ok(())
    }
}

/// Judges names, batch by batch.
struct Auditor {
    judges: Judges,
    against: Option<Judges>,
    reports: [Report; 2],
    /// There is one where keys are wanted.
    hasher: Option<KeyHasher>,
    examples: usize,
}

impl Work for Auditor {
    type Batch = Batch;
    type Results = Part;

    fn work(&mut self, batch: &Batch, part: &mut Part, _: &mut dyn FnMut(&mut Part) -> bool) -> bool {
        part.octets = batch.octets_read();
        for (name, line) in batch.names() {
            self.name(name, At { file: batch.file(), line }, part);
        }
        true
    }
}

impl Auditor {
    fn name(&mut self, name: &[u8], at: At, part: &mut Part) {
        let Self { judges, against, reports: [report, other], hasher, examples } = self;
        let number = judges.find(name);
        let Some(rules) = judges.rules(number) else { return };
        rules.checker.check_bytes_into(name, report);
        part.count(report, at, *examples);
        part.offences.extend(Offence::of(report, at));
        if let Some(hasher) = hasher {
            rules.keys.take_bytes(name);
            for (hashes, hash) in part.hashes.iter_mut().zip(hasher.hashes(&rules.keys)) {
                hashes.extend(hash);
            }
        }
        let Some(against) = against else { return };
        let number = against.find(name);
        if let Some(rules) = against.rules(number) {
            rules.checker.check_bytes_into(name, other);
            part.changes.count(report, other, at, *examples);
        }
    }
}
