//! Unix sockets: their files, their permissions, and who may change things by them.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use tokio::io::AsyncWriteExt;
use tokio::net::UnixStream;
use tokio::sync::oneshot;
use ulabel_server::Face;
use ulabel_server::serve::{Address, Binding, Server};

use crate::support::{answer, app, ask, folder, options};

fn binding(path: &Path, mode: u32) -> Binding {
    Binding::new(Address::Unix { path: path.into(), mode }, Face::All)
}

#[tokio::test]
async fn a_socket_has_its_permissions_and_goes_with_the_service() {
    let folder = folder("unix");
    let (path, narrow) = (folder.join("all.sock"), folder.join("narrow.sock"));
    let app = app(options(|_| {})).await;
    let bindings = vec![binding(&path, 0o660), binding(&narrow, 0o600).trusted()];
    let server = Server::bind(app.clone(), bindings).await.unwrap();
    for (path, mode) in [(&path, 0o660), (&narrow, 0o600)] {
        assert_eq!(std::fs::metadata(path).unwrap().permissions().mode() & 0o777, mode);
    }
    let (stop, stopped) = oneshot::channel();
    let served = tokio::spawn(server.run(async { drop(stopped.await) }));

    let mut stream = UnixStream::connect(&path).await.unwrap();
    assert_eq!(ask(&mut stream, "/v1/check/a").await.unwrap().json()["verdict"], "valid");
    // Only by the narrow one things may be changed.
    for (path, status) in [(&path, 403), (&narrow, 200)] {
        let mut stream = UnixStream::connect(path).await.unwrap();
        stream.write_all(b"POST /v1/reload HTTP/1.1\r\nHost: l\r\nContent-Length: 0\r\n\r\n").await.unwrap();
        assert_eq!(answer(&mut stream, "POST").await.unwrap().status, status, "{}", path.display());
    }
    assert_eq!(app.served().number, 2);
    drop(stream);
    stop.send(()).unwrap();
    served.await.unwrap();
    assert!(!path.exists() && !narrow.exists());
}

#[tokio::test]
async fn what_is_at_the_path_is_replaced_only_if_nobody_listens_there() {
    let folder = folder("unix-stale");
    let app = app(options(|_| {})).await;
    let path = folder.join("service.sock");
    let bind = async || Server::bind(app.clone(), vec![binding(&path, 0o600)]).await;
    // A process that was killed leaves its socket.
    drop(std::os::unix::net::UnixListener::bind(&path).unwrap());
    assert!(path.exists());
    let first = bind().await.unwrap();
    // A second service does not take it from the first.
    let error = bind().await.unwrap_err();
    assert_eq!(error.reason.kind(), std::io::ErrorKind::AddrInUse);
    assert!(UnixStream::connect(&path).await.is_ok());
    drop(first);
    assert!(!path.exists());
    // What is no socket stays.
    std::fs::write(&path, "a file").unwrap();
    let error = bind().await.unwrap_err();
    assert_eq!(error.reason.kind(), std::io::ErrorKind::AlreadyExists);
    assert_eq!(std::fs::read(&path).unwrap(), b"a file");
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1, "nothing is left beside it");
}
