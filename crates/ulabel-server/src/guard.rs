//! What goes before and after every handler: a limit on requests at a time and on their time, numbers, the log.

use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::header::{CONTENT_LENGTH, X_CONTENT_TYPE_OPTIONS};
use axum::http::{HeaderValue, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tokio::time::timeout;

use crate::app::App;
use crate::error::{Code, Problem};

/// What is logged of each request. Addresses, labels and holders never are, except as parts of a path.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RequestLog {
    /// Nothing.
    Nothing,
    /// Its method, its route as a pattern, the status and the time it took.
    #[default]
    Routes,
    /// That, and its path, in which labels stand.
    Paths,
}

/// A request that is under the limit on requests at a time.
pub(crate) async fn limited(State(app): State<App>, request: Request, next: Next) -> Response {
    measured(&app, request, async |request| {
        let Ok(_permit) = app.requests().try_acquire() else {
            app.metrics().refused("requests");
            return Problem::new(Code::Overloaded, "too many requests at a time").into_response();
        };
        if is_too_long(&request, app.limits().body_octets) {
            return Problem::new(Code::TooLarge, "the body is longer than the limit").into_response();
        }
        timeout(app.limits().request_time, next.run(request)).await.unwrap_or_else(|_| {
            app.metrics().refused("time");
            let detail = "the request was not there, and answered, within the time limit";
            Problem::new(Code::RequestTimeout, detail).into_response()
        })
    })
    .await
}

/// A request that is answered whatever else goes on: whether the service lives, and its numbers.
pub(crate) async fn unlimited(State(app): State<App>, request: Request, next: Next) -> Response {
    measured(&app, request, async |request| next.run(request).await).await
}

async fn measured(app: &App, request: Request, answer: impl AsyncFnOnce(Request) -> Response) -> Response {
    let start = Instant::now();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let route = route.as_ref().map_or("other", MatchedPath::as_str);
    let method = method_name(request.method());
    let log = app.request_log();
    let path = (log == RequestLog::Paths).then(|| request.uri().path().to_owned());
    let mut response = answer(request).await;
    // What a client asked stands in many answers: a browser must not take them for a page.
    response.headers_mut().insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    let took = start.elapsed();
    let status = response.status().as_u16();
    app.metrics().answered(route, method, status, took);
    if log != RequestLog::Nothing {
        let (number, micros) = (app.next_request(), took.as_micros() as u64);
        tracing::info!(target: "request", number, method, route, status, micros, path);
    }
    response
}

/// True for a body that says itself that it is longer than the limit. Others are found when they are read.
fn is_too_long(request: &Request, limit: usize) -> bool {
    let length = request.headers().get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    length.is_some_and(|length: u64| length > limit as u64)
}

/// The name of a method; one name for those that no route knows, so that clients cannot make up numbers to keep.
fn method_name(method: &Method) -> &'static str {
    match method.as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        "PUT" => "PUT",
        "DELETE" => "DELETE",
        "OPTIONS" => "OPTIONS",
        "PATCH" => "PATCH",
        _ => "other",
    }
}
