//! What is served, loaded anew.

use axum::extract::State;
use axum::response::Response;
use serde::Serialize;
use utoipa::ToSchema;

use super::json;
use crate::access::Changer;
use crate::app::App;
use crate::error::Problem;

/// What is served now.
#[derive(Serialize, ToSchema)]
struct Reloaded {
    /// The number of loadings, this one with them.
    generation: u64,
}

/// Load anew what is served, as SIGHUP does. It ends when the new is in place of the old, or with the reason why not.
#[utoipa::path(
    post, path = "/v1/reload", tag = "operation", security(("token" = [])),
    responses((status = 200, description = "The new is in place of the old.", body = Reloaded)),
)]
pub(super) async fn reload(_: Changer, State(app): State<App>) -> Result<Response, Problem> {
    json(&Reloaded { generation: app.reload().await?.number })
}
