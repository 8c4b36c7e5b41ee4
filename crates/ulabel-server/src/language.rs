//! The language of an answer: the one that a request names, or the best of those that its reader reads.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::request::Parts;
use serde::Deserialize;
use ulabel::language::Language;
use utoipa::ToSchema;

use crate::app::App;

/// A language that answers can be in, as the parameter `lang` names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(example = "fr")]
pub(crate) enum Lang {
    /// Arabic.
    Ar,
    /// English.
    En,
    /// Spanish.
    Es,
    /// French.
    Fr,
    /// Russian.
    Ru,
    /// Chinese.
    Zh,
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Ar => Self::Ar,
            Lang::En => Self::En,
            Lang::Es => Self::Es,
            Lang::Fr => Self::Fr,
            Lang::Ru => Self::Ru,
            Lang::Zh => Self::Zh,
        }
    }
}

/// The language that the header `Accept-Language` likes best of those that there are (RFC 9110 section 12.5.4).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Accepted(Option<Language>);

impl Accepted {
    /// As the headers of a request have it.
    pub(crate) fn of(headers: &HeaderMap) -> Self {
        let lines = headers.get_all(ACCEPT_LANGUAGE).iter().filter_map(|value| value.to_str().ok());
        Self(Language::accepted(&lines.collect::<Vec<_>>().join(",")))
    }

    /// The language of the answer: the one that the request names, or the accepted one, or else English.
    pub(crate) fn or(self, named: Option<Lang>) -> Language {
        named.map(Language::from).or(self.0).unwrap_or_default()
    }
}

impl FromRequestParts<App> for Accepted {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Infallible> {
        Ok(Self::of(&parts.headers))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heaviest_language_that_there_is() {
        let accepted = |text: &str| {
            Accepted::of(&HeaderMap::from_iter([(ACCEPT_LANGUAGE, text.parse().expect("a header"))])).0
        };
        assert_eq!(accepted("fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5"), Some(Language::Fr));
        assert_eq!(accepted("de, zh-Hant-TW;q=0.2, ru; q=0.3"), Some(Language::Ru));
        assert_eq!(accepted("en;q=0, de"), None);
        assert_eq!(accepted("*"), None);
        assert_eq!(accepted(";;q=,"), None);
    }
}
