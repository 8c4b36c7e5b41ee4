//! The loop that accepts connections: on TCP and on unix sockets, within limits, with an end that loses nothing.
//!
//! `axum::serve` sets no timer for the head of a request, and a half-sent request holds up its graceful stop. Here hyper
//! has a timer; a connection that is too much gets 503; one on which a client takes nothing of an answer is closed; and
//! a stop goes so:
//!
//! 1. The service is not ready any more (`/health/ready`), so that a balancer goes elsewhere.
//! 2. Connections that wait at the listeners are accepted, then the listeners are closed.
//! 3. Idle connections are closed. Requests that are worked on are finished and their connections closed.
//! 4. A connection whose next request is only half there has a second; then it is closed, for nothing of it is accepted.
//! 5. After [`Limits::drain_time`](crate::Limits::drain_time) what is left is broken off, and told as a number.

mod address;
mod connection;
mod listener;
mod process;
mod server;
mod signals;
#[cfg(unix)]
mod unix;

pub use address::{Address, AddressError, Binding};
pub use process::{StartError, run_process};
pub use server::{BindError, Ended, Server};
#[cfg(unix)]
pub use signals::reload_on_hangup;
pub use signals::stop_signal;
