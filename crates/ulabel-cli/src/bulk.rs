//! Work on many names: constant memory, every processor busy, results in the order of the lines.

use std::time::Duration;

use ulabel::Verdict;
use ulabel_audit::work;

use crate::args::{BulkArguments, RunArguments};
use crate::counts::CodeCounts;
use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::input::{self, Batch, Input, Place};
use crate::output::ResultWriter;
use crate::progress::Progress;

/// The work on one line after another.
pub(crate) trait Work: Send + 'static {
    /// Works on one line and adds its results. Lines of files and of standard input have a place.
    fn line(&mut self, line: &[u8], place: Option<Place<'_>>, results: &mut Results);
}

/// The results of a stretch of lines.
#[derive(Debug, Default)]
pub(crate) struct Results {
    pub(crate) stdout: Vec<u8>,
    pub(crate) stderr: Vec<u8>,
    pub(crate) tally: Tally,
    /// What was found in them, where a command counts it.
    pub(crate) codes: CodeCounts,
    /// Octets of input these results are for.
    octets: u64,
}

/// How many names there were, by verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) valid: u64,
    pub(crate) review: u64,
    pub(crate) invalid: u64,
    /// How many of them could not be worked on to the end.
    pub(crate) failed: u64,
}

impl Tally {
    pub(crate) fn count(&mut self, verdict: Verdict) {
        match verdict {
            Verdict::Valid => self.valid += 1,
            Verdict::Review => self.review += 1,
            Verdict::Invalid => self.invalid += 1,
        }
    }

    pub(crate) const fn names(&self) -> u64 {
        self.valid + self.review + self.invalid
    }

    pub(crate) fn add(&mut self, other: Self) {
        self.valid += other.valid;
        self.review += other.review;
        self.invalid += other.invalid;
        self.failed += other.failed;
    }

    /// How a run with these names ends.
    const fn exit(&self, strict: bool) -> Exit {
        if self.failed > 0 {
            Exit::Failed
        } else if self.invalid > 0 || (strict && self.review > 0) {
            Exit::Invalid
        } else {
            Exit::Valid
        }
    }
}

/// A run of a command over names.
pub(crate) struct Run<'a> {
    pub(crate) input: Input,
    pub(crate) bulk: &'a BulkArguments,
    pub(crate) writer: ResultWriter,
    /// True if a name that needs a review counts as a failure.
    pub(crate) strict: bool,
}

/// The end of a run.
pub(crate) struct Ended {
    pub(crate) tally: Tally,
    pub(crate) codes: CodeCounts,
    pub(crate) exit: Exit,
    pub(crate) elapsed: Duration,
    /// True if a summary is wanted: the names came from files or standard input, and nobody asked for quiet.
    pub(crate) wants_summary: bool,
}

impl<'a> Run<'a> {
    /// The run that arguments ask for; rows of results have this heading.
    pub(crate) fn new(
        arguments: &'a RunArguments,
        heading: &'static [&'static str],
        env: &mut Env,
    ) -> Result<Self, Failure> {
        let input = input::open(&arguments.names, false, env)?;
        let writer = ResultWriter::new(arguments.format.format, heading);
        Ok(Self { input, bulk: &arguments.bulk, writer, strict: false })
    }

    /// Gives every name to workers and writes their results, in order. When nobody reads these any more, what
    /// is known so far decides on the exit status.
    pub(crate) fn work<W: Work>(self, env: &mut Env, make_worker: impl Fn() -> W) -> Result<Ended, Failure> {
        let Self { input, bulk, mut writer, strict } = self;
        let wants_summary = input.is_bulk && !bulk.quiet;
        let mut progress = Progress::new(input.octets, !wants_summary, env);
        let (mut tally, mut codes) = (Tally::default(), CodeCounts::default());
        let result = run(input, work::jobs(bulk.jobs), make_worker, |results, octets| {
            tally.add(results.tally);
            codes.add(&results.codes);
            progress.update(octets, tally.names());
            writer.write(&results.stdout, env)?;
            // What cannot be written to standard error is no reason to stop.
            let _ = env.stderr.write_all(&results.stderr);
            Ok(())
        });
        let elapsed = progress.finish();
        let exit = tally.exit(strict);
        match result.and_then(|()| writer.end(env)) {
            Ok(()) => Ok(Ended { tally, codes, exit, elapsed, wants_summary }),
            Err(Failure::Closed(_)) => Err(Failure::Closed(exit)),
            Err(failure) => Err(failure),
        }
    }
}

/// Results are handed on when they are this long, whatever the batch: the results of a line may be many
/// times its length.
const RESULT_OCTETS: usize = 1024 * 1024;

/// Runs every line of `input` through workers, `jobs` of them, and gives their results in order to
/// `write`, which may stop the run, with the octets of input that are done.
fn run<W: Work>(
    input: Input,
    jobs: usize,
    make_worker: impl Fn() -> W,
    mut write: impl FnMut(&Results, u64) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let jobs = if input.is_bulk { jobs } else { 1 };
    let mut done = 0;
    let mut take = |results: &mut Results| {
        done += results.octets;
        write(results, done)
    };
    let read = |first, hand_over: &mut work::HandOver<'_, Batch>| input.read(first, hand_over);
    work::run(jobs, read, || LineByLine(make_worker()), &mut take)
}

/// Works on the lines of a batch, one after the other.
struct LineByLine<W>(W);

impl<W: Work> work::Work for LineByLine<W> {
    type Batch = Batch;
    type Results = Results;

    fn work(
        &mut self,
        batch: &Batch,
        results: &mut Results,
        hand_on: &mut dyn FnMut(&mut Results) -> bool,
    ) -> bool {
        for (line, place) in batch.lines_with_place() {
            self.0.line(line, place, results);
            if results.stdout.len() + results.stderr.len() >= RESULT_OCTETS && !hand_on(results) {
                return false;
            }
        }
        results.octets = batch.octets() as u64;
        true
    }
}

impl work::Results for Results {
    fn clear(&mut self) {
        self.stdout.clear();
        self.stderr.clear();
        self.tally = Tally::default();
        self.codes.clear();
        self.octets = 0;
    }
}
