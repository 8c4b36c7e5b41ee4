//! Names judged.

use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use ulabel::language::Language;

use super::json;
use crate::app::App;
use crate::error::{Code, Problem};
use crate::extract::{Path, Query};

/// What a check asks.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Parameters {
    /// The policy, as for [`Policies::checker`](crate::Policies::checker).
    policy: Option<String>,
    /// The language of the sentences, `en` without.
    lang: Option<String>,
}

/// `GET /v1/check/{name}`: the report of a name, as `ulabel check --format json` has it.
pub(super) async fn one(
    State(app): State<App>,
    Path(name): Path<String>,
    Query(parameters): Query<Parameters>,
) -> Result<Response, Problem> {
    let language = match parameters.lang.as_deref() {
        None => Language::default(),
        Some(tag) => Language::from_tag(tag)
            .ok_or_else(|| Problem::new(Code::BadRequest, "lang is none of ar, en, es, fr, ru, zh"))?,
    };
    let checker = app.checker(parameters.policy.as_deref()).await?;
    let report = checker.check(&name);
    app.metrics().judged(&report);
    json(&report.view(app.messages(language)))
}
