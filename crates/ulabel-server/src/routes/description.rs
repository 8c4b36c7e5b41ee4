//! The routes described for programs: OpenAPI 3.1.

use std::sync::LazyLock;

use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use utoipa::openapi::path::{Operation, PathItem};
use utoipa::openapi::schema::AnyOfBuilder;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{ContentBuilder, OpenApi, Ref, RefOr, Response, ResponseBuilder, Schema};
use utoipa::{OpenApi as _, ToSchema};

use super::{described_and_limited, described_and_unlimited};
use crate::schema;

const LINES: &str = "application/jsonl";

#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "ulabel",
        description = "Whether internationalized labels and names may be registered, which rule says so, and what else \
            is taken with them.",
    ),
    tags(
        (name = "names", description = "Names judged, explained, keyed."),
        (name = "labels", description = "Labels: variants, and where they may be registered."),
        (name = "index", description = "Beside the names that exist; the service needs an index of them."),
        (name = "policies", description = "What is asked of names."),
        (name = "problems", description = "What can go wrong."),
        (name = "operation", description = "For those who run the service."),
    ),
    components(schemas(schema::Problem)),
)]
struct Head;

/// The description of all routes that are the service's own.
#[must_use]
pub fn document() -> OpenApi {
    let (_, routes) = described_and_limited().merge(described_and_unlimited()).split_for_parts();
    let mut document = Head::openapi();
    document.merge(routes);
    if let Some(components) = &mut document.components {
        for schema in components.schemas.values_mut() {
            here(schema).into_iter().for_each(any_of);
        }
        let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some(
            "The token that the service was started with. A trusted unix socket needs none.",
        ));
        components.add_security_scheme("token", SecurityScheme::Http(bearer.build()));
    }
    for operation in document.paths.paths.values_mut().flat_map(operations) {
        operation.responses.responses.insert("default".to_owned(), RefOr::T(problem()));
        let body = operation.request_body.iter_mut().filter_map(here);
        let asked = body.filter_map(|body| body.content.get_mut(LINES));
        let answers = operation.responses.responses.values_mut().filter_map(here);
        let answered = answers.filter_map(|answer| answer.content.get_mut(LINES));
        for lines in asked.chain(answered).filter_map(here) {
            // A line is what an array has as an item; OpenAPI 3.1 has no word for that.
            lines.schema = None;
        }
    }
    document
}

/// What stands here, and not elsewhere.
fn here<T>(place: &mut RefOr<T>) -> Option<&mut T> {
    match place {
        RefOr::T(here) => Some(here),
        RefOr::Ref(_) => None,
    }
}

/// The answer where there is none.
fn problem() -> Response {
    let reference = Ref::from_schema_name(schema::Problem::name());
    let content = ContentBuilder::new().schema(Some(RefOr::Ref(reference))).build();
    let response = ResponseBuilder::new().description("Why there is no answer.");
    response.content("application/problem+json", content).build()
}

/// A value that can be of several shapes is read by the first that fits: an empty array is of more than one.
fn any_of(schema: &mut Schema) {
    if let Schema::OneOf(one_of) = schema {
        let any_of = one_of.items.iter().cloned().fold(AnyOfBuilder::new(), AnyOfBuilder::item);
        *schema = Schema::AnyOf(any_of.description(one_of.description.take()).build());
    }
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [&mut item.get, &mut item.post].into_iter().flatten()
}

/// The routes, described as OpenAPI 3.1.
#[utoipa::path(
    get, path = "/openapi.json", tag = "operation",
    responses((status = 200, description = "The description.", body = schema::Anything)),
)]
pub(super) async fn json() -> impl IntoResponse {
    static JSON: LazyLock<String> = LazyLock::new(|| document().to_json().unwrap_or_default());
    ([(CONTENT_TYPE, "application/json")], JSON.as_str())
}

/// The same as YAML.
#[utoipa::path(
    get, path = "/openapi.yaml", tag = "operation",
    responses((status = 200, description = "The description.", body = schema::Anything, content_type = "application/yaml")),
)]
pub(super) async fn yaml() -> impl IntoResponse {
    static YAML: LazyLock<String> = LazyLock::new(|| document().to_yaml().unwrap_or_default());
    ([(CONTENT_TYPE, "application/yaml")], YAML.as_str())
}
