//! The routes of LGR Server, for clients that were written for it.
//!
//! Answers are right where those of LGR Server are not; [`LgrServerOptions::is_compatible`] gives its own. Both, route by
//! route, and every difference stand in [a page of its own](crate::_docs::lgr_server).
//!
//! 1. `target` reads the path, octet by octet as it came.
//! 2. `label` tells whether a part of it is a label, by IDNA2008.
//! 3. `store` finds the ruleset, and reads a file once as long as it does not change.
//! 4. `right` judges the label under it; `compatible` does as LGR Server would.
//! 5. `reply` writes the answer.

mod compatible;
mod judgement;
mod label;
mod options;
mod reply;
mod right;
mod store;
mod target;

use axum::extract::{Request, State};
use axum::http::Method;
use axum::response::Response;

pub use self::options::{Environment, EnvironmentError, LgrServerOptions};
pub use self::reply::NoAnswer;
pub use self::store::LgrServer;

use self::reply::Refusal;
use self::target::{Asked, LabelAsked};
use crate::app::App;

/// Answers a request as LGR Server would.
pub(crate) async fn answer(State(app): State<App>, request: Request) -> Response {
    let Some(server) = app.lgr_server() else {
        return Refusal::not_found("Not found").reply();
    };
    let is_compatible = server.options().is_compatible;
    match *request.method() {
        Method::GET => {}
        _ if is_compatible => return reply::not_implemented(),
        Method::HEAD => {}
        _ => return reply::method_not_allowed(),
    }
    match target::read(request.uri(), is_compatible, |set| server.has_set(set)) {
        Err(refusal) => refusal.reply(),
        Ok(Asked::Heartbeat) => reply::json(&true),
        Ok(Asked::Label(asked)) => {
            let at_work = app.clone();
            let replied = app.run_apart(move |deadline| judge(&at_work, &asked, deadline)).await;
            replied.unwrap_or_else(|problem| reply::of_problem(&problem))
        }
    }
}

fn judge(app: &App, asked: &LabelAsked, deadline: crate::Deadline) -> Response {
    let Some(server) = app.lgr_server() else {
        return Refusal::not_found("Not found").reply();
    };
    let judged = if server.options().is_compatible {
        compatible::judge(server, asked, deadline)
    } else {
        right::judge(server, asked, deadline)
    };
    match judged {
        Ok(judgement) => judgement.reply(),
        Err(failure) => failure.reply(),
    }
}
