//! Names judged.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use ulabel::language::Language;
use ulabel::{Checker, Report};
use utoipa::IntoParams;

use crate::app::App;
use crate::asking::{Answer, Asked, Named, Text, append_json, respond, respond_to_one};
use crate::error::Problem;
use crate::extract::{Path, Query};
use crate::language::{Accepted, Lang};
use crate::metrics::Tally;
use crate::schema;
use crate::workers::Deadline;

/// What a check asks beside the name.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Parameters {
    /// The policy: the name of one that is served, or for one that is built in also its top-level domain or ISO 3166-1
    /// code. Without it the first that the service was given, or IDNA2008's registration protocol alone.
    #[param(example = "ch")]
    pub(super) policy: Option<String>,
    /// The language of sentences; without it the best of `Accept-Language`, or else English.
    #[param(inline)]
    pub(super) lang: Option<Lang>,
}

/// A name, and what a check asks beside it.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct OneParameters {
    /// The name, in either form.
    #[param(example = "bücher.ch")]
    name: String,
    /// The policy, as for a name in the path.
    #[param(example = "ch")]
    policy: Option<String>,
    /// The language of sentences; without it the best of `Accept-Language`, or else English.
    #[param(inline)]
    lang: Option<Lang>,
}

/// A name in both forms, and what a check asks beside it.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct PairParameters {
    /// The name in A-labels; it must be the same as `u_name`.
    #[param(example = "xn--bcher-kva.ch")]
    a_name: String,
    /// The name in U-labels.
    #[param(example = "bücher.ch")]
    u_name: String,
    /// The policy, as for a name in the path.
    #[param(example = "ch")]
    policy: Option<String>,
    /// The language of sentences; without it the best of `Accept-Language`, or else English.
    #[param(inline)]
    lang: Option<Lang>,
}

/// Checks names one after another.
#[derive(Clone)]
struct Checks {
    app: App,
    checker: Arc<Checker>,
    language: Language,
    report: Report,
    tally: Tally,
}

impl Checks {
    async fn new(
        app: &App,
        policy: Option<&str>,
        accepted: Accepted,
        lang: Option<Lang>,
    ) -> Result<Self, Problem> {
        let checker = app.checker(policy).await?;
        let language = accepted.or(lang);
        Ok(Self { app: app.clone(), checker, language, report: Report::new(), tally: Tally::default() })
    }
}

impl Answer for Checks {
    type Asked = Named;
    const STRETCH: usize = 512;
    const IS_QUICK: bool = true;

    fn language(&self) -> Option<Language> {
        Some(self.language)
    }

    fn answer(&mut self, asked: Named, _: Deadline, out: &mut Vec<u8>) -> Result<(), Problem> {
        match asked {
            Named::One(Text(name)) => self.checker.check_into(&name, &mut self.report),
            Named::Pair(Text(a_name), Text(u_name)) => {
                self.checker.check_pair_into(&a_name, &u_name, &mut self.report);
            }
        }
        self.tally.count(&self.report);
        if !self.report.append_plain_json(out) {
            append_json(&self.report.view(self.app.messages(self.language)), out);
        }
        Ok(())
    }

    fn end(&mut self) {
        self.app.metrics().judged_all(&mut self.tally);
    }
}

/// Check a name: the verdict and every finding.
#[utoipa::path(
    get, path = "/v1/check/{name}", tag = "names",
    params(("name" = String, Path, description = "The name, in either form.", example = "bücher.ch"), Parameters),
    responses((status = 200, description = "The report.", body = schema::Report)),
)]
pub(super) async fn name(
    State(app): State<App>,
    Path(name): Path<String>,
    Query(parameters): Query<Parameters>,
    accepted: Accepted,
) -> Result<Response, Problem> {
    let checks = Checks::new(&app, parameters.policy.as_deref(), accepted, parameters.lang).await?;
    respond_to_one(&app, Named::One(Text(name)), checks).await
}

/// Check a name that need not fit into a path.
#[utoipa::path(
    get, path = "/v1/check", tag = "names", params(OneParameters),
    responses((status = 200, description = "The report.", body = schema::Report)),
)]
pub(super) async fn one(
    State(app): State<App>,
    Query(parameters): Query<OneParameters>,
    accepted: Accepted,
) -> Result<Response, Problem> {
    let OneParameters { name, policy, lang } = parameters;
    let checks = Checks::new(&app, policy.as_deref(), accepted, lang).await?;
    respond_to_one(&app, Named::One(Text(name)), checks).await
}

/// Check a name given in both forms, as a registry gets it (RFC 5891 section 4.2.1).
#[utoipa::path(
    get, path = "/v1/pair", tag = "names", params(PairParameters),
    responses((status = 200, description = "The report.", body = schema::Report)),
)]
pub(super) async fn pair(
    State(app): State<App>,
    Query(parameters): Query<PairParameters>,
    accepted: Accepted,
) -> Result<Response, Problem> {
    let PairParameters { a_name, u_name, policy, lang } = parameters;
    let checks = Checks::new(&app, policy.as_deref(), accepted, lang).await?;
    respond_to_one(&app, Named::Pair(Text(a_name), Text(u_name)), checks).await
}

/// Check a name, or many in one request: an array, or JSON Lines without an end.
#[utoipa::path(
    post, path = "/v1/check", tag = "names", params(Parameters),
    request_body(content(
        (schema::NamesAsked = "application/json", example = json!(["bücher.ch", {"a_name": "xn--bcher-kva.ch", "u_name": "bücher.ch"}])),
        (String = "application/jsonl", example = json!("\"bücher.ch\"\n\"www.example\"\n")),
    ), description = "A name, an array of names, or a name on each line."),
    responses((status = 200, content(
        (schema::Reports = "application/json"), (String = "application/jsonl"),
    ), description = "The report; or those of all names, in their order.")),
)]
pub(super) async fn asked(
    State(app): State<App>,
    Query(parameters): Query<Parameters>,
    accepted: Accepted,
    asked: Asked<Named>,
) -> Result<Response, Problem> {
    let checks = Checks::new(&app, parameters.policy.as_deref(), accepted, parameters.lang).await?;
    respond(app, asked, checks).await
}
