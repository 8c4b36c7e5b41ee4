//! The page on which a name is asked for.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use ulabel::Checker;
use ulabel::decision::Request;
use ulabel::page::answer::{self, Answer};
use ulabel::page::{Question, policy};
use ulabel::policy::{Policy, builtin};
use ulabel_index::IndexError;

use super::{Reader, reply};
use crate::app::App;
use crate::error::Problem;
use crate::extract::Query;
use crate::served::Existing;

/// What is asked; `lang` is the [`Reader`]'s.
#[derive(Debug, Deserialize)]
pub(super) struct Parameters {
    #[serde(default)]
    name: String,
    #[serde(default)]
    tld: String,
}

/// `GET /`: the form, and the answer where a name is asked for.
pub(super) async fn answer(
    State(app): State<App>,
    reader: Reader,
    Query(Parameters { name, tld }): Query<Parameters>,
) -> Result<Response, Problem> {
    let served = app.served();
    let question = Question { name: &name, tld: &tld };
    if question.is_too_long() || name.trim().is_empty() {
        let status = if question.is_too_long() { StatusCode::BAD_REQUEST } else { StatusCode::OK };
        let page =
            reader.with_site(&app, served.served.policies(), |site| answer::html(&question, None, site));
        return Ok(reply::page(status, reader.language, page));
    }
    let Ok(checker) = checker(&app, &question).await else {
        let page = reader.with_site(&app, served.served.policies(), policy::unknown);
        return Ok(reply::page(StatusCode::NOT_FOUND, reader.language, page));
    };
    // Variants are counted, and the index is read.
    let shared = app.clone();
    let page = app.run_apart(move |_| {
        let question = Question { name: &name, tld: &tld };
        let answer = answered(&question, &checker, served.served.existing())?;
        shared.metrics().judged(answer.report());
        let policies = served.served.policies();
        Ok::<_, IndexError>(
            reader.with_site(&shared, policies, |site| answer::html(&question, Some(&answer), site)),
        )
    });
    Ok(reply::page(StatusCode::OK, reader.language, page.await??))
}

/// The checker of the policy that was chosen; without a choice, that of the domain in the name, where the first policy is
/// not its own.
async fn checker(app: &App, question: &Question<'_>) -> Result<Arc<Checker>, Problem> {
    if !question.tld.is_empty() {
        return app.checker(Some(question.tld)).await;
    }
    let first = app.checker(None).await?;
    let Some(of_name) = builtin::of_name(question.name.trim()) else { return Ok(first) };
    let is_own =
        policy_of(&first).is_some_and(|policy| policy.tlds.iter().any(|tld| tld == of_name.u_label()));
    if is_own {
        return Ok(first);
    }
    Ok(app.checker(Some(of_name.id())).await.unwrap_or(first))
}

fn policy_of(checker: &Checker) -> Option<&Policy> {
    checker.policy().map(|policy| policy.policy())
}

/// The answer beside the names that exist, where there is an index of them under the same policy; or else of the rules.
fn answered<'c>(
    question: &Question<'_>,
    checker: &'c Checker,
    existing: Option<&Existing>,
) -> Result<Answer<'c>, IndexError> {
    let policy = policy_of(checker);
    let domain = policy.and_then(|policy| policy.tlds.first()).map_or("", String::as_str);
    let name = question.whole_name(domain);
    let beside = existing.filter(|existing| policy == Some(existing.decider().policy()));
    Ok(match beside {
        Some(existing) => {
            let decision = existing.decider().decide(&Request::new(&name), &*existing.index())?;
            Answer::of_decision(decision, checker)
        }
        None => Answer::new(checker.check(&name), checker),
    })
}
