//! What a body asks.

use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::schema::{AnyOfBuilder, SchemaType, Type};
use utoipa::openapi::{KnownFormat, ObjectBuilder, Ref, Schema, SchemaFormat};

/// A name to check, or many.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(untagged)]
pub enum NamesAsked {
    /// One.
    One(NameAsked),
    /// Many, answered in their order.
    Many(Vec<NameAsked>),
}

/// A name to check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(untagged)]
pub enum NameAsked {
    /// In one form.
    Name(String),
    /// In one form, as an object.
    Object(NameMembers),
    /// In both forms.
    Pair(PairMembers),
}

/// A name in one form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NameMembers {
    /// The name, of 8,192 octets at most as all names.
    #[schema(example = "bücher.ch")]
    pub name: String,
}

/// A name in both forms, which must be the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PairMembers {
    /// In A-labels.
    #[schema(example = "xn--bcher-kva.ch")]
    pub a_name: String,
    /// In U-labels.
    #[schema(example = "bücher.ch")]
    pub u_name: String,
}

/// A name or label, or many.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(untagged)]
pub enum TextsAsked {
    /// One.
    One(String),
    /// Many, answered in their order.
    Many(Vec<String>),
}

/// A name to decide on, or many.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(untagged)]
pub enum CandidatesAsked {
    /// One.
    One(CandidateAsked),
    /// Many, answered in their order.
    Many(Vec<CandidateAsked>),
}

/// A name to decide on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(untagged)]
pub enum CandidateAsked {
    /// The name alone.
    Name(String),
    /// With who asks for it.
    Members(CandidateMembers),
}

/// A name, and who asks for it. What is not there is as the parameters say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CandidateMembers {
    /// The name, or a label alone.
    #[schema(example = "bücher.ch")]
    pub name: String,
    /// For whom.
    pub registrant: Option<String>,
    /// The registrar that asks.
    pub registrar: Option<String>,
    /// False if the client does not speak the EPP extension for variant sets.
    pub aware: Option<bool>,
    /// The domain of a label that stands alone.
    pub tld: Option<String>,
}

/// A record of a name, or many.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(untagged)]
pub enum RecordsAsked {
    /// One.
    One(RecordAsked),
    /// Many.
    Many(Vec<RecordAsked>),
}

/// A record of a name. What is not there is empty or false.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordAsked {
    /// The name, in either form.
    #[schema(min_length = 1, example = "bücher.ch")]
    pub name: String,
    /// Who holds it.
    pub registrant: Option<String>,
    /// The registrar that sponsors it.
    pub registrar: Option<String>,
    /// When it was registered: a moment (RFC 3339), or a day.
    #[schema(schema_with = created)]
    pub created: Option<String>,
    /// What became of it; `registered` if it is not there.
    #[schema(schema_with = state)]
    pub state: Option<State>,
    /// For a name that is no domain, the name of which it is a variant.
    pub original: Option<String>,
    /// The table it was registered under.
    pub table: Option<String>,
    /// True if it is the primary name of its set.
    pub primary: Option<bool>,
    /// True if it is exempted from the rule that one entity has the whole set.
    pub exempted: Option<bool>,
}

/// A moment or a day; what is empty is not there.
fn created() -> Schema {
    let text = |format| {
        ObjectBuilder::new().schema_type(Type::String).format(Some(SchemaFormat::KnownFormat(format)))
    };
    let any_of = AnyOfBuilder::new().item(text(KnownFormat::DateTime)).item(text(KnownFormat::Date));
    Schema::AnyOf(
        any_of
            .item(nothing())
            .description(Some("When it was registered: a moment (RFC 3339), or a day; empty if not known."))
            .build(),
    )
}

/// A state; what is empty is not there.
fn state() -> Schema {
    let any_of = AnyOfBuilder::new().item(Ref::from_schema_name(State::name())).item(nothing());
    Schema::AnyOf(any_of.description(Some("What became of it; `registered` if it is not there.")).build())
}

fn nothing() -> ObjectBuilder {
    let types = [Type::String, Type::Null].into_iter().collect::<SchemaType>();
    ObjectBuilder::new()
        .schema_type(types)
        .enum_values(Some([serde_json::json!(""), serde_json::Value::Null]))
}

/// What became of a name that exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, serde::Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It is registered.
    Registered,
    /// It is no domain, and may become one of the holder of its set.
    Withheld,
    /// It is no domain, and nobody may have it.
    Blocked,
    /// It is no domain, and delegated like the name of which it is a variant.
    Mirrored,
    /// It is registered, and on its way to another registrar.
    PendingTransfer,
}
