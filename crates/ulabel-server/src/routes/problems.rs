//! What problems there are: where the `type` of each leads to.

use axum::response::Response;

use super::json;
use crate::error::{Code, Problem, TYPES};
use crate::extract::Path;
use crate::schema::{self, ProblemType};

/// The problems that there are.
#[utoipa::path(
    get, path = "/v1/problems", tag = "problems",
    responses((status = 200, description = "All of them.", body = Vec<schema::ProblemType>)),
)]
pub(super) async fn list() -> Result<Response, Problem> {
    json(&Code::ALL.iter().copied().map(described).collect::<Vec<_>>())
}

/// What a problem is, and what a client can do.
#[utoipa::path(
    get, path = "/v1/problems/{code}", tag = "problems",
    params(("code" = String, Path, description = "The code of the problem.", example = "too-large")),
    responses((status = 200, description = "The problem.", body = schema::ProblemType)),
)]
pub(super) async fn show(Path(code): Path<String>) -> Result<Response, Problem> {
    let found = Code::ALL.iter().copied().find(|known| known.name_and_status().0 == code);
    json(&described(found.ok_or_else(|| Problem::new(Code::NotFound, "there is no such problem"))?))
}

fn described(code: Code) -> ProblemType {
    let (name, status) = code.name_and_status();
    ProblemType {
        r#type: format!("{TYPES}{name}"),
        code: name.to_owned(),
        status: status.as_u16(),
        title: code.title().to_owned(),
        explanation: code.explanation().to_owned(),
    }
}
