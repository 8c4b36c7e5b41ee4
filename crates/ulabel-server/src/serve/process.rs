//! A service as the whole work of a process.

use std::io;

use tokio::runtime;

use super::address::Binding;
use super::server::{BindError, Ended, Server};
use super::signals;
use crate::app::{App, AppOptions, ReloadError};
use crate::served::{LoadError, Served};

/// Threads beside those of [`Limits::workers`](crate::Limits::workers): to load, and to follow an index.
const FURTHER_THREADS: usize = 4;

/// Why a service did not start.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StartError {
    /// What is to be served has faults.
    #[error(transparent)]
    Load(#[from] ReloadError),
    /// An address cannot be listened at.
    #[error(transparent)]
    Bind(#[from] BindError),
    /// The system refuses threads or signals.
    #[error("the system refuses what a service needs: {0}")]
    System(#[from] io::Error),
}

/// Serves until SIGTERM or SIGINT. SIGHUP loads anew what is served. systemd is told when the service is ready and when
/// it stops, if it waits for that.
///
/// # Errors
///
/// If the service cannot start.
pub fn run_process(
    load: impl Fn() -> Result<Served, LoadError> + Send + Sync + 'static,
    options: AppOptions,
    bindings: Vec<Binding>,
) -> Result<Ended, StartError> {
    let runtime = runtime::Builder::new_multi_thread()
        .enable_all()
        .max_blocking_threads(options.limits.workers.get() + FURTHER_THREADS)
        .build()?;
    let ended = runtime.block_on(async {
        let app = App::new(load, options).await?;
        let server = Server::bind(app.clone(), bindings).await?;
        #[cfg(unix)]
        tokio::spawn(signals::reload_on_hangup(app)?);
        for address in server.addresses() {
            tracing::info!(%address, "listening");
        }
        tell_manager(Event::Ready);
        let ended = server.run(async {
            signals::stop_signal().await;
            tell_manager(Event::Stopping);
        });
        Ok(ended.await)
    });
    // Work that nobody waits for any more ends with the process.
    runtime.shutdown_background();
    ended
}

enum Event {
    Ready,
    Stopping,
}

/// Tells systemd, where it has started the process and waits for that.
fn tell_manager(event: Event) {
    #[cfg(unix)]
    {
        let state = match event {
            Event::Ready => sd_notify::NotifyState::Ready,
            Event::Stopping => sd_notify::NotifyState::Stopping,
        };
        if let Err(error) = sd_notify::notify(&[state]) {
            tracing::warn!(reason = %error, "the service manager cannot be told");
        }
    }
    #[cfg(not(unix))]
    let _ = event;
}
