//! A stop that loses nothing and ends in time.

use std::time::{Duration, Instant};

use axum::Router;
use axum::routing::get;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use ulabel_server::Face;
use ulabel_server::serve::Ended;

use crate::support::{Running, answer, app, ask, options};

async fn service(drain: Duration) -> Running {
    let more = Router::new()
        .route("/v1/slow", get(async || tokio::time::sleep(Duration::from_secs(2)).await))
        .route("/v1/never", get(std::future::pending::<()>));
    let options = options(|options| {
        options.limits.drain_time = drain;
        options.limits.request_time = Duration::from_secs(600);
        options.limits.head_time = Duration::from_secs(600);
    });
    Running::with(app(options).await, Face::All, more).await
}

#[tokio::test]
async fn requests_in_flight_and_waiting_connections_are_answered() {
    let mut service = service(Duration::from_secs(30)).await;
    let mut slow = service.connect().await;
    slow.write_all(b"GET /v1/slow HTTP/1.1\r\nHost: l\r\n\r\n").await.unwrap();
    let mut idle = service.connect().await;
    assert_eq!(ask(&mut idle, "/health/ready").await.unwrap().status, 200);
    tokio::time::sleep(Duration::from_millis(200)).await;
    // One that nobody may have accepted yet.
    let mut waiting = service.connect().await;
    waiting.write_all(b"GET /v1/check/a HTTP/1.1\r\nHost: l\r\n\r\n").await.unwrap();
    service.stop();
    assert_eq!(answer(&mut waiting, "GET").await.unwrap().status, 200);
    assert_eq!(answer(&mut slow, "GET").await.unwrap().status, 200);
    // The idle one is closed, and nobody is taken any more.
    assert_eq!(idle.read(&mut [0; 1]).await.unwrap_or(0), 0);
    let address = service.address;
    assert_eq!(service.ended().await, Ended { broken_off: 0 });
    assert!(tokio::net::TcpStream::connect(address).await.is_err());
}

#[tokio::test]
async fn a_half_sent_request_does_not_hold_the_stop() {
    let mut service = service(Duration::from_secs(30)).await;
    let mut half = service.connect().await;
    half.write_all(b"GET /v1/check/a HTTP/1.1\r\nHo").await.unwrap();
    // One that comes to its end within the moment that it has is answered.
    let mut late = service.connect().await;
    late.write_all(b"GET /v1/check/a HTTP/1.1\r\nHo").await.unwrap();
    tokio::time::sleep(Duration::from_millis(200)).await;
    let start = Instant::now();
    service.stop();
    tokio::time::sleep(Duration::from_millis(200)).await;
    late.write_all(b"st: l\r\n\r\n").await.unwrap();
    assert_eq!(answer(&mut late, "GET").await.unwrap().status, 200);
    assert_eq!(service.ended().await, Ended { broken_off: 0 });
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}

#[tokio::test]
async fn a_request_without_end_is_broken_off() {
    let mut service = service(Duration::from_millis(1500)).await;
    let mut never = service.connect().await;
    never.write_all(b"GET /v1/never HTTP/1.1\r\nHost: l\r\n\r\n").await.unwrap();
    tokio::time::sleep(Duration::from_millis(300)).await;
    service.stop();
    assert_eq!(service.ended().await, Ended { broken_off: 1 });
}
