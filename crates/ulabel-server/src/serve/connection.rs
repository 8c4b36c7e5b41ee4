//! One connection, from its first octet to its end.

use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes, HttpBody};
use axum::http::{Request, Response};
use hyper::body::{Frame, Incoming, SizeHint};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::sync::watch;
use tokio::time::{sleep, timeout};
use tokio_io_timeout::TimeoutStream;
use tower::ServiceExt;

use super::listener::Stream;
use super::server::is_true;
use crate::access::Trusted;
use crate::lgr_server::NoAnswer;
use crate::limits::Limits;

/// The time for the rest of a request whose head is not there when the service stops.
const GRACE: Duration = Duration::from_secs(1);

/// The time in which requests are read that were sent before the stop.
const LAST_LOOK: Duration = Duration::from_millis(100);

/// The time in which a client may see that its connection ends.
const LINGER: Duration = Duration::from_millis(500);

/// hyper takes no less for the head of a request.
const MIN_HEAD_OCTETS: usize = 8 << 10;

/// What connections of one listener have in common.
#[derive(Debug)]
pub(super) struct Serving {
    router: Router,
    is_trusted: bool,
    http: http1::Builder,
    write_time: Duration,
}

impl Serving {
    pub(super) fn new(router: Router, is_trusted: bool, limits: &Limits) -> Self {
        let mut http = http1::Builder::new();
        http.timer(TokioTimer::new())
            .header_read_timeout(limits.head_time)
            .max_buf_size(limits.head_octets.max(MIN_HEAD_OCTETS))
            .max_headers(limits.headers);
        Self { router, is_trusted, http, write_time: limits.write_time }
    }

    /// Serves a connection to its end. Once `stop` is true it ends as soon as it can without losing a request.
    pub(super) async fn serve(&self, mut stream: Box<dyn Stream>, stop: watch::Receiver<bool>) {
        self.serve_requests(&mut stream, stop).await;
        linger(&mut stream).await;
    }

    async fn serve_requests(&self, stream: &mut Box<dyn Stream>, mut stop: watch::Receiver<bool>) {
        let in_flight = InFlight::default();
        let service = service_fn(|mut request: Request<Incoming>| {
            let router = self.router.clone();
            let mark = in_flight.begin();
            if self.is_trusted {
                request.extensions_mut().insert(Trusted);
            }
            async move {
                let response = match router.oneshot(request.map(Body::new)).await {
                    Ok(response) => response,
                    Err(never) => match never {},
                };
                if response.extensions().get::<NoAnswer>().is_some() {
                    return Err(NoAnswer);
                }
                Ok::<Response<Marked>, NoAnswer>(response.map(|body| Marked { body, _mark: mark }))
            }
        });
        let mut stream = TimeoutStream::new(stream);
        stream.set_write_timeout(Some(self.write_time));
        let stream = pin!(stream);
        let mut connection = pin!(self.http.serve_connection(TokioIo::new(stream), service));
        // How a connection ends is the client's affair: it may go at any time.
        tokio::select! {
            _ = connection.as_mut() => return,
            () = is_true(&mut stop) => {}
        }
        // What a client sent before the stop may not have been read: hyper would close without looking.
        tokio::select! {
            _ = connection.as_mut() => return,
            () = sleep(LAST_LOOK) => connection.as_mut().graceful_shutdown(),
        }
        tokio::select! {
            _ = connection.as_mut() => return,
            () = sleep(GRACE) => {}
        }
        if !in_flight.is_none() {
            let _ = connection.await;
        }
    }
}

/// Tells a client that there are too many connections, and closes its own.
pub(super) async fn refuse(mut stream: Box<dyn Stream>) {
    const ANSWER: &[u8] = b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nConnection: close\r\n\
        Content-Length: 0\r\n\r\n";
    if let Ok(Ok(())) = timeout(LINGER, stream.write_all(ANSWER)).await {
        linger(&mut stream).await;
    }
}

/// Takes for a moment what a client still sends, once it was told that the connection ends: to close before that would
/// take the last answer from it.
async fn linger(stream: &mut Box<dyn Stream>) {
    let taken = async {
        let _ = stream.shutdown().await;
        let mut rest = [0; 4096];
        while stream.read(&mut rest).await? > 0 {}
        std::io::Result::Ok(())
    };
    // A client that is gone needs nothing of it.
    let _ = timeout(LINGER, taken).await;
}

/// The number of requests that are worked on or whose answers are being written.
#[derive(Clone, Debug, Default)]
struct InFlight(Arc<AtomicUsize>);

impl InFlight {
    fn begin(&self) -> Mark {
        self.0.fetch_add(1, Ordering::Relaxed);
        Mark(self.0.clone())
    }

    fn is_none(&self) -> bool {
        self.0.load(Ordering::Relaxed) == 0
    }
}

/// A request in flight.
#[derive(Debug)]
struct Mark(Arc<AtomicUsize>);

impl Drop for Mark {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// The body of an answer; the request is in flight as long as it is.
struct Marked {
    body: Body,
    _mark: Mark,
}

impl HttpBody for Marked {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
