//! Work on many lines: constant memory, every processor busy, results in the order of the lines.
//!
//! One thread reads batches of whole lines and deals them out to the workers in turn; the results are
//! taken from the workers in the same turn, so their order is that of the lines. Every channel is
//! bounded and every buffer goes back to where it came from.
//!
//! No crate does this: `rayon` gives up the order or wants all input at once, and `pariter` pulls input in the
//! thread that takes the results, so that a name from a slow source is not answered before others follow.

use std::num::NonZeroUsize;
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread;
use std::time::Duration;

use ulabel::Verdict;

use crate::args::{BulkArguments, RunArguments};
use crate::env::Env;
use crate::exit::{Exit, Failure};
use crate::input::{self, Input};
use crate::output::ResultWriter;
use crate::progress::Progress;

/// The work on one line after another.
pub(crate) trait Work: Send + 'static {
    /// Works on one line and adds its results.
    fn line(&mut self, line: &[u8], results: &mut Results);
}

/// The results of a stretch of lines.
#[derive(Debug, Default)]
pub(crate) struct Results {
    pub(crate) stdout: Vec<u8>,
    pub(crate) stderr: Vec<u8>,
    pub(crate) tally: Tally,
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
        let mut tally = Tally::default();
        let result = run(input, jobs(bulk.jobs), make_worker, |results, octets| {
            tally.add(results.tally);
            progress.update(octets, tally.names());
            writer.write(&results.stdout, env)?;
            // What cannot be written to standard error is no reason to stop.
            let _ = env.stderr.write_all(&results.stderr);
            Ok(())
        });
        let elapsed = progress.finish();
        let exit = tally.exit(strict);
        match result.and_then(|()| writer.end(env)) {
            Ok(()) => Ok(Ended { tally, exit, elapsed, wants_summary }),
            Err(Failure::Closed(_)) => Err(Failure::Closed(exit)),
            Err(failure) => Err(failure),
        }
    }
}

/// Results are handed on when they are this long, whatever the batch: the results of a line may be many
/// times its length.
const RESULT_OCTETS: usize = 1024 * 1024;

/// Batches that wait before or behind a worker.
const WAITING: usize = 1;

/// From a worker to the one who writes.
enum Message {
    Results(Results),
    /// The batch is done; the next comes from the next worker.
    EndOfBatch,
    /// Reading failed behind all that was handed on before.
    Failed(Failure),
}

/// Runs every line of `input` through workers, `jobs` of them, and gives their results in order to
/// `write`, which may stop the run, with the octets of input that are done.
fn run<W: Work>(
    input: Input,
    jobs: usize,
    make_worker: impl Fn() -> W,
    mut write: impl FnMut(&Results, u64) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut done = 0;
    let mut take = |results: &Results| {
        done += results.octets;
        write(results, done)
    };
    if !input.is_bulk || jobs == 1 {
        run_here(input, make_worker(), &mut take)
    } else {
        run_on_threads(input, jobs, make_worker, &mut take)
    }
}

/// Runs all of it in this thread.
fn run_here(
    input: Input,
    mut worker: impl Work,
    take: &mut impl FnMut(&Results) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut results = Results::default();
    let mut stopped = Ok(());
    input.read(Vec::new(), |batch| {
        let mut hand_on = |results: &mut Results| {
            stopped = take(results);
            results.clear();
            stopped.is_ok()
        };
        work_on(&batch, &mut worker, &mut results, &mut hand_on).then_some(batch)
    })?;
    stopped
}

/// Works on the lines of a batch; false if nobody wants more.
fn work_on(
    batch: &[u8],
    worker: &mut impl Work,
    results: &mut Results,
    hand_on: &mut impl FnMut(&mut Results) -> bool,
) -> bool {
    for line in input::lines(batch) {
        worker.line(line, results);
        if results.stdout.len() + results.stderr.len() >= RESULT_OCTETS && !hand_on(results) {
            return false;
        }
    }
    results.octets = batch.len() as u64;
    hand_on(results)
}

impl Results {
    fn clear(&mut self) {
        self.stdout.clear();
        self.stderr.clear();
        self.tally = Tally::default();
        self.octets = 0;
    }
}

/// The ends of a worker's channels that others hold.
struct Lane {
    batches: SyncSender<Result<Vec<u8>, Failure>>,
    results: Receiver<Message>,
    /// Where results go to be filled again.
    emptied: SyncSender<Results>,
}

/// The threads are not waited for: when nobody takes the results any more, the reader may still hang on
/// a source that gives nothing.
fn run_on_threads<W: Work>(
    input: Input,
    jobs: usize,
    make_worker: impl Fn() -> W,
    take: &mut impl FnMut(&Results) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let (buffers_back, buffers) = mpsc::channel();
    for _ in 0..jobs * (WAITING + 2) {
        // The receiver is here.
        let _ = buffers_back.send(Vec::new());
    }
    let lanes: Vec<Lane> = (0..jobs).map(|_| start_worker(make_worker(), buffers_back.clone())).collect();
    let batches: Vec<_> = lanes.iter().map(|lane| lane.batches.clone()).collect();
    thread::spawn(move || read(input, &batches, &buffers));
    let lanes: Vec<_> = lanes.into_iter().map(|lane| (lane.results, lane.emptied)).collect();
    for (results, emptied) in lanes.iter().cycle() {
        loop {
            match results.recv() {
                Ok(Message::Results(mut results)) => {
                    take(&results)?;
                    results.clear();
                    let _ = emptied.try_send(results);
                }
                Ok(Message::EndOfBatch) => break,
                Ok(Message::Failed(failure)) => return Err(failure),
                // No more batches came to this worker, so none came to those after it.
                Err(_) => return Ok(()),
            }
        }
    }
    Ok(())
}

/// Deals batches out to the workers in turn.
fn read(input: Input, batches: &[SyncSender<Result<Vec<u8>, Failure>>], buffers: &Receiver<Vec<u8>>) {
    let mut turn = batches.iter().cycle();
    let Ok(first) = buffers.recv() else { return };
    let result = input.read(first, |batch| {
        turn.next()?.send(Ok(batch)).ok()?;
        buffers.recv().ok()
    });
    if let (Err(failure), Some(next)) = (result, turn.next()) {
        // When nobody is there to hear it, nobody asked.
        let _ = next.send(Err(failure));
    }
}

fn start_worker(mut worker: impl Work, buffers_back: mpsc::Sender<Vec<u8>>) -> Lane {
    let (batches, to_do) = mpsc::sync_channel::<Result<Vec<u8>, Failure>>(WAITING);
    let (done, results) = mpsc::sync_channel(WAITING + 1);
    let (emptied, to_fill) = mpsc::sync_channel(WAITING + 2);
    thread::spawn(move || {
        let mut results = Results::default();
        for batch in to_do {
            let batch = match batch {
                Ok(batch) => batch,
                Err(failure) => {
                    let _ = done.send(Message::Failed(failure));
                    return;
                }
            };
            let mut hand_on = |results: &mut Results| {
                let next = to_fill.try_recv().unwrap_or_default();
                done.send(Message::Results(std::mem::replace(results, next))).is_ok()
            };
            let wanted = work_on(&batch, &mut worker, &mut results, &mut hand_on);
            if !wanted || done.send(Message::EndOfBatch).is_err() {
                return;
            }
            let _ = buffers_back.send(batch);
        }
    });
    Lane { batches, results, emptied }
}

/// More workers than this only take memory, and a system may refuse to make so many.
const MAX_JOBS: usize = 64;

/// How many workers to run: as asked, or as there are processors.
fn jobs(asked: Option<NonZeroUsize>) -> usize {
    asked.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get).min(MAX_JOBS)
}
