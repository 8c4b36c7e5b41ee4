//! Each route answers as the program does: with what the library's views write, octet for octet.

use serde::Serialize;
use serde_json::{Value, json};
use ulabel::collisions::{NameKeys, VariantList};
use ulabel::language::{Language, Messages};
use ulabel::lgr::Scratch;
use ulabel::policy::builtin;
use ulabel::view::explanation::Explanation;
use ulabel::view::{PolicyRow, PolicyView};
use ulabel::{Checker, Report};
use ulabel_server::{LoadError, Policies, Served, schema};

use crate::client::{JSON, escaped, post};
use crate::support::{Running, app, options};

/// Labels of many scripts, valid and not.
const NAMES: [&str; 14] = [
    "www.example",
    "bücher.ch",
    "xn--bcher-kva.ch",
    "straße.ch",
    "пример.рф",
    "例え.jp",
    "παράδειγμα.gr",
    "مثال.sa",
    "a·b.cat",
    "l·l.cat",
    "-a.ch",
    "xn--a",
    "аpple.com",
    "क्‍ष.in",
];

async fn service() -> Running {
    Running::new(app(options(|_| {})).await).await
}

fn checker(policy: Option<&str>) -> Checker {
    match policy {
        None => Checker::registration(),
        Some(id) => Checker::with_policy(&builtin::find(id).unwrap().policy().unwrap()).unwrap(),
    }
}

fn octets(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).unwrap()
}

#[tokio::test]
async fn a_check_is_that_of_the_library_in_every_language() {
    let service = service().await;
    for (policy, query) in
        [(None, ""), (Some("ch"), "policy=ch&"), (Some("xn--p1ai"), "policy=%D1%80%D1%84&")]
    {
        let checker = checker(policy);
        for (name, language) in NAMES.iter().zip(Language::ALL.iter().cycle()) {
            let expected = octets(&checker.check(name).view(&Messages::new(*language)));
            let path = format!("/v1/check/{}?{query}lang={language}", escaped(name));
            let answer = service.get(&path).await;
            assert_eq!((answer.status, &answer.body), (200, &expected), "{path}");
            assert_eq!(answer.header("content-language"), Some(language.tag()));
            assert_eq!(answer.header("vary"), Some("accept-language"));
            let path = format!("/v1/check?{query}name={}&lang={language}", escaped(name));
            assert_eq!(service.get(&path).await.body, expected, "{path}");
            let body = json!(name).to_string();
            let path = format!("/v1/check?{query}lang={language}");
            assert_eq!(post(&service, &path, JSON, body).await.body, expected, "{path}");
        }
    }
}

#[tokio::test]
async fn a_pair_must_be_the_same_label() {
    let service = service().await;
    let mut report = Report::new();
    Checker::registration().check_pair_into("xn--bcher-kva.ch", "bucher.ch", &mut report);
    let expected = octets(&report.view(&Messages::new(Language::En)));
    let path = format!("/v1/pair?a_name=xn--bcher-kva.ch&u_name={}", escaped("bucher.ch"));
    assert_eq!(service.get(&path).await.body, expected);
    let body = json!({"a_name": "xn--bcher-kva.ch", "u_name": "bucher.ch"}).to_string();
    let answer = post(&service, "/v1/check", JSON, body).await;
    assert_eq!(answer.body, expected);
    assert_eq!(answer.json()["labels"][0]["findings"][0]["code"], "ace.pair-mismatch");
    // One without the other is no pair.
    for path in ["/v1/pair", "/v1/pair?a_name=a", "/v1/pair?name=a", "/v1/check", "/v1/check?name=a&name=b"] {
        assert_eq!(service.get(path).await.status, 400, "{path}");
    }
}

#[tokio::test]
async fn the_language_is_the_one_named_or_the_best_that_is_accepted() {
    let service = service().await;
    let message = |answer: Value| answer["labels"][0]["findings"][0]["message"].clone();
    let ask = async |query: &str, header: &str| {
        let header = if header.is_empty() { String::new() } else { format!("Accept-Language: {header}\r\n") };
        message(service.request("GET", &format!("/v1/check/-a{query}"), &header).await.json())
    };
    let french = ask("?lang=fr", "").await;
    assert_ne!(french, ask("", "").await);
    assert_eq!(french, ask("", "de, fr-CH;q=0.8, en;q=0.7").await);
    assert_eq!(french, ask("?lang=fr", "ru").await);
    assert_eq!(ask("", "de").await, ask("?lang=en", "").await);
}

#[tokio::test]
async fn explanations_and_keys() {
    let service = service().await;
    let (checker, messages) = (checker(Some("ch")), Messages::new(Language::Fr));
    let tables = checker.policy().unwrap().tables().unwrap().clone();
    for name in NAMES {
        let report = checker.check(name);
        let path = format!("/v1/explain/{}?policy=ch&lang=fr", escaped(name));
        let answer = service.get(&path).await;
        assert_eq!(answer.body, octets(&Explanation::new(&report, &checker, &messages)), "{name}");
        serde_json::from_slice::<schema::Explanation>(&answer.body).unwrap();

        let mut keys = NameKeys::new(Some(tables.clone()));
        keys.take(name);
        let answer = service.get(&format!("/v1/key/{}?policy=ch", escaped(name))).await;
        assert_eq!(answer.body, octets(&keys), "{name}");
        serde_json::from_slice::<schema::NameKeys>(&answer.body).unwrap();
        let mut keys = NameKeys::new(None);
        keys.take(name);
        assert_eq!(service.get(&format!("/v1/key/{}", escaped(name))).await.body, octets(&keys), "{name}");
    }
}

#[tokio::test]
async fn variants_are_counted_and_listed_within_a_limit() {
    let service = service().await;
    let tables = checker(Some("cn")).policy().unwrap().tables().unwrap().clone();
    for (disposition, query) in [
        (None, ""),
        (Some("allocatable"), "&disposition=allocatable"),
        (Some("blocked"), "&disposition=blocked"),
    ] {
        for (label, limit) in [("网络", 3), ("国际", 100), ("学", 0), ("абв", 10), ("xn--a", 10)] {
            let list = VariantList::new(&tables, label.as_bytes(), disposition, limit, &mut Scratch::new());
            let path = format!("/v1/variants/{}?policy=cn&limit={limit}{query}", escaped(label));
            let answer = service.get(&path).await;
            assert_eq!(answer.body, octets(&list), "{path}");
            let read: schema::VariantList = serde_json::from_slice(&answer.body).unwrap();
            assert!(read.variants.len() <= limit);
            assert!(
                read.variants
                    .iter()
                    .all(|variant| disposition.is_none_or(|only| only == variant.disposition))
            );
        }
    }
    let refused = service.get("/v1/variants/a").await;
    assert_eq!((refused.status, &refused.json()["code"]), (404, &json!("no-tables")));
    for limit in ["10001", "-1", "x", "99999999999999999999"] {
        let refused = service.get(&format!("/v1/variants/a?policy=cn&limit={limit}")).await;
        assert_eq!((refused.status, &refused.json()["code"]), (400, &json!("bad-request")), "{limit}");
    }
}

#[tokio::test]
async fn where_a_label_may_be_registered() {
    let service = service().await;
    let answer = service.get(&format!("/v1/where/{}?policies=ch,de,at&lang=es", escaped("straße"))).await;
    let expected: Vec<Value> = ["ch", "de", "at"]
        .into_iter()
        .map(|tld| {
            let checker = checker(Some(tld));
            let placement = checker.place("straße").unwrap();
            serde_json::to_value(placement.view(&Messages::new(Language::Es))).unwrap()
        })
        .collect();
    assert_eq!(answer.json(), json!(expected));
    assert_eq!(answer.json()[0]["reason"]["code"], "policy.not-in-table");
    let verdicts = |answer: Value| -> Vec<Value> {
        answer.as_array().unwrap().iter().map(|place| place["verdict"].clone()).collect()
    };
    assert_eq!(verdicts(answer.json()), ["invalid", "valid", "invalid"]);

    let answer =
        service.get(&format!("/v1/where/{}?policies=ch,de,at&verdict=valid", escaped("straße"))).await;
    assert_eq!(answer.json().as_array().unwrap().len(), 1);
    assert_eq!(service.get("/v1/where/a?policies=ch,nowhere").await.status, 404);

    // Without a list of them, the policies of the service.
    let load = || {
        let policies = ["uk", "ch"].map(|id| (id.to_owned(), checker(Some(id))));
        Ok::<_, LoadError>(Served::new(Policies::given(policies), None))
    };
    let service = Running::new(ulabel_server::App::new(load, options(|_| {})).await.unwrap()).await;
    let answer = service.get(&format!("/v1/where/{}", escaped("bücher"))).await.json();
    let policies: Vec<_> = answer.as_array().unwrap().iter().map(|place| &place["policy"]).collect();
    assert_eq!(policies, ["uk", "ch"]);
    let many =
        post(&service, "/v1/where?verdict=valid", JSON, json!(["bücher", "example", "a.b"]).to_string())
            .await;
    let many: Vec<usize> =
        many.json().as_array().unwrap().iter().map(|it| it.as_array().unwrap().len()).collect();
    assert_eq!(many, [1, 2, 0]);
}

#[tokio::test]
async fn where_asks_all_that_is_built_in_and_keeps_it_ready() {
    let service = Running::new(
        app(options(|options| options.limits.work_time = std::time::Duration::from_secs(50))).await,
    )
    .await;
    let start = std::time::Instant::now();
    let first = service.get("/v1/where/example").await;
    let first_took = start.elapsed();
    assert_eq!(first.json().as_array().map(Vec::len), Some(builtin::all().len()));
    let start = std::time::Instant::now();
    assert_eq!(service.get("/v1/where/example").await.body, first.body);
    eprintln!(
        "the first of {} policies took {first_took:?}, the second {:?}",
        builtin::all().len(),
        start.elapsed()
    );
    assert!(start.elapsed() < first_took);
}

#[tokio::test]
async fn policies_are_listed_and_shown() {
    let service = service().await;
    let rows: Vec<_> = builtin::all().iter().chain(builtin::starts()).map(PolicyRow::from).collect();
    let answer = service.get("/v1/policies").await;
    assert_eq!(answer.body, octets(&rows));
    serde_json::from_slice::<Vec<schema::PolicyRow>>(&answer.body).unwrap();
    for id in ["ch", "xn--p1ai", "cn", "uk-start"] {
        let policy = builtin::find(id).unwrap().policy().unwrap();
        let rulesets = policy.to_rulesets(&mut |_| Err("none".into())).unwrap();
        let answer = service.get(&format!("/v1/policies/{id}")).await;
        assert_eq!(answer.body, octets(&PolicyView::new(&policy, &rulesets)), "{id}");
        serde_json::from_slice::<schema::Policy>(&answer.body).unwrap();
    }
    assert_eq!(service.get("/v1/policies/nowhere").await.json()["code"], "not-found");
}

#[tokio::test]
async fn every_problem_leads_to_its_description() {
    let service = service().await;
    let all = service.get("/v1/problems").await.json();
    assert!(all.as_array().unwrap().len() > 15);
    for described in all.as_array().unwrap() {
        let path = described["type"].as_str().unwrap();
        assert_eq!(&service.get(path).await.json(), described);
        assert!(described["explanation"].as_str().unwrap().ends_with('.'), "{path}");
    }
    let problem = service.get("/v1/check/a?policy=nowhere").await;
    let read: schema::Problem = serde_json::from_slice(&problem.body).unwrap();
    assert_eq!((read.code.as_str(), read.r#type.as_str()), ("not-found", "/v1/problems/not-found"));
    assert_eq!(service.get("/v1/problems/nothing").await.status, 404);
}
