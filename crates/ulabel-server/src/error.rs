//! Errors as problem details (RFC 9457): the one shape on all routes that are the service's own.

use std::borrow::Cow;
use std::time::Duration;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

/// Where problems are described; the `type` of each is this and the name of its code.
pub(crate) const TYPES: &str = "/v1/problems/";

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal, $status:ident, $title:literal;)+) => {
        /// What went wrong, by a name that does not change.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl Code {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name, and the status.
            #[must_use]
            pub const fn name_and_status(self) -> (&'static str, StatusCode) {
                match self {
                    $(Self::$variant => ($name, StatusCode::$status),)+
                }
            }

            /// What it is in a few words.
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self {
                    $(Self::$variant => $title,)+
                }
            }

            /// What it is in a sentence, and what a client can do.
            #[must_use]
            pub const fn explanation(self) -> &'static str {
                match self {
                    $(Self::$variant => concat!($($doc),+).trim_ascii(),)+
                }
            }
        }
    };
}

codes! {
    /// The request says something that cannot be: a parameter, a path, a body. `line`, `column` and `pointer` say where in the body.
    BadRequest = "bad-request", BAD_REQUEST, "The request cannot be understood";
    /// There is no such route, policy or name.
    NotFound = "not-found", NOT_FOUND, "There is no such thing";
    /// The service has no index of names that exist.
    NoIndex = "no-index", NOT_FOUND, "No index is served";
    /// The policy has no tables, so that a label has no variants under it.
    NoTables = "no-tables", NOT_FOUND, "The policy has no tables";
    /// The route does not know this method; `Allow` has those that it knows.
    MethodNotAllowed = "method-not-allowed", METHOD_NOT_ALLOWED, "The route does not know this method";
    /// The request was not sent within the time limit.
    RequestTimeout = "request-timeout", REQUEST_TIMEOUT, "The request took too long to come";
    /// Another process changes the index. Try again when it has ended.
    IndexLocked = "index-locked", CONFLICT, "Another process changes the index";
    /// The body, one of its lines, or the number of names in it is greater than the limit.
    TooLarge = "too-large", PAYLOAD_TOO_LARGE, "The body is too large";
    /// The body is in another format than the route reads.
    UnsupportedMediaType = "unsupported-media-type", UNSUPPORTED_MEDIA_TYPE, "The format of the body is not known here";
    /// What was to be served anew has faults; what was served before goes on.
    FaultyReload = "faulty-reload", UNPROCESSABLE_ENTITY, "What was to be served has faults";
    /// The table is made so that the variants of the label cannot be found within the bounds of memory.
    BoundExceeded = "bound-exceeded", UNPROCESSABLE_ENTITY, "The variants cannot be found within bounds";
    /// A token is needed, or the one given is not right.
    Unauthorized = "unauthorized", UNAUTHORIZED, "A token is needed";
    /// Changes are not switched on for this address.
    ChangesOff = "changes-off", FORBIDDEN, "Changes are not switched on";
    /// Too much is worked on at this moment. Try again after the time that `Retry-After` says.
    Overloaded = "overloaded", SERVICE_UNAVAILABLE, "Too much at a time";
    /// The work took longer than the time limit. Ask for less, or try again.
    WorkTimeout = "work-timeout", SERVICE_UNAVAILABLE, "The work took too long";
    /// The service is about to stop.
    Stopping = "stopping", SERVICE_UNAVAILABLE, "The service is about to stop";
    /// A fault of this service. The log of the service tells more.
    Internal = "internal", INTERNAL_SERVER_ERROR, "A fault of this service";
}

/// The time after which a client may try again where the service is overloaded.
const RETRY_AFTER: Duration = Duration::from_secs(1);

/// An error as a client sees it (RFC 9457): `type` names the code and leads to its description; `code` is the same
/// without the path; `detail` is for people; `line`, `column` and `pointer` say where in the body, as far as that is
/// known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    code: Code,
    detail: Cow<'static, str>,
    place: Option<Box<Place>>,
}

/// Where in a body.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
struct Place {
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pointer: Option<String>,
}

impl Problem {
    /// A problem.
    pub fn new(code: Code, detail: impl Into<Cow<'static, str>>) -> Self {
        Self { code, detail: detail.into(), place: None }
    }

    /// The problem with the line of the body that it is about, counted from 1.
    #[must_use]
    pub fn at_line(mut self, line: u64) -> Self {
        self.place.get_or_insert_default().line = Some(line);
        self
    }

    /// The problem with its column, in octets from 1.
    #[must_use]
    pub fn at_column(mut self, column: u64) -> Self {
        self.place.get_or_insert_default().column = Some(column);
        self
    }

    /// The problem with the value that it is about (RFC 6901).
    #[must_use]
    pub fn at_pointer(mut self, pointer: String) -> Self {
        self.place.get_or_insert_default().pointer = Some(pointer);
        self
    }

    /// Its name that does not change.
    #[must_use]
    pub const fn code(&self) -> Code {
        self.code
    }
}

impl Serialize for Problem {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Members<'a> {
            r#type: String,
            title: &'static str,
            status: u16,
            code: &'static str,
            detail: &'a str,
            #[serde(flatten)]
            place: Option<&'a Place>,
        }
        let (code, status) = self.code.name_and_status();
        Members {
            r#type: format!("{TYPES}{code}"),
            title: self.code.title(),
            status: status.as_u16(),
            code,
            detail: &self.detail,
            place: self.place.as_deref(),
        }
        .serialize(serializer)
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        // Strings and numbers: nothing in it can fail to be written.
        let body = serde_json::to_vec(&self).unwrap_or_default();
        let (_, status) = self.code.name_and_status();
        let mut response = (status, body).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        match self.code {
            Code::Overloaded | Code::WorkTimeout | Code::Stopping | Code::IndexLocked => {
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
