//! The types of values that the format has: how each is read, and how it is written.

use alloc::borrow::ToOwned as _;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use toml::de::DeValue;

use super::reader::{Node, Section, shown};
use super::write::Toml;
use crate::finding::FaultCode;
use crate::idna2008::Protocol;
use crate::lgr::CodePoints;
use crate::policy::model::code_points::{one_character, shows_alone};
use crate::policy::model::{AsciiLetters, CodePointSet, DigitSet, HanSet, Pattern};
use crate::script::ScriptCode;
use crate::text::{CodePoint, Keyword};
use crate::unicode::{UNICODE_VERSION, Version};

/// Code points of a sequence at most.
pub const MAX_SEQUENCE: usize = 8;

/// A value of the format.
pub(super) trait Value: Sized {
    /// Members of an array of it at most.
    const MOST: usize = usize::MAX;

    /// Reads it; what is wrong with it is reported.
    fn read(node: Node<'_>) -> Option<Self>;

    fn write(&self) -> Toml;

    /// The text by which members of an array differ: no two have the same.
    fn identity(&self) -> Option<String> {
        None
    }
}

/// A table of the format with keys of its own.
pub(super) trait Keys: Sized {
    fn read_keys(section: Section<'_>) -> Self;

    /// The keys that have another value than the default.
    fn write_keys(&self) -> Vec<(String, Toml)>;
}

/// A value that is written as one string.
pub(super) trait Text: Sized {
    /// Members of an array must differ.
    const IS_UNIQUE: bool = true;

    /// Reads it, or says what is expected.
    fn parse(text: &str) -> Result<Self, Expected>;

    fn print(&self) -> String;
}

/// A description of the text that was expected, and how many octets into the text it is missing.
pub(super) struct Expected {
    pub(super) what: String,
    pub(super) offset: usize,
}

impl<S: Into<String>> From<S> for Expected {
    fn from(what: S) -> Self {
        Self { what: what.into(), offset: 0 }
    }
}

impl<T: Text> Value for T {
    fn read(node: Node<'_>) -> Option<Self> {
        let text = node.text()?;
        let read = T::parse(text);
        read.map_err(|expected| node.bad_value(text, &expected.what, expected.offset)).ok()
    }

    fn write(&self) -> Toml {
        Toml::Text(self.print())
    }

    fn identity(&self) -> Option<String> {
        T::IS_UNIQUE.then(|| self.print())
    }
}

impl Text for String {
    const IS_UNIQUE: bool = false;

    fn parse(text: &str) -> Result<Self, Expected> {
        Ok(text.to_owned())
    }

    fn print(&self) -> String {
        self.clone()
    }
}

impl<K: Keyword> Text for K {
    fn parse(text: &str) -> Result<Self, Expected> {
        Self::from_name(text).ok_or_else(|| format!("one of {}", K::NAMES.join(", ")).into())
    }

    fn print(&self) -> String {
        self.to_string()
    }
}

/// Types that print as they are read: how each is read, or what is expected.
macro_rules! texts {
    ($($type:ty: |$text:ident| $read:expr;)*) => {
        $(impl Text for $type {
            fn parse($text: &str) -> Result<Self, Expected> {
                $read
            }

            fn print(&self) -> String {
                self.to_string()
            }
        })*
    };
}

texts! {
    Version: |text| text.parse::<Version>().ok().and_then(Version::published).ok_or_else(|| {
        format!("a published version from 5.2 to {UNICODE_VERSION}").into()
    });
    ScriptCode: |text| Self::from_code(text).ok_or_else(|| "a code of ISO 15924".into());
    DigitSet: |text| Self::parse(text)
        .ok_or_else(|| "ascii, native or ten digits such as U+0660..U+0669".into());
    HanSet: |text| Self::parse(text).map_err(Expected::from);
    Pattern: |text| Self::parse(text).map_err(|error| Expected {
        what: format!("a pattern: {}", error.reason),
        offset: error.offset,
    });
}

impl Text for Protocol {
    fn parse(text: &str) -> Result<Self, Expected> {
        match text {
            "registration" => Ok(Self::Registration),
            "lookup" => Ok(Self::Lookup),
            _ => Err("registration or lookup".into()),
        }
    }

    fn print(&self) -> String {
        if *self == Self::Lookup { "lookup".to_owned() } else { "registration".to_owned() }
    }
}

/// A code point or sequence: as text, or by numbers with spaces between.
impl Text for CodePoints {
    const IS_UNIQUE: bool = false;

    fn parse(text: &str) -> Result<Self, Expected> {
        let read: Option<Self> = if text.starts_with("U+") {
            text.split(' ').map(one_character).collect()
        } else {
            Some(text.chars().collect())
        };
        let read = read.filter(|cp| (1..=MAX_SEQUENCE).contains(&cp.len()));
        read.ok_or_else(|| format!("a code point, or a sequence of 2 to {MAX_SEQUENCE}").into())
    }

    fn print(&self) -> String {
        if self.iter().all(|c| shows_alone(*c)) {
            self.iter().collect()
        } else {
            CodePoint::list(self.iter().copied())
        }
    }
}

impl Value for u32 {
    fn read(node: Node<'_>) -> Option<Self> {
        let DeValue::Integer(integer) = node.value() else {
            node.wrong_type("a number");
            return None;
        };
        let number = u32::from_str_radix(integer.as_str(), integer.radix()).ok().filter(|n| *n <= 9999);
        if number.is_none() {
            node.bad_value(integer.as_str(), "a number from 0 to 9999", 0);
        }
        number
    }

    fn write(&self) -> Toml {
        Toml::Bare(self.to_string())
    }
}

impl Value for bool {
    fn read(node: Node<'_>) -> Option<Self> {
        let DeValue::Boolean(value) = node.value() else {
            node.wrong_type("true or false");
            return None;
        };
        Some(*value)
    }

    fn write(&self) -> Toml {
        Toml::Bare(self.to_string())
    }
}

impl Value for AsciiLetters {
    fn read(node: Node<'_>) -> Option<Self> {
        bool::read(node).map(|beside| if beside { Self::Beside } else { Self::Apart })
    }

    fn write(&self) -> Toml {
        (*self == Self::Beside).write()
    }
}

/// Items, each with its characters.
impl Value for CodePointSet {
    fn read(node: Node<'_>) -> Option<Self> {
        let items = node.members().filter_map(|member| {
            let item = member.text()?;
            let reason = match Self::parse_item(item) {
                Ok(set) => return Some(set),
                Err(reason) => reason,
            };
            let message = format!(
                "\"{}\": {reason}, expected characters, `a..z`, `U+00E0` or `U+00E0..U+00FF`",
                shown(item)
            );
            member.fault(FaultCode::BadValue, message);
            None
        });
        Some(items.collect::<Vec<_>>().into_iter().collect())
    }

    fn write(&self) -> Toml {
        Toml::Letters(self.clone())
    }
}

impl<V: Value> Value for Option<V> {
    fn read(node: Node<'_>) -> Option<Self> {
        V::read(node).map(Some)
    }

    fn write(&self) -> Toml {
        self.as_ref().map_or(Toml::Array(Vec::new()), V::write)
    }
}

impl<V: Value> Value for Vec<V> {
    fn read(node: Node<'_>) -> Option<Self> {
        let members = node.members();
        if members.len() > V::MOST {
            let message =
                format!("`{}` has {} members, expected at most {}", shown(node.key), members.len(), V::MOST);
            node.fault(FaultCode::TooMany, message);
            return None;
        }
        let mut identities = BTreeSet::new();
        let mut all = Self::with_capacity(members.len());
        for member in members {
            let Some(value) = V::read(member) else { continue };
            if let Some(identity) = value.identity()
                && !identities.insert(identity.clone())
            {
                let message = format!("`{}` has {} twice", shown(node.key), shown(&identity));
                member.fault(FaultCode::Duplicate, message);
                continue;
            }
            all.push(value);
        }
        Some(all)
    }

    fn write(&self) -> Toml {
        Toml::Array(self.iter().map(V::write).collect())
    }
}

impl<K: Text + Ord, V: Value> Value for BTreeMap<K, V> {
    fn read(node: Node<'_>) -> Option<Self> {
        if !node.value().is_table() {
            node.wrong_type("a table");
            return None;
        }
        let mut all = Self::new();
        for (at, entry) in node.entries() {
            let value = V::read(entry);
            match K::parse(entry.key) {
                Ok(key) if all.contains_key(&key) => {
                    let message = format!("`{}` has {} twice", shown(node.key), shown(&key.print()));
                    node.fault_at(at, FaultCode::Duplicate, message);
                }
                Ok(key) => all.extend(value.map(|value| (key, value))),
                Err(expected) => {
                    let (key, of) = (shown(entry.key), shown(node.key));
                    let message = format!("`{key}` is not a key of `{of}`, expected {}", expected.what);
                    node.fault_at(at, FaultCode::UnknownKey, message);
                }
            }
        }
        Some(all)
    }

    fn write(&self) -> Toml {
        Toml::Table(self.iter().map(|(key, value)| (key.print(), value.write())).collect())
    }
}

/// Reads the value of a key, where there is one.
pub(super) fn set<V: Value>(section: &mut Section<'_>, key: &'static str, value: &mut V) {
    if let Some(read) = section.take(key).and_then(V::read) {
        *value = read;
    }
}

/// Writes the value of a key, unless it is the default.
pub(super) fn put<V: Value + PartialEq>(keys: &mut Vec<(String, Toml)>, key: &str, value: &V, default: &V) {
    if value != default {
        keys.push((key.into(), value.write()));
    }
}

/// Describes a table of the format once, for reading and writing: its name in messages, its default, the
/// keys of its fields, and a function that tests the fields together. A `text` may stand for the table. A
/// field may be `always` written, or have a form of its own `by` a function that reads and one that writes.
macro_rules! keys {
    (
        $type:ty, $name:literal, $default:expr, $(most $most:expr,)? $(identity $identity:expr,)?
        $(text $from_text:expr, $to_text:expr,)?
        $(check $check:expr,)?
        { $($field:ident: $key:literal $(by $read:expr, $write:expr)? $(=> $always:ident)?;)* }
    ) => {
        impl $crate::policy::file::value::Keys for $type {
            fn read_keys(mut section: $crate::policy::file::reader::Section<'_>) -> Self {
                let mut all: Self = $default;
                $(
                    if let Some(read) = section.take($key).and_then(keys!(@read $($read)?)) {
                        all.$field = read;
                    }
                )*
                $($check(&mut all, &section);)?
                section.finish($name);
                all
            }

            fn write_keys(&self) -> Vec<(String, $crate::policy::file::write::Toml)> {
                let default: Self = $default;
                let mut keys = Vec::new();
                $(
                    if keys!(@always $($always)?) || self.$field != default.$field {
                        keys.push(($key.into(), keys!(@write $($write)?)(&self.$field)));
                    }
                )*
                keys
            }
        }

        impl $crate::policy::file::value::Value for $type {
            $(const MOST: usize = $most;)?

            fn read(node: $crate::policy::file::reader::Node<'_>) -> Option<Self> {
                $(if node.value().is_str() {
                    return $from_text(node);
                })?
                Some($crate::policy::file::value::Keys::read_keys(node.section()?))
            }

            fn write(&self) -> $crate::policy::file::write::Toml {
                $(if let Some(text) = $to_text(self) {
                    return text;
                })?
                $crate::policy::file::write::Toml::Table($crate::policy::file::value::Keys::write_keys(self))
            }

            $(fn identity(&self) -> Option<String> {
                Some($identity(self))
            })?
        }
    };
    (@read $read:expr) => { $read };
    (@read) => { $crate::policy::file::value::Value::read };
    (@write $write:expr) => { $write };
    (@write) => { $crate::policy::file::value::Value::write };
    (@always always) => { true };
    (@always) => { false };
}

pub(super) use keys;
