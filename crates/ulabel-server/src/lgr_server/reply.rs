//! Answers as LGR Server writes them.

use std::borrow::Cow;

use axum::body::Body;
use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, ALLOW, CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::error::{Code, Problem};

/// An answer that is none: the connection is closed. A [`Server`](crate::serve::Server) does so with an answer that has
/// this among its extensions; elsewhere it is a 500.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("the connection is closed without an answer, as LGR Server does")]
pub struct NoAnswer;

/// An error of LGR Server: `{"error": STATUS, "message": TEXT}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    status: StatusCode,
    message: Cow<'static, str>,
}

#[derive(Serialize)]
struct Error<'a> {
    error: u16,
    message: &'a str,
}

impl Refusal {
    pub(super) fn new(status: StatusCode, message: impl Into<Cow<'static, str>>) -> Self {
        Self { status, message: message.into() }
    }

    pub(super) fn not_found(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(StatusCode::NOT_FOUND, message)
    }

    pub(super) fn bad_request(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, message)
    }

    pub(super) fn reply(&self) -> Response {
        let error = Error { error: self.status.as_u16(), message: &self.message };
        written(self.status, serde_json::to_vec_pretty(&error))
    }
}

/// Why there is no judgement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Failure {
    /// LGR Server says why.
    Refused(Refusal),
    /// The service cannot do it now.
    Problem(Problem),
    /// LGR Server closes the connection.
    NoAnswer,
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl Failure {
    pub(super) fn reply(&self) -> Response {
        match self {
            Self::Refused(refusal) => refusal.reply(),
            Self::Problem(problem) => of_problem(problem),
            Self::NoAnswer => {
                let mut response = StatusCode::INTERNAL_SERVER_ERROR.into_response();
                response.extensions_mut().insert(NoAnswer);
                response
            }
        }
    }
}

/// A success.
pub(super) fn json(body: &impl Serialize) -> Response {
    written(StatusCode::OK, serde_json::to_vec(body))
}

/// What LGR Server has no words for.
pub(super) fn of_problem(problem: &Problem) -> Response {
    let (name, status) = problem.code().name_and_status();
    let mut response = Refusal::new(status, name).reply();
    if matches!(problem.code(), Code::Overloaded | Code::WorkTimeout) {
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("1"));
    }
    response
}

/// A method that is neither `GET` nor `HEAD`.
pub(super) fn method_not_allowed() -> Response {
    let mut response = Refusal::new(StatusCode::METHOD_NOT_ALLOWED, "Method not allowed").reply();
    response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
    response
}

/// Any method but `GET`, to LGR Server.
pub(super) fn not_implemented() -> Response {
    let page = "<!DOCTYPE html><html lang=\"en\"><title>Error 501</title><p>Unsupported method</p></html>\n";
    (StatusCode::NOT_IMPLEMENTED, [(CONTENT_TYPE, "text/html;charset=utf-8")], page).into_response()
}

fn written(status: StatusCode, octets: serde_json::Result<Vec<u8>>) -> Response {
    // Strings, numbers and lists of them: nothing in it can fail to be written.
    let mut response = Response::new(Body::from(octets.unwrap_or_default()));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json; charset=utf-8"));
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    response
}
