//! What clients cannot do to the service.

use std::time::{Duration, Instant};

use axum::routing::{get, post};
use axum::{Router, response::IntoResponse};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use ulabel_server::extract::Octets;
use ulabel_server::{App, Face};

use crate::support::{LONG, Running, answer, app, ask, options};

/// Routes that read a body, and that take their time.
fn more() -> Router<App> {
    Router::new()
        .route("/v1/length", post(async |Octets(body): Octets| body.len().to_string()))
        .route("/v1/slow", get(async || tokio::time::sleep(Duration::from_secs(2)).await))
        .route("/v1/long", get(work))
        .route("/v1/short", get(short))
        .route("/v1/panic", get(async || -> String { panic!("as a test asks") }))
}

async fn work(axum::extract::State(app): axum::extract::State<App>) -> axum::response::Response {
    let worked = app.run_apart(|deadline| {
        while !deadline.has_passed() {
            std::thread::sleep(Duration::from_millis(5));
        }
        // It takes no notice of its end for a while.
        std::thread::sleep(Duration::from_millis(300));
    });
    worked.await.map(|()| "done").into_response()
}

async fn short(axum::extract::State(app): axum::extract::State<App>) -> axum::response::Response {
    app.run_apart(|_| "done").await.into_response()
}

async fn service(change: impl FnOnce(&mut ulabel_server::Limits)) -> Running {
    Running::with(app(options(|options| change(&mut options.limits))).await, Face::All, more()).await
}

/// Reads until the service closes the connection.
async fn rest(stream: &mut (impl tokio::io::AsyncRead + Unpin)) -> String {
    let mut rest = Vec::new();
    // A connection that is broken off is closed too.
    let _ = tokio::time::timeout(LONG, stream.read_to_end(&mut rest)).await.expect("closed in time");
    String::from_utf8_lossy(&rest).into_owned()
}

#[tokio::test]
async fn a_half_sent_head_is_cut_by_the_timer() {
    let service = service(|limits| limits.head_time = Duration::from_millis(300)).await;
    let mut idle = service.connect().await;
    let mut half = service.connect().await;
    half.write_all(b"GET /health HTTP/1.1\r\nHost: loc").await.unwrap();
    let start = Instant::now();
    let told = rest(&mut half).await;
    assert!(start.elapsed() >= Duration::from_millis(250), "not before its time");
    assert!(told.is_empty() || told.starts_with("HTTP/1.1 408"), "{told}");
    rest(&mut idle).await;
    // One that drips on is cut as well.
    let mut drip = service.connect().await;
    let start = Instant::now();
    while drip.write_all(b"G").await.is_ok() && start.elapsed() < LONG {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert!(start.elapsed() < LONG);
    assert_eq!(service.get("/health/live").await.status, 200);
}

#[tokio::test]
async fn too_many_connections_are_told() {
    let service = service(|limits| limits.connections = 2).await;
    let mut first = service.connect().await;
    let mut second = service.connect().await;
    for stream in [&mut first, &mut second] {
        assert_eq!(ask(stream, "/health/live").await.unwrap().status, 200);
    }
    let refused = service.get("/health/live").await;
    assert_eq!((refused.status, refused.header("retry-after")), (503, Some("1")));
    drop(first);
    // Its place is free when the service has seen that it is gone.
    let start = Instant::now();
    while service.get("/health/live").await.status != 200 {
        assert!(start.elapsed() < LONG);
    }
    assert_eq!(ask(&mut second, "/health/live").await.unwrap().status, 200);
}

#[tokio::test]
async fn a_head_has_a_greatest_size() {
    let service = service(|_| {}).await;
    let long = format!("X-Long: {}\r\n", "a".repeat(40_000));
    assert_eq!(service.request("GET", "/health", &long).await.status, 431);
    assert_eq!(service.request("GET", "/health", &"X-Many: a\r\n".repeat(100)).await.status, 431);
    assert!(matches!(service.get(&format!("/{}", "a".repeat(70_000))).await.status, 414 | 431));
}

#[tokio::test]
async fn an_endless_body_is_refused() {
    let service = service(|limits| limits.body_octets = 10_000).await;
    let told = service.request("POST", "/v1/length", "Content-Length: 99999999999\r\n").await;
    assert_eq!((told.status, &told.json()["code"]), (413, &"too-large".into()));

    let mut endless = service.connect().await;
    endless
        .write_all(b"POST /v1/length HTTP/1.1\r\nHost: l\r\nTransfer-Encoding: chunked\r\n\r\n")
        .await
        .unwrap();
    let (mut reading, mut writing) = endless.split();
    let chunk = format!("400\r\n{}\r\n", "a".repeat(0x400));
    let writer = async {
        // Until the service closes.
        while writing.write_all(chunk.as_bytes()).await.is_ok() {}
    };
    let told = tokio::select! {
        told = answer(&mut reading, "POST") => told.expect("an answer"),
        () = writer => panic!("closed before it was told"),
    };
    assert_eq!(told.status, 413);
}

#[tokio::test]
async fn a_slow_body_times_out() {
    let service = service(|limits| limits.request_time = Duration::from_millis(300)).await;
    let mut slow = service.connect().await;
    slow.write_all(b"POST /v1/length HTTP/1.1\r\nHost: l\r\nContent-Length: 100\r\n\r\nab").await.unwrap();
    let told = answer(&mut slow, "POST").await.unwrap();
    assert_eq!((told.status, told.header("connection")), (408, Some("close")));
    assert_eq!(rest(&mut slow).await, "");
}

#[tokio::test]
async fn a_client_that_reads_nothing_is_cut() {
    let big = Router::new().route("/v1/big", get(async || vec![b'a'; 50_000_000]));
    let options = options(|options| options.limits.write_time = Duration::from_millis(300));
    let service = Running::with(app(options).await, Face::All, big).await;
    let mut stream = service.connect().await;
    stream.write_all(b"GET /v1/big HTTP/1.1\r\nHost: l\r\n\r\n").await.unwrap();
    let text = async || String::from_utf8(service.get("/metrics").await.body).unwrap();
    let start = Instant::now();
    // Its own, and then only that which asks for the numbers.
    while !text().await.contains("ulabel_connections 1\n") {
        assert!(start.elapsed() < LONG);
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[tokio::test]
async fn too_many_requests_are_told_and_health_is_not_among_them() {
    let service = service(|limits| limits.requests = 1).await;
    let mut busy = service.connect().await;
    busy.write_all(b"GET /v1/slow HTTP/1.1\r\nHost: l\r\n\r\n").await.unwrap();
    tokio::time::sleep(Duration::from_millis(300)).await;
    let told = service.get("/v1/check/a").await;
    assert_eq!((told.status, told.header("retry-after")), (503, Some("1")));
    assert_eq!(told.json()["code"], "overloaded");
    assert_eq!(service.get("/health/live").await.status, 200);
    assert_eq!(answer(&mut busy, "GET").await.unwrap().status, 200);
    assert_eq!(service.get("/v1/check/a").await.status, 200);
}

#[tokio::test]
async fn long_work_has_few_threads_few_places_and_an_end() {
    let service = service(|limits| {
        limits.workers = std::num::NonZeroUsize::MIN;
        limits.waiting = 1;
        limits.work_time = Duration::from_millis(400);
    })
    .await;
    let (first, second, third) =
        tokio::join!(service.get("/v1/long"), service.get("/v1/long"), service.get("/v1/long"));
    let mut codes: Vec<String> =
        [first, second, third].iter().map(|answer| answer.json()["code"].to_string()).collect();
    codes.sort();
    assert_eq!(codes, ["\"overloaded\"", "\"work-timeout\"", "\"work-timeout\""]);
    // The thread is free again.
    let start = Instant::now();
    while service.get("/v1/short").await.status != 200 {
        assert!(start.elapsed() < LONG);
    }
}

#[tokio::test]
async fn a_panic_is_an_answer() {
    let service = service(|_| {}).await;
    assert_eq!(service.get("/v1/panic").await.json()["code"], "internal");
    assert_eq!(service.get("/v1/check/a").await.status, 200);
}
