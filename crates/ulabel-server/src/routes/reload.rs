//! What is served, loaded anew.

use axum::extract::State;
use axum::response::Response;
use serde::Serialize;

use super::json;
use crate::access::Changer;
use crate::app::App;
use crate::error::Problem;

#[derive(Serialize)]
struct Reloaded {
    generation: u64,
}

/// `POST /v1/reload`: as SIGHUP does. It ends when the new is in place of the old, or with the reason why not.
pub(super) async fn reload(_: Changer, State(app): State<App>) -> Result<Response, Problem> {
    json(&Reloaded { generation: app.reload().await?.number })
}
