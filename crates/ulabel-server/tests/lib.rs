//! The service over sockets.

#[path = "../../../tests/support/mod.rs"]
mod workspace;

mod support; // a service that runs, and a client that writes octets

mod page; // the pages for people
mod routes; // the service's own routes
