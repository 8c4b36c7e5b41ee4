//! The service's own routes, one file for each group. [`document`] describes them as OpenAPI 3.1; the routes and their
//! descriptions come from one list.
//!
//! | route | answer |
//! |---|---|
//! | `GET /v1/check/{name}`, `GET` and `POST /v1/check` | the report of a name, or of many |
//! | `GET /v1/pair` | the report of a name given in both forms |
//! | `GET /v1/explain/{name}`, `POST /v1/explain` | the explanation |
//! | `GET /v1/key/{name}`, `POST /v1/key` | coarse key, index label, skeleton |
//! | `GET /v1/variants/{label}`, `POST /v1/variants` | the variants of a label, counted and listed |
//! | `GET /v1/where/{label}`, `POST /v1/where` | which policies take a label |
//! | `GET /v1/decide/{name}`, `POST /v1/decide` | may this registrant at this registrar have a name |
//! | `GET /v1/index`, `GET /v1/index/names/{name}` | the index of names that exist |
//! | `POST /v1/index/add`, `…/update`, `…/remove` | changes of it, for those who may make them |
//! | `GET /v1/policies`, `GET /v1/policies/{policy}` | the policies that are served |
//! | `GET /`, `/policy/…`, `/style.css` | the pages for people ([`crate::page`]) |
//! | `POST /v1/reload` | loads anew what is served; for those who may change things |
//! | `GET /v1/problems`, `GET /v1/problems/{code}` | what problems there are |
//! | `GET /openapi.json`, `GET /openapi.yaml` | this list, for programs |
//! | `GET /health`, `/health/live`, `/health/ready`, `/metrics` | for operation |
//!
//! `POST` takes one thing, an array, or JSON Lines without an end ([`crate::_docs::api`]).

mod check;
mod decide;
mod description;
mod explain;
mod health;
mod index;
mod key;
mod metrics;
mod places;
mod policies;
mod problems;
mod reload;
mod variants;

use axum::Router;
use axum::response::Response;
use serde::Serialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use description::document;

use crate::app::App;
use crate::asking::{self, append_json};
use crate::error::Problem;
use crate::page;

/// Those under the limit on requests at a time.
pub(crate) fn limited() -> Router<App> {
    described_and_limited().split_for_parts().0.merge(page::routes())
}

/// Those that are answered whatever else goes on.
pub(crate) fn unlimited() -> Router<App> {
    described_and_unlimited().split_for_parts().0
}

fn described_and_limited() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(check::name))
        .routes(routes!(check::one, check::asked))
        .routes(routes!(check::pair))
        .routes(routes!(explain::name))
        .routes(routes!(explain::asked))
        .routes(routes!(key::name))
        .routes(routes!(key::asked))
        .routes(routes!(variants::label))
        .routes(routes!(variants::asked))
        .routes(routes!(places::label))
        .routes(routes!(places::asked))
        .routes(routes!(decide::name))
        .routes(routes!(decide::asked))
        .routes(routes!(index::stats))
        .routes(routes!(index::record))
        .routes(routes!(index::add))
        .routes(routes!(index::update))
        .routes(routes!(index::remove))
        .routes(routes!(policies::list))
        .routes(routes!(policies::show))
        .routes(routes!(reload::reload))
        .routes(routes!(problems::list))
        .routes(routes!(problems::show))
        .routes(routes!(description::json))
        .routes(routes!(description::yaml))
}

fn described_and_unlimited() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(health::health))
        .routes(routes!(health::live))
        .routes(routes!(health::ready))
        .routes(routes!(metrics::metrics))
}

/// An answer in JSON.
fn json(body: &impl Serialize) -> Result<Response, Problem> {
    let mut octets = Vec::new();
    append_json(body, &mut octets);
    Ok(asking::json(octets))
}
