//! `serve`: started, reloaded and stopped as an operator does it.

use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::support::{file, folder, program, ulabel};

/// A service that runs; it is ended with the test.
struct Service {
    child: Child,
    log: BufReader<std::process::ChildStderr>,
    socket: PathBuf,
}

impl Service {
    fn start(test: &str, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        let socket = folder(&format!("{test}-socket")).join("s");
        let path = socket.to_str().expect("UTF-8");
        let mut command = program(&["serve", "--log", "json", "--unix", path]);
        command.args(arguments).envs(variables.iter().copied());
        let mut child = command.spawn().expect("the program starts");
        let log = BufReader::new(child.stderr.take().expect("a pipe"));
        let mut service = Self { child, log, socket };
        service.log_line("listening");
        service
    }

    /// The next line of the log with this message.
    fn log_line(&mut self, message: &str) -> Value {
        let mut line = String::new();
        loop {
            line.clear();
            assert!(self.log.read_line(&mut line).expect("a line") > 0, "no {message} in the log");
            let event: Value = serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line}"));
            if event["message"].as_str().is_some_and(|found| found.starts_with(message)) {
                return event;
            }
        }
    }

    /// The status and the body of the answer to a request.
    fn get(&self, path: &str) -> (u16, Value) {
        get(&self.socket, "GET", path)
    }

    fn signal(&self, signal: &str) {
        let sent = Command::new("kill").args([signal, &self.child.id().to_string()]).status();
        assert!(sent.expect("kill runs").success());
    }

    /// Its exit status after a signal.
    fn stop(mut self, signal: &str) -> Option<i32> {
        self.signal(signal);
        self.log_line("stopped");
        self.child.wait().expect("it ends").code()
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        // One that a test has stopped is no more.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn get(socket: &Path, method: &str, path: &str) -> (u16, Value) {
    let start = Instant::now();
    // The first line of the log may come before the last listener.
    let mut stream = loop {
        match UnixStream::connect(socket) {
            Ok(stream) => break stream,
            Err(error) => assert!(start.elapsed() < Duration::from_secs(20), "{error}"),
        }
    };
    let head = format!("{method} {path} HTTP/1.1\r\nHost: l\r\nConnection: close\r\n\r\n");
    stream.write_all(head.as_bytes()).expect("written");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    let (head, body) = answer.split_once("\r\n\r\n").expect("a head");
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
    (status, serde_json::from_str(body).unwrap_or_default())
}

#[test]
fn a_service_is_reloaded_by_sighup_and_stopped_by_sigterm() {
    let found = ulabel(&["policy", "show", "ch"]);
    assert_eq!(found.status, 0, "{}", found.stderr);
    let policy = file("serve-reload", "mine.toml", found.stdout.as_bytes());
    let mut service = Service::start("serve-reload", &["--policy", policy.to_str().unwrap()], &[]);
    assert_eq!(service.get("/health").1["policies"], 1);
    assert_eq!(service.get("/v1/check/stra%C3%9Fe.ch").1["verdict"], "invalid");
    assert_eq!(service.get("/v1/check/a?policy=fr").0, 404);

    std::fs::write(&policy, "id = 3\n").unwrap();
    service.signal("-HUP");
    let told = service.log_line("not reloaded");
    assert!(told["reason"].as_str().unwrap().contains("mine.toml:1:"), "{told}");
    assert_eq!(service.get("/health").1["reload_failed"], true);
    assert_eq!(service.get("/v1/check/stra%C3%9Fe.ch").1["verdict"], "invalid");

    std::fs::write(&policy, &found.stdout).unwrap();
    service.signal("-HUP");
    assert_eq!(service.log_line("reloaded")["generation"], 2);
    let socket = service.socket.clone();
    assert_eq!(service.stop("-TERM"), Some(0));
    assert!(!socket.exists());
}

#[test]
fn rulesets_are_served_as_lgr_server_does() {
    let sets = folder("serve-rulesets");
    std::fs::create_dir_all(sets.join("mine")).unwrap();
    let ruleset = r#"<lgr xmlns="urn:ietf:params:xml:ns:lgr-1.0"><data>
        <char cp="0073"/><char cp="0073 0073"><var cp="00DF" type="blocked"/></char>
        <char cp="00DF"><var cp="0073 0073" type="blocked"/></char></data></lgr>"#;
    std::fs::write(sets.join("mine/de.xml"), ruleset).unwrap();
    let sets = sets.to_str().unwrap();

    let service = Service::start("serve-right", &["--rulesets", sets], &[]);
    assert_eq!(service.get("/mine/de/ss").1["index_label"], "ss");
    assert_eq!(service.get("/mine/de/%C3%9F/variants").1[0]["u_label"], "ss");
    assert_eq!(service.get("/health").0, 200);
    assert_eq!(service.stop("-INT"), Some(0));

    let service = Service::start("serve-limit", &["--rulesets", sets], &[("LGR_SERVER_MAX_VARIANTS", "1")]);
    let (status, error) = service.get("/mine/de/ss/variants");
    assert_eq!((status, &error["message"]), (400, &"Too many variants (2) for 'ss' (max 1)".into()));
}

#[test]
fn in_compatible_mode_the_routes_of_the_service_have_an_address_of_their_own() {
    let sets = folder("serve-compatible");
    let arguments = ["--rulesets", sets.to_str().unwrap(), "--lgr-server-compat"];
    let variables = [("LGR_SERVER_ADDR", "127.0.0.1"), ("LGR_SERVER_PORT", "0")];
    let mut service = Service::start("serve-compatible", &arguments, &variables);
    let address = service.log_line("listening")["address"].as_str().unwrap().to_owned();
    let mut stream = std::net::TcpStream::connect(address.trim_start_matches("http://")).unwrap();
    stream.write_all(b"GET /health HTTP/1.1\r\nHost: l\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.contains("Invalid path '/health'"), "{answer}");
    assert_eq!(service.get("/health").0, 200);
    assert_eq!(service.get("/heartbeat").0, 404);
}

#[test]
fn what_cannot_be_stops_the_start() {
    let sets = folder("serve-start");
    let sets = sets.to_str().unwrap();
    let run = |arguments: &[&str], variable: (&str, &str)| {
        let mut command = program(&["serve", "--listen", "127.0.0.1:0"]);
        command.args(arguments).env(variable.0, variable.1);
        crate::support::run(&mut command, b"")
    };
    let none = ("ULABEL_NOTHING", "");
    for (arguments, variable, status, told) in [
        (
            &["--rulesets", sets, "--lgr-server-compat"][..],
            ("LGR_SERVER_PORT", "70000"),
            1,
            "LGR_SERVER_PORT",
        ),
        (
            &["--rulesets", sets, "--lgr-server-compat"],
            ("LGR_SERVER_MAX_VARIANTS", "abc"),
            1,
            "LGR_SERVER_MAX_VARIANTS",
        ),
        (&["--rulesets", sets], ("LGR_SERVER_PORT", "abc"), 2, "LGR_SERVER_PORT"),
        (&["--lgr-server-compat"], none, 2, "--rulesets"),
        (&["--rulesets", "/nonexistent"], none, 2, "/nonexistent"),
        (&["--tld", "zz"], none, 2, "zz"),
        (&["--tld", "fr", "--policy", "fr"], none, 2, "two policies are called fr"),
        (&["--index", "/nonexistent"], none, 2, "/nonexistent"),
        (&["--listen", "nowhere"], none, 2, "nowhere"),
        (&["--unix", "/nonexistent/s"], none, 2, "/nonexistent/s"),
        (&["--unix", "/tmp/s,mode=999"], none, 2, "mode"),
        (&["--change-token-file", "/dev/null"], none, 2, "no token"),
        (&["--request-time", "0"], none, 2, "seconds"),
    ] {
        let found = run(arguments, variable);
        assert_eq!(found.status, status, "{arguments:?}: {}", found.stderr);
        assert!(found.stderr.contains(told), "{arguments:?}: {}", found.stderr);
        assert_eq!(found.stdout, "");
    }
}
