//! Whether the service lives, whether it takes requests, and what it serves.

use std::time::{SystemTime, UNIX_EPOCH};

use axum::extract::State;
use axum::response::Response;
use serde::Serialize;

use super::json;
use crate::app::App;
use crate::error::{Code, Problem};

#[derive(Serialize)]
struct Alive {
    status: &'static str,
}

#[derive(Serialize)]
struct Health {
    status: &'static str,
    version: &'static str,
    unicode: String,
    /// Which loading this is, from 1 on.
    generation: u64,
    /// When it was, in seconds since 1970.
    loaded: u64,
    policies: usize,
    /// The number of names in the index; none without one.
    names: Option<u64>,
    /// True if what is served is older than what the last reload found faulty.
    reload_failed: bool,
}

/// `GET /health/live`: it answers, so it lives.
pub(super) async fn live() -> Result<Response, Problem> {
    json(&Alive { status: "live" })
}

/// `GET /health/ready`: it takes requests.
pub(super) async fn ready(State(app): State<App>) -> Result<Response, Problem> {
    if app.is_stopping() {
        return Err(Problem::new(Code::Stopping, "the service is about to stop"));
    }
    json(&Alive { status: "ready" })
}

/// `GET /health`: what is served.
pub(super) async fn health(State(app): State<App>) -> Result<Response, Problem> {
    let served = app.served();
    let loaded = served.loaded.duration_since(UNIX_EPOCH).or_else(|_| SystemTime::UNIX_EPOCH.elapsed());
    json(&Health {
        status: if app.is_stopping() { "stopping" } else { "ready" },
        version: env!("CARGO_PKG_VERSION"),
        unicode: ulabel::unicode::UNICODE_VERSION.to_string(),
        generation: served.number,
        loaded: loaded.map_or(0, |since| since.as_secs()),
        policies: served.served.policies().names().count(),
        names: served.served.existing().map(|existing| existing.index().len()),
        reload_failed: app.last_failure().is_some(),
    })
}
