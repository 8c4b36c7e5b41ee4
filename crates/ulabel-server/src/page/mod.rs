//! The pages for people: a name asked for, and policies. They are made by [`ulabel::page`]; here stand routes and headers.
//!
//! | route | page |
//! |---|---|
//! | `GET /?name=NAME&tld=TLD&lang=LANGUAGE` | the form, and the answer about a name; without `tld`, under the policy of its domain |
//! | `GET /policy` | the policies |
//! | `GET /policy/{policy}` | one of them |
//! | `GET /policy/{policy}/table/{table}` | a table of it |
//! | `GET /policy/{policy}/beside/{other}` | two of them side by side; `/beside?with=OTHER` too, from a form |
//! | `GET /style.css` | the style sheet |
//!
//! Without `lang` a page is in the language that the browser asks for, or else in English.

mod name;
mod policies;
mod reply;

use axum::Router;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::routing::get;
use serde::Deserialize;
use ulabel::language::Language;
use ulabel::page::Site;

use crate::app::App;
use crate::error::{Code, Problem};
use crate::extract::Query;
use crate::language::Accepted;
use crate::served::Policies;

/// The pages, under the limits on requests at a time.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/", get(name::answer))
        .route("/policy", get(policies::list))
        .route("/policy/{policy}", get(policies::one))
        .route("/policy/{policy}/table/{table}", get(policies::table))
        .route("/policy/{policy}/beside", get(policies::beside_chosen))
        .route("/policy/{policy}/beside/{other}", get(policies::beside))
        .route("/style.css", get(reply::style))
}

/// The language of a page, and where the pages are.
#[derive(Clone, Copy, Debug)]
struct Reader {
    language: Language,
}

#[derive(Debug, Deserialize)]
struct Chosen {
    lang: Option<String>,
}

impl FromRequestParts<App> for Reader {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let Query(Chosen { lang }) = Query::from_request_parts(parts, app).await?;
        let language = match lang.as_deref() {
            Some(tag) if !tag.is_empty() => Language::from_tag(tag)
                .ok_or_else(|| Problem::new(Code::BadRequest, "lang is none of ar, en, es, fr, ru, zh"))?,
            _ => Accepted::of(&parts.headers).or(None),
        };
        Ok(Self { language })
    }
}

impl Reader {
    /// Calls `make` with the site in the reader's language.
    fn with_site<T>(self, app: &App, policies: &Policies, make: impl FnOnce(&Site<'_>) -> T) -> T {
        let names: Vec<&str> = policies.names().collect();
        make(&Site { messages: app.messages(self.language), base: "/", policies: &names })
    }
}
