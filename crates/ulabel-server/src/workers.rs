//! Work that may take long, on a bounded number of threads and with a time limit.

use std::sync::Arc;
use std::time::Instant;

use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

use crate::error::{Code, Problem};
use crate::limits::Limits;

/// When a piece of work has to be done. Whoever lists or loops asks it.
#[derive(Clone, Copy, Debug)]
pub struct Deadline(Instant);

impl Deadline {
    /// True when nobody waits for the result any more.
    #[must_use]
    pub fn has_passed(self) -> bool {
        Instant::now() >= self.0
    }

    /// An error when nobody waits for the result any more.
    ///
    /// # Errors
    ///
    /// [`Code::WorkTimeout`].
    pub fn check(self) -> Result<(), Problem> {
        if self.has_passed() { Err(too_long()) } else { Ok(()) }
    }
}

/// The threads for such work.
#[derive(Clone, Debug)]
pub(crate) struct Workers {
    /// One for each thread. A piece of work keeps its own until it ends, also when nobody waits for it any more.
    threads: Arc<Semaphore>,
    /// One for each piece of work that has a thread or waits for one.
    places: Arc<Semaphore>,
    time: std::time::Duration,
}

impl Workers {
    pub(crate) fn new(limits: &Limits) -> Self {
        let threads = limits.workers.get();
        Self {
            threads: Arc::new(Semaphore::new(threads)),
            places: Arc::new(Semaphore::new(threads + limits.waiting)),
            time: limits.work_time,
        }
    }

    pub(crate) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(Deadline) -> T + Send + 'static,
    ) -> Result<T, Problem> {
        let Ok(place) = Arc::clone(&self.places).try_acquire_owned() else {
            return Err(Problem::new(Code::Overloaded, "too many requests for long work"));
        };
        let deadline = Deadline(Instant::now() + self.time);
        let done = async {
            let Ok(thread) = Arc::clone(&self.threads).acquire_owned().await else { return Err(fault()) };
            let work = spawn_blocking(move || {
                let result = work(deadline);
                drop((thread, place));
                result
            });
            work.await.map_err(|_| fault())
        };
        timeout(self.time, done).await.unwrap_or_else(|_| Err(too_long()))
    }
}

fn too_long() -> Problem {
    Problem::new(Code::WorkTimeout, "the work takes longer than the time limit")
}

fn fault() -> Problem {
    Problem::new(Code::Internal, "the work was broken off by a fault of this service")
}
