//! Listeners of TCP and unix sockets alike.

use std::future::poll_fn;
use std::io;
use std::net::SocketAddr;
use std::task::{Context, Poll};

use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
#[cfg(unix)]
use tokio::net::UnixListener;

use super::address::Address;
#[cfg(unix)]
use super::unix::{self, SocketFile};

/// A connection, of whichever kind.
pub(super) trait Stream: AsyncRead + AsyncWrite + Send + Unpin {}

impl<T: AsyncRead + AsyncWrite + Send + Unpin> Stream for T {}

/// A listener.
#[derive(Debug)]
pub(super) enum Listener {
    Tcp {
        listener: TcpListener,
        address: SocketAddr,
    },
    #[cfg(unix)]
    Unix {
        listener: UnixListener,
        file: SocketFile,
        mode: u32,
    },
}

impl Listener {
    pub(super) async fn bind(address: &Address) -> io::Result<Self> {
        match address {
            Address::Tcp(address) => {
                Ok(Self::Tcp { listener: TcpListener::bind(address).await?, address: *address })
            }
            #[cfg(unix)]
            Address::Unix { path, mode } => {
                let (listener, file) = unix::listen(path, *mode)?;
                Ok(Self::Unix { listener, file, mode: *mode })
            }
        }
    }

    /// Where it listens.
    pub(super) fn address(&self) -> Address {
        match self {
            Self::Tcp { listener, address } => Address::Tcp(listener.local_addr().unwrap_or(*address)),
            #[cfg(unix)]
            Self::Unix { file, mode, .. } => Address::Unix { path: file.path().into(), mode: *mode },
        }
    }

    /// The next connection.
    pub(super) async fn accept(&self) -> io::Result<Box<dyn Stream>> {
        poll_fn(|context| self.poll_accept(context)).await
    }

    /// A connection that waits already.
    pub(super) async fn accept_waiting(&self) -> Option<io::Result<Box<dyn Stream>>> {
        poll_fn(|context| match self.poll_accept(context) {
            Poll::Ready(accepted) => Poll::Ready(Some(accepted)),
            Poll::Pending => Poll::Ready(None),
        })
        .await
    }

    fn poll_accept(&self, context: &mut Context<'_>) -> Poll<io::Result<Box<dyn Stream>>> {
        match self {
            Self::Tcp { listener, .. } => listener.poll_accept(context).map_ok(|(stream, _)| {
                // Answers are small and written whole: waiting for more only delays them.
                let _ = stream.set_nodelay(true);
                Box::new(stream) as Box<dyn Stream>
            }),
            #[cfg(unix)]
            Self::Unix { listener, .. } => {
                listener.poll_accept(context).map_ok(|(stream, _)| Box::new(stream) as Box<dyn Stream>)
            }
        }
    }
}
