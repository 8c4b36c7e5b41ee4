//! The answers of LGR Server, recorded, and the right ones beside them: every one is asked of a service over a socket.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;
use ulabel_server::lgr_server::{Environment, LgrServerOptions};
use ulabel_server::{Face, RequestLog};

use crate::support::{Answer, Running, answer, app, folder, options};
use crate::workspace::{shared_lines, shared_path};

/// Paths that are the service's own where it serves both.
const OWN: [&str; 5] = ["/", "/favicon.ico", "/health", "/metrics", "/openapi.yaml"];

/// The published rulesets under the names that LGR Server has for them: links in a folder of ours.
fn rulesets(test: &str, lines: &[Value]) -> Option<PathBuf> {
    let published = shared_path("lgr")?;
    let folder = folder(test);
    for line in lines {
        let mut parts = line["path"].as_str()?.trim_start_matches('/').split(['/', '?']);
        let (set, tag) = (parts.next()?.replace("%2D", "-"), parts.next());
        let Some(file) = line["lgr"].as_str() else { continue };
        let tag = line["tag"].as_str().or(tag)?;
        let tag = tag.replace("%2D", "-");
        let tag = tag.split('%').next()?;
        link(&published.join(file), &folder.join(set).join(format!("{tag}.xml")));
    }
    // Sets that are named where no ruleset is needed.
    for set in ["root-zone", "second-level-reference", "full-variant-set"] {
        std::fs::create_dir_all(folder.join(set)).expect("a folder");
    }
    Some(folder)
}

#[cfg(unix)]
fn link(file: &Path, to: &Path) {
    std::fs::create_dir_all(to.parent().expect("a set")).expect("a folder");
    if !to.exists() {
        std::os::unix::fs::symlink(file, to).expect("a link");
    }
}

#[cfg(not(unix))]
fn link(file: &Path, to: &Path) {
    std::fs::create_dir_all(to.parent().expect("a set")).expect("a folder");
    std::fs::copy(file, to).expect("a copy");
}

async fn service(rulesets: &Path, face: Face, is_compatible: bool, environment: Environment) -> Running {
    let app = app(options(|options| {
        options.request_log = RequestLog::Nothing;
        // Tests are built with less optimization than programs.
        options.limits.work_time = std::time::Duration::from_secs(120);
        options.limits.request_time = options.limits.work_time;
        options.lgr_server = Some(LgrServerOptions {
            rulesets: rulesets.into(),
            max_variants: environment.max_variants(),
            is_compatible,
        });
    }));
    Running::with(app.await, face, axum::Router::new()).await
}

/// Asks as a line says, byte for byte, on a connection that is kept as long as it lasts.
async fn ask(service: &Running, connection: &mut Option<TcpStream>, line: &Value) -> Option<Answer> {
    let method = line["method"].as_str().unwrap_or("GET");
    let path = line["path"].as_str().expect("a path");
    let mut stream = match connection.take() {
        Some(stream) => stream,
        None => service.connect().await,
    };
    let head = format!("{method} {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");
    stream.write_all(head.as_bytes()).await.expect("written");
    let answer = answer(&mut stream, method).await;
    if answer.is_some() {
        *connection = Some(stream);
    }
    answer
}

/// What is wrong with an answer.
fn fault(line: &Value, answer: Option<&Answer>, is_compatible: bool) -> Option<String> {
    let is_recorded = is_compatible || line["differs"].is_null();
    let (status, body) =
        if is_recorded { (&line["status"], &line["body"]) } else { (&line["right_status"], &line["right"]) };
    let Some(answer) = answer else {
        return (*status != 0).then(|| "the connection was closed".into());
    };
    if *status != answer.status {
        return Some(format!("status {}, expected {status}", answer.status));
    }
    if line["group"] == "method" {
        return if is_compatible { html_fault(answer) } else { allow_fault(line, answer) };
    }
    let media_type = answer.header("content-type");
    if media_type != Some("application/json; charset=utf-8") {
        return Some(format!("{media_type:?}"));
    }
    if answer.header("access-control-allow-origin") != Some("*") {
        return Some("other origins may not read it".into());
    }
    let found = answer.json();
    (sorted(&found) != sorted(body)).then(|| format!("{found}\n    expected {body}"))
}

fn html_fault(answer: &Answer) -> Option<String> {
    let media_type = answer.header("content-type");
    (media_type != Some("text/html;charset=utf-8")).then(|| format!("{media_type:?}"))
}

fn allow_fault(line: &Value, answer: &Answer) -> Option<String> {
    let set = |allow: &str| -> Vec<String> {
        let mut methods: Vec<String> = allow.split(',').map(|method| method.trim().to_owned()).collect();
        methods.sort();
        methods
    };
    let expected = line["right"]["allow"].as_str().map(set);
    let found = answer.header("allow").map(set);
    (expected != found || !answer.body.is_empty() && expected.is_none())
        .then(|| format!("allow {found:?}, expected {expected:?}"))
}

/// A list of variants in one order, since that of LGR Server is an accident.
fn sorted(body: &Value) -> Value {
    let mut body = body.clone();
    if let Value::Array(variants) = &mut body {
        variants.sort_by_key(|variant| variant["a_label"].to_string());
    }
    body
}

/// Asks every line, and panics with the number of faults of each kind.
async fn replay(test: &str, face: Face, is_compatible: bool) {
    let (Some(lines), Some(env_lines)) =
        (shared_lines("vectors/service/requests.jsonl"), shared_lines("vectors/service/env.jsonl"))
    else {
        return;
    };
    let all: Vec<Value> =
        lines.iter().chain(&env_lines).filter(|line| line["path"].is_string()).cloned().collect();
    let folder = rulesets(test, &all).expect("the published rulesets");
    let mut faults: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut asked = 0;
    // Each with a connection that is kept.
    let mut services: Vec<(Value, Running, Option<TcpStream>)> = Vec::new();
    for line in &all {
        if face == Face::All && OWN.iter().any(|path| line["path"] == *path) {
            continue;
        }
        let env = &line["env"];
        let at = services.iter().position(|(known, ..)| known == env);
        let at = match at {
            Some(at) => at,
            None => {
                let read = |name: &str| env[name].as_str().map(Into::into);
                let environment = Environment::read(read).expect("variables");
                services.push((env.clone(), service(&folder, face, is_compatible, environment).await, None));
                services.len() - 1
            }
        };
        let (_, service, connection) = &mut services[at];
        let answer = ask(service, connection, line).await;
        asked += 1;
        let id = line["id"].as_str().expect("an id");
        if let Some(fault) = fault(line, answer.as_ref(), is_compatible) {
            let kind = format!("{} {}", line["group"], line["differs"]);
            faults.entry(kind).or_default().push(format!("{id} {}: {fault}", line["path"]));
        }
    }
    assert!(asked >= 900, "{asked} lines");
    if !faults.is_empty() {
        for (kind, faults) in &faults {
            println!("{kind}: {}\n  {}", faults.len(), faults.join("\n  "));
        }
        panic!("{} of {asked} answers are wrong", faults.values().map(Vec::len).sum::<usize>());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_recorded_request_gets_the_right_answer() {
    replay("lgr-server-right", Face::LgrServer, false).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_recorded_request_gets_the_answer_of_lgr_server_in_compatible_mode() {
    replay("lgr-server-compatible", Face::LgrServer, true).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn they_do_beside_the_routes_of_the_service_too() {
    replay("lgr-server-beside", Face::All, false).await;
}

#[test]
fn variables_that_cannot_be_stop_the_start() {
    let Some(lines) = shared_lines("vectors/service/env.jsonl") else { return };
    let starts: Vec<&Value> = lines.iter().filter(|line| line["group"] == "env-start").collect();
    assert!(!starts.is_empty());
    for line in starts {
        let read = |name: &str| line["env"][name].as_str().map(Into::into);
        assert!(Environment::read(read).is_err(), "{line}");
    }
}

const RULESET: &str = r#"<lgr xmlns="urn:ietf:params:xml:ns:lgr-1.0"><data>
  <range first-cp="0061" last-cp="007A"/></data></lgr>"#;

#[tokio::test]
async fn a_changed_file_is_read_anew_and_a_faulty_one_is_told() {
    let folder = folder("lgr-server-files");
    std::fs::create_dir_all(folder.join("my set")).unwrap();
    let file = folder.join("my set/xx.xml");
    std::fs::write(&file, RULESET).unwrap();
    let service = service(&folder, Face::All, false, Environment::default()).await;
    let path = "/my%20set/xx/caf%C3%A9";
    assert_eq!(service.get(path).await.json()["eligible"], false);

    let with_accent = RULESET.replace("</data>", "<char cp=\"00E9\"/></data>");
    std::fs::write(&file, &with_accent).unwrap();
    assert_eq!(service.get(path).await.json()["eligible"], true);

    std::fs::write(&file, "<lgr>").unwrap();
    for _ in 0..2 {
        let answer = service.get(path).await;
        assert_eq!((answer.status, &answer.json()["error"]), (500, &500.into()));
    }
    std::fs::write(&file, &with_accent).unwrap();
    assert_eq!(service.get(path).await.json()["eligible"], true);
    std::fs::remove_file(&file).unwrap();
    assert_eq!(service.get(path).await.json()["message"], "Unknown LGR 'xx'");
}

#[tokio::test]
async fn a_file_is_read_once_until_it_changes_or_all_is_loaded_anew() {
    let folder = folder("lgr-server-once");
    std::fs::create_dir_all(folder.join("s")).unwrap();
    let file = folder.join("s/xx.xml");
    let other = RULESET.replace("007A", "0062");
    assert_eq!(other.len(), RULESET.len());
    let modified = std::time::SystemTime::now() - std::time::Duration::from_secs(60);
    let write = |text: &str| {
        std::fs::write(&file, text).unwrap();
        std::fs::File::options().write(true).open(&file).unwrap().set_modified(modified).unwrap();
    };
    write(RULESET);
    let service = service(&folder, Face::All, false, Environment::default()).await;
    assert_eq!(service.get("/s/xx/z").await.json()["eligible"], true);
    // Nothing tells that it is another.
    write(&other);
    assert_eq!(service.get("/s/xx/z").await.json()["eligible"], true);
    service.app.reload().await.unwrap();
    assert_eq!(service.get("/s/xx/z").await.json()["eligible"], false);
}

#[tokio::test]
async fn rulesets_that_have_no_room_are_served_all_the_same() {
    let folder = folder("lgr-server-room");
    std::fs::create_dir_all(folder.join("s")).unwrap();
    for tag in ["aa", "bb", "cc"] {
        std::fs::write(folder.join(format!("s/{tag}.xml")), RULESET).unwrap();
    }
    for ruleset_octets in [1, RULESET.len() as u64] {
        let app = app(options(|options| {
            options.limits.ruleset_octets = ruleset_octets;
            let rulesets = folder.clone();
            options.lgr_server = Some(LgrServerOptions { rulesets, max_variants: 1, is_compatible: false });
        }));
        let service = Running::new(app.await).await;
        for tag in ["aa", "bb", "cc", "aa", "bb", "cc"] {
            assert_eq!(service.get(&format!("/s/{tag}/z")).await.json()["eligible"], true);
        }
    }
}

#[tokio::test]
async fn the_routes_of_the_service_go_first_and_not_in_compatible_mode() {
    let folder = folder("lgr-server-first");
    std::fs::create_dir_all(folder.join("v1")).unwrap();
    std::fs::write(folder.join("v1/xx.xml"), RULESET).unwrap();
    let right = service(&folder, Face::All, false, Environment::default()).await;
    assert_eq!(right.get("/v1/xx/abc").await.json()["code"], "not-found");
    assert_eq!(right.get("/health").await.json()["status"], "ready");
    let compatible = service(&folder, Face::LgrServer, true, Environment::default()).await;
    assert_eq!(compatible.get("/health").await.json()["message"], "Invalid path '/health'");
    assert_eq!(compatible.get("/v1/check/abc").await.status, 404);
    assert_eq!(compatible.get("/v1/xx/abc").await.json()["message"], "Invalid LGR set 'v1'");
}
