//! The routes described for programs: OpenAPI 3.1.

use std::sync::LazyLock;

use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use utoipa::openapi::path::{Operation, PathItem};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{ContentBuilder, OpenApi, Ref, RefOr, ResponseBuilder};
use utoipa::{OpenApi as _, ToSchema};

use super::{described_and_limited, described_and_unlimited};
use crate::schema;

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
        let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some(
            "The token that the service was started with. A trusted unix socket needs none.",
        ));
        components.add_security_scheme("token", SecurityScheme::Http(bearer.build()));
    }
    for item in document.paths.paths.values_mut() {
        for operation in operations(item) {
            let problem = ContentBuilder::new()
                .schema(Some(RefOr::Ref(Ref::from_schema_name(schema::Problem::name()))))
                .build();
            let response = ResponseBuilder::new()
                .description("Why there is no answer.")
                .content("application/problem+json", problem)
                .build();
            operation.responses.responses.insert("default".to_owned(), RefOr::T(response));
        }
    }
    document
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
    responses((status = 200, description = "The description.", body = String, content_type = "application/yaml")),
)]
pub(super) async fn yaml() -> impl IntoResponse {
    static YAML: LazyLock<String> = LazyLock::new(|| document().to_yaml().unwrap_or_default());
    ([(CONTENT_TYPE, "application/yaml")], YAML.as_str())
}
