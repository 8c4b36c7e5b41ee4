//! The service's own routes: answers, problems, methods, health, numbers.

use serde_json::json;

use crate::support::{Running, app, options};

#[tokio::test]
async fn a_name_is_checked_under_a_policy_and_in_a_language() {
    let service = Running::new(app(options(|_| {})).await).await;
    let answer = service.get("/v1/check/b%C3%BCcher.ch?policy=ch").await;
    assert_eq!((answer.status, answer.header("content-type")), (200, Some("application/json")));
    let report = answer.json();
    assert_eq!((&report["verdict"], &report["ascii"]), (&json!("valid"), &json!("xn--bcher-kva.ch")));

    let refused = service.get("/v1/check/stra%C3%9Fe.ch?policy=ch&lang=fr").await.json();
    let english = service.get("/v1/check/stra%C3%9Fe.ch?policy=ch").await.json();
    assert_eq!(refused["verdict"], "invalid");
    let message = |report: &serde_json::Value| report["labels"][0]["findings"][0]["message"].clone();
    assert!(message(&refused).is_string() && message(&refused) != message(&english));
    // Without a policy IDNA2008 alone is asked.
    assert_eq!(service.get("/v1/check/stra%C3%9Fe.ch").await.json()["verdict"], "valid");
}

#[tokio::test]
async fn errors_are_problems() {
    let service = Running::new(app(options(|_| {})).await).await;
    for (method, path, status, code) in [
        ("GET", "/v1/check/a?policy=nowhere", 404, "not-found"),
        ("GET", "/v1/check/a?lang=xx", 400, "bad-request"),
        ("GET", "/v1/check/a?polcy=ch", 400, "bad-request"),
        ("GET", "/v1/check/%FF", 400, "bad-request"),
        ("GET", "/v1/nothing", 404, "not-found"),
        ("GET", "/nothing", 404, "not-found"),
        ("POST", "/v1/check/a", 405, "method-not-allowed"),
        ("POST", "/health", 405, "method-not-allowed"),
        ("POST", "/v1/reload", 403, "changes-off"),
    ] {
        let answer = service.request(method, path, "").await;
        assert_eq!(
            (answer.status, answer.header("content-type")),
            (status, Some("application/problem+json")),
            "{path}"
        );
        let problem = answer.json();
        assert_eq!((&problem["status"], &problem["code"]), (&json!(status), &json!(code)), "{path}");
        assert_eq!(problem["type"], "about:blank");
        assert_eq!(answer.header("allow").is_some(), status == 405, "{path}");
    }
}

#[tokio::test]
async fn health_and_numbers() {
    let service = Running::new(app(options(|_| {})).await).await;
    assert_eq!(service.get("/health/live").await.json(), json!({"status": "live"}));
    assert_eq!(service.get("/health/ready").await.json(), json!({"status": "ready"}));
    let health = service.get("/health").await.json();
    assert_eq!((&health["generation"], &health["names"]), (&json!(1), &json!(null)));
    let head = service.request("HEAD", "/health", "").await;
    assert_eq!(head.status, 200);

    service.get("/v1/check/a").await;
    service.get("/v1/check/-a").await;
    let text = String::from_utf8(service.get("/metrics").await.body).unwrap();
    for line in [
        "ulabel_requests_total{route=\"/v1/check/{name}\",method=\"GET\",status=\"200\"} 2",
        "ulabel_verdicts_total{verdict=\"valid\",family=\"none\"} 1",
        "ulabel_verdicts_total{verdict=\"invalid\",family=\"syntax\"} 1",
        "ulabel_handler_seconds_count{route=\"/v1/check/{name}\"} 2",
        "ulabel_connections 1",
    ] {
        assert!(text.lines().any(|found| found == line), "{line}\n{text}");
    }
}
