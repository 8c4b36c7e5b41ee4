//! Errors as problem details (RFC 9457): the one shape on all routes that are the service's own.

use std::borrow::Cow;
use std::time::Duration;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

/// What went wrong, by a name that does not change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Code {
    /// The request says something that cannot be: a parameter, a path, a body.
    BadRequest,
    /// There is no such route, policy, name.
    NotFound,
    /// The route does not know this method.
    MethodNotAllowed,
    /// The request was not sent within the time limit.
    RequestTimeout,
    /// The body is longer than the limit.
    TooLarge,
    /// The body is in another format than the route reads.
    UnsupportedMediaType,
    /// A token is needed, or the one given is not right.
    Unauthorized,
    /// Changes are not switched on.
    ChangesOff,
    /// Too much is worked on at this moment.
    Overloaded,
    /// The work took longer than the time limit.
    WorkTimeout,
    /// The service is about to stop.
    Stopping,
    /// What was to be served anew has faults; what was served before goes on.
    FaultyReload,
    /// A fault of this service.
    Internal,
}

impl Code {
    /// The name, and the status.
    #[must_use]
    pub const fn name_and_status(self) -> (&'static str, StatusCode) {
        match self {
            Self::BadRequest => ("bad-request", StatusCode::BAD_REQUEST),
            Self::NotFound => ("not-found", StatusCode::NOT_FOUND),
            Self::MethodNotAllowed => ("method-not-allowed", StatusCode::METHOD_NOT_ALLOWED),
            Self::RequestTimeout => ("request-timeout", StatusCode::REQUEST_TIMEOUT),
            Self::TooLarge => ("too-large", StatusCode::PAYLOAD_TOO_LARGE),
            Self::UnsupportedMediaType => ("unsupported-media-type", StatusCode::UNSUPPORTED_MEDIA_TYPE),
            Self::Unauthorized => ("unauthorized", StatusCode::UNAUTHORIZED),
            Self::ChangesOff => ("changes-off", StatusCode::FORBIDDEN),
            Self::Overloaded => ("overloaded", StatusCode::SERVICE_UNAVAILABLE),
            Self::WorkTimeout => ("work-timeout", StatusCode::SERVICE_UNAVAILABLE),
            Self::Stopping => ("stopping", StatusCode::SERVICE_UNAVAILABLE),
            Self::FaultyReload => ("faulty-reload", StatusCode::UNPROCESSABLE_ENTITY),
            Self::Internal => ("internal", StatusCode::INTERNAL_SERVER_ERROR),
        }
    }
}

/// The time after which a client may try again where the service is overloaded.
const RETRY_AFTER: Duration = Duration::from_secs(1);

/// An error as a client sees it (RFC 9457): `type` is `about:blank`, so `title` is the phrase of the status; `code` is a
/// member of this service and does not change; `detail` is for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    code: Code,
    detail: Cow<'static, str>,
}

impl Problem {
    /// A problem.
    pub fn new(code: Code, detail: impl Into<Cow<'static, str>>) -> Self {
        Self { code, detail: detail.into() }
    }

    /// Its name that does not change.
    #[must_use]
    pub const fn code(&self) -> Code {
        self.code
    }
}

#[derive(Serialize)]
struct Members<'a> {
    r#type: &'static str,
    title: &'static str,
    status: u16,
    code: &'static str,
    detail: &'a str,
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let (code, status) = self.code.name_and_status();
        let title = status.canonical_reason().unwrap_or_default();
        let members =
            Members { r#type: "about:blank", title, status: status.as_u16(), code, detail: &self.detail };
        // Strings and a number: nothing in it can fail to be written.
        let body = serde_json::to_vec(&members).unwrap_or_default();
        let mut response = (status, body).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        match self.code {
            Code::Overloaded | Code::WorkTimeout | Code::Stopping => {
                headers.insert(header::RETRY_AFTER, RETRY_AFTER.as_secs().into());
            }
            Code::Unauthorized => {
                headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
            }
            // The rest of the request may still come: it would be taken for the next one.
            Code::RequestTimeout => {
                headers.insert(header::CONNECTION, HeaderValue::from_static("close"));
            }
            _ => {}
        }
        response
    }
}
