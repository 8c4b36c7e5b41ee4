//! The variants of labels: counted, and listed as far as they are asked for.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use ulabel::collisions::VariantList;
use ulabel::lgr::{Scratch, Tables};
use utoipa::IntoParams;

use crate::app::App;
use crate::asking::{Answer, Asked, Text, append_json, respond, respond_to_one};
use crate::error::{Code, Problem};
use crate::extract::{Path, Query};
use crate::schema;
use crate::workers::Deadline;

/// The greatest `limit`.
const MAX_LISTED: u32 = 10_000;

/// Under which tables, and which of the variants.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Parameters {
    /// The policy, as for a check; it must have tables.
    #[param(example = "ch")]
    policy: Option<String>,
    /// List only variants with this disposition: `allocatable`, `blocked`, or another that the table has. Those that can
    /// be allocated are listed only where they are not too long for a label.
    #[param(example = "allocatable")]
    disposition: Option<String>,
    /// How many variants of a label to list at most; 0 lists none. All are counted, however many are listed.
    #[param(minimum = 0, maximum = 10_000, default = 100)]
    limit: Option<u32>,
}

#[derive(Clone)]
struct Lists {
    tables: Arc<Tables>,
    disposition: Option<Arc<str>>,
    limit: usize,
}

impl Lists {
    async fn new(app: &App, parameters: Parameters) -> Result<Self, Problem> {
        let limit = parameters.limit.unwrap_or(100);
        if limit > MAX_LISTED {
            return Err(Problem::new(
                Code::BadRequest,
                format!("limit is {limit}, expected at most {MAX_LISTED}"),
            ));
        }
        let checker = app.checker(parameters.policy.as_deref()).await?;
        let tables = checker.policy().and_then(|policy| policy.tables().cloned());
        let no_tables =
            || Problem::new(Code::NoTables, "the policy has no tables, so a label has no variants");
        Ok(Self {
            tables: tables.ok_or_else(no_tables)?,
            disposition: parameters.disposition.map(Into::into),
            limit: limit as usize,
        })
    }
}

impl Answer for Lists {
    type Asked = Text;
    const STRETCH: usize = 8;
    const IS_QUICK: bool = false;

    fn answer(&mut self, Text(label): Text, _: Deadline, out: &mut Vec<u8>) -> Result<(), Problem> {
        let disposition = self.disposition.as_deref();
        let mut scratch = Scratch::new();
        let list = VariantList::new(&self.tables, label.as_bytes(), disposition, self.limit, &mut scratch);
        if let Err(error) = &list.variants {
            return Err(Problem::new(Code::BoundExceeded, error.to_string()));
        }
        append_json(&list, out);
        Ok(())
    }
}

/// The variants of a label under the first table that it fits, counted by disposition and listed within a limit.
#[utoipa::path(
    get, path = "/v1/variants/{label}", tag = "labels",
    params(("label" = String, Path, description = "The label, in either form.", example = "bücher"), Parameters),
    responses((status = 200, description = "The variants; none for a label that no table takes.", body = schema::VariantList)),
)]
pub(super) async fn label(
    State(app): State<App>,
    Path(label): Path<String>,
    Query(parameters): Query<Parameters>,
) -> Result<Response, Problem> {
    respond_to_one(&app, Text(label), Lists::new(&app, parameters).await?).await
}

/// The variants of a label, or of many.
#[utoipa::path(
    post, path = "/v1/variants", tag = "labels", params(Parameters),
    request_body(content(
        (schema::TextsAsked = "application/json", example = json!(["bücher"])),
        (String = "application/jsonl", example = json!("\"bücher\"\n")),
    ), description = "A label, an array of labels, or a label on each line."),
    responses((status = 200, content(
        (schema::VariantLists = "application/json"), (String = "application/jsonl"),
    ), description = "The variants; or those of all labels, in their order.")),
)]
pub(super) async fn asked(
    State(app): State<App>,
    Query(parameters): Query<Parameters>,
    asked: Asked<Text>,
) -> Result<Response, Problem> {
    let lists = Lists::new(&app, parameters).await?;
    respond(app, asked, lists).await
}
