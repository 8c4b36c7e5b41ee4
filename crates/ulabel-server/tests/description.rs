//! OpenAPI: the document describes the routes that there are, and the shapes of their answers.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::client::{JSON, escaped, post};
use crate::support::{Running, app, options};

async fn service() -> Running {
    Running::new(app(options(|_| {})).await).await
}

/// The paths with their methods.
fn described(document: &Value) -> BTreeMap<String, BTreeSet<String>> {
    let paths = document["paths"].as_object().unwrap();
    let methods =
        |item: &Value| item.as_object().unwrap().keys().map(|method| method.to_ascii_uppercase()).collect();
    paths.iter().map(|(path, item)| (path.clone(), methods(item))).collect()
}

#[tokio::test]
async fn it_lists_exactly_the_routes_that_there_are() {
    let service = service().await;
    let document = service.get("/openapi.json").await.json();
    assert_eq!(document["openapi"], "3.1.0");
    let described = described(&document);
    assert!(described.len() > 20);
    for (path, methods) in &described {
        // No route has DELETE, and each then says what it has.
        let concrete = path.replace(['{', '}'], "");
        let answer = service.request("DELETE", &concrete, "").await;
        assert_eq!(answer.status, 405, "{path}");
        let allowed: BTreeSet<String> =
            answer.header("allow").unwrap().split(',').map(str::to_owned).collect();
        let expected = methods.iter().cloned().chain(methods.contains("GET").then(|| "HEAD".to_owned()));
        assert_eq!(allowed, expected.collect(), "{path}");
    }
    // A route that is added without a description does not go unseen.
    let source = include_str!("../src/routes/mod.rs");
    assert_eq!(source.matches(".route(").count(), 0);
    let in_list: usize = source.lines().filter(|line| line.contains(".routes(routes!(")).count();
    assert_eq!(in_list, described.len());
}

#[tokio::test]
async fn every_route_parameter_and_member_has_words_and_every_body_an_example() {
    let document = service().await.get("/openapi.json").await.json();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let words = operation["summary"].as_str().or_else(|| operation["description"].as_str());
            assert!(words.is_some_and(|words| words.len() > 8), "{method} {path}");
            for parameter in operation["parameters"].as_array().into_iter().flatten() {
                assert!(parameter["description"].is_string(), "{method} {path} {parameter}");
            }
            for (media_type, content) in operation["requestBody"]["content"].as_object().into_iter().flatten()
            {
                assert!(!content["example"].is_null(), "{method} {path} {media_type}");
            }
            assert!(operation["responses"]["default"]["content"]["application/problem+json"].is_object());
        }
    }
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        for (member, described) in schema["properties"].as_object().into_iter().flatten() {
            let refers = described["$ref"].is_string()
                || described["anyOf"].is_array()
                || described["oneOf"].is_array();
            assert!(described["description"].is_string() || refers, "{name}.{member}");
        }
    }
}

#[tokio::test]
async fn answers_have_the_shapes_that_are_described() {
    let service = service().await;
    let document = service.get("/openapi.json").await.json();
    let holds = |path: &str, method: &str, status: &str, media_type: &str, answer: &Value| {
        let content = &document["paths"][path][method]["responses"][status]["content"][media_type];
        let mut schema = content["schema"].clone();
        assert!(schema.is_object(), "{path} {method} {status}");
        schema["components"] = document["components"].clone();
        let validator = jsonschema::draft202012::new(&schema).unwrap();
        let faults: Vec<String> = validator
            .iter_errors(answer)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(faults.is_empty(), "{path}: {faults:?}\n{answer}");
    };
    for name in ["bücher.ch", "-a.b", "l·l.cat", "xn--a", "", "аpple.ch", "a..b"] {
        for (path, query) in [("/v1/check", "&policy=ch"), ("/v1/check", "")] {
            let answer = service.get(&format!("{path}?name={}{query}", escaped(name))).await.json();
            holds(path, "get", "200", JSON, &answer);
        }
        let body = json!([name]).to_string();
        for (path, query) in [
            ("/v1/check", "?policy=ch"),
            ("/v1/explain", "?policy=ch"),
            ("/v1/key", "?policy=ch"),
            ("/v1/variants", "?policy=cn"),
            ("/v1/where", "?policies=ch,de"),
        ] {
            let answer = post(&service, &format!("{path}{query}"), JSON, body.clone()).await.json();
            holds(path, "post", "200", JSON, &answer);
        }
    }
    for path in ["/v1/policies", "/v1/problems", "/health", "/health/live", "/health/ready", "/openapi.json"]
    {
        holds(path, "get", "200", JSON, &service.get(path).await.json());
    }
    holds("/v1/policies/{policy}", "get", "200", JSON, &service.get("/v1/policies/ch").await.json());
    let problem = service.get("/v1/check/a?policy=nowhere").await.json();
    holds("/v1/check/{name}", "get", "default", "application/problem+json", &problem);
}

#[tokio::test]
async fn it_is_there_as_yaml() {
    let answer = service().await.get("/openapi.yaml").await;
    assert_eq!(answer.header("content-type"), Some("application/yaml"));
    assert!(
        answer.body.starts_with(b"openapi: 3.1.0\n"),
        "{:?}",
        String::from_utf8_lossy(&answer.body[..50])
    );
}
