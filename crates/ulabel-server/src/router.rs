//! All routes together.

use std::any::Any;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use tower_http::catch_panic::CatchPanicLayer;

use crate::app::App;
use crate::error::{Code, Problem};
use crate::{guard, lgr_server, routes};

/// Which routes an address has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Face {
    /// The service's own, and behind them those of LGR Server where rulesets are served.
    #[default]
    All,
    /// The service's own.
    Own,
    /// Those of LGR Server alone.
    LgrServer,
}

/// The routes of an address.
pub fn router(app: App, face: Face) -> Router {
    router_with(app, face, Router::new())
}

/// The routes of an address, and further ones beside the service's own: they are counted and limited as those are.
pub fn router_with(app: App, face: Face, more: Router<App>) -> Router {
    let limited = match face {
        Face::All => routes::limited().merge(more).fallback(behind),
        Face::Own => routes::limited().merge(more).fallback(not_found),
        Face::LgrServer => Router::new().fallback(lgr_server::answer),
    };
    let limited = limited
        .method_not_allowed_fallback(method_not_allowed)
        .layer(DefaultBodyLimit::max(app.limits().body_octets))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn_with_state(app.clone(), guard::limited));
    let router = match face {
        Face::LgrServer => limited,
        Face::All | Face::Own => {
            let unlimited = routes::unlimited()
                .method_not_allowed_fallback(method_not_allowed)
                .layer(from_fn_with_state(app.clone(), guard::unlimited));
            limited.merge(unlimited)
        }
    };
    router.with_state(app)
}

/// A path that is none of the service's own: one of LGR Server, except below `/v1`.
async fn behind(app: State<App>, request: Request) -> Response {
    let path = request.uri().path();
    if app.lgr_server().is_none() || path == "/v1" || path.starts_with("/v1/") {
        return not_found().await.into_response();
    }
    lgr_server::answer(app, request).await
}

async fn not_found() -> Problem {
    Problem::new(Code::NotFound, "there is no such route")
}

async fn method_not_allowed() -> Problem {
    Problem::new(Code::MethodNotAllowed, "the route does not know this method")
}

/// What is left of a handler that panicked: a fault of this program, which the log tells.
fn panicked(cause: Box<dyn Any + Send + 'static>) -> Response {
    let cause = cause.downcast_ref::<&str>().copied().or(cause.downcast_ref::<String>().map(String::as_str));
    tracing::error!(cause, "a handler panicked");
    Problem::new(Code::Internal, "a fault of this service").into_response()
}
