//! A service that runs on a free port, and a client that writes and reads octets as they are.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use serde_json::Value;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use ulabel_server::serve::{Address, Binding, Ended, Server};
use ulabel_server::{App, AppOptions, Face, LoadError, Policies, Served, router_with};

/// More than any answer takes on a busy machine.
pub const LONG: Duration = Duration::from_secs(60);

/// Policies that are built in, and no index.
pub fn builtin() -> Result<Served, LoadError> {
    Ok(Served::new(Policies::builtin(), None))
}

/// A state with these options.
pub async fn app(options: AppOptions) -> App {
    App::new(builtin, options).await.expect("policies")
}

/// Options with other values.
pub fn options(change: impl FnOnce(&mut AppOptions)) -> AppOptions {
    let mut options = AppOptions::default();
    change(&mut options);
    options
}

/// A service that runs.
pub struct Running {
    pub app: App,
    pub address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    served: JoinHandle<Ended>,
}

impl Running {
    pub async fn new(app: App) -> Self {
        Self::with(app, Face::All, axum::Router::new()).await
    }

    pub async fn with(app: App, face: Face, more: axum::Router<App>) -> Self {
        let address = Address::Tcp("127.0.0.1:0".parse().expect("an address"));
        let routes = |app, binding: &Binding| router_with(app, binding.face, more.clone());
        let server = Server::bind_with(app.clone(), vec![Binding::new(address, face)], routes).await;
        let server = server.expect("a free port");
        let Some(Address::Tcp(address)) = server.addresses().next() else { panic!("it listens on TCP") };
        let (stop, stopped) = oneshot::channel();
        let served = tokio::spawn(server.run(async {
            let _ = stopped.await;
        }));
        Self { app, address, stop: Some(stop), served }
    }

    pub async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.expect("a connection")
    }

    /// Tells the service to stop.
    pub fn stop(&mut self) {
        self.stop.take().expect("not stopped before").send(()).expect("it runs");
    }

    /// Waits until it has stopped.
    pub async fn ended(self) -> Ended {
        tokio::time::timeout(LONG, self.served).await.expect("it ends").expect("no panic")
    }

    /// The answer to one request, on a connection of its own.
    pub async fn get(&self, path: &str) -> Answer {
        self.request("GET", path, "").await
    }

    /// The answer to one request with further header lines.
    pub async fn request(&self, method: &str, path: &str, headers: &str) -> Answer {
        let mut stream = self.connect().await;
        let head =
            format!("{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}\r\n");
        stream.write_all(head.as_bytes()).await.expect("written");
        answer(&mut stream, method).await.expect("an answer")
    }
}

/// An answer.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}

/// Reads one answer; none if the connection is closed before.
pub async fn answer(stream: &mut (impl AsyncRead + Unpin), method: &str) -> Option<Answer> {
    tokio::time::timeout(LONG, read_answer(stream, method)).await.expect("an answer in time")
}

async fn read_answer(stream: &mut (impl AsyncRead + Unpin), method: &str) -> Option<Answer> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let octet = stream.read_u8().await.ok()?;
        head.push(octet);
    }
    let head = String::from_utf8(head).expect("a head in ASCII");
    let mut lines = head.trim_end().lines();
    let status = lines.next().expect("a status line").split(' ').nth(1).expect("a status");
    let headers: Vec<(String, String)> = lines
        .map(|line| line.split_once(": ").expect("a header"))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
        .collect();
    let mut answer = Answer { status: status.parse().expect("a number"), headers, body: Vec::new() };
    if method != "HEAD" {
        let length = answer.header("content-length").map_or(0, |length| length.parse().expect("a number"));
        answer.body.resize(length, 0);
        stream.read_exact(&mut answer.body).await.ok()?;
    }
    Some(answer)
}

/// Writes a request on a connection that stays open, and reads the answer.
pub async fn ask(stream: &mut (impl AsyncRead + AsyncWrite + Unpin), path: &str) -> Option<Answer> {
    let head = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");
    stream.write_all(head.as_bytes()).await.ok()?;
    answer(stream, "GET").await
}

/// A folder of a test, empty.
pub fn folder(test: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}
