//! Signals of the system.

use std::future;
#[cfg(unix)]
use std::io;

#[cfg(unix)]
use tokio::signal::unix::{Signal, SignalKind, signal};

#[cfg(unix)]
use crate::app::App;

/// Ends when the process is told to: by SIGTERM or SIGINT, elsewhere by Ctrl-C.
pub async fn stop_signal() {
    #[cfg(unix)]
    {
        let terminate = async {
            match signal(SignalKind::terminate()) {
                Ok(mut signal) => _ = signal.recv().await,
                Err(_) => future::pending().await,
            }
        };
        tokio::select! {
            () = terminate => {}
            () = interrupt() => {}
        }
    }
    #[cfg(not(unix))]
    interrupt().await;
}

async fn interrupt() {
    if tokio::signal::ctrl_c().await.is_err() {
        // No such signals here: the service goes on until it is killed.
        future::pending().await
    }
}

/// Loads anew what is served whenever SIGHUP comes. The signal is waited for from the call on; before that it ends the
/// process.
///
/// # Errors
///
/// If the system lets nobody wait for signals.
#[cfg(unix)]
pub fn reload_on_hangup(app: App) -> io::Result<impl Future<Output = ()> + Send + 'static> {
    let mut hangups: Signal = signal(SignalKind::hangup())?;
    Ok(async move {
        while hangups.recv().await.is_some() {
            // The log tells how it ended.
            let _ = app.reload().await;
        }
    })
}
