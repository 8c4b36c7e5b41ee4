//! One label checked over kept connections, beside the floor: the same stack with a handler that answers a constant.
//!
//! `cargo bench -p ulabel-server`. Client and service share the machine, so only ratios of one run mean anything; floor and
//! check take turns, and the median of the rounds counts. `BENCH_SECONDS` is the length of one measurement, 3 without.
//!
//! | bar | |
//! |---|---|
//! | requests a second at saturation, of those of the floor | at least 0.8 |
//! | 99th percentile at 2,000 requests a second, of that of the floor | at most 1.3 |
//! | 99th percentile inside the handler | at most 50 µs |

#![allow(missing_docs, unreachable_pub)]
#![allow(clippy::indexing_slicing, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::routing::get;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::runtime;
use ulabel_server::serve::{Address, Binding, Server};
use ulabel_server::{App, AppOptions, Face, Policies, RequestLog, Served, router_with};

/// Rounds of which the median counts.
const ROUNDS: usize = 5;
/// Connections at saturation, as many as `wrk -c32` has.
const CONNECTIONS: usize = 32;
/// Connections and requests a second of the test of latency.
const PACED: (usize, u32) = (4, 2_000);

/// As long as the report of a name without findings.
const CONSTANT: &str = r#"{"input":"caf\u00e9.fr","name":"caf\u00e9.fr","ascii":"xn--caf-dma.fr","verdict":"valid","labels":[{"input":"caf\u00e9","kind":"u-label","u_label":"caf\u00e9","a_label":"xn--caf-dma","verdict":"valid","scripts":["Latn"],"findings":[]},{"input":"fr","kind":"nr-ldh-label","u_label":"fr","a_label":"fr","verdict":"valid","scripts":["Latn"],"findings":[]}],"findings":[]}"#;

/// Requests, in turn.
type Paths = &'static [&'static str];
const FLOOR: Paths = &["/floor/caf%C3%A9.fr"];
const CHECK: Paths = &[
    "/v1/check/caf%C3%A9.fr?policy=fr",
    "/v1/check/example.fr?policy=fr",
    "/v1/check/xn--bcher-kva.fr?policy=fr",
    "/v1/check/fran%C3%A7ais-et-anglais.fr?policy=fr",
];

fn main() {
    let seconds = std::env::var("BENCH_SECONDS").ok().and_then(|text| text.parse().ok()).unwrap_or(3.0);
    let time = Duration::from_secs_f64(seconds);
    let serving = runtime::Builder::new_multi_thread().enable_all().build().expect("threads");
    let address = serving.block_on(start());
    let client =
        runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a thread");
    client.block_on(async {
        // Policies are made ready and memory is warm.
        for paths in [FLOOR, CHECK] {
            saturate(address, paths, time / 3).await;
        }
        let (mut rates, mut latencies) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            let floor = saturate(address, FLOOR, time).await;
            rates.push((floor, saturate(address, CHECK, time).await));
            let floor = paced(address, FLOOR, time).await;
            latencies.push((floor, paced(address, CHECK, time).await));
        }
        let inside = inside_handler(address).await;
        println!("requests a second at saturation, {CONNECTIONS} connections: {}", row(&rates, 0));
        println!("µs, 99th percentile at {} a second, {} connections: {}", PACED.1, PACED.0, row(&latencies, 0));
        println!("99th percentile inside the handler: at most {inside} µs");
        println!(
            "bars: {:.2} of the floor's requests (0.8), {:.2} times its latency (1.3), {inside} µs inside (50)",
            median(rates.iter().map(|(floor, check)| check / floor)),
            median(latencies.iter().map(|(floor, check)| check / floor)),
        );
    });
}

/// Both columns by their medians.
fn row(measured: &[(f64, f64)], digits: usize) -> String {
    let floor = median(measured.iter().map(|(floor, _)| *floor));
    let check = median(measured.iter().map(|(_, check)| *check));
    format!("floor {floor:.digits$}, check {check:.digits$}")
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

async fn start() -> SocketAddr {
    let mut options = AppOptions::default();
    options.request_log = RequestLog::Nothing;
    let app = App::new(|| Ok(Served::new(Policies::builtin(), None)), options).await.expect("policies");
    let floor = get(async || ([(CONTENT_TYPE, "application/json")], CONSTANT));
    let more = Router::new().route("/floor/{name}", floor);
    let binding = Binding::new(Address::Tcp(([127, 0, 0, 1], 0).into()), Face::All);
    let routes = |app, binding: &Binding| router_with(app, binding.face, more.clone());
    let server = Server::bind_with(app, vec![binding], routes).await.expect("a port");
    let Some(Address::Tcp(address)) = server.addresses().next() else { panic!("it listens on TCP") };
    tokio::spawn(server.run(std::future::pending()));
    address
}

/// A connection that is kept, with one request at a time.
struct Client {
    stream: TcpStream,
    requests: Vec<String>,
    next: usize,
    buffer: Vec<u8>,
}

impl Client {
    async fn new(address: SocketAddr, paths: Paths) -> Self {
        let stream = TcpStream::connect(address).await.expect("a connection");
        stream.set_nodelay(true).expect("an option of TCP");
        let requests = paths.iter().map(|path| format!("GET {path} HTTP/1.1\r\nHost: l\r\n\r\n")).collect();
        Self { stream, requests, next: 0, buffer: vec![0; 16 << 10] }
    }

    async fn ask(&mut self) -> &[u8] {
        let request = &self.requests[self.next];
        self.next = (self.next + 1) % self.requests.len();
        self.stream.write_all(request.as_bytes()).await.expect("written");
        let mut filled = 0;
        loop {
            let read = self.stream.read(&mut self.buffer[filled..]).await.expect("read");
            assert!(read > 0, "the connection stays");
            filled += read;
            if filled == self.buffer.len() {
                self.buffer.resize(filled * 2, 0);
            }
            if let Some((status, body, length)) = head(&self.buffer[..filled])
                && filled >= body + length
            {
                assert_eq!(status, b"200");
                return &self.buffer[body..body + length];
            }
        }
    }
}

/// The status, where the body begins, and how long it is.
fn head(octets: &[u8]) -> Option<(&[u8], usize, usize)> {
    let end = octets.windows(4).position(|four| four == b"\r\n\r\n")?;
    let text = std::str::from_utf8(&octets[..end]).expect("ASCII");
    let length = text.lines().find_map(|line| line.strip_prefix("content-length: ")).expect("a length");
    Some((&octets[9..12], end + 4, length.parse().expect("a number")))
}

/// Requests a second, as many as go.
async fn saturate(address: SocketAddr, paths: Paths, time: Duration) -> f64 {
    let (count, is_over) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicBool::new(false)));
    let mut clients = Vec::new();
    for _ in 0..CONNECTIONS {
        let (count, is_over) = (count.clone(), is_over.clone());
        let mut client = Client::new(address, paths).await;
        clients.push(tokio::spawn(async move {
            while !is_over.load(Ordering::Relaxed) {
                client.ask().await;
                count.fetch_add(1, Ordering::Relaxed);
            }
        }));
    }
    let start = Instant::now();
    let before = count.load(Ordering::Relaxed);
    tokio::time::sleep(time).await;
    let asked = count.load(Ordering::Relaxed) - before;
    let rate = asked as f64 / start.elapsed().as_secs_f64();
    is_over.store(true, Ordering::Relaxed);
    for client in clients {
        client.await.expect("no fault");
    }
    rate
}

/// The 99th percentile in microseconds, from the moment at which a request was due.
async fn paced(address: SocketAddr, paths: Paths, time: Duration) -> f64 {
    let (connections, rate) = PACED;
    let every = Duration::from_secs(1) * connections as u32 / rate;
    let mut clients = Vec::new();
    for number in 0..connections {
        let mut client = Client::new(address, paths).await;
        clients.push(tokio::spawn(async move {
            let mut due = Instant::now() + every * number as u32 / connections as u32;
            let end = due + time;
            let mut taken = Vec::new();
            while due < end {
                // The timer of the runtime is too coarse: what is left is waited for by yielding.
                while Instant::now() < due {
                    tokio::task::yield_now().await;
                }
                client.ask().await;
                taken.push(due.elapsed().as_secs_f64() * 1e6);
                due += every;
            }
            taken
        }));
    }
    let mut taken = Vec::new();
    for client in clients {
        taken.extend(client.await.expect("no fault"));
    }
    taken.sort_by(f64::total_cmp);
    taken[taken.len() * 99 / 100]
}

/// The bound of the bucket that holds the 99th percentile of the time inside the handler, in microseconds.
async fn inside_handler(address: SocketAddr) -> f64 {
    let mut client = Client::new(address, &["/metrics"]).await;
    let text = String::from_utf8(client.ask().await.to_vec()).expect("UTF-8");
    let value = |line: &str| line.rsplit_once(' ').and_then(|(_, value)| value.parse().ok()).unwrap_or(0.0);
    let of_route = |line: &&str| line.contains("route=\"/v1/check/{name}\"");
    let count = text.lines().filter(of_route).find(|line| line.contains("_count{")).map_or(0.0, value);
    let buckets = text.lines().filter(of_route).filter(|line| line.contains("_bucket{"));
    let bound = buckets
        .filter(|line| value(line) >= count * 0.99)
        .filter_map(|line| line.split("le=\"").nth(1)?.split('"').next()?.parse::<f64>().ok())
        .next();
    bound.map_or(f64::INFINITY, |seconds| (seconds * 1e6).round())
}
