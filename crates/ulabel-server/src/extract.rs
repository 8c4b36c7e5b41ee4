//! What handlers take from a request, with [problems](Problem) for what cannot be taken.

use axum::body::Bytes;
use axum::extract::rejection::{BytesRejection, JsonRejection, PathRejection, QueryRejection};
use axum::extract::{self, FromRequest, FromRequestParts, Request};
use axum::http::StatusCode;
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

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

/// A body in JSON, of [`Limits::body_octets`](crate::Limits::body_octets) at most.
#[derive(Clone, Copy, Debug)]
pub struct Json<T>(pub T);

impl<T: DeserializeOwned> FromRequest<App> for Json<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        let extract::Json(body) = extract::Json::from_request(request, app).await?;
        Ok(Self(body))
    }
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
                Self::new(code(rejection.status()), rejection.body_text())
            }
        }
    )*};
}

problem_from!(BytesRejection, JsonRejection, PathRejection, QueryRejection);
