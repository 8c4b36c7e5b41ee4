//! Work on many batches: constant memory, every processor busy, results in the order of the batches.
//!
//! One thread reads batches and deals them out to the workers in turn; the results are taken from the workers in the same
//! turn, so their order is that of the batches. Every channel is bounded and every buffer goes back to where it came from.
//!
//! No crate does this: `rayon` gives up the order or wants all input at once, and `pariter` pulls input in the thread that
//! takes the results, so that a name from a slow source is not answered before others follow.

use std::num::NonZeroUsize;
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread::{self, JoinHandle};

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

/// A worker's thread, and the ends of its channels that others hold.
struct Worker<W: Work, E> {
    batches: SyncSender<Result<W::Batch, E>>,
    results: Receiver<Message<W::Results, E>>,
    /// Where results go to be filled again.
    emptied: SyncSender<W::Results>,
    thread: JoinHandle<()>,
}

/// The threads are not waited for where the run is stopped: the reader may still hang on a source that gives nothing.
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
    let workers: Vec<Worker<W, E>> =
        (0..jobs).map(|_| start_worker(make_worker(), buffers_back.clone())).collect();
    let batches: Vec<_> = workers.iter().map(|worker| worker.batches.clone()).collect();
    let reader = thread::spawn(move || deal_out::<W, E>(read, &batches, &buffers));
    let (lanes, threads): (Vec<_>, Vec<_>) =
        workers.into_iter().map(|worker| ((worker.results, worker.emptied), worker.thread)).unzip();
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
                // No more batches came to this worker, so none came to those after it; or a thread has panicked.
                Err(_) => {
                    drop(lanes);
                    threads.into_iter().for_each(pass_on_panic);
                    // The workers ended because it had ended.
                    pass_on_panic(reader);
                    return Ok(());
                }
            }
        }
    }
    Ok(())
}

/// Panics as the thread did, if it did: what it had yet to do must not be taken for done.
fn pass_on_panic(thread: JoinHandle<()>) {
    if let Err(panic) = thread.join() {
        std::panic::resume_unwind(panic);
    }
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
) -> Worker<W, E> {
    let (batches, to_do) = mpsc::sync_channel::<Result<W::Batch, E>>(WAITING);
    let (done, results) = mpsc::sync_channel(WAITING + 1);
    let (emptied, to_fill) = mpsc::sync_channel(WAITING + 2);
    let thread = thread::spawn(move || {
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
    Worker { batches, results, emptied, thread }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default)]
    struct Numbers(Vec<u64>);

    impl Results for Numbers {
        fn clear(&mut self) {
            self.0.clear();
        }
    }

    /// Gives the numbers of each batch, but panics at one of them.
    struct Same(u64);

    impl Work for Same {
        type Batch = Vec<u64>;
        type Results = Numbers;

        fn work(
            &mut self,
            batch: &Vec<u64>,
            results: &mut Numbers,
            _: &mut dyn FnMut(&mut Numbers) -> bool,
        ) -> bool {
            assert!(!batch.contains(&self.0), "a fault of the worker");
            results.0.extend(batch);
            true
        }
    }

    fn numbers(jobs: usize, panics_at: u64, last: u64) -> Result<Vec<u64>, String> {
        let read = move |first: Vec<u64>, hand_over: &mut HandOver<'_, Vec<u64>>| {
            let mut batch = first;
            for number in 0..100 {
                assert!(number != last, "a fault of the reader");
                batch.clear();
                batch.extend([2 * number, 2 * number + 1]);
                let Some(next) = hand_over(batch) else { return Ok(()) };
                batch = next;
            }
            Err("the end".to_owned())
        };
        let mut found = Vec::new();
        let result = run(jobs, read, || Same(panics_at), &mut |results: &mut Numbers| {
            found.append(&mut results.0);
            Ok(())
        });
        assert_eq!(result, Err("the end".into()), "faults come behind all that was read before");
        Ok(found)
    }

    #[test]
    fn results_are_in_order() {
        for jobs in [1, 2, 5] {
            assert_eq!(numbers(jobs, u64::MAX, u64::MAX).unwrap(), (0..200).collect::<Vec<_>>(), "{jobs}");
        }
    }

    #[test]
    #[should_panic(expected = "a fault of the worker")]
    fn a_panic_of_a_worker_is_no_end() {
        drop(numbers(3, 77, u64::MAX));
    }

    #[test]
    #[should_panic(expected = "a fault of the reader")]
    fn a_panic_of_the_reader_is_no_end() {
        drop(numbers(3, u64::MAX, 77));
    }
}
