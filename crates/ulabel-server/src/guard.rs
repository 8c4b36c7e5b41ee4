//! What goes before and after every handler: a limit on requests at a time and on their time, numbers, the log.

use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::Method;
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
    let response = answer(request).await;
    let took = start.elapsed();
    let status = response.status().as_u16();
    app.metrics().answered(route, method, status, took);
    if log != RequestLog::Nothing {
        let (number, micros) = (app.next_request(), took.as_micros() as u64);
        tracing::info!(target: "request", number, method, route, status, micros, path);
    }
    response
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
