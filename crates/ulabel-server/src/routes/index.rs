//! The index of names that exist: what it holds, and changes of it.

use axum::extract::{FromRequest, Request, State};
use axum::response::Response;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use ulabel::decision::NameRecord;
use ulabel_index::input::json_record;
use ulabel_index::{IndexError, Outcome};

use super::json;
use crate::access::Changer;
use crate::app::App;
use crate::asking::{Asked, Text};
use crate::changes::Group;
use crate::error::{Code, Problem};
use crate::extract::Path;
use crate::schema::{self, Changed};

/// What the index holds.
#[utoipa::path(
    get, path = "/v1/index", tag = "index",
    responses((status = 200, description = "The numbers.", body = schema::IndexStats)),
)]
pub(super) async fn stats(State(app): State<App>) -> Result<Response, Problem> {
    let served = app.served();
    json(&served.existing()?.index().stats())
}

/// The record of a name that exists.
#[utoipa::path(
    get, path = "/v1/index/names/{name}", tag = "index",
    params(("name" = String, Path, description = "The name, in either form.", example = "bücher.ch")),
    responses((status = 200, description = "The record.", body = schema::NameRecord)),
)]
pub(super) async fn record(State(app): State<App>, Path(name): Path<String>) -> Result<Response, Problem> {
    let served = app.served();
    let index = served.existing()?.index();
    let record = app.run_apart(move |_| index.get(&name)).await??;
    json(&record.ok_or_else(|| Problem::new(Code::NotFound, "the name is not in the index"))?)
}

/// Add names, or put other records in place of those that they have. All or none; when it is answered they are on the
/// disk.
#[utoipa::path(
    post, path = "/v1/index/add", tag = "index", security(("token" = [])),
    request_body(content = schema::RecordsAsked, content_type = "application/json", description = "A record, or an array of records.", example = json!([{"name": "bücher.ch", "registrant": "holder-1", "registrar": "registrar-1", "created": "2026-01-31"}])),
    responses((status = 200, description = "How many names were added and replaced.", body = schema::Changed)),
)]
pub(super) async fn add(_: Changer, State(app): State<App>, records: Records) -> Result<Response, Problem> {
    change(&app, Group::Put { records: records.0, only_known: false }).await
}

/// Put other records in place of those that names have. Names that are not there are left out, and told.
#[utoipa::path(
    post, path = "/v1/index/update", tag = "index", security(("token" = [])),
    request_body(content = schema::RecordsAsked, content_type = "application/json", description = "A record, or an array of records.", example = json!({"name": "bücher.ch", "registrar": "registrar-2"})),
    responses((status = 200, description = "How many records were replaced.", body = schema::Changed)),
)]
pub(super) async fn update(
    _: Changer,
    State(app): State<App>,
    records: Records,
) -> Result<Response, Problem> {
    change(&app, Group::Put { records: records.0, only_known: true }).await
}

/// Remove names. Those that are not there are told.
#[utoipa::path(
    post, path = "/v1/index/remove", tag = "index", security(("token" = [])),
    request_body(content = schema::TextsAsked, content_type = "application/json", description = "A name, or an array of names.", example = json!(["bücher.ch"])),
    responses((status = 200, description = "How many names were removed.", body = schema::Changed)),
)]
pub(super) async fn remove(_: Changer, State(app): State<App>, names: Names) -> Result<Response, Problem> {
    change(&app, Group::Remove(names.0)).await
}

async fn change(app: &App, group: Group) -> Result<Response, Problem> {
    let done = app.change_index(group).await?;
    let mut changed = Changed::default();
    for (outcome, name) in done {
        match outcome {
            Outcome::Added => changed.added += 1,
            Outcome::Replaced => changed.replaced += 1,
            Outcome::Removed => changed.removed += 1,
            Outcome::Absent => changed.absent.push(name),
        }
    }
    json(&changed)
}

/// The records of a body.
pub(super) struct Records(Vec<NameRecord>);

impl FromRequest<App> for Records {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        let read = |(at, record): (usize, Box<RawValue>)| {
            json_record(record.get().as_bytes()).map_err(|error| faulty(error, at))
        };
        let records: Vec<Box<RawValue>> = one_or_many(request, app).await?;
        records.into_iter().enumerate().map(read).collect::<Result<_, _>>().map(Self)
    }
}

/// The names of a body.
pub(super) struct Names(Vec<String>);

impl FromRequest<App> for Names {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        let names: Vec<Text> = one_or_many(request, app).await?;
        Ok(Self(names.into_iter().map(|Text(name)| name).collect()))
    }
}

/// What a body in JSON has: one, or an array. What is changed together is read together, so there are no lines.
async fn one_or_many<T: DeserializeOwned>(request: Request, app: &App) -> Result<Vec<T>, Problem> {
    match Asked::from_request(request, app).await? {
        Asked::One(one) => Ok(vec![one]),
        Asked::Many(many) => Ok(many),
        Asked::Lines(_) => Err(Problem::new(Code::UnsupportedMediaType, "expected application/json")),
    }
}

/// For a record that cannot be read, the one at this place.
fn faulty(error: IndexError, at: usize) -> Problem {
    match error {
        IndexError::Input { field, what, .. } => {
            Problem::new(Code::BadRequest, format!("{field}: {what}")).at_pointer(format!("/{at}"))
        }
        other => other.into(),
    }
}
