//! Bodies that nobody should send: each has an answer, and the service goes on.

use serde_json::Value;
use ulabel_server::schema;

use crate::client::{JSON, LINES, post, request, send, whole};
use crate::support::{Running, app, options};

const ROUTES: [&str; 5] =
    ["/v1/check", "/v1/explain", "/v1/key", "/v1/variants?policy=cn", "/v1/where?policies=ch"];

async fn service() -> Running {
    Running::new(app(options(|_| {})).await).await
}

fn bodies() -> Vec<(&'static str, Vec<u8>)> {
    let deep = |open: &str, close: &str| [open.repeat(100_000), close.repeat(100_000)].concat().into_bytes();
    vec![
        ("deep arrays", deep("[", "]")),
        ("deep objects", deep("{\"name\":", "}")),
        ("deep and open", "[".repeat(500_000).into_bytes()),
        ("a long string", format!("\"{}\"", "a".repeat(500_000)).into_bytes()),
        ("a long string of escapes", format!("\"{}\"", "\\u0000".repeat(100_000)).into_bytes()),
        ("a long string without an end", format!("\"{}", "a".repeat(500_000)).into_bytes()),
        ("a long key", format!("{{\"{}\":1}}", "a".repeat(500_000)).into_bytes()),
        ("a long number", "9".repeat(500_000).into_bytes()),
        ("a great exponent", b"1e999999999".to_vec()),
        ("a number", b"7".to_vec()),
        ("a truth", b"[true]".to_vec()),
        ("nothing", b"[null]".to_vec()),
        ("an array in an array", b"[[\"a\"]]".to_vec()),
        ("octets that are not UTF-8", b"\"\xFF\xFE\"".to_vec()),
        ("half a surrogate", br#""\ud800""#.to_vec()),
        ("an overlong form", b"\"\xC0\x80\"".to_vec()),
        ("a control character", b"\"a\x00b\"".to_vec()),
        ("a byte order mark", b"\xEF\xBB\xBF\"a\"".to_vec()),
        ("the same key twice", br#"{"name":"a","name":"b"}"#.to_vec()),
        ("a key too many", br#"{"name":"a","__proto__":{}}"#.to_vec()),
        ("two values", b"\"a\" \"b\"".to_vec()),
        ("white space", b"   ".to_vec()),
        ("nothing at all", Vec::new()),
    ]
}

#[tokio::test]
async fn every_route_refuses_them_with_a_problem() {
    let service = service().await;
    for route in ROUTES {
        for (what, body) in bodies() {
            let answer = post(&service, route, JSON, body).await;
            assert_eq!(
                (answer.status, answer.header("content-type")),
                (400, Some("application/problem+json")),
                "{route}: {what}"
            );
            let problem: schema::Problem = serde_json::from_slice(&answer.body).unwrap();
            assert!(problem.line.is_some() && problem.column.is_some(), "{route}: {what}: {problem:?}");
            assert!(problem.detail.len() < 1000, "{route}: {what}: {problem:?}");
        }
        assert_eq!(service.get("/health/live").await.status, 200);
    }
}

#[tokio::test]
async fn every_line_of_them_is_a_problem_and_the_next_is_answered() {
    let service = service().await;
    for (what, body) in bodies().into_iter().filter(|(_, body)| !body.trim_ascii().is_empty()) {
        let answer = post(&service, "/v1/check", LINES, [&body[..], b"\n\"good\"\n"].concat()).await;
        assert_eq!(answer.status, 200, "{what}");
        let lines: Vec<Value> = answer
            .body
            .split(|octet| *octet == b'\n')
            .filter(|line| !line.is_empty())
            .map(|line| serde_json::from_slice(line).unwrap())
            .collect();
        assert_eq!(lines.len(), 2, "{what}: {lines:?}");
        assert_eq!((&lines[0]["line"], &lines[1]["input"]), (&1.into(), &"good".into()), "{what}");
    }
}

#[tokio::test]
async fn strings_within_the_limit_are_answered_whatever_is_in_them() {
    let service = service().await;
    for text in [
        "",
        ".",
        "..",
        "\u{0}",
        "\u{202E}gpj\u{200B}",
        "\u{FFFF}\u{10FFFF}",
        &"ü".repeat(4096),
        &"a.".repeat(4096),
        &"\u{300}".repeat(4000),
        &"xn--".repeat(2000),
        &"\u{FDFA}".repeat(2700),
    ] {
        for route in ROUTES {
            let answer = post(&service, route, JSON, serde_json::to_string(text).unwrap()).await;
            assert_eq!(answer.status, 200, "{route}: {:?}", text.chars().take(10).collect::<String>());
            answer.json();
        }
    }
}

#[tokio::test]
async fn a_body_beyond_the_limit_is_not_read() {
    let service = service().await;
    let long = vec![b' '; 2 << 20];
    let answer = post(&service, "/v1/check", JSON, long.clone()).await;
    assert_eq!((answer.status, &answer.json()["code"]), (413, &"too-large".into()));
    // The length is not told.
    let (mut sender, body) = http_body_util::channel::Channel::<axum::body::Bytes>::new(1);
    let sent = tokio::spawn(async move {
        for piece in long.chunks(1 << 16) {
            if sender.send_data(piece.to_vec().into()).await.is_err() {
                break;
            }
        }
    });
    let response = send(&service, request("/v1/check", JSON, axum::body::Body::new(body))).await;
    assert_eq!(whole(response).await.status, 413);
    sent.abort();
}
