//! What is counted and measured, in the text format of OpenMetrics and Prometheus.

use std::fmt;
use std::sync::atomic::AtomicI64;
use std::time::Duration;

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::{Registry, Unit};
use ulabel::Report;

/// The media type of [`Metrics::text`].
pub(crate) const MEDIA_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// A request by its route and the status of its answer.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Answer {
    route: String,
    method: &'static str,
    status: u16,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Route {
    route: String,
}

/// A verdict, and the family of the codes that it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Judged {
    verdict: &'static str,
    family: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Reason {
    reason: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Outcome {
    outcome: &'static str,
}

/// The durations of a route: from 5 µs to 10 s, each bucket twice the one before.
fn durations() -> Histogram {
    Histogram::new(exponential_buckets(5e-6, 2.0, 22))
}

/// The numbers of one service.
pub struct Metrics {
    registry: Registry,
    requests: Family<Answer, Counter>,
    durations: Family<Route, Histogram, fn() -> Histogram>,
    refused: Family<Reason, Counter>,
    connections: Gauge<i64, AtomicI64>,
    verdicts: Family<Judged, Counter>,
    reloads: Family<Outcome, Counter>,
}

impl Metrics {
    pub(crate) fn new() -> Self {
        let mut registry = Registry::with_prefix("ulabel");
        let requests = Family::default();
        registry.register("requests", "Requests by route, method and status", requests.clone());
        let durations = Family::new_with_constructor(durations as fn() -> Histogram);
        registry.register_with_unit(
            "handler",
            "Time inside the handler, the reading of the body with it",
            Unit::Seconds,
            durations.clone(),
        );
        let refused = Family::default();
        registry.register("refused", "Requests and connections refused, by the limit", refused.clone());
        let connections = Gauge::default();
        registry.register("connections", "Open connections", connections.clone());
        let verdicts = Family::default();
        registry.register("verdicts", "Verdicts by the family of the worst finding", verdicts.clone());
        let reloads = Family::default();
        registry.register("reloads", "Reloads by outcome", reloads.clone());
        Self { registry, requests, durations, refused, connections, verdicts, reloads }
    }

    /// All of them as text.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        // Writing to memory cannot fail.
        let _ = encode(&mut text, &self.registry);
        text
    }

    pub(crate) fn answered(&self, route: &str, method: &'static str, status: u16, took: Duration) {
        let route = route.to_owned();
        self.durations.get_or_create(&Route { route: route.clone() }).observe(took.as_secs_f64());
        self.requests.get_or_create(&Answer { route, method, status }).inc();
    }

    pub(crate) fn refused(&self, reason: &'static str) {
        self.refused.get_or_create(&Reason { reason }).inc();
    }

    pub(crate) fn connections(&self) -> &Gauge<i64, AtomicI64> {
        &self.connections
    }

    pub(crate) fn reloaded(&self, is_done: bool) {
        let outcome = if is_done { "done" } else { "faulty" };
        self.reloads.get_or_create(&Outcome { outcome }).inc();
    }

    /// Counts the verdict of a report, under the family of its worst finding.
    pub fn judged(&self, report: &Report) {
        self.verdicts.get_or_create(&Judged::of(report)).inc();
    }

    /// Counts the verdicts of many reports.
    pub(crate) fn judged_all(&self, tally: &mut Tally) {
        for (judged, count) in tally.0.drain(..) {
            self.verdicts.get_or_create(&judged).inc_by(count);
        }
    }
}

impl Judged {
    fn of(report: &Report) -> Self {
        let verdict = report.verdict();
        let worst = verdict
            .severity()
            .and_then(|wanted| report.all_findings().find(|finding| finding.severity() == wanted));
        Self { verdict: verdict.name(), family: worst.map_or("none", |finding| finding.code().family()) }
    }
}

/// Verdicts that are counted together, since each counting takes a lock.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tally(Vec<(Judged, u64)>);

impl Tally {
    pub(crate) fn count(&mut self, report: &Report) {
        let judged = Judged::of(report);
        match self.0.iter_mut().find(|(known, _)| *known == judged) {
            Some((_, count)) => *count += 1,
            None => self.0.push((judged, 1)),
        }
    }
}

impl fmt::Debug for Metrics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Metrics").finish_non_exhaustive()
    }
}
