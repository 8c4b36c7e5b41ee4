//! The service over sockets.
#![allow(missing_docs, unreachable_pub)]
// A test that panics has found something.
#![allow(clippy::indexing_slicing, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../../../tests/support/mod.rs"]
mod workspace;

mod support; // a service that runs, and a client that writes octets

mod lgr_server; // the answers of LGR Server, in both modes
mod limits; // what clients cannot do to the service
mod page; // the pages for people
mod reload; // what is served, changed under load
mod routes; // the service's own routes
mod stop; // a stop that loses nothing and ends in time
#[cfg(unix)]
mod unix; // sockets as files

mod client; // a client that sends bodies and reads answers as they come

mod api; // answers in JSON: those of the library
#[cfg(unix)]
mod clients; // the clients of the examples
mod description; // OpenAPI: all routes, and the shapes of answers
mod hostile; // bodies that nobody should send
mod index; // decisions beside names that exist, and changes of them
mod many; // arrays and JSON Lines
