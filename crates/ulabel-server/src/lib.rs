//! The HTTP service of [`ulabel`]: names judged over HTTP, and a drop-in for LGR Server.
//!
//! ```no_run
//! use ulabel_server::serve::{Address, Binding, Server};
//! use ulabel_server::{App, AppOptions, Face, Policies, Served};
//!
//! # async fn run() -> Result<(), Box<dyn std::error::Error>> {
//! // What is served is made by a closure, which a reload calls again.
//! let load = || Ok(Served::new(Policies::builtin(), None));
//! let app = App::new(load, AppOptions::default()).await?;
//! let address = Address::Tcp("127.0.0.1:8080".parse()?);
//! let server = Server::bind(app, vec![Binding::new(address, Face::All)]).await?;
//! server.run(ulabel_server::serve::stop_signal()).await;
//! # Ok(())
//! # }
//! ```
//!
//! # The way of a request
//!
//! 1. [`serve::Server`] accepts a connection, or refuses it where there are too many, and gives it to hyper, with timers
//!    for the head of a request and for clients that do not read.
//! 2. [`router()`] finds the route: one of the service's own ([`routes`]), or a label of LGR Server ([`lgr_server`]).
//! 3. `guard` counts the request, refuses it where too many are worked on, and bounds its time.
//! 4. A handler takes what is served at this moment from [`App::served`] and keeps it to its end, so that a reload
//!    changes nothing under it. Work of microseconds is done at once; work without a bound goes to
//!    [`App::run_apart`], a bounded number of threads with a time limit.
//! 5. What asks for many names goes through `asking`: cut into stretches, worked on a few at a time, written in order.
//! 6. An error is a [`Problem`] (RFC 9457), on the routes of LGR Server an object as LGR Server has it.
//!
//! # Mounting the routes elsewhere
//!
//! [`router()`] is an ordinary [`axum::Router`]. Whoever mounts it in a server of their own keeps the limits on bodies,
//! time and requests, and loses those on heads and connections, which stand in [`serve`].
//!
//! # More
//!
//! [The service's own routes: many names, languages, problems](_docs::api) ·
//! [Operation: limits, signals, logs, metrics, proxies](_docs::operation) ·
//! [LGR Server: routes, differences, what the compatible mode gives](_docs::lgr_server)

#![forbid(unsafe_code)]

mod access;
mod app;
mod asking;
mod changes;
mod error;
pub mod extract;
mod guard;
mod language;
pub mod lgr_server;
mod limits;
pub mod logs;
mod metrics;
pub mod page;
mod router;
pub mod routes;
pub mod schema;
pub mod serve;
mod served;
mod workers;

pub use access::{Access, Changer, Token, Trusted};
pub use app::{App, AppOptions, Generation, ReloadError};
pub use error::{Code, Problem};
pub use guard::RequestLog;
pub use limits::Limits;
pub use metrics::Metrics;
pub use router::{Face, router, router_with};
pub use served::{Existing, LoadError, Policies, Served, UnknownPolicy};
pub use workers::Deadline;

/// Pages that are longer than what fits beside code.
#[cfg(doc)]
pub mod _docs {
    #[doc = include_str!("docs/api.md")]
    pub mod api {}
    #[doc = include_str!("docs/lgr-server.md")]
    pub mod lgr_server {}
    #[doc = include_str!("docs/operation.md")]
    pub mod operation {}
}
