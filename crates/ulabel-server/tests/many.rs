//! Many names in one request: arrays and JSON Lines, in their order, within memory.

use std::time::Duration;

use axum::body::{Body, Bytes};
use http_body_util::BodyExt;
use http_body_util::channel::Channel;
use serde_json::{Value, json};
use tokio::io::AsyncWriteExt;
use tokio::time::timeout;
use ulabel::Checker;
use ulabel::language::{Language, Messages};

use crate::client::{JSON, LINES, post, request, send};
use crate::support::{LONG, Running, app, options};

/// A name of each kind, with its number in it.
fn name(number: usize) -> String {
    match number % 5 {
        0 => format!("name{number}.example"),
        1 => format!("bücher{number}.ch"),
        2 => format!("-name{number}"),
        3 => format!("пример{number}"),
        _ => format!("xn--{number}"),
    }
}

async fn service() -> Running {
    Running::new(app(options(|options| options.limits.labels = 100_000)).await).await
}

#[tokio::test]
async fn arrays_are_answered_in_their_order() {
    let service = service().await;
    let (checker, messages) = (Checker::registration(), Messages::new(Language::En));
    for count in [0, 1, 16, 17, 3000] {
        let names: Vec<String> = (0..count).map(name).collect();
        let answer = post(&service, "/v1/check", JSON, json!(names).to_string()).await;
        assert_eq!(answer.header("content-type"), Some("application/json"));
        let expected: Vec<Value> = names
            .iter()
            .map(|name| serde_json::to_value(checker.check(name).view(&messages)).unwrap())
            .collect();
        assert_eq!(answer.json(), json!(expected), "{count}");
    }
}

#[tokio::test]
async fn a_fault_in_an_array_refuses_all_of_it_and_says_where() {
    let service = service().await;
    for (body, code, place) in [
        ("[\"a\",\n 7]", "bad-request", json!([2, 2, "/1"])),
        ("[\"a\", {\"nam\": \"b\"}]", "bad-request", json!([1, 12, "/1/nam"])),
        ("[\"a\"", "bad-request", json!([1, 4, ""])),
        ("{\"name\": null}", "bad-request", json!([1, 14, ""])),
        ("\"a\" \"b\"", "bad-request", json!([1, 5, null])),
        ("", "bad-request", json!([1, 0, ""])),
    ] {
        let answer = post(&service, "/v1/check", JSON, body).await;
        let problem = answer.json();
        assert_eq!((answer.status, &problem["code"]), (400, &json!(code)), "{body}: {problem}");
        let found = json!([problem["line"], problem["column"], problem["pointer"]]);
        assert_eq!(found, place, "{body}: {problem}");
    }
    let service = Running::new(app(options(|options| options.limits.labels = 2)).await).await;
    let answer = post(&service, "/v1/check", JSON, r#"["a","b","c"]"#).await;
    assert_eq!((answer.status, &answer.json()["code"]), (413, &json!("too-large")));
    for media_type in ["text/plain", "application/xml", ""] {
        let answer = post(&service, "/v1/check", media_type, "\"a\"").await;
        assert_eq!((answer.status, &answer.json()["code"]), (415, &json!("unsupported-media-type")));
    }
}

#[tokio::test]
async fn a_faulty_line_is_answered_in_its_place() {
    let service = service().await;
    let body =
        "\"a\"\n\n  {\"name\":\"b\"} \r\n7\n{\"a_name\":\"a\",\"u_name\":\"b\"}\n[\"x\"]\n\"\\ud800\"\n\"c\"";
    for media_type in [LINES, "application/x-ndjson", "Application/JSONL; charset=utf-8"] {
        let answer = post(&service, "/v1/check", media_type, body).await;
        assert_eq!((answer.status, answer.header("content-type")), (200, Some(LINES)));
        let text = String::from_utf8(answer.body).unwrap();
        assert!(text.ends_with('\n'));
        let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let seen: Vec<Value> =
            lines.iter().map(|it| it.get("line").or_else(|| it.get("input")).unwrap().clone()).collect();
        assert_eq!(seen, [json!("a"), json!("b"), json!(4), json!("a b"), json!(6), json!(7), json!("c")]);
        assert_eq!((&lines[2]["code"], &lines[2]["column"]), (&json!("bad-request"), &json!(1)));
    }
}

/// The memory of this process, in octets.
fn memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    Some(line.split_whitespace().nth(1)?.parse::<u64>().ok()? << 10)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hundred_thousand_lines_in_order_and_in_little_memory() {
    const COUNT: usize = 100_000;
    const MOST: u64 = 80 << 20;
    let name = |number| [name(number), name(number), name(number)].join(".");
    let service = service().await;
    let (mut sender, body) = Channel::<Bytes>::new(1);
    let sent = tokio::spawn(async move {
        for first in (0..COUNT).step_by(100) {
            let lines: String =
                (first..first + 100).map(|number| format!("\"{}\"\n", name(number))).collect();
            sender.send_data(lines.into()).await.expect("the service reads");
        }
    });
    let mut response = send(&service, request("/v1/check", LINES, Body::new(body))).await;
    assert_eq!(response.status(), 200);
    let (mut buffer, mut seen, mut octets, before, mut most) = (Vec::new(), 0, 0_u64, memory(), 0);
    while let Some(frame) = timeout(LONG, response.frame()).await.expect("in time") {
        let data = frame.expect("a frame").into_data().expect("data");
        octets += data.len() as u64;
        buffer.extend_from_slice(&data);
        let Some(end) = buffer.iter().rposition(|octet| *octet == b'\n') else { continue };
        let rest = buffer.split_off(end + 1);
        for line in buffer.split_inclusive(|octet| *octet == b'\n') {
            let start = format!("{{\"input\":\"{}\",", name(seen));
            assert!(line.starts_with(start.as_bytes()), "{start} {}", String::from_utf8_lossy(line));
            seen += 1;
        }
        buffer = rest;
        most = memory().max(Some(most)).unwrap_or(0);
    }
    sent.await.expect("all is sent");
    assert_eq!(seen, COUNT);
    if let Some(before) = before {
        // All answers together are more than what they took at any time. Other tests run beside.
        assert!(octets > MOST, "{octets}");
        assert!(most.saturating_sub(before) < MOST, "{before} {most}");
    } else {
        eprintln!("skipped in part: this system does not tell the memory of a process");
    }
}

#[tokio::test]
async fn an_answer_comes_before_the_next_line_is_there() {
    let service = service().await;
    let (mut sender, body) = Channel::<Bytes>::new(1);
    let mut response = send(&service, request("/v1/check", LINES, Body::new(body))).await;
    for number in 0..3 {
        sender.send_data(format!("\"name{number}\"\n").into()).await.expect("the service reads");
        let frame = timeout(LONG, response.frame()).await.expect("in time").expect("more").expect("a frame");
        let data = frame.into_data().expect("data");
        assert!(data.starts_with(format!("{{\"input\":\"name{number}\"").as_bytes()), "{data:?}");
    }
    drop(sender);
    assert!(timeout(LONG, response.frame()).await.expect("in time").is_none());
}

#[tokio::test]
async fn who_does_not_read_cannot_send_without_end() {
    let service = service().await;
    let mut stream = service.connect().await;
    let head = "POST /v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/jsonl\r\n\
        Content-Length: 10000000000\r\n\r\n";
    stream.write_all(head.as_bytes()).await.expect("written");
    let lines = "\"bücher.example\"\n".repeat(1000);
    let mut octets = 0;
    while let Ok(written) = timeout(Duration::from_secs(2), stream.write(lines.as_bytes())).await {
        octets += written.expect("the connection stays");
        assert!(octets < 64 << 20, "the service reads on");
    }
    // Another client is served all the same.
    assert_eq!(service.get("/v1/check/a").await.status, 200);
}

#[tokio::test]
async fn who_sends_nothing_more_is_told_and_left() {
    let limits = options(|options| {
        options.limits.read_time = Duration::from_millis(200);
        options.limits.long_answers = 1;
    });
    let service = Running::new(app(limits).await).await;
    let (mut sender, body) = Channel::<Bytes>::new(1);
    let response = send(&service, request("/v1/check", LINES, Body::new(body))).await;
    sender.send_data("\"a\"\n\"b".into()).await.expect("the service reads");
    // There is no place for another.
    let answer = post(&service, "/v1/check", LINES, "\"a\"\n").await;
    assert_eq!((answer.status, &answer.json()["code"]), (503, &json!("overloaded")));
    assert_eq!(answer.header("retry-after"), Some("1"));
    let body =
        timeout(LONG, response.into_body().collect()).await.expect("in time").expect("a body").to_bytes();
    let last: Value =
        serde_json::from_slice(body.split(|octet| *octet == b'\n').rev().nth(1).unwrap()).unwrap();
    assert_eq!((&last["code"], &last["line"]), (&json!("request-timeout"), &json!(2)));
    let answer = post(&service, "/v1/check", LINES, "\"a\"\n").await;
    assert_eq!(answer.status, 200);
}

#[tokio::test]
async fn other_routes_take_many_too() {
    let service = service().await;
    for (path, texts) in [
        ("/v1/explain?policy=ch", json!(["Bücher.ch", "-a"])),
        ("/v1/key?policy=ch", json!(["bücher.ch", "a"])),
        ("/v1/variants?policy=cn&limit=2", json!(["国际", "学"])),
        ("/v1/where?policies=ch,de", json!(["straße", "a"])),
    ] {
        let array = post(&service, path, JSON, texts.to_string()).await;
        let lines: String = texts.as_array().unwrap().iter().map(|text| format!("{text}\n")).collect();
        let lines = post(&service, path, LINES, lines).await;
        assert_eq!((array.status, lines.status), (200, 200), "{path}");
        let lines: Vec<Value> = lines
            .body
            .split(|octet| *octet == b'\n')
            .filter(|line| !line.is_empty())
            .map(|line| serde_json::from_slice(line).unwrap())
            .collect();
        assert_eq!(array.json(), json!(lines), "{path}");
        let one = post(&service, path, JSON, texts[0].to_string()).await;
        assert_eq!(one.json(), array.json()[0], "{path}");
    }
}
