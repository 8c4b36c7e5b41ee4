//! A client that sends bodies and reads answers as they come.

use axum::body::Body;
use http_body_util::BodyExt;
use hyper::body::Incoming;
use hyper::client::conn::http1;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;

use crate::support::{Answer, Running};

pub const JSON: &str = "application/json";
pub const LINES: &str = "application/jsonl";

/// Sends a request on a connection of its own; the body of the answer is still to be read.
pub async fn send(service: &Running, request: Request<Body>) -> Response<Incoming> {
    let stream = TokioIo::new(service.connect().await);
    let (mut sender, connection) = http1::handshake(stream).await.expect("a connection");
    tokio::spawn(connection);
    sender.send_request(request).await.expect("an answer")
}

/// A request with a body.
pub fn request(path: &str, media_type: &str, body: impl Into<Body>) -> Request<Body> {
    let request = Request::post(path).header("host", "localhost").header("content-type", media_type);
    request.body(body.into()).expect("a request")
}

/// The whole answer.
pub async fn whole(response: Response<Incoming>) -> Answer {
    let status = response.status().as_u16();
    let text = |value: &hyper::header::HeaderValue| value.to_str().expect("text").to_owned();
    let headers = response.headers().iter().map(|(name, value)| (name.to_string(), text(value))).collect();
    let body = response.into_body().collect().await.expect("a body").to_bytes().to_vec();
    Answer { status, headers, body }
}

/// The answer to a body.
pub async fn post(service: &Running, path: &str, media_type: &str, body: impl Into<Body>) -> Answer {
    whole(send(service, request(path, media_type, body)).await).await
}

/// A text as it stands in a path or a query.
pub fn escaped(text: &str) -> String {
    text.bytes().map(|octet| format!("%{octet:02X}")).collect()
}
