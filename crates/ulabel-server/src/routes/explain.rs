//! Names explained: the page that a support desk sends to the person who asked for one.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use ulabel::Checker;
use ulabel::language::Language;
use ulabel::view::explanation::Explanation;

use super::check::Parameters;
use crate::app::App;
use crate::asking::{Answer, Asked, Text, append_json, respond, respond_to_one};
use crate::error::Problem;
use crate::extract::{Path, Query};
use crate::language::Accepted;
use crate::schema;
use crate::workers::Deadline;

#[derive(Clone)]
struct Explains {
    app: App,
    checker: Arc<Checker>,
    language: Language,
}

impl Explains {
    async fn new(app: &App, parameters: &Parameters, accepted: Accepted) -> Result<Self, Problem> {
        let checker = app.checker(parameters.policy.as_deref()).await?;
        Ok(Self { app: app.clone(), checker, language: accepted.or(parameters.lang) })
    }
}

impl Answer for Explains {
    type Asked = Text;
    const STRETCH: usize = 16;
    const IS_QUICK: bool = false;

    fn language(&self) -> Option<Language> {
        Some(self.language)
    }

    fn answer(&mut self, Text(name): Text, _: Deadline, out: &mut Vec<u8>) -> Result<(), Problem> {
        let report = self.checker.check(&name);
        self.app.metrics().judged(&report);
        append_json(&Explanation::new(&report, &self.checker, self.app.messages(self.language)), out);
        Ok(())
    }
}

/// Explain a name, code point by code point, with every finding in full sentences and ways out.
#[utoipa::path(
    get, path = "/v1/explain/{name}", tag = "names",
    params(("name" = String, Path, description = "The name, in either form.", example = "Bücher.ch"), Parameters),
    responses((status = 200, description = "The explanation.", body = schema::Explanation)),
)]
pub(super) async fn name(
    State(app): State<App>,
    Path(name): Path<String>,
    Query(parameters): Query<Parameters>,
    accepted: Accepted,
) -> Result<Response, Problem> {
    let explains = Explains::new(&app, &parameters, accepted).await?;
    respond_to_one(&app, Text(name), explains).await
}

/// Explain a name, or many.
#[utoipa::path(
    post, path = "/v1/explain", tag = "names", params(Parameters),
    request_body(content(
        (schema::TextsAsked = "application/json", example = json!(["Bücher.ch"])),
        (String = "application/jsonl", example = json!("\"Bücher.ch\"\n")),
    ), description = "A name, an array of names, or a name on each line."),
    responses((status = 200, content(
        (schema::Explanations = "application/json"), (String = "application/jsonl"),
    ), description = "The explanation; or those of all names, in their order.")),
)]
pub(super) async fn asked(
    State(app): State<App>,
    Query(parameters): Query<Parameters>,
    accepted: Accepted,
    asked: Asked<Text>,
) -> Result<Response, Problem> {
    let explains = Explains::new(&app, &parameters, accepted).await?;
    respond(app, asked, explains).await
}
