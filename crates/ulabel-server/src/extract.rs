//! What handlers take from a request, with [problems](Problem) for what cannot be taken.

use axum::body::Bytes;
use axum::extract::rejection::{BytesRejection, PathRejection, QueryRejection};
use axum::extract::{self, FromRequest, FromRequestParts, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;
use serde_path_to_error::{Path as ValuePath, Segment};

use crate::app::App;
use crate::error::{Code, Problem};

/// A whole body, of [`Limits::body_octets`](crate::Limits::body_octets) at most.
#[derive(Clone, Debug)]
pub struct Octets(pub Bytes);

impl FromRequest<App> for Octets {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        Ok(Self(Bytes::from_request(request, app).await?))
    }
}

/// The formats of bodies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// One value of JSON.
    Json,
    /// JSON Lines: one value a line.
    Lines,
}

impl Format {
    /// The format that headers name; none if they name another, or none at all.
    pub(crate) fn of(headers: &HeaderMap) -> Option<Self> {
        let named = headers.get(CONTENT_TYPE)?.to_str().ok()?;
        let essence = named.split(';').next()?.trim();
        let is = |known: &&str| essence.eq_ignore_ascii_case(known);
        if ["application/jsonl", "application/x-ndjson", "application/x-jsonlines"].iter().any(is) {
            return Some(Self::Lines);
        }
        is(&"application/json").then_some(Self::Json)
    }
}

/// Reads a value of JSON. A problem says where in the text it is, and in which value.
pub(crate) fn read_json<T: DeserializeOwned>(octets: &[u8]) -> Result<T, Problem> {
    // To follow the path costs time, and it is asked for rarely.
    serde_json::from_slice(octets).map_err(|_| {
        let mut reader = serde_json::Deserializer::from_slice(octets);
        match serde_path_to_error::deserialize::<_, T>(&mut reader) {
            Err(error) => fault(error.inner()).at_pointer(pointer(error.path())),
            Ok(_) => match reader.end() {
                Err(error) => fault(&error),
                Ok(()) => Problem::new(Code::Internal, "the body was read in two ways"),
            },
        }
    })
}

fn fault(error: &serde_json::Error) -> Problem {
    let (line, column) = (error.line() as u64, error.column() as u64);
    // The position has members of its own.
    let detail = error.to_string();
    let words = detail.strip_suffix(&format!(" at line {line} column {column}")).unwrap_or(&detail);
    let words = ulabel::text::escape(&ulabel::text::excerpt(words, 200)).into_owned();
    Problem::new(Code::BadRequest, words).at_line(line).at_column(column)
}

/// A path as a JSON pointer (RFC 6901).
fn pointer(path: &ValuePath) -> String {
    let mut pointer = String::new();
    for segment in path {
        pointer.push('/');
        match segment {
            Segment::Seq { index } => pointer.push_str(&index.to_string()),
            Segment::Map { key } => pointer.push_str(&key.replace('~', "~0").replace('/', "~1")),
            Segment::Enum { variant } => pointer.push_str(variant),
            Segment::Unknown => pointer.push('?'),
        }
    }
    pointer
}

/// The parameters of a query.
#[derive(Clone, Copy, Debug)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<App> for Query<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let extract::Query(query) = extract::Query::from_request_parts(parts, app).await?;
        Ok(Self(query))
    }
}

/// The parts of a path that the route names; escapes that are not UTF-8 are a problem.
#[derive(Clone, Copy, Debug)]
pub struct Path<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<App> for Path<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let extract::Path(path) = extract::Path::from_request_parts(parts, app).await?;
        Ok(Self(path))
    }
}

/// The code of a status that axum gives to what it cannot take.
fn code(status: StatusCode) -> Code {
    match status {
        StatusCode::PAYLOAD_TOO_LARGE => Code::TooLarge,
        StatusCode::UNSUPPORTED_MEDIA_TYPE => Code::UnsupportedMediaType,
        status if status.is_server_error() => Code::Internal,
        _ => Code::BadRequest,
    }
}

macro_rules! problem_from {
    ($($rejection:ty),*) => {$(
        impl From<$rejection> for Problem {
            fn from(rejection: $rejection) -> Self {
                let words = ulabel::text::excerpt(&rejection.body_text(), 400).into_owned();
                Self::new(code(rejection.status()), ulabel::text::escape(&words).into_owned())
            }
        }
    )*};
}

problem_from!(BytesRejection, PathRejection, QueryRejection);
