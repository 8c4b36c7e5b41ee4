//! What is asked in a body.

use std::fmt;
use std::marker::PhantomData;

use axum::body::Body;
use axum::extract::{FromRequest, Request};
use serde::de::value::MapAccessDeserializer;
use serde::de::{self, Deserialize, DeserializeOwned, Deserializer, MapAccess, Visitor};

use crate::app::App;
use crate::error::{Code, Problem};
use crate::extract::{Format, Octets, read_json};

/// What a body asks.
pub(crate) enum Asked<T> {
    /// One thing.
    One(T),
    /// Those of an array, [`Limits::labels`](crate::Limits::labels) at most.
    Many(Vec<T>),
    /// Those of lines that are still to be read.
    Lines(Body),
}

impl<T: DeserializeOwned> FromRequest<App> for Asked<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        match Format::of(request.headers()) {
            Some(Format::Lines) => Ok(Self::Lines(request.into_body())),
            Some(Format::Json) => {
                let Octets(octets) = Octets::from_request(request, app).await?;
                if octets.trim_ascii_start().first() != Some(&b'[') {
                    return read_json(&octets).map(Self::One);
                }
                let many: Vec<T> = read_json(&octets)?;
                let (count, most) = (many.len(), app.limits().labels);
                if count > most {
                    let detail = format!("{count} are asked at once, expected at most {most}");
                    return Err(Problem::new(Code::TooLarge, detail));
                }
                Ok(Self::Many(many))
            }
            None => Err(Problem::new(
                Code::UnsupportedMediaType,
                "expected application/json, application/jsonl or application/x-ndjson",
            )),
        }
    }
}

/// A label or name as it was given, of [`Text::MAX_OCTETS`] at most.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Text(pub(crate) String);

impl Text {
    /// Far above what a name has in any form.
    pub(crate) const MAX_OCTETS: usize = 8192;
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextVisitor)
    }
}

struct TextVisitor;

impl Visitor<'_> for TextVisitor {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Text, E> {
        match text.len() {
            ..=Text::MAX_OCTETS => Ok(Text(text.to_owned())),
            octets => {
                Err(E::custom(format_args!("has {octets} octets, expected at most {}", Text::MAX_OCTETS)))
            }
        }
    }
}

/// A label or name that may stand in an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Named {
    /// In one form.
    One(Text),
    /// In both forms, the A-labels first.
    Pair(Text, Text),
}

impl From<Text> for Named {
    fn from(text: Text) -> Self {
        Self::One(text)
    }
}

/// The members of a [`Named`].
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct NamedMembers {
    name: Option<Text>,
    a_name: Option<Text>,
    u_name: Option<Text>,
}

impl TryFrom<NamedMembers> for Named {
    type Error = &'static str;

    fn try_from(members: NamedMembers) -> Result<Self, Self::Error> {
        match members {
            NamedMembers { name: Some(name), a_name: None, u_name: None } => Ok(Self::One(name)),
            NamedMembers { name: None, a_name: Some(a_name), u_name: Some(u_name) } => {
                Ok(Self::Pair(a_name, u_name))
            }
            _ => Err("expected either name, or both a_name and u_name"),
        }
    }
}

impl<'de> Deserialize<'de> for Named {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        string_or_object::<Self, NamedMembers, D>(deserializer)
    }
}

/// Reads what may be a string alone, or an object with these members.
pub(crate) fn string_or_object<'de, T, M, D>(deserializer: D) -> Result<T, D::Error>
where
    T: From<Text> + TryFrom<M, Error = &'static str>,
    M: Deserialize<'de>,
    D: Deserializer<'de>,
{
    deserializer.deserialize_any(StringOrObject::<T, M>(PhantomData))
}

struct StringOrObject<T, M>(PhantomData<(T, M)>);

impl<'de, T, M> Visitor<'de> for StringOrObject<T, M>
where
    T: From<Text> + TryFrom<M, Error = &'static str>,
    M: Deserialize<'de>,
{
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string or an object")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        TextVisitor.visit_str(text).map(T::from)
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<T, A::Error> {
        let members = M::deserialize(MapAccessDeserializer::new(members))?;
        T::try_from(members).map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(json: &str) -> Result<Named, String> {
        serde_json::from_str(json).map_err(|error| error.to_string())
    }

    #[test]
    fn names_and_pairs() {
        let text = |text: &str| Text(text.to_owned());
        assert_eq!(named(r#""b\u00fccher.ch""#), Ok(Named::One(text("bücher.ch"))));
        assert_eq!(named(r#"{"name":"a"}"#), Ok(Named::One(text("a"))));
        assert_eq!(
            named(r#"{"u_name":"ü","a_name":"xn--tda"}"#),
            Ok(Named::Pair(text("xn--tda"), text("ü")))
        );
        for (faulty, reason) in [
            (r#"{"a_name":"a"}"#, "expected either name, or both"),
            (r#"{"name":"a","u_name":"b","a_name":"c"}"#, "expected either name, or both"),
            (r#"{"nam":"a"}"#, "unknown field `nam`"),
            ("7", "expected a string or an object"),
            ("[]", "expected a string or an object"),
        ] {
            let found = named(faulty).expect_err(faulty);
            assert!(found.contains(reason), "{faulty}: {found}");
        }
    }

    #[test]
    fn texts_are_strings_and_have_a_limit() {
        let text = |json: &str| serde_json::from_str::<Text>(json).map_err(|error| error.to_string());
        assert_eq!(text(r#""""#), Ok(Text::default()));
        assert!(text(r#"{"name":"a"}"#).expect_err("an object").contains("expected a string"));
        let long = |octets| text(&format!("\"{}\"", "a".repeat(octets)));
        assert!(long(8192).is_ok());
        assert!(long(8193).expect_err("too long").contains("has 8193 octets"));
    }
}
