//! What is served is changed as a whole, under load, or not at all.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use ulabel::Checker;
use ulabel_server::{App, LoadError, Policies, Served, Token};

use crate::support::{Running, ask, options};

const TOKEN: &str = "a-token-of-a-test-that-is-long-enough";

/// A service whose policy `now` changes with each loading; one in three loadings is faulty.
async fn service() -> Running {
    let loadings = AtomicU64::new(0);
    let load = move || {
        let loading = loadings.fetch_add(1, Ordering::Relaxed);
        if loading % 3 == 2 {
            return Err(LoadError("policy.toml:3:1: error: a fault of the test".into()));
        }
        let name = format!("p{loading}");
        let both = [("always".to_owned(), Checker::registration()), (name, Checker::lookup())];
        Ok(Served::new(Policies::given(both), None))
    };
    let options = options(|options| options.access.token = Token::new(TOKEN));
    Running::new(App::new(load, options).await.unwrap()).await
}

#[tokio::test]
async fn a_reload_needs_the_token() {
    let service = service().await;
    for headers in ["", "Authorization: Bearer wrong\r\n", "Authorization: Basic a-token\r\n"] {
        let refused = service.request("POST", "/v1/reload", headers).await;
        assert_eq!((refused.status, refused.header("www-authenticate")), (401, Some("Bearer")), "{headers}");
    }
    assert_eq!(service.app.served().number, 1);
}

#[tokio::test]
async fn a_faulty_reload_keeps_the_old() {
    let service = service().await;
    let bearer = format!("Authorization: Bearer {TOKEN}\r\n");
    assert_eq!(service.get("/v1/check/a?policy=p0").await.status, 200);
    let done = service.request("POST", "/v1/reload", &bearer).await;
    assert_eq!((done.status, &done.json()["generation"]), (200, &2.into()));
    assert_eq!(service.get("/v1/check/a?policy=p0").await.status, 404);
    assert_eq!(service.get("/v1/check/a?policy=p1").await.status, 200);

    let faulty = service.request("POST", "/v1/reload", &bearer).await;
    assert_eq!((faulty.status, &faulty.json()["code"]), (422, &"faulty-reload".into()));
    assert!(faulty.json()["detail"].as_str().unwrap().contains("policy.toml:3:1"));
    assert_eq!(service.get("/v1/check/a?policy=p1").await.status, 200);
    let health = service.get("/health").await.json();
    assert_eq!((&health["generation"], &health["reload_failed"]), (&2.into(), &true.into()));

    service.app.reload().await.unwrap();
    assert_eq!(service.get("/health").await.json()["reload_failed"], false);
    let text = String::from_utf8(service.get("/metrics").await.body).unwrap();
    assert!(text.contains("ulabel_reloads_total{outcome=\"done\"} 2\n"), "{text}");
    assert!(text.contains("ulabel_reloads_total{outcome=\"faulty\"} 1\n"), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn no_request_fails_while_what_is_served_changes() {
    let service = Arc::new(service().await);
    let clients: Vec<_> = (0..4)
        .map(|_| {
            let service = service.clone();
            tokio::spawn(async move {
                let mut stream = service.connect().await;
                let mut asked = 0_u64;
                while service.app.served().number < 20 {
                    let answer = ask(&mut stream, "/v1/check/b%C3%BCcher?policy=always").await;
                    let answer = answer.expect("the connection stays");
                    assert_eq!((answer.status, &answer.json()["verdict"]), (200, &"valid".into()));
                    asked += 1;
                }
                asked
            })
        })
        .collect();
    while service.app.served().number < 20 {
        // One in three is faulty.
        let _ = service.app.reload().await;
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    for client in clients {
        assert!(client.await.unwrap() > 0);
    }
}

#[tokio::test]
async fn a_request_that_has_begun_keeps_what_it_has() {
    let service = service().await;
    let served = service.app.served();
    service.app.reload().await.unwrap();
    assert!(served.served.policies().checker(Some("p0")).is_ok());
    assert!(service.app.served().served.policies().checker(Some("p0")).is_err());
}
