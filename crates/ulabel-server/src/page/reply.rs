//! The headers of pages.

use axum::http::header::{
    CACHE_CONTROL, CONTENT_LANGUAGE, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, VARY,
};
use axum::http::{HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use ulabel::language::Language;
use ulabel::page::STYLE;

/// A page loads its style sheet and sends its forms to its own origin; nothing else is allowed, least of all scripts.
const POLICY: &str =
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Where a reader goes next tells nobody what was asked.
const COMMON: [(HeaderName, &str); 2] = [(CONTENT_SECURITY_POLICY, POLICY), (REFERRER_POLICY, "no-referrer")];

/// A page in a language.
pub(super) fn page(status: StatusCode, language: Language, html: String) -> Response {
    let own = [
        (CONTENT_TYPE, "text/html; charset=utf-8"),
        (CONTENT_LANGUAGE, language.tag()),
        (VARY, "accept-language"),
        // Names and policies change.
        (CACHE_CONTROL, "no-cache"),
    ];
    (status, COMMON, own, html).into_response()
}

/// `GET /style.css`.
pub(super) async fn style() -> Response {
    let own = [(CONTENT_TYPE, "text/css; charset=utf-8"), (CACHE_CONTROL, "max-age=3600")];
    (COMMON, own, STYLE).into_response()
}
