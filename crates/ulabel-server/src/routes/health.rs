//! Whether the service lives, whether it takes requests, and what it serves.

use std::time::UNIX_EPOCH;

use axum::extract::State;
use axum::response::Response;
use serde::Serialize;
use utoipa::ToSchema;

use super::json;
use crate::app::App;
use crate::error::{Code, Problem};

/// That it lives.
#[derive(Serialize, ToSchema)]
struct Alive {
    /// `live`, or `ready`.
    #[schema(example = "live")]
    status: &'static str,
}

/// What is served.
#[derive(Serialize, ToSchema)]
struct Health {
    /// `ready`, or `stopping`.
    status: &'static str,
    /// The version of the program.
    version: &'static str,
    /// That of its Unicode data.
    #[schema(example = "18.0.0")]
    unicode: String,
    /// Which loading this is, from 1 on.
    generation: u64,
    /// When it was, in seconds since 1970.
    loaded: u64,
    /// The number of policies.
    policies: usize,
    /// The number of names in the index; none without one.
    #[schema(required)]
    names: Option<u64>,
    /// True if what is served is older than what the last reload found faulty.
    reload_failed: bool,
}

/// It answers, so it lives.
#[utoipa::path(
    get, path = "/health/live", tag = "operation",
    responses((status = 200, description = "It lives.", body = Alive)),
)]
pub(super) async fn live() -> Result<Response, Problem> {
    json(&Alive { status: "live" })
}

/// It takes requests, until it is about to stop.
#[utoipa::path(
    get, path = "/health/ready", tag = "operation",
    responses((status = 200, description = "It takes requests.", body = Alive)),
)]
pub(super) async fn ready(State(app): State<App>) -> Result<Response, Problem> {
    if app.is_stopping() {
        return Err(Problem::new(Code::Stopping, "the service is about to stop"));
    }
    json(&Alive { status: "ready" })
}

/// What is served.
#[utoipa::path(
    get, path = "/health", tag = "operation",
    responses((status = 200, description = "What is served.", body = Health)),
)]
pub(super) async fn health(State(app): State<App>) -> Result<Response, Problem> {
    let served = app.served();
    let loaded = served.loaded.duration_since(UNIX_EPOCH);
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
