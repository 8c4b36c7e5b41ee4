//! Decisions beside names that exist, and changes of them.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use ulabel::decision::{Decider, NameRecord, Request};
use ulabel::language::{Language, Messages};
use ulabel::policy::builtin;
use ulabel_index::{Change, Index, IndexWriter};
use ulabel_server::{App, AppOptions, Existing, Policies, Served, Token, schema};

use crate::client::{JSON, LINES, escaped, post, request, send, whole};
use crate::support::{Answer, Running, folder, options};

const TOKEN: &str = "a-token-that-is-long-enough";

fn decider() -> Decider {
    Decider::new(&builtin::find("ca").unwrap().policy().unwrap()).unwrap()
}

fn record(name: &str, registrar: &str) -> NameRecord {
    NameRecord {
        name: name.into(),
        registrar: registrar.into(),
        registrant: "holder".into(),
        ..NameRecord::default()
    }
}

/// An index with a name in it.
fn index(test: &str) -> PathBuf {
    let folder = folder(test).join("index");
    let mut writer = IndexWriter::create(&folder, &decider()).unwrap();
    writer.apply(&[Change::Put(record("café.ca", "A"))]).unwrap();
    folder
}

async fn service(folder: &Path, change: impl FnOnce(&mut AppOptions)) -> Running {
    let folder = folder.to_path_buf();
    let load = move || {
        let decider = decider();
        let index = Index::open(&folder, &decider).unwrap();
        Ok(Served::new(Policies::builtin(), Some(Existing::new(decider, index))))
    };
    Running::new(App::new(load, options(change)).await.unwrap()).await
}

async fn change(service: &Running, what: &str, media_type: &str, body: impl ToString) -> Answer {
    let mut request = request(&format!("/v1/index/{what}"), media_type, body.to_string());
    request.headers_mut().insert("authorization", format!("Bearer {TOKEN}").parse().unwrap());
    whole(send(service, request).await).await
}

#[tokio::test]
async fn decisions_are_those_of_the_library() {
    let folder = index("decisions");
    let service = service(&folder, |_| {}).await;
    let decider = decider();
    let index = Index::open(&folder, &decider).unwrap();
    let messages = Messages::new(Language::Fr);
    let expected = |request: &Request<'_>| {
        let decision = decider.decide(request, &index).unwrap();
        serde_json::to_value(decision.view(request.name, &messages)).unwrap()
    };
    for name in
        ["café.ca", "cafe.ca", "xn--caf-dma.ca", "cafè", "bücher.ca", "-a.ca", "example.ch", "пример.ca"]
    {
        for registrar in ["A", "B"] {
            let query = format!("?registrar={registrar}&registrant=holder&lang=fr");
            let answer = service.get(&format!("/v1/decide/{}{query}", escaped(name))).await;
            let request =
                Request { registrant: Some("holder"), registrar: Some(registrar), ..Request::new(name) };
            assert_eq!(answer.json(), expected(&request), "{name} {registrar}");
            serde_json::from_slice::<schema::Decision>(&answer.body).unwrap();
        }
    }
    let body = json!([
        {"name": "cafe.ca", "registrant": "holder", "registrar": "A"},
        {"name": "cafe", "tld": ".ca", "registrar": "B", "aware": false},
        "cafè.ca",
    ]);
    let request = |name| Request { registrar: Some("Z"), look_alikes: false, ..Request::new(name) };
    let expected = json!([
        expected(&Request { registrant: Some("holder"), registrar: Some("A"), ..request("cafe.ca") }),
        expected(&Request { registrar: Some("B"), is_aware: false, ..request("cafe.ca") }),
        expected(&request("cafè.ca")),
    ]);
    let path = "/v1/decide?registrar=Z&look_alikes=false&lang=fr";
    assert_eq!(post(&service, path, JSON, body.to_string()).await.json(), expected);
    let lines: String = body.as_array().unwrap().iter().map(|it| format!("{it}\n")).collect();
    let answer = post(&service, path, LINES, lines).await;
    let answer: Vec<Value> = String::from_utf8(answer.body)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(json!(answer), expected);
    let faulty = post(&service, path, JSON, r#"{"name":"a","registrer":"b"}"#).await;
    assert_eq!((faulty.status, &faulty.json()["pointer"]), (400, &json!("/registrer")));
}

#[tokio::test]
async fn changes_are_durable_and_seen_when_they_are_answered() {
    let folder = index("changes");
    let service = service(&folder, |options| options.access.token = Token::new(TOKEN)).await;
    let added = change(
        &service,
        "add",
        JSON,
        json!({"name": "bücher.ca", "registrar": "B", "created": "2026-01-31"}),
    )
    .await;
    assert_eq!(
        (added.status, added.json()),
        (200, json!({"added": 1, "replaced": 0, "removed": 0, "absent": []}))
    );
    // Another reader finds it on the disk, and so does this service at once.
    let found = Index::open(&folder, &decider()).unwrap().get("bücher.ca").unwrap().unwrap();
    assert_eq!(found.registrar, "B");
    let answer = service.get(&format!("/v1/index/names/{}", escaped("xn--bcher-kva.ca"))).await;
    assert_eq!(answer.json(), serde_json::to_value(&found).unwrap());
    serde_json::from_slice::<schema::NameRecord>(&answer.body).unwrap();
    assert_eq!(service.get("/v1/decide/bucher.ca?registrar=C").await.json()["available"], false);

    let records = json!([{"name": "bücher.ca", "registrar": "C"}, {"name": "new.ca"}]);
    let updated = change(&service, "update", JSON, records).await.json();
    assert_eq!(updated, json!({"added": 0, "replaced": 1, "removed": 0, "absent": ["new.ca"]}));
    let added = change(&service, "add", JSON, json!([{"name": "new.ca"}, {"name": "café.ca"}])).await.json();
    assert_eq!(added, json!({"added": 1, "replaced": 1, "removed": 0, "absent": []}));
    let removed = change(&service, "remove", JSON, json!(["new.ca", "old.ca"])).await.json();
    assert_eq!(removed, json!({"added": 0, "replaced": 0, "removed": 1, "absent": ["old.ca"]}));
    assert_eq!(service.get("/v1/index/names/new.ca").await.json()["code"], "not-found");

    let stats = service.get("/v1/index").await;
    serde_json::from_slice::<schema::IndexStats>(&stats.body).unwrap();
    assert_eq!((&stats.json()["names"], &stats.json()["policy"]), (&json!(2), &json!("ca")));
    // Nobody else can write meanwhile.
    assert!(IndexWriter::open(&folder, &decider()).is_err());
    // After a reload it goes on.
    let mut reload = request("/v1/reload", JSON, "");
    reload.headers_mut().insert("authorization", format!("Bearer {TOKEN}").parse().unwrap());
    assert_eq!(whole(send(&service, reload).await).await.status, 200);
    assert_eq!(change(&service, "remove", JSON, json!("café.ca")).await.json()["removed"], 1);
    assert_eq!(service.get(&format!("/v1/index/names/{}", escaped("café.ca"))).await.status, 404);
}

#[tokio::test]
async fn changes_are_all_or_none_and_only_for_those_who_may() {
    let folder = index("access");
    {
        let service = service(&folder, |_| {}).await;
        for what in ["add", "update", "remove"] {
            let refused = change(&service, what, JSON, json!([])).await;
            assert_eq!((refused.status, &refused.json()["code"]), (403, &json!("changes-off")), "{what}");
        }
    }
    let service = service(&folder, |options| options.access.token = Token::new(TOKEN)).await;
    let refused = post(&service, "/v1/index/add", JSON, "[]").await;
    assert_eq!((refused.status, refused.header("www-authenticate")), (401, Some("Bearer")));
    let long = "a".repeat(70_000);
    for (media_type, body, status, place) in [
        (JSON, json!([{"name": "one.ca"}, {"name": "two.ca", "state": "gone"}]).to_string(), 400, "/1"),
        (JSON, json!([{"name": "one.ca"}, {"registrar": "A"}]).to_string(), 400, "/1"),
        (JSON, json!([{"name": "one.ca"}, 7]).to_string(), 400, "/1"),
        (JSON, json!([{"name": "one.ca"}, {"name": "two.ca", "owner": "x"}]).to_string(), 400, "/1"),
        (JSON, json!([{"name": "one.ca"}, {"name": "two.ca", "created": "never"}]).to_string(), 400, "/1"),
        (LINES, "{\"name\":\"one.ca\"}\n".into(), 415, ""),
        (JSON, json!([{"name": "one.ca"}, {"name": "two.ca", "registrant": long}]).to_string(), 400, "/1"),
        (JSON, "[{\"name\": \"one.ca\"},".into(), 400, ""),
    ] {
        let answer = change(&service, "add", media_type, &body).await;
        let problem = answer.json();
        let found = problem["pointer"].as_str().map_or_else(|| problem["line"].to_string(), str::to_owned);
        assert_eq!(answer.status, status, "{problem}");
        assert!(place.is_empty() || found == place, "{problem}");
        assert_eq!(service.get("/v1/index/names/one.ca").await.status, 404, "{problem}");
    }
}

#[tokio::test]
async fn another_writer_is_told() {
    let folder = index("locked");
    let service = service(&folder, |options| options.access.token = Token::new(TOKEN)).await;
    let writer = IndexWriter::open(&folder, &decider()).unwrap();
    let refused = change(&service, "add", JSON, json!({"name": "a.ca"})).await;
    assert_eq!((refused.status, &refused.json()["code"]), (409, &json!("index-locked")));
    assert!(!String::from_utf8(refused.body).unwrap().contains("locked/index"), "no path is told");
    drop(writer);
    assert_eq!(change(&service, "add", JSON, json!({"name": "a.ca"})).await.status, 200);
}

#[tokio::test]
async fn without_an_index_nothing_is_decided() {
    let service =
        Running::new(crate::support::app(options(|options| options.access.token = Token::new(TOKEN))).await)
            .await;
    for path in ["/v1/decide/a.ca", "/v1/index", "/v1/index/names/a.ca"] {
        let refused = service.get(path).await;
        assert_eq!((refused.status, &refused.json()["code"]), (404, &json!("no-index")), "{path}");
    }
    assert_eq!(change(&service, "add", JSON, json!({"name": "a.ca"})).await.json()["code"], "no-index");
}
