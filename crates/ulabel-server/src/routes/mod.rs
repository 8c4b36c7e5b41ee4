//! The service's own routes, one file for each group.
//!
//! | route | answer |
//! |---|---|
//! | `GET /health/live` | the process answers |
//! | `GET /health/ready` | it takes requests: policies are loaded, and it does not stop |
//! | `GET /health` | what is served, and since when |
//! | `GET /metrics` | numbers, in the text format of OpenMetrics |
//! | `GET /v1/check/{name}` | the report of a name |
//! | `GET /`, `/policy/…`, `/style.css` | the pages for people ([`crate::page`]) |
//! | `POST /v1/reload` | loads anew what is served; for those who may change things |

mod check;
mod health;
mod metrics;
mod reload;

use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use serde::Serialize;

use crate::app::App;
use crate::error::{Code, Problem};
use crate::page;

/// Those under the limit on requests at a time.
pub(crate) fn limited() -> Router<App> {
    Router::new()
        .route("/v1/check/{name}", get(check::one))
        .route("/v1/reload", post(reload::reload))
        .merge(page::routes())
}

/// Those that are answered whatever else goes on.
pub(crate) fn unlimited() -> Router<App> {
    Router::new()
        .route("/health", get(health::health))
        .route("/health/live", get(health::live))
        .route("/health/ready", get(health::ready))
        .route("/metrics", get(metrics::metrics))
}

/// An answer in JSON.
fn json(body: &impl Serialize) -> Result<Response, Problem> {
    let octets = serde_json::to_vec(body)
        .map_err(|_| Problem::new(Code::Internal, "the answer cannot be written as JSON"))?;
    Ok(([(CONTENT_TYPE, "application/json")], octets).into_response())
}
