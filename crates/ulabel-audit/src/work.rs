//! Work on many batches: constant memory, every processor busy, results in the order of the batches.
//!
//! One thread reads batches and deals them out to the workers in turn; the results are taken from the workers in the same
//! turn, so their order is that of the batches. Every channel is bounded and every buffer goes back to where it came from.
//!
//! No crate does this: `rayon` gives up the order or wants all input at once, and `pariter` pulls input in the thread that
//! takes the results, so that a name from a slow source is not answered before others follow.

use std::num::NonZeroUsize;
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread;

/// Work on one batch after another. Each thread has one of them.
pub trait Work: Send + 'static {
    /// What is worked on in one go.
    type Batch: Default + Send + 'static;
    /// What comes out.
    type Results: Results;

    /// Works on a batch. Results may be handed on before its end, which empties them; what is left is handed on by the
    /// caller. False if nobody wants more.
    fn work(
        &mut self,
        batch: &Self::Batch,
        results: &mut Self::Results,
        hand_on: &mut dyn FnMut(&mut Self::Results) -> bool,
    ) -> bool;
}

/// What comes out of work, in memory that is used again.
pub trait Results: Default + Send + 'static {
    /// Takes away all that was handed on.
    fn clear(&mut self);
}

/// What reads batches: it gets a buffer to fill, hands each full one over, and gets another one for it, or none when
/// nobody wants more.
pub type HandOver<'a, B> = dyn FnMut(B) -> Option<B> + 'a;

/// Batches that wait before or behind a worker.
const WAITING: usize = 1;

/// More workers than this only take memory, and a system may refuse to make so many.
const MAX_JOBS: usize = 64;

/// How many workers to run: as asked, or as there are processors.
#[must_use]
pub fn jobs(asked: Option<NonZeroUsize>) -> usize {
    asked.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get).min(MAX_JOBS)
}

/// From a worker to the one who takes the results.
enum Message<R, E> {
    Results(R),
    /// The batch is done; the next comes from the next worker.
    EndOfBatch,
    /// Reading failed behind all that was handed on before.
    Failed(E),
}

/// Runs all that `read` reads through workers, `jobs` of them, and gives their results in order to `take`, which may stop
/// the run.
///
/// # Errors
///
/// Those of `read`, once all results before are taken, and those of `take`.
pub fn run<W: Work, E: Send + 'static>(
    jobs: usize,
    read: impl FnOnce(W::Batch, &mut HandOver<'_, W::Batch>) -> Result<(), E> + Send + 'static,
    make_worker: impl Fn() -> W,
    take: &mut dyn FnMut(&mut W::Results) -> Result<(), E>,
) -> Result<(), E> {
    match jobs {
        ..=1 => run_here(read, make_worker(), take),
        _ => run_on_threads(jobs, read, make_worker, take),
    }
}

/// Runs all of it in this thread.
fn run_here<W: Work, E>(
    read: impl FnOnce(W::Batch, &mut HandOver<'_, W::Batch>) -> Result<(), E>,
    mut worker: W,
    take: &mut dyn FnMut(&mut W::Results) -> Result<(), E>,
) -> Result<(), E> {
    let mut results = W::Results::default();
    let mut stopped = Ok(());
    read(W::Batch::default(), &mut |batch| {
        let mut hand_on = |results: &mut W::Results| {
            stopped = take(results);
            results.clear();
            stopped.is_ok()
        };
        (worker.work(&batch, &mut results, &mut hand_on) && hand_on(&mut results)).then_some(batch)
    })?;
    stopped
}

/// The ends of a worker's channels that others hold.
struct Lane<W: Work, E> {
    batches: SyncSender<Result<W::Batch, E>>,
    results: Receiver<Message<W::Results, E>>,
    /// Where results go to be filled again.
    emptied: SyncSender<W::Results>,
}

/// The threads are not waited for: when nobody takes the results any more, the reader may still hang on
/// a source that gives nothing.
fn run_on_threads<W: Work, E: Send + 'static>(
    jobs: usize,
    read: impl FnOnce(W::Batch, &mut HandOver<'_, W::Batch>) -> Result<(), E> + Send + 'static,
    make_worker: impl Fn() -> W,
    take: &mut dyn FnMut(&mut W::Results) -> Result<(), E>,
) -> Result<(), E> {
    let (buffers_back, buffers) = mpsc::channel();
    for _ in 0..jobs * (WAITING + 2) {
        // The receiver is here.
        let _ = buffers_back.send(W::Batch::default());
    }
    let lanes: Vec<Lane<W, E>> =
        (0..jobs).map(|_| start_worker(make_worker(), buffers_back.clone())).collect();
    let batches: Vec<_> = lanes.iter().map(|lane| lane.batches.clone()).collect();
    thread::spawn(move || deal_out::<W, E>(read, &batches, &buffers));
    let lanes: Vec<_> = lanes.into_iter().map(|lane| (lane.results, lane.emptied)).collect();
    for (results, emptied) in lanes.iter().cycle() {
        loop {
            match results.recv() {
                Ok(Message::Results(mut results)) => {
                    take(&mut results)?;
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
fn deal_out<W: Work, E>(
    read: impl FnOnce(W::Batch, &mut HandOver<'_, W::Batch>) -> Result<(), E>,
    batches: &[SyncSender<Result<W::Batch, E>>],
    buffers: &Receiver<W::Batch>,
) {
    let mut turn = batches.iter().cycle();
    let Ok(first) = buffers.recv() else { return };
    let result = read(first, &mut |batch| {
        turn.next()?.send(Ok(batch)).ok()?;
        buffers.recv().ok()
    });
    if let (Err(failure), Some(next)) = (result, turn.next()) {
        // When nobody is there to hear it, nobody asked.
        let _ = next.send(Err(failure));
    }
}

fn start_worker<W: Work, E: Send + 'static>(
    mut worker: W,
    buffers_back: mpsc::Sender<W::Batch>,
) -> Lane<W, E> {
    let (batches, to_do) = mpsc::sync_channel::<Result<W::Batch, E>>(WAITING);
    let (done, results) = mpsc::sync_channel(WAITING + 1);
    let (emptied, to_fill) = mpsc::sync_channel(WAITING + 2);
    thread::spawn(move || {
        let mut results = W::Results::default();
        for batch in to_do {
            let batch = match batch {
                Ok(batch) => batch,
                Err(failure) => {
                    let _ = done.send(Message::Failed(failure));
                    return;
                }
            };
            let mut hand_on = |results: &mut W::Results| {
                let next = to_fill.try_recv().unwrap_or_default();
                done.send(Message::Results(std::mem::replace(results, next))).is_ok()
            };
            let wanted = worker.work(&batch, &mut results, &mut hand_on) && hand_on(&mut results);
            if !wanted || done.send(Message::EndOfBatch).is_err() {
                return;
            }
            let _ = buffers_back.send(batch);
        }
    });
    Lane { batches, results, emptied }
}
