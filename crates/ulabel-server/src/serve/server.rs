//! All listeners of a service, and its end.

use std::future::Future;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use super::address::{Address, Binding};
use super::connection::{Serving, refuse};
use super::listener::{Listener, Stream};
use crate::app::App;
use crate::router::router;

/// Connections that are told at a time that there are too many; further ones are closed without a word.
const REFUSALS: usize = 64;

/// The pause after an error of accepting that lasts, such as too many open files.
const PAUSE: Duration = Duration::from_millis(100);

/// Connections that are accepted from one listener after the service was told to stop.
const LAST_ACCEPTED: usize = 4096;

/// A service that listens.
#[derive(Debug)]
pub struct Server {
    app: App,
    listeners: Vec<(Listener, Arc<Serving>)>,
}

/// Why an address cannot be listened at.
#[derive(Debug, thiserror::Error)]
#[error("cannot listen at {address}: {reason}")]
pub struct BindError {
    /// The address.
    pub address: Address,
    /// What the system says.
    #[source]
    pub reason: io::Error,
}

/// How a service ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ended {
    /// Connections that were broken off, with requests that had not ended within the time.
    pub broken_off: usize,
}

impl Server {
    /// Listens at all of these addresses. From here on clients can connect; [`Server::run`] answers them.
    ///
    /// # Errors
    ///
    /// If one of the addresses cannot be listened at.
    pub async fn bind(app: App, bindings: Vec<Binding>) -> Result<Self, BindError> {
        Self::bind_with(app, bindings, |app, binding| router(app, binding.face)).await
    }

    /// As [`Server::bind`], with the routes that `routes` makes of each address.
    ///
    /// # Errors
    ///
    /// As for [`Server::bind`].
    pub async fn bind_with(
        app: App,
        bindings: Vec<Binding>,
        routes: impl Fn(App, &Binding) -> axum::Router,
    ) -> Result<Self, BindError> {
        let mut listeners = Vec::with_capacity(bindings.len());
        for binding in bindings {
            let serving = Serving::new(routes(app.clone(), &binding), binding.trusted, app.limits());
            match Listener::bind(&binding.address).await {
                Ok(listener) => listeners.push((listener, Arc::new(serving))),
                Err(reason) => return Err(BindError { address: binding.address, reason }),
            }
        }
        Ok(Self { app, listeners })
    }

    /// All addresses, with the ports that the system has chosen.
    pub fn addresses(&self) -> impl Iterator<Item = Address> {
        self.listeners.iter().map(|(listener, _)| listener.address())
    }

    /// Serves until `stop` is there, then ends as [`serve`](super) says.
    pub async fn run(self, stop: impl Future<Output = ()>) -> Ended {
        let (stopping, stop_seen) = watch::channel(false);
        let limits = *self.app.limits();
        let places = Arc::new(Semaphore::new(limits.connections));
        let refusals = Arc::new(Semaphore::new(REFUSALS));
        let mut accepting = JoinSet::new();
        for (listener, serving) in self.listeners {
            let acceptor = Acceptor {
                app: self.app.clone(),
                serving,
                places: places.clone(),
                refusals: refusals.clone(),
                stop: stop_seen.clone(),
            };
            accepting.spawn(acceptor.run(listener));
        }
        let following = self.app.follow_index();
        tokio::select! {
            () = stop => {}
            () = following => {}
        }
        self.app.stop();
        tracing::info!("stopping");
        // Every receiver may be gone, which is no fault.
        let _ = stopping.send(true);
        let mut broken_off = 0;
        let drained = async {
            let mut connections = Vec::new();
            while let Some(accepted) = accepting.join_next().await {
                connections.extend(accepted);
            }
            connections
        };
        let mut connections = drained.await;
        let ended = async {
            for connections in &mut connections {
                while connections.join_next().await.is_some() {}
            }
        };
        if timeout(limits.drain_time, ended).await.is_err() {
            for mut connections in connections {
                while connections.try_join_next().is_some() {}
                broken_off += connections.len();
                connections.shutdown().await;
            }
        }
        tracing::info!(broken_off, "stopped");
        Ended { broken_off }
    }
}

/// Ends when the value is true, or when nobody can make it so any more.
pub(super) async fn is_true(value: &mut watch::Receiver<bool>) {
    let _ = value.wait_for(|is_true| *is_true).await;
}

/// Accepts the connections of one listener.
struct Acceptor {
    app: App,
    serving: Arc<Serving>,
    places: Arc<Semaphore>,
    refusals: Arc<Semaphore>,
    stop: watch::Receiver<bool>,
}

impl Acceptor {
    /// Accepts until the service stops. Returns the connections that are still open; the listener is closed then.
    async fn run(self, listener: Listener) -> JoinSet<()> {
        let mut connections = JoinSet::new();
        let mut stop = self.stop.clone();
        loop {
            tokio::select! {
                accepted = listener.accept() => self.take(accepted, &mut connections).await,
                Some(_) = connections.join_next(), if !connections.is_empty() => {}
                () = is_true(&mut stop) => break,
            }
        }
        for _ in 0..LAST_ACCEPTED {
            let Some(accepted) = listener.accept_waiting().await else { break };
            self.take(accepted, &mut connections).await;
        }
        connections
    }

    async fn take(&self, accepted: io::Result<Box<dyn Stream>>, connections: &mut JoinSet<()>) {
        let stream = match accepted {
            Ok(stream) => stream,
            Err(error) if is_of_one_connection(&error) => return,
            Err(error) => {
                tracing::error!(reason = %error, "cannot accept connections");
                sleep(PAUSE).await;
                return;
            }
        };
        let Ok(place) = Arc::clone(&self.places).try_acquire_owned() else {
            self.app.metrics().refused("connections");
            if let Ok(permit) = Arc::clone(&self.refusals).try_acquire_owned() {
                connections.spawn(async move {
                    refuse(stream).await;
                    drop(permit);
                });
            }
            return;
        };
        let open = Open::new(self.app.clone(), place);
        let (serving, stop) = (self.serving.clone(), self.stop.clone());
        connections.spawn(async move {
            serving.serve(stream, stop).await;
            drop(open);
        });
    }
}

/// True for an error that a client made before it was accepted.
fn is_of_one_connection(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset, Interrupted};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset | Interrupted)
}

/// An open connection, as it is counted.
struct Open {
    app: App,
    _place: OwnedSemaphorePermit,
}

impl Open {
    fn new(app: App, place: OwnedSemaphorePermit) -> Self {
        app.metrics().connections().inc();
        Self { app, _place: place }
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.app.metrics().connections().dec();
    }
}
