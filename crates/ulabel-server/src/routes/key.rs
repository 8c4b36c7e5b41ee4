//! The keys of names, for a column of a database.

use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use ulabel::collisions::NameKeys;
use utoipa::IntoParams;

use crate::app::App;
use crate::asking::{Answer, Asked, Text, append_json, respond, respond_to_one};
use crate::error::Problem;
use crate::extract::{Path, Query};
use crate::schema;
use crate::workers::Deadline;

/// Under which tables.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Parameters {
    /// The policy whose tables give the coarse key and the index label, as for a check; without tables these are null.
    #[param(example = "ch")]
    policy: Option<String>,
}

#[derive(Clone)]
struct Keys(NameKeys);

impl Keys {
    async fn new(app: &App, parameters: &Parameters) -> Result<Self, Problem> {
        let checker = app.checker(parameters.policy.as_deref()).await?;
        Ok(Self(NameKeys::new(checker.policy().and_then(|policy| policy.tables().cloned()))))
    }
}

impl Answer for Keys {
    type Asked = Text;
    const STRETCH: usize = 128;
    const IS_QUICK: bool = false;

    fn answer(&mut self, Text(name): Text, _: Deadline, out: &mut Vec<u8>) -> Result<(), Problem> {
        self.0.take(&name);
        append_json(&self.0, out);
        Ok(())
    }
}

/// The coarse key, index label and skeleton of a name. Names that collide have the same coarse key; names that have the
/// same need not collide.
#[utoipa::path(
    get, path = "/v1/key/{name}", tag = "names",
    params(("name" = String, Path, description = "The name, in either form.", example = "bücher.ch"), Parameters),
    responses((status = 200, description = "The keys.", body = schema::NameKeys)),
)]
pub(super) async fn name(
    State(app): State<App>,
    Path(name): Path<String>,
    Query(parameters): Query<Parameters>,
) -> Result<Response, Problem> {
    respond_to_one(&app, Text(name), Keys::new(&app, &parameters).await?).await
}

/// The keys of a name, or of many.
#[utoipa::path(
    post, path = "/v1/key", tag = "names", params(Parameters),
    request_body(content(
        (schema::TextsAsked = "application/json", example = json!(["bücher.ch"])),
        (String = "application/jsonl", example = json!("\"bücher.ch\"\n")),
    ), description = "A name, an array of names, or a name on each line."),
    responses((status = 200, content(
        (schema::ManyKeys = "application/json"), (String = "application/jsonl"),
    ), description = "The keys; or those of all names, in their order.")),
)]
pub(super) async fn asked(
    State(app): State<App>,
    Query(parameters): Query<Parameters>,
    asked: Asked<Text>,
) -> Result<Response, Problem> {
    let keys = Keys::new(&app, &parameters).await?;
    respond(app, asked, keys).await
}
