//! The limits of the service, in one place.

use std::num::NonZeroUsize;
use std::thread::available_parallelism;
use std::time::Duration;

/// What one client, and all of them together, can make the service spend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// Connections at a time; further ones get 503 and are closed.
    pub connections: usize,
    /// Octets of the head of a request; more get 431. hyper asks for 8,192 at least.
    pub head_octets: usize,
    /// Header fields of a request; more get 431.
    pub headers: usize,
    /// The time until the head of a request is there, from the moment the connection is open or has given its last
    /// answer. So it bounds idle connections too.
    pub head_time: Duration,
    /// Octets of a body; more get 413.
    pub body_octets: usize,
    /// The time for a whole request after its head: its body, the work, up to the head of the answer; more get 408.
    pub request_time: Duration,
    /// The time for which a client may take nothing of an answer.
    pub write_time: Duration,
    /// Requests that are worked on at a time; further ones get 503 with `Retry-After`.
    pub requests: usize,
    /// Threads for work without a bound of its own: variants, explanations, tables.
    pub workers: NonZeroUsize,
    /// Pieces of such work that wait for a thread; further ones get 503.
    pub waiting: usize,
    /// The time for such work; more gets 503.
    pub work_time: Duration,
    /// Labels in one request.
    pub labels: usize,
    /// The time for requests in flight to end when the service stops.
    pub drain_time: Duration,
    /// Octets of the rulesets of a folder that are kept in memory, as files; compiled they take some times as many.
    pub ruleset_octets: u64,
}

impl Default for Limits {
    fn default() -> Self {
        let processors = available_parallelism().map_or(1, NonZeroUsize::get);
        Self {
            connections: 1024,
            head_octets: 16 << 10,
            headers: 64,
            head_time: Duration::from_secs(15),
            body_octets: 1 << 20,
            request_time: Duration::from_secs(10),
            write_time: Duration::from_secs(15),
            requests: 512,
            workers: NonZeroUsize::new(processors).unwrap_or(NonZeroUsize::MIN),
            waiting: 64,
            work_time: Duration::from_secs(5),
            labels: 10_000,
            drain_time: Duration::from_secs(20),
            ruleset_octets: 64 << 20,
        }
    }
}
