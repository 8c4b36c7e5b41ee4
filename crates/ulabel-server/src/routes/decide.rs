//! Decisions beside the names that exist.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use serde::{Deserialize, Deserializer};
use ulabel::decision::{IndexKeys, Request, under_domain};
use ulabel::language::Language;
use ulabel_index::Index;
use utoipa::IntoParams;

use crate::app::{App, Generation};
use crate::asking::{Answer, Asked, Text, append_json, respond, respond_to_one, string_or_object};
use crate::error::Problem;
use crate::extract::{Path, Query};
use crate::language::{Accepted, Lang};
use crate::schema;
use crate::workers::Deadline;

/// Who asks, where what is asked does not say so itself.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Parameters {
    /// For whom the name is; without it, as in an EPP check, nobody in particular.
    #[param(example = "holder-1")]
    registrant: Option<String>,
    /// The registrar that asks.
    #[param(example = "registrar-1")]
    registrar: Option<String>,
    /// False if the client does not speak the EPP extension for variant sets.
    #[param(default = true)]
    aware: Option<bool>,
    /// The domain of a label that stands alone; without it that of the policy.
    #[param(example = "ch")]
    tld: Option<String>,
    /// False to leave out what the name looks like.
    #[param(default = true)]
    look_alikes: Option<bool>,
    /// The language of sentences; without it the best of `Accept-Language`, or else English.
    #[param(inline)]
    lang: Option<Lang>,
}

/// A name, and who asks for it.
#[derive(Debug, Default)]
pub(super) struct Candidate {
    name: String,
    registrant: Option<String>,
    registrar: Option<String>,
    aware: Option<bool>,
    tld: Option<String>,
}

/// The members of a candidate that is an object.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Members {
    name: Text,
    registrant: Option<Text>,
    registrar: Option<Text>,
    aware: Option<bool>,
    tld: Option<Text>,
}

impl From<Text> for Candidate {
    fn from(Text(name): Text) -> Self {
        Self { name, ..Self::default() }
    }
}

impl TryFrom<Members> for Candidate {
    type Error = &'static str;

    fn try_from(Members { name, registrant, registrar, aware, tld }: Members) -> Result<Self, Self::Error> {
        let [registrant, registrar, tld] =
            [registrant, registrar, tld].map(|text| text.map(|Text(text)| text));
        Ok(Self { name: name.0, registrant, registrar, aware, tld })
    }
}

impl<'de> Deserialize<'de> for Candidate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        string_or_object::<Self, Members, D>(deserializer)
    }
}

#[derive(Clone)]
struct Decides {
    app: App,
    served: Arc<Generation>,
    index: Arc<Index>,
    keys: IndexKeys,
    parameters: Arc<Parameters>,
    language: Language,
}

impl Decides {
    fn new(app: &App, parameters: Parameters, accepted: Accepted) -> Result<Self, Problem> {
        let language = accepted.or(parameters.lang);
        let served = app.served();
        let existing = served.existing()?;
        let (index, keys) = (existing.index(), existing.decider().keys());
        Ok(Self { app: app.clone(), index, keys, parameters: Arc::new(parameters), language, served })
    }
}

impl Answer for Decides {
    type Asked = Candidate;
    const STRETCH: usize = 64;
    const IS_QUICK: bool = false; // it reads files

    fn language(&self) -> Option<Language> {
        Some(self.language)
    }

    fn answer(&mut self, candidate: Candidate, _: Deadline, out: &mut Vec<u8>) -> Result<(), Problem> {
        let by_default = &self.parameters;
        let domain = candidate.tld.as_deref().or(by_default.tld.as_deref());
        let name = under_domain(&candidate.name, domain);
        let request = Request {
            registrant: candidate.registrant.as_deref().or(by_default.registrant.as_deref()),
            registrar: candidate.registrar.as_deref().or(by_default.registrar.as_deref()),
            is_aware: candidate.aware.or(by_default.aware).unwrap_or(true),
            look_alikes: by_default.look_alikes.unwrap_or(true),
            ..Request::new(&name)
        };
        let decider = self.served.existing()?.decider();
        let decision = decider.decide_with(&request, &mut self.keys, &*self.index)?;
        self.app.metrics().judged(&decision.report);
        append_json(&decision.view(&name, self.app.messages(self.language)), out);
        Ok(())
    }
}

/// May this registrant at this registrar have a name, beside the names that exist?
#[utoipa::path(
    get, path = "/v1/decide/{name}", tag = "index",
    params(("name" = String, Path, description = "The name, or a label alone under the domain of the policy.", example = "bücher.ch"), Parameters),
    responses((status = 200, description = "The decision.", body = schema::Decision)),
)]
pub(super) async fn name(
    State(app): State<App>,
    Path(name): Path<String>,
    Query(parameters): Query<Parameters>,
    accepted: Accepted,
) -> Result<Response, Problem> {
    let decides = Decides::new(&app, parameters, accepted)?;
    respond_to_one(&app, Candidate::from(Text(name)), decides).await
}

/// Decide on a name, or on many, each of which may say who asks.
#[utoipa::path(
    post, path = "/v1/decide", tag = "index", params(Parameters),
    request_body(content(
        (schema::CandidatesAsked = "application/json", example = json!([{"name": "bücher.ch", "registrant": "holder-1", "registrar": "registrar-1"}, "zürich.ch"])),
        (String = "application/jsonl", example = json!("{\"name\":\"bücher.ch\",\"registrar\":\"registrar-1\"}\n")),
    ), description = "A name or an object, an array of them, or one on each line."),
    responses((status = 200, content(
        (schema::Decisions = "application/json"), (String = "application/jsonl"),
    ), description = "The decision; or those on all names, in their order.")),
)]
pub(super) async fn asked(
    State(app): State<App>,
    Query(parameters): Query<Parameters>,
    accepted: Accepted,
    asked: Asked<Candidate>,
) -> Result<Response, Problem> {
    let decides = Decides::new(&app, parameters, accepted)?;
    respond(app, asked, decides).await
}
