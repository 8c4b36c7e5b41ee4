//! Where a label may be registered.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use ulabel::Checker;
use ulabel::language::Language;
use utoipa::IntoParams;

use crate::app::App;
use crate::asking::{Answer, Asked, Text, append_json, respond, respond_to_one};
use crate::error::{Code, Problem};
use crate::extract::{Path, Query};
use crate::language::{Accepted, Lang};
use crate::schema;
use crate::served::UnknownPolicy;
use crate::workers::Deadline;

/// Which policies, and which of the answers.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Parameters {
    /// The policies with commas between them; without it those that the service was given, or what all registries take
    /// that are built in.
    #[param(example = "at,ch,de")]
    policies: Option<String>,
    /// Only policies with this verdict.
    #[param(inline)]
    verdict: Option<schema::Verdict>,
    /// The language of sentences; without it the best of `Accept-Language`, or else English.
    #[param(inline)]
    lang: Option<Lang>,
}

#[derive(Clone)]
struct Places {
    app: App,
    /// Each with the name by which requests call it.
    checkers: Arc<[(String, Arc<Checker>)]>,
    verdict: Option<ulabel::Verdict>,
    language: Language,
}

impl Places {
    /// The policies that are asked for. Those that are built in are made ready apart, each once: what is ready when the
    /// time is over stays so for the next request.
    async fn new(app: &App, parameters: &Parameters, accepted: Accepted) -> Result<Self, Problem> {
        let served = app.served();
        let names: Vec<String> = match &parameters.policies {
            None => served.served.policies().operators().map(str::to_owned).collect(),
            Some(named) => named.split(',').map(|name| name.trim().to_owned()).collect(),
        };
        if names.is_empty() {
            return Err(UnknownPolicy.into());
        }
        let most = app.limits().labels;
        if names.len() > most {
            let detail = format!("{} policies are named, expected at most {most}", names.len());
            return Err(Problem::new(Code::BadRequest, detail));
        }
        let checkers = move |deadline: Deadline| {
            let ready = |name: String| -> Result<_, Problem> {
                deadline.check()?;
                let checker = served.served.policies().checker(Some(&name))?;
                Ok((name, checker))
            };
            names.into_iter().map(ready).collect::<Result<Arc<[_]>, _>>()
        };
        Ok(Self {
            checkers: app.run_apart(checkers).await??,
            app: app.clone(),
            verdict: parameters.verdict.map(Into::into),
            language: accepted.or(parameters.lang),
        })
    }
}

impl Answer for Places {
    type Asked = Text;
    const STRETCH: usize = 2;
    const IS_QUICK: bool = false;

    fn language(&self) -> Option<Language> {
        Some(self.language)
    }

    fn answer(&mut self, Text(label): Text, deadline: Deadline, out: &mut Vec<u8>) -> Result<(), Problem> {
        out.push(b'[');
        let start = out.len();
        for (name, checker) in self.checkers.iter() {
            deadline.check()?;
            let Some(mut placement) = checker.place(&label) else { continue };
            if self.verdict.is_some_and(|verdict| verdict != placement.report.verdict()) {
                continue;
            }
            placement.policy = name;
            if out.len() > start {
                out.push(b',');
            }
            append_json(&placement.view(self.app.messages(self.language)), out);
        }
        out.push(b']');
        Ok(())
    }
}

/// In which top-level domains a label may be registered: the verdict of each policy, and its main reason.
#[utoipa::path(
    get, path = "/v1/where/{label}", tag = "labels",
    params(("label" = String, Path, description = "The label, in either form; a dot in it is a character like another.", example = "straße"), Parameters),
    responses((status = 200, description = "One answer for each policy.", body = Vec<schema::Placement>)),
)]
pub(super) async fn label(
    State(app): State<App>,
    Path(label): Path<String>,
    Query(parameters): Query<Parameters>,
    accepted: Accepted,
) -> Result<Response, Problem> {
    let places = Places::new(&app, &parameters, accepted).await?;
    respond_to_one(&app, Text(label), places).await
}

/// In which top-level domains a label may be registered, or each of many.
#[utoipa::path(
    post, path = "/v1/where", tag = "labels", params(Parameters),
    request_body(content(
        (schema::TextsAsked = "application/json", example = json!(["straße"])),
        (String = "application/jsonl", example = json!("\"straße\"\n")),
    ), description = "A label, an array of labels, or a label on each line."),
    responses((status = 200, content(
        (schema::ManyPlacements = "application/json"), (String = "application/jsonl"),
    ), description = "One answer for each policy; or for each label such an array, in their order.")),
)]
pub(super) async fn asked(
    State(app): State<App>,
    Query(parameters): Query<Parameters>,
    accepted: Accepted,
    asked: Asked<Text>,
) -> Result<Response, Problem> {
    let places = Places::new(&app, &parameters, accepted).await?;
    respond(app, asked, places).await
}
