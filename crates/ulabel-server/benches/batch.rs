//! 100,000 names in one request, inside the handler: no sockets, all of the body and of the answer in memory.
//!
//! `cargo bench -p ulabel-server --bench batch`. The floor is the library alone, on one thread: each name checked and its
//! report written. The median of the rounds counts.
//!
//! | bar | |
//! |---|---|
//! | names of a zone a second | at least 1,000,000 |

#![allow(missing_docs)]
#![allow(clippy::expect_used, clippy::indexing_slicing)]

use std::time::Instant;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::Request;
use http_body_util::BodyExt;
use tower::ServiceExt;
use ulabel::language::{Language, Messages};
use ulabel::{Checker, Report};
use ulabel_server::{App, AppOptions, Face, Policies, RequestLog, Served, router};

const NAMES: usize = 100_000;
const ROUNDS: usize = 15;

fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("threads");
    runtime.block_on(async {
        let mut options = AppOptions::default();
        options.request_log = RequestLog::Nothing;
        options.limits.labels = NAMES;
        options.limits.body_octets = 64 << 20;
        let app = App::new(|| Ok(Served::new(Policies::builtin(), None)), options).await.expect("policies");
        let router = router(app, Face::Own);
        // Of the second level of a zone, one in a hundred with a letter beyond ASCII.
        let zone = |number: usize| match number % 100 {
            0 => format!("büro-{number}.example"),
            _ => format!("a-name-{number}.example"),
        };
        let idn = |number: usize| format!("büro-{number}.example");
        for (what, names) in
            [("zone", (0..NAMES).map(zone).collect()), ("IDN", (0..NAMES).map(idn).collect())]
        {
            let names: Vec<String> = names;
            let floor = median(|| floor(&names));
            println!("{what}: the library alone, on one thread: {floor:.0} names a second");
            let array = Bytes::from(serde_json::to_vec(&names).expect("JSON"));
            let lines: String = names.iter().map(|name| format!("\"{name}\"\n")).collect();
            for (format, media_type, body) in
                [("array", "application/json", array), ("JSON Lines", "application/jsonl", lines.into())]
            {
                let mut rates = Vec::new();
                for _ in 0..ROUNDS {
                    rates.push(ask(&router, media_type, &body).await);
                }
                rates.sort_by(f64::total_cmp);
                println!("{what}: {format}: {:.0} names a second", rates[ROUNDS / 2]);
            }
        }
    });
}

fn median(mut measure: impl FnMut() -> f64) -> f64 {
    let mut rates: Vec<f64> = (0..ROUNDS).map(|_| measure()).collect();
    rates.sort_by(f64::total_cmp);
    rates[ROUNDS / 2]
}

fn floor(names: &[String]) -> f64 {
    let (checker, messages) = (Checker::registration(), Messages::new(Language::En));
    let (mut report, mut out) = (Report::new(), Vec::new());
    let start = Instant::now();
    for name in names {
        out.clear();
        checker.check_into(name, &mut report);
        if !report.append_plain_json(&mut out) {
            serde_json::to_writer(&mut out, &report.view(&messages)).expect("JSON");
        }
        std::hint::black_box(&out);
    }
    rate(start)
}

async fn ask(router: &Router, media_type: &str, body: &Bytes) -> f64 {
    let request = Request::post("/v1/check").header("content-type", media_type);
    let request = request.body(Body::from(body.clone())).expect("a request");
    let start = Instant::now();
    let Ok(response) = router.clone().oneshot(request).await;
    assert_eq!(response.status(), 200);
    let mut body = response.into_body();
    let mut octets = 0;
    while let Some(frame) = body.frame().await {
        octets += frame.expect("a frame").data_ref().map_or(0, Bytes::len);
    }
    assert!(octets > NAMES * 100);
    rate(start)
}

fn rate(start: Instant) -> f64 {
    NAMES as f64 / start.elapsed().as_secs_f64()
}
