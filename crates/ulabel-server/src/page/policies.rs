//! The pages of policies.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use ulabel::page::{policy, policy_table};

use super::{Reader, reply};
use crate::app::App;
use crate::error::Problem;
use crate::extract::{Path, Query};

/// `GET /policy`.
pub(super) async fn list(State(app): State<App>, reader: Reader) -> Response {
    let served = app.served();
    let page = reader.with_site(&app, served.served.policies(), policy::list);
    reply::page(StatusCode::OK, reader.language, page)
}

/// `GET /policy/{policy}`.
pub(super) async fn one(
    State(app): State<App>,
    reader: Reader,
    Path(name): Path<String>,
) -> Result<Response, Problem> {
    let Ok(checker) = app.checker(Some(&name)).await else { return Ok(unknown(&app, reader)) };
    made(&app, reader, move |site| Some(policy::html(checker.policy()?.policy(), site))).await
}

/// `GET /policy/{policy}/table/{table}`. A table that is a file of its own is not shown: what is served is the policy.
pub(super) async fn table(
    State(app): State<App>,
    reader: Reader,
    Path((name, table)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let Ok(checker) = app.checker(Some(&name)).await else { return Ok(unknown(&app, reader)) };
    made(&app, reader, move |site| {
        let policy = checker.policy()?.policy();
        let table = policy.tables.iter().find(|known| known.id == table)?;
        let export = policy.export(table, &mut |_| Err("it is used without its files".into())).ok()?;
        Some(policy_table::of_site(&export, &policy.id, site))
    })
    .await
}

/// The policy that is to stand beside another.
#[derive(Debug, Deserialize)]
pub(super) struct With {
    with: String,
}

/// `GET /policy/{policy}/beside?with=OTHER`.
pub(super) async fn beside_chosen(
    state: State<App>,
    reader: Reader,
    Path(first): Path<String>,
    Query(With { with }): Query<With>,
) -> Result<Response, Problem> {
    beside(state, reader, Path((first, with))).await
}

/// `GET /policy/{policy}/beside/{other}`.
pub(super) async fn beside(
    State(app): State<App>,
    reader: Reader,
    Path((first, second)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let (Ok(first), Ok(second)) = (app.checker(Some(&first)).await, app.checker(Some(&second)).await) else {
        return Ok(unknown(&app, reader));
    };
    made(&app, reader, move |site| Some(policy::beside(first.policy()?, second.policy()?, site))).await
}

/// A page that takes time to make; there is none of what is no policy.
async fn made(
    app: &App,
    reader: Reader,
    make: impl FnOnce(&ulabel::page::Site<'_>) -> Option<String> + Send + 'static,
) -> Result<Response, Problem> {
    let shared = app.clone();
    let page = app.run_apart(move |_| {
        let served = shared.served();
        reader.with_site(&shared, served.served.policies(), make)
    });
    Ok(match page.await? {
        Some(page) => reply::page(StatusCode::OK, reader.language, page),
        None => unknown(app, reader),
    })
}

fn unknown(app: &App, reader: Reader) -> Response {
    let served = app.served();
    let page = reader.with_site(app, served.served.policies(), policy::unknown);
    reply::page(StatusCode::NOT_FOUND, reader.language, page)
}
