//! The policies that are served.

use axum::extract::State;
use axum::response::Response;
use ulabel::policy::Policy;
use ulabel::view::{PolicyRow, PolicyView};

use super::json;
use crate::app::App;
use crate::error::Problem;
use crate::extract::Path;
use crate::schema;

/// The policies that are served, those first that the service was given.
#[utoipa::path(
    get, path = "/v1/policies", tag = "policies",
    responses((status = 200, description = "A line for each policy.", body = Vec<schema::PolicyRow>)),
)]
pub(super) async fn list(State(app): State<App>) -> Result<Response, Problem> {
    let served = app.served();
    let policies = served.served.policies();
    let rows = policies.names().filter_map(|name| match policies.built_in(name) {
        Some(builtin) => Some(PolicyRow::from(builtin)),
        None => {
            let policy = policies.given_one(name)?.policy()?.policy();
            let mut row = PolicyRow::from(policy);
            row.id = name;
            Some(row)
        }
    });
    json(&rows.collect::<Vec<_>>())
}

/// A policy as data: the keys of its file, and of each table all code points and sequences. The letters of a table that is
/// a file of its own are not among them.
#[utoipa::path(
    get, path = "/v1/policies/{policy}", tag = "policies",
    params(("policy" = String, Path, description = "The name of the policy, or for one that is built in also its top-level domain or ISO 3166-1 code.", example = "ch")),
    responses((status = 200, description = "The policy.", body = schema::Policy)),
)]
pub(super) async fn show(State(app): State<App>, Path(name): Path<String>) -> Result<Response, Problem> {
    let checker = app.checker(Some(&name)).await?;
    let view = app.run_apart(move |_| checker.policy().map(|policy| view(policy.policy()))).await?;
    json(&view)
}

fn view(policy: &Policy) -> PolicyView {
    let mut own = policy.clone();
    own.tables.retain(|table| table.lgr.is_none());
    let rulesets = own.to_rulesets(&mut |file| Err(format!("{file} is not at hand")));
    debug_assert!(rulesets.is_ok(), "a policy that was compiled has rulesets");
    PolicyView::new(policy, &rulesets.unwrap_or_default())
}
